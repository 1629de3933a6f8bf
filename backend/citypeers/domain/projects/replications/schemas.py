"""What is written and read of replications."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.forms import Country, Form, Part, Slug
from citypeers.core.rows import Id
from citypeers.core.text import LanguageMap, Line, Text
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations.schemas import OrganisationLink
from citypeers.domain.projects.models import Adoption
from citypeers.domain.projects.replications.states import ReplicationActor, ReplicationEffect, ReplicationGuard, ReplicationVerb

Reason = Annotated[Line, Field(max_length=500)]


class ReplicationQuery(Form):
    """Which replications of a project are asked for."""

    model_config = ConfigDict(extra="forbid")

    state: Annotated[list[Adoption], Field(max_length=6)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class OwnReplicationQuery(Form):
    """Which of one's own replications are asked for."""

    model_config = ConfigDict(extra="forbid")

    state: Annotated[list[Adoption], Field(max_length=6)] = []
    side: Annotated[list[Literal[ReplicationActor.adopter, ReplicationActor.source]], Field(max_length=2)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class Told(Part):
    """What the adopter says of how it does the project again."""

    kept: LanguageMap | None = None
    changed: LanguageMap | None = None
    missing: LanguageMap | None = None


class ReplicationCreate(Told):
    """The interest of an organisation in doing a project again; ``project`` is its own one, where there is one already."""

    organisation: Slug
    project: Id | None = None


class ReplicationPatch(Part):
    """A merge patch of a replication (RFC 7396): what is left out stays, null takes away."""

    kept: dict[str, Text | None] | None = None
    changed: dict[str, Text | None] | None = None
    missing: dict[str, Text | None] | None = None
    project: Id | None = None


class ReplicationStep(Part):
    """A step of a replication; ``declare``, ``correct`` and ``link`` have paths of their own."""

    verb: Literal[
        ReplicationVerb.explore,
        ReplicationVerb.adapt,
        ReplicationVerb.pilot,
        ReplicationVerb.adopt,
        ReplicationVerb.confirm_as_source,
        ReplicationVerb.confirm_as_adopter,
        ReplicationVerb.reopen,
        ReplicationVerb.abandon,
    ]
    reason: Reason | None = None


class ProjectLink(Form):
    """A project, as others name it."""

    id: str
    title: LanguageMap


class ReplicationOut(Told):
    """A replication, as its sides and the public read it; ``may`` names the steps that the reader may take now."""

    id: str
    version: int
    source: ProjectLink
    organisation: OrganisationLink
    project: ProjectLink | None
    """The adopter's own project, where the reader may see it."""
    state: Adoption
    origin: Origin
    counts: bool
    """Whether both sides have confirmed it, or a public source tells of it."""
    confirmed_by_source_at: Instant | None
    confirmed_by_adopter_at: Instant | None
    reason: str | None
    """Why it was abandoned."""
    created_at: Instant
    updated_at: Instant
    sides: list[ReplicationActor]
    """What the reader is to it."""
    may: list[ReplicationVerb]


class ReplicationPage(Form):
    """A page of replications, by adopting organisation."""

    items: list[ReplicationOut]
    next: str | None
    total: int


class GuardOut(Form):
    """What has to hold, and the problem by which a step is refused where it does not."""

    guard: ReplicationGuard
    refusal: str


class ReplicationStepOut(Form):
    """One line of the machine, as the screens explain it; ``target`` is null where the state stays."""

    verb: ReplicationVerb
    sources: list[Adoption]
    target: Adoption | None
    who: list[ReplicationActor]
    told: list[ReplicationActor]
    needs_reason: bool
    guards: list[GuardOut]
    effects: list[ReplicationEffect]


class ReplicationMachine(Form):
    """Every step in the life of a replication."""

    items: list[ReplicationStepOut]


class FamilyNode(Form):
    """A project of the family, or an organisation that made no published project of it; ``id`` is unique in the family."""

    id: str
    project: str | None
    title: LanguageMap | None
    organisation: OrganisationLink
    country: Country | None
    state: Adoption | None
    """How far it has come with the project it stems from; null at a root."""


class FamilyEdge(Form):
    """That one node does again what another did."""

    source: str
    target: str
    replication: str
    state: Adoption
    confirmed: bool
    """Whether both sides have confirmed it; of what a public source tells neither need have."""


class FamilyOut(Form):
    """The tree of a solution across cities and countries, roots first; ``is_whole`` is false where it was cut."""

    nodes: list[FamilyNode]
    edges: list[FamilyEdge]
    is_whole: bool
