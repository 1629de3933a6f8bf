"""Which variants are compared."""

import pickle
from pathlib import Path

from benchmarks import report
from benchmarks.answers import Expected
from benchmarks.dataset import Dataset
from benchmarks.servers import Command
from benchmarks.variants import LIST, ONE, Variant, ours, uvicorn


def reference(dataset: Dataset) -> Command:
    """The server whose answers all must give."""
    return ours(dataset.sqlite, dataset.index, cache=False)


def variants(dataset: Dataset, postgresql: str, expected: Expected, files: Path) -> list[Variant]:
    """All of them, in the order of the table."""
    everything = expected.addresses
    hot = {name: everything[name] for name in (LIST, ONE)}
    bodies = files / "bodies.pickle"
    bodies.write_bytes(pickle.dumps(dict(expected.bodies)))
    return [
        Variant(report.CACHED, ours(dataset.sqlite, dataset.index, cache=True), everything),
        Variant(report.COMMITS, ours(dataset.sqlite, dataset.index, cache=True), everything, commits=True),
        Variant(report.OFF, ours(dataset.sqlite, dataset.index, cache=False), everything),
        Variant(report.OFF_PG, ours(postgresql, dataset.index, cache=False), everything),
        Variant(report.PREBUILT, uvicorn("benchmarks.limits:fastapi_prebuilt", BENCH_BODIES=str(bodies)), hot),
        Variant(report.BARE, uvicorn("benchmarks.limits:bare", BENCH_BODIES=str(bodies)), hot),
    ]


def versions() -> dict[str, str]:
    """Of the packages that only the comparison needs."""
    return {}
