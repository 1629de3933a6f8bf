"""What every table of ours has in common."""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import chain, islice
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import StringConstraints
from sqlalchemy import JSON, ColumnElement, Connection, Enum, Table, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlmodel import Field, Session, SQLModel, col

from citypeers.core import clock
from citypeers.core.dates import UTCDateTime
from citypeers.core.db import GROWN, TAKING_IN, Growth
from citypeers.core.problems import PreconditionFailed

Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
"""An identifier as a path or a body carries it."""


IN_ONE_STATEMENT = 1_000
"""Rows or values that one statement is given."""
SENT_AT_ONCE = 100
"""New rows that are sent to PostgreSQL together: it takes them in while the next are made."""
T = TypeVar("T")


def batched(items: Iterable[T], size: int = IN_ONE_STATEMENT) -> Iterator[list[T]]:
    """The same items, in lists that fit into one statement."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def new_id() -> str:
    """An identifier that says nothing and never changes."""
    return uuid.uuid4().hex


class Record(SQLModel):
    """A versioned row with its own identity; subclasses are tables."""

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    version: int = Field(default=1, ge=1)
    created_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    updated_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)


class Versioned(Protocol):
    """A row, or what is shown of it, that says which version it is."""

    id: str
    version: int


def etag(row: Versioned) -> str:
    """The entity tag of a row as it is now."""
    return f'"{row.version}.{row.id[:8]}"'


def matches(row: Versioned, if_match: str) -> None:
    """Refuse a change that was meant for another version of the row."""
    if if_match != etag(row):
        raise PreconditionFailed


def rewrite(session: Session, row: Record, values: Mapping[str, Any]) -> None:
    """Write columns as the next version, unless somebody was quicker since the row was read."""
    kind = type(row)
    read = update(kind).where(col(kind.id) == row.id, col(kind.version) == row.version)
    written = session.execute(read.values(**values, version=row.version + 1, updated_at=clock.now()))
    if written.rowcount != 1:  # type: ignore[attr-defined]  # of a cursor's result
        raise PreconditionFailed
    session.refresh(row)


def put(session: Session, table: Table, rows: Sequence[Mapping[str, Any]], adding: str | None = None) -> None:
    """Write rows, each in the place of the one that has its key; ``adding`` names a number to which theirs is added."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    new = insert(table)
    values: dict[str, ColumnElement[Any]] = {
        column.name: new.excluded[column.name] for column in table.columns if not column.primary_key
    }
    if adding is not None:
        values[adding] = table.c[adding] + values[adding]
    keys = [column.name for column in table.primary_key]
    kept = new.on_conflict_do_update(index_elements=keys, set_=values) if values else new.on_conflict_do_nothing()
    for batch in batched(rows):
        session.execute(kept, batch)


def add(session: Session, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Write new rows, their values in the order of the table's columns, by the quickest way that the database has.

    Rows may be made while they are taken, which PostgreSQL does meanwhile; whoever makes them cannot ask it anything then.
    """
    session.flush()
    connection = session.connection()
    is_sqlite = connection.dialect.name == "sqlite"
    written = [column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for column in table.columns]
    changed = [(place, write) for place, write in enumerate(written) if write is not None]
    batches = batched((_bound(row, changed) for row in rows) if changed else rows, IN_ONE_STATEMENT if is_sqlite else SENT_AT_ONCE)
    first = next(batches, None)
    if first is None:
        return
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    if is_sqlite:
        marks = ", ".join("?" for _ in table.columns)
        for batch in chain([first], batches):
            connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', batch)  # noqa: S608  # our names
    else:
        count = _copy(connection, f'COPY "{table.name}" ({names}) FROM STDIN', chain([first], batches))
        growth: Growth | None = session.info.get(GROWN)
        if growth is not None:
            growth.add(connection, table.name, count)


def _bound(row: tuple[Any, ...], changed: Sequence[tuple[int, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    """The values as the driver takes them."""
    given = list(row)
    for place, write in changed:
        given[place] = write(given[place])
    return tuple(given)


def _plain(rows: Sequence[tuple[Any, ...]]) -> str | None:
    """Rows as COPY reads them, where all they hold are texts of which nothing has to be written otherwise."""
    try:
        text = "\n".join(map("\t".join, rows)) + "\n"
    except TypeError:
        return None
    cells = sum(map(len, rows))
    is_plain = text.count("\t") == cells - len(rows) and text.count("\n") == len(rows) and "\\" not in text and "\r" not in text
    return text if is_plain else None


def _copy(connection: Connection, statement: str, batches: Iterable[Sequence[tuple[Any, ...]]]) -> int:
    """Take in rows; how many they were."""
    import psycopg  # here, so that a process on SQLite does not carry the driver

    driver: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]  # of any driver
    count = 0
    connection.info[TAKING_IN] = True
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for batch in batches:
                count += len(batch)
                plain = _plain(batch)
                if plain is not None:
                    copy.write(plain)
                else:
                    for row in batch:
                        copy.write_row(row)
    except psycopg.OperationalError as error:
        raise OperationalError(statement, None, error) from error
    finally:
        del connection.info[TAKING_IN]
    return count


Json = JSON(none_as_null=True)
"""The column type of language maps and lists; not JSONB, which would reorder the languages."""


def choice(kind: type[StrEnum]) -> Enum:
    """The column type of a closed list of codes: kept as text, so that a new code needs no change of the schema."""
    return Enum(kind, native_enum=False, length=40, values_callable=lambda codes: [code.value for code in codes])
