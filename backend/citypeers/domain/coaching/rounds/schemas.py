"""What is asked and answered about rounds of matching."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.forms import Form, Part
from citypeers.core.text import LanguageMap, Line
from citypeers.domain.coaching.rounds.states import RoundActor, RoundEffect, RoundGuard, RoundState, RoundVerb
from citypeers.domain.organisations.schemas import OrganisationLink

Reason = Annotated[Line, Field(max_length=500)]


class RoundQuery(Form):
    """Which rounds are asked for."""

    model_config = ConfigDict(extra="forbid")

    state: Annotated[list[RoundState], Field(max_length=4)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class RoundTransition(Part):
    """A step of a round."""

    verb: Literal[RoundVerb.compute, RoundVerb.confirm, RoundVerb.undo, RoundVerb.discard]
    reason: Reason | None = None


class RoundOutcome(Form):
    """What comes of one way of giving coaches to requests."""

    total: int
    """All points together."""
    placed: int
    """Places that are filled."""
    unmatched: int
    """Requests that get nobody."""
    gini: float
    """Gini coefficient of the points that requests get for each of their places: 0 where all get as many."""
    lowest: int
    """The fewest points of any request, for each of its places."""
    most_loaded: int
    """The most requests that one coach gets."""


class AssignedCoach(Form):
    """A coach that a request gets."""

    organisation: OrganisationLink
    offer: str
    points: int
    invitation: str | None
    """The invitation that was sent for it."""


class RoundRequest(Form):
    """A request of a round, with who comes to it together and who would come one by one."""

    id: str
    title: LanguageMap
    organisation: OrganisationLink
    places: int
    together: list[AssignedCoach]
    one_by_one: list[AssignedCoach]


class RoundLoad(Form):
    """How many requests a coach gets."""

    organisation: OrganisationLink
    offer: str
    together: int
    one_by_one: int


class RoundRow(Form):
    """A round in a list."""

    id: str
    version: int
    state: RoundState
    computed_at: Instant
    digest: str
    """The same where the same comes out."""
    confirmed_at: Instant | None
    undone_at: Instant | None
    reason: str | None
    requests: int
    places: int
    together: RoundOutcome
    one_by_one: RoundOutcome
    may: list[RoundVerb]


class RoundOut(RoundRow):
    """A round with all that it assigns, requests in the order in which they were opened, coaches by load."""

    items: list[RoundRequest]
    loads: list[RoundLoad]


class RoundPage(Form):
    """A page of rounds, the newest first."""

    items: list[RoundRow]
    next: str | None
    total: int


class RoundGuardOut(Form):
    """What has to hold, and the problem by which a step is refused where it does not."""

    guard: RoundGuard
    refusal: str


class RoundStepOut(Form):
    """One line of the machine, as the screens explain it."""

    verb: RoundVerb
    sources: list[RoundState]
    target: RoundState
    who: list[RoundActor]
    needs_reason: bool
    guards: list[RoundGuardOut]
    effects: list[RoundEffect]


class RoundMachine(Form):
    """Every step in the life of a matching round."""

    items: list[RoundStepOut]
