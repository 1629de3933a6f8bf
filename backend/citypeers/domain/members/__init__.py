from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.members import messages
from citypeers.domain.members.states import Verb

say(messages.PROBLEMS, messages.VALUES)
recorded("membership", "membership.invite", *(f"membership.{verb.value}" for verb in Verb))
