"""Rooms in which some people work together, and what lies in them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from citypeers.core import clock
from citypeers.core.dates import LONGEST_PARTIAL_DATE, UTCDateTime
from citypeers.core.rows import Json, Record, choice, new_id

KIND = "room"


class RoomKind(StrEnum):
    """What people meet in a room for."""

    coaching = "coaching"
    meeting = "meeting"
    group = "group"


class Room(Record, table=True):
    """A room; its version is that of its agenda and of whether it is open."""

    __table_args__ = (UniqueConstraint("about_kind", "about_id"),)

    kind: RoomKind = Field(sa_type=choice(RoomKind))
    about_kind: str = Field(max_length=40)
    """What it was opened for, such as a request for coaching."""
    about_id: str = Field(max_length=64)
    title: dict[str, str] = Field(sa_type=Json)
    closed_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    """From then on everything stays readable, and nothing is written."""


class RoomMember(SQLModel, table=True):
    """Somebody who works in a room from one moment to another."""

    __tablename__ = "room_member"

    room_id: str = Field(foreign_key="room.id", primary_key=True, max_length=32, ondelete="CASCADE")
    account_id: str = Field(foreign_key="account.id", primary_key=True, max_length=32, index=True, ondelete="CASCADE")
    since: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    until: datetime | None = Field(default=None, sa_type=UTCDateTime)


class RoomAgendaItem(SQLModel, table=True):
    """One point of a room's agenda."""

    __tablename__ = "room_agenda_item"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    room_id: str = Field(foreign_key="room.id", max_length=32, index=True, ondelete="CASCADE")
    place: int
    """Its place in the order, from 0."""
    text: str = Field(max_length=300)
    minutes: int | None = None


class RoomTask(Record, table=True):
    """Something that was agreed to be done: by whom, until when."""

    __tablename__ = "room_task"

    room_id: str = Field(foreign_key="room.id", max_length=32, index=True, ondelete="CASCADE")
    text: str = Field(max_length=300)
    owner_account_id: str | None = Field(
        default=None, foreign_key="account.id", max_length=32, index=True, ondelete="SET NULL", nullable=True
    )
    owner_organisation_id: str | None = Field(default=None, foreign_key="organisation.id", max_length=32)
    due: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    done_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class RoomDocument(SQLModel, table=True):
    """A file of a room. Its bytes lie in the storage."""

    __tablename__ = "room_document"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    room_id: str = Field(foreign_key="room.id", max_length=32, index=True, ondelete="CASCADE")
    sha256: str = Field(max_length=64)
    size: int
    media_type: str = Field(max_length=100)
    name: str = Field(max_length=120)
    uploaded_by: str = Field(max_length=60)
    """As histories name actors."""
    uploaded_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    is_stored: bool = False
    """Whether its bytes are all there: not yet while they are written, no more while they are removed."""


class PrivateNote(Record, table=True):
    """What a member of a room writes for themselves; nobody else ever reads it."""

    __tablename__ = "private_note"
    __table_args__ = (UniqueConstraint("room_id", "account_id"),)

    room_id: str = Field(foreign_key="room.id", max_length=32, ondelete="CASCADE")
    account_id: str = Field(foreign_key="account.id", max_length=32, index=True, ondelete="CASCADE")
    text: str = Field(sa_type=Text)


class RoomNote(SQLModel, table=True):
    """The shared note of a room up to one of its updates, as one Yjs update."""

    __tablename__ = "room_note"

    room_id: str = Field(foreign_key="room.id", primary_key=True, max_length=32, ondelete="CASCADE")
    position: int = 0
    """The last update that is in it."""
    content: bytes = Field(default=b"\x00\x00", sa_type=LargeBinary)


class RoomUpdate(SQLModel, table=True):
    """One change of a shared note, as Yjs writes it, in the order of all changes of all notes."""

    __tablename__ = "room_update"
    __table_args__ = (Index("ix_room_update_room", "room_id", "position"),)

    position: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    room_id: str = Field(foreign_key="room.id", max_length=32, ondelete="CASCADE")
    at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    content: bytes = Field(sa_type=LargeBinary)


class RoomUpdateCount(SQLModel, table=True):
    """The one row that numbers the changes of all notes.

    It is none of the shared counters: whoever raises one of those holds them all, and letters would wait for imports.
    """

    __tablename__ = "room_update_count"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    value: int = 0


class NoteTicket(SQLModel, table=True):
    """What opens the line to a shared note once; by its digest."""

    __tablename__ = "note_ticket"

    digest: str = Field(primary_key=True, max_length=64)
    room_id: str = Field(foreign_key="room.id", max_length=32, ondelete="CASCADE")
    account_id: str = Field(foreign_key="account.id", max_length=32, index=True, ondelete="CASCADE")
    session_id: str = Field(max_length=32)
    expires_at: datetime = Field(sa_type=UTCDateTime, index=True)
