from citypeers.core.messages import say
from citypeers.domain.projects.replications import messages

say(messages.PROBLEMS, messages.VALUES)
