"""The record of who did what: it only grows, and each event carries the hash of the one before.

What an event says of a person stands beside the chain, which holds no more than a salted digest of it. So it can be
erased, and the chain still holds.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Index, delete, func, select
from sqlmodel import Field, Session, SQLModel, col

from citypeers.core import clock, counters
from citypeers.core.dates import UTCDateTime
from citypeers.core.deeds import DEEDS, THINGS
from citypeers.core.principal import Principal
from citypeers.core.rows import Json

BEGINNING = "0" * 64
"""What the first event of all follows."""
BATCH = 1_000
request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The request that is being answered; empty outside of any."""
Changes = Mapping[str, tuple[Any, Any]]
"""Field to its value before and after."""


class AuditEvent(SQLModel, table=True):
    """One thing that was done. ``changes`` are ``{field, before, after}``, or ``{field, digest}`` where they tell of a person."""

    __tablename__ = "audit_event"
    __table_args__ = (Index("ix_audit_event_subject", "kind", "subject"),)

    position: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=UTCDateTime, index=True)
    actor: str = Field(max_length=60, index=True)
    request_id: str = Field(max_length=64)
    verb: str = Field(max_length=60)
    kind: str = Field(max_length=40)
    subject: str = Field(max_length=64)
    changes: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    previous: str = Field(max_length=64)
    hash: str = Field(max_length=64)


class AuditValue(SQLModel, table=True):
    """What one field of an event told of a person, until it is erased."""

    __tablename__ = "audit_value"

    position: int = Field(primary_key=True)
    field: str = Field(primary_key=True, max_length=60)
    about: str = Field(max_length=64, index=True)
    """The account or the representative of whom it tells."""
    salt: str = Field(max_length=32)
    before: Any = Field(default=None, sa_type=Json, sa_column_kwargs={"nullable": True})
    after: Any = Field(default=None, sa_type=Json, sa_column_kwargs={"nullable": True})


class AuditSeal(SQLModel, table=True):
    """Where the chain begins since its oldest events were removed."""

    __tablename__ = "audit_seal"

    position: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    hash: str = Field(max_length=64)
    at: datetime = Field(sa_type=UTCDateTime)


@dataclass(frozen=True)
class Break:
    """Where the chain does not hold, and how."""

    position: int
    what: str


def _digest(value: object) -> str:
    written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _hash(event: AuditEvent) -> str:
    at = event.at.astimezone(UTC).isoformat(timespec="microseconds")
    said = [event.position, at, event.actor, event.request_id, event.verb, event.kind, event.subject, event.changes, event.previous]
    return _digest(said)


def record(
    session: Session, who: Principal, verb: str, kind: str, subject: str, changes: Changes | None = None, about: str | None = None
) -> AuditEvent:
    """Write down, in the caller's transaction, what ``who`` does to one thing.

    ``about`` is the account or the representative of whom the changed values tell; they are then kept apart.
    Only what the rooms say they record is written: everything that is recorded has words on the screens.
    Whoever else writes an event waits until this transaction ends, which is what keeps the chain in one line.
    """
    if verb not in DEEDS or kind not in THINGS:
        raise ValueError(f"the record has no words for {verb} on {kind}")
    position = counters.raise_(session, counters.Name.audit)
    said: list[dict[str, Any]] = []
    for field, (before, after) in (changes or {}).items():
        if about is None:
            said.append({"field": field, "before": before, "after": after})
        else:
            salt = secrets.token_hex(16)
            session.add(AuditValue(position=position, field=field, about=about, salt=salt, before=before, after=after))
            said.append({"field": field, "digest": _digest([salt, before, after])})
    event = AuditEvent(
        position=position,
        at=clock.now(),
        actor=who.name,
        request_id=request_id.get(),
        verb=verb,
        kind=kind,
        subject=subject,
        changes=said,
        previous=_last(session),
        hash="",
    )
    event.hash = _hash(event)
    session.add(event)
    session.flush()
    return event


def _last(session: Session) -> str:
    newest = select(col(AuditEvent.hash)).order_by(col(AuditEvent.position).desc()).limit(1)
    return session.scalar(newest) or _seal(session)[1]


def _seal(session: Session) -> tuple[int, str]:
    seal = session.scalars(select(AuditSeal).order_by(col(AuditSeal.position).desc()).limit(1)).one_or_none()
    return (seal.position, seal.hash) if seal else (0, BEGINNING)


def values(session: Session, positions: list[int]) -> dict[tuple[int, str], AuditValue]:
    """What is still kept of persons in these events, by position and field."""
    rows = session.scalars(select(AuditValue).where(col(AuditValue.position).in_(positions)))
    return {(row.position, row.field): row for row in rows}


def forget(session: Session, about: str) -> None:
    """Erase what events tell of one person; that they happened stays."""
    session.execute(delete(AuditValue).where(col(AuditValue.about) == about))


def prune(session: Session, before: datetime) -> int:
    """Remove events older than ``before``; a seal keeps what the next one follows. Returns how many went."""
    last = session.scalars(
        select(AuditEvent).where(col(AuditEvent.at) < before).order_by(col(AuditEvent.position).desc()).limit(1)
    ).one_or_none()
    if last is None:
        return 0
    number = session.scalar(select(func.count()).select_from(AuditEvent).where(col(AuditEvent.position) <= last.position)) or 0
    session.add(AuditSeal(position=last.position, hash=last.hash, at=clock.now()))
    session.flush()  # the database lets nothing go that is not sealed
    session.execute(delete(AuditValue).where(col(AuditValue.position) <= last.position))
    session.execute(delete(AuditEvent).where(col(AuditEvent.position) <= last.position))
    session.execute(delete(AuditSeal).where(col(AuditSeal.position) < last.position))
    return number


def verify(session: Session) -> tuple[int, Break | None]:
    """How many events hold, and where the chain breaks, if it does."""
    position, previous = _seal(session)
    checked = 0
    for event, kept in _events(session):
        position += 1
        if event.position != position:
            return checked, Break(position, "is missing")
        if event.previous != previous:
            return checked, Break(position, "does not follow the one before")
        if event.hash != _hash(event):
            return checked, Break(position, "is not what was written")
        said = {each["field"]: each.get("digest") for each in event.changes}
        for value in kept:
            if said.get(value.field) != _digest([value.salt, value.before, value.after]):
                return checked, Break(position, f"says something else of {value.field}")
        previous = event.hash
        checked += 1
    if position != counters.read(session, counters.Name.audit):
        return checked, Break(position + 1, "is missing")
    return checked, None


def _events(session: Session) -> Iterator[tuple[AuditEvent, list[AuditValue]]]:
    after = -1
    while True:
        batch = session.scalars(
            select(AuditEvent).where(col(AuditEvent.position) > after).order_by(col(AuditEvent.position)).limit(BATCH)
        ).all()
        if not batch:
            return
        kept: dict[int, list[AuditValue]] = {}
        for value in values(session, [event.position for event in batch]).values():
            kept.setdefault(value.position, []).append(value)
        for event in batch:
            yield event, kept.get(event.position, [])
        after = batch[-1].position
        session.expunge_all()
