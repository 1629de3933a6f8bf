"""When organisations are in the office, for comparing hours."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session

from citypeers.domain.coaching.matching.hours import Hours
from citypeers.domain.coaching.scheduling import hours as offices

Known = Mapping[str, Hours]
"""Office hours by organisation, of those whose zone is known."""


def hours_of(session: Session, organisations: Iterable[str]) -> Known:
    """The hours of some organisations, as they state them or as is common in their country."""
    return {id: _hours(each, each.zone) for id, each in offices.of(session, organisations).items() if each.zone is not None}


def _hours(office: offices.Office, zone: str) -> Hours:
    days = range(1, 8)
    return Hours(zone, tuple(tuple((each.start, each.end) for each in office.hours if each.weekday == day) for day in days))
