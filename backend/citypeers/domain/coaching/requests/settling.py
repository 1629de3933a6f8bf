"""What a step brings about in a request and its invitations, and the state that follows from them."""

from datetime import timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState, RequestState
from citypeers.domain.coaching.requests import working_days
from citypeers.domain.coaching.requests.schemas import RequestStep
from citypeers.domain.coaching.requests.states import (
    INVITATION_TABLE,
    INVITED_WORKING_DAYS,
    MATCHED,
    CoachingActor,
    CoachingEffect,
    Step,
)
from citypeers.domain.coaching.results import following
from citypeers.domain.coaching.scheduling.models import CoachingSession, SessionState
from citypeers.domain.organisations.models import Organisation


def invitations(session: Session, row: CoachingRequest, *states: InvitedState) -> list[CoachingInvitation]:
    """The invitations of a request in some states, the first asked first."""
    asked = select(CoachingInvitation).where(
        col(CoachingInvitation.request_id) == row.id, col(CoachingInvitation.state).in_(states)
    )
    return list(session.scalars(asked.order_by(col(CoachingInvitation.invited_at), col(CoachingInvitation.id))))


def sides(session: Session, row: CoachingRequest) -> dict[str, CoachingActor]:
    """The organisations that take part in a coaching: who asked, then who coaches, in the order of their answers."""
    accepted = invitations(session, row, InvitedState.accepted)
    accepted.sort(key=lambda each: (each.accepted_at or each.invited_at, each.id))
    coaches = dict.fromkeys((each.organisation_id for each in accepted), CoachingActor.coach)
    return {row.organisation_id: CoachingActor.requester} | coaches


def taken(session: Session, row: CoachingRequest) -> int:
    """How many places have their coach."""
    return len(invitations(session, row, InvitedState.accepted))


def settled(session: Session, row: CoachingRequest) -> RequestState:
    """The state that follows from the invitations; one that has its coaches keeps its own, while what was scheduled is planned."""
    if row.state is RequestState.scheduled and not _is_planned(session, row):
        return RequestState.accepted
    if row.state in MATCHED:
        return row.state
    if taken(session, row) >= row.places:
        return RequestState.accepted
    return RequestState.proposed if invitations(session, row, InvitedState.invited) else RequestState.open


def _is_planned(session: Session, row: CoachingRequest) -> bool:
    """Whether a session is still to come."""
    planned = col(CoachingSession.request_id) == row.id, col(CoachingSession.state) == SessionState.planned
    return session.scalar(select(col(CoachingSession.id)).where(*planned).limit(1)) is not None


def ask(session: Session, invitation: CoachingInvitation) -> None:
    """Give an organisation ten working days, as its country has them, from now on."""
    body = session.get_one(Organisation, invitation.organisation_id)
    invitation.invited_at = clock.now()
    invitation.answer_by = working_days.after(clock.now(), INVITED_WORKING_DAYS, body.country)
    invitation.state, invitation.reminders, invitation.answered_at = InvitedState.invited, 0, None


def follow(session: Session, row: CoachingRequest, line: Step, before: RequestState, asked: RequestStep | None) -> None:
    """Do what the effects of a line say to the invitations and the deadlines."""
    if {CoachingEffect.invitations_recalled, CoachingEffect.coaches_released} & set(line.effects):
        for each in invitations(session, row, *InvitedState):
            target = next(
                (step.targets[0] for step in INVITATION_TABLE if step.verb is line.verb and each.state in step.sources), None
            )
            if target is InvitedState.invited:
                ask(session, each)
            elif target is not None:
                each.state = target
                each.version += 1
        session.flush()
    if CoachingEffect.reports_opened in line.effects:
        following.ask_later(session, row, sides(session, row))
    if CoachingEffect.deadlines_pause in line.effects:
        row.held_from, row.held_at = before, clock.now()
        row.held_until = asked.until.isoformat() if asked is not None and asked.until is not None else None
    if CoachingEffect.deadlines_go_on in line.effects:
        _go_on(session, row)
    if before is RequestState.on_hold:
        row.held_from = row.held_at = row.held_until = None


def _go_on(session: Session, row: CoachingRequest) -> None:
    """Back to where it was; whatever was due is due later by as long as it was held."""
    pause = clock.now() - row.held_at if row.held_at is not None else timedelta()
    for each in invitations(session, row, InvitedState.invited):
        each.answer_by += pause
    if row.answer_by is not None:
        row.answer_by += pause
    if row.reporting_since is not None:
        row.reporting_since += pause
    row.state = row.held_from or RequestState.open
    if row.state in MATCHED:
        row.state = settled(session, row)  # what was planned may have been put off
