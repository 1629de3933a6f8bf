"""What is written and read of seats and representatives."""

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.forms import Country, Form, Part, Slug, Source
from citypeers.core.text import Line
from citypeers.domain.members.seats.models import PersonState, SeatKind, SeatState
from citypeers.domain.members.seats.states import Verb
from citypeers.domain.organisations.schemas import Dated, OrganisationLink
from citypeers.identity.models import ContactKind
from citypeers.identity.schemas import Email, Language

Reason = Annotated[Line, Field(max_length=500)]


class SeatQuery(Form):
    """Which seats are asked for."""

    model_config = ConfigDict(extra="forbid")

    network: Annotated[list[Slug], Field(max_length=50)] = []
    country: Annotated[list[Country], Field(max_length=50)] = []
    state: Annotated[list[SeatState], Field(max_length=10)] = []
    on: Annotated[date | None, Field(description="a day on which they are there; today unless said otherwise")] = None
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class SeatCreate(Part):
    """A seat to open; ``organisation`` is the ministry or city that it is for."""

    network: Slug
    country: Country
    kind: SeatKind
    organisation: Slug | None = None


class SeatWrite(SeatCreate, Dated):
    """A seat as it is imported."""

    sources: list[Source]

    @property
    def identity(self) -> str:
        """What one seat is told from another by."""
        return f"{self.network}: {self.country} {self.kind} {self.organisation} since {self.valid_from or self.observed_on}"


class Nomination(Part):
    """Who is named for a seat, or as its deputy."""

    name: Line
    email: Email
    language: Language = "en"
    is_deputy: bool = False


class SeatStep(Part):
    """A step of a seat; ``nominate`` has a path of its own. ``is_deputy`` means the deputy's nomination."""

    verb: Literal[
        Verb.confirm,
        Verb.refuse,
        Verb.withdraw,
        Verb.begin_leave,
        Verb.end_leave,
        Verb.step_down,
        Verb.recall,
        Verb.hand_over,
        Verb.close,
    ]
    reason: Reason | None = None
    is_deputy: bool = False


class ContactOut(Part):
    """A way to reach somebody, as far as the reader may know it."""

    kind: ContactKind
    value: str


class RepresentativeOut(Form):
    """The person on a seat, or named for it; ``contacts`` are those the person shows to the reader."""

    id: str
    state: PersonState
    is_deputy: bool
    is_focal_point: bool
    has_account: bool
    valid_from: str | None
    valid_to: str | None
    contacts: list[ContactOut]


class SeatOut(Dated):
    """A seat with the people on it; ``may`` names the steps the reader may take now."""

    id: str
    version: int
    network: Slug
    country: Country
    kind: SeatKind
    organisation: OrganisationLink | None
    state: SeatState
    representative: RepresentativeOut | None
    deputy: RepresentativeOut | None
    sources: list[Source]
    updated_at: Instant
    may: list[Verb]


class SeatPage(Form):
    """A page of seats, by network, country and kind."""

    items: list[SeatOut]
    next: str | None
    total: int


class StepOut(Form):
    """One line of the machine, as the screens explain it."""

    verb: Verb
    sources: list[SeatState]
    target: SeatState
    who: list[str]
    needs_reason: bool
    guards: list[str]
    effects: list[str]


class SeatMachine(Form):
    """Every step in the life of a seat."""

    items: list[StepOut]
