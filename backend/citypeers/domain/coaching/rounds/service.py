"""Verbs on rounds of matching: worked out, confirmed, undone, discarded. The rules are the table's."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlmodel import Session, col

from citypeers.core import audit, clock, rows
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, NotFound, ReasonNeeded
from citypeers.domain.coaching.models import CoachingInvitation, InvitationState, Offer
from citypeers.domain.coaching.requests import inviting
from citypeers.domain.coaching.requests import service as requests
from citypeers.domain.coaching.requests.states import CoachingActor
from citypeers.domain.coaching.requests.states import CoachingVerb as RequestVerb
from citypeers.domain.coaching.rounds.models import KIND, MatchingAssignment, MatchingPlace, MatchingRound, Way
from citypeers.domain.coaching.rounds.schemas import RoundTransition
from citypeers.domain.coaching.rounds.states import REFUSAL, TABLE, RoundStep, step
from citypeers.domain.coaching.rounds.states import RoundEffect as Effect
from citypeers.domain.coaching.rounds.states import RoundGuard as Guard
from citypeers.domain.coaching.rounds.states import RoundVerb as Verb
from citypeers.identity.people import staff

NOT_ANSWERED = frozenset({InvitationState.invited, InvitationState.lapsed, InvitationState.recalled})
_STAFF = frozenset({CoachingActor.staff})


class RoundWrongStep(Conflict):
    """The step does not lead on from where the round stands."""

    name = "round-wrong-step"


class RoundOutdated(Conflict):
    """Worked out now, it would give something else."""

    name = REFUSAL[Guard.still_fits]


class RoundAnswered(Conflict):
    """Somebody relies on it already."""

    name = REFUSAL[Guard.nobody_answered]


def may(row: MatchingRound) -> list[Verb]:
    """The steps that lead on from where a round stands."""
    return [line.verb for line in TABLE if row.state in line.sources]


def compute(session: Session, who: Principal) -> MatchingRound:
    """Work out a new round; nobody hears of it."""
    staff(who)
    row = MatchingRound(computed_by=who.name, digest="")
    session.add(row)
    session.flush()
    _assign(session, who, row, None)
    _record(session, who, row, Verb.compute, {"digest": (None, row.digest)})
    return row


def move(session: Session, who: Principal, id: str, asked: RoundTransition, version: str) -> MatchingRound:
    """Take one step of the table."""
    staff(who)
    row = session.scalars(select(MatchingRound).where(col(MatchingRound.id) == id).with_for_update()).one_or_none()
    if row is None:
        raise NotFound
    session.refresh(row)
    rows.matches(row, version)
    line = step(Verb(asked.verb))
    if row.state not in line.sources:
        raise RoundWrongStep(state=row.state.value)
    if line.needs_reason and not asked.reason:
        raise ReasonNeeded
    return _take(session, who, row, line, asked.reason)


def _take(session: Session, who: Principal, row: MatchingRound, line: RoundStep, reason: str | None) -> MatchingRound:
    before = row.state, row.digest
    _lock_requests(session, row)
    for guard in line.guards:
        _GUARDS[guard](session, row)
    for effect in line.effects:
        _EFFECTS[effect](session, who, row, reason)
    row.state = line.target
    row.version += 1
    row.updated_at = clock.now()
    session.flush()
    said: dict[str, tuple[Any, Any]] = {"state": (before[0], row.state)} if before[0] is not row.state else {}
    said |= {"digest": (before[1], row.digest)} if before[1] != row.digest else {}
    _record(session, who, row, line.verb, said | ({"reason": (None, reason)} if reason else {}))
    return row


def _record(session: Session, who: Principal, row: MatchingRound, verb: Verb, said: Mapping[str, tuple[Any, Any]]) -> None:
    audit.record(session, who, f"matching_round.{verb}", KIND, row.id, said)


def _lock_requests(session: Session, row: MatchingRound) -> None:
    """Keep the requests of a round from others, always in one order, so that two that do never wait for each other."""
    mine = select(col(MatchingPlace.request_id)).where(col(MatchingPlace.round_id) == row.id)
    for id in session.scalars(mine.order_by(col(MatchingPlace.request_id))).all():
        requests.lock(session, id)


def assignments(session: Session, row: MatchingRound, way: Way) -> list[MatchingAssignment]:
    """What a round assigns in one way, in the order of its requests."""
    found = (
        select(MatchingAssignment)
        .join(
            MatchingPlace,
            (col(MatchingPlace.round_id) == col(MatchingAssignment.round_id))
            & (col(MatchingPlace.request_id) == col(MatchingAssignment.request_id)),
        )
        .where(col(MatchingAssignment.round_id) == row.id, col(MatchingAssignment.way) == way)
    )
    ordered = found.order_by(col(MatchingPlace.position), col(MatchingAssignment.points).desc(), col(MatchingAssignment.offer_id))
    return list(session.scalars(ordered))


def _still_fits(session: Session, row: MatchingRound) -> None:
    from citypeers.domain.coaching.rounds import computing  # it counts with numpy, which only rounds need

    if computing.computed(session).digest != row.digest:
        raise RoundOutdated


def _nobody_answered(session: Session, row: MatchingRound) -> None:
    if any(each.state not in NOT_ANSWERED for each in _invitations(session, row)):
        raise RoundAnswered


def _invitations(session: Session, row: MatchingRound) -> list[CoachingInvitation]:
    """The invitations that a round sent, as they are now."""
    sent = [each.invitation_id for each in assignments(session, row, Way.together)]
    found = select(CoachingInvitation).where(col(CoachingInvitation.id).in_([id for id in sent if id is not None]))
    ordered = found.order_by(col(CoachingInvitation.request_id), col(CoachingInvitation.id))
    return list(session.scalars(ordered, execution_options={"populate_existing": True}))


def _assign(session: Session, who: Principal, row: MatchingRound, reason: str | None) -> None:
    from citypeers.domain.coaching.rounds import computing  # likewise

    found = computing.computed(session)
    for table in (MatchingAssignment, MatchingPlace):
        session.execute(delete(table).where(col(table.round_id) == row.id))
    session.add_all(
        MatchingPlace(round_id=row.id, request_id=id, position=position, places=places)
        for position, (id, places) in enumerate(found.places.items())
    )
    session.add_all(
        MatchingAssignment(round_id=row.id, way=way, **vars(each)) for way, given in found.given.items() for each in given
    )
    row.digest, row.computed_at, row.computed_by = found.digest, clock.now(), who.name
    session.flush()


def _invite(session: Session, who: Principal, row: MatchingRound, reason: str | None) -> None:
    """Ask every coach, as if one by one."""
    for each in assignments(session, row, Way.together):
        request = requests.lock(session, each.request_id)
        line = requests.step_from(request, RequestVerb.invite)
        if line is None:
            raise RoundOutdated
        offer = session.get_one(Offer, each.offer_id)
        score = {"total": each.points, "round": row.id}
        each.invitation_id = inviting.ask(session, who, request, line, offer, _STAFF, score).id
    row.confirmed_at = clock.now()


def _recall(session: Session, who: Principal, row: MatchingRound, reason: str | None) -> None:
    """Take back the invitations that still wait."""
    for invitation in _invitations(session, row):
        if invitation.state is InvitationState.invited:
            request = requests.lock(session, invitation.request_id)
            line = requests.step_from(request, RequestVerb.recall)
            if line is None:
                raise requests.CoachingWrongStep(state=request.state.value)
            inviting.settle(session, who, request, line, invitation, reason, _STAFF)
    row.undone_at, row.reason = clock.now(), reason


_GUARDS: Mapping[Guard, Callable[[Session, MatchingRound], None]] = {
    Guard.still_fits: _still_fits,
    Guard.nobody_answered: _nobody_answered,
}
_EFFECTS: Mapping[Effect, Callable[[Session, Principal, MatchingRound, str | None], None]] = {
    Effect.assigned: _assign,
    Effect.invited: _invite,
    Effect.recalled: _recall,
}
