"""Asking organisations to coach, and their answers. Whoever answers last for the last place is a reserve."""

from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock, rows
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, NotFound, ReasonNeeded
from citypeers.domain.coaching import capacity
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState, Offer
from citypeers.domain.coaching.requests import policy, service, settling
from citypeers.domain.coaching.requests.schemas import CoachingInvitationCreate, InvitationAnswer
from citypeers.domain.coaching.requests.states import ASKED, REFUSAL, Step, asked_at_once, free_to_invite, step
from citypeers.domain.coaching.requests.states import CoachingActor as Actor
from citypeers.domain.coaching.requests.states import CoachingGuard as Guard
from citypeers.domain.coaching.requests.states import CoachingVerb as Verb
from citypeers.domain.members import named


class NotAMatch(Conflict):
    """The organisation does not stand in the list of matches."""

    name = REFUSAL[Guard.is_match]


class InvitationsFull(Conflict):
    """As many are asked as may be at a time."""

    name = REFUSAL[Guard.room_to_invite]


class InvitationAnswered(Conflict):
    """The invitation does not wait for an answer any more."""

    name = REFUSAL[Guard.still_asked]


class NoCapacity(Conflict):
    """The coach has taken on as much as it offers for this quarter."""

    name = REFUSAL[Guard.has_capacity]


def invite(session: Session, who: Principal, id: str, write: CoachingInvitationCreate, version: str) -> CoachingInvitation:
    """Ask an organisation of the list of matches to coach."""
    row, sides = service.find(session, who, id)
    actors = sides.of(row)
    line = step(Verb.invite, row.state)
    if line is None:
        rows.matches(row, version)
        raise service.CoachingWrongStep(state=row.state.value)
    if not line.who & actors:
        raise Forbidden
    rows.matches(row, version)
    organisation = named.organisation(session, write.organisation)
    from citypeers.domain.coaching.matching import standing  # it counts with numpy, which only those who match need

    match = standing.of(session, row, organisation.id)
    if match is None:
        raise NotAMatch
    return ask(session, who, row, line, session.get_one(Offer, match.offer_id), actors, match.score)


def ask(
    session: Session,
    who: Principal,
    row: CoachingRequest,
    line: Step,
    offer: Offer,
    actors: frozenset[Actor],
    score: dict[str, Any],
) -> CoachingInvitation:
    """Ask the organisation of an offer, on a request that is kept from others; ``score`` are its points."""
    invited = [each.state for each in settling.invitations(session, row, *InvitedState)]
    if not free_to_invite(row.places, invited):
        raise InvitationsFull(limit=asked_at_once(row.places, invited))
    invitation = CoachingInvitation(
        request_id=row.id,
        organisation_id=offer.organisation_id,
        offer_id=offer.id,
        invited_by=who.name,
        answer_by=clock.now(),
        score=score,
    )
    settling.ask(session, invitation)
    session.add(invitation)
    session.flush()
    service.take(session, who, row, line, None, actors, invitation=invitation)
    return invitation


def answer(
    session: Session, who: Principal, id: str, invitation_id: str, given: InvitationAnswer, version: str
) -> CoachingInvitation:
    """Accept or decline as the organisation that was asked, or take an invitation back as the secretariat."""
    policy.requests.find(session, who, col(CoachingRequest.id) == id)
    row = service.lock(session, id)
    sides = policy.Sides(session, who, [row])
    invitation = next((each for each in sides.seen(row) if each.id == invitation_id), None)
    if invitation is None:
        raise NotFound
    session.refresh(invitation)
    actors = sides.answering(invitation)
    verb = Verb(given.verb)
    line = step(verb, row.state)
    if line is not None and not line.who & actors:
        raise Forbidden
    rows.matches(invitation, version)
    if invitation.state not in ASKED:
        raise InvitationAnswered(state=invitation.state.value)
    if line is None:
        raise service.CoachingWrongStep(state=row.state.value)
    if line.needs_reason and not given.reason:
        raise ReasonNeeded
    return settle(session, who, row, line, invitation, given.reason, actors)


def settle(
    session: Session,
    who: Principal,
    row: CoachingRequest,
    line: Step,
    invitation: CoachingInvitation,
    reason: str | None,
    actors: frozenset[Actor],
) -> CoachingInvitation:
    """What an answer, or its absence, makes of an invitation and of its request."""
    now = clock.now()
    if line.verb is Verb.accept:
        is_place = settling.taken(session, row) < row.places
        if is_place:
            _take_on(session, invitation)
        invitation.state = InvitedState.accepted if is_place else InvitedState.reserve
        invitation.accepted_at = now if is_place else None
    else:
        states = {
            Verb.decline: InvitedState.declined,
            Verb.lapse: InvitedState.lapsed,
            Verb.recall: InvitedState.recalled,
        }
        invitation.state = states[line.verb]
    invitation.answered_at = None if line.verb is Verb.lapse else now
    invitation.reason = reason
    invitation.version += 1
    invitation.updated_at = now
    session.flush()
    service.take(session, who, row, line, reason, actors, invitation=invitation)
    return invitation


def _take_on(session: Session, invitation: CoachingInvitation) -> None:
    """Refuse where the quarter is full; until this transaction ends nobody else takes the last place in it."""
    offer = session.scalars(select(Offer).where(col(Offer.id) == invitation.offer_id).with_for_update(of=Offer)).one()
    session.refresh(offer)
    taken = capacity.used(session, [offer.id], clock.now().date()).get(offer.id, 0)
    if taken >= offer.capacity:
        raise NoCapacity(taken=taken, capacity=offer.capacity)
