"""A shared note that somebody of this process has open."""

import asyncio
from typing import TYPE_CHECKING, Any

from citypeers.domain.rooms.note import keeping, wire
from citypeers.domain.rooms.note.keeping import Kept
from citypeers.domain.rooms.note.line import Code, Ended, Line

if TYPE_CHECKING:
    from pycrdt import Doc

MOST_BYTES = 8 * 2**20
"""Of what makes a note; more than anybody writes."""
MOST_LINES = 100


class OpenNote:
    """The copy of this process, and the lines to it."""

    def __init__(self, room: str) -> None:
        self.room = room
        self.lines: set[Line] = set()
        self.loading: asyncio.Task[None] | None = None
        self.since_gathered = 0
        self._doc: Doc[Any] | None = None
        self._held: list[tuple[int, bytes]] = []
        self._position = self._size = 0

    def fill(self, kept: Kept) -> None:
        """Take in what is kept, and what came meanwhile."""
        self._doc = keeping.whole(kept.content, self.room)
        self._position, self._size = kept.position, sum(map(len, kept.content))
        held, self._held = self._held, []
        for position, content in held:
            self.take(position, content, None)

    def take(self, position: int, content: bytes, origin: Line | None) -> None:
        """Take in a change that is kept, and tell it to every line but the one that it came from."""
        if self._doc is None:
            self._held.append((position, content))
            return
        if position <= self._position:
            return
        self._position = position
        self._size += len(content)
        self.since_gathered += 1
        if keeping.taken(self._doc, content, self.room):
            self.tell(wire.update(content), origin)

    def tell(self, message: bytes, but: Line | None) -> None:
        """Tell every line but one."""
        for line in self.lines:
            if line is not but:
                line.tell(message)

    def enter(self, line: Line) -> None:
        """Let a line in."""
        if len(self.lines) >= MOST_LINES:
            raise Ended(Code.crowded)
        self.lines.add(line)

    def greet(self, line: Line) -> None:
        """Ask a new line for what is missing here, and say where the others are."""
        line.tell(wire.state(self._copy.get_state()))
        self.point(line)

    def point(self, line: Line) -> None:
        """Say where the others are."""
        others = [each for other in self.lines if other is not line for each in other.present.values()]
        if others:
            line.tell(wire.shown(others))

    def answer(self, line: Line, asked: wire.Asked) -> None:
        """Tell a line what it misses."""
        try:
            line.tell(wire.missing(self._copy.get_update(asked.state)))
        except (ValueError, RuntimeError):
            raise Ended(Code.unreadable) from None

    def show(self, line: Line, shown: wire.Shown) -> None:
        """Tell the others where a writer is."""
        if not shown.present:
            self.point(line)
            return
        taken = {client for other in self.lines if other is not line for client in other.present}
        told = line.shown(shown.present, taken)
        if told:
            self.tell(wire.shown(told), line)

    def check(self, content: bytes) -> None:
        """Refuse a change that is none, or that the note has no room for."""
        if self._size + len(content) > MOST_BYTES:
            raise Ended(Code.note_full)
        if not wire.is_update(content):
            raise Ended(Code.unreadable)

    def leave(self, line: Line) -> None:
        """Let a line go, and say that its writer has left."""
        self.lines.discard(line)
        gone = line.gone()
        if gone:
            self.tell(wire.shown(gone), line)

    @property
    def _copy(self) -> "Doc[Any]":
        if self._doc is None:
            raise Ended(Code.restart)
        return self._doc
