"""The same networks for the other programs: lean databases in the form that their authors would choose."""

import sqlite3
from pathlib import Path

import psycopg

from benchmarks.dataset import Dataset
from citypeers.core.db import METADATA
from citypeers.core.rows import Json
from citypeers.domain.networks.models import KIND

TABLES = ("topic_scheme", "topic", "organisation", "network", "membership", "network_topic", "network_relation")
_SORTED = f"SELECT id, key FROM {{listing}} WHERE kind = '{KIND}' AND facet = 'all' AND language = 'en'"
_SAID = """
INSERT INTO network_fts (rowid, title, body, members)
SELECT n.rowid,
  (SELECT group_concat(value, ' ') FROM json_each(n.name)),
  (SELECT group_concat(value, ' ') FROM json_each(n.summary)) || ' '
    || coalesce((SELECT group_concat(t.value, ' ') FROM json_each(n.profile) p, json_each(p.value, '$.text') t), ''),
  (SELECT group_concat(name, ' ') FROM membership m WHERE m.network_id = n.id)
FROM network n
"""


def sqlite_file(dataset: Dataset, file: Path) -> Path:
    """A SQLite file with the tables of the networks, a name to sort by, and full text (FTS5)."""
    target = sqlite3.connect(file)
    target.execute("PRAGMA journal_mode=WAL")
    target.execute("ATTACH DATABASE ? AS source", (dataset.sqlite.removeprefix("sqlite:///"),))
    for table in TABLES:
        made = "SELECT sql FROM source.sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type = 'index'"
        create, *indexes = [row[0] for row in target.execute(made, (table,))]
        target.execute(create)
        named = " WHERE position IS NOT NULL" if table == "membership" else ""
        target.execute(f"INSERT INTO {table} SELECT * FROM source.{table}{named}")
        for index in indexes:
            target.execute(index)
    target.execute("ALTER TABLE network ADD COLUMN sort_name VARCHAR(80)")
    target.execute(
        f"UPDATE network SET sort_name = l.key FROM ({_SORTED.format(listing='source.listing')}) l WHERE l.id = network.id"
    )
    target.execute("CREATE INDEX ix_network_sort_name ON network (sort_name, id)")
    target.execute("CREATE VIRTUAL TABLE network_fts USING fts5(title, body, members)")
    target.execute(_SAID)
    target.commit()
    target.execute("DETACH DATABASE source")
    target.execute("ANALYZE")
    target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    target.close()
    return file


def postgresql_schema(url: str) -> None:
    """The same in the PostgreSQL database, in a schema of its own called ``peers``."""
    with psycopg.connect(url, autocommit=True) as target:
        target.execute("CREATE SCHEMA peers")
        for name in TABLES:
            table = METADATA.tables[name]
            columns = [f"{each.name}::jsonb AS {each.name}" if each.type is Json else each.name for each in table.columns]
            sort, join, named = "", "", " WHERE n.position IS NOT NULL" if name == "membership" else ""
            if name == "network":
                columns = [f"n.{each}" for each in columns]
                sort, join = ", l.key AS sort_name", f" JOIN ({_SORTED.format(listing='public.listing')}) l ON l.id = n.id"
            target.execute(f"CREATE TABLE peers.{name} AS SELECT {', '.join(columns)}{sort} FROM public.{name} n{join}{named}")
            keys = ", ".join(each.name for each in table.primary_key.columns)
            target.execute(f"ALTER TABLE peers.{name} ADD PRIMARY KEY ({keys})")
            for index in table.indexes:
                target.execute(f"CREATE INDEX ON peers.{name} ({', '.join(each.name for each in index.columns)})")
        target.execute("CREATE UNIQUE INDEX ON peers.network (slug)")
        target.execute("CREATE INDEX ON peers.network (sort_name, id)")
        target.execute("VACUUM ANALYZE")
