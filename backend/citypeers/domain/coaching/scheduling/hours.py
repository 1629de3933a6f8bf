"""Where an organisation's clocks stand and when its office is open: as it states, else as its place says."""

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from babel import Locale
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.principal import Principal
from citypeers.core.problems import Forbidden, Invalid, PreconditionFailed
from citypeers.core.rows import batched, rewrite
from citypeers.domain.coaching.models import WRITES
from citypeers.domain.coaching.scheduling import zones
from citypeers.domain.coaching.scheduling.models import HOURS, CoachingHours
from citypeers.domain.coaching.scheduling.schemas import HoursOut, HoursWrite, OfficeRange
from citypeers.domain.coaching.scheduling.slots import Range
from citypeers.domain.members import acting
from citypeers.domain.organisations import rendering
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import Organisation

OPENS, CLOSES = 9 * 60, 17 * 60
"""When an office is taken to be open that has not said it."""
SUNDAY = 6


class ZoneFrom(StrEnum):
    """How a zone is known."""

    stated = "stated"
    place = "place"


@dataclass(frozen=True)
class Office:
    """What is known of an office; without a zone nothing can be said of its hours."""

    organisation: Organisation
    zone: str | None
    zone_from: ZoneFrom | None
    hours: Sequence[Range]
    is_stated: bool
    """Whether the hours are; otherwise they are those that are common in the country."""
    etag: str


def of(session: Session, ids: Iterable[str]) -> dict[str, Office]:
    """What is known of the offices of some organisations, by their ids."""
    found: dict[str, Office] = {}
    for batch in batched(ids):
        statement = (
            select(Organisation, CoachingHours)
            .outerjoin(CoachingHours, col(CoachingHours.organisation_id) == col(Organisation.id))
            .where(col(Organisation.id).in_(batch))
        )
        found |= {row[0].id: _office(row[0], row[1]) for row in session.execute(statement)}
    return found


def _office(organisation: Organisation, row: CoachingHours | None) -> Office:
    stated = row.zone if row else None
    zone = stated or zones.of_place(organisation.country, organisation.latitude, organisation.longitude, clock.now())
    ranges = ranges_of(row.hours) if row else []
    return Office(
        organisation=organisation,
        zone=zone,
        zone_from=ZoneFrom.stated if stated else ZoneFrom.place if zone else None,
        hours=ranges or usual(organisation.country),
        is_stated=bool(ranges),
        etag=f'"{row.version if row else 0}.{organisation.id[:8]}"',
    )


def ranges_of(stated: Iterable[Mapping[str, int]]) -> list[Range]:
    """The hours that an organisation has stated, as they are kept."""
    return [Range(**each) for each in stated]


@functools.cache
def usual(country: str | None) -> Sequence[Range]:
    """The hours that are common in a country: nine to five on five days, or on all but its weekend where that has no Sunday."""
    weekend = Locale.parse(f"und_{country}") if country and country.isalpha() else Locale("en")
    days = (weekend.weekend_start, weekend.weekend_end)
    off = {5, SUNDAY} if days[1] == SUNDAY else set(range(days[0], days[1] + 1))
    return [Range(day + 1, OPENS, CLOSES) for day in range(7) if day not in off]


def get(session: Session, who: Principal, key: str) -> tuple[HoursOut, str]:
    """The hours of an organisation for those who act for it, and their tag."""
    office = of(session, [_own(session, who, key).id]).popitem()[1]
    return out(office), office.etag


def put(session: Session, who: Principal, key: str, write: HoursWrite, version: str) -> str:
    """State the zone and the hours of an organisation anew."""
    organisation = _own(session, who, key)
    if write.zone is not None and write.zone not in zones.known():
        raise Invalid([("/zone", "zone_unknown")])
    ranges = [_range(each) for each in write.hours]
    _check(ranges)
    # Read once: a second look might see what somebody else has stated since, and take it for what was seen.
    row = session.scalars(select(CoachingHours).where(col(CoachingHours.organisation_id) == organisation.id)).one_or_none()
    before = _office(organisation, row)
    if before.etag != version:
        raise PreconditionFailed
    values: dict[str, Any] = {"zone": write.zone, "hours": [vars(each) for each in ranges]}
    if row is None:
        session.add(CoachingHours(organisation_id=organisation.id, **values))
        try:
            session.flush()
        except IntegrityError:
            raise PreconditionFailed from None
    else:
        rewrite(session, row, values)
    changed = {"zone": (before.zone if before.zone_from is ZoneFrom.stated else None, write.zone)}
    audit.record(session, who, "coaching_hours.stated", HOURS, organisation.id, changed)
    return organisation.id


def out(office: Office) -> HoursOut:
    """The hours as they are shown."""
    organisation = office.organisation
    return HoursOut(
        organisation=rendering.link(organisation),
        zone=office.zone,
        zone_from=office.zone_from,
        zones=_near(organisation),
        hours=[OfficeRange(weekday=each.weekday, start=_clock(each.start), end=_clock(each.end)) for each in office.hours],
        hours_stated=office.is_stated,
    )


def _own(session: Session, who: Principal, key: str) -> Organisation:
    organisation = organisations.find(session, key)
    if not acting.acts(session, who, organisation.id, WRITES):
        raise Forbidden
    return organisation


def _near(organisation: Organisation) -> list[str]:
    """The zones of an organisation's country, those nearest to it first."""
    offered = zones.by_country().get(organisation.country or "", ())
    if organisation.latitude is None or organisation.longitude is None:
        return list(offered)
    at = (organisation.latitude, organisation.longitude)
    return sorted(offered, key=lambda zone: math.dist(at, zones.city_of(zone)))


def _check(ranges: Sequence[Range]) -> None:
    """Refuse hours that end before they begin, and those of a day that overlap."""
    for place, each in enumerate(ranges):
        others = (other for other in ranges[:place] if other.weekday == each.weekday)
        if each.start >= each.end:
            raise Invalid([(f"/hours/{place}/end", "ends_before_it_starts")])
        if any(each.start < other.end and other.start < each.end for other in others):
            raise Invalid([(f"/hours/{place}", "hours_overlap")])


def _range(each: OfficeRange) -> Range:
    return Range(each.weekday, _minute(each.start), _minute(each.end))


def _minute(clock_time: str) -> int:
    hour, minute = clock_time.split(":")
    return int(hour) * 60 + int(minute)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
