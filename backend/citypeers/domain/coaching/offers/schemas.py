"""What is written and read of offers and needs."""

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant
from citypeers.core.forms import Form, Part, Slug
from citypeers.core.rows import Id
from citypeers.core.text import LanguageMap, Text
from citypeers.domain.coaching.models import CoachingFormat, LanguageLevel, NeedState, OfferState
from citypeers.domain.coaching.offers.states import NeedVerb, OfferVerb
from citypeers.domain.organisations.schemas import OrganisationLink

TopicId = Annotated[str, Field(min_length=1, max_length=80)]
LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=20)]
Patched = dict[str, Text | None]
Capacity = Annotated[int, Field(ge=0, le=50)]


class Evidence(Part):
    """What shows that an organisation knows a topic: a published project, or words."""

    topic: TopicId
    project: Id | None = None
    note: LanguageMap | None = None


class Spoken(Part):
    """A language, and how well it is spoken."""

    language: LanguageTag
    level: LanguageLevel


class Blackout(Part):
    """Days, first and last included, on which nobody is there."""

    first: date
    last: date

    @model_validator(mode="after")
    def _in_order(self) -> "Blackout":
        if self.last < self.first:
            raise PydanticCustomError("ends_before", "it ends before it begins")
        return self


class Offered(Part):
    """What is offered."""

    topics: Annotated[list[TopicId], Field(min_length=1, max_length=30)]
    evidence: Annotated[list[Evidence], Field(max_length=60)] = []
    languages: Annotated[list[Spoken], Field(min_length=1, max_length=20)]
    formats: Annotated[list[CoachingFormat], Field(min_length=1, max_length=7)]
    capacity: Capacity = 1
    """Coachings that may begin in one quarter."""
    blackouts: Annotated[list[Blackout], Field(max_length=40)] = []
    note: LanguageMap | None = None


class OfferCreate(Offered):
    """A new offer: of an organisation as a whole, or of the person who makes it. Others find it once it is listed."""

    organisation: Slug
    is_mine: bool = False
    """Whether whoever writes it coaches in person."""


class OfferPatch(Part):
    """A merge patch of an offer (RFC 7396): what is left out stays, null takes away, lists are replaced whole."""

    topics: Annotated[list[TopicId], Field(min_length=1, max_length=30)] | None = None
    evidence: Annotated[list[Evidence], Field(max_length=60)] | None = None
    languages: Annotated[list[Spoken], Field(min_length=1, max_length=20)] | None = None
    formats: Annotated[list[CoachingFormat], Field(min_length=1, max_length=7)] | None = None
    capacity: Capacity | None = None
    blackouts: Annotated[list[Blackout], Field(max_length=40)] | None = None
    note: Patched | None = None


class OfferStep(Part):
    verb: OfferVerb


class OfferOut(Offered):
    """An offer. Days on which nobody is there, and how much is taken, are for its own people and the staff: null for others."""

    id: str
    version: int
    organisation: OrganisationLink
    is_personal: bool
    """Whether one person offers it; who, only their own organisation and the staff learn."""
    person: str | None
    blackouts: list[Blackout] | None  # type: ignore[assignment]  # null for others
    state: OfferState
    consented_at: Instant | None
    taken_this_quarter: int | None
    updated_at: Instant
    may: list[str]


class OfferPage(Form):
    """A page of offers, the last changed first."""

    items: list[OfferOut]
    next: str | None
    total: int


class NeedCreate(Part):
    """A topic that an organisation wants to learn about."""

    organisation: Slug
    topic: TopicId
    note: LanguageMap | None = None


class NeedPatch(Part):
    """A merge patch of a need (RFC 7396)."""

    note: Patched | None = None


class NeedStep(Part):
    verb: NeedVerb


class NeedOut(Part):
    """A need."""

    id: str
    version: int
    organisation: OrganisationLink
    topic: str
    note: LanguageMap | None
    state: NeedState
    updated_at: Instant
    may: list[str]


class NeedPage(Form):
    """A page of needs, the last changed first."""

    items: list[NeedOut]
    next: str | None
    total: int


class OfferQuery(Form):
    """Which offers are asked for."""

    model_config = ConfigDict(extra="forbid")

    topic: Annotated[list[TopicId], Field(max_length=20)] = []
    organisation: Annotated[list[Slug], Field(max_length=20)] = []
    mine: bool = False
    """Only those that the reader may change."""
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class NeedQuery(OfferQuery):
    """Which needs are asked for."""

    state: Annotated[list[NeedState], Field(max_length=3)] = []
