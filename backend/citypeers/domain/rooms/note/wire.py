"""The messages of a shared note's line, as y-protocols writes them: bytes to what is meant, and back."""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 2**20
"""Bytes of one message."""
NOTHING_NEW = b"\x00\x00"
"""A Yjs update without content."""
_SYNC, _AWARENESS, _QUERY = 0, 1, 3
_STATE, _MISSING, _UPDATE = 0, 1, 2
_LONGEST_NUMBER = 9
"""Bytes, which is more than any number that JavaScript writes exactly."""


class Unreadable(Exception):
    """A message that says nothing."""


@dataclass(frozen=True)
class Asked:
    """Somebody says how far their copy is, and wants what it misses."""

    state: bytes


@dataclass(frozen=True)
class Changed:
    """Somebody sends changes."""

    content: bytes


@dataclass(frozen=True)
class Presence:
    """What one copy says of where its writer is; ``state`` is JSON, "null" where the writer has left."""

    client: int
    clock: int
    state: str


@dataclass(frozen=True)
class Shown:
    """Somebody says where they are; empty where they ask where the others are."""

    present: tuple[Presence, ...]


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def number(self) -> int:
        value = 0
        for place in range(_LONGEST_NUMBER):
            if self._at >= len(self._data):
                break
            byte = self._data[self._at]
            self._at += 1
            value |= (byte & 127) << (7 * place)
            if byte < 128:
                return value
        raise Unreadable

    def block(self) -> bytes:
        length = self.number()
        found = self._data[self._at : self._at + length]
        if len(found) != length:
            raise Unreadable
        self._at += length
        return found

    def end(self) -> None:
        if self._at != len(self._data):
            raise Unreadable


def parsed(data: bytes) -> Asked | Changed | Shown:
    """What a message means; refused if it means nothing."""
    if len(data) > LONGEST:
        raise Unreadable
    reader = _Reader(data)
    kind = reader.number()
    if kind == _SYNC:
        step, content = reader.number(), reader.block()
        reader.end()
        if step == _STATE:
            return Asked(content)
        if step in (_MISSING, _UPDATE):
            return Changed(content)
    if kind == _AWARENESS:
        inner = _Reader(reader.block())
        reader.end()
        present = tuple(_presence(inner) for _ in range(min(inner.number(), LONGEST)))
        inner.end()
        return Shown(present)
    if kind == _QUERY:
        reader.end()
        return Shown(())
    raise Unreadable


def _presence(reader: _Reader) -> Presence:
    client, clock = reader.number(), reader.number()
    try:
        return Presence(client, clock, reader.block().decode())
    except UnicodeDecodeError:
        raise Unreadable from None


def is_update(content: bytes) -> bool:
    """Whether some bytes are changes that a copy can take; tried on one that is thrown away."""
    from pycrdt import Doc  # here, so that a process in which nobody opens a note does not carry it

    try:
        Doc().apply_update(content)
    except (ValueError, RuntimeError):
        return False
    return True


def state(content: bytes) -> bytes:
    """The message that says how far the server's copy is."""
    return bytes((_SYNC, _STATE)) + _block(content)


def missing(content: bytes) -> bytes:
    """The message with what the other copy misses."""
    return bytes((_SYNC, _MISSING)) + _block(content)


def update(content: bytes) -> bytes:
    """The message with a change."""
    return bytes((_SYNC, _UPDATE)) + _block(content)


def shown(present: Sequence[Presence]) -> bytes:
    """The message that says where some writers are."""
    parts = [_number(each.client) + _number(each.clock) + _block(each.state.encode()) for each in present]
    return bytes((_AWARENESS,)) + _block(_number(len(parts)) + b"".join(parts))


def _number(value: int) -> bytes:
    written = bytearray()
    while value > 127:
        written.append(128 | (value & 127))
        value >>= 7
    written.append(value)
    return bytes(written)


def _block(content: bytes) -> bytes:
    return _number(len(content)) + content
