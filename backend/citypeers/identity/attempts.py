"""Limits on tries, kept in the database so that they hold across processes and restarts."""

import hashlib
import hmac

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col

from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.problems import TooMany
from citypeers.identity.models import Attempt

FORGOTTEN_AFTER = 15 * 60
"""Seconds without a try after which counting begins anew."""
LONGEST_WAIT = 15 * 60


def _key(secret: str, subject: str) -> str:
    return hmac.digest(secret.encode(), subject.encode("utf-8", "replace"), hashlib.sha256).hex()


def count(database: Database, secret: str, subject: str, free: int) -> None:
    """Count a try before it is made; beyond ``free`` of them the waits double, and what comes too early is refused.

    In a transaction of its own: the count outlives the refusal of what is tried.
    """
    now = int(clock.now().timestamp())
    with database.transaction() as session:
        key = _key(secret, subject)
        new = sqlite.insert if database.is_sqlite else postgresql.insert
        # The update changes nothing but holds the row, so that nobody forgets it before it is read.
        held = new(Attempt).values(key=key, count=0, seen=now, until=0)
        session.execute(held.on_conflict_do_update(index_elements=["key"], set_={"count": col(Attempt.count)}))
        row = session.get_one(Attempt, key)
        if now - row.seen > FORGOTTEN_AFTER:
            row.count = 0
        refused = row.until - now
        if refused <= 0:
            row.count += 1
            row.seen = now
            row.until = now + min(2 ** (row.count - free), LONGEST_WAIT) if row.count > free else 0
    if refused > 0:
        raise TooMany(seconds=refused)


def forget(database: Database, secret: str, subject: str) -> None:
    """Begin to count anew, after a try that was right."""
    with database.transaction() as session:
        session.execute(delete(Attempt).where(col(Attempt.key) == _key(secret, subject)))
