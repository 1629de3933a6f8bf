"""What is written and read of networks."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant, PartialDate, Year
from citypeers.core.forms import Code, Count, Country, FacetValue, Form, Part, Slug, Source
from citypeers.core.history import Change
from citypeers.core.text import LanguageMap, Line
from citypeers.domain.networks.models import (
    Category,
    DurationKind,
    FieldStatus,
    FoundingType,
    Life,
    MemberKind,
    Origin,
    ProfileField,
    Qualifier,
    RelationKind,
    Scope,
    State,
    Typology,
)
from citypeers.domain.topics.schemas import TopicId

LICENCE = "CC-BY-4.0"


class Reading(Part):
    """One of several things that a source says about the same fact."""

    value: Line
    text: LanguageMap
    where: LanguageMap
    counts: bool
    """Whether the typed fact follows this reading."""


class ProfileEntry(Part):
    """One of the 14 fields, with what is known, what is not, and since when."""

    field: ProfileField
    status: FieldStatus
    text: LanguageMap | None = None
    note: LanguageMap | None = None
    """What stays open, or what the source says where it does not state the field."""
    as_of: PartialDate | None = None
    sources: list[Source] = []
    readings: list[Reading] = []

    @model_validator(mode="after")
    def _one_reading_counts(self) -> Self:
        if self.readings and sum(reading.counts for reading in self.readings) != 1:
            raise PydanticCustomError("one_reading", "exactly one of several readings counts")
        return self


class MemberWrite(Part):
    """A member that the source names."""

    name: Line
    country: Country | None = None
    kind: MemberKind
    role: Line | None = None


class RelationWrite(Part):
    """A relation to another network (by slug) or to an outside organisation (by name)."""

    kind: RelationKind
    network: Slug | None = None
    organisation: LanguageMap | None = None
    note: LanguageMap | None = None

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        if (self.network is None) == (self.organisation is None):
            raise PydanticCustomError("one_target", "a relation leads to a network or to an organisation")
        return self


class FoundingPlace(Part):
    """Where and when the founding meeting was, and which municipalities took part."""

    name: Line
    country: Country
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    on: PartialDate
    participants: list[Line] = []
    source: Source


class Facts(Part):
    """The typed facts and texts that a network is written with and read with alike."""

    slug: Slug
    name: LanguageMap
    long_name: LanguageMap | None = None
    label: LanguageMap
    summary: LanguageMap
    abbreviation: Line | None = None
    category: Category
    founding_type: FoundingType
    typology: Typology | None = None
    founded: PartialDate | None = None
    end_year: Year | None = None
    duration_kind: DurationKind | None = None
    geographic_scope: Scope
    member_count: Count | None = None
    member_count_qualifier: Qualifier | None = None
    countries_reached: Count | None = None
    topics: list[TopicId] = []
    keywords: list[LanguageMap] = []
    work_formats: list[Code] = []
    funding: list[Code] = []
    life: Life = Life.active


class Details(Part):
    """What only the full form of a network holds."""

    origin: Origin = Origin.member
    name_variants: list[Line] = []
    outputs: list[LanguageMap] = []
    emails: list[Line] = []
    websites: list[Line] = []
    result_links: list[Line] = []
    founding_place: FoundingPlace | None = None
    profile: list[ProfileEntry]
    sources: list[Source] = []


class NetworkWrite(Details, Facts):
    """A network as it is saved, whole."""

    members: list[MemberWrite] = []
    relations: list[RelationWrite] = []

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if [entry.field for entry in self.profile] != list(ProfileField):
            raise PydanticCustomError("profile_fields", "a profile has its 14 fields, in order")
        if (self.member_count is None) != (self.member_count_qualifier is None):
            raise PydanticCustomError("qualified_count", "a number of members has a qualifier")
        if self.founded and self.end_year and self.end_year < int(self.founded[:4]):
            raise PydanticCustomError("years", "a network does not end before it is founded")
        return self


class Display(Form):
    """The network's words in the reader's language; ``language`` names what was served."""

    language: str
    name: str
    long_name: str | None
    summary: str


class NetworkRow(Facts):
    """A network in a list, in all its languages."""

    id: str
    founded_year: Year | None
    german_municipalities: list[str]
    countries: list[str]
    """ISO 3166-1 alpha-2 codes of where the named members are."""
    not_stated: list[ProfileField]
    readings: list[ProfileField]
    """Fields for which the source gives two readings."""
    updated_at: Instant


class MemberOut(MemberWrite):
    """A named member with its place, where known (GeoNames, CC BY 4.0)."""

    aliases: list[str]
    latitude: float | None
    longitude: float | None
    population: int | None


class NetworkName(Form):
    """A network, as others name it."""

    slug: str
    name: LanguageMap
    label: LanguageMap


class RelationOut(Part):
    """A relation of this network."""

    kind: RelationKind
    network: NetworkName | None
    organisation: LanguageMap | None
    note: LanguageMap | None


class NetworkWhole(Details, NetworkRow):
    """Everything about a network, in all its languages."""

    version: int
    state: State
    licence: str
    published_at: Instant | None
    members: list[MemberOut]
    relations: list[RelationOut]


class NetworkItem(NetworkRow):
    """A network in a list, with its words in the reader's language."""

    display: Display


class NetworkOut(NetworkWhole):
    """One network, with its words in the reader's language."""

    display: Display


class NetworkPage(Form):
    """A page of networks; ``facets`` only where asked for."""

    items: list[NetworkItem]
    next: str | None
    total: int
    facets: dict[str, list[FacetValue]] | None


class Direction(StrEnum):
    outgoing = "outgoing"
    incoming = "incoming"


class DirectedRelation(RelationOut):
    """A relation, seen from one network."""

    direction: Direction


class RelationPage(Form):
    """All relations of one network, in both directions; the page is always whole."""

    items: list[DirectedRelation]
    next: str | None
    total: int


class RevisionOut(Form):
    """One saved version: when, by whom, and what was different."""

    number: int
    at: Instant
    actor: str
    state: State
    reason: str | None
    changes: list[Change]


class RevisionPage(Form):
    """All versions of one network, the newest first; the page is always whole."""

    items: list[RevisionOut]
    next: str | None
    total: int
