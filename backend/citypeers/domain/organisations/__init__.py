from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.organisations import messages

say(messages.PROBLEMS, messages.VALUES)
recorded("organisation", "organisation.changed", "organisation.created")
