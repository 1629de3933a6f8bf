"""What the people of a room agree to do."""

from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.principal import Principal
from citypeers.core.problems import Invalid, NotFound
from citypeers.core.rows import matches, rewrite
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.rooms import policy, service
from citypeers.domain.rooms.models import KIND, RoomMember, RoomTask
from citypeers.domain.rooms.schemas import RoomTaskCreate, RoomTaskPatch

MOST_TASKS = 200


def add(session: Session, who: Principal, id: str, write: RoomTaskCreate) -> RoomTask:
    """Agree on something."""
    service.write_in(session, who, id)
    number = session.scalar(select(func.count()).where(col(RoomTask.room_id) == id)) or 0
    if number >= MOST_TASKS:
        raise service.RoomFull
    row = RoomTask(room_id=id, **_values(session, id, write.model_dump()))
    _one_owner(row)
    session.add(row)
    session.flush()
    audit.record(session, who, "room.task_added", KIND, id, {"task": (None, row.id)})
    return row


def change(session: Session, who: Principal, id: str, task: str, patch: RoomTaskPatch, version: str) -> RoomTask:
    """Say anew what, who, until when, and whether it is done."""
    row = _find(session, who, id, task)
    matches(row, version)
    given = patch.model_dump(exclude_unset=True)
    if given.get("text", "") is None:
        raise Invalid([("/text", "missing")])
    values = _values(session, id, given)
    if values:
        rewrite(session, row, values)
        _one_owner(row)
        audit.record(session, who, "room.task_changed", KIND, id, {"task": (row.id, row.id)})
    return row


def remove(session: Session, who: Principal, id: str, task: str) -> None:
    """Take back what was agreed on."""
    row = _find(session, who, id, task)
    session.delete(row)
    audit.record(session, who, "room.task_removed", KIND, id, {"task": (task, None)})


def _find(session: Session, who: Principal, id: str, task: str) -> RoomTask:
    service.write_in(session, who, id)
    row = session.get(RoomTask, task)
    if row is None or row.room_id != id:
        raise NotFound
    return row


def _one_owner(row: RoomTask) -> None:
    if row.owner_account_id and row.owner_organisation_id:
        raise Invalid([("/organisation", "one_owner")])


def _values(session: Session, room: str, given: dict[str, Any]) -> dict[str, Any]:
    """The columns that a body speaks of."""
    values: dict[str, Any] = {name: given[name] for name in ("text", "due") if name in given}
    if "person" in given:
        values["owner_account_id"] = _person(session, room, given["person"])
    if "organisation" in given:
        values["owner_organisation_id"] = _organisation(session, given["organisation"])
    if "done" in given:
        values["done_at"] = clock.now() if given["done"] else None
    return values


def _person(session: Session, room: str, id: str | None) -> str | None:
    member = select(RoomMember).where(col(RoomMember.room_id) == room, col(RoomMember.account_id) == id, policy.lasts())
    if id is not None and session.scalars(member).one_or_none() is None:
        raise Invalid([("/person", "not_of_this_room")])
    return id


def _organisation(session: Session, slug: str | None) -> str | None:
    if slug is None:
        return None
    found: str | None = session.scalar(select(col(Organisation.id)).where(col(Organisation.slug) == slug))
    if found is None:
        raise Invalid([("/organisation", "unknown_organisation")])
    return found
