"""What is written and read of office hours, of times to meet at, and of sessions."""

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.forms import Country, Form, Part
from citypeers.core.text import LanguageMap, Line
from citypeers.domain.coaching.scheduling.models import Availability, SessionState, SessionWay
from citypeers.domain.coaching.scheduling.slots import ClosedFor
from citypeers.domain.coaching.scheduling.zones import WallTime
from citypeers.domain.organisations.schemas import OrganisationLink

MOST_DAYS = 42
MOST_ANSWERS = 200
MOST_SESSIONS = 26
SHORTEST, LONGEST = 15, 480
Clock = Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$", examples=["09:30"])]
Zone = Annotated[str, Field(max_length=60, pattern=r"^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$", examples=["America/Fortaleza"])]
Minutes = Annotated[int, Field(ge=SHORTEST, le=LONGEST, multiple_of=15)]
HttpsLink = Annotated[Line, Field(max_length=500, pattern=r"^https://[A-Za-z0-9.-]+(:\d{1,5})?([/?#][^\s\x00-\x1f\x7f\"<>\\]*)?$")]
"""An address on the web; nobody's name or password stands in it."""


class OfficeRange(Part):
    """Office hours on a day of the week, 1 is Monday, by the clocks of the place."""

    weekday: Annotated[int, Field(ge=1, le=7)]
    start: Clock
    end: Clock


class HoursWrite(Part):
    """The zone of an organisation, null to go by its place, and its hours, none for those that are common in its country."""

    zone: Zone | None = None
    hours: Annotated[list[OfficeRange], Field(max_length=21)] = []


class HoursOut(Form):
    """Where the clocks of an organisation stand and when its office is open."""

    organisation: OrganisationLink
    zone: Zone | None
    """Null where its country has several and neither it nor its place says which: then it has to be asked."""
    zone_from: Annotated[str, Field(pattern="^(stated|place)$")] | None
    zones: list[Zone]
    """The zones of its country, those nearest to it first."""
    hours: list[OfficeRange]
    hours_stated: bool
    """False where the hours are those that are common in its country."""


class SlotQuery(Form):
    """For which days and how long a time is looked for."""

    model_config = ConfigDict(extra="forbid")

    first: date | None = None
    """The day to begin with, of whoever asked for the coaching; tomorrow if not said."""
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = 14
    minutes: Minutes = 60


class SeriesQuery(Form):
    """How many sessions are looked for, and how often."""

    model_config = ConfigDict(extra="forbid")

    first: date
    sessions: Annotated[int, Field(ge=1, le=MOST_SESSIONS)] = 3
    weeks: Annotated[int, Field(ge=1, le=8)] = 2
    minutes: Minutes = 60


class SlotParty(Form):
    """A city that takes part."""

    hours: HoursOut
    carried: int
    """Minutes for which it sat outside its office hours in the sessions until now."""
    holidays_known: bool
    mine: bool
    """Whether the reader speaks for it."""


class SlotSeen(Form):
    """A slot on the clock of one party."""

    organisation: str
    day: date
    start: Clock
    end: Clock
    offset: int
    """Minutes ahead of UTC."""
    outside: int
    early: int
    late: int
    """Minutes outside its office hours; so many before it opens, so many after it closes."""


class AnswerOut(Form):
    """What a party says to a time."""

    organisation: str
    answer: Availability


class SlotOut(Form):
    """A time to meet; rank 1 burdens least, and those least who were burdened most. Without a rank it was only proposed."""

    id: str | None
    """Of a time that somebody has proposed."""
    starts_at: Instant
    minutes: int
    rank: int | None
    outside: int
    spread: int
    """How far the parties are apart over the series if this is taken, in minutes outside office hours."""
    seen: list[SlotSeen]
    answers: list[AnswerOut]
    agreed: bool
    """Whether every party can; only then it can be taken."""


class OfficeClosed(Form):
    """That an office is closed on a day: of a holiday the name and the country are told."""

    organisation: str
    day: date
    why: ClosedFor
    name: LanguageMap | None
    country: Country | None


class ClockChangeOut(Form):
    """That the clocks of a party are changed."""

    organisation: str
    at: Instant
    minutes: int
    """So far forward; less than nothing is back."""


class SlotDay(Form):
    """A day of the first party."""

    day: date
    slots: list[SlotOut]
    closed: list[OfficeClosed]
    changes: list[ClockChangeOut]


class SessionSlots(Form):
    """When the parties can meet. Where the zone of one is not known there are no days: ``zone_missing`` says whom to ask."""

    parties: list[SlotParty]
    zone_missing: list[str]
    ways: list[SessionWay]
    """How a session can be held here; a call where this instance is connected to a call service."""
    minutes: int
    days: list[SlotDay]
    proposed: list[SlotOut]
    """Every time that was proposed and is yet to come, with the answers, whatever its length."""


class SeriesTurn(Form):
    """One session of a series that takes turns."""

    day: date
    slot: SlotOut | None
    closed: list[OfficeClosed]
    """Why it is on another day, or on none."""


class SessionSeries(Form):
    """Sessions in which those sit outside their office hours who did so least until then."""

    parties: list[SlotParty]
    zone_missing: list[str]
    sessions: list[SeriesTurn]
    weekly: list["SessionAgain"]
    """The first of them at the same hour on the wall each time, whatever the clocks do."""


class SessionAgain(Form):
    """A later session at the hour on the wall of the first one."""

    starts_at: Instant
    wall: WallTime
    """Whether that hour is on the clocks that day: a skipped one moves on, of two the first is meant."""
    slot: SlotOut
    closed: list[OfficeClosed]
    """Whose office is closed on that day, and why."""


class SlotAnswer(Part):
    """What one's own city says to a time; one that is new is proposed by it."""

    starts_at: AwareDatetime
    answer: Availability


class SlotAnswers(Part):
    """What one's own city says to several times of one length."""

    organisation: Annotated[str, Field(max_length=120)] | None = None
    """By slug, where one speaks for several parties."""
    minutes: Minutes
    answers: Annotated[list[SlotAnswer], Field(min_length=1, max_length=MOST_ANSWERS)]


class Arrangement(Part):
    """How a session is held; of an event also when, of everything else that says the slot."""

    way: SessionWay
    place: Line | None = None
    link: HttpsLink | None = None
    starts_at: AwareDatetime | None = None
    minutes: Minutes | None = None


class CoachingSessionOut(Form):
    """A session of a coaching."""

    id: str
    version: int
    starts_at: Instant
    zone: Zone
    minutes: int
    way: SessionWay
    place: str | None
    link: str | None
    state: SessionState
    seen: list[SlotSeen]
    missing: list[str]
    """The organisations that did not come."""
    reason: str | None
    opens_at: Instant | None
    """When the room of a call opens."""
    ends_at: Instant
    changed_at: Instant


class CoachingSessionPage(Form):
    """The sessions of a coaching, the first one first; always whole."""

    items: list[CoachingSessionOut]
    next: str | None
    total: int


class CallEntrance(Form):
    """Where the reader gets into a call; it is theirs alone and holds until the room closes."""

    address: str
