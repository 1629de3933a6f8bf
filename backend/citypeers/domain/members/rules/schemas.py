"""Governance rules: what is written, what a dry run asks and answers."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant
from citypeers.core.forms import Country, Form, Part, Slug, Source
from citypeers.domain.members.seats.models import SeatKind

Number = Annotated[int, Field(ge=0, le=1_000)]
Days = Annotated[int, Field(ge=0, le=3_650)]
MOST_CHANGES = 100


class Range(Part):
    """How many there should be at least and may be at most; null where there is no bound."""

    at_least: Number = 0
    at_most: Number | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.at_most is not None and self.at_least > self.at_most:
            raise PydanticCustomError("range_order", "at least is not more than at most")
        return self


class Bounds(Part):
    """The bounds of a network. The upper ones refuse; the lower ones warn, with a deadline in days."""

    countries: Range = Range()
    host_counts: bool = False
    """Whether the country that hosts the network is one of its partner countries."""
    national: Range = Range()
    """Representatives of a country's national level: the upper bound holds for seats, the lower one for confirmed people."""
    municipal: Range = Range()
    """The same of its cities. That a city's organisation is a member counts nowhere here; who represents it has a seat."""
    complete_within_days: Days = 180
    reapply_after_days: Days = 180
    """How long an organisation waits after a refusal before it may apply again."""

    def seats(self, kind: SeatKind) -> Range:
        """The bounds of one kind of seat, per country."""
        return self.national if kind is SeatKind.national else self.municipal


class SourceGiven(Source):
    """Where rules were decided."""


class RulesCreate(Part):
    """A new version of the rules, in force from a day on."""

    valid_from: date
    bounds: Bounds
    sources: list[SourceGiven] = []


class RulesWrite(RulesCreate):
    """Rules as they are imported."""

    network: Slug


class RulesOut(Part):
    """One version of the rules; those in force have ``in_force``."""

    id: str
    number: int
    valid_from: date
    in_force: bool
    bounds: Bounds
    sources: list[Source]
    created_at: Instant


class Filled(Form):
    """The seats of one kind that a country has, and how many have a confirmed person."""

    seats: int
    confirmed: int


class CountryStanding(Form):
    """What the rules count of one country."""

    country: Country
    national: Filled
    municipal: Filled


class Standing(Form):
    """What the rules count of a network on a day."""

    partner_countries: int
    countries: list[CountryStanding]


class Finding(Form):
    """A bound that is or would be passed: which, its limit, how many there are, how many are wanted, and how many would fit."""

    rule: Literal["countries", "national", "municipal"]
    country: Country | None
    limit: int
    current: int
    wanted: int
    fits: int
    """How many more there is room for; of a lower bound, how many are missing."""
    deadline: date | None = None
    """Until when a lower bound should be reached."""


class RulesPage(Form):
    """Every version of a network's rules, the newest first, and how the network stands to those in force; always whole."""

    items: list[RulesOut]
    next: str | None
    total: int
    standing: Standing
    warnings: list[Finding]


class Joining(Part):
    """A country joins or leaves."""

    change: Literal["join", "leave"]
    country: Country


class Seating(Part):
    """Seats of a country are opened or closed, or people on them confirmed or gone."""

    change: Literal["open_seat", "close_seat", "confirm", "vacate"]
    country: Country
    kind: SeatKind
    number: Annotated[int, Field(ge=1, le=100)] = 1


class Ruling(Part):
    """Other rules."""

    change: Literal["rules"]
    bounds: Bounds


Change = Annotated[Joining | Seating | Ruling, Field(discriminator="change")]


class DryRun(Part):
    """What if all of this happened, on a day or today?"""

    on: date | None = None
    changes: Annotated[list[Change], Field(min_length=1, max_length=MOST_CHANGES)]


class DryRunOut(Form):
    """Whether it would be allowed, every refusal and warning, and how the network would stand; nothing was written."""

    allowed: bool
    refusals: list[Finding]
    warnings: list[Finding]
    before: Standing
    after: Standing
