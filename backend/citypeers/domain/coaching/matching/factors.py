"""The points of one candidate in words that screens have: each factor with what it was given for."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from citypeers.domain.coaching.matching.columns import UNKNOWN, Columns
from citypeers.domain.coaching.matching.schemas import FactorOut
from citypeers.domain.coaching.matching.scoring import Scored
from citypeers.domain.coaching.matching.terms import Factor, LeftOut
from citypeers.domain.coaching.matching.terms import FactorText as Text
from citypeers.domain.coaching.matching.wanted import Candidate, Wanted
from citypeers.domain.coaching.models import LanguageLevel
from citypeers.domain.coaching.offers.schemas import Spoken
from citypeers.domain.projects.replications.schemas import ProjectLink

MOST_NAMED = 3
"""Projects that are named as evidence."""
MOST_REMEMBERED = 1_000
"""Languages with their levels, of which every answer names the same few."""


@dataclass(slots=True)
class Why:
    """Which sentence explains the points, and what it speaks of."""

    text: Text
    numbers: dict[str, int] = field(default_factory=dict)
    topics: list[str] = field(default_factory=list)
    projects: list[ProjectLink] = field(default_factory=list)
    languages: list[Spoken] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """A candidate with its points and why it has them, and why it is left out if it is."""

    candidate: Candidate
    total: int
    reason: LeftOut | None
    factors: list[FactorOut]


def told(columns: Columns, wanted: Wanted, weights: Mapping[Factor, int], scored: Scored, row: int) -> Told:
    """What is told of one candidate."""
    factors = [
        FactorOut(
            factor, int(scored.points[factor][row]), weights[factor], why.text, why.numbers, why.topics, why.projects, why.languages
        )
        for factor, why in _whys(columns.candidates[row], wanted, int(scored.minutes[row]))
    ]
    return Told(columns.candidates[row], int(scored.total[row]), scored.reason(row), factors)


def _whys(candidate: Candidate, wanted: Wanted, minutes: int) -> Iterator[tuple[Factor, Why]]:
    covered = [topic for topic in wanted.topics if topic in candidate.topics]
    counted = {"covered": len(covered), "asked": len(wanted.topics)}
    yield Factor.topics, Why(Text.topics_covered if wanted.topics else Text.topics_not_asked, counted, covered)
    yield Factor.evidence, _evidence(candidate, wanted)
    yield Factor.languages, _languages(candidate, wanted)
    if minutes == UNKNOWN:
        yield Factor.office_hours, Why(Text.hours_unknown)
    else:
        yield Factor.office_hours, Why(Text.hours_shared if minutes else Text.hours_not_shared, {"minutes": minutes})
    yield Factor.similar_city, _city(candidate, wanted)
    yield Factor.free_capacity, _capacity(candidate, wanted)


def _evidence(candidate: Candidate, wanted: Wanted) -> Why:
    shown: dict[str, int] = {}
    lessons = told = 0
    for topic in wanted.topics:
        lessons = max(lessons, candidate.lessons.get(topic, 0))
        told = max(told, candidate.told.get(topic, 0))
        for id in candidate.projects.get(topic, ()):
            shown[id] = shown.get(id, 0) + 1
    numbers = {"projects": len(shown), "lessons": lessons, "told": told}
    # Named are those on most of the topics.
    named = sorted(shown, key=lambda id: (-shown[id], id))[:MOST_NAMED]
    projects = [ProjectLink.model_construct(id=id, title=candidate.titles[id]) for id in named]
    return Why(Text.evidence_found if any(numbers.values()) else Text.evidence_none, numbers, projects=projects)


def _languages(candidate: Candidate, wanted: Wanted) -> Why:
    shared = [language for language in wanted.languages if language in candidate.languages]
    if shared:
        return Why(Text.language_shared, languages=_levels(candidate, shared))
    if not wanted.languages:
        return Why(Text.language_not_asked)
    text = Text.language_by_interpreting if wanted.interpreting else Text.language_not_shared
    return Why(text, languages=_levels(candidate, sorted(candidate.languages)))


def _levels(candidate: Candidate, languages: Iterable[str]) -> list[Spoken]:
    return [_spoken(language, candidate.languages[language]) for language in languages]


@functools.lru_cache(MOST_REMEMBERED)
def _spoken(language: str, level: str) -> Spoken:
    return Spoken(language=language, level=LanguageLevel(level))


def _city(candidate: Candidate, wanted: Wanted) -> Why:
    is_same = candidate.country is not None and candidate.country == wanted.country
    if candidate.population and wanted.population:
        numbers = {"population": candidate.population, "own_population": wanted.population}
        return Why(Text.city_compared_same_country if is_same else Text.city_compared, numbers)
    return Why(Text.city_unknown_same_country if is_same else Text.city_unknown)


def _capacity(candidate: Candidate, wanted: Wanted) -> Why:
    taken = candidate.used.get(wanted.quarter, 0)
    numbers = {"taken": taken, "capacity": candidate.capacity}
    if taken >= candidate.capacity:
        return Why(Text.capacity_all_taken, numbers)
    return Why(Text.capacity_partly_taken if taken else Text.capacity_all_free, numbers)
