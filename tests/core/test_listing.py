"""Records that are listed many at a time are listed as one by one, whatever happens to them meanwhile, on both databases."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlmodel import Session

from citypeers.core import listing
from citypeers.core.db import Database
from citypeers.core.listing import COUNTS, LISTING, Entry
from citypeers.core.text import LANGUAGES
from tests.conftest import Loaded

KIND, OTHER = "thing", "other thing"
IDS = "abcde"
VALUES = st.frozensets(st.tuples(st.sampled_from(["colour", "size"]), st.sampled_from("123")), max_size=4)
ENTRIES = st.builds(
    lambda key, other, values: Entry(dict.fromkeys(LANGUAGES, key) | {"de": other}, values),
    KEY := st.sampled_from("xyz"),
    KEY,
    VALUES,
)
STEPS = st.lists(st.tuples(st.sampled_from([KIND, OTHER]), st.sampled_from(IDS), st.none() | ENTRIES), max_size=12)

ENTRY = Entry(dict.fromkeys(LANGUAGES, "key"))


class Lost(Exception):
    """Something goes wrong."""


@pytest.fixture
def database(fresh: Loaded) -> Iterator[Database]:
    database = Database(fresh.url)
    yield database
    database.close()


def listed(session: Session) -> list[tuple[object, ...]]:
    """What is listed and counted of our kinds; values that no record has are left out."""
    rows = session.execute(select(LISTING).where(LISTING.c.kind.in_([KIND, OTHER])))
    counted = session.execute(select(COUNTS).where(COUNTS.c.kind.in_([KIND, OTHER]), COUNTS.c["count"] != 0))
    return sorted(tuple(row) for row in rows) + sorted(tuple(row) for row in counted)


def taken(session: Session, steps: list[tuple[str, str, Entry | None]]) -> None:
    for kind, id, entry in steps:
        if entry is None:
            listing.remove(session, kind, iter([id]))
        else:
            listing.put(session, kind, {id: entry})


@given(before=STEPS, steps=STEPS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_many_at_a_time_are_as_one_by_one(
    database: Database, before: list[tuple[str, str, Entry | None]], steps: list[tuple[str, str, Entry | None]]
) -> None:
    found = []
    for way in (nullcontext, listing.gathered):
        with database.transaction() as session, pytest.MonkeyPatch.context() as patch:
            patch.setattr(listing, "GATHERED", 3)
            taken(session, before)
            with way(session):
                taken(session, steps)
            found.append(listed(session))
            session.rollback()
    assert found[0] == found[1]


def broken_off(session: Session) -> None:
    with listing.gathered(session):
        taken(session, [(KIND, "a", ENTRY)])
        raise Lost


def test_what_breaks_off_leaves_nothing_behind_and_lists_as_before(database: Database) -> None:
    with database.transaction() as session:
        with pytest.raises(Lost):
            broken_off(session)
        taken(session, [(KIND, "b", ENTRY)])
        assert {row[-1] for row in listed(session) if len(row) == len(LISTING.columns)} == {"b"}
