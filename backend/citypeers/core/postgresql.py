"""Connections for the hot reads on PostgreSQL, in a module of their own: a process on SQLite does not carry the driver."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool
from sqlalchemy.exc import OperationalError


class Reading(psycopg.Connection[Any]):
    """Has one cursor, used again and again: to make one takes half as long as to read a record."""

    @cached_property
    def reader(self) -> psycopg.Cursor[Any]:
        """The cursor; what it reads is sent as it is kept, bytes not as twice as many digits."""
        return self.cursor(binary=True)


class Pool:
    """Opened by the first read; each statement is prepared, and a transaction of its own."""

    def __init__(self, address: str, threads: int, patience: float) -> None:
        """``patience``: seconds that a read waits for a connection."""
        options = {"autocommit": True, "prepare_threshold": 0}
        self._connections = ConnectionPool(
            address, connection_class=Reading, min_size=1, max_size=threads, timeout=patience, kwargs=options, open=False
        )

    def rows(self, statement: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """All rows of one statement; ``OperationalError`` where the server is away."""
        if self._connections.closed:
            self._connections.open()
        try:
            connection = self._connections.getconn()
            try:
                return connection.reader.execute(statement, parameters).fetchall()
            finally:
                self._connections.putconn(connection)
        except psycopg.OperationalError as error:
            raise OperationalError(statement, None, error) from error

    def close(self) -> None:
        """Give every connection back."""
        self._connections.close()
