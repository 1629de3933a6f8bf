"""How much each candidate fits a request: who is left out and why, points by factor, and the order.

It counts in whole numbers only, so that the same offers and the same request give the same points everywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from citypeers.domain.coaching.matching.columns import LOG_STEPS, UNKNOWN, Columns, Truth, Whole, log_size
from citypeers.domain.coaching.matching.terms import FACTORS, REASONS, Factor, LeftOut
from citypeers.domain.coaching.matching.wanted import Wanted

LEVEL_SHARES = np.array([0, 10, 25, 50, 80, 100, 100, 100], np.int32)
"""How much of the points for languages a level gives, in hundredths: nothing, A1 to C2, native."""
ENOUGH_EVIDENCE = 3
"""Projects and lessons on one topic from which more give no more points."""
ENOUGH_MINUTES = 300
"""Minutes of a day in the office together that give all points."""
UNLIKE = 3 * LOG_STEPS // 2
"""How far apart two populations are when the likeness of their cities ends: about thirtyfold."""
SIZE_SHARE, COUNTRY_SHARE = 8, 2
"""How the points for a similar city are divided between its population and its country."""
PROPOSED = 0
"""What stands for somebody who is left out for no reason."""


def place(reason: LeftOut) -> int:
    """The number that stands for a reason."""
    return REASONS.index(reason) + 1


@dataclass(frozen=True)
class Scored:
    """Every candidate's points, and who is left out, by its row among the columns."""

    points: Mapping[Factor, Whole]
    total: Whole
    reasons: Whole
    """0 where it is proposed, else the number of the reason."""
    ranked: Whole
    """The rows of those that are proposed, the best first; of one organisation's offers the best alone."""
    minutes: Whole
    """How long each is in the office at the same time as whoever asks; unknown where it is."""

    def left_out_for(self, *reasons: LeftOut) -> Truth:
        """Which candidates are left out for one of some reasons."""
        holds = np.zeros(len(REASONS) + 1, np.bool_)
        holds[[place(reason) for reason in reasons]] = True
        return holds[self.reasons]

    def reason(self, row: int) -> LeftOut | None:
        """Why one candidate is left out."""
        number = int(self.reasons[row])
        return REASONS[number - 1] if number else None


def score(columns: Columns, wanted: Wanted, weights: Mapping[Factor, int]) -> Scored:
    """Score all candidates for a request."""
    free = np.maximum(columns.capacity - columns.used[wanted.quarter], 0)
    covered = _sum(columns, [columns.topics[topic] for topic in wanted.topics])
    spoken = _most(columns, [columns.languages[language] for language in wanted.languages])
    minutes = columns.minutes(wanted.hours, wanted.day)
    points = {
        Factor.topics: weights[Factor.topics] * covered // max(1, len(wanted.topics)),
        Factor.evidence: _evidence(columns, wanted, weights[Factor.evidence]),
        Factor.languages: (weights[Factor.languages] * LEVEL_SHARES // 100).take(spoken),
        Factor.office_hours: weights[Factor.office_hours] * np.clip(minutes, 0, ENOUGH_MINUTES) // ENOUGH_MINUTES,
        Factor.similar_city: _similar_city(columns, wanted, weights[Factor.similar_city]),
        Factor.free_capacity: weights[Factor.free_capacity] * free // np.maximum(columns.capacity, 1),
    }
    reasons = _reasons(columns, wanted, covered, spoken, free)
    total = _sum(columns, [points[factor] for factor in FACTORS])
    return Scored(points, total, reasons, _ranked(columns, total, reasons), minutes)


def best_first(columns: Columns, total: Whole, rows: Whole) -> Whole:
    """Some rows by their points, of each organisation the best alone; ties as the columns have them, by slug."""
    # Of numbers this short a stable sort takes a tenth of the time.
    order = rows[np.argsort((-total[rows]).astype(np.int16), kind="stable")]
    if columns.is_single:
        return order
    _, first = np.unique(columns.owner[order], return_index=True)
    return order[np.sort(first)]


def _ranked(columns: Columns, total: Whole, reasons: Whole) -> Whole:
    return best_first(columns, total, np.flatnonzero(reasons == PROPOSED).astype(np.int32))


def _sum(columns: Columns, found: Sequence[Whole]) -> Whole:
    total = columns.none()
    for each in found:
        total += each
    return total


def _most(columns: Columns, found: Sequence[Whole]) -> Whole:
    best = columns.none()
    for each in found:
        np.maximum(best, each, out=best)
    return best


def _evidence(columns: Columns, wanted: Wanted, most: int) -> Whole:
    """Points for what there is to see on each topic that is asked for."""
    enough = _sum(columns, [np.minimum(columns.evidence[topic], ENOUGH_EVIDENCE) for topic in wanted.topics])
    return most * enough // (ENOUGH_EVIDENCE * max(1, len(wanted.topics)))


def _similar_city(columns: Columns, wanted: Wanted, most: int) -> Whole:
    own = log_size(wanted.population)
    near = columns.none()
    if own != UNKNOWN:
        near = np.where(columns.size == UNKNOWN, near, np.maximum(UNLIKE - np.abs(columns.size - own), 0))
    same = columns.countries[wanted.country]
    return most * (SIZE_SHARE * near + COUNTRY_SHARE * UNLIKE * same) // ((SIZE_SHARE + COUNTRY_SHARE) * UNLIKE)


def _reasons(columns: Columns, wanted: Wanted, covered: Whole, spoken: Whole, free: Whole) -> Whole:
    """The first reason that holds for each candidate, as its number."""
    rows: dict[LeftOut, Whole | list[int]] = {
        LeftOut.own_organisation: columns.those([wanted.organisation_id]),
        LeftOut.outside_dates: columns.away_all(wanted.start, wanted.end),
        LeftOut.declined_before: columns.those(wanted.declined),
        LeftOut.already_invited: columns.those(wanted.invited),
    }
    held: dict[LeftOut, Truth] = {LeftOut.no_consent: ~columns.consents, LeftOut.no_capacity: free == 0}
    if wanted.topics:
        held[LeftOut.no_topic] = covered == 0
    if wanted.format is not None:
        held[LeftOut.format_not_offered] = columns.formats[wanted.format] == 0
    if wanted.languages and not wanted.interpreting:
        held[LeftOut.no_shared_language] = spoken == 0
    reasons = columns.none()
    for reason in reversed(REASONS):
        if reason in held:
            np.putmask(reasons, held[reason], place(reason))
        elif reason in rows:
            reasons[rows[reason]] = place(reason)
    return reasons
