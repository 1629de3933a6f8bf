"""Connections for the hot reads on PostgreSQL, in a module of their own: a process on SQLite does not carry the driver."""

import asyncio
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from functools import cached_property, partial
from itertools import count
from typing import Any, ParamSpec, TypeVar

import psycopg
from psycopg import pq
from psycopg.adapt import PyFormat, Transformer
from psycopg.types.string import ByteaBinaryLoader
from psycopg_pool import ConnectionPool
from sqlalchemy.exc import OperationalError
from sqlalchemy.util import await_, greenlet_spawn

P = ParamSpec("P")
T = TypeVar("T")
Row = tuple[Any, ...]

MOST_LINES = 8
"""Connections of a process's event loop: what one thread asks in turn keeps no more of the server's processes busy."""
MOST_PREPARED = 100
"""Statements that the server keeps prepared for one line, the first of them given up for new ones; as many as psycopg has it."""
AS_IT_COMES = "bpchar"
"""The type under which a statement asks for a text as bytes (core/rendered.py): it is sent as it is kept, without a copy."""
_on_lines: ContextVar[bool] = ContextVar("on_lines", default=False)


class Reading(psycopg.Connection[Any]):
    """Has one cursor, used again and again: to make one takes half as long as to read a record."""

    @cached_property
    def reader(self) -> psycopg.RawCursor[Any]:
        """The cursor."""
        return psycopg.RawCursor(self)


def _reads_bytes(connection: psycopg.abc.AdaptContext) -> None:
    connection.adapters.register_loader(AS_IT_COMES, ByteaBinaryLoader)


class Pool:
    """For reads in threads. Opened by the first of them; each statement is prepared, and a transaction of its own."""

    def __init__(self, address: str, threads: int, patience: float) -> None:
        """``patience``: seconds that a read waits for a connection."""
        options = {"autocommit": True, "prepare_threshold": 0, "client_encoding": "utf8"}
        self._connections = ConnectionPool(
            address,
            connection_class=Reading,
            min_size=1,
            max_size=threads,
            timeout=patience,
            configure=_reads_bytes,
            kwargs=options,
            open=False,
        )

    def rows(self, statement: str, values: Sequence[Any]) -> list[Row]:
        """All rows of one statement; ``OperationalError`` where the server is away."""
        if self._connections.closed:
            self._connections.open()
        try:
            connection = self._connections.getconn()
            try:
                # Bytes come as they are that way, not as twice as many digits.
                return connection.reader.execute(statement, values, binary=True).fetchall()
            finally:
                self._connections.putconn(connection)
        except psycopg.OperationalError as error:
            raise OperationalError(statement, None, error) from error

    def close(self) -> None:
        """Give every connection back."""
        self._connections.close()


class Line:
    """A connection that the event loop asks by itself, one statement after the other: a thread beside it, which waits for
    the answer and for its turn in Python, costs as much again as the read. libpq's own way, "Asynchronous Command Processing".
    """

    def __init__(self, connection: psycopg.AsyncConnection[Any]) -> None:
        self._server = connection.pgconn
        self._adapting = Transformer(connection)
        self._prepared: dict[tuple[str, tuple[int, ...]], bytes] = {}
        self._numbers = count()
        self.is_closed = False
        """Whether it is of no more use."""
        self._waiting: asyncio.Future[pq.abc.PGresult] | None = None
        self._result: pq.abc.PGresult | None = None
        self._loop = asyncio.get_running_loop()
        self._socket = self._server.socket
        self._loop.add_reader(self._socket, self._arrived)

    async def rows(self, statement: str, values: Sequence[Any]) -> list[Row]:
        """All rows of one statement. After a failure, or where nobody waited for the end, the line is of no more use."""
        given = self._adapting.dump_sequence(values, [PyFormat.AUTO] * len(values))
        types, formats = self._adapting.types or (), self._adapting.formats
        name = self._prepared.get((statement, types)) or await self._prepare(statement, types)
        self._server.send_query_prepared(name, given, formats, pq.Format.BINARY)
        result = await self._answer()
        self._adapting.set_pgresult(result)
        return self._adapting.load_rows(0, result.ntuples, tuple)

    async def _prepare(self, statement: str, types: tuple[int, ...]) -> bytes:
        if len(self._prepared) == MOST_PREPARED:
            self._server.send_query(b"DEALLOCATE " + self._prepared.pop(next(iter(self._prepared))))
            await self._answer()
        name = self._prepared[statement, types] = b"read_%d" % next(self._numbers)
        self._server.send_prepare(name, statement.encode(), types)
        await self._answer()
        return name

    def _answer(self) -> "asyncio.Future[pq.abc.PGresult]":
        """What the server says to what was just asked, which is shorter than an address and so sent at once."""
        if self._server.flush():
            raise psycopg.OperationalError("the connection takes nothing in")
        self._waiting = self._loop.create_future()
        return self._waiting

    def _arrived(self) -> None:
        """Take in what the server sent, or that it is gone."""
        try:
            self._server.consume_input()
            while self._waiting is not None and not self._server.is_busy():
                result = self._server.get_result()
                if result is None:
                    self._end()
                else:
                    self._result = result
        except psycopg.OperationalError as error:
            waiting = self._waiting
            self.close()
            if waiting is not None and not waiting.done():
                waiting.set_exception(error)

    def _end(self) -> None:
        waiting, result = self._waiting, self._result
        self._waiting = self._result = None
        if waiting is None or result is None or waiting.done():
            return
        if result.status in (pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK):
            waiting.set_result(result)
        else:
            waiting.set_exception(psycopg.errors.error_from_result(result))

    def close(self) -> None:
        """Hang up."""
        if self.is_closed:
            return
        self.is_closed = True
        self._waiting = None
        self._loop.remove_reader(self._socket)  # before its number is another's
        self._server.finish()


class Lines:
    """The connections of one event loop."""

    def __init__(self, address: str, patience: float) -> None:
        """To be made on the loop; ``patience``: seconds that a read waits for a connection."""
        self._loop = asyncio.get_running_loop()
        self._address = address
        self._patience = patience
        self._room = asyncio.Semaphore(MOST_LINES)
        self._free: list[Line] = []

    async def read(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function on the loop, which does other things whenever the function waits for ``rows``."""
        before = _on_lines.set(True)
        try:
            return await greenlet_spawn(partial(function, *args, **kwargs))
        finally:
            _on_lines.reset(before)

    @property
    def here(self) -> bool:
        """Whether this is their loop."""
        return asyncio.get_running_loop() is self._loop

    @staticmethod
    def are_asked() -> bool:
        """Whether the caller runs within ``read``."""
        return _on_lines.get()

    def rows(self, statement: str, values: Sequence[Any]) -> list[Row]:
        """All rows of one statement, within ``read``; ``OperationalError`` where the server is away."""
        try:
            return await_(self._rows(statement, values))
        except (psycopg.OperationalError, TimeoutError) as error:
            raise OperationalError(statement, None, error) from error

    async def _rows(self, statement: str, values: Sequence[Any]) -> list[Row]:
        if self._room.locked():
            async with asyncio.timeout(self._patience):
                await self._room.acquire()
        else:
            await self._room.acquire()
        try:
            line = await self._open()
            try:
                rows = await line.rows(statement, values)
            except BaseException:
                line.close()
                raise
            self._free.append(line)
            return rows
        finally:
            self._room.release()

    async def _open(self) -> Line:
        while self._free:
            line = self._free.pop()
            if not line.is_closed:
                return line
        async with asyncio.timeout(self._patience):
            connection = await psycopg.AsyncConnection.connect(self._address, autocommit=True, client_encoding="utf8")
        _reads_bytes(connection)
        return Line(connection)

    def close(self) -> None:
        """Hang up all that are free, as all are once nobody asks any more."""
        for line in self._free:
            line.close()
        self._free.clear()
