"""What of coaching waits for somebody."""

from sqlalchemy import or_, select
from sqlmodel import Session, col

from citypeers.core.principal import Principal
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.requests import policy
from citypeers.domain.coaching.requests import queries as requests
from citypeers.domain.coaching.requests.states import FINAL
from citypeers.domain.coaching.results import queries
from citypeers.domain.coaching.results.schemas import CoachingDesk, WaitingRequest

MOST = 50


def get(session: Session, who: Principal) -> CoachingDesk:
    """The requests in which a duty is somebody's own, the most pressing first, and what is to be done after them."""
    mine = or_(*(rule.where(who) for rule in policy.own.values()))
    goes_on = select(CoachingRequest).where(mine, col(CoachingRequest.state).not_in(sorted(FINAL)))
    found = session.scalars(goes_on.order_by(col(CoachingRequest.updated_at).desc()).limit(MOST)).all()
    waiting = [
        WaitingRequest(id=each.id, reference=each.reference, title=each.title, organisation=each.organisation, duties=own)
        for each in requests.whole(session, who, found)
        if (own := [duty for duty in each.next if duty.is_yours and duty.what != "wait"])
    ]
    waiting.sort(key=lambda each: min((duty.until.isoformat() for duty in each.duties if duty.until), default="9"))
    actions, follow_ups = queries.waiting(session, who)
    return CoachingDesk(requests=waiting, actions=actions, follow_ups=follow_ups)
