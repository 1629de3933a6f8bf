"""Callers who are signed in: the list and one's own account with a token, and what reading a token costs."""

import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import load, servers
from benchmarks.dataset import Dataset
from benchmarks.load import Speed
from benchmarks.variants import ADDRESS, LIST, SECRET, ours
from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR
from citypeers.core.settings import Settings
from citypeers.identity import accounts, sessions
from citypeers.identity.current import Gate
from citypeers.identity.schemas import AccountCreate

EMAIL, PASSWORD = "reader@example.org", "seven bridges over one river"
ACCOUNT = "/api/v1/me"
READINGS = 300


@dataclass(frozen=True)
class Signed:
    """What one round gave."""

    speeds: dict[str, Speed]
    first: float
    """Microseconds to know a caller by a token that this process has not read before."""
    again: float
    """The same for one whose signature it has checked: what is left is to ask how things stand."""


def measured(dataset: Dataset, lists: list[str], files: Path, seconds: float) -> Signed:
    """Sign somebody in and ask as they would; the cache of public answers is off."""
    settings = Settings(environment="production", secret_key=SECRET, public_url=ADDRESS, database_url=dataset.sqlite)  # type: ignore[arg-type]
    database = Database(dataset.sqlite, 2)
    try:
        token, first, again = _readings(database, settings)
    finally:
        database.close()
    headers = {"Authorization": f"Bearer {token}"}
    speeds = {}
    with servers.running(ours(dataset.sqlite, dataset.index, cache=False), files / "server.log"):
        for name, addresses in ((LIST, lists), ("own account", [ACCOUNT])):
            asked = load.write(files / "addresses.txt", addresses)
            speeds[name] = load.measured(asked, seconds, headers)
    return Signed(speeds, first, again)


def _readings(database: Database, settings: Settings) -> tuple[str, float, float]:
    with database.transaction() as session:
        found = accounts.by_email(session, EMAIL)
        write = AccountCreate.model_validate({"email": EMAIL, "name": "Reader", "password": PASSWORD})
        id = found.id if found else accounts.create(session, OPERATOR, write).id
    gate = Gate(database, settings)
    tokens = [sessions.opened(database, settings, gate.ring, id, "benchmark").access.access_token for _ in range(READINGS)]
    first, again = ([_taken(gate, token) for token in tokens] for _ in range(2))
    return tokens[0], median(first), median(again)


def _taken(gate: Gate, token: str) -> float:
    began = time.perf_counter()
    gate.signed_in(token)
    return (time.perf_counter() - began) * 1e6
