"""The three endpoints as FastAPI and SQLModel are commonly used: a session a request, the ORM with selectinload, response_model."""

import os
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException
from fastapi import Query as Parameter
from sqlalchemy import event, func, text
from sqlalchemy.orm import lazyload, selectinload
from sqlmodel import Session, col, create_engine, select

from citypeers.domain.networks.models import MemberKind, Membership, Network, NetworkTopic
from citypeers.domain.networks.rendering import display, member, relation
from citypeers.domain.networks.schemas import Details, Facts, NetworkItem, NetworkOut, NetworkPage
from citypeers.exchange.search.schemas import FoundItem, Kind, SearchPage

engine = create_engine(os.environ["BENCH_DATABASE"], connect_args={"check_same_thread": False}, pool_size=40)
app = FastAPI()
OPENS, CLOSES = "\x02", "\x03"


@event.listens_for(engine, "connect")
def prepare(connection: Any, record: object) -> None:
    """The usual settings of SQLite for a server."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")


def open_session() -> Iterator[Session]:
    """A session for one request."""
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(open_session)]


@app.get("/readyz")
def ready() -> dict[str, str]:
    """Whether it answers."""
    return {"status": "ready"}


def in_list(network: Network) -> dict[str, Any]:
    """The fields of a network in a list."""
    german = [each for each in network.members if each.kind == MemberKind.municipality and each.country == "DE"]
    facts = {name: getattr(network, name) for name in Facts.model_fields if name != "topics"}
    return facts | {
        "id": network.id,
        "topics": [link.topic_id for link in network.topic_links],
        "founded_year": network.founded_year,
        "german_municipalities": list(dict.fromkeys(each.organisation.name if each.organisation else each.name for each in german)),
        "countries": sorted({each.country for each in network.members if each.country}),
        "not_stated": [entry["field"] for entry in network.profile if entry["status"] == "not_stated"],
        "readings": [entry["field"] for entry in network.profile if entry["readings"]],
        "updated_at": network.updated_at,
        "display": display(network, "en"),
    }


@app.get("/api/v1/networks", response_model=NetworkPage)
def page(
    session: SessionDep,
    topic: str | None = None,
    country: str | None = None,
    category: str | None = None,
    founding_type: str | None = None,
    typology: str | None = None,
    scope: str | None = None,
    duration: str | None = None,
    limit: Annotated[int, Parameter(le=100)] = 25,
    offset: int = 0,
) -> NetworkPage:
    """A page of networks."""
    statement = select(Network)
    if topic:
        statement = statement.where(col(Network.id).in_(select(NetworkTopic.network_id).where(NetworkTopic.topic_id == topic)))
    if country:
        statement = statement.where(col(Network.id).in_(select(Membership.network_id).where(Membership.country == country)))
    for column, value in (
        (Network.category, category),
        (Network.founding_type, founding_type),
        (Network.typology, typology),
        (Network.geographic_scope, scope),
        (Network.duration_kind, duration),
    ):
        if value:
            statement = statement.where(column == value)
    total = session.exec(select(func.count()).select_from(statement.with_only_columns(col(Network.id)).subquery())).one()
    statement = statement.options(
        selectinload(Network.members),
        selectinload(Network.topic_links),
        lazyload(Network.relations),  # type: ignore[arg-type]
    )
    rows = session.exec(statement.order_by(text("sort_name"), col(Network.id)).limit(limit).offset(offset)).unique()
    return NetworkPage(items=[NetworkItem(**in_list(network)) for network in rows], next=None, total=total, facets=None)


@app.get("/api/v1/networks/{slug}", response_model=NetworkOut)
def one(session: SessionDep, slug: str) -> NetworkOut:
    """One network."""
    network = session.exec(select(Network).where(Network.slug == slug)).unique().first()
    if network is None:
        raise HTTPException(404)
    return NetworkOut(
        **in_list(network),
        **{name: getattr(network, name) for name in Details.model_fields},
        version=network.version,
        state=network.state,
        licence="CC-BY-4.0",
        published_at=network.published_at,
        members=[member(each) for each in network.members],
        relations=[relation(each) for each in network.relations],
    )


@app.get("/api/v1/search", response_model=SearchPage)
def search(session: SessionDep, q: str, limit: int = 25, offset: int = 0) -> SearchPage:
    """Networks by their words, with SQLite's full text."""
    asked = {"words": " ".join(f'"{word}"' for word in q.replace('"', " ").split()), "limit": limit, "offset": offset}
    connection = session.connection()
    count = text("SELECT count(*) FROM network_fts WHERE network_fts MATCH :words")
    total = connection.execute(count, asked).scalar_one()
    found = connection.execute(
        text(
            "SELECT n.id, snippet(network_fts, -1, char(2), char(3), '…', 30) FROM network_fts f "
            "JOIN network n ON n.rowid = f.rowid "
            "WHERE network_fts MATCH :words ORDER BY f.rank LIMIT :limit OFFSET :offset"
        ),
        asked,
    )
    snippets = {row[0]: row[1] for row in found}
    statement = select(Network).where(col(Network.id).in_(snippets))
    options = (lazyload(Network.members), lazyload(Network.topic_links), lazyload(Network.relations))  # type: ignore[arg-type]
    networks = {network.id: network for network in session.exec(statement.options(*options)).unique()}
    return SearchPage(items=[found_item(networks[id], snippet) for id, snippet in snippets.items()], total=total)


def found_item(network: Network, marked: str) -> FoundItem:
    """One found network, with the marked ranges of its snippet."""
    snippet, highlights = "", []
    for part in marked.split(OPENS):
        word, closes, rest = part.partition(CLOSES)
        if closes:
            highlights.append((len(snippet), len(snippet) + len(word)))
        snippet += word + rest
    return FoundItem(
        kind=Kind.network,
        id=network.id,
        slug=network.slug,
        title=network.name["en"],
        href=f"/networks/{network.slug}",
        snippet=snippet,
        highlights=highlights,
        language="en",
    )
