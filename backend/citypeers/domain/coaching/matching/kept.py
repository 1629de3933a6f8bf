"""All offers as columns, kept in the memory of a process and brought up to date from the logs before each use."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from sqlalchemy import ClauseElement, or_, select
from sqlmodel import Session, col

from citypeers.core import counters
from citypeers.core.audit import AuditEvent
from citypeers.core.counters import Counter, Name
from citypeers.core.db import Database, prepared
from citypeers.core.outbox import Event
from citypeers.domain.coaching import models
from citypeers.domain.coaching.matching import candidates
from citypeers.domain.coaching.matching.columns import Columns, columns
from citypeers.domain.coaching.matching.wanted import Candidate
from citypeers.domain.coaching.models import CoachingInvitation, Offer
from citypeers.domain.coaching.scheduling.models import HOURS
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.projects.models import KIND as PROJECT
from citypeers.domain.projects.models import Project

MOST_CHANGED = 2_000
"""After more events than this everything is read anew."""


class Kept:
    """The offers of one database, as far as it has come."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._logs: dict[str, int] | None = None
        """How far the log of events and the record of deeds have been followed."""
        self._candidates: dict[str, Candidate] = {}
        self._columns = columns([])
        self._leads: dict[str, str] = {}
        """Whose a project is that was counted."""

    def refresh(self, database: Database) -> None:
        """Come up to the last commit; before a request's own reads, so that nobody waits for a connection with another in hand."""
        with self._lock:
            if self._logs is not None and dict(database.rows(_now(), {})) == self._logs:
                return
            with database.reading() as session:
                self._catch_up(session)

    @contextmanager
    def columns(self) -> Iterator[Columns]:
        """The columns, while nobody changes them; what is taken out of them stays as it is."""
        with self._lock:
            yield self._columns

    def _catch_up(self, session: Session) -> None:
        # The positions first: what is read after them may be newer, and is then read once more.
        newest: dict[str, int] = {name: counters.read(session, name) for name in (Name.outbox, Name.audit)}
        changed = self._changed(session)
        if changed is None:
            self._set({each.offer_id: each for each in candidates.load(session)})
        elif changed:
            self._renew(candidates.load(session, changed), changed)
        self._logs = newest

    def _changed(self, session: Session) -> set[str] | None:
        """The organisations whose offers may have changed since; None where the logs do not say, or too much."""
        if self._logs is None:
            return None
        events = _since(session, Event, self._logs[Name.outbox])
        deeds = _since(session, AuditEvent, self._logs[Name.audit])
        if events is None or deeds is None:
            return None
        named = events | deeds
        of = {kind: {subject for each, subject in named if each == kind} for kind, _ in named}
        changed = of.get(ORGANISATION, set()) | of.get(HOURS, set())
        changed |= {self._leads[id] for id in of.get(PROJECT, set()) if id in self._leads}
        for kind, owner, key in (
            (PROJECT, Project.organisation_id, Project.id),
            (models.OFFER, Offer.organisation_id, Offer.id),
            (models.REQUEST, CoachingInvitation.organisation_id, CoachingInvitation.request_id),
        ):
            if of.get(kind):
                changed.update(session.scalars(select(col(owner)).where(col(key).in_(of[kind]))))
        return changed

    def _renew(self, loaded: Sequence[Candidate], changed: set[str]) -> None:
        """Put what was read in the place of what was there."""
        before = {id: each for id, each in self._candidates.items() if each.organisation_id in changed}
        after = {each.offer_id: each for each in loaded}
        if {id: each.slug for id, each in before.items()} != {id: each.slug for id, each in after.items()}:
            self._set({id: each for id, each in self._candidates.items() if id not in before} | after)
            return
        differing = [each for id, each in after.items() if each != before[id]]
        self._columns.renew(differing)
        self._candidates |= {each.offer_id: each for each in differing}
        self._lead(differing)

    def _set(self, every: dict[str, Candidate]) -> None:
        self._candidates, self._columns, self._leads = every, columns(every.values()), {}
        self._lead(every.values())

    def _lead(self, some: Iterable[Candidate]) -> None:
        self._leads |= {id: each.organisation_id for each in some for ids in each.projects.values() for id in ids}


@prepared
def _now() -> ClauseElement:
    wanted = or_(col(Counter.name) == Name.outbox.value, col(Counter.name) == Name.audit.value)
    return select(col(Counter.name), col(Counter.value)).where(wanted)


def _since(session: Session, log: type[Event] | type[AuditEvent], position: int) -> set[tuple[str, str]] | None:
    """What a log tells of since a position, by kind and subject; None where it does not reach back, or tells too much."""
    at = col(log.position)
    newer = select(at, col(log.kind), col(log.subject)).where(at > position).order_by(at)
    rows = session.execute(newer.limit(MOST_CHANGED + 1)).all()
    if len(rows) > MOST_CHANGED or (rows and rows[0][0] != position + 1):
        return None
    return {(row[1], row[2]) for row in rows}


_KEPT: WeakKeyDictionary[Database, Kept] = WeakKeyDictionary()


def of(database: Database) -> Kept:
    """What this process keeps of a database."""
    return _KEPT.setdefault(database, Kept())
