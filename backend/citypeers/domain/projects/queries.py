"""Public reads of projects: the list with its filters, one record, and the other representations."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import ConfigDict, Field
from sqlalchemy import bindparam
from starlette.responses import Response

from citypeers.core import lists, rendered
from citypeers.core.answers import Format, flat, represented
from citypeers.core.caller import Instance
from citypeers.core.db import METADATA, Database
from citypeers.core.forms import Country, Form, Slug
from citypeers.core.lists import NOT_STATED, Listing, ListQuery
from citypeers.core.pages import Asked, Catalogue, is_one_of
from citypeers.core.problems import NotFound
from citypeers.core.rows import Id
from citypeers.core.text import LANGUAGES
from citypeers.domain.networks.models import Origin
from citypeers.domain.projects.budget import Band
from citypeers.domain.projects.models import KIND, Maturity, Project
from citypeers.domain.projects.places import PlaceAsked
from citypeers.domain.projects.schemas import CharterPoint, Goal
from citypeers.domain.topics.schemas import TopicId

PROJECT = METADATA.tables[str(Project.__tablename__)]
LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]


class Facet(StrEnum):
    """What can be counted beside a list."""

    country = "country"
    organisation = "organisation"
    topic = "topic"
    sdg = "sdg"
    charter_point = "charter_point"
    maturity = "maturity"
    budget_band = "budget_band"
    language = "language"
    has_lessons = "has_lessons"
    replicated = "replicated"
    origin = "origin"
    practice = "practice"
    place = "place"


class MaturityAsked(StrEnum):
    """A maturity, or that the source does not say."""

    idea = "idea"
    planned = "planned"
    pilot = "pilot"
    running = "running"
    completed = "completed"
    scaled = "scaled"
    discontinued = "discontinued"
    not_stated = NOT_STATED


class BandAsked(StrEnum):
    """An order of magnitude in euro, or that the source does not say."""

    under_100k = "under_100k"
    from_100k = "from_100k"
    from_1m = "from_1m"
    from_10m = "from_10m"
    from_100m = "from_100m"
    not_stated = NOT_STATED


class YesOrNo(StrEnum):
    true = "true"
    false = "false"


class ProjectFilters(Form):
    """By which facts projects are filtered."""

    model_config = ConfigDict(extra="forbid")

    country: Annotated[tuple[Country, ...], Field(max_length=50, description="of its places and of its lead")] = ()
    organisation: Annotated[tuple[Slug, ...], Field(max_length=50, description="the slug of its lead")] = ()
    topic: Annotated[tuple[TopicId, ...], Field(max_length=50)] = ()
    sdg: Annotated[tuple[Goal, ...], Field(max_length=17)] = ()
    charter_point: Annotated[tuple[CharterPoint, ...], Field(max_length=12)] = ()
    maturity: Annotated[tuple[MaturityAsked, ...], Field(max_length=8)] = ()
    budget_band: Annotated[tuple[BandAsked, ...], Field(max_length=6)] = ()
    language: Annotated[tuple[LanguageTag, ...], Field(max_length=20, description="in which its title and summary are")] = ()
    has_lessons: Annotated[tuple[YesOrNo, ...], Field(max_length=2)] = ()
    replicated: Annotated[tuple[YesOrNo, ...], Field(max_length=2, description="whether another city has done it again")] = ()
    origin: Annotated[tuple[Origin, ...], Field(max_length=2)] = ()
    practice: Annotated[tuple[Id, ...], Field(max_length=50, description="the id of a published one that it names")] = ()
    place: Annotated[tuple[PlaceAsked, ...], Field(max_length=50)] = ()


class ProjectQuery(ProjectFilters, ListQuery):
    """The parameters of the list of projects."""

    sort: Annotated[str, Field(max_length=100, description="title, start, end, updated_at; - descends; several by comma")] = "title"


CLOSED: Mapping[Facet, Sequence[str]] = {
    Facet.maturity: [*Maturity, NOT_STATED],
    Facet.budget_band: [*Band, NOT_STATED],
    Facet.has_lessons: list(YesOrNo),
    Facet.replicated: list(YesOrNo),
    Facet.origin: list(Origin),
}
"""Facets whose values are all shown, those that nothing has included."""
CATALOGUE = Catalogue(
    KIND,
    PROJECT,
    sorts=("start", "end", "updated_at"),
    conditions={"found": is_one_of(PROJECT.c.id, bindparam("found"))},
    called="title",
)


def asked(here: Instance, query: ProjectQuery, language: str) -> Asked:
    """What the parameters mean."""
    return lists.asked(here, CATALOGUE, query, language, lists.filters_of(Facet, query), {})


def one(database: Database, id: str, language: str) -> tuple[bytes, str, str]:
    """One live project as it is served, its language and its entity tag; 404 if there is none."""
    served = rendered.whole(database, KIND, id, language, "id")
    if served is None:
        raise NotFound
    return served[0], language, served[1]


def file(here: Instance, asked: Asked, language: str, format: Format) -> Response:
    """The whole filtered set as a file."""
    records = CATALOGUE.every(here.database, asked, here.cursors)
    return represented(format, "projects", language, records, COLUMNS, flattened, features)


COLUMNS = (
    "id",
    *(f"title_{language}" for language in LANGUAGES),
    *(f"summary_{language}" for language in LANGUAGES),
    "organisation",
    "country",
    "places",
    "maturity",
    "start",
    "end",
    "budget_amount",
    "budget_currency",
    "budget_year",
    "budget_band",
    "topics",
    "sdgs",
    "charter_points",
    "funding_sources",
    "lessons",
    "replicated",
    "origin",
    "website",
    "sources",
    "data_licence",
    "updated_at",
)
"""The columns of the CSV and XLSX files."""


def flattened(project: Mapping[str, Any]) -> dict[str, Any]:
    """A project as one row."""
    budget = project["budget"] or {}
    return flat(
        {
            **project,
            "organisation": project["organisation"]["slug"],
            "places": [f"{place['name']}, {place['country']}" for place in project["places"]],
            "budget_amount": budget.get("amount"),
            "budget_currency": budget.get("currency"),
            "budget_year": budget.get("year"),
            "funding_sources": [_english(each) for each in project["funding_sources"]],
            "lessons": [_english(lesson["advice"] or lesson["happened"]) for lesson in project["lessons"]],
            "sources": [source["url"] or _english(source["label"]) for source in project["sources"]],
        }
    )


def _english(texts: Mapping[str, str]) -> str:
    """The English text, or another."""
    return texts.get("en") or next(iter(texts.values()))


def features(project: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One GeoJSON Point a place of the project; one without geometry where no place is known (RFC 7946)."""
    names = ("id", "title", "country", "maturity", "start", "end", "topics", "sdgs")
    about = {**{name: project[name] for name in names}, "organisation": project["organisation"]["slug"]}
    placed = [place for place in project["places"] if place["latitude"] is not None]
    if not placed:
        return [{"type": "Feature", "geometry": None, "properties": about}]
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]},
            "properties": {**about, "country": place["country"], "place": place["name"]},
        }
        for place in placed
    ]


LISTING = Listing(CATALOGUE, Facet, CLOSED, file)
"""The list of projects as it is answered."""
