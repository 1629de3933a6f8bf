"""Sessions of a coaching: booked, moved, held, missed, cancelled; the steps of the request call these."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Invalid, NotFound
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.scheduling import parties, polls, slots, telling
from citypeers.domain.coaching.scheduling.calls import OPENS
from citypeers.domain.coaching.scheduling.models import KIND, CoachingSession, SessionState, SessionWay
from citypeers.domain.coaching.scheduling.parties import Taking
from citypeers.domain.coaching.scheduling.schemas import Arrangement


class SessionNotPlanned(Conflict):
    """A session that is over, or is not held, is neither moved nor held."""

    name = "session-not-planned"


class SessionAhead(Conflict):
    """Nobody can say what became of a session before it begins."""

    name = "session-ahead"


def book(session: Session, who: Principal, row: CoachingRequest, slot_id: str | None, meeting: Arrangement) -> CoachingSession:
    """Set a session at a time that all agreed to, or at an event; everybody gets it for their calendar."""
    starts_at, minutes = _when(session, row, slot_id, meeting)
    taking = parties.of(session, row)
    new = CoachingSession(
        request_id=row.id,
        starts_at=starts_at,
        zone=_zone(taking),
        minutes=minutes,
        outside=_outside(taking, starts_at, minutes),
        **_how(meeting),
    )
    session.add(new)
    session.flush()
    audit.record(session, who, "coaching_session.booked", KIND, new.id, {"starts_at": (None, _said(starts_at))})
    telling.booked(session, row, new)
    return new


def move(
    session: Session,
    who: Principal,
    row: CoachingRequest,
    session_id: str | None,
    slot_id: str | None,
    meeting: Arrangement | None,
    reason: str | None = None,
) -> CoachingSession:
    """Put a planned session at another time that all agreed to, in the same way unless another is named."""
    planned = one(session, row, session_id)
    before = planned.starts_at
    starts_at, minutes = _when(session, row, slot_id, meeting or _as_before(planned))
    taking = parties.of(session, row, but=planned.id)
    outside = _outside(taking, starts_at, minutes)
    how = _how(meeting) if meeting is not None else {}
    _change(planned, starts_at=starts_at, minutes=minutes, zone=_zone(taking), outside=outside, **how)
    session.flush()
    changed = {"starts_at": (_said(before), _said(starts_at))}
    audit.record(session, who, "coaching_session.moved", KIND, planned.id, changed)
    telling.moved(session, row, planned, reason)
    return planned


def held(session: Session, who: Principal, row: CoachingRequest, session_id: str | None = None) -> CoachingSession:
    """Say that a planned session was held, once its room is open; its calendar entry stays as it is."""
    planned = one(session, row, session_id)
    _begun(planned, OPENS)
    return _end(session, who, planned, SessionState.held, "coaching_session.held")


def missed(
    session: Session, who: Principal, row: CoachingRequest, missing: Collection[str], reason: str, session_id: str | None = None
) -> CoachingSession:
    """Say that some organisations, by slug, did not come to a planned session."""
    planned = one(session, row, session_id)
    known = {each.organisation.slug for each in parties.of(session, row)}
    if not missing or not set(missing) <= known:
        raise Invalid([("/missing", "not_a_party" if missing else "missing")])
    _begun(planned, timedelta())
    planned.missing, planned.reason = sorted(missing), reason
    return _end(session, who, planned, SessionState.no_show, "coaching_session.missed")


def cancel_all(
    session: Session, who: Principal, row: CoachingRequest, reason: str | None, before: date | None = None
) -> list[CoachingSession]:
    """Cancel every session that is still to come, or those before a day; calendars strike them."""
    planned = of(session, row, SessionState.planned)
    coming = [each for each in planned if before is None or each.starts_at.date() < before]
    for each in coming:
        cancel(session, who, row, each, reason)
    return coming


def cancel(session: Session, who: Principal, row: CoachingRequest, planned: CoachingSession, reason: str | None) -> None:
    """Cancel one planned session."""
    planned.reason = reason
    _change(planned)
    _end(session, who, planned, SessionState.cancelled, "coaching_session.cancelled")
    telling.cancelled(session, row, planned, reason)


def of(session: Session, row: CoachingRequest, *states: SessionState) -> list[CoachingSession]:
    """The sessions of a request, the first one first; of some states if any are named."""
    every = select(CoachingSession).where(col(CoachingSession.request_id) == row.id)
    chosen = every.where(col(CoachingSession.state).in_(states)) if states else every
    return list(session.scalars(chosen.order_by(col(CoachingSession.starts_at), col(CoachingSession.id))))


def one(session: Session, row: CoachingRequest, session_id: str | None) -> CoachingSession:
    """A planned session; the next one if none is named."""
    if session_id is None:
        planned = of(session, row, SessionState.planned)
        if not planned:
            raise NotFound
        return planned[0]
    found = session.get(CoachingSession, session_id)
    if found is None or found.request_id != row.id:
        raise Invalid([("/session", "no_such_session")])
    if found.state is not SessionState.planned:
        raise SessionNotPlanned(state=found.state.value)
    return found


def _begun(planned: CoachingSession, before: timedelta) -> None:
    """Refuse to say what became of a session so long before it begins."""
    if clock.now() < planned.starts_at - before:
        raise SessionAhead(starts=f"{planned.starts_at:%Y-%m-%d %H:%M} UTC")


def _end(session: Session, who: Principal, planned: CoachingSession, state: SessionState, deed: str) -> CoachingSession:
    planned.state = state
    planned.version += 1
    planned.updated_at = clock.now()
    session.flush()
    said = {"state": (SessionState.planned.value, state.value)} | ({"reason": (None, planned.reason)} if planned.reason else {})
    audit.record(session, who, deed, KIND, planned.id, said)
    return planned


def _change(planned: CoachingSession, **values: Any) -> None:
    """Change what stands in people's calendars."""
    planned.sqlmodel_update({**values, "sequence": planned.sequence + 1, "version": planned.version + 1, "updated_at": clock.now()})


def _when(session: Session, row: CoachingRequest, slot_id: str | None, meeting: Arrangement) -> tuple[datetime, int]:
    """When a session is: at an event's own date, else at a time that all agreed to."""
    if meeting.way is SessionWay.event:
        if meeting.starts_at is None or meeting.minutes is None:
            raise Invalid([("/meeting/starts_at", "missing")])
        if meeting.starts_at <= clock.now():
            raise polls.SlotPast
        return meeting.starts_at, meeting.minutes
    slot = polls.agreed(session, row, slot_id)
    return slot.starts_at, slot.minutes


def _how(meeting: Arrangement) -> dict[str, Any]:
    needed = {SessionWay.place: meeting.place, SessionWay.link: meeting.link, SessionWay.event: meeting.link}
    if meeting.way in needed and needed[meeting.way] is None:
        raise Invalid([("/meeting/place" if meeting.way is SessionWay.place else "/meeting/link", "missing")])
    return {
        "way": meeting.way,
        "place": meeting.place if meeting.way in (SessionWay.place, SessionWay.event) else None,
        "link": meeting.link if meeting.way in (SessionWay.link, SessionWay.event) else None,
    }


def _as_before(planned: CoachingSession) -> Arrangement:
    return Arrangement(way=planned.way, place=planned.place, link=planned.link)


def _zone(taking: list[Taking]) -> str:
    """The zone that a session is meant in: of whoever asked for the coaching."""
    return parties.placed(taking)[0].zone


def _outside(taking: list[Taking], starts_at: datetime, minutes: int) -> dict[str, int]:
    """For how many minutes each organisation, by its id, sits outside its office hours."""
    weighed = slots.weigh(parties.placed(taking), starts_at, minutes)
    return {each.organisation.id: weighed[each.organisation.slug] for each in taking}


def _said(moment: datetime) -> str:
    return moment.isoformat()
