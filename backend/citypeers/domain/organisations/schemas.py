"""What is written and read of organisations."""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant, PartialDate, first_day, last_day
from citypeers.core.forms import Count, Country, FacetValue, Form, Part, Slug, Source
from citypeers.core.text import LanguageMap, Line, Text
from citypeers.domain.organisations.models import NameKind, OrganisationKind

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


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


def _overlap(earlier: DatedName, later: DatedName) -> bool:
    """Whether two names of one kind certainly were borne on one day, or the wrong way round; partial dates may touch."""
    begins = later.valid_from or later.observed_on
    if earlier.valid_to is None or begins is None:
        return True
    return last_day(begins) <= first_day(earlier.valid_to)


class DatedNameWrite(DatedName):
    """A dated name as it is written."""


class SourceWrite(Source):
    """A source as it is written."""


class OrganisationFacts(Part):
    """What an organisation is written with and read with alike; the place is from GeoNames, CC BY 4.0."""

    slug: Slug
    name: Line
    """The one name under which lists show it, whatever the reader's language."""
    label: LanguageMap
    kind: OrganisationKind
    country: Country | None = None
    aliases: list[Line] = []
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    population: Count | None = None
    geonames_id: Count | None = None
    website: Line | None = None


class OrganisationDocument(OrganisationFacts):
    """An organisation as it is kept, whole; ``parent`` and ``successor`` are slugs."""

    names: list[DatedNameWrite] = []
    parent: Slug | None = None
    successor: Slug | None = None
    sources: list[SourceWrite] = []


class OrganisationWrite(OrganisationDocument):
    """An organisation as it is saved, whole: what is kept since before may be less strict."""

    longitude: Longitude | None = Field(default=None, validate_default=True)

    @field_validator("longitude")
    @classmethod
    def _whole_place(cls, longitude: float | None, info: ValidationInfo) -> float | None:
        if "latitude" in info.data and (longitude is None) != (info.data["latitude"] is None):
            raise PydanticCustomError("place_whole", "a place has both coordinates")
        return longitude

    @field_validator("website")
    @classmethod
    def _web_address(cls, website: str | None) -> str | None:
        if website is not None and not website.startswith(("https://", "http://")):
            raise PydanticCustomError("web_address", "a website is an address of the web")
        return website

    @field_validator("names")
    @classmethod
    def _names_in_order(cls, names: list[DatedNameWrite]) -> list[DatedNameWrite]:
        for kind in NameKind:
            if any(_overlap(*pair) for pair in pairwise([name for name in names if name.kind is kind])):
                raise PydanticCustomError("names_in_order", "names of one kind follow one another")
        return names


class OrganisationPatch(Part):
    """A merge patch of an organisation (RFC 7396): what is left out stays, null takes away, lists are replaced whole."""

    name: Line | None = None
    label: dict[str, Text | None] | None = None
    kind: OrganisationKind | None = None
    country: Country | None = None
    aliases: list[Line] | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    population: Count | None = None
    geonames_id: Count | None = None
    website: Line | None = None
    names: list[DatedNameWrite] | None = None
    parent: Slug | None = None
    successor: Slug | None = None
    sources: list[SourceWrite] | None = None


class OrganisationVerb(StrEnum):
    """What can be done with an organisation."""

    change = "change"


class OrganisationMay(Form):
    """What the reader may do with an organisation, and which of its fields the reader may change."""

    may: list[OrganisationVerb]
    fields: list[str]


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


class OrganisationDisplay(Form):
    """The organisation's name in the reader's language; ``language`` names what was served."""

    language: str
    name: str


class OrganisationItem(OrganisationRow):
    """An organisation in a list, with its name in the reader's language."""

    display: OrganisationDisplay


class OrganisationOut(OrganisationWhole):
    """One organisation, with its name in the reader's language."""

    display: OrganisationDisplay


class OrganisationPage(Form):
    """A page of organisations; ``facets`` only where asked for."""

    items: list[OrganisationItem]
    next: str | None
    total: int
    facets: dict[str, list[FacetValue]] | None
