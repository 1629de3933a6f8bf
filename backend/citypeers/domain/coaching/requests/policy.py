"""Who sees a request, and what somebody is to it."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, and_, false, select
from sqlmodel import Session, col

from citypeers.core.policy import Policy, Rule
from citypeers.core.principal import Principal
from citypeers.domain.coaching.models import (
    READS,
    WRITES,
    CoachingInvitation,
    CoachingRequest,
    Confidentiality,
    InvitedState,
    RequestState,
)
from citypeers.domain.coaching.requests.states import ASKED, HELD, CoachingActor
from citypeers.domain.members import acting

_COACHED = frozenset({InvitedState.accepted})
KNOWS = ASKED | HELD | {InvitedState.released}
"""Invitations by which somebody reads the request."""


def _by_invitation(states: frozenset[InvitedState], scopes: acting.Scopes = READS) -> Rule:
    speaks = acting.speaks_for(col(CoachingInvitation.organisation_id), scopes)

    def where(who: Principal) -> ColumnElement[bool]:
        mine = select(col(CoachingInvitation.request_id)).where(
            col(CoachingInvitation.state).in_(sorted(states)), speaks.where(who)
        )
        return col(CoachingRequest.id).in_(mine)

    return Rule(where)


requester = acting.speaks_for(col(CoachingRequest.organisation_id), READS)
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
_acting = acting.speaks_for(col(CoachingRequest.organisation_id), WRITES) | _by_invitation(ASKED | _COACHED, WRITES)
requests = Policy(CoachingRequest, see=acting.staff | requester | knows | shared, change=acting.staff | _acting)
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
        """The organisations for which somebody acts."""
        self.read = acting.spoken_for(session, who, bodies, READS)
        """Those as which somebody reads; a partner system may read without acting."""
        self.is_staff = acting.is_staff(who)

    def of(self, row: CoachingRequest) -> frozenset[CoachingActor]:
        """As what somebody acts on one of the requests."""
        return self._as(row, self.mine)

    def reading(self, row: CoachingRequest) -> frozenset[CoachingActor]:
        """As what somebody reads one of the requests."""
        return self._as(row, self.read)

    def _as(self, row: CoachingRequest, bodies: Collection[str]) -> frozenset[CoachingActor]:
        states = {each.state for each in self.invitations[row.id] if each.organisation_id in bodies}
        found = {
            CoachingActor.staff: self.is_staff,
            CoachingActor.requester: row.organisation_id in bodies,
            CoachingActor.coach: not states.isdisjoint(_COACHED),
            CoachingActor.invited: not states.isdisjoint(ASKED),
        }
        return frozenset(actor for actor, is_one in found.items() if is_one)

    def answering(self, invitation: CoachingInvitation) -> frozenset[CoachingActor]:
        """As what somebody acts on one of the invitations."""
        found = {CoachingActor.staff: self.is_staff, CoachingActor.invited: invitation.organisation_id in self.mine}
        return frozenset(actor for actor, is_one in found.items() if is_one)

    def takes_part(self, row: CoachingRequest) -> bool:
        """Whether what the sides tell each other is theirs to read."""
        return not self.reading(row).isdisjoint({CoachingActor.staff, CoachingActor.requester, CoachingActor.coach})

    def seen(self, row: CoachingRequest) -> list[CoachingInvitation]:
        """The invitations of a request that somebody may see: all, or one's own, and as a coach those of the other coaches."""
        actors = self.reading(row)
        whole = not actors.isdisjoint({CoachingActor.staff, CoachingActor.requester})
        beside = _COACHED if CoachingActor.coach in actors else frozenset()
        return [each for each in self.invitations[row.id] if whole or each.organisation_id in self.read or each.state in beside]
