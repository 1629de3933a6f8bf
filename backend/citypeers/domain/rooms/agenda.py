"""The agenda of a room, written whole."""

from sqlalchemy import delete
from sqlmodel import Session, col

from citypeers.core import audit
from citypeers.core.principal import Principal
from citypeers.core.rows import matches, rewrite
from citypeers.domain.rooms import service
from citypeers.domain.rooms.models import KIND, Room, RoomAgendaItem
from citypeers.domain.rooms.schemas import AgendaWrite


def plan(session: Session, who: Principal, id: str, write: AgendaWrite, version: str) -> Room:
    """Put another agenda in the place of the one that was seen."""
    row = service.write_in(session, who, id)
    matches(row, version)
    session.execute(delete(RoomAgendaItem).where(col(RoomAgendaItem.room_id) == id))
    for place, item in enumerate(write.items):
        session.add(RoomAgendaItem(room_id=id, place=place, text=item.text, minutes=item.minutes))
    session.flush()
    rewrite(session, row, {})
    audit.record(session, who, "room.planned", KIND, id, {"points": (None, len(write.items))})
    return row
