from citypeers.core.messages import say
from citypeers.domain.members.joining import messages

say(messages.PROBLEMS)
