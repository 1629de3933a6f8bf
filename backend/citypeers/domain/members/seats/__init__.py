from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.members.seats import messages
from citypeers.domain.members.seats.states import Verb

say(messages.PROBLEMS)
recorded("seat", "seat.opened", *(f"seat.{verb.value}" for verb in Verb))
