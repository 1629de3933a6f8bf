"""What people follow, the searches they keep, and how often they are written to about it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from citypeers.core import clock
from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import choice, new_id


class Followed(StrEnum):
    """What can be followed, as the kinds of records are called."""

    project = "project"
    organisation = "organisation"
    network = "network"
    topic = "topic"


class Searched(StrEnum):
    """The lists of which a search can be kept."""

    projects = "projects"


class Rhythm(StrEnum):
    """How often somebody is written to at most."""

    off = "off"
    daily = "daily"
    weekly = "weekly"


class Follow(SQLModel, table=True):
    """That somebody follows a record."""

    account_id: str = Field(primary_key=True, foreign_key="account.id", max_length=32, ondelete="CASCADE")
    kind: Followed = Field(primary_key=True, sa_type=choice(Followed))
    subject: str = Field(primary_key=True, max_length=64)
    """The record's id."""
    followed_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)


class SavedSearch(SQLModel, table=True):
    """A search of a list that somebody keeps under a name."""

    __tablename__ = "saved_search"
    __table_args__ = (UniqueConstraint("account_id", "noun", "query"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    account_id: str = Field(foreign_key="account.id", max_length=32, ondelete="CASCADE")
    noun: Searched = Field(sa_type=choice(Searched))
    query: str = Field(max_length=1000)
    """The filters as the list's address has them, in one order."""
    name: str = Field(max_length=120)
    saved_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)


class Attention(SQLModel, table=True):
    """Until when somebody knows what is new, by their letters and by their desk."""

    account_id: str = Field(primary_key=True, foreign_key="account.id", max_length=32, ondelete="CASCADE")
    rhythm: Rhythm = Field(default=Rhythm.weekly, sa_type=choice(Rhythm))
    told_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime, index=True)
    seen_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
