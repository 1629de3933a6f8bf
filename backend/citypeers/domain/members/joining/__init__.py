from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.members.joining import messages

say(messages.PROBLEMS)
recorded("application", "application.admit", "application.confirmed", "application.made", "application.refuse")
