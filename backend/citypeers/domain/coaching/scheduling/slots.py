"""The slot finder: when some cities can meet, who sits outside office hours for it, and whose turn that is.

Pure: parties and a window in, slots out, the same for the same. Nobody is asked to sit up at night.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from citypeers.domain.coaching.scheduling import closures, zones

STEP = timedelta(minutes=30)
DAY_BEGINS, DAY_ENDS = 6 * 60, 22 * 60
"""Between these minutes of its day a city may be asked to meet; the rest is night."""
WHOLE_DAY = 24 * 60


@dataclass(frozen=True)
class Range:
    """Office hours on a day of the week (1 is Monday), in minutes from midnight on the wall."""

    weekday: int
    start: int
    end: int


@dataclass(frozen=True)
class Away:
    """Days on which nobody of an organisation is there, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class Party:
    """A city that takes part: where its clocks stand and when its office is open."""

    organisation: str
    zone: str
    country: str | None
    hours: Sequence[Range]
    away: Sequence[Away] = ()
    carried: int = 0
    """Minutes for which it sat outside its office hours in the sessions before."""


@dataclass(frozen=True)
class Seen:
    """A slot as one party sees it: on its own clock."""

    organisation: str
    starts: datetime
    ends: datetime
    outside: int
    """Minutes outside office hours, of which so many are before the office opens and so many after it closes."""
    early: int
    late: int


@dataclass(frozen=True)
class Slot:
    """A time to meet; the first in rank burdens least, and those least who were burdened most so far."""

    starts_at: datetime
    minutes: int
    seen: Sequence[Seen]
    outside: int
    spread: int
    """How far the parties are apart over the whole series, in minutes outside office hours, if this slot is taken."""
    rank: int = 0


class ClosedFor(StrEnum):
    holiday = "holiday"
    away = "away"
    day_off = "day_off"
    """A day of the week without office hours."""


@dataclass(frozen=True)
class Closed:
    """That a party's office is closed on a day, and why: a holiday with its name and its country."""

    organisation: str
    day: date
    why: ClosedFor
    name: Mapping[str, str] | None = None
    country: str | None = None


@dataclass(frozen=True)
class Day:
    """A day on the calendar of the first party: its slots, and why there are none or fewer."""

    day: date
    slots: Sequence[Slot]
    closed: Sequence[Closed]
    changes: Sequence[tuple[str, zones.ClockChange]]
    """Whose clocks are changed."""


@dataclass
class _Calendar:
    """What a party's days look like, each worked out once."""

    party: Party
    known: dict[date, tuple[Sequence[tuple[datetime, datetime]], Closed | None]] = field(default_factory=dict)

    def on(self, day: date) -> tuple[Sequence[tuple[datetime, datetime]], Closed | None]:
        """The hours of the office on a day, and why it is closed if it is."""
        if day not in self.known:
            closed = closed_on(self.party, day)
            self.known[day] = (() if closed else office(self.party, day), closed)
        return self.known[day]

    def sees(self, starts_at: datetime, ends_at: datetime) -> Seen | None:
        """A slot on this party's clock; None where it is closed that day, or at night."""
        here = ZoneInfo(self.party.zone)
        starts, ends = starts_at.astimezone(here), ends_at.astimezone(here)
        (open_, closed), until = self.on(starts.date()), _minute(ends) or WHOLE_DAY
        if closed or starts.date() != (ends - timedelta(seconds=1)).date() or _minute(starts) < DAY_BEGINS or until > DAY_ENDS:
            return None
        inside = sum((_shared(starts_at, ends_at, opens, closes) for opens, closes in open_), timedelta())
        early = _shared(starts_at, ends_at, starts_at, open_[0][0])
        late = _shared(starts_at, ends_at, open_[-1][1], ends_at)
        return Seen(
            organisation=self.party.organisation,
            starts=starts,
            ends=ends,
            outside=_minutes(ends_at - starts_at - inside),
            early=_minutes(early),
            late=_minutes(late),
        )


def find(parties: Sequence[Party], first: date, last: date, minutes: int, not_before: datetime) -> list[Day]:
    """Every slot from one day of the first party to another, both included, day by day and each with its rank."""
    calendars = [_Calendar(party) for party in parties]
    found = {day: list(_slots(calendars, day, minutes, not_before)) for day in _days(first, last)}
    every = sorted(
        (slot for slots in found.values() for slot in slots), key=lambda slot: (slot.outside, slot.spread, slot.starts_at)
    )
    ranks = {slot.starts_at: number for number, slot in enumerate(every, 1)}
    return [
        Day(
            day=day,
            slots=[_ranked(slot, ranks[slot.starts_at]) for slot in slots],
            closed=list(_closed(calendars, day)),
            changes=[(party.organisation, change) for party in parties for change in zones.changes(party.zone, day, day)],
        )
        for day, slots in found.items()
    ]


def weigh(parties: Sequence[Party], starts_at: datetime, minutes: int) -> dict[str, int]:
    """For how many minutes each party sits outside office hours in a session, whenever that is."""
    ends_at = starts_at + timedelta(minutes=minutes)
    outside = {}
    for party in parties:
        calendar, here = _Calendar(party), ZoneInfo(party.zone)
        days = _days(starts_at.astimezone(here).date(), ends_at.astimezone(here).date())
        open_ = [hours for day in days for hours in calendar.on(day)[0]]
        inside = sum((_shared(starts_at, ends_at, opens, closes) for opens, closes in open_), timedelta())
        outside[party.organisation] = minutes - _minutes(inside)
    return outside


def office(party: Party, day: date) -> list[tuple[datetime, datetime]]:
    """The hours of an office on a day as instants, whether or not the day is a holiday."""
    ranges = sorted((each.start, each.end) for each in party.hours if each.weekday == day.isoweekday())
    return [(_at(day, start, party.zone), _at(day, end, party.zone)) for start, end in ranges]


def closed_on(party: Party, day: date) -> Closed | None:
    """Why an office is closed on a day, if it is; a holiday is named even where it falls on a day off."""
    name = closures.holiday(party.country, day)
    if name:
        return Closed(party.organisation, day, ClosedFor.holiday, name, party.country)
    if any(away.first <= day <= away.last for away in party.away):
        return Closed(party.organisation, day, ClosedFor.away)
    if not any(each.weekday == day.isoweekday() for each in party.hours):
        return Closed(party.organisation, day, ClosedFor.day_off)
    return None


def _slots(calendars: Sequence[_Calendar], day: date, minutes: int, not_before: datetime) -> Iterator[Slot]:
    """The slots that begin on a day of the first party, on its half hours."""
    zone = calendars[0].party.zone
    starts_at, end = _at(day, 0, zone), _at(day + timedelta(days=1), 0, zone)
    while starts_at < end:
        seen = _on_every_clock(calendars, starts_at, minutes) if starts_at >= not_before else []
        if seen:
            outside = [each.outside for each in seen]
            burdens = [calendar.party.carried + each for calendar, each in zip(calendars, outside, strict=True)]
            yield Slot(starts_at, minutes, seen, sum(outside), max(burdens) - min(burdens))
        starts_at += STEP


def _on_every_clock(calendars: Sequence[_Calendar], starts_at: datetime, minutes: int) -> list[Seen]:
    """A slot as each party sees it; none as soon as one of them cannot."""
    seen = []
    for calendar in calendars:
        one = calendar.sees(starts_at, starts_at + timedelta(minutes=minutes))
        if one is None:
            return []
        seen.append(one)
    return seen


def _closed(calendars: Sequence[_Calendar], day: date) -> Iterator[Closed]:
    """Who is closed on a day of the first party, or on the days that others have during it."""
    zone = calendars[0].party.zone
    begins, ends = _at(day, DAY_BEGINS, zone), _at(day, DAY_ENDS, zone)
    for calendar in calendars:
        here = ZoneInfo(calendar.party.zone)
        for its_day in _days(begins.astimezone(here).date(), ends.astimezone(here).date()):
            closed = calendar.on(its_day)[1]
            if closed:
                yield closed


def _ranked(slot: Slot, rank: int) -> Slot:
    return Slot(slot.starts_at, slot.minutes, slot.seen, slot.outside, slot.spread, rank)


def _at(day: date, minute: int, zone: str) -> datetime:
    """A minute of a day on a clock; of what is skipped or shown twice :func:`zones.meant` knows which instant it is."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    return zones.meant(wall, zone).instant


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _minute(wall: datetime) -> int:
    return wall.hour * 60 + wall.minute


def _minutes(length: timedelta) -> int:
    return round(length.total_seconds() / 60)


def _shared(starts: datetime, ends: datetime, others_start: datetime, others_end: datetime) -> timedelta:
    """How long two stretches of time overlap; nothing where they do not."""
    return max(min(ends, others_end) - max(starts, others_start), timedelta())
