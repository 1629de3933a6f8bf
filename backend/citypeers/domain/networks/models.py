"""Networks of cities and what is known of them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, Relationship, SQLModel

from citypeers.core.dates import LONGEST_PARTIAL_DATE, UTCDateTime
from citypeers.core.rows import Json, Record, choice, new_id
from citypeers.domain.organisations.models import Organisation

KIND = "network"
LanguageMap = dict[str, str]


class Category(StrEnum):
    """The four groups of the inventory's Table 1."""

    national = "national"
    european_international_smart_city = "european_international_smart_city"
    european_thematic = "european_thematic"
    cities_and_regions = "cities_and_regions"


class FoundingType(StrEnum):
    """Who took the first step: a government or the EU, or cities and associations."""

    top_down = "top_down"
    bottom_up = "bottom_up"


class Typology(StrEnum):
    funding_programme = "funding_programme"
    policy_initiative = "policy_initiative"
    eu_project_city_network = "eu_project_city_network"
    exchange_between_projects = "exchange_between_projects"
    association_or_research = "association_or_research"
    topic_umbrella = "topic_umbrella"
    other = "other"


class DurationKind(StrEnum):
    limited = "limited"
    unlimited = "unlimited"


class Scope(StrEnum):
    germany = "germany"
    europe = "europe"
    eu = "eu"
    worldwide = "worldwide"
    other = "other"


class Qualifier(StrEnum):
    """How the source gives a number; ``counted``: it gives none, the named ones were counted."""

    exact = "exact"
    about = "about"
    over = "over"
    counted = "counted"


class RelationKind(StrEnum):
    initiated_by = "initiated_by"
    spun_off_from = "spun_off_from"
    operated_by = "operated_by"
    led_by = "led_by"
    supported_by = "supported_by"
    observer = "observer"
    umbrella_of = "umbrella_of"
    successor_of = "successor_of"
    cooperates_with = "cooperates_with"


class MemberKind(StrEnum):
    municipality = "municipality"
    county = "county"
    region = "region"
    state = "state"
    ministry = "ministry"
    association = "association"
    company = "company"
    research = "research"
    other = "other"


class State(StrEnum):
    """The editorial state of a profile."""

    draft = "draft"
    in_review = "in_review"
    published = "published"
    needs_update = "needs_update"
    archived = "archived"


class Life(StrEnum):
    """The network's own life, apart from the state of its profile."""

    planned = "planned"
    active = "active"
    dormant = "dormant"
    ended = "ended"
    merged_into = "merged_into"
    succeeded_by = "succeeded_by"


class Origin(StrEnum):
    public_source = "public_source"
    member = "member"


class ProfileField(StrEnum):
    """The 14 fields of a profile, in order."""

    founding = "founding"
    initiators = "initiators"
    operators = "operators"
    duration = "duration"
    aims = "aims"
    members = "members"
    german_municipalities = "german_municipalities"
    reach = "reach"
    funding = "funding"
    topics = "topics"
    formats = "formats"
    outputs = "outputs"
    contact = "contact"
    sources = "sources"


class FieldStatus(StrEnum):
    stated = "stated"
    not_stated = "not_stated"
    not_applicable = "not_applicable"


class Party(StrEnum):
    """Who is the member: an organisation, or a country through the ministry in charge."""

    organisation = "organisation"
    country = "country"


class MembershipState(StrEnum):
    """Where a membership stands; the steps are the table of the members."""

    invited = "invited"
    applied = "applied"
    active = "active"
    refused = "refused"
    observer = "observer"
    suspended = "suspended"
    former = "former"


class Membership(Record, table=True):
    """That an organisation or a country belongs to a network, and when.

    ``position`` is its place among the members that the profile names; None where the profile does not name it.
    """

    __table_args__ = (
        CheckConstraint("party = 'organisation' OR country IS NOT NULL", name="party_country"),
        CheckConstraint(
            "state IN ('invited', 'applied', 'refused') OR valid_from IS NOT NULL OR observed_on IS NOT NULL", name="begins"
        ),
        Index("ix_membership_network_id_position", "network_id", "position"),
    )

    network_id: str = Field(foreign_key="network.id", max_length=32, ondelete="CASCADE")
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", max_length=32, index=True)
    party: Party = Field(default=Party.organisation, sa_type=choice(Party))
    position: int | None = None
    name: str = Field(max_length=300)
    country: str | None = Field(default=None, max_length=2, index=True)
    kind: MemberKind = Field(sa_type=choice(MemberKind))
    role: str | None = Field(default=None, max_length=60)
    state: MembershipState = Field(default=MembershipState.active, sa_type=choice(MembershipState))
    valid_from: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    valid_to: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    observed_on: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    decision: LanguageMap | None = Field(default=None, sa_type=Json)
    sources: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)

    organisation: Organisation | None = Relationship(sa_relationship_kwargs={"lazy": "joined"})


class NetworkTopic(SQLModel, table=True):
    """That a network works on a topic."""

    __tablename__ = "network_topic"

    network_id: str = Field(primary_key=True, foreign_key="network.id", max_length=32, ondelete="CASCADE")
    topic_id: str = Field(primary_key=True, foreign_key="topic.id", max_length=64, index=True)
    position: int


class NetworkRelation(SQLModel, table=True):
    """A relation to another network, or to an organisation outside the directory."""

    __tablename__ = "network_relation"
    __table_args__ = (
        CheckConstraint("(target_id IS NULL) <> (organisation IS NULL)", name="one_target"),
        Index("ix_network_relation_target_id", "target_id"),
    )

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    network_id: str = Field(foreign_key="network.id", max_length=32, index=True, ondelete="CASCADE")
    position: int
    kind: RelationKind = Field(sa_type=choice(RelationKind))
    target_id: str | None = Field(default=None, foreign_key="network.id", max_length=32)
    organisation: LanguageMap | None = Field(default=None, sa_type=Json, sa_column_kwargs={"nullable": True})
    note: LanguageMap | None = Field(default=None, sa_type=Json)

    target: "Network" = Relationship(sa_relationship_kwargs={"foreign_keys": "NetworkRelation.target_id", "lazy": "joined"})


class NetworkSlug(SQLModel, table=True):
    """A slug that a network had before; it leads to the present one."""

    __tablename__ = "network_slug"

    slug: str = Field(primary_key=True, max_length=120)
    network_id: str = Field(foreign_key="network.id", max_length=32, index=True, ondelete="CASCADE")


class NetworkRevision(SQLModel, table=True):
    """One saved version of a profile, whole."""

    __tablename__ = "network_revision"

    network_id: str = Field(primary_key=True, foreign_key="network.id", max_length=32, ondelete="CASCADE")
    number: int = Field(primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime)
    actor: str = Field(max_length=60)
    state: State = Field(sa_type=choice(State))
    reason: str | None = Field(default=None, max_length=500)
    document: dict[str, Any] = Field(sa_type=Json)


class Network(Record, table=True):
    """A network of cities: typed facts beside the 14 fields of its profile."""

    __table_args__ = (
        CheckConstraint("end_year IS NULL OR founded_year IS NULL OR end_year >= founded_year", name="years"),
        CheckConstraint("(member_count IS NULL) = (member_count_qualifier IS NULL)", name="qualified_count"),
        CheckConstraint("length(slug) BETWEEN 2 AND 120", name="slug_length"),
    )

    slug: str = Field(max_length=120, unique=True)
    state: State = Field(default=State.draft, sa_type=choice(State), index=True)
    life: Life = Field(default=Life.active, sa_type=choice(Life))
    origin: Origin = Field(default=Origin.member, sa_type=choice(Origin))
    published_at: datetime | None = Field(default=None, sa_type=UTCDateTime)

    name: LanguageMap = Field(sa_type=Json)
    long_name: LanguageMap | None = Field(default=None, sa_type=Json)
    label: LanguageMap = Field(sa_type=Json)
    summary: LanguageMap = Field(sa_type=Json)
    abbreviation: str | None = Field(default=None, max_length=60)
    name_variants: list[str] = Field(default_factory=list, sa_type=Json)
    keywords: list[LanguageMap] = Field(default_factory=list, sa_type=Json)

    category: Category = Field(sa_type=choice(Category))
    founding_type: FoundingType = Field(sa_type=choice(FoundingType))
    typology: Typology | None = Field(default=None, sa_type=choice(Typology))
    founded: str | None = Field(default=None, max_length=10)
    founded_year: int | None = Field(default=None, index=True)
    end_year: int | None = None
    duration_kind: DurationKind | None = Field(default=None, sa_type=choice(DurationKind))
    geographic_scope: Scope = Field(sa_type=choice(Scope))
    member_count: int | None = Field(default=None, ge=0, index=True)
    member_count_qualifier: Qualifier | None = Field(default=None, sa_type=choice(Qualifier))
    countries_reached: int | None = Field(default=None, ge=0)
    work_formats: list[str] = Field(default_factory=list, sa_type=Json)
    funding: list[str] = Field(default_factory=list, sa_type=Json)
    outputs: list[LanguageMap] = Field(default_factory=list, sa_type=Json)
    emails: list[str] = Field(default_factory=list, sa_type=Json)
    websites: list[str] = Field(default_factory=list, sa_type=Json)
    result_links: list[str] = Field(default_factory=list, sa_type=Json)
    founding_place: dict[str, Any] | None = Field(default=None, sa_type=Json)
    profile: list[dict[str, Any]] = Field(sa_type=Json)
    sources: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)

    members: list[Membership] = Relationship(
        sa_relationship_kwargs={
            "primaryjoin": "and_(Network.id == Membership.network_id, Membership.position.is_not(None))",
            "order_by": "Membership.position",
            "lazy": "selectin",
            "viewonly": True,
        }
    )
    relations: list[NetworkRelation] = Relationship(
        sa_relationship_kwargs={
            "order_by": "NetworkRelation.position",
            "cascade": "all, delete-orphan",
            "lazy": "selectin",
            "foreign_keys": "NetworkRelation.network_id",
        }
    )
    topic_links: list[NetworkTopic] = Relationship(
        sa_relationship_kwargs={"order_by": "NetworkTopic.position", "cascade": "all, delete-orphan", "lazy": "selectin"}
    )
