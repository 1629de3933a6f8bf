from citypeers.core.messages import say
from citypeers.domain.organisations import messages

say(messages.PROBLEMS, messages.VALUES)
