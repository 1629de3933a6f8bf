"""What is written and read of organisations."""

from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant, PartialDate, first_day, last_day
from citypeers.core.forms import Count, Country, FacetValue, Part, Slug, Source
from citypeers.core.text import LanguageMap, Line
from citypeers.domain.organisations.models import NameKind, OrganisationKind


class Dated(Part):
    """Since when a fact is true, until when, and when it was seen to be so; partial dates, bounds included."""

    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    observed_on: PartialDate | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        begins = self.valid_from or self.observed_on
        if begins and self.valid_to and last_day(self.valid_to) < first_day(begins):
            raise PydanticCustomError("dates_in_order", "a fact does not end before it begins")
        return self


class DatedName(Dated):
    """A name that the organisation bears or bore."""

    name: LanguageMap
    kind: NameKind = NameKind.official


class OrganisationFacts(Part):
    """What an organisation is written with and read with alike; the place is from GeoNames, CC BY 4.0."""

    slug: Slug
    name: Line
    """The one name under which lists show it, whatever the reader's language."""
    label: LanguageMap
    kind: OrganisationKind
    country: Country | None = None
    aliases: list[Line] = []
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    population: Count | None = None
    geonames_id: Count | None = None
    website: Line | None = None


class OrganisationWrite(OrganisationFacts):
    """An organisation as it is saved, whole; ``parent`` and ``successor`` are slugs."""

    names: list[DatedName] = []
    parent: Slug | None = None
    successor: Slug | None = None
    sources: list[Source] = []


class OrganisationLink(Part):
    """An organisation, as others name it."""

    slug: str
    name: str
    label: LanguageMap


class OrganisationRow(OrganisationFacts):
    """An organisation in a list, in all its languages."""

    id: str
    updated_at: Instant


class OrganisationWhole(OrganisationRow):
    """Everything about an organisation, in all its languages."""

    version: int
    licence: str
    names: list[DatedName]
    parent: OrganisationLink | None
    successor: OrganisationLink | None
    sources: list[Source]


class OrganisationDisplay(BaseModel):
    """The organisation's name in the reader's language; ``language`` names what was served."""

    language: str
    name: str


class OrganisationItem(OrganisationRow):
    """An organisation in a list, with its name in the reader's language."""

    display: OrganisationDisplay


class OrganisationOut(OrganisationWhole):
    """One organisation, with its name in the reader's language."""

    display: OrganisationDisplay


class OrganisationPage(BaseModel):
    """A page of organisations; ``facets`` only where asked for."""

    items: list[OrganisationItem]
    next: str | None
    total: int
    facets: dict[str, list[FacetValue]] | None
