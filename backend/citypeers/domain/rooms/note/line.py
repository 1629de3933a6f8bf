"""One line to a shared note: what it says is understood and checked, what it is told waits in a queue."""

import asyncio
import json
from contextlib import suppress
from enum import IntEnum

from starlette.websockets import WebSocket, WebSocketDisconnect

from citypeers.domain.rooms.note import wire
from citypeers.domain.rooms.note.seats import Seat

MOST_WAITING = 4 * 2**20
"""Bytes that wait for a slow reader; whoever is slower comes back and gets what is missing in one piece."""
MOST_COPIES = 5
"""Copies that one line speaks for; a browser has one."""
LONGEST_STATE = 4_000


class Code(IntEnum):
    """Why a line is closed; those from 4400 on are ours."""

    too_large = 1009
    """A message was longer than is taken."""
    broken = 1011
    """The server could not keep a change. Come back with it."""
    restart = 1012
    """The process ends or starts anew. Come back."""
    too_slow = 1013
    """More waits than is kept for a line. Come back."""
    unreadable = 4400
    access_ended = 4401
    """Signed out, disabled, not a member any more, or the ticket opens nothing."""
    foreign_origin = 4403
    room_closed = 4409
    note_full = 4413
    crowded = 4429
    """As many lines are open to this note as it may have."""


class Ended(Exception):
    """A line is to be closed."""

    def __init__(self, code: Code) -> None:
        super().__init__(code.name)
        self.code = code


class Line:
    """A WebSocket with the seat that it was opened for."""

    def __init__(self, socket: WebSocket, seat: Seat) -> None:
        self.seat = seat
        self.ended: asyncio.Future[Code] = asyncio.get_running_loop().create_future()
        self.present: dict[int, wire.Presence] = {}
        """What this line has said of where its writer is, by copy."""
        self._socket = socket
        self._waiting: asyncio.Queue[bytes] = asyncio.Queue()
        self._bytes = 0

    def tell(self, message: bytes) -> None:
        """Let a message wait for its turn."""
        self._bytes += len(message)
        if self._bytes > MOST_WAITING:
            self.end(Code.too_slow)
        else:
            self._waiting.put_nowait(message)

    def end(self, code: Code) -> None:
        """Close the line as soon as may be."""
        if not self.ended.done():
            self.ended.set_result(code)

    async def send(self) -> None:
        """Send what waits, one after the other, until the other side is gone."""
        with suppress(WebSocketDisconnect, RuntimeError):
            while True:
                message = await self._waiting.get()
                await self._socket.send_bytes(message)
                self._bytes -= len(message)

    async def hear(self) -> wire.Asked | wire.Changed | wire.Shown | None:
        """The next message; None when the other side is gone."""
        received = await self._socket.receive()
        if received["type"] == "websocket.disconnect":
            return None
        data = received.get("bytes")
        if data is None:
            raise Ended(Code.unreadable)
        if len(data) > wire.LONGEST:
            raise Ended(Code.too_large)
        try:
            return wire.parsed(data)
        except wire.Unreadable:
            raise Ended(Code.unreadable) from None

    def shown(self, present: tuple[wire.Presence, ...], taken: set[int]) -> list[wire.Presence]:
        """What the others are told of where this writer is: under the name that we know, and of copies of this line alone."""
        told = [self._named(each) for each in present if each.client not in taken]
        for each in told:
            self.present[each.client] = each
        if len(self.present) > MOST_COPIES:
            raise Ended(Code.unreadable)
        return told

    def _named(self, given: wire.Presence) -> wire.Presence:
        try:
            state = json.loads(given.state)
            if (state is not None and not isinstance(state, dict)) or len(given.state) > LONGEST_STATE:
                raise Ended(Code.unreadable)
            if state is not None:
                state["user"] = {"id": self.seat.account, "name": self.seat.name}
            # Python knows numbers that JSON does not, and that browsers could not read.
            return wire.Presence(given.client, given.clock, json.dumps(state, allow_nan=False))
        except (ValueError, RecursionError):
            raise Ended(Code.unreadable) from None

    def gone(self) -> list[wire.Presence]:
        """What the others are told when this line is closed."""
        return [wire.Presence(each.client, each.clock + 1, "null") for each in self.present.values() if each.state != "null"]
