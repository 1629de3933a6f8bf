"""Published records as the bytes that are served, rendered once in the transaction that changes them.

One row a record: its list form, its full form and its ``display`` block in each platform language. What depends
on the viewer never enters these bytes.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from sqlalchemy import ColumnElement, Index, LargeBinary, Select, Table, Text, bindparam, column, delete, select, table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import Field, Session, SQLModel, col

from citypeers.core import counters, listing, outbox, rows
from citypeers.core.db import METADATA, Database, prepared
from citypeers.core.text import LANGUAGES


class Rendered(SQLModel, table=True):
    """The served forms of one published record."""

    __table_args__ = (
        Index("ix_rendered_slug", "kind", "slug"),
        # Every row of a page is found by its id: by a hash in one look instead of the three levels of the key's tree.
        Index("ix_rendered_id", "id", postgresql_using="hash").ddl_if(dialect="postgresql"),
    )

    kind: str = Field(primary_key=True, max_length=40)
    id: str = Field(primary_key=True, max_length=64)
    slug: str = Field(max_length=120)
    version: int
    digest: str = Field(max_length=16)
    item: str = Field(sa_type=Text)
    display_en: str = Field(sa_type=Text)
    display_de: str = Field(sa_type=Text)
    display_es: str = Field(sa_type=Text)
    display_pt: str = Field(sa_type=Text)
    whole: str = Field(sa_type=Text)
    """Last: SQLite reads a row from its beginning, and a list needs only what stands before."""


class RenderedPart(SQLModel, table=True):
    """That the forms of one record show something of another."""

    __tablename__ = "rendered_part"

    kind: str = Field(primary_key=True, max_length=40)
    id: str = Field(primary_key=True, max_length=64)
    part_kind: str = Field(primary_key=True, max_length=40)
    part_id: str = Field(primary_key=True, max_length=64, index=True)


@dataclass(frozen=True)
class Rendering:
    """A published record, ready to be kept: forms, what they embed, and where it is listed."""

    kind: str
    id: str
    slug: str
    version: int
    item: BaseModel
    whole: BaseModel
    display: Mapping[str, BaseModel]
    entry: listing.Entry
    parts: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Kind and id of the other records that the forms show something of."""


RENDERED, PARTS = METADATA.tables[str(Rendered.__tablename__)], METADATA.tables[str(RenderedPart.__tablename__)]


def row(rendering: Rendering) -> tuple[Any, ...]:
    """The served forms of one record, to be kept, in the order of the table."""
    item, whole = rendering.item.model_dump_json(), rendering.whole.model_dump_json()
    written = {id(form): form.model_dump_json() for form in rendering.display.values()}  # several languages may share a form
    display = [written[id(rendering.display[language])] for language in LANGUAGES]
    digest = hashlib.blake2b("".join((item, whole, *display)).encode(), digest_size=8).hexdigest()
    return rendering.kind, rendering.id, rendering.slug, rendering.version, digest, item, *display, whole


def put(session: Session, *renderings: Rendering) -> None:
    """Keep the served forms and the list entries of records, and let it be known."""
    for kind in sorted({each.kind for each in renderings}):
        ours = {each.id: each for each in renderings if each.kind == kind}
        put_made(session, kind, ours, ours.values())


def put_made(session: Session, kind: str, ids: Collection[str], renderings: Iterable[Rendering]) -> None:
    """As :func:`put`, of records of one kind, by their ids; they are made while they are written, as :func:`rows.add` says."""
    counters.raise_(session, counters.Name.public)
    _forget(session, RENDERED, kind, ids)
    _forget(session, PARTS, kind, ids)
    parts: list[tuple[str, ...]] = []
    entries: dict[str, listing.Entry] = {}

    def taken() -> Iterator[tuple[Any, ...]]:
        for each in renderings:
            parts.extend((kind, each.id, of, part) for of, part in sorted(each.parts))
            entries[each.id] = each.entry
            yield row(each)

    rows.add(session, RENDERED, taken())
    rows.add(session, PARTS, parts)
    listing.put(session, kind, entries)
    outbox.record(session, f"{kind}.changed", kind, *ids)


def withdraw(session: Session, kind: str, *ids: str) -> None:
    """Take records off every public read, and let it be known."""
    counters.raise_(session, counters.Name.public)
    _forget(session, RENDERED, kind, ids)
    _forget(session, PARTS, kind, ids)
    listing.remove(session, kind, ids)
    outbox.record(session, f"{kind}.changed", kind, *ids)


def _forget(session: Session, table: Table, kind: str, ids: Iterable[str]) -> None:
    for batch in rows.batched(ids):
        session.execute(delete(table).where(table.c.kind == kind, table.c.id.in_(batch)))


def dependants(session: Session, kind: str, id: str) -> Sequence[tuple[str, str]]:
    """Kind and id of the records whose forms show something of this one."""
    statement = select(col(RenderedPart.kind), col(RenderedPart.id)).where(
        col(RenderedPart.part_kind) == kind, col(RenderedPart.part_id) == id
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def of(session: Session, kind: str, ids: Iterable[str]) -> Mapping[str, Rendered]:
    """The served forms of some records, by id."""
    found = select(Rendered).where(col(Rendered.kind) == kind, col(Rendered.id).in_(list(ids)))
    return {row.id: row for row in session.scalars(found, execution_options={"populate_existing": True})}


def etag(version: int, digest: str, language: str) -> str:
    """The strong entity tag of a record as it is served in one language."""
    return f'"{version}.{digest}.{language}"'


def is_current(row: Rendered, tag: str) -> bool:
    """Whether an entity tag is of the record as it is now, whatever the language it was read in."""
    return tag in {etag(row.version, row.digest, language) for language in LANGUAGES}


class _Utf8(FunctionElement[bytes]):
    inherit_cache = True
    type = LargeBinary()


def utf8(form: ColumnElement[str]) -> ColumnElement[bytes]:
    """A form as the bytes that are sent: to read it as text and write it out again takes longer than all else about it."""
    return _Utf8(form)


@compiles(_Utf8, "sqlite")
def _sqlite(element: _Utf8, compiler: Any, **options: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **options)} AS BLOB)"


@compiles(_Utf8, "postgresql")
def _postgresql(element: _Utf8, compiler: Any, **options: Any) -> str:
    # As a type of the same bytes that nothing else of ours has: what reads it leaves it as it comes (core/postgresql.py).
    return f"CAST({compiler.process(element.clauses, **options)} AS bpchar)"


def with_display(body: bytes, display: bytes) -> bytes:
    """A served form, complete: the record's bytes and the block in the reader's language."""
    return b'%b,"display":%b}' % (body[:-1], display)


@prepared
def _by(key: str, language: str) -> Select[Any]:
    row = table("rendered", *(column(name) for name in ("kind", "id", "slug", "version", "digest", "whole", f"display_{language}")))
    return select(utf8(row.c.whole), utf8(row.c[f"display_{language}"]), row.c.version, row.c.digest).where(
        row.c.kind == bindparam("kind"), row.c[key] == bindparam("key")
    )


def whole(database: Database, kind: str, value: str, language: str, key: str = "slug") -> tuple[bytes, str] | None:
    """The full form of one record and its strong entity tag, None if nothing public has that slug (or ``id``)."""
    rows = database.rows(_by(key, language), {"kind": kind, "key": value})
    if not rows:
        return None
    body, display, version, digest = rows[0]
    return with_display(body, display), etag(version, digest, language)
