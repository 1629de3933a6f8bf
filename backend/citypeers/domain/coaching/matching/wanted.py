"""A request and an offer, as matching reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from citypeers.domain.coaching.matching.hours import Hours, reference_day


def quarter_of(day: date) -> str:
    """The quarter in which a day lies, such as ``2026-Q1``."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


Place = tuple[float, float]
"""Latitude and longitude."""


def place_of(latitude: float | None, longitude: float | None) -> Place | None:
    """A place, where it is known."""
    return None if latitude is None or longitude is None else (latitude, longitude)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an organisation, or one of its people, offers."""

    offer_id: str
    organisation_id: str
    slug: str
    consents: bool
    topics: frozenset[str]
    languages: Mapping[str, str]
    """Level by language."""
    formats: frozenset[str]
    capacity: int
    """Coachings that may begin in a quarter."""
    used: Mapping[str, int] = field(default_factory=dict)
    """How many have begun, by quarter."""
    projects: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Its published projects by topic."""
    lessons: Mapping[str, int] = field(default_factory=dict)
    """How many lessons they tell, by topic."""
    told: Mapping[str, int] = field(default_factory=dict)
    """How often the offer itself tells what was done, in words, by topic."""
    blackouts: Sequence[tuple[date, date]] = ()
    """First and last days on which it coaches nobody."""
    hours: Hours | None = None
    country: str | None = None
    population: int | None = None
    place: Place | None = None
    name: str = ""
    label: dict[str, str] = field(default_factory=dict)
    """The organisation's name by language; likewise the titles of its projects."""
    titles: Mapping[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Wanted:
    """A request; what it does not say yet leaves nobody out and gives no points."""

    organisation_id: str
    today: date
    start: date
    end: date
    """The first and the last day on which it could be."""
    topics: Sequence[str] = ()
    languages: Sequence[str] = ()
    format: str | None = None
    interpreting: bool = False
    hours: Hours | None = None
    country: str | None = None
    population: int | None = None
    place: Place | None = None
    declined: frozenset[str] = frozenset()
    """Organisations that are not asked again."""
    invited: frozenset[str] = frozenset()

    @property
    def day(self) -> date:
        """The day for which office hours are compared."""
        return reference_day(self.start, self.end)

    @property
    def quarter(self) -> str:
        """The quarter in which whoever is asked now would begin."""
        return quarter_of(self.today)
