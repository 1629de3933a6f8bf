"""Facet values as sets of records in memory, so that any combination of filters is counted in milliseconds.

The sets are Roaring bitmaps. They are made of the listing once a process, and brought up to date from the log of
what happened before every count, so that a count is never older than the last commit before it was asked for.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyroaring import BitMap
from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.core import counters
from citypeers.core.db import Database
from citypeers.core.listing import ALL, LISTING
from citypeers.core.outbox import Event
from citypeers.core.rows import batched
from citypeers.core.text import LANGUAGES

AT_ONCE = 4
"""Facet values that are read in one go, each with the ids of all its records, which may be megabytes."""
MOST_CHANGED = 2_000
"""After more changes than this everything is read anew."""
Filters = Sequence[tuple[str, Sequence[str]]]
"""Facet and its wanted values: any of the values, all of the facets."""


@dataclass(frozen=True)
class Counted:
    """How many records pass some filters, and how many each value of some facets would give."""

    total: int
    facets: Mapping[str, Mapping[str, int]]
    """By facet and value, a facet's own filter left aside; values that no record has are left out."""
    alone: Mapping[str, int]
    """How many records pass each of the filters, by facet."""


@dataclass(frozen=True)
class Held:
    """The records that pass some filters, under the values of one facet, as sets of numbers."""

    passing: BitMap
    values: Mapping[str, BitMap]
    """Values that no record has are left out."""
    ids: Sequence[str]
    """By number."""


class _Numbers(dict[str, int]):
    """The numbers of records by their ids, given when they are asked for first, and never twice."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        """By number."""

    def __missing__(self, id: str) -> int:
        number = self[id] = len(self.ids)
        self.ids.append(id)
        return number


class Marks:
    """Which public records have which facet values, as far as the database has come."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._position: int | None = None
        self._numbers: dict[str, _Numbers] = {}
        """By kind."""
        self._records: dict[str, dict[str, dict[str, BitMap]]] = {}
        """By kind, facet and value."""

    def catch_up(self, database: Database) -> None:
        """Read what the database says now, so that the next count need not."""
        with self._lock:
            self._catch_up(database)

    def counts(
        self, database: Database, kind: str, facets: Sequence[str], filters: Filters, ids: Iterable[str] | None = None
    ) -> Counted:
        """The counts of some facets and of all that pass; of ``ids`` alone if given."""
        with self._lock:
            self._catch_up(database)
            records = self._records.get(kind, {})
            may = self._some(kind, ids)
            return Counted(
                total=len(_passing(records, filters, may)),
                facets={
                    facet: _counted(_passing(records, [each for each in filters if each[0] != facet], may), records.get(facet, {}))
                    for facet in facets
                },
                alone={name: len(_having(records, name, values)) for name, values in filters},
            )

    def held(self, database: Database, kind: str, facet: str, filters: Filters, ids: Iterable[str] | None = None) -> Held:
        """The records that pass all filters, under the values of one facet; of ``ids`` alone if given."""
        with self._lock:
            self._catch_up(database)
            records = self._records.get(kind, {})
            passing = _passing(records, filters, self._some(kind, ids))
            values = {value: passing & having for value, having in records.get(facet, {}).items()}
            return Held(passing, {value: some for value, some in values.items() if some}, self._numbers.get(kind, _Numbers()).ids)

    def _some(self, kind: str, ids: Iterable[str] | None) -> BitMap | None:
        numbers = self._numbers.get(kind, _Numbers())
        return None if ids is None else BitMap([numbers[id] for id in ids if id in numbers])

    def _catch_up(self, database: Database) -> None:
        with database.reading() as session:
            # The position first: what is read after it may be newer, and is then read once more.
            newest = counters.read(session, counters.Name.outbox)
            if newest == self._position:
                return
            changed = self._changed(session)
            if changed is None:
                self._numbers, self._records = {}, {}
                self._read(session, [])
            else:
                for kind, some in changed.items():
                    self._forget(kind, some)
                    for batch in batched(some):
                        self._read(session, [LISTING.c.kind == kind, LISTING.c.id.in_(batch)])
            self._position = newest

    def _changed(self, session: Session) -> Mapping[str, set[str]] | None:
        """The records that may have changed since, by kind; None where the log does not say, or too much."""
        if self._position is None:
            return None
        since = select(col(Event.position), col(Event.kind), col(Event.subject)).where(col(Event.position) > self._position)
        events = session.execute(since.order_by(col(Event.position)).limit(MOST_CHANGED + 1)).all()
        if not events or events[0][0] != self._position + 1 or len(events) > MOST_CHANGED:
            return None
        changed: dict[str, set[str]] = {}
        for _, kind, subject in events:
            changed.setdefault(kind, set()).add(subject)
        return changed

    def _read(self, session: Session, where: Sequence[Any]) -> None:
        value = (LISTING.c.kind, LISTING.c.facet, LISTING.c.value)
        # Gathered by the database: a row for each record and value would take this process ten times as long.
        gathered = select(*value, func.aggregate_strings(LISTING.c.id, ",")).group_by(*value)
        rows = gathered.where(LISTING.c.language == LANGUAGES[0], *where)
        for kind, facet, name, ids in session.execute(rows, execution_options={"yield_per": AT_ONCE}):
            having = self._records.setdefault(kind, {}).setdefault(facet, {}).setdefault(name, BitMap())
            number = self._numbers.setdefault(kind, _Numbers()).__getitem__
            for some in batched(ids.split(",")):  # between two of them other threads have their turn
                having.update(map(number, some))

    def _forget(self, kind: str, ids: Iterable[str]) -> None:
        gone = self._some(kind, ids) or BitMap()
        for values in self._records.get(kind, {}).values():
            for having in values.values():
                having.difference_update(gone)


def _having(records: Mapping[str, Mapping[str, BitMap]], facet: str, values: Sequence[str]) -> BitMap:
    """The records that have any of some values of a facet."""
    having = records.get(facet, {})
    return BitMap.union(BitMap(), *(having[value] for value in values if value in having))


def _passing(records: Mapping[str, Mapping[str, BitMap]], filters: Filters, may: BitMap | None) -> BitMap:
    """The records that have any of the values of each filter; some that ``may`` be among them are not public any more."""
    left = _having(records, ALL[0], [ALL[1]])
    if may is not None:
        left = left & may
    for name, values in filters:
        left = left & _having(records, name, values)
    return left


def _counted(left: BitMap, values: Mapping[str, BitMap]) -> dict[str, int]:
    counted = {value: left.intersection_cardinality(having) for value, having in values.items()}
    return {value: count for value, count in counted.items() if count}
