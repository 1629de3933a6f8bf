"""Sounding boards and groups: covering the topics, one language, time together; the best of all where they can be counted."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citypeers.domain.coaching.matching import sets
from citypeers.domain.coaching.matching.columns import columns
from citypeers.domain.coaching.matching.hours import shared_minutes
from citypeers.domain.coaching.matching.scoring import score
from citypeers.domain.coaching.matching.sets import Composed, compose
from citypeers.domain.coaching.matching.terms import DEFAULT_WEIGHTS
from citypeers.domain.coaching.matching.wanted import Candidate, Wanted
from tests.domain.coaching.candidates import BERLIN, FORTALEZA, KOLKATA, LIMA, SOME_HOURS, candidate, request

ONE = {topic: frozenset({topic}) for topic in ("energy", "financing", "infrastructure")}


def composed(some: list[Candidate], wanted: Wanted, places: int = 3) -> tuple[Composed | None, list[str]]:
    made = columns(some)
    found = compose(made, wanted, score(made, wanted, DEFAULT_WEIGHTS), places)
    return found, [made.candidates[row].slug for row in found.rows] if found else []


def test_a_set_covers_what_none_of_its_members_does() -> None:
    some = [candidate(f"energy-{number}", topics=ONE["energy"], projects={"energy": ["a", "b", "c"]}) for number in range(4)]
    some += [candidate("financing", topics=ONE["financing"]), candidate("infrastructure", topics=ONE["infrastructure"])]
    found, slugs = composed(some, request())
    assert found is not None
    assert sorted(slugs) == ["energy-0", "financing", "infrastructure"]
    assert (list(found.topics), found.is_exact) == (["energy", "financing", "infrastructure"], True)


def test_a_set_shares_a_language_before_it_covers_more() -> None:
    wanted = request(languages=("en", "pt"))
    some = [candidate(f"en-{number}", topics=ONE["energy"]) for number in range(3)]
    some += [candidate("pt", languages={"pt": "native"})]
    found, slugs = composed(some, wanted)
    assert found is not None
    assert sorted(slugs) == ["en-0", "en-1", "en-2"]
    assert list(found.languages) == ["en"]
    with_interpreter, _ = composed(some, replace(wanted, interpreting=True))
    assert with_interpreter is not None
    assert list(with_interpreter.topics) == ["energy", "financing", "infrastructure"]


def test_a_set_is_in_the_office_at_one_time() -> None:
    wanted = request(hours=BERLIN)
    some = [candidate("fortaleza", hours=FORTALEZA), candidate("lima", hours=LIMA), candidate("bhubaneswar", hours=KOLKATA)]
    some += [candidate("bonn", hours=BERLIN), candidate("trier", hours=BERLIN)]
    found, slugs = composed(some, wanted)
    assert found is not None
    assert sorted(slugs) == ["bonn", "fortaleza", "trier"]
    assert found.minutes == shared_minutes(BERLIN, FORTALEZA, wanted.day) == 240


@pytest.mark.parametrize("places", [1, 2, 7])
def test_only_three_to_six_are_a_set(places: int) -> None:
    assert composed([candidate(f"city-{number}") for number in range(8)], request(), places) == (None, [])


def test_too_few_are_no_set() -> None:
    assert composed([candidate("one"), candidate("two")], request()) == (None, [])


def test_hours_that_are_not_known_are_not_guessed() -> None:
    found, _ = composed([candidate(f"city-{number}", hours=None) for number in range(3)], request())
    assert found is not None
    assert found.minutes is None


@pytest.mark.parametrize("most_tried", [0, 1_000])
def test_whoever_is_asked_is_of_the_set(most_tried: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sets, "MOST_TRIED", most_tried)
    some = [candidate(f"energy-{number}", topics=ONE["energy"]) for number in range(3)]
    some += [candidate("financing", topics=ONE["financing"]), candidate("infrastructure", topics=ONE["infrastructure"])]
    asked = frozenset(each.organisation_id for each in some if each.slug in ("energy-2", "financing"))
    found, slugs = composed(some, replace(request(), invited=asked))
    assert found is not None
    assert sorted(slugs) == ["energy-2", "financing", "infrastructure"]
    everybody = frozenset(each.organisation_id for each in some[:3])
    assert composed(some, replace(request(), invited=everybody)) == (None, [])


@st.composite
def fitting(draw: st.DrawFn) -> list[Candidate]:
    """Offers that all are matches, of which each set covers and shares something else."""
    return [
        candidate(
            f"city-{number}",
            topics=draw(st.frozensets(st.sampled_from(sorted(ONE)), min_size=1)),
            languages=draw(st.sampled_from([{"en": "c1"}, {"pt": "native"}, {"en": "b1", "pt": "c1"}])),
            hours=draw(SOME_HOURS),
        )
        for number in range(draw(st.integers(6, 9)))
    ]


WANTED = st.booleans().map(lambda interpreting: request(languages=("en", "pt"), interpreting=interpreting))


@given(fitting(), WANTED, st.integers(3, 6))
def test_where_all_sets_are_counted_none_is_better(some: list[Candidate], wanted: Wanted, places: int) -> None:
    made = columns(some)
    scored = score(made, wanted, DEFAULT_WEIGHTS)
    found = compose(made, wanted, scored, places)
    assert len(scored.ranked) == len(some)
    assert found is not None
    assert found.is_exact
    assert len(set(found.rows)) == places
    assert set(found.rows) <= {int(row) for row in scored.ranked}

    def worth(rows: tuple[int, ...]) -> tuple[bool, int]:
        members = [made.candidates[row] for row in rows]
        shares = wanted.interpreting or not wanted.languages
        shares = shares or any(all(name in each.languages for each in members) for name in wanted.languages)
        return shares, sum(any(topic in each.topics for each in members) for topic in wanted.topics)

    assert worth(tuple(found.rows)) == max(worth(rows) for rows in combinations([int(row) for row in scored.ranked], places))


@given(fitting(), WANTED, st.integers(3, 6))
def test_a_grown_set_is_whole_and_the_same_again(some: list[Candidate], wanted: Wanted, places: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sets, "MOST_TRIED", 0)
        first, second = composed(some, wanted, places), composed(list(reversed(some)), wanted, places)
    assert first == second
    assert first[0] is not None
    assert not first[0].is_exact
    assert len(set(first[1])) == places
