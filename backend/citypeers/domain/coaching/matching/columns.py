"""Offers as columns of numbers, so that thousands are scored at once.

This and the other modules that count with numpy are imported where they are first needed: a process that matches nothing
does not pay for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

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


class Table:
    """Named columns of numbers, 0 where nothing is said; a name that nobody has takes no room."""

    def __init__(self, length: int) -> None:
        self._zeros = np.zeros(length, np.int32)
        self._zeros.setflags(write=False)
        self._columns: dict[str, Whole] = {}

    def __getitem__(self, name: str | None) -> Whole:
        """A column, not to be written to."""
        return self._columns.get(name or "", self._zeros)

    def renew(self, row: int, numbers: Mapping[str, int]) -> None:
        """Say anew what the numbers of one row are."""
        for column in self._columns.values():
            column[row] = 0
        self.write(row, numbers)

    def write(self, row: int, numbers: Mapping[str, int]) -> None:
        """Say what the numbers of a row are of which nothing was said yet."""
        for name, number in numbers.items():
            if name not in self._columns:
                self._columns[name] = np.zeros_like(self._zeros)
            self._columns[name][row] = number


@dataclass
class Columns:
    """Candidates in the order of their organisations' slugs, and of each what is counted with."""

    candidates: list[Candidate]
    rows: Mapping[str, Sequence[int]]
    """Where the candidates of an organisation are, by its id."""
    topics: Table
    evidence: Table
    """Published projects and lessons, and what the offer tells in words."""
    languages: Table
    """Levels from 1 to 7."""
    formats: Table
    countries: Table
    used: Table
    """Coachings that have begun, by quarter."""
    consents: Truth
    size: Whole
    """The logarithm of the population."""
    capacity: Whole
    owner: Whole
    """Which organisation a candidate is of."""
    remembered: dict[tuple[Hours, date], Whole] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.candidates)

    @cached_property
    def is_single(self) -> bool:
        """Whether each organisation has one offer."""
        return len(self.rows) == len(self)

    @cached_property
    def _away(self) -> tuple[Whole, Whole, Whole]:
        """Who is away, from which day, until which: one entry a blackout."""
        spans = [(row, *span) for row, each in enumerate(self.candidates) for span in _merged(each.blackouts)]
        who, starts, ends = ([span[place] for span in spans] for place in range(3))
        return _whole(who), _whole(starts), _whole(ends)

    @cached_property
    def _hours(self) -> tuple[list[Hours | None], Whole]:
        """The office hours that there are, and which of them each has."""
        every = list(dict.fromkeys(each.hours for each in self.candidates))
        numbers = {each: number for number, each in enumerate(every)}
        return every, _whole([numbers[each.hours] for each in self.candidates])

    def minutes(self, hours: Hours | None, day: date) -> Whole:
        """How long everybody is in the office at the same time as somebody on a day; unknown where it is."""
        if hours is None:
            return np.full(len(self), UNKNOWN, np.int32)
        known = self.remembered.get((hours, day))
        if known is None:
            every, which = self._hours
            known = _whole([UNKNOWN if other is None else shared_minutes(hours, other, day) for other in every])[which]
            if len(self.remembered) >= MOST_REMEMBERED:
                self.remembered.clear()
            self.remembered[hours, day] = known
        return known

    def away_all(self, start: date, end: date) -> Whole:
        """The rows of those who are away on every day of a window."""
        who, begins, ends = self._away
        return who[(begins <= start.toordinal()) & (ends >= end.toordinal())]

    def those(self, organisations: Iterable[str]) -> list[int]:
        """The rows of some organisations."""
        return [row for id in organisations for row in self.rows.get(id, ())]

    def none(self) -> Whole:
        """A column of zeros."""
        return np.zeros(len(self), np.int32)

    def renew(self, some: Iterable[Candidate]) -> None:
        """Take what is new of candidates that are among these, under the same slugs."""
        for candidate in some:
            row = next(row for row in self.rows[candidate.organisation_id] if self.candidates[row].offer_id == candidate.offer_id)
            before, self.candidates[row] = self.candidates[row], candidate
            for name, numbers in _numbers(candidate).items():
                getattr(self, name).renew(row, numbers)
            self.consents[row] = candidate.consents
            self.size[row] = log_size(candidate.population)
            self.capacity[row] = candidate.capacity
            if candidate.blackouts != before.blackouts:
                vars(self).pop("_away", None)
            if candidate.hours != before.hours:
                vars(self).pop("_hours", None)
                self.remembered.clear()


def log_size(population: int | None) -> int:
    """The logarithm of a population in whole steps; unknown where nobody lives or nobody knows."""
    return round(float(np.log10(population)) * LOG_STEPS) if population else UNKNOWN


def _numbers(candidate: Candidate) -> dict[str, Mapping[str, int]]:
    """What the tables hold of a candidate."""
    evidence = {topic: len(projects) for topic, projects in candidate.projects.items()}
    for counted in (candidate.lessons, candidate.told):
        for topic, number in counted.items():
            evidence[topic] = evidence.get(topic, 0) + number
    return {
        "topics": dict.fromkeys(candidate.topics, 1),
        "evidence": evidence,
        "languages": {language: LEVELS.index(level) + 1 for language, level in candidate.languages.items()},
        "formats": dict.fromkeys(candidate.formats, 1),
        "countries": {candidate.country: 1} if candidate.country else {},
        "used": candidate.used,
    }


def _merged(spans: Iterable[tuple[date, date]]) -> list[tuple[int, int]]:
    """Spans of days by number, those that touch made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start.toordinal() <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end.toordinal(), found[-1][1]))
        else:
            found.append((start.toordinal(), end.toordinal()))
    return found


def columns(given: Iterable[Candidate]) -> Columns:
    """Columns of candidates in the order of their organisations' slugs, in which ties are resolved."""
    every = sorted(given, key=lambda each: (each.slug, each.offer_id))
    # An organisation's offers stand side by side, for they have its slug.
    rows: dict[str, range] = {}
    for row, each in enumerate(every):
        rows[each.organisation_id] = range(rows.get(each.organisation_id, range(row, row)).start, row + 1)
    places = {id: place for place, id in enumerate(rows)}
    tables: dict[str, Table] = defaultdict(lambda: Table(len(every)))
    for row, each in enumerate(every):
        for name, numbers in _numbers(each).items():
            tables[name].write(row, numbers)
    return Columns(
        candidates=every,
        rows=rows,
        topics=tables["topics"],
        evidence=tables["evidence"],
        languages=tables["languages"],
        formats=tables["formats"],
        countries=tables["countries"],
        used=tables["used"],
        consents=np.array([each.consents for each in every], np.bool_),
        size=_whole([log_size(each.population) for each in every]),
        capacity=_whole([each.capacity for each in every]),
        owner=_whole([places[each.organisation_id] for each in every]),
    )


def _whole(values: Sequence[int]) -> Whole:
    return np.array(values, np.int32)
