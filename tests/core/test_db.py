"""Connections: those kept for the hot reads, how they begin, and what a long write tells PostgreSQL."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Table, Text, func, select, text
from sqlalchemy.exc import OperationalError

from citypeers.core import db
from citypeers.core.db import Database, Prepared
from citypeers.core.rows import add

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


def test_postgresql_learns_how_a_table_grows_while_much_is_written(postgres: str) -> None:
    database = Database(f"postgresql://citypeers@/postgres?host={postgres}", threads=1)
    table = Table("grown", MetaData(), Column("id", Text, primary_key=True), Column("said", Text))
    with database.transaction() as session:
        table.create(session.connection())
        add(session, table, ((str(number), "x") for number in range(100)))
    with database.connect_postgresql() as other:
        try:
            other.execute("ANALYZE grown")
            with database.writing_much() as session:
                add(session, table, ((str(number), "x") for number in range(100, 10_000)))
                other.execute("ANALYZE (SKIP_LOCKED) grown")  # as it does by itself, without the rows of this transaction
                keys = [str(number) for number in range(1_000)]
                found = session.execute(text("EXPLAIN SELECT said FROM grown WHERE id = ANY(:keys)"), {"keys": keys})
                plan = "\n".join(row[0] for row in found)
        finally:
            other.execute("DROP TABLE grown")
    database.close()
    assert "rows=1000 " in plan, plan


def test_connections_to_a_new_file_wait_while_another_turns_it_to_its_log(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new.db", threads=1)
    with closing(sqlite3.connect(tmp_path / "new.db", isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        free = threading.Timer(0.2, other.rollback)
        free.start()
        with database.engine.connect() as connection:
            assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        free.join()
    database.close()


def test_a_connection_to_a_new_file_that_stays_locked_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db, "BUSY_TIMEOUT", 50)
    database = Database(f"sqlite:///{tmp_path}/new.db", threads=1)
    with closing(sqlite3.connect(tmp_path / "new.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            database.engine.connect()
    database.close()
