"""Alembic's environment: migrations run on the database that the program hands over, with bounded waits for locks."""

from alembic import context

from citypeers.core import counters as _counters  # noqa: F401
from citypeers.core.db import METADATA, Database
from citypeers.domain.networks import models as _networks  # noqa: F401  # fills the metadata
from citypeers.domain.organisations import models as _organisations  # noqa: F401
from citypeers.domain.topics import models as _topics  # noqa: F401
from citypeers.identity import models as _identity  # noqa: F401

LOCK_TIMEOUT = "5s"
ONE_AT_A_TIME = 20_191_002
"""The advisory lock on PostgreSQL under which processes that start together migrate one after another (SQLite has one writer)."""


def run() -> None:
    """Run what the command asks for, in one transaction."""
    database: Database = context.config.attributes["database"]
    with database.engine.connect() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({ONE_AT_A_TIME})")
            connection.exec_driver_sql(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
            connection.commit()
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            render_as_batch=database.is_sqlite,
            compare_type=True,
            transaction_per_migration=False,
        )
        try:
            with context.begin_transaction():
                context.run_migrations()
            connection.commit()
        finally:
            if not database.is_sqlite:
                connection.rollback()
                connection.exec_driver_sql(f"SELECT pg_advisory_unlock({ONE_AT_A_TIME})")
                connection.commit()


run()
