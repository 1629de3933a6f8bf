from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.coaching import messages
from citypeers.domain.coaching.models import NEED, OFFER, REQUEST
from citypeers.domain.coaching.offers.states import NeedVerb, OfferVerb
from citypeers.domain.coaching.requests.states import CoachingVerb
from citypeers.domain.coaching.results.models import ACTION, FOLLOW_UP, REPORT

say(messages.PROBLEMS, messages.VALUES)
recorded(OFFER, "offer.created", "offer.changed", *(f"offer.{verb.value}" for verb in OfferVerb))
recorded(NEED, "need.created", "need.changed", *(f"need.{verb.value}" for verb in NeedVerb))
recorded(
    REQUEST,
    "coaching_request.created",
    "coaching_request.changed",
    "coaching_request.agreed",
    *(f"coaching_request.{verb.value}" for verb in CoachingVerb),
)
recorded(REPORT, "coaching_report.written")
recorded(ACTION, "coaching_action.created", "coaching_action.changed")
recorded(FOLLOW_UP, "follow_up.answered")
