"""The scratch databases: 100,000 synthetic networks beside the real ones, through the real schema and the real forms."""

import json
import random
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, text
from sqlmodel import Session, SQLModel, col

from benchmarks.synthetic import COMMON, SEED, Maker
from citypeers import migrating
from citypeers.core import counters, rendered
from citypeers.core.db import METADATA, Database
from citypeers.core.index import IndexWriter
from citypeers.core.listing import ALL, Listed, ListedCount
from citypeers.core.principal import OPERATOR
from citypeers.core.rendered import Rendered
from citypeers.core.rows import batched
from citypeers.core.text import LANGUAGES
from citypeers.domain.networks import rendering
from citypeers.domain.networks.models import KIND, Membership, Network, NetworkTopic
from citypeers.domain.organisations.models import Organisation, OrganisationKind
from citypeers.domain.topics.models import Topic
from citypeers.exchange.imports import service as imports
from citypeers.exchange.search import service as search

DATA = Path(__file__).parents[1] / "data"
ROTATED = 1_000
PAGES, SIZE = 7, 25
"""How far the lists are paged, and how long a page is."""
FILTERS = ("topic", "country", "category", "founding_type", "typology", "scope", "duration")
BATCH = 2_000
Say = Callable[[str], None]


@dataclass(frozen=True)
class Samples:
    """What is asked for, the same of every variant."""

    pages: list[tuple[str, str, int]]
    """Facet, value and number of the page."""
    slugs: list[str]
    three: list[str]
    """Three words of one record each."""
    common: list[str]


@dataclass(frozen=True)
class Dataset:
    """The databases of one run and what is asked of them."""

    sqlite: str
    index: Path
    samples: Samples


def built(folder: Path, count: int, say: Say) -> Dataset:
    """The SQLite database and the index in ``folder``; a finished one of the same size is used again."""
    file, samples = folder / "citypeers.db", folder / f"samples-{count}.json"
    if not samples.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        database = Database(f"sqlite:///{file}")
        try:
            load_real(database)
            texts = _synthetic(database, count, say)
            say("building the text index")
            writer = IndexWriter(folder / "index")
            search.rebuild(database, writer)
            writer.close()
            samples.write_text(json.dumps(asdict(_samples(database, texts))))
        finally:
            database.close()
    asked = json.loads(samples.read_text())
    return Dataset(f"sqlite:///{file}", folder / "index", Samples(**{**asked, "pages": [tuple(each) for each in asked["pages"]]}))


def load_real(database: Database) -> None:
    migrating.upgrade(database)
    for noun in imports.SEEDED:
        records = imports.records(noun, DATA / f"{noun.file}.json")
        report = imports.run(database, OPERATOR, noun, records, False, False, lambda done, total: None)
        if report.refused:
            raise ValueError(f"{noun.file}.json: {report.errors[:3]}")


def _synthetic(database: Database, count: int, say: Say) -> list[str]:
    """Write the synthetic networks; returns the words of some of them."""
    listed: dict[tuple[str, str], list[int]] = defaultdict(list)
    keys: list[tuple[str, dict[str, str]]] = []
    texts: list[str] = []
    with database.transaction() as session:
        topics = sorted(session.scalars(select(col(Topic.id))).all())
        places = session.scalars(
            select(Organisation)
            .where(col(Organisation.kind) == OrganisationKind.municipality)
            .order_by(col(Organisation.name), col(Organisation.id))
        ).all()
        connection = session.connection()
        connection.execute(text("DROP INDEX ix_listing_record"))  # built once at the end instead of 3.6 million times
        for number, batch in enumerate(batched(Maker(topics, places).make(count), BATCH)):
            if number % 10 == 0:
                say(f"rendering synthetic networks: {number * BATCH:,} of {count:,}")
            forms = []
            for each in batch:
                done = rendering.rendering(each.network)  # type: ignore[arg-type]  # has a row's attributes
                forms.append(dict(zip(rendered.RENDERED.columns.keys(), rendered.row(done), strict=True)))
                for pair in done.entry.values | {ALL}:
                    listed[pair].append(len(keys))
                keys.append((each.network.id, dict(done.entry.keys)))
            texts += [each.text for each in batch[:100]]
            _insert(connection, Network, [vars(each.network) for each in batch])
            _insert(connection, Membership, [vars(member) for each in batch for member in each.network.members])
            _insert(connection, NetworkTopic, [vars(link) for each in batch for link in each.network.topic_links])
            _insert(connection, Rendered, forms)
        say("listing synthetic networks")
        _list(session, listed, keys)
        connection.execute(text("CREATE INDEX ix_listing_record ON listing (kind, id)"))
        counters.raise_(session, counters.Name.public)
    return texts


def _insert(connection: Connection, model: type[SQLModel], rows: list[dict[str, Any]]) -> None:
    names = METADATA.tables[str(model.__tablename__)].columns.keys()
    connection.execute(insert(model), [{name: row[name] for name in names} for row in rows])


def _list(session: Session, listed: dict[tuple[str, str], list[int]], keys: list[tuple[str, dict[str, str]]]) -> None:
    """The narrow table in its own order, which is the fast way to fill it."""
    raw = session.connection().connection.cursor()
    ranks: dict[str, dict[int, int]] = {}
    for language in LANGUAGES:
        order = sorted(range(len(keys)), key=lambda place, language=language: (keys[place][1][language], keys[place][0]))
        ranks[language] = {place: rank for rank, place in enumerate(order)}
    statement = f"INSERT INTO {Listed.__tablename__} (kind, facet, value, language, key, id) VALUES (?, ?, ?, ?, ?, ?)"
    for facet, value in sorted(listed):
        for language in sorted(LANGUAGES):
            order = sorted(listed[facet, value], key=ranks[language].__getitem__)
            raw.executemany(statement, ((KIND, facet, value, language, keys[at][1][language], keys[at][0]) for at in order))
    counts = [{"kind": KIND, "facet": facet, "value": value, "count": len(where)} for (facet, value), where in listed.items()]
    raw.executemany(
        "INSERT INTO listing_count (kind, facet, value, count) VALUES (:kind, :facet, :value, :count) "
        "ON CONFLICT (kind, facet, value) DO UPDATE SET count = count + excluded.count",
        counts,
    )


def _samples(database: Database, texts: list[str]) -> Samples:
    chance = random.Random(SEED)
    with database.reading() as session:
        counted = session.execute(
            select(col(ListedCount.facet), col(ListedCount.value))
            .where(col(ListedCount.kind) == KIND, col(ListedCount.facet).in_(FILTERS), col(ListedCount.count) >= PAGES * SIZE)
            .order_by(col(ListedCount.facet), col(ListedCount.value))
        ).all()
        slugs = session.scalars(select(col(Network.slug)).order_by(col(Network.slug))).all()
    pages = [(facet, value, page) for facet, value in counted for page in range(PAGES)]
    three = [" ".join(chance.sample(sorted(set(chance.choice(texts).split()) - {COMMON}), 3)) for _ in range(ROTATED)]
    chance.shuffle(pages)
    return Samples(pages[:ROTATED], chance.sample(slugs, min(ROTATED, len(slugs))), three, [COMMON])


def copied_to_postgresql(dataset: Dataset, socket: str) -> str:
    """The same rows in PostgreSQL; returns the database's address."""
    url = f"postgresql://citypeers@/postgres?host={socket}"
    database = Database(url)
    migrating.upgrade(database)
    source = sqlite3.connect(dataset.sqlite.removeprefix("sqlite:///"))
    with database.connect_postgresql() as target:
        target.execute("SET session_replication_role = replica")  # parents and children come in any order
        target.execute("SET timezone = 'UTC'")
        target.execute("DROP INDEX ix_listing_record")
        for table in METADATA.sorted_tables:
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            order = ", ".join(column.name for column in table.primary_key.columns)
            target.execute(f"TRUNCATE {table.name} CASCADE")
            with target.cursor().copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
                for row in source.execute(f"SELECT {names} FROM {table.name} ORDER BY {order}"):
                    copy.write_row(row)
        target.execute("CREATE INDEX ix_listing_record ON listing (kind, id)")
        target.execute("VACUUM ANALYZE")
    source.close()
    database.close()
    return url
