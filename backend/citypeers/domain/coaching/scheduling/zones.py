"""Time zones: which one a place keeps, what an hour on its clocks means, and when they are changed."""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from importlib import resources
from zoneinfo import ZoneInfo

SAME_FOR = timedelta(days=730)
"""How long the clocks of two zones have to agree from now on to be taken for the same."""


@functools.cache
def _listed() -> Sequence[tuple[str, str, str]]:
    """Country, place and name of every zone, as the time zone database has them."""
    text = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [(country, place, zone) for country, place, zone, *_ in lines]


@functools.cache
def by_country() -> Mapping[str, tuple[str, ...]]:
    """The zones of each country."""
    found: dict[str, list[str]] = {}
    for country, _, zone in _listed():
        found.setdefault(country, []).append(zone)
    return {country: tuple(zones) for country, zones in found.items()}


@functools.cache
def _cities() -> Mapping[str, tuple[float, float]]:
    places = ((zone, re.fullmatch(r"([+-]\d+)([+-]\d+)", place)) for _, place, zone in _listed())
    return {zone: (_degrees(found[1], 2), _degrees(found[2], 3)) for zone, found in places if found}


def _degrees(written: str, digits: int) -> float:
    """Degrees of ``+DDMM`` or ``+DDDMMSS`` (ISO 6709), seconds left aside."""
    degrees = int(written[1 : digits + 1]) + int(written[digits + 1 : digits + 3]) / 60
    return -degrees if written[0] == "-" else degrees


def city_of(zone: str) -> tuple[float, float]:
    """Latitude and longitude of the city that a zone is named by."""
    return _cities()[zone]


@functools.cache
def known() -> frozenset[str]:
    """Every zone that an organisation may name."""
    return frozenset(zone for zones in by_country().values() for zone in zones)


def of_place(country: str | None, latitude: float | None, longitude: float | None, now: datetime) -> str | None:
    """The zone of a place; None where its country has several and the place does not say which."""
    zones = by_country().get(country or "", ())
    if latitude is not None and longitude is not None:
        found = _at(latitude, longitude)
        if len(found) == 1 and found[0] in (zones or known()):
            return found[0]
    return zones[0] if zones and _keep_the_same_clocks(zones, now.date()) else None


def _at(latitude: float, longitude: float) -> Sequence[str]:
    """The zones in which a point lies: several near some borders."""
    import tzfpy  # holds 30 MB of borders, which only those who ask for a zone need

    return tzfpy.get_tzs(longitude, latitude)


@functools.lru_cache(maxsize=512)
def _keep_the_same_clocks(zones: tuple[str, ...], today: date) -> bool:
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    days = [noon + timedelta(days=day) for day in range(0, SAME_FOR.days, 7)]
    return len({tuple(day.astimezone(ZoneInfo(zone)).utcoffset() for day in days) for zone in zones}) == 1


class WallTime(StrEnum):
    """What an hour on the clock of a zone is on its day."""

    once = "once"
    skipped = "skipped"
    """The clocks are put forward over it."""
    twice = "twice"
    """The clocks are put back over it."""


@dataclass(frozen=True)
class Meant:
    """An hour on a clock, and the instant that it means."""

    instant: datetime
    kind: WallTime


def meant(wall: datetime, zone: str) -> Meant:
    """The instant of a wall time (RFC 5545, 3.3.5): one that is skipped by the offset before, of two the first."""
    here = ZoneInfo(zone)
    early, late = wall.replace(tzinfo=here, fold=0), wall.replace(tzinfo=here, fold=1)
    instant = early.astimezone(UTC)
    if early.utcoffset() == late.utcoffset():
        return Meant(instant, WallTime.once)
    is_there = instant.astimezone(here).replace(tzinfo=None) == wall
    return Meant(instant, WallTime.twice if is_there else WallTime.skipped)


def offset_minutes(instant: datetime, zone: str) -> int:
    """How far the clocks of a zone are ahead of UTC."""
    offset = instant.astimezone(ZoneInfo(zone)).utcoffset()
    return round(offset.total_seconds() / 60) if offset is not None else 0


@dataclass(frozen=True)
class ClockChange:
    """That the clocks of a zone are put forward or, by less than nothing, back."""

    at: datetime
    minutes: int


def changes(zone: str, first: date, last: date) -> list[ClockChange]:
    """When the clocks of a zone are changed from one day to another, both included."""
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=1)
    end = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=2)
    found = []
    while start < end:
        day = start + timedelta(days=1)
        if offset_minutes(start, zone) != offset_minutes(day, zone):
            change = _between(start, day, zone)
            if first <= change.at.astimezone(ZoneInfo(zone)).date() <= last:
                found.append(change)
        start = day
    return found


def _between(before: datetime, after: datetime, zone: str) -> ClockChange:
    """The one change between two instants, to the minute."""
    was = offset_minutes(before, zone)
    by = offset_minutes(after, zone) - was
    while after - before > timedelta(minutes=1):
        half = (before + (after - before) / 2).replace(second=0, microsecond=0)
        before, after = (half, after) if offset_minutes(half, zone) == was else (before, half)
    return ClockChange(after, by)
