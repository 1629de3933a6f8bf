"""Reads of sessions: as people see them, as calendars take them, and the way into a call."""

from datetime import timedelta

from sqlmodel import Session

from citypeers.core import calendars
from citypeers.core.principal import Principal
from citypeers.core.problems import NotFound
from citypeers.core.rows import etag
from citypeers.core.text import spoken
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.scheduling import finding, parties, service, telling
from citypeers.domain.coaching.scheduling.calls import OPENS, Call, RoomClosed
from citypeers.domain.coaching.scheduling.models import CoachingSession, SessionState, SessionWay
from citypeers.domain.coaching.scheduling.parties import Taking
from citypeers.domain.coaching.scheduling.schemas import CoachingSessionOut, CoachingSessionPage


def page(session: Session, who: Principal, id: str) -> CoachingSessionPage:
    """The sessions of a coaching, the first one first."""
    row, _ = parties.readable(session, who, id)
    taking = parties.of(session, row)
    items = [_out(each, taking) for each in service.of(session, row)]
    return CoachingSessionPage(items=items, next=None, total=len(items))


def get(session: Session, who: Principal, id: str, session_id: str) -> tuple[CoachingSessionOut, str]:
    """One session, and its tag."""
    row, planned = _find(session, who, id, session_id)
    return _out(planned, parties.of(session, row)), etag(planned)


def calendar(session: Session, who: Principal, id: str, session_id: str, language: str, home: str, organiser: str) -> str:
    """One session as an iCalendar file."""
    row, planned = _find(session, who, id, session_id)
    made = telling.appointment(row, planned, parties.of(session, row), language)
    return calendars.written(made, calendars.Method.publish, home, organiser)


def call(session: Session, who: Principal, id: str, session_id: str, language: str) -> Call:
    """The call of a session that is to come."""
    row, planned = _find(session, who, id, session_id)
    if planned.way is not SessionWay.call:
        raise NotFound
    made = Call(planned.id, spoken(row.title, [language])[1], planned.starts_at, planned.minutes)
    if planned.state is not SessionState.planned:
        raise RoomClosed.of(made)
    return made


def _find(session: Session, who: Principal, id: str, session_id: str) -> tuple[CoachingRequest, CoachingSession]:
    row, _ = parties.readable(session, who, id)
    planned = session.get(CoachingSession, session_id)
    if planned is None or planned.request_id != row.id:
        raise NotFound
    return row, planned


def _out(row: CoachingSession, taking: list[Taking]) -> CoachingSessionOut:
    return CoachingSessionOut(
        **row.model_dump(
            include={"id", "version", "starts_at", "zone", "minutes", "way", "place", "link", "state", "missing", "reason"}
        ),
        seen=finding.seen(taking, row.starts_at, row.minutes, row.outside),
        opens_at=row.starts_at - OPENS if row.way is SessionWay.call else None,
        ends_at=row.starts_at + timedelta(minutes=row.minutes),
        changed_at=row.updated_at,
    )
