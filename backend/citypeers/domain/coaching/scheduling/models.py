"""Hours of offices, times that cities can meet at, and the sessions that came of them."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from citypeers.core import clock
from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Json, Record, choice, new_id

KIND = "coaching_session"
HOURS = "coaching_hours"


class CoachingHours(Record, table=True):
    """The zone and the office hours that an organisation has stated."""

    __tablename__ = "coaching_hours"

    organisation_id: str = Field(foreign_key="organisation.id", max_length=32, unique=True, ondelete="CASCADE")
    zone: str | None = Field(default=None, max_length=60)
    """An IANA zone; None where the place of the organisation says it."""
    hours: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    """Empty where the organisation has not stated them."""


class SessionSlot(SQLModel, table=True):
    """A time that somebody has proposed for a session of a coaching."""

    __tablename__ = "session_slot"
    __table_args__ = (UniqueConstraint("request_id", "starts_at", "minutes"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    request_id: str = Field(foreign_key="coaching_request.id", max_length=32, index=True, ondelete="CASCADE")
    starts_at: datetime = Field(sa_type=UTCDateTime)
    minutes: int
    proposed_by: str = Field(foreign_key="organisation.id", max_length=32, ondelete="CASCADE")
    proposed_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)


class Availability(StrEnum):
    """Whether a party can at a time."""

    yes = "yes"
    if_need_be = "if_need_be"
    no = "no"


class SessionAnswer(SQLModel, table=True):
    """What a party says to a time that was proposed."""

    __tablename__ = "session_answer"

    slot_id: str = Field(primary_key=True, foreign_key="session_slot.id", max_length=32, ondelete="CASCADE")
    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", max_length=32, ondelete="CASCADE")
    answer: Availability = Field(sa_type=choice(Availability))
    answered_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)


class SessionState(StrEnum):
    planned = "planned"
    held = "held"
    no_show = "no_show"
    """Somebody did not come."""
    cancelled = "cancelled"


class SessionWay(StrEnum):
    """How people meet in a session."""

    call = "call"
    """In a room of the call service of this instance."""
    link = "link"
    """At an address that was pasted."""
    place = "place"
    event = "event"
    """Both take part in a technical event, which has its own date."""


class CoachingSession(Record, table=True):
    """A session of a coaching: when by the clocks of which zone, how, and what became of it."""

    __tablename__ = "coaching_session"

    request_id: str = Field(foreign_key="coaching_request.id", max_length=32, index=True, ondelete="CASCADE")
    starts_at: datetime = Field(sa_type=UTCDateTime)
    zone: str = Field(max_length=60)
    """The zone by whose clocks it was meant."""
    minutes: int
    way: SessionWay = Field(sa_type=choice(SessionWay))
    place: str | None = Field(default=None, max_length=300)
    link: str | None = Field(default=None, max_length=500)
    """Of what was pasted, and of an event."""
    state: SessionState = Field(default=SessionState.planned, sa_type=choice(SessionState))
    sequence: int = 0
    """How often it was changed since it was first in anybody's calendar; the id is what it is called there."""
    outside: dict[str, int] = Field(default_factory=dict, sa_type=Json)
    """For how many minutes each organisation sits outside its office hours."""
    missing: list[str] = Field(default_factory=list, sa_type=Json)
    """The organisations that did not come."""
    reason: str | None = Field(default=None, max_length=500)

    def is_over(self) -> bool:
        """Whether its time has passed."""
        return self.starts_at + timedelta(minutes=self.minutes) <= clock.now()
