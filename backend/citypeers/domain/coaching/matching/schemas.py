"""What is asked and answered about matching."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant
from citypeers.core.forms import Country, Form, Part, Slug
from citypeers.domain.coaching.matching.terms import ALL_POINTS, Factor, FactorText, LeftOut, Remedy
from citypeers.domain.coaching.models import MOST_PLACES, CoachingFormat
from citypeers.domain.coaching.offers.schemas import Spoken
from citypeers.domain.coaching.requests.schemas import LanguageTag, TopicId
from citypeers.domain.organisations.schemas import OrganisationLink
from citypeers.domain.projects.replications.schemas import ProjectLink

Weight = Annotated[int, Field(ge=0, le=ALL_POINTS)]


class Weights(Part):
    """The most that each factor gives; a hundred altogether."""

    topics: Weight
    evidence: Weight
    languages: Weight
    office_hours: Weight
    similar_city: Weight
    free_capacity: Weight

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if sum(dict(self).values()) != ALL_POINTS:
            raise PydanticCustomError("weights_sum", "the weights are a hundred altogether")
        return self


class WeightsVersion(Form):
    """One version of the weights, and since when it was in force."""

    number: int
    since: Instant
    weights: Weights


class WeightsOut(Form):
    """The weights in force in a network, and every version that it has decided, the newest first.

    ``number`` is 0 and ``since`` null where it has decided none and the platform's own are in force.
    """

    number: int
    since: Instant | None
    weights: Weights
    versions: list[WeightsVersion]


class MatchQuery(Form):
    """How many matches are asked for, and about whom one wants to know why it is not among them."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100)] = 25
    explain: Annotated[str | None, Field(min_length=2, max_length=120, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = None
    """The id or the slug of an organisation."""


class MatchPreview(Part):
    """A request that is still being written: what is known of it so far."""

    organisation: Slug
    network: Slug = "iscn"
    topics: Annotated[list[TopicId], Field(max_length=10)] = []
    format: CoachingFormat | None = None
    languages: Annotated[list[LanguageTag], Field(max_length=10)] = []
    window_from: date | None = None
    window_to: date | None = None
    places: Annotated[int, Field(ge=1, le=MOST_PLACES)] = 1
    interpretation: bool = False
    limit: Annotated[int, Field(ge=1, le=100)] = 5

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.window_from and self.window_to and self.window_to < self.window_from:
            raise PydanticCustomError("dates_in_order", "a window does not end before it begins")
        return self


@dataclass(slots=True)
class FactorOut:
    """What one factor gives of what it could, and why: ``text`` names the sentence, the rest is what it speaks of."""

    factor: Factor
    points: int
    most: int
    text: FactorText
    numbers: dict[str, int]
    topics: list[str]
    """Ids of those that were asked for and are covered."""
    projects: list[ProjectLink]
    languages: list[Spoken]
    """Those that were asked for and are spoken."""


@dataclass(slots=True)
class MatchOut:
    """An organisation that could help, and its points."""

    rank: int
    organisation: OrganisationLink
    country: Country | None
    distance_km: int | None
    """As the crow flies from whoever asks; null where a place is not known."""
    offer: str
    total: int
    factors: list[FactorOut]


@dataclass(slots=True)
class LeftOutOut:
    """An organisation that is not proposed: why, what could be done about it, and the points that it would have."""

    organisation: OrganisationLink
    country: Country | None
    offer: str
    reason: LeftOut
    remedy: Remedy | None
    total: int
    factors: list[FactorOut]


@dataclass(slots=True)
class Missing:
    """How many points fewer a factor gives than it gives the last that is shown."""

    factor: Factor
    points: int


@dataclass(slots=True)
class Explained:
    """Why an organisation is not among those shown: ``reason`` where it is left out, else its rank and what it lacks."""

    organisation: OrganisationLink
    rank: int | None
    is_shown: bool
    reason: LeftOut | None
    remedy: Remedy | None
    total: int | None
    """Null where it offers nothing that could be counted."""
    factors: list[FactorOut]
    behind: int
    """Points that it has less than the last that is shown."""
    missing: list[Missing]


@dataclass(slots=True)
class SetMember:
    """One of a composed set."""

    organisation: OrganisationLink
    offer: str
    total: int
    topics: list[str]
    """Of those that were asked for, the ones that it covers."""
    is_asked: bool
    """Whether it is invited already."""


@dataclass(slots=True)
class MatchSet:
    """Organisations that fill all places together, those that are invited already included, and what they have in common."""

    members: list[SetMember]
    topics: list[str]
    """Of those that were asked for, the ones that somebody covers."""
    uncovered: list[str]
    languages: list[str]
    """Of those that were asked for, the ones that everybody speaks."""
    minutes: int | None
    """How long all are in the office together on a day, whoever asks included; null where somebody's hours are not known."""
    total: int
    is_exact: bool
    """Whether every set of the best was looked at, or one was grown and improved member by member."""


class Matches(Form):
    """Who could help with a request, the best first; ``total`` counts all, ``excluded`` names those nearest to it that are not."""

    items: list[MatchOut]
    total: int
    may_invite: bool
    weights_number: int
    weights: Weights
    excluded: list[LeftOutOut]
    excluded_total: int
    explained: Explained | None
    """Null where nothing was asked."""
    composed: MatchSet | None
    """For a request of three to six places; null where fewer could help, or as many are invited."""
