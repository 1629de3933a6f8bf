"""Counters that only grow, kept in the database.

``public`` tells whether anything a visitor may see has changed; ``outbox`` and ``audit`` number their events. Whoever
raises one holds its row until the commit, so numbers appear in the order of the commits on PostgreSQL too.
"""

from enum import StrEnum

from sqlalchemy import func, select, update
from sqlmodel import Field, Session, SQLModel, col

CHANNEL = "citypeers_public"
"""Where PostgreSQL tells the response caches that the public counter moved."""


class Name(StrEnum):
    public = "public"
    outbox = "outbox"
    audit = "audit"


class Counter(SQLModel, table=True):
    """One growing number; migrations make the rows."""

    name: str = Field(primary_key=True, max_length=20)
    value: int = 0


def hold(session: Session) -> None:
    """Let whoever else raises or holds wait for this transaction; SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        # All of them and always in this order: two that each hold one and want the other's would never end.
        session.execute(select(col(Counter.name)).order_by(col(Counter.name)).with_for_update())


def raise_(session: Session, name: Name, by: int = 1) -> int:
    """Add one, or more, and return what it is then; other raisers wait for this transaction."""
    hold(session)
    statement = update(Counter).where(col(Counter.name) == name).values(value=Counter.value + by).returning(col(Counter.value))
    value = int(session.execute(statement, execution_options={"synchronize_session": False}).scalar_one())
    if name is Name.public and session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_notify(CHANNEL, str(value))))
    return value


def read(session: Session, name: Name) -> int:
    """The counter as this transaction sees it."""
    return int(session.execute(select(col(Counter.value)).where(col(Counter.name) == name)).scalar_one())
