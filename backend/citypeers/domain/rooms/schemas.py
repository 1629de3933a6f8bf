"""What is written and read of rooms."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from citypeers.core.dates import Instant, PartialDate
from citypeers.core.forms import Form, Part, Slug
from citypeers.core.rows import Id
from citypeers.core.text import LanguageMap, Line, safe
from citypeers.domain.organisations.schemas import OrganisationLink
from citypeers.domain.rooms.models import RoomKind

Minutes = Annotated[int, Field(ge=1, le=1440)]
WholeDay = Annotated[PartialDate, Field(min_length=10, max_length=10)]


class RoomPerson(Part):
    """Somebody of a room, as the others of it see them."""

    id: str
    name: str


class AgendaItem(Part):
    """A point of the agenda."""

    text: Line
    minutes: Minutes | None = None


class AgendaWrite(Part):
    """The whole agenda, in its order."""

    items: Annotated[list[AgendaItem], Field(max_length=50)]


class RoomTaskCreate(Part):
    """Something that was agreed to be done; a person of the room or an organisation does it."""

    text: Line
    person: Id | None = None
    organisation: Slug | None = None
    due: WholeDay | None = None


class RoomTaskPatch(Part):
    """What is said anew of a task; null takes away."""

    text: Line | None = None
    person: Id | None = None
    organisation: Slug | None = None
    due: WholeDay | None = None
    done: bool | None = None


class RoomTaskOut(Part):
    """Something that was agreed to be done."""

    id: str
    version: int
    text: str
    person: RoomPerson | None
    organisation: OrganisationLink | None
    due: str | None
    done_at: Instant | None


class RoomDocumentOut(Part):
    """A file of a room."""

    id: str
    name: str
    media_type: str
    size: int
    """In bytes."""
    uploaded_at: Instant
    href: str


class RoomInside(Part):
    """What lies in a room, for those who are in it."""

    agenda: list[AgendaItem]
    tasks: list[RoomTaskOut]
    documents: list[RoomDocumentOut]


class RoomRow(Part):
    """A room: what it is for, and who meets there."""

    id: str
    version: int
    kind: RoomKind
    about_kind: str
    about_id: str
    title: LanguageMap
    created_at: Instant
    closed_at: Instant | None
    """From then on nothing is written in it any more."""
    people: list[RoomPerson]


class RoomOut(RoomRow):
    """A room with what lies in it."""

    inside: RoomInside | None
    """Null for the staff, who know that the room exists."""


class RoomPage(Form):
    """Rooms, the newest first."""

    items: list[RoomRow]
    next: str | None
    total: int


class RoomQuery(Form):
    """Which of one's rooms are asked for."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class PrivateNoteSet(Part):
    """What somebody writes for themselves."""

    text: Annotated[str, Field(max_length=20_000), AfterValidator(safe)]


class PrivateNoteOut(Part):
    """What the reader has written for themselves in a room; nobody else reads it."""

    text: str
    written_at: Instant | None


class NoteTicketOut(Part):
    """What opens the line to a room's shared note, once and soon."""

    ticket: str
    expires_at: Instant
    path: str
    """Of the WebSocket, with the ticket in it."""
