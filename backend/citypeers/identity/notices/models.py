"""What people were told, and how each of them wants to be told."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Json, choice, new_id

HOUR = 8
ZONE = "UTC"


class WayTold(StrEnum):
    """How somebody is told of what letters of one group tell."""

    at_once = "at_once"
    """By a letter for each, and in the program."""
    digest = "digest"
    """By one letter a day, and in the program."""
    in_app = "in_app"
    """In the program alone."""


class Notice(SQLModel, table=True):
    """That somebody was told something, as they read it in the program."""

    __table_args__ = (
        Index("ix_notice_account_id_created_at", "account_id", "created_at"),
        Index("ix_notice_waits_account_id", "waits", "account_id"),
    )

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    account_id: str = Field(foreign_key="account.id", max_length=32, ondelete="CASCADE")
    letter: str = Field(max_length=60)
    title: dict[str, str] = Field(sa_type=Json)
    text: dict[str, str] = Field(sa_type=Json)
    """Without a greeting; empty where the title says it all."""
    link: str | None = Field(default=None, max_length=500)
    """A path here."""
    about: str | None = Field(default=None, max_length=64, index=True)
    """The person of whom it tells, as their own table names them: with them it goes."""
    waits: bool = False
    """Whether the next daily letter has yet to tell it."""
    created_at: datetime = Field(sa_type=UTCDateTime)
    read_at: datetime | None = Field(default=None, sa_type=UTCDateTime, index=True)


class NoticeWay(SQLModel, table=True):
    """How somebody wants to be told of one group; where there is none, at once."""

    __tablename__ = "notice_way"

    account_id: str = Field(primary_key=True, foreign_key="account.id", max_length=32, ondelete="CASCADE")
    group_name: str = Field(primary_key=True, max_length=60)
    way: WayTold = Field(sa_type=choice(WayTold))


class NoticeHour(SQLModel, table=True):
    """The hour at which somebody's daily letter goes out."""

    __tablename__ = "notice_hour"

    account_id: str = Field(primary_key=True, foreign_key="account.id", max_length=32, ondelete="CASCADE")
    hour: int = HOUR
    zone: str = Field(default=ZONE, max_length=64)
    """A name of the IANA time zone database."""
