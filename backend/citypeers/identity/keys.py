"""The keys that sign access tokens: kept in the database, sealed; the newest signs, the others are still believed."""

import threading
import time
from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import delete, select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.rows import new_id
from citypeers.core.settings import Settings
from citypeers.identity.models import SigningKey
from citypeers.identity.sealing import seal, unseal
from citypeers.identity.tokens import Key, new_private

LOOK_AGAIN_SECONDS = 60.0
"""How often at most a process looks for a key that it does not know."""


def _all(session: Session, secret: str) -> list[Key]:
    """The newest first."""
    rows = session.scalars(select(SigningKey).order_by(col(SigningKey.created_at).desc(), col(SigningKey.id)))
    return [Key(row.id, unseal(secret, row.sealed)) for row in rows]


def _add(session: Session, secret: str) -> Key:
    key = Key(new_id(), new_private())
    session.add(SigningKey(id=key.id, sealed=seal(secret, key.private), created_at=clock.now()))
    return key


def rotate(session: Session, settings: Settings) -> Key:
    """Let a new key sign from now on; those whose last tokens have expired are forgotten."""
    newest = session.scalar(select(col(SigningKey.created_at)).order_by(col(SigningKey.created_at).desc()).limit(1))
    if newest is not None:
        # A key signs until the next one comes; what was replaced before the newest came has signed nothing since then.
        forgotten = min(newest, clock.now() - timedelta(seconds=2 * settings.access_seconds))
        session.execute(delete(SigningKey).where(col(SigningKey.created_at) < forgotten))
    return _add(session, settings.secret_key.get_secret_value())


class KeyRing:
    """The keys as one process knows them."""

    def __init__(self, database: Database, secret: str) -> None:
        self._database, self._secret = database, secret
        self._lock = threading.Lock()
        self._keys: list[Key] = []
        self._public: Mapping[str, str] = {}
        self._looked = float("-inf")

    def signing(self) -> Key:
        """The key that signs; made where there is none yet."""
        with self._lock:
            if time.monotonic() - self._looked > LOOK_AGAIN_SECONDS or not self._keys:
                self._load()
            if not self._keys:
                with self._database.transaction() as session:
                    if not _all(session, self._secret):
                        _add(session, self._secret)
                self._load()
            return self._keys[0]

    def public(self, asked: str) -> Mapping[str, str]:
        """Public PEMs by name; an unknown name makes the process look again, at most once a minute."""
        with self._lock:
            if asked not in self._public and time.monotonic() - self._looked > LOOK_AGAIN_SECONDS:
                self._load()
            return self._public

    def published(self) -> Sequence[dict[str, object]]:
        """Every key that may have signed a token that still holds, as JSON Web Keys."""
        with self._database.reading() as session:
            return [key.published() for key in _all(session, self._secret)]

    def _load(self) -> None:
        with self._database.reading() as session:
            self._keys = _all(session, self._secret)
        self._public = {key.id: key.public for key in self._keys}
        self._looked = time.monotonic()
