"""The narrow table behind every public list: one row a record, facet value and language, in list order.

A list is one indexed query over it, joined to the rendered bytes. ``listing_count`` keeps the exact size of each
facet value, so that totals cost nothing.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Index, delete, insert, select, update
from sqlmodel import Field, Session, SQLModel, col

from citypeers.core.rows import bytewise
from citypeers.core.text import LANGUAGES

ALL = ("all", "")
"""The facet value that every record has."""


class Listed(SQLModel, table=True):
    """A record under one facet value, where a reader of one language finds it."""

    __tablename__ = "listing"
    __table_args__ = (Index("ix_listing_record", "kind", "id"), {"sqlite_with_rowid": False})

    # Only the key has a collation of its own: the others are compared with columns of other tables, and PostgreSQL
    # uses no index of a column that it compares with one of another collation.
    kind: str = Field(primary_key=True, max_length=40)
    facet: str = Field(primary_key=True, max_length=40)
    value: str = Field(primary_key=True, max_length=200)
    language: str = Field(primary_key=True, max_length=8)
    key: str = Field(primary_key=True, sa_type=bytewise(80))
    id: str = Field(primary_key=True, max_length=64)


class ListedCount(SQLModel, table=True):
    """How many records have one facet value."""

    __tablename__ = "listing_count"

    kind: str = Field(primary_key=True, max_length=40)
    facet: str = Field(primary_key=True, max_length=40)
    value: str = Field(primary_key=True, max_length=200)
    count: int


@dataclass(frozen=True)
class Entry:
    """Where one record is listed: its sort key per platform language, and its facet values."""

    keys: Mapping[str, str]
    values: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Pairs of facet and value."""


def put(session: Session, kind: str, id: str, entry: Entry) -> None:
    """List a record under its values, and only those."""
    put_all(session, kind, {id: entry})


def remove(session: Session, kind: str, id: str) -> None:
    """Take a record off every list."""
    put_all(session, kind, {id: None})


def put_all(session: Session, kind: str, entries: Mapping[str, Entry | None]) -> None:
    """List each of some records under its values, and only those; None takes one off every list."""
    if not entries:
        return
    here = (col(Listed.kind) == kind, col(Listed.id).in_(list(entries)))
    found = select(col(Listed.id), col(Listed.facet), col(Listed.value)).where(*here).distinct()
    steps: Counter[tuple[str, str]] = Counter()
    for _, facet, value in session.execute(found):
        steps[facet, value] -= 1
    session.execute(delete(Listed).where(*here))
    rows = []
    for id, entry in entries.items():
        if entry is None:
            continue
        for facet, value in sorted(entry.values | {ALL}):
            steps[facet, value] += 1
            rows += [
                {"kind": kind, "facet": facet, "value": value, "language": language, "key": entry.keys[language], "id": id}
                for language in LANGUAGES
            ]
    if rows:
        session.execute(insert(Listed), rows)
    _count(session, kind, steps)


def _count(session: Session, kind: str, steps: Mapping[tuple[str, str], int]) -> None:
    # The public counter is raised before this, so writers come one at a time and no two can meet here.
    for (facet, value), step in sorted(steps.items()):
        if step == 0:
            continue
        here = (col(ListedCount.kind) == kind, col(ListedCount.facet) == facet, col(ListedCount.value) == value)
        counted = session.execute(update(ListedCount).where(*here).values(count=ListedCount.count + step)).rowcount  # type: ignore[attr-defined]  # a CursorResult
        if not counted:
            session.add(ListedCount(kind=kind, facet=facet, value=value, count=step))
            session.flush()
