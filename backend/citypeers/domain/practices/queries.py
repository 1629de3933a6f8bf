"""Reads of practices: the list with its filters, one record, one's own, and the machine."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import bindparam, select
from sqlmodel import Session, col
from starlette.responses import Response

from citypeers.core import lists, newest
from citypeers.core.answers import Format, flat, represented
from citypeers.core.caller import Instance
from citypeers.core.cursors import Cursors
from citypeers.core.db import METADATA
from citypeers.core.forms import Slug
from citypeers.core.lists import Listing, ListQuery
from citypeers.core.pages import Asked, Catalogue, is_one_of
from citypeers.core.principal import Principal
from citypeers.core.rows import etag
from citypeers.core.text import LANGUAGES
from citypeers.domain.practices import policy, rendering, service
from citypeers.domain.practices.models import KIND, Practice, PracticeKind
from citypeers.domain.practices.schemas import (
    LanguageTag,
    OwnPractice,
    OwnPracticePage,
    OwnPracticeQuery,
    PracticeGuardOut,
    PracticeOut,
    PracticeStepOut,
)
from citypeers.domain.practices.states import REFUSAL, TABLE
from citypeers.domain.topics.schemas import TopicId

PRACTICE = METADATA.tables[str(Practice.__tablename__)]


class PracticeFacet(StrEnum):
    """What can be counted beside a list."""

    kind = "kind"
    topic = "topic"
    organisation = "organisation"
    language = "language"


class PracticeQuery(ListQuery):
    """The parameters of the list of practices."""

    kind: Annotated[tuple[PracticeKind, ...], Field(max_length=8)] = ()
    topic: Annotated[tuple[TopicId, ...], Field(max_length=50)] = ()
    organisation: Annotated[tuple[Slug, ...], Field(max_length=50, description="the slug of its publisher")] = ()
    language: Annotated[tuple[LanguageTag, ...], Field(max_length=20, description="in which the work itself is")] = ()
    sort: Annotated[str, Field(max_length=100, description="title, year, updated_at; - descends; several by comma")] = "title"


CLOSED: Mapping[PracticeFacet, Sequence[str]] = {PracticeFacet.kind: list(PracticeKind)}
"""Facets whose values are all shown, those that nothing has included."""
CATALOGUE = Catalogue(
    KIND,
    PRACTICE,
    sorts=("year", "updated_at"),
    conditions={"found": is_one_of(PRACTICE.c.id, bindparam("found"))},
    called="title",
)


def asked(here: Instance, query: PracticeQuery, language: str) -> Asked:
    """What the parameters mean."""
    return lists.asked(here, CATALOGUE, query, language, lists.filters_of(PracticeFacet, query), {})


def file(here: Instance, asked: Asked, language: str, format: Format) -> Response:
    """The whole filtered set as a file."""
    records = CATALOGUE.every(here.database, asked, here.cursors)
    return represented(format, "practices", language, records, COLUMNS, flattened, features)


COLUMNS = (
    "id",
    "kind",
    *(f"title_{language}" for language in LANGUAGES),
    *(f"summary_{language}" for language in LANGUAGES),
    "organisation",
    "publisher",
    "year",
    "languages",
    "licence",
    "link",
    "topics",
    "review_on",
    "origin",
    "data_licence",
    "updated_at",
)
"""The columns of the CSV and XLSX files."""


def flattened(practice: Mapping[str, Any]) -> dict[str, Any]:
    """A practice as one row."""
    return flat({**practice, "organisation": practice["organisation"] and practice["organisation"]["slug"]})


def features(practice: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One GeoJSON feature without geometry: a practice is nowhere (RFC 7946, 3.2)."""
    names = ("id", "kind", "title", "publisher", "year", "link", "topics")
    return [{"type": "Feature", "geometry": None, "properties": {name: practice[name] for name in names}}]


LISTING = Listing(CATALOGUE, PracticeFacet, CLOSED, file)
"""The list of practices as it is answered."""


def get(session: Session, who: Principal, id: str, language: str) -> tuple[PracticeOut, str]:
    """One practice that the reader may see, and its entity tag."""
    practice = policy.practices.find(session, who, col(Practice.id) == id)
    actors = policy.actors(session, who, [practice])[practice.id]
    shown = PracticeOut(
        **dict(rendering.whole(practice)),
        reason=practice.reason if actors else None,
        may=service.may(practice, actors),
        display=rendering.display(practice, language),
    )
    return shown, etag(practice)


def mine(session: Session, who: Principal, query: OwnPracticeQuery, cursors: Cursors) -> OwnPracticePage:
    """A page of the practices that ``who`` may change, the last changed first."""
    where = [policy.practices.change.where(who)]
    if query.state:
        where.append(col(Practice.state).in_(query.state))
    found = newest.page(session, select(Practice).where(*where), Practice, col(Practice.updated_at), query, cursors)
    actors = policy.actors(session, who, found.rows)
    items = [
        OwnPractice(**dict(rendering.row(each)), version=each.version, state=each.state, may=service.may(each, actors[each.id]))
        for each in found.rows
    ]
    return OwnPracticePage(items=items, next=found.next, total=found.total)


def machine() -> list[PracticeStepOut]:
    """The table of steps, for screens and programs."""
    return [
        PracticeStepOut(
            sources=sorted(step.sources),
            verb=step.verb,
            target=step.target,
            who=sorted(step.who),
            needs_reason=step.needs_reason,
            guards=[PracticeGuardOut(guard=guard, refusal=REFUSAL[guard]) for guard in step.guards],
        )
        for step in TABLE
    ]
