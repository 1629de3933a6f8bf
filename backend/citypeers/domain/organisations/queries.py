"""Public reads of organisations: the list with its filters, one record, and the other representations."""

import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import bindparam
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core import rendered
from citypeers.core.answers import Format, flat, page_body, represented
from citypeers.core.caller import Instance
from citypeers.core.db import METADATA, Database
from citypeers.core.forms import Country, FacetValue
from citypeers.core.index import MAX_QUERY_CHARACTERS
from citypeers.core.pages import Asked, Catalogue, Page, is_one_of
from citypeers.core.problems import Invalid, NotFound
from citypeers.core.text import LANGUAGES, Text, words
from citypeers.domain.organisations.models import KIND, Organisation, OrganisationKind

ORGANISATION = METADATA.tables[str(Organisation.__tablename__)]
MOST_FOUND = 10_000
"""How many records a text filter looks at, best first."""


class Facet(StrEnum):
    """What can be counted beside a list."""

    kind = "kind"
    country = "country"


class OrganisationQuery(BaseModel):
    """The parameters of the list of organisations: any of a filter's values, all of the filters."""

    model_config = ConfigDict(extra="forbid")

    kind: Annotated[list[OrganisationKind], Field(max_length=20)] = []
    country: Annotated[list[Country], Field(max_length=50)] = []
    q: Annotated[Text | None, Field(max_length=MAX_QUERY_CHARACTERS)] = None
    sort: Annotated[str, Field(max_length=100, description="name, population, updated_at; - descends; several by comma")] = "name"
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None
    facets: Annotated[str | None, Field(max_length=200, description="facets to count, by comma")] = None
    format: Format | None = None


CATALOGUE = Catalogue(
    KIND,
    ORGANISATION,
    sorts=("population", "updated_at"),
    conditions={
        "found": is_one_of(ORGANISATION.c.id, bindparam("found")),
        "within": is_one_of(ORGANISATION.c.id, bindparam("within")),
    },
)


def asked(here: Instance, query: OrganisationQuery, language: str, within: Sequence[str] | None = None) -> Asked:
    """What the parameters mean; ``within`` are the ids that the list is kept to."""
    chosen: dict[str, Sequence[str]] = {facet.value: getattr(query, facet.value) for facet in Facet}
    conditions: dict[str, Any] = {}
    if query.q is not None and words(query.q):
        conditions["found"] = {"found": json.dumps(here.index.ids(query.q, KIND, MOST_FOUND))}
    if within is not None:
        conditions["within"] = {"within": json.dumps(within)}
    return Asked(
        language=language,
        filters=tuple((facet, tuple(dict.fromkeys(map(str, values)))) for facet, values in chosen.items() if values),
        conditions=conditions,
        sort=CATALOGUE.order(query.sort),
        limit=query.limit,
        cursor=query.cursor,
    )


def page(here: Instance, asked: Asked, facets: Sequence[Facet]) -> tuple[Page, dict[str, list[FacetValue]] | None]:
    """One page of organisations with its total, and the counts asked for."""
    found = CATALOGUE.page(here.database, asked, here.cursors)
    if not facets:
        return found, None
    return found, {facet.value: _counts(here.database, asked, facet) for facet in facets}


def _counts(database: Database, asked: Asked, facet: Facet) -> list[FacetValue]:
    counted = CATALOGUE.facet(database, asked, facet.value)
    if facet is Facet.kind:
        return [FacetValue(value=value, count=counted.get(value, 0)) for value in OrganisationKind]
    most_first = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [FacetValue(value=value, count=count) for value, count in most_first]


def facets_of(query: OrganisationQuery) -> list[Facet]:
    """The facets asked for; refused if one is not offered."""
    names = [name for name in (query.facets or "").split(",") if name]
    if any(name not in set(Facet) for name in names):
        raise Invalid([("query:facets", "facet")])
    return [Facet(name) for name in dict.fromkeys(names)]


def body(found: Page, counts: Mapping[str, Sequence[FacetValue]] | None) -> str:
    """The answer that carries a page."""
    facets = {name: [each.model_dump() for each in values] for name, values in counts.items()} if counts is not None else None
    return page_body(found.items, found.next, found.total, f',"facets":{json.dumps(facets, ensure_ascii=False)}')


def found(database: Database, key: str, language: str) -> tuple[str, str, str]:
    """One organisation by slug or id as it is served, its language and its entity tag; 404 if there is none."""
    served = rendered.whole(database, KIND, key, language) or rendered.whole(database, KIND, key, language, "id")
    if served is None:
        raise NotFound
    return served[0], language, served[1]


def written(session: Session, id: str, language: str) -> tuple[str, str]:
    """One organisation as it is served once the transaction ends, and its entity tag."""
    session.flush()
    row = rendered.of(session, KIND, [id])[id]
    display: str = getattr(row, f"display_{language}")
    return rendered.with_display(row.whole, display), rendered.etag(row.version, row.digest, language)


def file(here: Instance, asked: Asked, language: str, format: Format) -> Response:
    """The whole filtered set as a file."""
    records: Iterator[str] = CATALOGUE.every(here.database, asked, here.cursors)
    return represented(format, "organisations", language, records, COLUMNS, flat, features)


COLUMNS = (
    "slug",
    "name",
    *(f"label_{language}" for language in LANGUAGES),
    "kind",
    "country",
    "aliases",
    "latitude",
    "longitude",
    "population",
    "geonames_id",
    "website",
    "licence",
    "updated_at",
)
"""The columns of the CSV and XLSX files."""


def features(organisation: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One GeoJSON feature, without geometry where no place is known (RFC 7946)."""
    about = {name: organisation[name] for name in ("slug", "name", "label", "kind", "country", "population")}
    place = None
    if organisation["latitude"] is not None and organisation["longitude"] is not None:
        place = {"type": "Point", "coordinates": [organisation["longitude"], organisation["latitude"]]}
    return [{"type": "Feature", "geometry": place, "properties": about}]
