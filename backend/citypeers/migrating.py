"""Bringing a database to the schema of this program, and telling whether it is there."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from citypeers.core.db import Database

MIGRATIONS = Path(__file__).parents[2] / "migrations"


def configuration(database: Database) -> Config:
    """Alembic's configuration for one database, without a file."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["database"] = database
    return config


def upgrade(database: Database) -> None:
    """Run every migration that the database has not had."""
    command.upgrade(configuration(database), "head")


@cache
def head() -> str | None:
    """The newest migration of this program."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def is_current(database: Database) -> bool:
    """Whether the database has had every migration."""
    with database.engine.execution_options(reading=True).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head()
