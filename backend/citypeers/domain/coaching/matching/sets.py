"""Sounding boards and groups as sets: who together covers the topics, speaks one language and is in the office at one time.

Whoever is asked already is of the set; the others are chosen to go with them.

Of two sets the better one shares a language, then covers more topics, then has more time together, then has more points;
where all of that is equal, the one whose organisations come first by their slugs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from citypeers.domain.coaching.matching.columns import Columns
from citypeers.domain.coaching.matching.hours import Hours, Range, ranges_on
from citypeers.domain.coaching.matching.scoring import ENOUGH_MINUTES, Scored, best_first
from citypeers.domain.coaching.matching.wanted import Wanted

SMALLEST, LARGEST = 3, 6
POOL = 24
"""How many of the best single matches a set is composed of."""
MOST_TRIED = 1_000
"""Sets that are looked at one by one; where there are more, one grows member by member."""
HALF_HOUR = 30
Worth = tuple[bool, int, int, int]


@dataclass(frozen=True)
class Composed:
    """A set of candidates, and what it has in common."""

    rows: Sequence[int]
    """By points, the best first."""
    topics: Sequence[str]
    """Of those that were asked for, the ones that somebody covers."""
    languages: Sequence[str]
    """Of those that were asked for, the ones that everybody speaks."""
    minutes: int | None
    """How long all are in the office together on a day, whoever asks included; None where somebody's hours are not known."""
    total: int
    """All members' points."""
    is_exact: bool
    """Whether every set of the pool was looked at."""


@dataclass(frozen=True)
class _Member:
    row: int
    slug: str
    topics: int
    """One bit a topic; likewise languages."""
    languages: int
    ranges: tuple[Range, ...] | None
    points: int


def compose(columns: Columns, wanted: Wanted, scored: Scored, places: int) -> Composed | None:
    """The best set of as many members as there are places; None where fewer could help, or all are asked."""
    if not SMALLEST <= places <= LARGEST:
        return None
    asked = best_first(columns, scored.total, np.array(columns.those(sorted(wanted.invited)), np.int32))
    free = places - len(asked)
    if not 0 < free <= len(scored.ranked):
        return None
    own = None if wanted.hours is None else tuple(ranges_on(wanted.hours, wanted.day))
    kept = [_member(columns, wanted, scored, int(row)) for row in asked]
    pool = [_member(columns, wanted, scored, int(row)) for row in scored.ranked[:POOL]]
    is_exact = comb(len(pool), free) <= MOST_TRIED
    chosen = (_searched if is_exact else _grown)(kept, pool, wanted, own, free)
    return _described([*kept, *chosen], wanted, own, is_exact)


def _bits(names: Sequence[str], has: Sequence[bool]) -> int:
    return sum(1 << place for place, _ in enumerate(names) if has[place])


def _member(columns: Columns, wanted: Wanted, scored: Scored, row: int) -> _Member:
    candidate = columns.candidates[row]
    hours: Hours | None = candidate.hours
    return _Member(
        row,
        candidate.slug,
        _bits(wanted.topics, [topic in candidate.topics for topic in wanted.topics]),
        _bits(wanted.languages, [language in candidate.languages for language in wanted.languages]),
        None if hours is None else tuple(ranges_on(hours, wanted.day, around=1)),
        int(scored.total[row]),
    )


def _together(own: tuple[Range, ...] | None, members: Sequence[_Member]) -> int | None:
    """Minutes in which all are in the office."""
    if own is None:
        return None
    left = list(own)
    for member in members:
        if member.ranges is None:
            return None
        both = ((max(a, c), min(b, d)) for a, b in left for c, d in member.ranges)
        left = [(begins, ends) for begins, ends in both if begins < ends]
    return sum(ends - begins for begins, ends in left)


def _worth(members: Sequence[_Member], wanted: Wanted, own: tuple[Range, ...] | None) -> Worth:
    topics, languages = 0, -1
    for member in members:
        topics |= member.topics
        languages &= member.languages
    shares = bool(languages) or wanted.interpreting or not wanted.languages
    # In half hours, so that a minute more together does not outweigh points.
    minutes = min(_together(own, members) or 0, ENOUGH_MINUTES) // HALF_HOUR
    return shares, topics.bit_count(), minutes, sum(member.points for member in members)


def _searched(
    kept: Sequence[_Member], pool: Sequence[_Member], wanted: Wanted, own: tuple[Range, ...] | None, free: int
) -> Sequence[_Member]:
    by_slug = sorted(pool, key=lambda member: (member.slug, member.row))
    return max(combinations(by_slug, free), key=lambda members: _worth([*kept, *members], wanted, own))


def _grown(
    kept: Sequence[_Member], pool: Sequence[_Member], wanted: Wanted, own: tuple[Range, ...] | None, free: int
) -> Sequence[_Member]:
    """Always the member that makes the set the best; then exchanged one by one as long as that makes it better."""
    by_slug = sorted(pool, key=lambda member: (member.slug, member.row))
    best: list[_Member] = []
    while len(best) < free:
        best.append(max(_others(by_slug, best), key=lambda other: _worth([*kept, *best, other], wanted, own)))
    while True:
        exchanged = [[*best[:place], other, *best[place + 1 :]] for place in range(free) for other in _others(by_slug, best)]
        better = max(exchanged, key=lambda members: _worth([*kept, *members], wanted, own), default=best)
        if _worth([*kept, *better], wanted, own) <= _worth([*kept, *best], wanted, own):
            return best
        best = better


def _others(pool: Sequence[_Member], members: Sequence[_Member]) -> list[_Member]:
    return [member for member in pool if member not in members]


def _described(members: Sequence[_Member], wanted: Wanted, own: tuple[Range, ...] | None, is_exact: bool) -> Composed:
    topics, languages = 0, -1
    for member in members:
        topics |= member.topics
        languages &= member.languages
    return Composed(
        rows=[member.row for member in sorted(members, key=lambda member: (-member.points, member.slug))],
        topics=[topic for place, topic in enumerate(wanted.topics) if topics >> place & 1],
        languages=[language for place, language in enumerate(wanted.languages) if languages >> place & 1],
        minutes=_together(own, members),
        total=sum(member.points for member in members),
        is_exact=is_exact,
    )
