from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.exchange.notices import messages

say(messages.PROBLEMS)
recorded("mail", "mail.retry")
