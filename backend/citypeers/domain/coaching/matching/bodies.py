"""An organisation as matching reads it: where it is, and when it is in the office."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.rows import batched
from citypeers.domain.coaching.matching.hours import Hours
from citypeers.domain.coaching.matching.wanted import Place, place_of
from citypeers.domain.coaching.scheduling import hours as offices
from citypeers.domain.coaching.scheduling import zones
from citypeers.domain.coaching.scheduling.models import CoachingHours
from citypeers.domain.coaching.scheduling.slots import Range
from citypeers.domain.organisations.models import Organisation

COLUMNS = (
    col(Organisation.id),
    col(Organisation.slug),
    col(Organisation.name),
    col(Organisation.label),
    col(Organisation.country),
    col(Organisation.population),
    col(Organisation.latitude),
    col(Organisation.longitude),
    col(CoachingHours.zone),
    col(CoachingHours.hours),
)
"""What is read of one: no objects, for there may be thousands."""
STATES_HOURS = col(CoachingHours.organisation_id) == col(Organisation.id)
MOST_REMEMBERED = 1_000
"""Zones with the hours of their countries; there are some six hundred."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation; its hours are None where its zone is not known."""

    id: str
    slug: str
    name: str
    label: dict[str, str]
    country: str | None
    population: int | None
    place: Place | None
    hours: Hours | None


def of(session: Session, ids: Iterable[str]) -> dict[str, Body]:
    """Some organisations, by their ids."""
    found: dict[str, Body] = {}
    for batch in batched(ids):
        rows = select(*COLUMNS).outerjoin(CoachingHours, STATES_HOURS).where(COLUMNS[0].in_(batch))
        found |= {row[0]: body(row) for row in session.execute(rows)}
    return found


def body(row: Sequence[Any]) -> Body:
    """What the columns say."""
    id, slug, name, label, country, population, latitude, longitude, zone, stated = row
    zone = zone or zones.of_place(country, latitude, longitude, clock.now())
    hours = None if zone is None else _stated(zone, stated) if stated else _usual(zone, country)
    return Body(id, slug, name, label, country, population, place_of(latitude, longitude), hours)


def _stated(zone: str, stated: Sequence[Mapping[str, int]]) -> Hours:
    return Hours(zone, _week(offices.ranges_of(stated)))


@functools.lru_cache(MOST_REMEMBERED)
def _usual(zone: str, country: str | None) -> Hours:
    return Hours(zone, _week(offices.usual(country)))


def _week(ranges: Sequence[Range]) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(tuple((each.start, each.end) for each in ranges if each.weekday == day) for day in range(1, 8))
