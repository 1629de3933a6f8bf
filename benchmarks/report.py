"""The table: requests per second and slowest hundredth of every variant, and each goal with what was reached."""

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from statistics import median

from benchmarks.load import Speed
from benchmarks.signed import Signed
from benchmarks.variants import COMMON, ENDPOINTS, LIST, ONE, THREE

CACHED, COMMITS = "ours, cached", "ours, cached, one public commit a second"
OFF, OFF_PG = "ours, cache off", "ours, cache off, PostgreSQL"
IDIOMATIC, DATASETTE = "FastAPI + SQLModel, idiomatic", "Datasette"
DRF, DRF_PG = "Django REST framework", "Django REST framework, PostgreSQL"
PREBUILT, BARE = "limit: FastAPI, prebuilt bytes", "limit: bare ASGI, prebuilt bytes"


@dataclass
class Results:
    """What all rounds gave."""

    speeds: dict[tuple[str, str], list[Speed]] = field(default_factory=dict)
    """By variant and endpoint."""
    beside: list[float] = field(default_factory=list)
    """Records by id per second while four connections search."""
    started_in: list[float] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    signed: list[Signed] = field(default_factory=list)
    """Callers with a token, at ours on SQLite with the cache off."""

    def speed(self, variant: str, endpoint: str) -> float | None:
        """The median of the rounds."""
        speeds = self.speeds.get((variant, endpoint))
        return median(each.per_second for each in speeds) if speeds else None

    def slowest(self, variant: str, endpoint: str) -> float | None:
        """The median of the rounds' 99th percentiles, in milliseconds."""
        speeds = self.speeds.get((variant, endpoint))
        return median(each.p99 for each in speeds) if speeds else None


@dataclass(frozen=True)
class Goal:
    """A ratio that the product is to keep: one variant's speed over another's at the same endpoint."""

    text: str
    least: float
    variant: str
    of: str
    endpoint: str
    aim: float | None = None


GOALS = (
    Goal("list, cached, of bare ASGI", 0.5, CACHED, BARE, LIST),
    Goal("one, cached, of bare ASGI", 0.5, CACHED, BARE, ONE),
    Goal("list, cache off, of FastAPI prebuilt", 0.40, OFF, PREBUILT, LIST, 0.60),
    Goal("one, cache off, of FastAPI prebuilt", 0.50, OFF, PREBUILT, ONE, 0.95),
    Goal("list, cache off, over Django REST framework", 10, OFF, DRF, LIST),
    Goal("one, cache off, over Django REST framework", 10, OFF, DRF, ONE),
    Goal("list, cache off, over idiomatic FastAPI + SQLModel", 8, OFF, IDIOMATIC, LIST),
    Goal("search for three words over Datasette", 5, OFF, DATASETTE, THREE, 8),
    Goal("search for a common word over Datasette", 40, OFF, DATASETTE, COMMON, 50),
    Goal("PostgreSQL: list, cache off, of FastAPI prebuilt", 0.40, OFF_PG, PREBUILT, LIST),
    Goal("PostgreSQL: one, cache off, of FastAPI prebuilt", 0.50, OFF_PG, PREBUILT, ONE),
    Goal("PostgreSQL: list, cache off, over Django REST framework", 10, OFF_PG, DRF_PG, LIST),
    Goal("PostgreSQL: one, cache off, over Django REST framework", 10, OFF_PG, DRF_PG, ONE),
)
BESIDE_LEAST, START_MOST, MEMORY_MOST = 0.5, 1.5, 120.0
PACKAGES = ("fastapi", "starlette", "uvicorn", "pydantic", "sqlmodel", "sqlalchemy", "psycopg", "tantivy")


def table(results: Results, variants: Sequence[str], about: Sequence[str]) -> str:
    """Everything, as Markdown."""
    head = [f"{endpoint} /s | p99 ms" for endpoint in ENDPOINTS]
    lines = ["| variant | " + " | ".join(head) + " |", "|---|" + "---:|" * (2 * len(ENDPOINTS))]
    for name in variants:
        cells = [
            f"{_figure(results.speed(name, endpoint), 0)} | {_figure(results.slowest(name, endpoint), 1)}" for endpoint in ENDPOINTS
        ]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines += ["", "| goal | at least | aim | measured | reached |", "|---|---:|---:|---:|---|"]
    lines += [_line(each.text, each.least, each.aim, _ratio(results, each)) for each in GOALS]
    alone, beside = results.speed(OFF, ONE), median(results.beside) if results.beside else None
    kept = beside / alone if alone and beside else None
    lines.append(_line("one, cache off, while four connections search, of its speed alone", BESIDE_LEAST, None, kept))
    lines += ["", "| bound | at most | measured | reached |", "|---|---:|---:|---|"]
    if results.started_in:
        lines.append(_bound("process start to `/readyz`, data loaded, s", START_MOST, median(results.started_in), 2))
    if results.memory:
        everything, own = (median(each[place] for each in results.memory) for place in (0, 1))
        lines.append(_bound("memory of one worker after load (RSS), MB", MEMORY_MOST, everything, 0))
        lines.append(_bound("the same without mapped data files, MB", MEMORY_MOST, own, 0))
    if results.signed:
        lines += _signed(results.signed)
    return "\n".join([*lines, "", *about, ""])


def _signed(rounds: Sequence[Signed]) -> list[str]:
    lines = ["", "| signed in, cache off | /s | p99 ms |", "|---|---:|---:|"]
    for name in rounds[0].speeds:
        speeds = [each.speeds[name] for each in rounds]
        slowest = median(each.p99 for each in speeds)
        lines.append(f"| {name} | {_figure(median(each.per_second for each in speeds), 0)} | {_figure(slowest, 1)} |")
    lines += ["", "| knowing a caller by a token | µs |", "|---|---:|"]
    lines.append(f"| the first time: its signature is checked | {_figure(median(each.first for each in rounds), 0)} |")
    lines.append(f"| again: only how things stand is asked | {_figure(median(each.again for each in rounds), 0)} |")
    return lines


def _ratio(results: Results, goal: Goal) -> float | None:
    ours, theirs = results.speed(goal.variant, goal.endpoint), results.speed(goal.of, goal.endpoint)
    return ours / theirs if ours and theirs else None


def _line(text: str, least: float, aim: float | None, measured: float | None) -> str:
    wanted = f"| {text} | {least:g} | {aim if aim is not None else ''} |"
    if measured is None:
        return f"{wanted} not measured | no |"
    return f"{wanted} {measured:.2f} | {_yes(measured >= least)} |"


def _bound(text: str, most: float, measured: float, digits: int) -> str:
    return f"| {text} | {most:g} | {measured:.{digits}f} | {_yes(measured <= most)} |"


def _figure(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:,.{digits}f}"


def _yes(reached: bool) -> str:
    return "yes" if reached else "no"


def machine(more: Mapping[str, str]) -> list[str]:
    """What it was measured on."""
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line), ""
    )
    cores = Path("/proc/cpuinfo").read_text().count("processor\t")
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 2**20
    versions = {name: metadata.version(name) for name in PACKAGES} | dict(more)
    named = ", ".join(f"{name} {number}" for name, number in versions.items())
    return [
        f"Machine: {model or platform.machine()}, {cores} cores, {memory:.0f} GB, {platform.system()} {platform.release()}.",
        f"Versions: Python {platform.python_version()}, {named}.",
    ]
