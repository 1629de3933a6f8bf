"""Who sees a request, and what somebody is to it."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, false, select
from sqlmodel import Session, col

from citypeers.core.policy import Policy, Rule
from citypeers.core.principal import Principal
from citypeers.domain.coaching.models import (
    WRITES,
    CoachingInvitation,
    CoachingRequest,
    Confidentiality,
    InvitationState,
    RequestState,
)
from citypeers.domain.coaching.requests.states import ASKED, HELD, CoachingActor
from citypeers.domain.projects import acting

_COACHED = frozenset({InvitationState.accepted})
KNOWS = ASKED | HELD | {InvitationState.released}
"""Invitations by which somebody reads the request."""


def _by_invitation(states: frozenset[InvitationState]) -> Rule:
    speaks = acting.speaks_for(col(CoachingInvitation.organisation_id), WRITES)

    def where(who: Principal) -> ColumnElement[bool]:
        mine = select(col(CoachingInvitation.request_id)).where(
            col(CoachingInvitation.state).in_(sorted(states)), speaks.where(who)
        )
        return col(CoachingRequest.id).in_(mine)

    return Rule(where)


requester = acting.speaks_for(col(CoachingRequest.organisation_id), WRITES)
invited = _by_invitation(ASKED)
coach = _by_invitation(_COACHED)
knows = _by_invitation(KNOWS)
shared = Rule(
    lambda who: (
        and_(col(CoachingRequest.confidentiality) == Confidentiality.network, col(CoachingRequest.state) != RequestState.draft)
        if who.account is not None
        else false()
    )
)
requests = Policy(CoachingRequest, see=acting.staff | requester | knows | shared, change=acting.staff | requester | coach | invited)
own = {CoachingActor.requester: requester, CoachingActor.invited: invited, CoachingActor.coach: coach}
"""The requests of those who speak for a side, the staff apart."""


class Sides:
    """What somebody is to some requests and their invitations, read at once for all of them."""

    def __init__(self, session: Session, who: Principal, rows: Sequence[CoachingRequest]) -> None:
        asked = select(CoachingInvitation).where(col(CoachingInvitation.request_id).in_([row.id for row in rows]))
        self.invitations: dict[str, list[CoachingInvitation]] = {row.id: [] for row in rows}
        for each in session.scalars(asked.order_by(col(CoachingInvitation.invited_at), col(CoachingInvitation.id))):
            self.invitations[each.request_id].append(each)
        bodies = {row.organisation_id for row in rows} | {
            each.organisation_id for some in self.invitations.values() for each in some
        }
        self.mine = acting.spoken_for(session, who, bodies, WRITES)
        self.is_staff = acting.is_staff(who)

    def of(self, row: CoachingRequest) -> frozenset[CoachingActor]:
        """What somebody is to one of the requests."""
        states = {each.state for each in self.invitations[row.id] if each.organisation_id in self.mine}
        found = {
            CoachingActor.staff: self.is_staff,
            CoachingActor.requester: row.organisation_id in self.mine,
            CoachingActor.coach: not states.isdisjoint(_COACHED),
            CoachingActor.invited: not states.isdisjoint(ASKED),
        }
        return frozenset(actor for actor, is_one in found.items() if is_one)

    def seen(self, row: CoachingRequest) -> list[CoachingInvitation]:
        """The invitations of a request that somebody may see: all, or one's own, and as a coach those of the other coaches."""
        actors = self.of(row)
        whole = not actors.isdisjoint({CoachingActor.staff, CoachingActor.requester})
        beside = _COACHED if CoachingActor.coach in actors else frozenset()
        return [each for each in self.invitations[row.id] if whole or each.organisation_id in self.mine or each.state in beside]
