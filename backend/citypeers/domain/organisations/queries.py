"""Public reads of organisations: the list with its filters, one record, and the other representations."""

import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import bindparam
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core import lists, rendered
from citypeers.core.answers import Format, flat, represented
from citypeers.core.caller import Instance
from citypeers.core.db import METADATA, Database
from citypeers.core.forms import Country
from citypeers.core.lists import Listing, ListQuery
from citypeers.core.pages import Asked, Catalogue, is_one_of
from citypeers.core.problems import NotFound
from citypeers.core.text import LANGUAGES
from citypeers.domain.organisations.models import KIND, Organisation, OrganisationKind

ORGANISATION = METADATA.tables[str(Organisation.__tablename__)]


class Facet(StrEnum):
    """What can be counted beside a list."""

    kind = "kind"
    country = "country"


class OrganisationQuery(ListQuery):
    """The parameters of the list of organisations."""

    kind: Annotated[tuple[OrganisationKind, ...], Field(max_length=20)] = ()
    country: Annotated[tuple[Country, ...], Field(max_length=50)] = ()
    sort: Annotated[str, Field(max_length=100, description="name, population, updated_at; - descends; several by comma")] = "name"


CLOSED: Mapping[Facet, Sequence[str]] = {Facet.kind: list(OrganisationKind)}
"""Facets whose values are all shown, those that nothing has included."""
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
    chosen = lists.filters_of(Facet, query)
    kept = {} if within is None else {"within": {"within": json.dumps(within)}}
    return lists.asked(here, CATALOGUE, query, language, chosen, kept)


def found(database: Database, key: str, language: str) -> tuple[bytes, str, str]:
    """One organisation by slug or id as it is served, its language and its entity tag; 404 if there is none."""
    served = rendered.whole(database, KIND, key, language) or rendered.whole(database, KIND, key, language, "id")
    if served is None:
        raise NotFound
    return served[0], language, served[1]


def written(session: Session, id: str, language: str) -> tuple[bytes, str]:
    """One organisation as it is served once the transaction ends, and its entity tag."""
    session.flush()
    row = rendered.of(session, KIND, [id])[id]
    display: str = getattr(row, f"display_{language}")
    return rendered.with_display(row.whole.encode(), display.encode()), rendered.etag(row.version, row.digest, language)


def file(here: Instance, asked: Asked, language: str, format: Format) -> Response:
    """The whole filtered set as a file."""
    records: Iterator[bytes] = CATALOGUE.every(here.database, asked, here.cursors)
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


LISTING = Listing(CATALOGUE, Facet, CLOSED, file)
"""The list of organisations as it is answered."""
