"""Public reads of networks: the list with its filters, one record, and the other representations."""

import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select, bindparam, column, or_, select, table
from starlette.responses import Response

from citypeers.core import lists, rendered
from citypeers.core.answers import Format, flat, represented
from citypeers.core.caller import Instance
from citypeers.core.dates import Year
from citypeers.core.db import METADATA, Database, prepared
from citypeers.core.forms import Code, Country
from citypeers.core.lists import NOT_STATED, Listing, ListQuery
from citypeers.core.pages import Asked, Catalogue, is_one_of
from citypeers.core.text import LANGUAGES, Line, fold, fold_german
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
from citypeers.domain.topics.schemas import TopicId

NETWORK = METADATA.tables[str(Network.__tablename__)]


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


class NetworkQuery(ListQuery):
    """The parameters of the list of networks."""

    category: Annotated[tuple[Category, ...], Field(max_length=20)] = ()
    founding_type: Annotated[tuple[FoundingType, ...], Field(max_length=20)] = ()
    typology: Annotated[tuple[Typology, ...], Field(max_length=20)] = ()
    topic: Annotated[tuple[TopicId, ...], Field(max_length=50)] = ()
    work_format: Annotated[tuple[Code, ...], Field(max_length=50)] = ()
    funding: Annotated[tuple[Code, ...], Field(max_length=50, description="a funding code, or not_stated")] = ()
    scope: Annotated[tuple[Scope, ...], Field(max_length=20)] = ()
    country: Annotated[tuple[Country, ...], Field(max_length=50, description="where members named by the source are")] = ()
    municipality: Annotated[tuple[Line, ...], Field(max_length=50, description="a German municipality named, in any spelling")] = ()
    duration: Annotated[tuple[Duration, ...], Field(max_length=20)] = ()
    not_stated: Annotated[tuple[ProfileField, ...], Field(max_length=20)] = ()
    active_in: Annotated[
        Year | None, Field(description="a year in which the network had begun and had not ended, by its stated years")
    ] = None
    sort: Annotated[
        str, Field(max_length=100, description="name, founded_year, member_count, updated_at; - descends; several by comma")
    ] = "name"


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
    chosen = lists.filters_of(Facet, query)
    if query.municipality:
        chosen["municipality"] = _municipalities(here.database, query.municipality)
    active = {} if query.active_in is None else {"active_in": {"active_in": query.active_in}}
    return lists.asked(here, CATALOGUE, query, language, chosen, active)


def _municipalities(database: Database, names: Sequence[str]) -> Sequence[str]:
    folded = json.dumps([form(name) for name in names for form in (fold, fold_german)])
    return [row[0] for row in database.rows(_spelled(), {"folded": folded})] or names


def one(database: Database, slug: str, language: str) -> tuple[bytes, str] | None:
    """One network as it is served, with its entity tag; None if no public one has that slug now."""
    return rendered.whole(database, KIND, slug, language)


def file(here: Instance, asked: Asked, language: str, format: Format) -> Response:
    """The whole filtered set as a file."""
    records = every(here, asked)
    return represented(format, "networks", language, records, COLUMNS, flattened, features)


def every(here: Instance, asked: Asked) -> Iterator[bytes]:
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


LISTING = Listing(CATALOGUE, Facet, CLOSED, file)
"""The list of networks as it is answered."""
