"""All offers as columns, kept in the memory of a process and brought up to date from the logs before each use."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from sqlalchemy import select
from sqlmodel import Session, SQLModel, col

from citypeers.core import counters
from citypeers.core.audit import AuditEvent
from citypeers.core.db import Database
from citypeers.core.outbox import Event
from citypeers.domain.coaching import models
from citypeers.domain.coaching.matching import candidates
from citypeers.domain.coaching.matching.columns import Columns, columns
from citypeers.domain.coaching.matching.office import HOURS
from citypeers.domain.coaching.matching.wanted import Candidate
from citypeers.domain.coaching.models import Invitation, Offer
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.projects.models import KIND as PROJECT
from citypeers.domain.projects.models import Project

MOST_CHANGED = 2_000
"""After more events than this everything is read anew."""


class Kept:
    """The offers of one database, as far as it has come."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._logs: tuple[int, int] | None = None
        """How far the log of events and the record of deeds have been followed."""
        self._candidates: dict[str, Candidate] = {}
        self._columns = columns([])

    @contextmanager
    def now(self, database: Database) -> Iterator[Columns]:
        """The columns as of the last commit, while nobody else changes them. Call it before the request's own reads."""
        with self._lock:
            with database.reading() as session:
                self._catch_up(session)
            yield self._columns

    def _catch_up(self, session: Session) -> None:
        # The positions first: what is read after them may be newer, and is then read once more.
        newest = _positions(session)
        if newest == self._logs:
            return
        changed = self._changed(session)
        if changed is None:
            self._candidates = {each.offer_id: each for each in candidates.load(session)}
            self._columns = columns(self._candidates.values())
        elif changed:
            self._renew(candidates.load(session, changed), changed)
        self._logs = newest

    def _changed(self, session: Session) -> set[str] | None:
        """The organisations whose offers may have changed since; None where the logs do not say, or too much."""
        if self._logs is None:
            return None
        events = _since(session, Event, self._logs[0])
        deeds = _since(session, AuditEvent, self._logs[1])
        if events is None or deeds is None:
            return None
        named = events | deeds
        of = {kind: {subject for each, subject in named if each == kind} for kind, _ in named}
        changed = of.get(ORGANISATION, set()) | of.get(HOURS, set())
        changed |= {
            each.organisation_id
            for each in self._candidates.values()
            if not of.get(PROJECT, set()).isdisjoint(id for ids in each.projects.values() for id in ids)
        }
        for kind, owner, key in (
            (PROJECT, Project.organisation_id, Project.id),
            (models.OFFER, Offer.organisation_id, Offer.id),
            (models.REQUEST, Invitation.organisation_id, Invitation.request_id),
        ):
            if of.get(kind):
                changed.update(session.scalars(select(col(owner)).where(col(key).in_(of[kind]))))
        return changed

    def _renew(self, loaded: list[Candidate], changed: set[str]) -> None:
        """Put what was read in the place of what was there."""
        before = {id: each for id, each in self._candidates.items() if each.organisation_id in changed}
        after = {each.offer_id: each for each in loaded}
        if before == after:
            return
        self._candidates = {id: each for id, each in self._candidates.items() if id not in before} | after
        if {id: each.slug for id, each in before.items()} == {id: each.slug for id, each in after.items()}:
            self._columns.renew(each for id, each in after.items() if each != before[id])
        else:
            self._columns = columns(self._candidates.values())


def _positions(session: Session) -> tuple[int, int]:
    return counters.read(session, counters.Name.outbox), counters.read(session, counters.Name.audit)


def _since(session: Session, log: type[SQLModel], position: int) -> set[tuple[str, str]] | None:
    """What a log tells of since a position, by kind and subject; None where it does not reach back, or tells too much."""
    at = log.position  # type: ignore[attr-defined]  # both logs have one
    rows = session.execute(select(at, log.kind, log.subject).where(at > position).order_by(at).limit(MOST_CHANGED + 1)).all()  # type: ignore[attr-defined]
    if len(rows) > MOST_CHANGED or (rows and rows[0][0] != position + 1):
        return None
    return {(row[1], row[2]) for row in rows}


_KEPT: WeakKeyDictionary[Database, Kept] = WeakKeyDictionary()


def of(database: Database) -> Kept:
    """What this process keeps of a database."""
    return _KEPT.setdefault(database, Kept())
