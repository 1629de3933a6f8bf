"""Offers as columns of numbers, so that thousands are scored at once.

This and the other modules that count with numpy are imported where they are first needed: a process that matches nothing
does not pay for it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from citypeers.domain.coaching.matching.hours import Hours, shared_minutes
from citypeers.domain.coaching.matching.wanted import Candidate

Whole = NDArray[np.int32]
Truth = NDArray[np.bool_]
LEVELS = ("a1", "a2", "b1", "b2", "c1", "c2", "native")
UNKNOWN = -1
LOG_STEPS = 1000
"""Steps of the population's logarithm to a power of ten; whole numbers add up alike on every machine."""
MOST_REMEMBERED = 256
"""Days and hours for which the overlap with everybody is remembered."""


@dataclass(frozen=True)
class Columns:
    """Candidates by slug, and of each what is counted with; a row of a table is a topic or a language."""

    candidates: Sequence[Candidate]
    rows: Mapping[str, int]
    """Where the candidates of an organisation begin, by its id."""
    topics: Mapping[str, Whole]
    evidence: Mapping[str, Whole]
    """Published projects and lessons, and what the offer tells in words."""
    languages: Mapping[str, Whole]
    """Levels from 1 to 7; 0 where it is not spoken."""
    formats: Mapping[str, Truth]
    consents: Truth
    countries: Mapping[str, Whole]
    size: Whole
    """The logarithm of the population."""
    capacity: Whole
    used: Mapping[str, Whole]
    away: tuple[Whole, Whole, Whole]
    """Who is away, from which day, until which: one entry a blackout."""
    hours: Sequence[Hours | None]
    """The office hours that there are."""
    hour: Whole
    """Which of them a candidate has."""
    remembered: dict[tuple[Hours, date], Whole] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.candidates)

    def minutes(self, hours: Hours | None, day: date) -> Whole:
        """How long everybody is in the office at the same time as somebody on a day; unknown where it is."""
        if hours is None:
            return np.full(len(self), UNKNOWN, np.int32)
        known = self.remembered.get((hours, day))
        if known is None:
            each = [UNKNOWN if other is None else shared_minutes(hours, other, day) for other in self.hours]
            known = np.array(each, np.int32)[self.hour] if each else np.empty(0, np.int32)
            if len(self.remembered) >= MOST_REMEMBERED:
                self.remembered.clear()
            self.remembered[hours, day] = known
        return known

    def away_all(self, start: date, end: date) -> Truth:
        """Who is away on every day of a window."""
        who, begins, ends = self.away
        out = np.zeros(len(self), np.bool_)
        out[who[(begins <= start.toordinal()) & (ends >= end.toordinal())]] = True
        return out

    def none(self) -> Whole:
        """A column of zeros."""
        return np.zeros(len(self), np.int32)


def log_size(population: int | None) -> int:
    """The logarithm of a population in whole steps; unknown where nobody lives or nobody knows."""
    return round(float(np.log10(population)) * LOG_STEPS) if population else UNKNOWN


def _table(candidates: Sequence[Candidate], values: Iterable[Mapping[str, int]]) -> dict[str, Whole]:
    """A column of each name that any candidate has a number for."""
    found: dict[str, Whole] = {}
    for row, numbers in enumerate(values):
        for name, number in numbers.items():
            if name not in found:
                found[name] = np.zeros(len(candidates), np.int32)
            found[name][row] = number
    return found


def _truths(candidates: Sequence[Candidate], values: Iterable[Iterable[str]]) -> dict[str, Truth]:
    return {name: column.astype(np.bool_) for name, column in _table(candidates, (dict.fromkeys(each, 1) for each in values)).items()}


def _merged(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spans of days, those that touch made one."""
    found: list[tuple[date, date]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _pieces(candidate: Candidate) -> dict[str, int]:
    """How much there is to see on each topic."""
    found = Counter({topic: len(projects) for topic, projects in candidate.projects.items()})
    return found + Counter(candidate.lessons) + Counter(candidate.told)


def columns(given: Iterable[Candidate]) -> Columns:
    """Columns of candidates in the order of their organisations' slugs, in which ties are resolved."""
    every = sorted(given, key=lambda each: (each.slug, each.offer_id))
    away = [
        (row, start.toordinal(), end.toordinal())
        for row, each in enumerate(every)
        for start, end in _merged(each.blackouts)
    ]
    hours = list(dict.fromkeys(each.hours for each in every))
    numbers = {each: number for number, each in enumerate(hours)}
    return Columns(
        candidates=every,
        rows={each.organisation_id: row for row, each in reversed(list(enumerate(every)))},
        topics=_table(every, (dict.fromkeys(each.topics, 1) for each in every)),
        evidence=_table(every, map(_pieces, every)),
        languages=_table(
            every, ({language: LEVELS.index(level) + 1 for language, level in each.languages.items()} for each in every)
        ),
        formats=_truths(every, (each.formats for each in every)),
        consents=np.array([each.consents for each in every], np.bool_),
        countries=_table(every, ({each.country: 1} if each.country else {} for each in every)),
        size=_whole(log_size(each.population) for each in every),
        capacity=_whole(each.capacity for each in every),
        used=_table(every, (each.used for each in every)),
        away=(_whole(each[0] for each in away), _whole(each[1] for each in away), _whole(each[2] for each in away)),
        hours=hours,
        hour=_whole(numbers[each.hours] for each in every),
    )


def _whole(values: Iterable[Any]) -> Whole:
    return np.array(list(values), np.int32)
