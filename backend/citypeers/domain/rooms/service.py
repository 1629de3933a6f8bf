"""Verbs on rooms, for the nouns that open them: opened, entered, left, closed."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict
from citypeers.core.rows import rewrite
from citypeers.domain.rooms import policy
from citypeers.domain.rooms.models import KIND, Room, RoomKind, RoomMember, RoomNote


class RoomClosed(Conflict):
    name = "room-closed"


class RoomFull(Conflict):
    name = "room-full"


def open_room(
    session: Session,
    who: Principal,
    about: tuple[str, str],
    title: dict[str, str],
    members: Iterable[str],
    kind: RoomKind = RoomKind.coaching,
) -> Room:
    """A room for what ``about`` names by kind and id, with some accounts in it; the one that is there already, if there is one."""
    mine = select(Room).where(col(Room.about_kind) == about[0], col(Room.about_id) == about[1])
    row = session.scalars(mine).one_or_none()
    if row is None:
        row = Room(kind=kind, about_kind=about[0], about_id=about[1], title=title)
        session.add(row)
        session.flush()
        session.add(RoomNote(room_id=row.id))
        audit.record(session, who, "room.opened", KIND, row.id, {"about": (None, " ".join(about))})
    for account in members:
        admit(session, who, row.id, account)
    return row


def of(session: Session, about: tuple[str, str]) -> Room | None:
    """The room that was opened for something."""
    return session.scalars(select(Room).where(col(Room.about_kind) == about[0], col(Room.about_id) == about[1])).one_or_none()


def admit(session: Session, who: Principal, room_id: str, account_id: str, until: datetime | None = None) -> None:
    """Let an account into a room, at most until a moment; who was there before comes back."""
    row = session.get(RoomMember, (room_id, account_id))
    if row is None:
        row = RoomMember(room_id=room_id, account_id=account_id, until=until)
        session.add(row)
    elif row.until == until:
        return
    else:
        row.until = until
    session.flush()
    audit.record(session, who, "room.admitted", KIND, room_id, {"account": (None, account_id)}, about=account_id)


def remove_member(session: Session, who: Principal, room_id: str, account_id: str) -> None:
    """Let an account into a room no more; its line to the shared note is cut within seconds."""
    row = session.get(RoomMember, (room_id, account_id))
    now = clock.now()
    if row is None or (row.until is not None and row.until <= now):
        return
    row.until = now
    session.flush()
    audit.record(session, who, "room.left", KIND, room_id, {"account": (account_id, None)}, about=account_id)


def close(session: Session, who: Principal, room_id: str) -> None:
    """Let nothing be written in a room any more."""
    row = session.get_one(Room, room_id)
    if row.closed_at is None:
        rewrite(session, row, {"closed_at": clock.now()})
        audit.record(session, who, "room.closed", KIND, room_id)


def enter(session: Session, who: Principal, id: str) -> Room:
    """A room for one of its members to read; 404 to whoever does not know of it, 403 to the staff."""
    return policy.rooms.find(session, who, col(Room.id) == id, to=policy.rooms.change)


def write_in(session: Session, who: Principal, id: str) -> Room:
    """A room for one of its members to write in, while nobody closes it."""
    row = enter(session, who, id)
    session.execute(select(col(Room.id)).where(col(Room.id) == id).with_for_update())
    session.refresh(row)
    if row.closed_at is not None:
        raise RoomClosed
    return row
