"""Bringing a database to the schema of this program, and telling whether it is there."""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, column, select, table
from sqlmodel import Session

from citypeers.core.db import Database

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parents[2] / "migrations"
_REVISION = re.compile(r"^(down_revision|revision) = ['\"](\w+)['\"]", re.MULTILINE)


def configuration(database: Database) -> "Config":
    """Alembic's configuration for one database, without a file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["database"] = database
    return config


def upgrade(database: Database) -> None:
    """Run every migration that the database has not had."""
    from alembic import command

    command.upgrade(configuration(database), "head")


@cache
def head() -> str:
    """The newest migration of this program, read from the files: a server that only asks for it needs no Alembic in memory."""
    named = [_REVISION.findall(path.read_text()) for path in (MIGRATIONS / "versions").glob("*.py")]
    revisions: set[str] = {revision for pairs in named for name, revision in pairs if name == "revision"}
    older = {revision for pairs in named for name, revision in pairs if name == "down_revision"}
    (newest,) = revisions - older
    return newest


def is_current(session: Session) -> bool:
    """Whether the database has had every migration."""
    applied: Select[Any] = select(column("version_num")).select_from(table("alembic_version"))
    return bool(session.scalar(applied) == head())
