"""Counts of facet values are those of the listing, whatever happened to it since the last count, on both databases."""

from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlmodel import Session

from citypeers.core import listing, marks, outbox
from citypeers.core.db import Database
from citypeers.core.listing import Entry
from citypeers.core.marks import Marks
from citypeers.core.outbox import Event
from citypeers.core.text import LANGUAGES
from tests.conftest import Loaded

KIND = "thing"
KEYS = dict.fromkeys(LANGUAGES, "key")
IDS, COLOURS, SIZES = st.sampled_from("abcde"), st.sampled_from(["red", "blue"]), st.sampled_from(["1", "2", "3"])
VALUES = st.frozensets(st.one_of(st.tuples(st.just("colour"), COLOURS), st.tuples(st.just("size"), SIZES)), max_size=4)
STEPS = st.one_of(
    st.tuples(st.just("put"), IDS, VALUES),
    st.tuples(st.just("withdraw"), IDS, st.just(frozenset())),
    st.tuples(st.just("lost"), IDS, VALUES),
    st.tuples(st.just("pruned"), IDS, st.just(frozenset())),
    st.tuples(st.just("counted"), IDS, st.just(frozenset())),
)


class Lost(Exception):
    """Ends a transaction without a commit."""


def put(session: Session, id: str, values: frozenset[tuple[str, str]]) -> None:
    listing.put(session, KIND, {id: Entry(KEYS, values)})
    outbox.record(session, "thing.changed", KIND, id)


def fits(values: frozenset[tuple[str, str]], filters: list[tuple[str, list[str]]]) -> bool:
    return all(any((name, value) in values for value in wanted) for name, wanted in filters)


def by_hand(there: dict[str, frozenset[tuple[str, str]]], facet: str, filters: list[tuple[str, list[str]]]) -> Counter[str]:
    """The same counts, record by record."""
    counted: Counter[str] = Counter()
    for values in there.values():
        if fits(values, [each for each in filters if each[0] != facet]):
            counted.update(value for name, value in values if name == facet)
    return counted


@given(steps=st.lists(STEPS, max_size=12), colours=st.lists(COLOURS, max_size=2), sizes=st.lists(SIZES, max_size=2))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_counts_follow_whatever_happens(
    fresh: Loaded, steps: list[tuple[str, str, frozenset[tuple[str, str]]]], **asked: list[str]
) -> None:
    database, known = Database(fresh.url), Marks()
    filters = [(facet, asked[name]) for facet, name in (("colour", "colours"), ("size", "sizes")) if asked[name]]
    there: dict[str, frozenset[tuple[str, str]]] = {}
    try:
        with database.transaction() as session:
            listing.remove(session, KIND, "abcde")
            outbox.record(session, "thing.changed", KIND, *"abcde")
        for step, id, values in [*steps, ("counted", "a", frozenset())]:
            if step == "lost":
                with suppress(Lost), database.transaction() as session:
                    put(session, id, values)
                    raise Lost
                continue
            with database.transaction() as session:
                if step == "put":
                    put(session, id, values)
                    there[id] = values
                elif step == "withdraw":
                    listing.remove(session, KIND, [id])
                    outbox.record(session, "thing.changed", KIND, id)
                    there.pop(id, None)
                elif step == "pruned":
                    session.execute(delete(Event))
            if step == "counted":
                found = known.counts(database, KIND, ["colour", "size"], filters)
                assert found.facets == {facet: dict(by_hand(there, facet, filters)) for facet in ("colour", "size")}
                assert found.alone == {each[0]: sum(fits(values, [each]) for values in there.values()) for each in filters}
                held = known.held(database, KIND, "colour", filters)
                passing = {id: values for id, values in there.items() if fits(values, filters)}
                assert {held.ids[number] for number in held.passing} == passing.keys()
                assert found.total == len(passing)
                assert {(held.ids[number], value) for value, some in held.values.items() for number in some} == {
                    (id, value) for id, values in passing.items() for name, value in values if name == "colour"
                }
                some = known.counts(database, KIND, ["colour"], filters, ["a", "b", "nobody"])
                ours = {id: values for id, values in there.items() if id in "ab"}
                assert some.facets == {"colour": dict(by_hand(ours, "colour", filters))}
                assert some.total == sum(fits(values, filters) for values in ours.values())
                assert {held.ids[number] for number in known.held(database, KIND, "colour", filters, "ab").passing} == {
                    id for id in passing if id in "ab"
                }
    finally:
        database.close()


def test_after_many_changes_everything_is_read_anew(fresh: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "MOST_CHANGED", 2)
    database, known = Database(fresh.url), Marks()
    try:
        before = known.counts(database, "network", ["category"], []).facets
        with database.transaction() as session:
            for id in "abc":
                put(session, id, frozenset({("colour", "red")}))
        assert known.counts(database, KIND, ["colour"], []).facets == {"colour": {"red": 3}}
        assert known.counts(database, "network", ["category"], []).facets == before
        assert sum(before["category"].values()) == 34
    finally:
        database.close()
