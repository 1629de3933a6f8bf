"""Search across nouns: what of each is searched, and the index kept in step with the log."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Select, bindparam, column, literal, select, table
from sqlmodel import Session, col

from citypeers.core import counters, outbox
from citypeers.core.db import Database, prepared
from citypeers.core.index import IndexWriter, Searchable, TextIndex
from citypeers.core.pages import is_one_of
from citypeers.core.rendered import Rendered
from citypeers.core.rows import batched
from citypeers.domain.networks import models as networks
from citypeers.domain.networks import searching as network_search
from citypeers.domain.networks.schemas import NetworkWhole
from citypeers.domain.organisations import models as organisations
from citypeers.domain.organisations import rendering as organisation_search
from citypeers.domain.organisations.schemas import OrganisationWhole
from citypeers.domain.practices import models as practices
from citypeers.domain.practices import rendering as practice_search
from citypeers.domain.practices.schemas import PracticeWhole
from citypeers.domain.projects import models as projects
from citypeers.domain.projects import rendering as project_search
from citypeers.domain.projects.schemas import ProjectWhole
from citypeers.domain.topics import models as topics
from citypeers.domain.topics import service as topic_service
from citypeers.domain.topics.schemas import TopicWhole
from citypeers.exchange.search.schemas import FoundItem, Kind, SearchPage, SearchQuery

Labels = Mapping[str, Mapping[str, str]]
SEARCHABLE: Mapping[str, Callable[[str, Labels], Searchable]] = {
    networks.KIND: lambda body, labels: network_search.searchable(NetworkWhole.model_validate_json(body), labels),
    organisations.KIND: lambda body, labels: organisation_search.searchable(OrganisationWhole.model_validate_json(body)),
    projects.KIND: lambda body, labels: project_search.searchable(ProjectWhole.model_validate_json(body), labels),
    practices.KIND: lambda body, labels: practice_search.searchable(PracticeWhole.model_validate_json(body), labels),
    topics.KIND: lambda body, labels: topic_service.searchable(TopicWhole.model_validate_json(body)),
}
"""How the public form of each kind is searched."""
READ_SIZE = 1_000


@prepared
def _still_public() -> Select[Any]:
    row = table("rendered", column("kind"), column("id"))
    # The kinds are named so that the key of the table, which begins with them, leads to the ids.
    kinds = [literal(kind.value) for kind in Kind]
    return select(row.c.kind, row.c.id).where(row.c.kind.in_(kinds), is_one_of(row.c.id, bindparam("ids")))


def search(index: TextIndex, database: Database, asked: SearchQuery, language: str) -> SearchPage:
    """The best public records for a query, with the exact total."""
    hits, total = index.search(asked.q, language, [kind.value for kind in asked.kind], asked.limit, asked.offset)
    # The index may be a moment behind: what was withdrawn meanwhile is left out.
    public = set(database.rows(_still_public(), {"ids": json.dumps([hit.id for hit in hits])})) if hits else set()
    items = [
        FoundItem(
            kind=Kind(hit.kind),
            id=hit.id,
            slug=hit.slug,
            title=hit.title,
            href=hit.href,
            snippet=hit.snippet,
            highlights=hit.highlights,
            language=hit.language,
        )
        for hit in hits
        if (hit.kind, hit.id) in public
    ]
    return SearchPage(items=items, total=total - (len(hits) - len(items)))


def answer(index: TextIndex, database: Database, asked: SearchQuery, language: str) -> str:
    """The body that a search is answered with."""
    return search(index, database, asked, language).model_dump_json()


class Indexer:
    """Follows the log and keeps this host's index in step with what is public."""

    def __init__(self, writer: IndexWriter) -> None:
        self._writer = writer

    def position(self) -> int:
        """The last event whose effect is in the index."""
        return self._writer.position()

    def consume(self, session: Session, events: Sequence[outbox.Happened]) -> None:
        """Index what the events are about as it is now; several about one record cost one."""
        about = dict.fromkeys((event.kind, event.subject) for event in events)
        self._writer.write(_public(session, about), about, events[-1].position)


def _public(session: Session, about: Iterable[tuple[str, str]]) -> Iterator[Searchable]:
    """Those of some records that are public, read a few at a time."""
    wanted: dict[str, list[str]] = {}
    for kind, id in about:
        wanted.setdefault(kind, []).append(id)
    labels = topic_service.labels(session)
    for kind, ids in wanted.items():
        for some in batched(ids, READ_SIZE):
            found = select(col(Rendered.whole)).where(col(Rendered.kind) == kind, col(Rendered.id).in_(some))
            for whole in session.scalars(found):
                yield SEARCHABLE[kind](whole, labels)


def rebuild(database: Database, writer: IndexWriter) -> int:
    """Build the index anew from one state of the database; returns the number of records."""
    with database.reading() as session:
        position = counters.read(session, counters.Name.outbox)
        return writer.rebuild(_everything(session), position)


def _everything(session: Session) -> Iterator[Searchable]:
    labels = topic_service.labels(session)
    statement = select(col(Rendered.kind), col(Rendered.whole)).execution_options(yield_per=READ_SIZE)
    for kind, whole in session.execute(statement):
        yield SEARCHABLE[kind](whole, labels)


def catch_up(database: Database, folder: Path) -> int:
    """Bring the index up to the log's end, building it anew where the log no longer reaches back; returns the events taken in."""
    writer = IndexWriter(folder)
    try:
        return follow_up(database, writer)
    finally:
        writer.close()


def follow_up(database: Database, writer: IndexWriter) -> int:
    """As :func:`catch_up`, with a writer that is open already."""
    with database.reading() as session:
        earliest, newest = outbox.reaches_back_to(session), counters.read(session, counters.Name.outbox)
    position = writer.position()
    if not earliest <= position <= newest:
        return rebuild(database, writer)
    return outbox.deliver(database, Indexer(writer))
