"""New rows written by the quickest way hold what they were given, whatever stands in a text."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlmodel import Session

from citypeers.core import rows
from citypeers.core.db import Database
from citypeers.core.listing import LISTING
from citypeers.core.outbox import EVENTS
from tests.conftest import Loaded

TEXTS = st.text(st.sampled_from("aä\t\n\r\\N.😀"), max_size=6)


@given(texts=st.lists(TEXTS, unique=True, max_size=5))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_texts_are_written_as_they_are(fresh: Loaded, texts: list[str]) -> None:
    database = Database(fresh.url)
    given = [("thing", "facet", text, "en", "key", f"{place}") for place, text in enumerate(texts)]
    try:
        with database.transaction() as session, pytest.MonkeyPatch.context() as patch:
            patch.setattr(rows, "SENT_AT_ONCE", 2)  # rows that are sent as they are come between rows that are not
            session.execute(delete(LISTING).where(LISTING.c.kind == "thing"))
            rows.add(session, LISTING, iter(given))
        with database.reading() as session:
            found = [tuple(row) for row in session.execute(select(LISTING).where(LISTING.c.kind == "thing"))]
        assert sorted(found) == sorted(given)
    finally:
        database.close()


def test_rows_that_are_there_already_are_refused(fresh: Loaded) -> None:
    database = Database(fresh.url)
    try:
        with database.transaction() as session:
            before = session.execute(select(EVENTS)).all()
            with pytest.raises(Exception, match=r"(?i)unique"):
                rows.add(session, EVENTS, [tuple(before[0])])
            session.rollback()
        with database.reading() as session:
            assert session.execute(select(EVENTS)).all() == before
    finally:
        database.close()


class Broken(Exception):
    """A row cannot be made."""


def test_a_row_that_cannot_be_made_leaves_none_of_those_before(fresh: Loaded) -> None:
    database = Database(fresh.url, 1)

    def made() -> Iterator[tuple[str, ...]]:
        for number in range(2 * rows.IN_ONE_STATEMENT):
            yield "thing", "facet", "value", "en", "key", f"{number}"
        raise Broken

    try:
        with pytest.raises(Broken), database.transaction() as session:
            rows.add(session, LISTING, made())
        with database.transaction() as session:  # the same connection, which is free again
            assert session.execute(select(LISTING).where(LISTING.c.kind == "thing")).all() == []
            rows.add(session, LISTING, [("thing", "facet", "value", "en", "key", "1")])
    finally:
        database.close()


def test_whoever_makes_rows_is_told_that_the_database_cannot_be_asked_meanwhile(fresh: Loaded) -> None:
    database = Database(fresh.url, 1)

    def made(session: Session) -> Iterator[tuple[str, ...]]:
        for number in range(2 * rows.IN_ONE_STATEMENT):
            yield "thing", "facet", "value", "en", "key", f"{number}"
        session.execute(select(EVENTS)).all()

    try:
        told = nullcontext() if database.is_sqlite else pytest.raises(RuntimeError, match="takes in rows")
        with told, database.transaction() as session:
            rows.add(session, LISTING, made(session))
        with database.transaction() as session:
            rows.add(session, LISTING, [("thing", "facet", "value", "en", "key", "other")])
    finally:
        database.close()
