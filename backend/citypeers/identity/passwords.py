"""Passwords: argon2id, a bounded number at a time, and what is refused as one (NIST SP 800-63B)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from citypeers.core.problems import Invalid, Unavailable
from citypeers.core.text import fold

SHORTEST, LONGEST = 12, 200
FEWEST_SIGNS = 5
AT_ONCE = 2
"""Hashes computed at a time in one process; each takes 64 MiB and a tenth of a second of a core."""
PATIENCE_SECONDS = 20.0
_HASHES = PasswordHash((Argon2Hasher(time_cost=3, memory_cost=65_536, parallelism=1),))
_ROOM = threading.BoundedSemaphore(AT_ONCE)


@contextmanager
def _room() -> Iterator[None]:
    if not _ROOM.acquire(timeout=PATIENCE_SECONDS):
        raise Unavailable
    try:
        yield
    finally:
        _ROOM.release()


def hashed(password: str) -> str:
    """The hash that is kept of a password."""
    with _room():
        return _HASHES.hash(password)


@cache
def _nobodys() -> str:
    return _HASHES.hash("the password of nobody")


def is_right(password: str, kept: str | None) -> bool:
    """Whether the password is the one that is kept; where there is none, the answer takes as long."""
    with _room():
        return _HASHES.verify(password[:LONGEST], kept or _nobodys()) and kept is not None


@cache
def _common() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "common_passwords.txt").read_text().split("\n"))


def check(password: str, pointer: str, *personal: str) -> None:
    """Refuse what is guessed first: short, common, repeated, of few signs, or made of what is known of the person."""
    plain = fold(password)
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid([(pointer, "password_length")])
    repeats = plain in (plain + plain)[1:-1]
    if repeats or plain in _common() or len(set(plain)) < FEWEST_SIGNS:
        raise Invalid([(pointer, "password_common")])
    known = {part for text in personal for part in (fold(text), fold(text.partition("@")[0])) if len(part) >= 4}
    if any(part in plain for part in known):
        raise Invalid([(pointer, "password_personal")])
