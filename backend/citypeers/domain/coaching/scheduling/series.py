"""Sessions that come again: at the same hour on the wall of the zone they were meant in, or where the burden balances."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from citypeers.domain.coaching.scheduling import slots, zones
from citypeers.domain.coaching.scheduling.slots import Closed, Party, Slot
from citypeers.domain.coaching.scheduling.zones import Meant

WEEK = timedelta(days=7)
DAYS_TO_LOOK = 5
"""How many days of a week are looked at from the one a session would fall on, where that has no slot."""


def wall_of(starts_at: datetime, zone: str) -> datetime:
    """The hour on the wall that a session was meant at."""
    return starts_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def again(starts_at: datetime, zone: str, count: int, weeks: int) -> list[Meant]:
    """The same hour on the wall so many times, the first included, however the clocks are changed between."""
    wall = wall_of(starts_at, zone)
    first = Meant(starts_at, zones.meant(wall, zone).kind)
    return [first, *(zones.meant(wall + number * weeks * WEEK, zone) for number in range(1, count))]


@dataclass(frozen=True)
class Turn:
    """One session of a balanced series; without a slot where nobody could meet that week."""

    day: date
    slot: Slot | None
    closed: Sequence[Closed]
    """Why it is not on the day of the week that it would fall on."""


def balanced(parties: Sequence[Party], first: date, count: int, weeks: int, minutes: int, not_before: datetime) -> list[Turn]:
    """A series in which each session is the best for those who sat outside their office hours most until then."""
    turns, now = [], list(parties)
    for number in range(count):
        day = first + number * weeks * WEEK
        week = slots.find(now, day, day + timedelta(days=DAYS_TO_LOOK - 1), minutes, not_before)
        open_ = next((each for each in week if each.slots), None)
        if open_ is None:
            turns.append(Turn(day, None, [closed for each in week for closed in each.closed]))
            continue
        best = min(open_.slots, key=lambda slot: slot.rank)
        turns.append(Turn(open_.day, best, [closed for each in week if each.day < open_.day for closed in each.closed]))
        outside = {seen.organisation: seen.outside for seen in best.seen}
        now = [replace(party, carried=party.carried + outside[party.organisation]) for party in now]
    return turns
