"""Points, reasons and order: the example of the design, each reason, and properties of any offers."""

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citypeers.domain.coaching.matching import factors, hours
from citypeers.domain.coaching.matching.columns import LEVELS, Columns, columns
from citypeers.domain.coaching.matching.scoring import LEVEL_SHARES, Scored, score
from citypeers.domain.coaching.matching.terms import DEFAULT_WEIGHTS, FACTORS, REASONS, Factor, LeftOut
from citypeers.domain.coaching.matching.wanted import Candidate, Wanted
from tests.domain.coaching.candidates import (
    BERLIN,
    FORTALEZA,
    KNOWN_HOURS,
    KOLKATA,
    LIMA,
    candidate,
    candidates,
    request,
    requests,
)

WEIGHTS = st.lists(st.integers(0, 100), min_size=6, max_size=6).map(lambda some: dict(zip(FACTORS, some, strict=True)))


def points(scored: Scored, row: int) -> dict[Factor, int]:
    return {factor: int(column[row]) for factor, column in scored.points.items()}


def reasons(*some: Candidate, **given: Any) -> list[LeftOut | None]:
    made = columns(some)
    scored = score(made, request(**given), DEFAULT_WEIGHTS)
    return [scored.reason(row) for row in range(len(made))]


def test_weights_are_a_hundred() -> None:
    assert sum(DEFAULT_WEIGHTS.values()) == 100
    assert list(DEFAULT_WEIGHTS) == list(FACTORS)


def test_points_of_the_cities_in_the_design() -> None:
    made = columns(
        [
            candidate("hortolandia", languages={"en": "b1", "pt": "native"}, hours=FORTALEZA, country="BR", population=234_000),
            candidate("kaiserslautern", topics=frozenset({"energy", "financing"}), hours=BERLIN, country="DE", population=99_000),
            candidate("bhubaneswar", topics=frozenset({"energy"}), languages={"en": "c2"}, population=885_000, used={"2026-Q1": 1}),
        ]
    )
    scored = score(made, request(), DEFAULT_WEIGHTS)
    by_slug = {each.slug: points(scored, row) for row, each in enumerate(made.candidates)}
    assert [by_slug[slug][Factor.topics] for slug in ("hortolandia", "kaiserslautern", "bhubaneswar")] == [30, 20, 10]
    assert [by_slug[slug][Factor.languages] for slug in ("hortolandia", "kaiserslautern", "bhubaneswar")] == [7, 15, 15]
    assert by_slug["hortolandia"][Factor.office_hours] == 0
    assert by_slug["kaiserslautern"][Factor.office_hours] == 7
    assert by_slug["bhubaneswar"][Factor.office_hours] == 10
    assert [by_slug[slug][Factor.similar_city] for slug in ("hortolandia", "kaiserslautern", "bhubaneswar")] == [5, 3, 9]
    assert [by_slug[slug][Factor.free_capacity] for slug in ("hortolandia", "kaiserslautern", "bhubaneswar")] == [10, 10, 5]


def test_evidence_is_enough_at_three_pieces_on_each_topic() -> None:
    made = columns(
        [
            candidate("all", projects={topic: ["a", "b", "c", "d"] for topic in request().topics}),
            candidate("lessons", lessons={"energy": 2}, told={"energy": 1}),
            candidate("none"),
            candidate("other", projects={"health": ["a"]}),
        ]
    )
    scored = score(made, request(), DEFAULT_WEIGHTS)
    assert [points(scored, row)[Factor.evidence] for row in range(4)] == [25, 8, 0, 0]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"organisation_id": "id-kochi", "consents": False}, LeftOut.own_organisation),
        ({"consents": False, "topics": frozenset()}, LeftOut.no_consent),
        ({"topics": frozenset({"health"}), "formats": frozenset()}, LeftOut.no_topic),
        ({"formats": frozenset({"webinar"}), "capacity": 0}, LeftOut.format_not_offered),
        ({"used": {"2026-Q1": 2}, "languages": {}}, LeftOut.no_capacity),
        ({"languages": {"es": "native"}}, LeftOut.no_shared_language),
        ({"blackouts": [(date(2026, 3, 1), date(2026, 4, 30)), (date(2026, 5, 1), date(2026, 6, 30))]}, LeftOut.outside_dates),
        ({"blackouts": [(date(2026, 3, 1), date(2026, 6, 29))]}, None),
        ({"used": {"2026-Q2": 2, "2025-Q4": 2}}, None),
        ({}, None),
    ],
)
def test_the_first_reason_is_told(given: Mapping[str, Any], reason: LeftOut | None) -> None:
    assert reasons(candidate("city", **given)) == [reason]


def test_reasons_that_lie_in_the_request() -> None:
    city = candidate("city")
    assert reasons(city, declined=frozenset({"id-city"}), invited=frozenset({"id-city"})) == [LeftOut.declined_before]
    assert reasons(city, invited=frozenset({"id-city"})) == [LeftOut.already_invited]


def test_interpreting_lets_other_languages_in_without_points() -> None:
    made = columns([candidate("city", languages={"es": "native"})])
    scored = score(made, request(interpreting=True), DEFAULT_WEIGHTS)
    assert (scored.reason(0), points(scored, 0)[Factor.languages]) == (None, 0)


def test_ties_go_by_slug_and_an_organisation_is_named_once() -> None:
    made = columns([candidate("b"), candidate("a"), candidate("c"), candidate("a", offer_id="x", languages={"en": "a1"})])
    scored = score(made, request(), DEFAULT_WEIGHTS)
    assert [made.candidates[row].offer_id for row in scored.ranked] == ["offer-a", "offer-b", "offer-c"]


def test_nobody() -> None:
    assert list(score(columns([]), request(), DEFAULT_WEIGHTS).ranked) == []


@pytest.mark.parametrize(
    ("one", "other", "day", "minutes"),
    [
        (BERLIN, KOLKATA, date(2026, 10, 21), 270),
        (BERLIN, KOLKATA, date(2026, 10, 28), 210),
        (BERLIN, FORTALEZA, date(2026, 3, 25), 240),
        (BERLIN, FORTALEZA, date(2026, 4, 1), 180),
        (KOLKATA, FORTALEZA, date(2026, 3, 4), 0),
        (LIMA, FORTALEZA, date(2026, 3, 4), 360),
        (hours.Hours("Pacific/Auckland"), hours.Hours("Pacific/Honolulu"), date(2026, 7, 1), 360),
        (KOLKATA, KOLKATA, date(2026, 3, 7), 0),
    ],
)
def test_hours_overlap_across_clock_changes_and_the_date_line(
    one: hours.Hours, other: hours.Hours, day: date, minutes: int
) -> None:
    assert hours.shared_minutes(one, other, day) == minutes


def test_hours_are_compared_on_the_first_wednesday() -> None:
    assert hours.reference_day(date(2026, 3, 2), date(2026, 6, 30)) == date(2026, 3, 4)
    assert hours.reference_day(date(2026, 3, 4), date(2026, 3, 4)) == date(2026, 3, 4)
    assert hours.reference_day(date(2026, 3, 6), date(2026, 3, 8)) == date(2026, 3, 6)


def plainly(each: Candidate, wanted: Wanted, weights: Mapping[Factor, int]) -> tuple[LeftOut | None, dict[Factor, int]]:
    """The same rules, said again one candidate at a time."""
    covered = sum(topic in each.topics for topic in wanted.topics)
    spoken = max((LEVELS.index(each.languages[name]) + 1 for name in wanted.languages if name in each.languages), default=0)
    free = max(0, each.capacity - each.used.get("2026-Q1", 0))
    days = [wanted.start + timedelta(days=day) for day in range((wanted.end - wanted.start).days + 1)]
    away = all(any(first <= day <= last for first, last in each.blackouts) for day in days)
    held = {
        LeftOut.own_organisation: each.organisation_id == wanted.organisation_id,
        LeftOut.no_consent: not each.consents,
        LeftOut.no_topic: bool(wanted.topics) and not covered,
        LeftOut.format_not_offered: wanted.format is not None and wanted.format not in each.formats,
        LeftOut.no_capacity: not free,
        LeftOut.no_shared_language: bool(wanted.languages) and not wanted.interpreting and not spoken,
        LeftOut.outside_dates: away,
        LeftOut.declined_before: each.organisation_id in wanted.declined,
        LeftOut.already_invited: each.organisation_id in wanted.invited,
    }
    pieces = [
        min(3, len(each.projects.get(topic, ())) + each.lessons.get(topic, 0) + each.told.get(topic, 0)) for topic in wanted.topics
    ]
    minutes = hours.shared_minutes(wanted.hours, each.hours, wanted.day) if wanted.hours and each.hours else 0
    near = 0
    if each.population and wanted.population:
        near = max(0, 1500 - abs(round(math.log10(each.population) * 1000) - round(math.log10(wanted.population) * 1000)))
    same = each.country is not None and each.country == wanted.country
    asked = max(1, len(wanted.topics))
    return next((reason for reason in REASONS if held[reason]), None), {
        Factor.topics: weights[Factor.topics] * covered // asked,
        Factor.evidence: weights[Factor.evidence] * sum(pieces) // (3 * asked),
        Factor.languages: weights[Factor.languages] * int(LEVEL_SHARES[spoken]) // 100,
        Factor.office_hours: weights[Factor.office_hours] * min(300, minutes) // 300,
        Factor.similar_city: weights[Factor.similar_city] * (8 * near + 3000 * same) // 15_000,
        Factor.free_capacity: weights[Factor.free_capacity] * free // max(1, each.capacity),
    }


@given(candidates(), requests(), WEIGHTS)
def test_columns_count_as_one_would_plainly(some: list[Candidate], wanted: Wanted, weights: Mapping[Factor, int]) -> None:
    made = columns(some)
    scored = score(made, wanted, weights)
    for row, each in enumerate(made.candidates):
        assert (scored.reason(row), points(scored, row)) == plainly(each, wanted, weights)
        assert int(scored.total[row]) == sum(points(scored, row).values()) <= sum(weights.values())
    ranked = [(-int(scored.total[row]), made.candidates[row].slug) for row in scored.ranked]
    assert ranked == sorted(ranked)
    proposed = {each.slug for row, each in enumerate(made.candidates) if scored.reason(row) is None}
    assert [slug for _, slug in ranked] == sorted({slug for _, slug in ranked}, key=[slug for _, slug in ranked].index)
    assert {slug for _, slug in ranked} == proposed


def same(one: Columns, other: Columns, wanted: Wanted) -> None:
    ours, theirs = (score(each, wanted, DEFAULT_WEIGHTS) for each in (one, other))
    assert [list(ours.total), list(ours.reasons), list(ours.ranked)] == [
        list(theirs.total),
        list(theirs.reasons),
        list(theirs.ranked),
    ]


@given(candidates(), requests(), st.data())
def test_columns_that_are_renewed_are_as_new(some: list[Candidate], wanted: Wanted, data: st.DataObject) -> None:
    made = columns(some)
    score(made, wanted, DEFAULT_WEIGHTS)
    others = data.draw(candidates())
    renewed = [
        replace(other, offer_id=each.offer_id, organisation_id=each.organisation_id, slug=each.slug)
        for each, other in zip(some, others, strict=False)
    ]
    made.renew(renewed)
    same(made, columns([*renewed, *some[len(renewed) :]]), wanted)


@given(candidates(), requests(), st.randoms())
def test_the_order_in_which_offers_come_does_not_matter(some: list[Candidate], wanted: Wanted, chance: Any) -> None:
    shuffled = chance.sample(some, len(some))
    same(columns(some), columns(shuffled), wanted)


@given(candidates(), requests())
def test_every_factor_is_explained(some: list[Candidate], wanted: Wanted) -> None:
    made = columns(some)
    scored = score(made, wanted, DEFAULT_WEIGHTS)
    for row in range(len(made)):
        told = factors.told(made, wanted, DEFAULT_WEIGHTS, scored, row)
        assert [each.factor for each in told.factors] == list(FACTORS)
        assert sum(each.points for each in told.factors) == told.total


@given(KNOWN_HOURS, KNOWN_HOURS, st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_hours_shared_are_those_in_which_both_are_in(one: hours.Hours, other: hours.Hours, day: date) -> None:
    midnight = datetime.combine(day, time(), ZoneInfo(one.zone)).astimezone(UTC)
    moments = (midnight + timedelta(minutes=minute) for minute in range(0, 25 * 60, 5))
    today = [each for each in moments if each.astimezone(ZoneInfo(one.zone)).date() == day]
    assert hours.shared_minutes(one, other, day) == 5 * sum(is_in(one, each) and is_in(other, each) for each in today)


def is_in(who: hours.Hours, moment: datetime) -> bool:
    """Whether somebody is in the office, read from a clock on the wall."""
    there = moment.astimezone(ZoneInfo(who.zone))
    return any(begins <= there.hour * 60 + there.minute < ends for begins, ends in who.week[there.weekday()])
