"""Reads on PostgreSQL that wait on the event loop, the one that serves."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
import uvloop
from sqlalchemy import bindparam, func, literal, null, select, table
from sqlalchemy.exc import OperationalError

from citypeers.core import postgresql
from citypeers.core.db import Database, Prepared
from citypeers.core.postgresql import MOST_LINES, Line, Lines
from citypeers.core.rendered import utf8

WHO = Prepared(select(func.pg_backend_pid()))
SLOW = Prepared(select(func.pg_backend_pid(), func.pg_sleep(bindparam("seconds"))))
WRONG = Prepared(select(1 / func.length(bindparam("nothing"))))
KINDS = Prepared(
    select(
        bindparam("text"),
        literal(7),
        literal(True),
        null(),
        func.to_timestamp(bindparam("instant")),
        utf8(bindparam("bytes")),
    )
)
Do = Callable[[Database], Awaitable[None]]


def on_a_loop(postgres: str, do: Do, name: str = "postgres") -> None:
    """Do something with a database whose bounded reads wait on the loop that runs."""

    async def run() -> None:
        database = Database(f"postgresql://citypeers@/{name}?host={postgres}", threads=1)
        database.on_this_loop()
        try:
            await do(database)
        finally:
            database.close()

    uvloop.run(run())


async def pid(database: Database, statement: Prepared = WHO, **parameters: Any) -> int:
    """The server's process that a read was answered by."""
    rows = await database.read(True, database.rows, statement, parameters)
    return int(rows[0][0])


def end(database: Database, process: int) -> None:
    """End a process of the server, as a restart would."""
    with database.connect_postgresql() as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [process])


async def begun(database: Database) -> tuple[int, asyncio.Task[int]]:
    """A read that is at work for a long time, and the server's process that does it."""
    process = await pid(database)
    reading = asyncio.create_task(pid(database, SLOW, seconds=60))
    with database.connect_postgresql() as other:
        for _ in range(500):
            if other.execute("SELECT 1 FROM pg_stat_activity WHERE pid = %s AND state = 'active'", [process]).fetchall():
                return process, reading
            await asyncio.sleep(0.01)
    raise AssertionError("the read did not begin")


@pytest.fixture
def latin(postgres: str) -> Iterator[str]:
    """A database whose texts are kept in another encoding than ours; its name."""
    with psycopg.connect(f"postgresql://citypeers@/postgres?host={postgres}", autocommit=True) as admin:
        admin.execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'")
        yield "latin"
        admin.execute("DROP DATABASE latin WITH (FORCE)")


@pytest.mark.parametrize("name", ["postgres", "latin"])
def test_it_reads_what_a_thread_reads(postgres: str, latin: str, name: str) -> None:
    async def do(database: Database) -> None:
        asked = {"text": "ü 'x' \\ %", "bytes": "é  ", "instant": datetime(2026, 1, 2, tzinfo=UTC).timestamp()}
        on_the_loop = await database.read(True, database.rows, KINDS, asked)
        assert on_the_loop == await database.read(False, database.rows, KINDS, asked)
        assert on_the_loop[0][:4] == (asked["text"], 7, True, None)
        assert on_the_loop[0][-1] == b"\xc3\xa9  "

    on_a_loop(postgres, do, name)


def test_many_at_once_share_a_bounded_number_of_connections(postgres: str) -> None:
    async def do(database: Database) -> None:
        found = await asyncio.gather(*(pid(database, SLOW, seconds=0.02) for _ in range(3 * MOST_LINES)))
        assert len(set(found)) == MOST_LINES

    on_a_loop(postgres, do)


def test_a_thread_of_another_loop_reads_beside_it(postgres: str) -> None:
    async def do(database: Database) -> None:
        own = await pid(database)
        assert await asyncio.to_thread(lambda: asyncio.run(pid(database))) != own

    on_a_loop(postgres, do)


def test_a_connection_that_ended_while_it_was_idle_costs_nothing(postgres: str) -> None:
    async def do(database: Database) -> None:
        first = await pid(database)
        assert await pid(database) == first
        end(database, first)
        await asyncio.sleep(0.05)
        assert await pid(database) != first

    on_a_loop(postgres, do)


def test_a_connection_that_ends_meanwhile_costs_one_read(postgres: str) -> None:
    async def do(database: Database) -> None:
        first, reading = await begun(database)
        end(database, first)
        with pytest.raises(OperationalError):
            await reading
        assert await pid(database) != first

    on_a_loop(postgres, do)


def test_what_nobody_waits_for_any_more_answers_no_other_read(postgres: str) -> None:
    async def do(database: Database) -> None:
        first, reading = await begun(database)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert await pid(database) != first
        end(database, first)

    on_a_loop(postgres, do)


def test_a_statement_that_fails_says_why_and_the_next_is_read(postgres: str) -> None:
    async def do(database: Database) -> None:
        with pytest.raises(psycopg.errors.DivisionByZero):
            await pid(database, WRONG, nothing="")
        assert await pid(database)

    on_a_loop(postgres, do)


def test_who_waits_too_long_for_a_connection_is_told(postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def do(database: Database) -> None:
        lines = Lines(database.url.render_as_string(hide_password=False), 60)

        def all_busy(seconds: float) -> list[asyncio.Task[Any]]:
            return [asyncio.create_task(lines.read(lines.rows, SLOW.postgresql, [seconds])) for _ in range(MOST_LINES)]

        await asyncio.gather(*all_busy(0.02))  # to connect may take its time
        monkeypatch.setattr(lines, "_patience", 0.05)
        slow = all_busy(0.5)
        await asyncio.sleep(0)
        with pytest.raises(OperationalError):
            await lines.read(lines.rows, WHO.postgresql, [])
        assert len({rows[0][0] for rows in await asyncio.gather(*slow)}) == MOST_LINES
        assert await lines.read(lines.rows, WHO.postgresql, [])
        lines.close()

    on_a_loop(postgres, do)


def test_few_statements_stay_prepared(postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "MOST_PREPARED", 3)
    kept = Prepared(select(func.count()).select_from(table("pg_prepared_statements")))

    async def do(database: Database) -> None:
        for number in [*range(5), 0, 4]:
            labelled = Prepared(select(literal(7).label(f"as_{number}")))
            assert await database.read(True, database.rows, labelled, {}) == [(7,)]
        assert await database.read(True, database.rows, kept, {}) == [(3,)]

    on_a_loop(postgres, do)


def test_a_closed_line_is_off_the_loop_before_its_sockets_number_is_anothers(postgres: str) -> None:
    async def is_on() -> bool:
        connection = await psycopg.AsyncConnection.connect(f"postgresql://citypeers@/postgres?host={postgres}", autocommit=True)
        number = connection.pgconn.socket
        Line(connection).close()
        return asyncio.get_running_loop().remove_reader(number)

    assert not asyncio.run(is_on())  # uvloop does not say


def test_without_a_server_a_read_is_refused(postgres: str) -> None:
    async def do(database: Database) -> None:
        away = Lines(f"postgresql://citypeers@/postgres?host={postgres}/away", 1)
        with pytest.raises(OperationalError):
            await away.read(away.rows, WHO.postgresql, [])

    on_a_loop(postgres, do)
