from citypeers.core.messages import say
from citypeers.domain.members.seats import messages

say(messages.PROBLEMS)
