"""Public reads of networks: the list with its filters, one record, and the other representations."""

import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Select, bindparam, column, or_, select, table
from starlette.responses import Response

from citypeers.core import rendered
from citypeers.core.answers import Format, flat, page_body, represented
from citypeers.core.caller import Instance
from citypeers.core.dates import Year
from citypeers.core.db import METADATA, Database, prepared
from citypeers.core.forms import Code, Country, FacetValue
from citypeers.core.index import MAX_QUERY_CHARACTERS
from citypeers.core.pages import Asked, Catalogue, Page, is_one_of
from citypeers.core.problems import Invalid
from citypeers.core.text import LANGUAGES, Line, Text, fold, fold_german, words
from citypeers.domain.networks.models import (
    KIND,
    Category,
    FoundingType,
    MemberKind,
    Network,
    ProfileField,
    Scope,
    Typology,
)
from citypeers.domain.networks.rendering import NOT_STATED
from citypeers.domain.topics.schemas import TopicId

NETWORK = METADATA.tables[str(Network.__tablename__)]
MOST_FOUND = 10_000
"""How many records a text filter looks at, best first."""


class Duration(StrEnum):
    """How long a network is meant to last, or that the source does not say."""

    limited = "limited"
    unlimited = "unlimited"
    not_stated = NOT_STATED


class Facet(StrEnum):
    """What can be counted beside a list."""

    category = "category"
    founding_type = "founding_type"
    typology = "typology"
    topic = "topic"
    work_format = "work_format"
    funding = "funding"
    scope = "scope"
    country = "country"
    municipality = "municipality"
    duration = "duration"
    not_stated = "not_stated"


class NetworkQuery(BaseModel):
    """The parameters of the list of networks: any of a filter's values, all of the filters."""

    model_config = ConfigDict(extra="forbid")

    category: Annotated[list[Category], Field(max_length=20)] = []
    founding_type: Annotated[list[FoundingType], Field(max_length=20)] = []
    typology: Annotated[list[Typology], Field(max_length=20)] = []
    topic: Annotated[list[TopicId], Field(max_length=50)] = []
    work_format: Annotated[list[Code], Field(max_length=50)] = []
    funding: Annotated[list[Code], Field(max_length=50, description="a funding code, or not_stated")] = []
    scope: Annotated[list[Scope], Field(max_length=20)] = []
    country: Annotated[list[Country], Field(max_length=50, description="where members named by the source are")] = []
    municipality: Annotated[list[Line], Field(max_length=50, description="a German municipality named, in any spelling")] = []
    duration: Annotated[list[Duration], Field(max_length=20)] = []
    not_stated: Annotated[list[ProfileField], Field(max_length=20)] = []
    active_in: Annotated[
        Year | None, Field(description="a year in which the network had begun and had not ended, by its stated years")
    ] = None
    q: Annotated[Text | None, Field(max_length=MAX_QUERY_CHARACTERS)] = None
    sort: Annotated[
        str, Field(max_length=100, description="name, founded_year, member_count, updated_at; - descends; several by comma")
    ] = "name"
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None
    facets: Annotated[str | None, Field(max_length=200, description="facets to count, by comma")] = None
    format: Format | None = None


CATALOGUE = Catalogue(
    KIND,
    NETWORK,
    sorts=("founded_year", "member_count", "updated_at"),
    conditions={
        "active_in": (NETWORK.c.founded_year <= bindparam("active_in"))
        & or_(NETWORK.c.end_year.is_(None), NETWORK.c.end_year >= bindparam("active_in")),
        "found": is_one_of(NETWORK.c.id, bindparam("found")),
    },
)
CLOSED: Mapping[Facet, Sequence[str]] = {
    Facet.category: list(Category),
    Facet.founding_type: list(FoundingType),
    Facet.typology: list(Typology),
    Facet.scope: list(Scope),
    Facet.duration: list(Duration),
    Facet.not_stated: list(ProfileField),
}
"""Facets whose values are all shown, those that nothing has included."""


@prepared
def _spelled() -> Select[Any]:
    spelling = table("organisation_spelling", column("folded"), column("organisation_id"))
    place = table("organisation", column("id"), column("name"), column("kind"))
    return (
        select(place.c.name)
        .select_from(spelling.join(place, place.c.id == spelling.c.organisation_id))
        .where(is_one_of(spelling.c.folded, bindparam("folded")), place.c.kind == MemberKind.municipality.value)
    )


def asked(here: Instance, query: NetworkQuery, language: str) -> Asked:
    """What the parameters mean: spellings resolved, texts looked up."""
    chosen: dict[str, Sequence[str]] = {facet.value: getattr(query, facet.value) for facet in Facet}
    if query.municipality:
        chosen["municipality"] = _municipalities(here.database, query.municipality)
    conditions: dict[str, Any] = {}
    if query.active_in is not None:
        conditions["active_in"] = {"active_in": query.active_in}
    if query.q is not None and words(query.q):
        conditions["found"] = {"found": json.dumps(here.index.ids(query.q, KIND, MOST_FOUND))}
    return Asked(
        language=language,
        filters=tuple((facet, tuple(dict.fromkeys(map(str, values)))) for facet, values in chosen.items() if values),
        conditions=conditions,
        sort=CATALOGUE.order(query.sort),
        limit=query.limit,
        cursor=query.cursor,
    )


def _municipalities(database: Database, names: Sequence[str]) -> Sequence[str]:
    folded = json.dumps([form(name) for name in names for form in (fold, fold_german)])
    return [row[0] for row in database.rows(_spelled(), {"folded": folded})] or names


def page(here: Instance, asked: Asked, facets: Sequence[Facet]) -> tuple[Page, dict[str, list[FacetValue]] | None]:
    """One page of networks with its total, and the counts asked for."""
    found = CATALOGUE.page(here.database, asked, here.cursors)
    if not facets:
        return found, None
    return found, {facet.value: _counts(here.database, asked, facet) for facet in facets}


def _counts(database: Database, asked: Asked, facet: Facet) -> list[FacetValue]:
    counted = CATALOGUE.facet(database, asked, facet.value)
    if facet in CLOSED:
        return [FacetValue(value=value, count=counted.get(value, 0)) for value in CLOSED[facet]]
    most_first = sorted(counted.items(), key=lambda pair: (pair[0] == NOT_STATED, -pair[1], pair[0]))
    return [FacetValue(value=value, count=count) for value, count in most_first]


def facets_of(query: NetworkQuery) -> list[Facet]:
    """The facets asked for; refused if one is not offered."""
    names = [name for name in (query.facets or "").split(",") if name]
    if any(name not in set(Facet) for name in names):
        raise Invalid([("query:facets", "facet")])
    return [Facet(name) for name in dict.fromkeys(names)]


def body(found: Page, counts: Mapping[str, Sequence[FacetValue]] | None) -> str:
    """The answer that carries a page."""
    facets = {name: [each.model_dump() for each in values] for name, values in counts.items()} if counts is not None else None
    return page_body(found.items, found.next, found.total, f',"facets":{json.dumps(facets, ensure_ascii=False)}')


def one(database: Database, slug: str, language: str) -> tuple[str, str] | None:
    """One network as it is served, with its entity tag; None if no public one has that slug now."""
    return rendered.whole(database, KIND, slug, language)


def file(here: Instance, query: NetworkQuery, language: str, format: Format) -> Response:
    """The whole filtered set as a file."""
    records = every(here, asked(here, query, language))
    return represented(format, "networks", language, records, COLUMNS, flattened, features)


def every(here: Instance, asked: Asked) -> Iterator[str]:
    """The full forms of the whole filtered set, in order."""
    return CATALOGUE.every(here.database, asked, here.cursors)


COLUMNS = (
    "slug",
    *(f"name_{language}" for language in LANGUAGES[:2]),
    "abbreviation",
    *(f"summary_{language}" for language in LANGUAGES[:2]),
    "category",
    "founding_type",
    "typology",
    "founded",
    "end_year",
    "duration_kind",
    "geographic_scope",
    "member_count",
    "member_count_qualifier",
    "countries_reached",
    "countries",
    "german_municipalities",
    "topics",
    "keywords",
    "work_formats",
    "funding",
    "not_stated",
    "life",
    "websites",
    *(f"{field.value}_{part}" for field in ProfileField for part in ("status", "as_of", "text_en", "text_de")),
    "licence",
    "updated_at",
)
"""The columns of the CSV and XLSX files."""


def flattened(network: Mapping[str, Any]) -> dict[str, Any]:
    """A network as one row."""
    keywords = [keyword.get("en") or next(iter(keyword.values())) for keyword in network["keywords"]]
    row = flat({**network, "keywords": keywords})
    for entry in network["profile"]:
        text = entry["text"] or {}
        row |= flat(
            {
                f"{entry['field']}_status": entry["status"],
                f"{entry['field']}_as_of": entry["as_of"],
                f"{entry['field']}_text": {language: text[language] for language in ("en", "de") if language in text},
            }
        )
    return row


def features(network: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One GeoJSON Point a named place of the network; one without geometry where no place is known (RFC 7946)."""
    about = {name: network[name] for name in ("slug", "name", "category", "founding_type", "founded", "member_count")}
    placed = [member for member in network["members"] if member["latitude"] is not None]
    if not placed:
        return [{"type": "Feature", "geometry": None, "properties": about}]
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [member["longitude"], member["latitude"]]},
            "properties": {**about, "member": member["name"], "country": member["country"], "role": member["role"]},
        }
        for member in placed
    ]
