"""Projects: what an import costs beside writing the same rows unchecked, and lists, counts and the map over all of them."""

import gc
import gzip
import json
import random
import sqlite3
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from statistics import quantiles
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from benchmarks import memory, project_reads, servers
from benchmarks.dataset import load_real
from benchmarks.project_reads import PATH
from benchmarks.synthetic import SEED, vocabulary
from benchmarks.variants import LIST, ONE, ours
from citypeers import migrating
from citypeers.core import listing
from citypeers.core.db import METADATA, Database
from citypeers.core.index import IndexWriter
from citypeers.core.principal import OPERATOR
from citypeers.core.rows import batched
from citypeers.domain.organisations.models import Organisation, OrganisationKind
from citypeers.domain.projects import loading
from citypeers.domain.projects.models import Maturity
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.domain.topics.models import Topic
from citypeers.exchange.search import service as search

SOURCE = "benchmark"
TABLES = ("project", "project_key", "project_revision", "rendered", "rendered_part", "listing", "listing_count", "outbox")
"""What an import of projects writes to."""
ASKED = 200
COUNTED = "country,topic,sdg,maturity,budget_band,has_lessons,replicated,origin"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Measured:
    """What one run gave; times in seconds unless they are said to be milliseconds."""

    count: int
    imported: dict[str, float]
    """Checking rows and writing all that is made of them: by database."""
    raw: dict[str, float]
    """Writing the same rows, unchecked, table by table: by database."""
    indexed: float
    facets_p95: float
    map_p95: float
    map_kb: float
    memory_mb: float
    shares: Mapping[str, float]
    """Of FastAPI with prepared bytes, by endpoint."""


def rows(session: Session, count: int) -> Iterator[dict[str, Any]]:
    """Made-up projects of real municipalities, as a file would bring them, each with a lesson."""
    chance = random.Random(SEED)
    words = vocabulary(chance)
    cumulative = list(accumulate(1 / (rank + 10) for rank in range(len(words))))
    placed = select(Organisation).where(
        col(Organisation.kind) == OrganisationKind.municipality, col(Organisation.latitude).is_not(None)
    )
    leads = session.scalars(placed.order_by(col(Organisation.slug))).all()
    topics = sorted(session.scalars(select(col(Topic.id))))

    def said(length: int) -> dict[str, str]:
        return {language: " ".join(chance.choices(words, cum_weights=cumulative, k=length)) for language in ("en", "de")}

    for number in range(count):
        lead = chance.choice(leads)
        yield {
            "key": f"made-up-{number}",
            "organisation": lead.slug,
            "title": said(4),
            "summary": said(25),
            "places": [{"name": lead.name, "country": lead.country, "latitude": lead.latitude, "longitude": lead.longitude}],
            "topics": chance.sample(topics, 2),
            "sdgs": sorted(chance.sample(range(1, 18), 2)),
            "maturity": chance.choice(list(Maturity)).value,
            "start": str(chance.randint(2005, 2025)),
            "lessons": [{"id": "1", "happened": said(20), "advice": said(20)}],
        }


def measured(folder: Path, count: int, socket: str, rounds: int, seconds: float, say: Say) -> Measured:
    """Import, write the same rows raw, and ask a server; lists and records in so many rounds, each for so many seconds."""
    database = Database(f"sqlite:///{folder}/projects.db")
    load_real(database)
    with database.reading() as session:
        made = list(rows(session, count))
    say(f"importing {count:,} projects")
    imported = {"SQLite": _imported(database, made)}
    other = _emptied(socket)
    load_real(other)
    imported["PostgreSQL"] = _imported(other, made)
    other.close()
    say("writing the same rows unchecked")
    raw = {"SQLite": _raw_sqlite(database, folder), "PostgreSQL": _raw_postgresql(database, socket)}
    say("indexing")
    began = time.perf_counter()
    writer = IndexWriter(folder / "index")
    search.rebuild(database, writer)
    writer.close()
    indexed = time.perf_counter() - began
    database.close()
    say("asking for counts and the map")
    serving = ours(f"sqlite:///{folder}/projects.db", folder / "index", cache=False)
    with servers.running(serving, folder / "server.log"):
        facets = _p95([f"{PATH}?{query}&facets={COUNTED}&limit=25" for query in _combinations()], "facets")
        mapped = _p95([f"{PATH}/map"] * 20, "mapped")
        body = _fetched(f"{PATH}/map")
    say("asking for lists and records")
    shares = project_reads.shares(serving, folder, rounds, seconds)
    say("importing them once more, for the memory that it takes")
    memory.write(folder / "projects.csv", made, "again-")
    memory_mb = memory.above_idle(folder / "projects.csv", f"sqlite:///{folder}/projects.db")
    return Measured(count, imported, raw, indexed, facets, mapped, len(gzip.compress(body, 5)) / 1e3, memory_mb, shares)


def _imported(database: Database, made: Sequence[dict[str, Any]]) -> float:
    """Seconds, in one transaction as the command line takes in a file, and as the rows are written unchecked."""
    gc.collect()
    gc.freeze()  # as the command does when it begins; the rows that wait here are in no importer's memory
    began = time.perf_counter()
    with database.writing_much() as session, listing.gathered(session):
        for batch in batched(made):
            writes = [ProjectWrite.model_validate(row) for row in batch]
            assert not loading.missing(session, writes, SOURCE)
            loading.save_all(session, OPERATOR, writes, SOURCE)
            session.expunge_all()
    return time.perf_counter() - began


def _new(database: Database, table: str) -> Iterator[list[tuple[Any, ...]]]:
    """What the import wrote to a table, and a little of what was there before, in batches."""
    names = ", ".join(f'"{column.name}"' for column in METADATA.tables[table].columns)
    source = sqlite3.connect(str(database.url.database))
    try:
        found = source.execute(f"SELECT {names} FROM {table}")
        while batch := found.fetchmany(10_000):
            yield batch
    finally:
        source.close()


def _raw_sqlite(database: Database, folder: Path) -> float:
    target = Database(f"sqlite:///{folder}/raw.db")
    migrating.upgrade(target)
    target.close()
    connection = sqlite3.connect(folder / "raw.db", isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; BEGIN")
    took = 0.0
    for table in TABLES:
        marks = ", ".join("?" for _ in METADATA.tables[table].columns)
        for batch in _new(database, table):
            began = time.perf_counter()
            connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", batch)
            took += time.perf_counter() - began
    began = time.perf_counter()
    connection.execute("COMMIT")
    connection.close()
    return took + time.perf_counter() - began


def _emptied(socket: str) -> Database:
    """A PostgreSQL database in which there is nothing yet."""
    target = Database(f"postgresql://citypeers@/postgres?host={socket}")
    with target.connect_postgresql() as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return target


def _raw_postgresql(database: Database, socket: str) -> float:
    target = _emptied(socket)
    migrating.upgrade(target)
    took = 0.0
    with target.connect_postgresql() as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET timezone = 'UTC'")
        for table in TABLES:
            names = ", ".join(f'"{column.name}"' for column in METADATA.tables[table].columns)
            connection.execute(f"TRUNCATE {table} CASCADE")
            with connection.cursor().copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for batch in _new(database, table):
                    began = time.perf_counter()
                    for row in batch:
                        copy.write_row(row)
                    took += time.perf_counter() - began
                began = time.perf_counter()
            took += time.perf_counter() - began
    target.close()
    return took


def _combinations() -> Sequence[str]:
    """One to three filters at a time."""
    chance = random.Random(SEED)
    values = {
        "country": ["DE", "BR", "IN", "MX", "PE"],
        "maturity": [each.value for each in Maturity],
        "sdg": [str(goal) for goal in range(1, 18)],
        "topic": ["mobility", "administration", "education", "energy"],
        "has_lessons": ["true"],
    }
    asked = []
    for _ in range(ASKED):
        names = chance.sample(sorted(values), chance.randint(1, 3))
        asked.append("&".join(f"{name}={chance.choice(values[name])}" for name in names))
    return asked


def _p95(addresses: Sequence[str], field: str) -> float:
    """Milliseconds within which 19 of 20 are answered, asked one after the other; each answer has a field."""
    took = []
    for address in addresses:
        began = time.perf_counter()
        assert field in json.loads(_fetched(address))
        took.append((time.perf_counter() - began) * 1e3)
    return quantiles(took, n=20)[-1]


def _fetched(path: str) -> bytes:
    with urllib.request.urlopen(f"http://{servers.HOST}:{servers.PORT}{path}") as answer:
        body: bytes = answer.read()
    return body


def table(found: Measured) -> list[str]:
    """The lines of the page."""
    sqlite, postgresql = (found.raw[name] / found.imported[name] for name in ("SQLite", "PostgreSQL"))
    lines = [
        (
            f"import with validation, of raw executemany of the same rows (SQLite, {found.count:,} projects)",
            "≥ 0.7",
            f"{sqlite:.2f}",
            sqlite >= 0.7,
        ),
        ("the same on PostgreSQL, of raw COPY", "≥ 0.6", f"{postgresql:.2f}", postgresql >= 0.6),
        ("all of them in the text index, s", "≤ 30", f"{found.indexed:.0f}", found.indexed <= 30),
        (
            f"eight facets counted for one to three filters, p95 of {ASKED}, ms",
            "≤ 60",
            f"{found.facets_p95:.0f}",
            found.facets_p95 <= 60,
        ),
        ("the map of all, p95 of 20, ms", "≤ 200", f"{found.map_p95:,.0f}", found.map_p95 <= 200),
        ("the map of all, compressed, kB", "≤ 300", f"{found.map_kb:,.0f}", found.map_kb <= 300),
        ("list, cache off, of FastAPI prebuilt", "≥ 0.4", f"{found.shares[LIST]:.2f}", found.shares[LIST] >= 0.4),
        ("one, cache off, of FastAPI prebuilt", "≥ 0.5", f"{found.shares[ONE]:.2f}", found.shares[ONE] >= 0.5),
        ("memory of an import above the idle process, MB", "≤ 100", f"{found.memory_mb:,.0f}", found.memory_mb <= 100),
    ]
    head = [
        "",
        "Projects: the import took " + ", ".join(f"{took:.0f} s on {name}" for name, took in found.imported.items()) + ".",
        "",
        "| projects | goal | measured | reached |",
        "|---|---:|---:|---|",
    ]
    return head + [f"| {text} | {goal} | {value} | {'yes' if reached else 'no'} |" for text, goal, value, reached in lines]
