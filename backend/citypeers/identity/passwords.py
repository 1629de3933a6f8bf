"""Passwords: argon2id, a bounded number at a time, and what is refused as one (NIST SP 800-63B)."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from citypeers.core.caller import HASHERS
from citypeers.core.problems import Invalid
from citypeers.core.text import fold

SHORTEST, LONGEST = 12, 200
FEWEST_SIGNS = 5
HUMBLE = 5
"""The niceness of the threads that hash: whoever reads goes first where the cores are busy."""
_HASHES = PasswordHash((Argon2Hasher(time_cost=3, memory_cost=65_536, parallelism=1),))


def _humbly() -> None:
    if sys.platform == "linux":  # elsewhere it would be the whole process
        os.setpriority(os.PRIO_PROCESS, 0, HUMBLE)


_HASHERS = ThreadPoolExecutor(HASHERS, "hashing", _humbly)


def hashed(password: str) -> str:
    """The hash that is kept of a password."""
    return _HASHERS.submit(_HASHES.hash, password).result()


@cache
def _nobodys() -> str:
    return hashed("the password of nobody")


def is_right(password: str, kept: str | None) -> bool:
    """Whether the password is the one that is kept; where there is none, the answer takes as long."""
    return _HASHERS.submit(_HASHES.verify, password[:LONGEST], kept or _nobodys()).result() and kept is not None


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
