"""Connections for the hot reads on PostgreSQL, in a module of their own: a process on SQLite does not carry the driver."""

from functools import cached_property
from typing import Any

import psycopg
import psycopg_pool


class Reading(psycopg.Connection[Any]):
    """Has one cursor, used again and again: to make one takes half as long as to read a record."""

    @cached_property
    def reader(self) -> psycopg.Cursor[Any]:
        """The cursor."""
        return self.cursor()


def pool_of(address: str, threads: int) -> psycopg_pool.ConnectionPool[Reading]:
    """A closed pool, in which each statement is prepared and a transaction of its own."""
    options = {"autocommit": True, "prepare_threshold": 0}
    return psycopg_pool.ConnectionPool(address, connection_class=Reading, min_size=1, max_size=threads, kwargs=options, open=False)
