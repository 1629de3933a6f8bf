from citypeers.core.messages import say
from citypeers.domain.networks import messages

say(messages.PROBLEMS, messages.VALUES)
