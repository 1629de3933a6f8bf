"""Sessions in the life of a request: what the guards of a step ask of them, and what a step brings about."""

from collections.abc import Collection

from sqlmodel import Session

from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Invalid
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.requests.schemas import RequestStep
from citypeers.domain.coaching.requests.states import REFUSAL, Step
from citypeers.domain.coaching.requests.states import CoachingEffect as Effect
from citypeers.domain.coaching.requests.states import CoachingGuard as Guard
from citypeers.domain.coaching.scheduling import polls
from citypeers.domain.coaching.scheduling import service as sessions
from citypeers.domain.coaching.scheduling.calls import CallsNotOffered
from citypeers.domain.coaching.scheduling.models import SessionState, SessionWay

CALENDARS_TELL = frozenset({Effect.session_booked, Effect.session_moved})
"""What everybody gets a letter about that goes into their calendar, and so no other."""


class NoSessionPlanned(Conflict):
    name = REFUSAL[Guard.session_planned]


class NoSessionHeld(Conflict):
    name = REFUSAL[Guard.session_held]


def check(session: Session, row: CoachingRequest, guard: Guard, asked: RequestStep) -> None:
    """Refuse what a guard about sessions does not let; other guards are not looked at."""
    if guard is Guard.session_planned and not sessions.of(session, row, SessionState.planned):
        raise NoSessionPlanned
    if guard is Guard.session_held and not _last_was_held(session, row):
        raise NoSessionHeld
    if guard is Guard.slot_agreed:
        _agreed(session, row, asked)


def _agreed(session: Session, row: CoachingRequest, asked: RequestStep) -> None:
    """Refuse times that not everybody can at; an event has its own."""
    if asked.meeting is not None and asked.meeting.way is SessionWay.event:
        if asked.slots:
            raise Invalid([("/slots", "series_of_event")])
        return
    polls.agreed(session, row, asked.slot)
    for place, slot in enumerate(asked.slots or []):
        polls.agreed(session, row, slot, f"/slots/{place}")


def offered(asked: RequestStep, ways: Collection[SessionWay]) -> None:
    """Refuse a way of meeting that this instance does not have."""
    if asked.meeting is not None and asked.meeting.way not in ways:
        raise CallsNotOffered


def _last_was_held(session: Session, row: CoachingRequest) -> bool:
    """Whether a session was held and none is still to come."""
    states = [each.state for each in sessions.of(session, row) if each.state is not SessionState.planned or not each.is_over()]
    return SessionState.held in states and SessionState.planned not in states


def follow(
    session: Session, who: Principal, row: CoachingRequest, line: Step, reason: str | None, asked: RequestStep | None
) -> None:
    """Do what the effects of a line say to sessions, while its coaches are still those who hold them."""
    if Effect.sessions_cancelled in line.effects:
        sessions.cancel_all(session, who, row, reason)
    if Effect.reports_asked in line.effects:
        for each in sessions.of(session, row, SessionState.planned):
            sessions.held(session, who, row, each.id)
    if asked is None:
        return
    if Effect.sessions_put_off in line.effects:
        sessions.cancel_all(session, who, row, reason, before=asked.until)
    if Effect.session_booked in line.effects:
        if asked.meeting is None:
            raise Invalid([("/meeting", "missing")])
        for slot in dict.fromkeys([asked.slot, *(asked.slots or [])]):
            sessions.book(session, who, row, slot, asked.meeting)
    if Effect.session_moved in line.effects:
        sessions.move(session, who, row, asked.session, asked.slot, asked.meeting, reason)
    if Effect.session_held in line.effects:
        sessions.held(session, who, row, asked.session)
    if Effect.session_missed in line.effects:
        sessions.missed(session, who, row, [asked.missing] if asked.missing else [], reason or "", asked.session)
