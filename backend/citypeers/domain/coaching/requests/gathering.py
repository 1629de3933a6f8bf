"""The room of a coaching: open to the people of its sides from the last yes on, and closed when it ends."""

from sqlmodel import Session

from citypeers.core.principal import Principal
from citypeers.domain.coaching.models import REQUEST, CoachingRequest, RequestState
from citypeers.domain.coaching.requests import settling
from citypeers.domain.coaching.requests.states import FINAL, MATCHED
from citypeers.domain.members import acting
from citypeers.domain.rooms import service as rooms


def follow(session: Session, who: Principal, row: CoachingRequest) -> None:
    """Let those into the room who take part now, and nobody else."""
    about = (REQUEST, row.id)
    room = rooms.of(session, about)
    state = row.held_from if row.state is RequestState.on_hold else row.state
    if room is None and state not in MATCHED:
        return
    if state in FINAL:
        if room is not None:
            rooms.close(session, who, room.id)
        return
    people = {account.id for side in settling.sides(session, row) for account in acting.speakers(session, side)}
    room = rooms.open_room(session, who, about, row.title, sorted(people))
    for gone in rooms.members(session, room.id) - people:
        rooms.remove_member(session, who, room.id, gone)


def room_of(session: Session, who: Principal, row: CoachingRequest) -> str | None:
    """The id of the room, for whoever is in it."""
    room = rooms.of(session, (REQUEST, row.id))
    return room.id if room is not None and who.account in rooms.members(session, room.id) else None
