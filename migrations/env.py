"""Alembic's environment: migrations run on the database that the program hands over, with bounded waits for locks."""

from contextlib import closing

from alembic import context
from sqlalchemy import Connection

from citypeers.core import audit as _audit  # noqa: F401  # fills the metadata
from citypeers.core import counters as _counters  # noqa: F401
from citypeers.core import mail as _mail  # noqa: F401
from citypeers.core.db import METADATA, Database
from citypeers.domain.coaching import models as _coaching  # noqa: F401
from citypeers.domain.coaching.matching import models as _matching  # noqa: F401
from citypeers.domain.coaching.results import models as _results  # noqa: F401
from citypeers.domain.coaching.rounds import models as _rounds  # noqa: F401
from citypeers.domain.coaching.scheduling import models as _scheduling  # noqa: F401
from citypeers.domain.members.joining import models as _joining  # noqa: F401
from citypeers.domain.members.rules import models as _rules  # noqa: F401
from citypeers.domain.members.seats import models as _seats  # noqa: F401
from citypeers.domain.networks import models as _networks  # noqa: F401
from citypeers.domain.organisations import models as _organisations  # noqa: F401
from citypeers.domain.projects import models as _projects  # noqa: F401
from citypeers.domain.rooms import models as _rooms  # noqa: F401
from citypeers.domain.topics import models as _topics  # noqa: F401
from citypeers.exchange.imports.runs import models as _imports  # noqa: F401
from citypeers.identity import models as _identity  # noqa: F401
from citypeers.identity.notices import models as _notices  # noqa: F401

LOCK_TIMEOUT = "5s"
TURN = 0x63697479
"""The number of the PostgreSQL lock under which one process migrates at a time."""
BYTEWISE = """
    SELECT format('ALTER TABLE %%I %%s', relname, string_agg(
        format('ALTER COLUMN %%I TYPE %%s COLLATE "C"', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum))
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relkind = 'r' AND relnamespace = current_schema()::text::regnamespace AND attnum > 0 AND NOT attisdropped
        AND atttypid IN ('varchar'::regtype, 'text'::regtype) AND attcollation <> 'pg_catalog."C"'::regcollation
    GROUP BY relname ORDER BY relname
"""
"""What gives every text of ours the one order that SQLite has, whatever the locale of the database. Ids, codes and sort keys
are compared some hundred times for a page, and by a locale's rules that takes three times as long."""


def run() -> None:
    """Run what the command asks for, in one transaction that another process waits for."""
    database: Database = context.config.attributes["database"]
    with database.engine.connect() as connection:
        if database.is_sqlite:
            _keep_references(connection, False)
        try:
            with connection.begin():
                _migrate(connection, database.is_sqlite)
        finally:
            if database.is_sqlite:
                _keep_references(connection, True)


def _migrate(connection: Connection, is_sqlite: bool) -> None:
    if not is_sqlite:
        # Whoever comes second waits as long as the first one takes; only then are waits for other locks bounded.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=is_sqlite, compare_type=True)
    context.run_migrations()
    if not is_sqlite:
        for (statement,) in connection.exec_driver_sql(BYTEWISE).fetchall():
            connection.exec_driver_sql(statement)
    if is_sqlite:
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if lost:
            raise RuntimeError(f"A migration leaves rows that refer to nothing: {lost[:5]}")


def _keep_references(connection: Connection, on: bool) -> None:
    """Outside a transaction, where alone it has effect. While a table is built anew, dropping the old one
    must not delete the rows that refer to it."""
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


run()
