"""Organisations: municipalities, ministries, associations and others that act in networks."""

from enum import StrEnum
from typing import Any

from sqlmodel import Field, Relationship, SQLModel

from citypeers.core.dates import LONGEST_PARTIAL_DATE
from citypeers.core.rows import Json, Record, choice

KIND = "organisation"
LanguageMap = dict[str, str]


class OrganisationKind(StrEnum):
    municipality = "municipality"
    county = "county"
    region = "region"
    state = "state"
    national_ministry = "national_ministry"
    public_agency = "public_agency"
    association = "association"
    research = "research"
    company = "company"
    ngo = "ngo"
    network = "network"
    other = "other"


class NameKind(StrEnum):
    official = "official"
    short = "short"
    former = "former"


class OrganisationName(SQLModel, table=True):
    """A name that an organisation bore, and when."""

    __tablename__ = "organisation_name"

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", max_length=32, ondelete="CASCADE")
    position: int = Field(primary_key=True)
    name: LanguageMap = Field(sa_type=Json)
    kind: NameKind = Field(sa_type=choice(NameKind))
    valid_from: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    valid_to: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    observed_on: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)


class OrganisationSpelling(SQLModel, table=True):
    """One folded spelling of an organisation's name, in any language."""

    __tablename__ = "organisation_spelling"

    folded: str = Field(primary_key=True, max_length=300)
    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", max_length=32, index=True, ondelete="CASCADE")


class Organisation(Record, table=True):
    """An organisation, with its place (GeoNames, CC BY 4.0)."""

    slug: str = Field(max_length=120, unique=True)
    name: str = Field(max_length=300)
    label: LanguageMap = Field(sa_type=Json)
    kind: OrganisationKind = Field(sa_type=choice(OrganisationKind), index=True)
    country: str | None = Field(default=None, max_length=2, index=True)
    aliases: list[str] = Field(default_factory=list, sa_type=Json)
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = Field(default=None, index=True)
    geonames_id: int | None = None
    website: str | None = Field(default=None, max_length=300)
    parent_id: str | None = Field(default=None, foreign_key="organisation.id", max_length=32, index=True)
    successor_id: str | None = Field(default=None, foreign_key="organisation.id", max_length=32, index=True)
    sources: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)

    names: list[OrganisationName] = Relationship(
        sa_relationship_kwargs={"order_by": "OrganisationName.position", "cascade": "all, delete-orphan", "lazy": "select"}
    )
    parent: "Organisation" = Relationship(
        sa_relationship_kwargs={"foreign_keys": "Organisation.parent_id", "remote_side": "Organisation.id", "viewonly": True}
    )
    successor: "Organisation" = Relationship(
        sa_relationship_kwargs={"foreign_keys": "Organisation.successor_id", "remote_side": "Organisation.id", "viewonly": True}
    )
