"""The changes of shared notes as they are kept: appended in one order, read from any place of it, gathered in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import Select, bindparam, column, delete, insert, select, table, update
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.db import METADATA, Database, prepared
from citypeers.domain.rooms.models import Room, RoomNote, RoomUpdate, RoomUpdateCount
from citypeers.domain.rooms.note.seats import Seat, lasting

if TYPE_CHECKING:
    from pycrdt import Doc

AT_ONCE = 500
"""Changes that are written or read together."""
STAYS = timedelta(minutes=1)
"""For so long a gathered change stays readable by itself, for processes that have not read it yet."""
log = structlog.get_logger()


class Refused(Enum):
    """Why a change was not kept."""

    access_ended = "access ended"
    room_closed = "room closed"


@dataclass(frozen=True)
class Kept:
    """A note as the database has it."""

    content: Sequence[bytes]
    """What makes it, in its order."""
    position: int
    """The last change that is in it."""


def append(database: Database, changes: Sequence[tuple[Seat, bytes]]) -> list[int | Refused]:
    """Keep changes in one transaction; the position of each, or why it is refused."""
    with database.transaction() as session:
        seats = {seat for seat, _ in changes}
        held = lasting(session, seats)
        rooms = select(col(Room.id)).where(col(Room.id).in_({seat.room for seat in seats}), col(Room.closed_at).is_(None))
        open_ = set(session.scalars(rooms))
        outcomes: list[int | Refused] = []
        rows: list[dict[str, Any]] = []
        kept = [seat in held and seat.room in open_ for seat, _ in changes]
        position = _raised(session, sum(kept)) - sum(kept)
        now = clock.now()
        for (seat, content), is_kept in zip(changes, kept, strict=True):
            if is_kept:
                position += 1
                rows.append({"position": position, "room_id": seat.room, "at": now, "content": content})
                outcomes.append(position)
            else:
                outcomes.append(Refused.room_closed if seat in held else Refused.access_ended)
        if rows:
            session.execute(insert(METADATA.tables[str(RoomUpdate.__tablename__)]), rows)
        return outcomes


def _raised(session: Session, by: int) -> int:
    """Whoever numbers changes holds the row until the commit, so that positions appear in their order."""
    raised = update(RoomUpdateCount).values(value=RoomUpdateCount.value + by).returning(col(RoomUpdateCount.value))
    return int(session.execute(raised, execution_options={"synchronize_session": False}).scalar_one())


@prepared
def _after() -> Select[Any]:
    changes = table("room_update", *(column(name) for name in ("position", "room_id", "content")))
    newer = changes.c.position > bindparam("position")
    return select(changes.c.position, changes.c.room_id, changes.c.content).where(newer).order_by(changes.c.position).limit(AT_ONCE)


def after(database: Database, position: int) -> list[tuple[int, str, bytes]]:
    """The next changes of all notes."""
    return [(row[0], row[1], bytes(row[2])) for row in database.rows(_after(), {"position": position})]


def last(database: Database) -> int:
    """The position of the last change of all."""
    with database.reading() as session:
        return session.scalar(select(col(RoomUpdateCount.value))) or 0


def load(database: Database, room: str) -> Kept:
    """A note as it is now."""
    with database.reading() as session:
        note, newer = _kept(session, room)
        return Kept([note.content, *(row.content for row in newer)], newer[-1].position if newer else note.position)


def _kept(session: Session, room: str) -> tuple[RoomNote, Sequence[RoomUpdate]]:
    note = session.get_one(RoomNote, room)
    newer = select(RoomUpdate).where(col(RoomUpdate.room_id) == room, col(RoomUpdate.position) > note.position)
    return note, session.scalars(newer.order_by(col(RoomUpdate.position))).all()


def whole(contents: Sequence[bytes], room: str) -> "Doc[Any]":
    """A copy of a note from what makes it; what cannot be taken is left out, and does not keep the rest away."""
    from pycrdt import Doc  # here, so that a process in which nobody opens a note does not carry it

    doc: Doc[Any] = Doc()
    for content in contents:
        taken(doc, content, room)
    return doc


def taken(doc: "Doc[Any]", content: bytes, room: str) -> bool:
    """Take a change into a copy."""
    try:
        doc.apply_update(content)
    except (ValueError, RuntimeError):
        log.error("rooms.change_unreadable", room=room)
        return False
    return True


def gather(database: Database, room: str) -> None:
    """Make one content of a note's changes, and forget the changes themselves after a minute."""
    with database.transaction() as session:
        session.execute(select(col(RoomNote.room_id)).where(col(RoomNote.room_id) == room).with_for_update())
        note, newer = _kept(session, room)
        if newer:
            note.content = whole([note.content, *(row.content for row in newer)], room).get_update()
            note.position = newer[-1].position
            session.flush()
        gathered = col(RoomUpdate.position) <= note.position
        old = col(RoomUpdate.at) <= clock.now() - STAYS
        session.execute(delete(RoomUpdate).where(col(RoomUpdate.room_id) == room, gathered, old))
