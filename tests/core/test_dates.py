"""Dated facts: the rule in Python and the rule in SQL are one, on both databases."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, literal, select
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.dates import first_day, holding_on, holds_on, last_day
from citypeers.core.db import METADATA

NEAR = st.dates(date(2019, 11, 1), date(2020, 4, 1))
PARTIAL = NEAR.flatmap(lambda day: st.sampled_from([day.isoformat()[:4], day.isoformat()[:7], day.isoformat()]))
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.mark.parametrize(
    ("partial", "begins", "ends"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2019-09-20", date(2019, 9, 20), date(2019, 9, 20)),
    ],
)
def test_a_partial_date_begins_and_ends_with_its_precision(partial: str, begins: date, ends: date) -> None:
    assert (first_day(partial), last_day(partial)) == (begins, ends)


FACTS: dict[str, tuple[tuple[str | None, str | None, str | None], str, bool]] = {
    "before its beginning": (("2019-09", None, None), "2019-08-31", False),
    "on its first day": (("2019-09", None, None), "2019-09-01", True),
    "on its last day": (("2019", "2020-02", None), "2020-02-29", True),
    "after its end": (("2019", "2020-02", None), "2020-03-01", False),
    "before it was first observed": ((None, None, "2019-09-20"), "2019-09-19", False),
    "from its observation on": ((None, None, "2019-09-20"), "2019-09-20", True),
    "observed and ended": ((None, "2023-05-30", "2019-09-20"), "2023-05-31", False),
    "begun before it was observed": (("2019", None, "2019-09-20"), "2019-01-01", True),
    "without any date": ((None, None, None), "1900-01-01", True),
}


@pytest.mark.parametrize("case", FACTS)
def test_what_holds_on_a_day(case: str) -> None:
    fact, day, holds = FACTS[case]
    assert holds_on(*fact, date.fromisoformat(day)) is holds


@settings(max_examples=150, deadline=None, suppress_health_check=SHARED)
@given(facts=st.lists(st.tuples(*[st.none() | PARTIAL] * 3), min_size=1, max_size=20), day=NEAR)
def test_sql_and_python_agree(
    changing: TestClient, instance: Instance, facts: list[tuple[str | None, str | None, str | None]], day: date
) -> None:
    name, organisation = METADATA.tables["organisation_name"], METADATA.tables["organisation"]
    with instance.database.transaction() as session:
        owner = session.execute(select(organisation.c.id).order_by(organisation.c.slug).limit(1)).scalar_one()
        session.execute(delete(name).where(name.c.organisation_id == owner))
        session.execute(
            insert(name),
            [
                {
                    "organisation_id": owner,
                    "position": place,
                    "name": {"en": "x"},
                    "kind": "official",
                    "valid_from": fact[0],
                    "valid_to": fact[1],
                    "observed_on": fact[2],
                }
                for place, fact in enumerate(facts)
            ],
        )
        condition = holding_on(name.c.valid_from, name.c.valid_to, name.c.observed_on, literal(day.isoformat()))
        found = set(session.scalars(select(name.c.position).where(name.c.organisation_id == owner, condition)))
    assert found == {place for place, fact in enumerate(facts) if holds_on(*fact, day)}
