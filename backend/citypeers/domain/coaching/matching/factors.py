"""The points of one candidate in words that screens have: each factor with what it was given for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from citypeers.domain.coaching.matching.columns import UNKNOWN, Columns
from citypeers.domain.coaching.matching.scoring import Scored
from citypeers.domain.coaching.matching.terms import Factor, LeftOut
from citypeers.domain.coaching.matching.terms import FactorText as Text
from citypeers.domain.coaching.matching.wanted import Candidate, Wanted

MOST_NAMED = 3
"""Projects that are named as evidence."""


@dataclass(frozen=True)
class Why:
    """Which sentence explains the points, and what it speaks of."""

    text: Text
    numbers: Mapping[str, int] = field(default_factory=dict)
    topics: Sequence[str] = ()
    projects: Sequence[str] = ()
    languages: Sequence[Mapping[str, str]] = ()


def named_projects(candidate: Candidate, wanted: Wanted) -> list[str]:
    """The projects that are named as a candidate's evidence: those on most of the topics first."""
    found: dict[str, int] = {}
    for topic in wanted.topics:
        for id in candidate.projects.get(topic, ()):
            found[id] = found.get(id, 0) + 1
    return sorted(found, key=lambda id: (-found[id], id))[:MOST_NAMED]


@dataclass(frozen=True)
class Told:
    """A candidate with its points and why it has them, and why it is left out if it is."""

    candidate: Candidate
    total: int
    reason: LeftOut | None
    factors: Sequence[tuple[Factor, int, Why]]

    def out(self, weights: Mapping[Factor, int]) -> list[dict[str, Any]]:
        """Each factor as it is answered."""
        titles = self.candidate.titles
        return [
            {
                "factor": factor,
                "points": points,
                "most": weights[factor],
                "text": why.text,
                "numbers": why.numbers,
                "topics": why.topics,
                "projects": [{"id": id, "title": titles[id]} for id in why.projects],
                "languages": why.languages,
            }
            for factor, points, why in self.factors
        ]


def told(columns: Columns, wanted: Wanted, scored: Scored, row: int) -> Told:
    """What is told of one candidate."""
    factors = [(factor, int(scored.points[factor][row]), why) for factor, why in _whys(columns, wanted, row)]
    return Told(columns.candidates[row], int(scored.total[row]), scored.reason(row), factors)


def _whys(columns: Columns, wanted: Wanted, row: int) -> Iterator[tuple[Factor, Why]]:
    candidate = columns.candidates[row]
    covered = [topic for topic in wanted.topics if topic in candidate.topics]
    counted = {"covered": len(covered), "asked": len(wanted.topics)}
    yield Factor.topics, Why(Text.topics_covered if wanted.topics else Text.topics_not_asked, counted, covered)
    yield Factor.evidence, _evidence(candidate, wanted)
    yield Factor.languages, _languages(candidate, wanted)
    minutes = int(columns.minutes(wanted.hours, wanted.day)[row])
    if minutes == UNKNOWN:
        yield Factor.office_hours, Why(Text.hours_unknown)
    else:
        yield Factor.office_hours, Why(Text.hours_shared if minutes else Text.hours_not_shared, {"minutes": minutes})
    yield Factor.similar_city, _city(candidate, wanted)
    yield Factor.free_capacity, _capacity(candidate, wanted)


def _evidence(candidate: Candidate, wanted: Wanted) -> Why:
    numbers = {
        "projects": len({id for topic in wanted.topics for id in candidate.projects.get(topic, ())}),
        "lessons": max((candidate.lessons.get(topic, 0) for topic in wanted.topics), default=0),
        "told": max((candidate.told.get(topic, 0) for topic in wanted.topics), default=0),
    }
    projects = named_projects(candidate, wanted)
    return Why(Text.evidence_found if any(numbers.values()) else Text.evidence_none, numbers, projects=projects)


def _languages(candidate: Candidate, wanted: Wanted) -> Why:
    shared = [
        {"language": language, "level": candidate.languages[language]}
        for language in wanted.languages
        if language in candidate.languages
    ]
    if shared:
        return Why(Text.language_shared, languages=shared)
    if not wanted.languages:
        return Why(Text.language_not_asked)
    own = [{"language": language, "level": level} for language, level in sorted(candidate.languages.items())]
    return Why(Text.language_by_interpreting if wanted.interpreting else Text.language_not_shared, languages=own)


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
