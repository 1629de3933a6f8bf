"""What is compared: how each is started, and the addresses that ask it for the same things."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.dataset import SIZE, Dataset
from benchmarks.servers import HOST, PORT, ROOT, Command

LIST, ONE, THREE, COMMON = "list", "one", "three words", "common word"
ENDPOINTS = (LIST, ONE, THREE, COMMON)
Addresses = Mapping[str, Sequence[str]]
SECRET = "only-for-the-scratch-databases-of-a-benchmark"  # as it says
ADDRESS = "https://citypeers.example"
"""What our server takes itself for; it is asked without TLS all the same."""
PEERS = ROOT / ".venv-bench"


def said(endpoint: str, body: Any, ours: bool) -> object:
    """What must be the same: all of a record; items and total of a list; what was found, and how many."""
    if endpoint == LIST:
        return body["items"], body["total"]
    if endpoint == ONE:
        return body
    # Engines rank differently, so the sets are compared where a page holds all that was found.
    found = sorted(item["slug"] for item in body["items"]) if body["total"] <= SIZE else len(body["items"])
    return body["total"], found


@dataclass(frozen=True)
class Variant:
    """One server in the comparison."""

    name: str
    command: Command
    addresses: Addresses
    said: Callable[[str, Any, bool], object] = said
    """What of an answer is compared with ours; the last argument tells whether it is ours."""
    commits: bool = False
    """Whether a public commit is made every second meanwhile."""


def uvicorn(application: str, python: Path | str = sys.executable, ready: str = "/readyz", **environment: str) -> Command:
    """An ASGI application in one process of uvicorn, as ours is served."""
    options = ["--host", HOST, "--port", str(PORT), "--loop", "uvloop", "--http", "httptools"]
    quiet = ["--no-access-log", "--no-server-header", "--lifespan", "auto"]
    return Command([str(python), "-m", "uvicorn", application, *options, *quiet], environment, ready)


def ours(url: str, index: Path, cache: bool) -> Command:
    """Our own server in one process."""
    environment = {
        "CITYPEERS_ENVIRONMENT": "production",
        "CITYPEERS_SECRET_KEY": SECRET,
        "CITYPEERS_PUBLIC_URL": ADDRESS,
        "CITYPEERS_DATABASE_URL": url,
        "CITYPEERS_INDEX_DIR": str(index),
    }
    if not cache:
        environment["CITYPEERS_RESPONSE_CACHE_BYTES"] = "0"
    return Command([sys.executable, "-m", "citypeers", "serve", "--host", HOST, "--port", str(PORT)], environment)


def searches(dataset: Dataset) -> dict[str, list[str]]:
    """The searches, as every variant with our paths takes them."""
    return {
        THREE: [f"/api/v1/search?{urlencode({'q': words})}" for words in dataset.samples.three],
        COMMON: [f"/api/v1/search?{urlencode({'q': word})}" for word in dataset.samples.common],
    }


def first_pages(dataset: Dataset) -> dict[tuple[str, str], str]:
    """For each filter the address of its first page, from which the cursors lead on."""
    filters = dict.fromkeys((facet, value) for facet, value, _ in dataset.samples.pages)
    return {(facet, value): f"/api/v1/networks?{urlencode({facet: value, 'limit': SIZE})}" for facet, value in filters}


def by_offset(dataset: Dataset) -> dict[str, list[str]]:
    """The addresses for those who page by offset."""
    pages = [
        f"/api/v1/networks?{urlencode({facet: value, 'limit': SIZE, 'offset': page * SIZE})}"
        for facet, value, page in dataset.samples.pages
    ]
    return {LIST: pages, ONE: [f"/api/v1/networks/{slug}" for slug in dataset.samples.slugs], **searches(dataset)}
