"""Paths of office hours, of times to meet at, and of sessions."""

from typing import Annotated, Any

from fastapi import Query
from starlette.responses import Response

from citypeers.core.calendars import MEDIA_TYPE
from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Language, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.problems import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Unauthorised,
    Unavailable,
    declares,
)
from citypeers.core.rows import Id
from citypeers.core.text import Line
from citypeers.domain.coaching.scheduling import calls, finding, hours, polls, queries
from citypeers.domain.coaching.scheduling.schemas import (
    CallEntrance,
    CoachingSessionOut,
    CoachingSessionPage,
    HoursOut,
    HoursWrite,
    SeriesQuery,
    SessionSeries,
    SessionSlots,
    SlotAnswers,
    SlotQuery,
)
from citypeers.identity.current import Acting, SignedIn
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.models import Account
from citypeers.identity.router import PRIVATE, private

of_organisations = api_router(prefix="/organisations/{key}", tags=["organisations"])
router = api_router(prefix="/coaching-requests/{id}", tags=["coaching"])
READS = declares(Unauthorised, Forbidden, NotFound, Invalid)
CALENDAR: dict[int | str, Any] = {200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}}


@of_organisations.get("/office-hours", operation_id="organisations.office-hours", response_model=HoursOut, responses=READS)
def office_hours(who: Acting, session: Reading, key: Line) -> Response:
    """The time zone and the office hours of an organisation, for those who act for it."""
    return private(*hours.get(session, who, key))


@of_organisations.put(
    "/office-hours",
    operation_id="organisations.state-office-hours",
    response_model=HoursOut,
    responses=READS | declares(ForeignOrigin, PreconditionFailed, PreconditionRequired),
)
def state_hours(who: Acting, session: Writing, version: IfMatch, key: Line, write: HoursWrite) -> Response:
    """State the time zone and the office hours of an organisation anew."""
    return private(*hours.get(session, who, hours.put(session, who, key, write, version)))


@router.get("/slots", operation_id="coaching.slots", response_model=SessionSlots, responses=READS)
def slots(here: Here, who: Acting, session: Reading, id: Id, asked: Annotated[SlotQuery, Query()]) -> Response:
    """When the parties can meet: on the clock of each, with holidays by name, who sits outside office hours, and what they say."""
    return private(finding.find(session, who, id, asked, calls.ways(here.settings)))


@router.post(
    "/slots", operation_id="coaching.answer-slots", response_model=SessionSlots, responses=READS | declares(ForeignOrigin, Conflict)
)
def answer(here: Here, who: Acting, session: Writing, once: Idempotent, id: Id, given: SlotAnswers) -> Response:
    """Say for one's own city which times it can, if need be, or cannot; new ones are proposed by that."""
    row = polls.answer(session, who, id, given)
    found = finding.find(session, who, row.id, SlotQuery(minutes=given.minutes), calls.ways(here.settings))
    return once.keep(private(found))


@router.get("/slots/series", operation_id="coaching.series", response_model=SessionSeries, responses=READS)
def series(who: Acting, session: Reading, id: Id, asked: Annotated[SeriesQuery, Query()]) -> Response:
    """Sessions every so many weeks, in which the parties take turns at sitting outside their office hours."""
    return private(finding.turns(session, who, id, asked))


@router.get("/sessions", operation_id="coaching.sessions", response_model=CoachingSessionPage, responses=READS)
def sessions(who: Acting, session: Reading, id: Id) -> Response:
    """The sessions of a coaching, the first one first."""
    return private(queries.page(session, who, id))


@router.get("/sessions/{session_id}", operation_id="coaching.session", response_model=CoachingSessionOut, responses=READS)
def one(who: Acting, session: Reading, id: Id, session_id: Id) -> Response:
    """One session, on the clock of each party."""
    return private(*queries.get(session, who, id, session_id))


@router.get("/sessions/{session_id}/calendar", operation_id="coaching.calendar", response_model=None, responses=CALENDAR | READS)
def calendar(here: Here, who: Acting, session: Reading, language: Language, id: Id, session_id: Id) -> Response:
    """One session for one's own calendar (iCalendar); the same file later brings what has changed."""
    settings = here.settings
    text = queries.calendar(session, who, id, session_id, language, settings.public_url, settings.mail_from)
    headers = {**PRIVATE, "Content-Disposition": f'attachment; filename="session-{session_id[:8]}.ics"'}
    return Response(text, media_type=f"{MEDIA_TYPE}; charset=utf-8", headers=headers)


@router.post(
    "/sessions/{session_id}/entrance",
    operation_id="coaching.enter",
    response_model=CallEntrance,
    responses=READS | declares(ForeignOrigin, Conflict, Unavailable),
)
def enter(here: Here, signed: SignedIn, language: Language, id: Id, session_id: Id) -> Response:
    """The way into the call of a session, for the caller alone and while its room is open."""
    with here.database.reading() as session:  # over before the call service is asked, which may take its time
        call = queries.call(session, signed.who, id, session_id, language)
        name = session.get_one(Account, signed.account).name
    return private(CallEntrance(address=calls.enter(here.settings, call, calls.Guest(name))))
