"""The narrow table behind every public list: one row a record, facet value and language, in list order.

A list is one indexed query over it, joined to the rendered bytes. ``listing_count`` keeps the exact size of each
facet value, so that totals cost nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Index, delete, select
from sqlmodel import Field, Session, SQLModel

from citypeers.core.db import METADATA
from citypeers.core.rows import add, batched
from citypeers.core.rows import put as put_rows
from citypeers.core.text import LANGUAGES

ALL = ("all", "")
"""The facet value that every record has."""
GATHERED = 10_000
"""Records that are listed together where a great many are."""
_WAITING = "to be listed"
"""Where a session keeps the entries that :func:`gathered` has not written yet."""


class Listed(SQLModel, table=True):
    """A record under one facet value, where a reader of one language finds it."""

    __tablename__ = "listing"
    __table_args__ = (Index("ix_listing_record", "kind", "id"), {"sqlite_with_rowid": False})

    kind: str = Field(primary_key=True, max_length=40)
    facet: str = Field(primary_key=True, max_length=40)
    value: str = Field(primary_key=True, max_length=200)
    language: str = Field(primary_key=True, max_length=8)
    key: str = Field(primary_key=True, max_length=80)
    id: str = Field(primary_key=True, max_length=64)


class ListedCount(SQLModel, table=True):
    """How many records have one facet value."""

    __tablename__ = "listing_count"

    kind: str = Field(primary_key=True, max_length=40)
    facet: str = Field(primary_key=True, max_length=40)
    value: str = Field(primary_key=True, max_length=200)
    count: int


LISTING, COUNTS = METADATA.tables[str(Listed.__tablename__)], METADATA.tables[str(ListedCount.__tablename__)]


@dataclass(frozen=True)
class Entry:
    """Where one record is listed: its sort key per platform language, and its facet values."""

    keys: Mapping[str, str]
    values: Collection[tuple[str, str]] = ()
    """Pairs of facet and value, each once."""


class _Waiting:
    """Entries that are not written yet, by kind and id; values that many have are kept once."""

    def __init__(self) -> None:
        self.entries: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
        self._once: dict[tuple[str, str], tuple[str, str]] = {}

    def add(self, kind: str, entries: Mapping[str, Entry]) -> None:
        for id, entry in entries.items():
            values = tuple(self._once.setdefault(pair, pair) for pair in entry.values)
            self.entries[kind][id] = Entry(entry.keys, values)


@contextmanager
def gathered(session: Session) -> Iterator[None]:
    """Records that are put meanwhile are listed many at a time, and all of them at the end.

    Neighbours in the order of the table are written together then: one by one they would take every page of it in
    turn, again and again. The lists are not whole before the end, so that nothing is to be committed before.
    """
    waiting = session.info[_WAITING] = _Waiting()
    try:
        yield
        for kind, entries in waiting.entries.items():
            _list(session, kind, entries)
    finally:
        del session.info[_WAITING]


def put(session: Session, kind: str, entries: Mapping[str, Entry]) -> None:
    """List records, by their ids, under their values, and only those."""
    waiting: _Waiting | None = session.info.get(_WAITING)
    if waiting is None:
        _list(session, kind, entries)
        return
    waiting.add(kind, entries)
    if len(waiting.entries[kind]) >= GATHERED:
        _list(session, kind, waiting.entries.pop(kind))


def _list(session: Session, kind: str, entries: Mapping[str, Entry]) -> None:
    before = _taken_off(session, kind, entries)
    add(session, LISTING, _rows(kind, entries))
    change = Counter(pair for entry in entries.values() for pair in entry.values)
    change[ALL] += len(entries)
    change.subtract(before)
    _count(session, kind, change)


def _rows(kind: str, entries: Mapping[str, Entry]) -> Iterator[tuple[str, ...]]:
    """In the order of the table, where neighbours share a page; an order is made once for all values and languages."""
    languages = sorted(LANGUAGES)
    orders = [sorted((entry.keys[language], id) for id, entry in entries.items()) for language in languages]
    first = [orders.index(order) for order in orders]  # the first language that has the same order
    listed = {place: _by_value(orders[place], entries) for place in set(first)}
    for facet, value in sorted(listed[0]):
        for language, place in zip(languages, first, strict=True):
            for key, id in listed[place][facet, value]:
                yield kind, facet, value, language, key, id


def _by_value(order: Iterable[tuple[str, str]], entries: Mapping[str, Entry]) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Keys and ids in an order, under each value that records have."""
    listed: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for each in order:
        listed[ALL].append(each)
        for pair in entries[each[1]].values:
            listed[pair].append(each)
    return listed


def remove(session: Session, kind: str, ids: Iterable[str]) -> None:
    """Take records off every list."""
    ids = list(ids)
    waiting: _Waiting | None = session.info.get(_WAITING)
    if waiting is not None:
        for id in ids:
            waiting.entries[kind].pop(id, None)
    change: Counter[tuple[str, str]] = Counter()
    change.subtract(_taken_off(session, kind, ids))
    _count(session, kind, change)


def _taken_off(session: Session, kind: str, ids: Iterable[str]) -> Counter[tuple[str, str]]:
    """Forget where records are listed; how many of them had each value."""
    before: Counter[tuple[str, str]] = Counter()
    for batch in batched(ids):
        here = (LISTING.c.kind == kind, LISTING.c.id.in_(batch))
        listed = select(LISTING.c.facet, LISTING.c.value, LISTING.c.id).where(*here).distinct()
        counted = Counter((row[0], row[1]) for row in session.execute(listed))
        if counted:
            session.execute(delete(LISTING).where(*here))
            before += counted
    return before


def _count(session: Session, kind: str, change: Mapping[tuple[str, str], int]) -> None:
    # The public counter is raised before this, so writers come one at a time and no two can meet here.
    rows = [{"kind": kind, "facet": pair[0], "value": pair[1], "count": step} for pair, step in sorted(change.items()) if step]
    put_rows(session, COUNTS, rows, adding="count")
