"""Shared notes under load: 200 clients in 50 notes, from a keystroke to the other clients of its note."""

import asyncio
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from pycrdt import Doc, Text
from websockets.asyncio.client import ClientConnection, connect

from citypeers import migrating
from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR, Role
from citypeers.domain.rooms import service
from citypeers.domain.rooms.note import wire
from citypeers.identity import accounts
from citypeers.identity.schemas import AccountCreate

NOTES, PEOPLE = 50, 4
PASSWORD = "seven bridges over one river"
EDITS_PER_SECOND = 0.5
"""Of one client; a hundred edits a second in all."""
WARM_SECONDS, SECONDS = 3.0, 15.0
AT_MOST_MS = 100
WORKERS = (1, 2)


@dataclass(frozen=True)
class Measured:
    """How long edits took to the others, in milliseconds, with so many processes."""

    workers: int
    deliveries: int
    p50: float
    p95: float
    p99: float


def rooms(database: Database) -> tuple[list[str], list[str]]:
    """Accounts and rooms to measure with: the same four people meet in every room."""
    with database.transaction() as session:
        emails = [f"writer{number}@example.org" for number in range(PEOPLE)]
        writes = [{"email": email, "name": "Writer", "password": PASSWORD, "role": Role.member} for email in emails]
        people = [accounts.create(session, OPERATOR, AccountCreate.model_validate(write)).id for write in writes]
        made = [service.open_room(session, OPERATOR, ("bench", str(n)), {"en": "X"}, people).id for n in range(NOTES)]
    return emails, made


@contextmanager
def serving(folder: Path, workers: int) -> Iterator[tuple[str, Database]]:
    """A server with accounts and rooms, on a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"sqlite:///{folder}/citypeers.db"
    places = {"DATABASE_URL": url, "INDEX_DIR": str(folder / "index"), "STORAGE_URL": str(folder / "files")}
    named = {f"CITYPEERS_{name}": value for name, value in places.items()}
    database = Database(url)
    migrating.upgrade(database)
    command = [sys.executable, "-m", "citypeers", "serve", "--port", str(port), "--workers", str(workers)]
    process = subprocess.Popen(command, env={**os.environ, **named, "CITYPEERS_ENVIRONMENT": "test"}, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                httpx.get(f"{address}/healthz")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield address, database
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        database.close()


class Client:
    """One copy of one note; each edit carries the moment at which it was made."""

    def __init__(self, line: ClientConnection, taken: list[float]) -> None:
        self._line, self._taken = line, taken
        self._doc: Doc[Any] = Doc()
        self._map = self._doc.get("text", type=Text)

    async def hear(self) -> None:
        """Take in what comes, and note how long an edit of another was on its way."""
        await self._line.send(wire.state(self._doc.get_state()))
        async for message in self._line:
            now = time.perf_counter()
            assert isinstance(message, bytes)
            said = wire.parsed(message)
            if isinstance(said, wire.Asked):
                await self._line.send(wire.missing(self._doc.get_update(said.state)))
            elif isinstance(said, wire.Changed):
                self._doc.apply_update(said.content)
                if message[1] == 2:
                    text = str(self._map)
                    self._taken.append(now - float(text[: text.index(" ")]))

    async def write(self, until: float) -> None:
        """Edit now and then."""
        while time.perf_counter() < until:
            await asyncio.sleep(random.expovariate(EDITS_PER_SECOND))
            before = self._doc.get_state()
            self._map.insert(0, f"{time.perf_counter()} ")
            await self._line.send(wire.update(self._doc.get_update(before)))


async def _taken(address: str, emails: list[str], made: list[str]) -> list[float]:
    """Open every line, write, and note how many seconds edits took to reach the others."""
    taken: list[float] = []
    async with AsyncExitStack() as stack, httpx.AsyncClient(base_url=address) as http:
        clients = []
        for email in emails:
            signed = await http.post("/api/v1/auth/sign-in", json={"email": email, "password": PASSWORD})
            headers = {"Authorization": f"Bearer {signed.json()['access_token']}"}
            for room in made:
                path = (await http.post(f"/api/v1/rooms/{room}/note/ticket", headers=headers)).json()["path"]
                line = await stack.enter_async_context(connect(f"{address.replace('http', 'ws')}{path}", compression=None))
                clients.append(Client(line, taken))
        hearing = [asyncio.create_task(client.hear()) for client in clients]
        until = time.perf_counter() + WARM_SECONDS + SECONDS
        writing = [asyncio.create_task(client.write(until)) for client in clients]
        await asyncio.sleep(WARM_SECONDS)
        taken.clear()
        await asyncio.gather(*writing)
        await asyncio.sleep(1)
        for task in hearing:
            task.cancel()
    return taken


def measured(folder: Path) -> list[Measured]:
    """One measurement for each number of processes."""
    os.sync()  # what was written before is not to be waited for here
    found = []
    for workers in WORKERS:
        with serving(folder / str(workers), workers) as (address, database):
            taken = asyncio.run(_taken(address, *rooms(database)))
        marks = [1000 * mark for mark in statistics.quantiles(taken, n=100)]
        found.append(Measured(workers, len(taken), marks[49], marks[94], marks[98]))
    return found


def table(found: list[Measured]) -> list[str]:
    """The figures as Markdown."""
    lines = [
        "",
        f"| shared notes: {NOTES * PEOPLE} lines to {NOTES} notes, an edit until the others have it | p50 ms | p95 ms "
        "| at most | p99 ms | reached |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for each in found:
        named = f"{each.workers} process{'es' if each.workers > 1 else ''}, {each.deliveries:,} deliveries"
        reached = "yes" if each.p95 <= AT_MOST_MS else "no"
        lines.append(f"| {named} | {each.p50:.0f} | {each.p95:.0f} | {AT_MOST_MS} | {each.p99:.0f} | {reached} |")
    return lines
