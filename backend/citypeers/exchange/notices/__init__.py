from citypeers.core.messages import say
from citypeers.exchange.notices import messages

say(messages.PROBLEMS)
