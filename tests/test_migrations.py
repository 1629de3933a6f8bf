"""Every migration on both databases, with rows of every table in the way; and schemas that are what the models say."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Index, MetaData, Table, func, insert, inspect, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.sql import sqltypes
from sqlalchemy.sql.schema import SchemaItem

from citypeers import migrating
from citypeers.core.db import METADATA, Database
from tests.conftest import BACKENDS, _create

REVISIONS = [each.revision for each in ScriptDirectory(str(migrating.MIGRATIONS)).walk_revisions()][::-1]
"""From the oldest to the newest."""
SEEN_IN_2023 = {"party": "organisation", "state": "active", "observed_on": "2023"}
FITTING: dict[str, dict[str, Any]] = {
    "network_relation": {"organisation": '{"en": "x"}', "target_id": None},
    "membership": SEEN_IN_2023,
    "seat": {"observed_on": "2023"},
    "municipality": {"aliases": []},
    "project": {"live": {"title": {"en": "x"}}, "live_state": "published"},
    "offer": {"capacity": 1},
    "coaching_request": {"places": 1},
    "coaching_report": {"usefulness": 3},
    "network": {"slug": "a-slug", "end_year": None, "founded_year": None, "member_count": None, "member_count_qualifier": None},
    "practice": {"publisher": "x"},
}
"""Values that the conditions of a table ask for."""
REPLACED = {"b3a1d47e6c52": {"municipality", "municipality_spelling", "network_member"}}
"""Tables whose rows a revision keeps elsewhere."""
UPGRADING = """
import sys
from citypeers import migrating
from citypeers.core.db import Database
migrating.upgrade(Database(sys.argv[1]))
"""
Make = Callable[[], Database]


@pytest.fixture(params=BACKENDS)
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Gives empty databases of one kind."""
    made: list[Database] = []

    def empty() -> Database:
        if request.param == "sqlite":
            url = f"sqlite:///{tmp_path}/{len(made)}.db"
        else:
            url = _create(request.getfixturevalue("postgres"), f"m{len(made)}_{abs(hash(tmp_path)) % 10**9}")
        made.append(Database(url))
        return made[-1]

    yield empty
    for database in made:
        database.close()


def _value(column: "Column[Any]", number: int) -> Any:
    kind = column.type
    if isinstance(kind, sqltypes.JSON):
        return []
    if isinstance(kind, sqltypes.Boolean):
        return False
    if isinstance(kind, sqltypes.Integer):
        return number
    if isinstance(kind, sqltypes.Numeric):
        return 1.5
    if isinstance(kind, sqltypes.DateTime):
        return func.now()
    if isinstance(kind, sqltypes.LargeBinary):
        return b"x"
    return f"x{number}"[: getattr(kind, "length", None) or 20]


def _fill(connection: Connection) -> dict[str, int]:
    """A row in every table that has none, parents first; the number of rows of each."""
    found = MetaData()
    found.reflect(connection)
    for number, table in enumerate(found.sorted_tables, 1):
        if table.name != "alembic_version" and not connection.scalar(select(func.count()).select_from(table)):
            connection.execute(insert(table).values(_row(connection, table, number)))
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in found.sorted_tables}


def _row(connection: Connection, table: Table, number: int) -> dict[str, Any]:
    fitting = FITTING.get(table.name, {})
    row = {}
    for column in table.columns:
        if column.name in fitting:
            row[column.name] = fitting[column.name]
        elif column.foreign_keys and (not column.nullable or column.primary_key):
            (key,) = column.foreign_keys
            row[column.name] = connection.scalar(select(key.column).limit(1))
        elif not column.nullable:
            row[column.name] = _value(column, number)
    return row


def test_rows_outlive_every_migration_after_theirs(make: Make) -> None:
    database = make()
    before: dict[str, int] = {}
    for revision in REVISIONS:
        command.upgrade(migrating.configuration(database), revision)
        with database.engine.begin() as connection:
            names = inspect(connection).get_table_names()
            after = {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) for name in names}
            gone = {name for name, count in before.items() if after.get(name, 0) < count}
            assert gone == REPLACED.get(revision, set()), revision
            before = _fill(connection)
            assert min(before.values()) > 0, revision


def test_the_migrated_schema_is_the_models(make: Make) -> None:
    database = make()
    migrating.upgrade(database)

    def is_here(item: SchemaItem, *_: object) -> bool:
        return not database.is_sqlite or not isinstance(item, Index) or not item.dialect_options["postgresql"]["using"]

    with database.engine.connect() as connection:
        told = {"compare_type": True, "target_metadata": METADATA, "include_object": is_here}
        assert compare_metadata(MigrationContext.configure(connection, opts=told), METADATA) == []


def test_every_text_is_compared_by_its_bytes_on_postgresql(make: Make) -> None:
    database = make()
    migrating.upgrade(database)
    if database.is_sqlite:  # where a comparison of bytes is the only one that no column asks to be another
        with database.engine.connect() as connection:
            written = connection.scalars(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
        assert not any("COLLATE" in each.upper() for each in written)
        return
    with database.engine.connect() as connection:
        others = connection.execute(
            text(
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                " AND data_type IN ('character varying', 'text') AND collation_name IS DISTINCT FROM 'C'"
            )
        ).all()
        assert others == []
        assert connection.scalar(text("SELECT count(*) FROM information_schema.columns WHERE collation_name = 'C'")) > 300


def test_a_second_upgrade_changes_nothing(make: Make) -> None:
    database = make()
    migrating.upgrade(database)
    with database.engine.begin() as connection:
        before = _fill(connection)
    migrating.upgrade(database)
    with database.engine.connect() as connection:
        assert _fill(connection) == before


def test_processes_that_migrate_at_once_all_end_well(make: Make) -> None:
    database = make()
    url = database.url.render_as_string(hide_password=False)
    started = [subprocess.Popen([sys.executable, "-c", UPGRADING, url], stderr=subprocess.PIPE) for _ in range(3)]
    for process in started:
        _, complaint = process.communicate(timeout=120)
        assert process.returncode == 0, complaint.decode()
    with database.reading() as session:
        assert migrating.is_current(session)


def test_no_migration_waits_long_for_a_lock(make: Make) -> None:
    database = make()
    if database.is_sqlite:
        with database.engine.connect() as connection:
            assert connection.scalar(text("PRAGMA busy_timeout")) == 10_000
        return
    migrating.upgrade(database)
    with database.engine.connect() as holder:
        holder.execute(text("LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(OperationalError, match="lock timeout"):
            migrating.upgrade(database)
