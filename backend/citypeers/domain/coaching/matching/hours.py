"""Office hours in time zones, and how long two of them overlap on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Range = tuple[int, int]
"""From one minute of the local day to another."""
WEDNESDAY = 2
NOON = 12 * 60
USUAL: tuple[tuple[Range, ...], ...] = (((9 * 60, 17 * 60),),) * 5 + ((), ())
"""Nine to five from Monday to Friday."""


@dataclass(frozen=True)
class Hours:
    """When somebody is in the office: local ranges of each weekday, Monday first, in a zone."""

    zone: str
    week: tuple[tuple[Range, ...], ...] = USUAL


def reference_day(start: date, end: date) -> date:
    """The day of a window for which hours are compared: its first Wednesday, which nobody's weekend touches, or its first day."""
    wednesday = start + timedelta(days=(WEDNESDAY - start.weekday()) % 7)
    return wednesday if wednesday <= end else start


def ranges_on(hours: Hours, day: date, around: int = 0) -> Iterator[Range]:
    """The ranges of a local day, and of those around it, in minutes since the noon of that day in UTC."""
    zone, origin = ZoneInfo(hours.zone), datetime.combine(day, time(12), UTC)
    for shift in range(-around, around + 1):
        there = day + timedelta(days=shift)
        # From noon, because the clocks are changed at night.
        noon = int((datetime.combine(there, time(12), zone) - origin).total_seconds()) // 60
        for begins, ends in hours.week[there.weekday()]:
            yield noon + begins - NOON, noon + ends - NOON


def shared_minutes(one: Hours, other: Hours, day: date) -> int:
    """How many minutes of one's day in the office the other is in as well, whichever day it is there."""
    theirs = list(ranges_on(other, day, around=1))
    return sum(
        max(0, min(ends, their_end) - max(begins, their_begin))
        for begins, ends in ranges_on(one, day)
        for their_begin, their_end in theirs
    )
