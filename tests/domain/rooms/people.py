"""Rooms of the tests, and people who write in their shared notes."""

import itertools
import time
from collections.abc import Callable
from socket import SHUT_RDWR
from typing import Any

import httpx
from pycrdt import Doc, Text
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.rooms import service
from citypeers.domain.rooms.note import wire
from tests.identity.people import Person, sign_in

ROOMS = "/api/v1/rooms"
_numbers = itertools.count(1)
OPEN: list[ClientConnection] = []
"""Lines that are open, to be closed when the test is over."""


def id_of(client: httpx.Client, person: Person) -> str:
    """The account of somebody."""
    found: str = client.get("/api/v1/me", headers=person.headers).json()["id"]
    return found


def room_of(client: httpx.Client, instance: Instance, *people: Person) -> str:
    """A new room with some people in it."""
    accounts = [id_of(client, person) for person in people]
    with instance.database.transaction() as session:
        about = ("test", str(next(_numbers)))
        return service.open_room(session, OPERATOR, about, {"en": "Cooling the city"}, accounts).id


def two(client: httpx.Client, instance: Instance) -> tuple[Person, Person]:
    """Ana and Kai."""
    return sign_in(client, instance), sign_in(client, instance, email="kai@example.org")


def close_lines() -> None:
    """Close what is open; a server ends only when nothing is."""
    while OPEN:
        OPEN.pop().close()


def ticket(client: httpx.Client, person: Person, room: str) -> str:
    """The path of a line with a new ticket in it."""
    answer = client.post(f"{ROOMS}/{room}/note/ticket", headers=person.headers)
    assert answer.status_code == 201, answer.text
    path: str = answer.json()["path"]
    return path


def line(client: httpx.Client, path: str, origin: str | None = None) -> ClientConnection:
    """A line that is open."""
    address = str(client.base_url).rstrip("/").replace("http", "ws", 1)
    return connect(f"{address}{path}", origin=origin, compression=None).__enter__()  # type: ignore[arg-type]  # any text


class Writer:
    """Somebody's copy of a note, and the line to it when there is one."""

    def __init__(self, client: httpx.Client, person: Person, room: str) -> None:
        self.doc: Doc[Any] = Doc()
        self.text = self.doc.get("text", type=Text)
        self.present: dict[int, str] = {}
        self._client, self._person, self._room = client, person, room
        self._line: ClientConnection | None = None
        self._unsent: list[bytes] = []
        self._asked = 0
        self._hearing = False
        self.doc.observe(lambda event: None if self._hearing else self._unsent.append(event.update))

    @property
    def line(self) -> ClientConnection:
        """The line that is open."""
        assert self._line is not None
        return self._line

    def connect(self) -> "Writer":
        """Open a line, and say how far this copy is."""
        path = ticket(self._client, self._person, self._room)
        self._line = line(self._client, path)
        OPEN.append(self._line)
        self._unsent.clear()
        self._asked = 0
        self._ask()
        return self

    def drop(self) -> None:
        """Lose the line; what was written and is not sent stays in the copy."""
        OPEN.remove(self.line)
        self.line.socket.shutdown(SHUT_RDWR)
        self._line = None

    def write(self, place: int, text: str) -> None:
        """Write into the copy."""
        self.text.insert(min(place, len(self.text)), text)

    def erase(self, place: int, length: int) -> None:
        """Take away from the copy."""
        start = min(place, len(self.text))
        del self.text[start : min(start + length, len(self.text))]

    def send(self) -> None:
        """Send what was written since."""
        for content in self._unsent:
            self.line.send(wire.update(content))
        self._unsent.clear()

    def hear(self) -> None:
        """Ask for what is missing, and take in everything until the answer."""
        self.send()
        self._ask()
        while self._asked:
            self._asked -= self._take(self.heard())

    def _ask(self) -> None:
        self.line.send(wire.state(self.doc.get_state()))
        self._asked += 1

    def closed(self) -> int:
        """Hear until the line is closed; why."""
        while True:
            try:
                self._take(self.heard())
            except ConnectionClosed as end:
                return end.rcvd.code if end.rcvd else 0

    def heard(self) -> bytes:
        """The next message."""
        message = self.line.recv(timeout=10)
        assert isinstance(message, bytes)
        return message

    def _take(self, message: bytes) -> bool:
        """Take in a message; whether it was the answer to a question."""
        if message[:2] == b"\x00\x00":
            state = wire.parsed(message)
            assert isinstance(state, wire.Asked)
            self.line.send(wire.missing(self.doc.get_update(state.state)))
            return False
        said = wire.parsed(message)
        if isinstance(said, wire.Shown):
            self.present |= {each.client: each.state for each in said.present}
            return False
        assert isinstance(said, wire.Changed)
        self._hearing = True
        self.doc.apply_update(said.content)
        self._hearing = False
        return message[1] == 1


def settled(writers: list[Writer], is_so: Callable[[], bool] | None = None) -> str:
    """Hear until all copies are the same; what they say then."""
    for _ in range(200):
        for writer in writers:
            writer.hear()
        texts = {str(writer.text) for writer in writers}
        if len(texts) == 1 and (is_so is None or is_so()):
            return texts.pop()
        time.sleep(0.02)
    raise AssertionError([str(writer.text) for writer in writers])
