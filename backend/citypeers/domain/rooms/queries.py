"""Reads of rooms: those of a person, and one with what lies in it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import newest
from citypeers.core.cursors import Cursors
from citypeers.core.paths import API
from citypeers.core.principal import Principal
from citypeers.core.rows import etag
from citypeers.domain.organisations import rendering
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.rooms import policy
from citypeers.domain.rooms.models import Room, RoomAgendaItem, RoomDocument, RoomMember, RoomTask
from citypeers.domain.rooms.schemas import (
    AgendaItem,
    RoomDocumentOut,
    RoomInside,
    RoomOut,
    RoomPage,
    RoomPerson,
    RoomQuery,
    RoomRow,
    RoomTaskOut,
)
from citypeers.identity.models import Account


def page(session: Session, who: Principal, query: RoomQuery, cursors: Cursors) -> RoomPage:
    """A page of the rooms that somebody is in, the newest first."""
    statement = select(Room).where(policy.inside.where(who))
    found = newest.page(session, statement, Room, col(Room.created_at), query, cursors)
    return RoomPage(items=_rows(session, found.rows), next=found.next, total=found.total)


def get(session: Session, who: Principal, id: str) -> tuple[RoomOut, str]:
    """One room and its entity tag."""
    row = policy.rooms.find(session, who, col(Room.id) == id)
    is_in = session.scalar(select(col(Room.id)).where(col(Room.id) == id, policy.inside.where(who))) is not None
    inside = _inside(session, id) if is_in else None
    return RoomOut(**dict(_rows(session, [row])[0]), inside=inside), etag(row)


def task(session: Session, row: RoomTask) -> tuple[RoomTaskOut, str]:
    """One task and its entity tag."""
    return _tasks(session, [row])[0], etag(row)


def document(row: RoomDocument) -> RoomDocumentOut:
    """A file as the people of its room see it."""
    return RoomDocumentOut(
        **row.model_dump(include=set(RoomDocumentOut.model_fields) - {"href"}),
        href=f"{API}/rooms/{row.room_id}/documents/{row.id}",
    )


def people(session: Session, rooms: Iterable[str]) -> dict[str, list[RoomPerson]]:
    """Who is in some rooms now, by their names."""
    found: dict[str, list[RoomPerson]] = {id: [] for id in rooms}
    members = (
        select(col(RoomMember.room_id), col(Account.id), col(Account.name))
        .join(Account, col(Account.id) == col(RoomMember.account_id))
        .where(col(RoomMember.room_id).in_(list(found)), policy.lasts())
        .order_by(col(Account.name), col(Account.id))
    )
    for room, id, name in session.execute(members):
        found[room].append(RoomPerson(id=id, name=name))
    return found


def _rows(session: Session, rows: Sequence[Room]) -> list[RoomRow]:
    named = people(session, [row.id for row in rows])
    kept = set(RoomRow.model_fields) & set(Room.model_fields)
    return [RoomRow(**row.model_dump(include=kept), people=named[row.id]) for row in rows]


def _inside(session: Session, id: str) -> RoomInside:
    points = select(RoomAgendaItem).where(col(RoomAgendaItem.room_id) == id).order_by(col(RoomAgendaItem.place))
    agreed = select(RoomTask).where(col(RoomTask.room_id) == id).order_by(col(RoomTask.created_at), col(RoomTask.id))
    files = select(RoomDocument).where(col(RoomDocument.room_id) == id, col(RoomDocument.is_stored))
    return RoomInside(
        agenda=[AgendaItem(text=point.text, minutes=point.minutes) for point in session.scalars(points)],
        tasks=_tasks(session, session.scalars(agreed).all()),
        documents=[document(row) for row in session.scalars(files.order_by(col(RoomDocument.uploaded_at), col(RoomDocument.id)))],
    )


def _tasks(session: Session, rows: Sequence[RoomTask]) -> list[RoomTaskOut]:
    owners = [row.owner_account_id for row in rows if row.owner_account_id]
    named = session.execute(select(col(Account.id), col(Account.name)).where(col(Account.id).in_(owners)))
    names: dict[str, str] = {row[0]: row[1] for row in named}
    bodies = [row.owner_organisation_id for row in rows if row.owner_organisation_id]
    links = {row.id: rendering.link(row) for row in session.scalars(select(Organisation).where(col(Organisation.id).in_(bodies)))}
    return [
        RoomTaskOut(
            **row.model_dump(include={"id", "version", "text", "due", "done_at"}),
            person=RoomPerson(id=row.owner_account_id, name=names[row.owner_account_id]) if row.owner_account_id else None,
            organisation=links.get(row.owner_organisation_id or ""),
        )
        for row in rows
    ]
