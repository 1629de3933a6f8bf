"""Letters about sessions, each with the appointment for its reader's calendar."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from sqlmodel import Session

from citypeers.core.calendars import Appointment
from citypeers.core.text import LANGUAGES, spoken
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.scheduling import letters, parties
from citypeers.domain.coaching.scheduling.models import CoachingSession, SessionState, SessionWay
from citypeers.domain.coaching.scheduling.parties import Taking
from citypeers.domain.members import acting
from citypeers.identity.notices.telling import tell


def booked(session: Session, row: CoachingRequest, planned: CoachingSession) -> None:
    """Tell everybody who takes part."""
    _tell(session, row, planned, letters.BOOKED, None)


def moved(session: Session, row: CoachingRequest, planned: CoachingSession, reason: str | None) -> None:
    """Tell everybody of the new time."""
    _tell(session, row, planned, letters.MOVED, reason)


def cancelled(session: Session, row: CoachingRequest, planned: CoachingSession, reason: str | None) -> None:
    """Tell everybody that it is not held."""
    _tell(session, row, planned, letters.CANCELLED, reason)


def appointment(row: CoachingRequest, planned: CoachingSession, taking: list[Taking], language: str) -> Appointment:
    """A session as a calendar takes it, in one language."""
    return Appointment(
        uid=planned.id,
        sequence=planned.sequence,
        starts_at=planned.starts_at,
        zone=planned.zone,
        minutes=planned.minutes,
        summary=spoken(row.title, [language])[1],
        description=f"{when(planned, taking, language)}\n{where(planned, language)}",
        place=planned.place,
        link=planned.link or f"/coaching/{row.id}",
        changed_at=planned.updated_at,
        is_cancelled=planned.state is SessionState.cancelled,
    )


def when(planned: CoachingSession, taking: list[Taking], language: str) -> str:
    """Begin and end on the clock of each party, a line each, with its city and its zone."""
    ends_at = planned.starts_at + timedelta(minutes=planned.minutes)
    lines = []
    for each in taking:
        if each.office.zone is not None:
            name = spoken(each.organisation.label, [language])[1]
            starts, ends = (_local(at, each.office.zone) for at in (planned.starts_at, ends_at))
            hours = f"{format_time(starts, 'short', locale=language)}–{format_time(ends, 'short', locale=language)}"
            lines.append(f"{name}: {format_date(starts.date(), 'full', locale=language)}, {hours} ({each.office.zone})")
    return "\n".join(lines)


def where(planned: CoachingSession, language: str) -> str:
    """How people meet."""
    words = letters.WHERE[planned.way][language].format(place=planned.place or "", link=planned.link or "")
    return f"{words} ({planned.place})" if planned.way is SessionWay.event and planned.place else words


def _tell(session: Session, row: CoachingRequest, planned: CoachingSession, letter: str, reason: str | None) -> None:
    """Whoever acts gets it as well: it is what their calendar takes."""
    taking = parties.of(session, row)
    readers = {each.id: (each, party) for party in taking for each in acting.speakers(session, party.organisation.id)}
    for account, party in readers.values():
        starts = _local(planned.starts_at, party.office.zone or planned.zone).date()
        queued = tell(
            session,
            account,
            letter,
            reason,
            title=row.title,
            day={language: format_date(starts, "long", locale=language) for language in LANGUAGES},
            when={language: when(planned, taking, language) for language in LANGUAGES},
            where={language: where(planned, language) for language in LANGUAGES},
            link=f"/coaching/{row.id}",
        )
        if queued is not None:
            language = account.language if account.language in LANGUAGES else "en"
            queued.calendar = appointment(row, planned, taking, language).model_dump(mode="json")


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))
