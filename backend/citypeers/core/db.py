"""The database: SQLite as the embedded default, PostgreSQL 15 by psycopg 3; transactions and raw reads.

The only ``commit`` of the program stands in this file.
"""

import asyncio
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool
from sqlalchemy.sql.expression import ClauseElement
from sqlmodel import Session, SQLModel

if TYPE_CHECKING:
    import psycopg

    from citypeers.core.postgresql import Lines, Pool

P = ParamSpec("P")
T = TypeVar("T")

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA: MetaData = SQLModel.metadata
SQLModel.model_config["defer_build"] = True  # as our forms have it
BUSY_TIMEOUT = 10_000
"""Milliseconds that a SQLite writer waits for its turn, and a reader for a connection to PostgreSQL."""
BUSY_STEP = 5
"""Milliseconds between two tries of what SQLite does not wait for by itself."""

ORDINARY, MUCH = 2_000, 32_000
"""Kilobytes of changed pages that SQLite keeps: as it does by itself, and while much is written."""

TAKING_IN = "taking in"
"""What a connection's info holds while PostgreSQL takes in rows on it: the driver would wait for itself if it asked then."""
GROWN = "grown"
"""Where a session that writes much keeps the :class:`Growth` of PostgreSQL's tables."""


class Growth:
    """How many rows one transaction has added to PostgreSQL's tables, which by itself knows them as they were before it.

    By what was known of a table that grows a hundredfold, or by what another transaction learns of it meanwhile, which sees
    none of the new rows, a thousand keys would be looked for by going through the whole of it, again and again. ``ANALYZE``
    sees the rows of its own transaction, and keeps others from looking until that ends.
    """

    LEAST = 1_000
    """Rows that are worth a look: more than come before the first public change, from which on writers come one at a time, so
    that no two who look wait for one another."""

    def __init__(self) -> None:
        self._added: Counter[str] = Counter()
        self._learned: Counter[str] = Counter()

    def add(self, connection: Connection, table: str, rows: int) -> None:
        """Have PostgreSQL look at a table whenever the rows that came to it have doubled."""
        self._added[table] += rows
        if self._added[table] >= max(self.LEAST, 2 * self._learned[table]):
            self._learned[table] = self._added[table]
            connection.exec_driver_sql(f'ANALYZE "{table}"')


class Database:
    """One database, as an engine for sessions and as kept connections for the hot reads."""

    def __init__(self, url: str, threads: int = 16) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = self._engine(threads)
        self._readers = ThreadPoolExecutor(threads, "reading")
        self._local = threading.local()
        self._pool = None if self.is_sqlite else self._pool_of(threads)
        self._lines: Lines | None = None

    def _pool_of(self, threads: int) -> "Pool":
        from citypeers.core.postgresql import Pool

        return Pool(self._address(), threads, BUSY_TIMEOUT / 1_000)

    def _engine(self, threads: int) -> Engine:
        if not self.is_sqlite:
            url = self.url.set(drivername="postgresql+psycopg")
            engine = create_engine(url, pool_size=threads, max_overflow=0, pool_pre_ping=True)

            @event.listens_for(engine, "before_cursor_execute")
            def _refuse(connection: Connection, *_: object) -> None:
                if TAKING_IN in connection.info:
                    raise RuntimeError("PostgreSQL is asked something while it takes in rows")

            return engine
        if not self.url.database:
            raise ValueError("CITYPEERS_DATABASE_URL must name a file: sqlite:///path/to/file.db")
        Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            self.url, poolclass=QueuePool, pool_size=threads, max_overflow=0, connect_args={"check_same_thread": False}
        )

        @event.listens_for(engine, "connect")
        def _prepare(connection: sqlite3.Connection, _: object) -> None:
            connection.isolation_level = None  # SQLAlchemy's begin event below opens transactions, not the driver
            prepare_sqlite(connection)

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            # A deferred transaction that turns into a writer fails at once when another writes; an immediate one waits.
            reading = connection.get_execution_options().get("reading", False)
            connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

        return engine

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction that writes: committed at the end, or rolled back whole."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def writing_much(self) -> Iterator[Session]:
        """As :meth:`transaction`, for a great many rows: SQLite keeps the pages that they touch in memory meanwhile, and
        PostgreSQL is to learn how its tables grow (:func:`rows.add`)."""
        if not self.is_sqlite:
            with self.transaction() as session:
                session.info[GROWN] = Growth()
                yield session
            return
        with self.engine.connect() as connection:
            file: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # of any driver
            file.execute(f"PRAGMA cache_size=-{MUCH}")
            try:
                with Session(connection, expire_on_commit=False) as session:
                    yield session
                    session.commit()
            finally:
                file.execute(f"PRAGMA cache_size=-{ORDINARY}")
                file.execute("PRAGMA shrink_memory")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One transaction that reads one state of the database."""
        options: dict[str, Any] = {"reading": True}
        if not self.is_sqlite:
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with Session(self.engine.execution_options(**options)) as session:
            yield session

    def rows(self, statement: "Prepared", parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """All rows of one prepared statement, on a connection kept for it; no session, no objects.

        ``OperationalError`` where the database is away or busy for too long.
        """
        named = {**statement.fixed, **parameters}
        if self._pool is None:
            try:
                return self._kept().execute(statement.sqlite, named).fetchall()
            except sqlite3.OperationalError as error:
                raise OperationalError(statement.sqlite, None, error) from error
        values = [named[name] for name in statement.order]
        asked = self._lines if self._lines is not None and self._lines.are_asked() else self._pool
        return asked.rows(statement.postgresql, values)

    async def read(self, bounded: bool, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a read off the event loop, or on it where it is bounded and indexed: a hop costs more than it.

        A bounded read asks by :meth:`rows` alone: a session would have the loop wait for PostgreSQL.
        """
        if bounded and self.is_sqlite:
            return function(*args, **kwargs)
        if bounded and self._lines is not None and self._lines.here:
            return await self._lines.read(function, *args, **kwargs)
        reading = partial(copy_context().run, function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._readers, reading)

    def on_this_loop(self) -> None:
        """Let bounded reads on PostgreSQL wait on the event loop that runs, until the database is closed on it."""
        if not self.is_sqlite:
            from citypeers.core.postgresql import Lines

            self._lines = Lines(self._address(), BUSY_TIMEOUT / 1_000)

    def _kept(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self.connect_sqlite()
        return connection

    def connect_sqlite(self) -> sqlite3.Connection:
        """A connection of one's own to the SQLite file, for reading."""
        connection = sqlite3.connect(f"file:{self.url.database}", uri=True, isolation_level=None, check_same_thread=False)
        prepare_sqlite(connection)
        connection.execute("PRAGMA query_only=ON")
        return connection

    def connect_postgresql(self) -> "psycopg.Connection[Any]":
        """A connection of one's own to PostgreSQL, for listening."""
        import psycopg

        return psycopg.connect(self._address(), autocommit=True)

    def _address(self) -> str:
        return self.url.set(drivername="postgresql").render_as_string(hide_password=False)

    def close(self) -> None:
        """Give every connection back."""
        self._readers.shutdown()
        self.engine.dispose()
        if self._lines is not None:
            self._lines.close()
        if self._pool is not None:
            self._pool.close()


def prepare_sqlite(connection: sqlite3.Connection) -> None:
    """What every SQLite connection of ours is set to."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT}")
    _write_ahead(cursor)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA mmap_size=2147418112")
    cursor.close()


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """Have the file keep a write-ahead log. While another connection turns a new file to it, SQLite says at once that the
    file is locked, however long its timeout is: https://sqlite.org/c3ref/busy_handler.html tells of locks it will not wait for."""
    until = time.monotonic() + BUSY_TIMEOUT / 1_000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(BUSY_STEP / 1_000)


class Prepared:
    """A statement compiled once for both databases; its parameters are named binds."""

    def __init__(self, statement: ClauseElement) -> None:
        compiled = statement.compile(dialect=sqlite.dialect(paramstyle="named"))
        self.sqlite = str(compiled)
        numbered: Any = statement.compile(dialect=postgresql.dialect(paramstyle="numeric_dollar"))  # type: ignore[no-untyped-call]  # its __init__
        self.postgresql = str(numbered)
        self.order: list[str] = numbered.positiontup or []
        """The parameters' names, in the order of their numbers on PostgreSQL."""
        self.fixed = {name: value for name, value in compiled.params.items() if value is not None}
        """The literals of the statement, which both databases take as parameters of the same names."""


def prepared(build: Callable[P, ClauseElement]) -> Callable[P, Prepared]:
    """Keep the compiled statement of each shape that ``build`` is asked for."""

    @lru_cache(maxsize=512)
    def kept(*args: P.args, **kwargs: P.kwargs) -> Prepared:
        return Prepared(build(*args, **kwargs))

    return kept  # type: ignore[return-value]  # lru_cache loses the parameters' types
