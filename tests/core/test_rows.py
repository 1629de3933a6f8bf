"""New rows written by the quickest way hold what they were given, whatever stands in a text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

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
        with database.transaction() as session:
            session.execute(delete(LISTING).where(LISTING.c.kind == "thing"))
            rows.add(session, LISTING, given)
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
