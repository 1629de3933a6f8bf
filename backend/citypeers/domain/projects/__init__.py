from citypeers.core.messages import say
from citypeers.domain.projects import messages

say(messages.PROBLEMS, messages.VALUES)
