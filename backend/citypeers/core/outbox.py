"""The ordered log of what happened, written in the transaction in which it happened.

Consumers keep their own position, in the same place and the same step as what they make of an event, so that
each event has its effect at least once however the process ends. See docs/decisions/0003.
"""

import threading
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

import structlog
from sqlalchemy import delete, func, select
from sqlmodel import Field, Session, SQLModel, col

from citypeers.core import clock, counters
from citypeers.core.dates import UTCDateTime
from citypeers.core.db import METADATA, Database
from citypeers.core.rows import add

BATCH = 10_000
"""Events that are handed over together: to commit what is made of them costs a consumer more than to make it of one."""
POLL_SECONDS = 0.2
log = structlog.get_logger()


class Event(SQLModel, table=True):
    """Something that happened to one record, at one position of the log."""

    __tablename__ = "outbox"

    position: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    topic: str = Field(max_length=60)
    kind: str = Field(max_length=40)
    subject: str = Field(max_length=64)
    at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)


EVENTS = METADATA.tables[str(Event.__tablename__)]


class Happened(NamedTuple):
    """An event as consumers are told of it."""

    position: int
    topic: str
    kind: str
    subject: str


class Consumer(Protocol):
    """Something that follows the log."""

    def position(self) -> int:
        """The last event whose effect is kept."""

    def consume(self, session: Session, events: Sequence[Happened]) -> None:
        """Take the effect of ``events`` and keep the last one's position, both or neither."""


def record(session: Session, topic: str, kind: str, *subjects: str) -> None:
    """Write an event for each subject, in their order, into the caller's transaction."""
    if not subjects:
        return
    last, at = counters.raise_(session, counters.Name.outbox, len(subjects)), clock.now()
    first = last - len(subjects) + 1
    add(session, EVENTS, [(position, topic, kind, subject, at) for position, subject in enumerate(subjects, first)])


def after(session: Session, position: int, limit: int = BATCH) -> Sequence[Happened]:
    """The next events of the log."""
    told = select(*(EVENTS.c[name] for name in Happened._fields))
    rows = session.execute(told.where(EVENTS.c.position > position).order_by(EVENTS.c.position).limit(limit))
    return [Happened(*row) for row in rows]


def reaches_back_to(session: Session) -> int:
    """The earliest position from which the log is still whole."""
    first = session.scalar(select(func.min(Event.position)))
    return (first or counters.read(session, counters.Name.outbox) + 1) - 1


def prune(session: Session, before: datetime) -> None:
    """Forget events older than ``before``; a consumer further behind starts anew."""
    session.execute(delete(Event).where(col(Event.at) < before))


def deliver(database: Database, consumer: Consumer) -> int:
    """Hand the consumer what is new, batch by batch; returns how many events that were."""
    delivered = 0
    while True:
        with database.reading() as session:
            events = after(session, consumer.position())
            if not events:
                return delivered
            consumer.consume(session, events)
            delivered += len(events)


def follow(database: Database, consumer: Consumer, stop: threading.Event) -> None:
    """Deliver until told to stop; a failure is logged and tried again with growing pauses."""
    pause = POLL_SECONDS
    while not stop.wait(pause):
        try:
            deliver(database, consumer)
            pause = POLL_SECONDS
        except Exception:
            log.exception("outbox.delivery_failed")
            pause = min(pause * 2, 30.0)
