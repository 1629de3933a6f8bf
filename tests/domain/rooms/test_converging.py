"""Whatever is written, and whenever lines drop, all copies and what is kept come to say the same; nothing written is lost."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Text
from starlette.testclient import TestClient
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import ClientConnection, connect

from citypeers.core.caller import Instance
from citypeers.domain.rooms.note import keeping, wire
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for
from tests.domain.rooms.people import OPEN, ROOMS, Writer, room_of, settled, two
from tests.identity.people import PASSWORD, Person

WRITERS = 3
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, WRITERS - 1), st.integers(0, 40), st.text("abc é🌳", min_size=1, max_size=5)),
        st.tuples(st.just("erase"), st.integers(0, WRITERS - 1), st.integers(0, 40), st.integers(1, 8)),
        st.tuples(st.sampled_from(["send", "hear", "drop", "connect"]), st.integers(0, WRITERS - 1)),
    ),
    max_size=30,
)


@pytest.fixture
def people(changing: httpx.Client, instance: Instance) -> tuple[Person, Person]:
    """Ana and Kai."""
    return two(changing, instance)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_copies_converge_however_lines_drop(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], steps: list[tuple[Any, ...]]
) -> None:
    room = room_of(changing, instance, *people)
    writers = [Writer(changing, people[number % 2], room) for number in range(WRITERS)]
    held = [False] * WRITERS
    for name, number, *given_ in steps:
        writer = writers[number]
        if name in ("write", "erase"):
            getattr(writer, name)(*given_)
        elif name == "connect" and not held[number]:
            writer.connect()
            held[number] = True
        elif held[number] and name != "connect":
            getattr(writer, name)()
            held[number] = name != "drop"
    for number, writer in enumerate(writers):
        if not held[number]:
            writer.connect()
    said = settled(writers)
    for writer in writers:
        writer.drop()
    kept = keeping.whole(keeping.load(instance.database, room).content, room)
    assert str(kept.get("text", type=Text)) == said
    keeping.gather(instance.database, room)
    again = keeping.whole(keeping.load(instance.database, room).content, room)
    assert str(again.get("text", type=Text)) == said


@pytest.fixture
def port() -> int:
    """One that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found: int = free.getsockname()[1]
        return found


class Server:
    """A process that can be killed without a word, and started again on the same database."""

    def __init__(self, loaded: Loaded, port: int, log: Path) -> None:
        given_ = settings_for(loaded)
        self._environment = {
            **os.environ,
            "CITYPEERS_ENVIRONMENT": "test",
            "CITYPEERS_DATABASE_URL": given_.database_url,
            "CITYPEERS_INDEX_DIR": str(given_.index_dir),
            "CITYPEERS_STORAGE_URL": given_.storage_url,
        }
        self._port, self._log = port, log
        self.address = f"http://127.0.0.1:{port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it answers."""
        command = [sys.executable, "-m", "citypeers", "serve", "--port", str(self._port)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)
        for _ in range(300):
            try:
                httpx.get(f"{self.address}/healthz")
                return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError(self._log.read_text())

    def kill(self) -> None:
        """End it at once, whatever it does."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None


@pytest.fixture
def server(fresh: Loaded, port: int, tmp_path: Path) -> Iterator[Server]:
    """One that has not been started."""
    found = Server(fresh, port, tmp_path / "server.log")
    yield found
    found.kill()


def test_a_killed_process_loses_nothing_and_lines_resume(fresh: Loaded, server: Server) -> None:
    with TestClient(create_app(settings_for(fresh))) as client:
        instance: Instance = client.app.state.instance  # type: ignore[attr-defined]
        people = two(client, instance)
        room = room_of(client, instance, *people)
    doc: Doc[Any] = Doc()
    text = doc.get("text", type=Text)
    for turn in range(3):
        server.start()
        line = _line(server, people[0], room)
        line.send(wire.state(doc.get_state()))
        _exchange(line, doc)
        for number in range(20):
            before = doc.get_state()
            text.insert(0, f"{turn}.{number} ")
            line.send(wire.update(doc.get_update(before)))
        server.kill()  # some of it is kept, some may be nowhere but in the copy
        with pytest.raises(ConnectionClosedError):
            _until_it_ends(line)
    server.start()
    line = _line(server, people[0], room)
    line.send(wire.state(doc.get_state()))
    _exchange(line, doc)
    _exchange(line, doc, ask=True)
    other: Doc[Any] = Doc()
    second = _line(server, people[1], room)
    second.send(wire.state(other.get_state()))
    _exchange(second, other)
    assert str(other.get("text", type=Text)) == str(text)
    assert len(str(text).split()) == 60


def _line(server: Server, person: Person, room: str) -> ClientConnection:
    signed = httpx.post(f"{server.address}/api/v1/auth/sign-in", json={"email": person.email, "password": PASSWORD}).json()
    headers = {"Authorization": f"Bearer {signed['access_token']}"}
    asked = httpx.post(f"{server.address}{ROOMS}/{room}/note/ticket", headers=headers).json()
    found = connect(f"{server.address.replace('http', 'ws')}{asked['path']}").__enter__()
    OPEN.append(found)
    return found


def _until_it_ends(line: ClientConnection) -> None:
    while True:
        line.recv(timeout=10)


def _exchange(line: ClientConnection, doc: "Doc[Any]", ask: bool = False) -> None:
    """Answer the other side's question, and hear the answer to one's own."""
    if ask:
        line.send(wire.state(doc.get_state()))
    while True:
        message = line.recv(timeout=10)
        assert isinstance(message, bytes)
        said = wire.parsed(message)
        if isinstance(said, wire.Asked):
            line.send(wire.missing(doc.get_update(said.state)))
        elif isinstance(said, wire.Changed):
            doc.apply_update(said.content)
            if message[1] == 1:
                return
