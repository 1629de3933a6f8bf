"""Which variants are compared."""

import json
import pickle
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks import peers, report
from benchmarks.answers import Expected
from benchmarks.dataset import SIZE, Dataset
from benchmarks.postgres import Missing
from benchmarks.servers import HOST, PORT, Command
from benchmarks.variants import COMMON, LIST, ONE, PEERS, THREE, Variant, by_offset, ours, uvicorn
from citypeers.core.text import sort_key, spoken

PACKAGES = ("datasette", "django", "djangorestframework", "gunicorn")
LISTED = ("slug", "name", "abbreviation", "summary", "category", "founding_type", "typology", "founded_year", "member_count")


def reference(dataset: Dataset) -> Command:
    """The server whose answers all must give."""
    return ours(dataset.sqlite, dataset.index, cache=False)


def variants(dataset: Dataset, postgresql: str, socket: str, expected: Expected, files: Path) -> list[Variant]:
    """All of them, in the order of the table."""
    everything = expected.addresses
    hot = {name: everything[name] for name in (LIST, ONE)}
    bodies = files / "bodies.pickle"
    bodies.write_bytes(pickle.dumps(dict(expected.bodies)))
    file = peers.sqlite_file(dataset, files / "peers.db")
    peers.postgresql_schema(postgresql)
    paged = by_offset(dataset)
    hot_paged = {name: paged[name] for name in (LIST, ONE)}
    return [
        Variant(report.CACHED, ours(dataset.sqlite, dataset.index, cache=True), everything),
        Variant(report.COMMITS, ours(dataset.sqlite, dataset.index, cache=True), everything, commits=True),
        Variant(report.OFF, ours(dataset.sqlite, dataset.index, cache=False), everything),
        Variant(report.OFF_PG, ours(postgresql, dataset.index, cache=False), everything),
        Variant(report.IDIOMATIC, uvicorn("benchmarks.idiomatic:app", BENCH_DATABASE=f"sqlite:///{file}"), paged),
        Variant(
            report.DATASETTE,
            uvicorn("benchmarks.datasette_app:app", PEERS / "bin/python", ready="/-/versions.json", BENCH_FILE=str(file)),
            _datasette_addresses(dataset, expected),
            said=_datasette_said,
        ),
        Variant(report.DRF, _gunicorn(BENCH_FILE=str(file)), paged),
        Variant(report.DRF_PG, _gunicorn(BENCH_SOCKET=socket), hot_paged),
        Variant(report.PREBUILT, uvicorn("benchmarks.limits:fastapi_prebuilt", BENCH_BODIES=str(bodies)), hot),
        Variant(report.BARE, uvicorn("benchmarks.limits:bare", BENCH_BODIES=str(bodies)), hot),
    ]


def _gunicorn(**environment: str) -> Command:
    """Django in one worker process with threads, which keeps connections alive."""
    options = ["--workers", "1", "--worker-class", "gthread", "--threads", "4", "--keep-alive", "30", "--bind", f"{HOST}:{PORT}"]
    return Command([str(PEERS / "bin/gunicorn"), *options, "benchmarks.django_app.wsgi:application"], environment)


def _datasette_addresses(dataset: Dataset, expected: Expected) -> dict[str, list[str]]:
    """Datasette's own addresses for the same: its pages go on behind a row, as ours do."""
    columns = [("_col", name) for name in LISTED]
    last = {
        each: json.loads(expected.bodies[address])["items"][-1]
        for each, address in zip(dataset.samples.pages, expected.addresses[LIST], strict=True)
    }
    lists = []
    for facet, value, page in dataset.samples.pages:
        asked = [*columns, ("_shape", "objects"), ("_size", str(SIZE)), ("_sort", "sort_name"), _datasette_filter(facet, value)]
        before = last.get((facet, value, page - 1))
        if before:
            name = sort_key(spoken(before["name"], ["en"])[1])
            asked.append(("_next", f"{name.replace(' ', '+')},{before['id']}"))
        lists.append(f"/peers/network.json?{urlencode(asked)}")
    ids = [json.loads(expected.bodies[address])["id"] for address in expected.addresses[ONE]]
    found = [*columns, ("_shape", "objects"), ("_size", str(SIZE))]
    return {
        LIST: lists,
        ONE: [f"/peers/network/{id}.json?_shape=objects" for id in ids],
        THREE: [f"/peers/network.json?{urlencode([*found, ('_search', words)])}" for words in dataset.samples.three],
        COMMON: [f"/peers/network.json?{urlencode([*found, ('_search', word)])}" for word in dataset.samples.common],
    }


def _datasette_filter(facet: str, value: str) -> tuple[str, str]:
    through = {"topic": ("network_topic", "topic_id"), "country": ("membership", "country")}
    if facet in through:
        table, column = through[facet]
        return "_through", json.dumps({"table": table, "column": column, "value": value})
    return {"scope": "geographic_scope", "duration": "duration_kind"}.get(facet, facet), value


def _datasette_said(endpoint: str, body: Any, ours: bool) -> object:
    """Its form is another; the same are the records, their number, and the profile of one."""
    if endpoint == ONE:
        return (body["slug"], body["profile"]) if ours else (body["rows"][0]["slug"], json.loads(body["rows"][0]["profile"]))
    slugs = [item["slug"] for item in (body["items"] if ours else body["rows"])]
    total = body["total"] if ours else body["filtered_table_rows_count"]
    if endpoint == LIST:
        return slugs, total
    return total, sorted(slugs) if total <= SIZE else len(slugs)


def versions() -> dict[str, str]:
    """Of the packages that only the comparison needs."""
    python = PEERS / "bin/python"
    if not python.exists():
        raise Missing("The programs to compare with are not installed: make bench installs them")
    code = f"from importlib.metadata import version\nfor name in {PACKAGES!r}: print(name, version(name))"
    said = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout
    return dict(line.split() for line in said.splitlines())  # type: ignore[misc]
