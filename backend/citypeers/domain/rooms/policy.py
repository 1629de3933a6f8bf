"""Who is let into a room: its members while they are members. The staff knows that it exists and who meets there."""

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlmodel import col

from citypeers.core import clock
from citypeers.core.policy import Policy, Rule, role
from citypeers.core.principal import Principal, Role
from citypeers.domain.rooms.models import Room, RoomMember

staff = role(Role.administrator) | role(Role.secretariat)


def lasts() -> ColumnElement[bool]:
    """Whether a membership holds at this moment."""
    now = clock.now()
    return and_(col(RoomMember.since) <= now, or_(col(RoomMember.until).is_(None), col(RoomMember.until) > now))


def _inside(who: Principal) -> ColumnElement[bool]:
    if who.account is None:
        return false()
    mine = select(col(RoomMember.room_id)).where(col(RoomMember.account_id) == who.account, lasts())
    return col(Room.id).in_(mine)


inside = Rule(_inside)
rooms = Policy(Room, see=inside | staff, change=inside)
"""To read what lies in a room takes ``change`` as to write it: the staff is told no more than that the room is there."""
