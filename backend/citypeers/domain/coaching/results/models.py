"""What came of a coaching: reports of both sides, action items, follow-ups, and what was made of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from citypeers.core import clock
from citypeers.core.dates import LONGEST_PARTIAL_DATE, UTCDateTime
from citypeers.core.rows import Json, Record, choice, new_id

REPORT = "coaching_report"
ACTION = "coaching_action"
FOLLOW_UP = "follow_up"
LanguageMap = dict[str, str]
FOLLOWED_AFTER_MONTHS = (3, 12)


class Impact(StrEnum):
    """Whether it changed anything."""

    yes = "yes"
    partly = "partly"
    no = "no"
    too_early = "too_early"


class HarvestKind(StrEnum):
    """What an outcome is made into."""

    lesson = "lesson"
    practice = "practice"
    replication = "replication"


class CoachingReport(SQLModel, table=True):
    """What one side says of a coaching; the other side reads it once both have said theirs, or two weeks have passed."""

    __tablename__ = REPORT
    __table_args__ = (
        UniqueConstraint("request_id", "organisation_id"),
        CheckConstraint("usefulness BETWEEN 1 AND 5", name="usefulness"),
    )

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    request_id: str = Field(foreign_key="coaching_request.id", max_length=32)
    organisation_id: str = Field(foreign_key="organisation.id", max_length=32)
    written_by: str = Field(max_length=60)
    """As histories name actors."""
    written_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    learned: LanguageMap = Field(sa_type=Json)
    missing: LanguageMap | None = Field(default=None, sa_type=Json)
    usefulness: int
    """From 1, not at all, to 5, very."""
    would_again: bool


class CoachingAction(Record, table=True):
    """What somebody will do because of a coaching, and until when."""

    __tablename__ = ACTION

    request_id: str = Field(foreign_key="coaching_request.id", max_length=32, index=True)
    organisation_id: str = Field(foreign_key="organisation.id", max_length=32)
    """Whose it is."""
    text: LanguageMap = Field(sa_type=Json)
    due: str = Field(max_length=LONGEST_PARTIAL_DATE)
    done_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    reminded_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class FollowUp(Record, table=True):
    """The question whether a coaching changed anything, months after it."""

    __tablename__ = FOLLOW_UP
    __table_args__ = (
        UniqueConstraint("request_id", "organisation_id", "months"),
        Index("ix_follow_up_asked_at_due_at", "asked_at", "due_at"),
    )

    request_id: str = Field(foreign_key="coaching_request.id", max_length=32)
    organisation_id: str = Field(foreign_key="organisation.id", max_length=32, index=True)
    """Who is asked."""
    months: int
    due_at: datetime = Field(sa_type=UTCDateTime)
    asked_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    change: Impact | None = Field(default=None, sa_type=choice(Impact))
    text: LanguageMap | None = Field(default=None, sa_type=Json)


class Harvest(SQLModel, table=True):
    """What was made of a coaching, and by whom: where a lesson, a practice or a replication comes from."""

    __tablename__ = "coaching_harvest"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    request_id: str = Field(foreign_key="coaching_request.id", max_length=32, index=True)
    kind: HarvestKind = Field(sa_type=choice(HarvestKind))
    subject: str = Field(max_length=64, index=True)
    """The practice's or the replication's id; of a lesson the project's."""
    part: str | None = Field(default=None, max_length=32)
    """Of a lesson, its id within the project."""
    made_by: str = Field(max_length=60)
    made_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
