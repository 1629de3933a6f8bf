"""Connections kept for the hot reads."""

import pytest
from sqlalchemy import func, select
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
