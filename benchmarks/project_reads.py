"""Lists and records of projects, each beside the same bytes from a FastAPI endpoint that has them prepared."""

import json
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks import load, servers
from benchmarks.servers import Command
from benchmarks.variants import LIST, ONE, uvicorn

PATH = "/api/v1/projects"
FILTERS = [
    *(("country", code) for code in ("DE", "BR", "IN", "MX", "PE")),
    *(("topic", topic) for topic in ("mobility", "administration", "education", "energy")),
    *(("sdg", str(goal)) for goal in range(1, 18)),
]
PAGES = 30


def shares(serving: Command, files: Path, rounds: int, seconds: float) -> Mapping[str, float]:
    """What ours, which ``serving`` starts without its cache, reaches of the prepared bytes: medians of rounds in turns."""
    with servers.running(serving, files / "server.log"):
        addresses, bodies = _collected()
    kept = files / "project-bodies.pickle"
    kept.write_bytes(pickle.dumps(bodies))
    speeds: dict[tuple[bool, str], list[float]] = {}
    for _ in range(rounds):
        for is_ours, command in ((True, serving), (False, uvicorn("benchmarks.limits:fastapi_prebuilt", BENCH_BODIES=str(kept)))):
            with servers.running(command, files / "server.log"):
                for endpoint, asked in addresses.items():
                    file = load.write(files / "addresses.txt", asked)
                    speeds.setdefault((is_ours, endpoint), []).append(load.warmed(file, seconds).per_second)
    return {endpoint: median(speeds[True, endpoint]) / median(speeds[False, endpoint]) for endpoint in addresses}


def _collected() -> tuple[Mapping[str, Sequence[str]], dict[str, bytes]]:
    """Addresses of pages under one filter each and of the records on their first ones, and what our server answers."""
    pages: dict[str, bytes] = {}
    records: dict[str, bytes] = {}
    for facet, value in FILTERS:
        first = address = f"{PATH}?{facet}={value}&limit=25"
        for number in range(PAGES):
            pages[address] = servers.fetch(address)[1]
            body = json.loads(pages[address])
            if number < 2:
                records |= {at: servers.fetch(at)[1] for at in (f"{PATH}/{item['id']}" for item in body["items"])}
            if not body["next"]:
                break
            address = f"{first}&cursor={body['next']}"
    return {LIST: [*pages], ONE: [*records]}, pages | records
