from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.practices import messages
from citypeers.domain.practices.states import PracticeVerb

say(messages.PROBLEMS, messages.VALUES)
recorded("practice", "practice.created", "practice.changed", *(f"practice.{verb.value}" for verb in PracticeVerb))
