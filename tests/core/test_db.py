"""Connections kept for the hot reads."""

import pytest
from sqlalchemy import literal, select
from sqlalchemy.exc import OperationalError

from citypeers.core.db import Database, Prepared

ONE = Prepared(select(literal(1)))


def test_a_connection_that_postgresql_ended_costs_one_read(postgres: str) -> None:
    database = Database(f"postgresql://citypeers@/postgres?host={postgres}", threads=1)
    assert database.rows(ONE, {}) == [(1,)]
    with database.connect_postgresql() as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'citypeers' AND pid <> pg_backend_pid()"
        )
    with pytest.raises(OperationalError):
        database.rows(ONE, {})
    assert database.rows(ONE, {}) == [(1,)]
    database.close()
