"""Connections kept for the hot reads."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from citypeers.core.db import Database, Prepared

WHO = Prepared(select(func.pg_backend_pid()))


def test_a_connection_that_postgresql_ended_costs_one_read(postgres: str) -> None:
    database = Database(f"postgresql://citypeers@/postgres?host={postgres}", threads=1)
    ((kept,),) = database.rows(WHO, {})
    assert database.rows(WHO, {}) == [(kept,)]
    with database.connect_postgresql() as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [kept])
    with pytest.raises(OperationalError):
        database.rows(WHO, {})
    assert database.rows(WHO, {}) != [(kept,)]
    database.close()


def test_postgresql_goes_through_no_table_while_much_is_written(postgres: str) -> None:
    database = Database(f"postgresql://citypeers@/postgres?host={postgres}", threads=1)
    with database.writing_much() as session:
        session.execute(text("CREATE TEMPORARY TABLE grown (id text PRIMARY KEY, said text) ON COMMIT DROP"))
        session.execute(text("INSERT INTO grown SELECT i::text, 'x' FROM generate_series(1, 50) i"))
        session.execute(text("ANALYZE grown"))
        session.execute(text("INSERT INTO grown SELECT i::text, 'x' FROM generate_series(51, 100000) i"))
        keys = ", ".join(f"'{number}'" for number in range(1, 50_001))
        plan = "\n".join(row[0] for row in session.execute(text(f"EXPLAIN SELECT said FROM grown WHERE id IN ({keys})")))
    with database.transaction() as session:
        assert session.scalar(text("SHOW enable_seqscan")) == "on"
    database.close()
    assert "Seq Scan" not in plan
