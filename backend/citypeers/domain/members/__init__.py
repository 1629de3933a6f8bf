from citypeers.core.messages import say
from citypeers.domain.members import messages

say(messages.PROBLEMS, messages.VALUES)
