from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.members.rules import messages

say(messages.PROBLEMS, messages.VALUES)
recorded("rules", "rules.decided")
