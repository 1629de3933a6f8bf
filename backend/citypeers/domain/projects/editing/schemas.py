"""What is written and read while a project is worked on."""

from typing import Annotated

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant, PartialDate
from citypeers.core.forms import Form, Part, Slug, Source
from citypeers.core.history import Change
from citypeers.core.problems import FieldError
from citypeers.core.rows import Id
from citypeers.core.text import LanguageMap, Line, Text
from citypeers.domain.organisations.schemas import OrganisationLink
from citypeers.domain.projects.attachments.schemas import Attachment, FileOut
from citypeers.domain.projects.editing.states import ProjectActor, ProjectEffect, ProjectGuard, ProjectVerb, Side
from citypeers.domain.projects.models import Maturity, ProjectState
from citypeers.domain.projects.schemas import (
    Budget,
    CharterPoint,
    Goal,
    Indicator,
    Lesson,
    Partner,
    Place,
    ProjectContact,
    Story,
    Trait,
)
from citypeers.domain.topics.schemas import TopicId

TextPatch = dict[str, Text | None]
"""Texts by language that are set, or taken away by null; the other languages stay."""
Reason = Annotated[Line | None, Field(max_length=500)]


class ProjectCreate(Story):
    """A new project of an organisation: a title in one language is enough to begin."""

    organisation: Slug
    publishes_itself: bool = True


class TransferabilityPatch(Part):
    """What another city needs to know, text by text; null takes one away."""

    economic: TextPatch | None = None
    organisational: TextPatch | None = None
    financial: TextPatch | None = None
    technical: TextPatch | None = None
    legal: TextPatch | None = None
    needed_first: TextPatch | None = None


class ProjectPatch(Part):
    """A merge patch of the version at work (RFC 7396): what is left out stays, null takes away, lists are replaced whole."""

    title: TextPatch | None = None
    summary: TextPatch | None = None
    places: list[Place] | None = None
    topics: list[TopicId] | None = None
    sdgs: list[Goal] | None = None
    charter_points: list[CharterPoint] | None = None
    maturity: Maturity | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    budget: Budget | None = None
    problem: TextPatch | None = None
    solution: TextPatch | None = None
    discontinued_because: TextPatch | None = None
    traits: list[Trait] | None = None
    keywords: list[LanguageMap] | None = None
    partners: list[Partner] | None = None
    networks: list[Slug] | None = None
    practices: list[Id] | None = None
    funding_sources: list[LanguageMap] | None = None
    operator_model: TextPatch | None = None
    technology: TextPatch | None = None
    open_standards: list[Line] | None = None
    data_governance: TextPatch | None = None
    participation: TextPatch | None = None
    licence: Line | None = None
    repository: Line | None = None
    website: Line | None = None
    transferability: TransferabilityPatch | None = None
    sources: list[Source] | None = None
    lessons: list[Lesson] | None = None
    indicators: list[Indicator] | None = None
    contacts: list[ProjectContact] | None = None
    attachments: list[Attachment] | None = None
    publishes_itself: bool | None = None


class CommentWrite(Part):
    """What a reviewer asks to be changed in one field; the pointer is empty for the whole."""

    pointer: Annotated[str, Field(max_length=200, pattern=r"^(/[^/]+)*$")] = ""
    text: Annotated[Text, Field(min_length=1, max_length=2000)]


class CommentOut(Form):
    """What a reviewer asked for."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    pointer: str
    text: str
    is_open: bool
    created_at: Instant


class ProjectMove(Part):
    """A step that is to be taken; comments go with a request for changes."""

    verb: ProjectVerb
    reason: Reason = None
    comments: Annotated[list[CommentWrite], Field(max_length=100)] = []


class Desk(Form):
    """A project as those see it who work on it or review it: both versions, what is missing, and what the reader may do."""

    id: str
    version: int
    organisation: OrganisationLink
    live_state: ProjectState | None
    work_state: ProjectState | None
    live: Story | None
    work: Story | None
    publishes_itself: bool
    lacks: list[FieldError]
    """What is missing before the version at work, or else the live one, could be published."""
    files: list[FileOut]
    """What either version names as an attachment."""
    comments: list[CommentOut]
    may: list[str]
    """Verbs of the table, and ``write``."""
    updated_at: Instant


class DeskRow(Form):
    """A project in a list of those who work on it."""

    id: str
    version: int
    organisation: OrganisationLink
    title: LanguageMap
    live_state: ProjectState | None
    work_state: ProjectState | None
    open_comments: int
    may: list[str]
    updated_at: Instant


class DeskQuery(Form):
    """Which page is asked for."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class DeskPage(Form):
    """A page of the projects of those who work on them, the last changed first."""

    items: list[DeskRow]
    next: str | None
    total: int


class ProjectStepOut(Form):
    """One line of the table of steps."""

    side: Side
    sources: list[ProjectState]
    verb: ProjectVerb
    target: ProjectState | None
    who: list[ProjectActor]
    needs_reason: bool
    guards: list[ProjectGuard]
    effects: list[ProjectEffect]


class ProjectMachine(Form):
    """Every step in the editorial life of a project."""

    items: list[ProjectStepOut]


class Author(Form):
    """Whoever left a version: ``name`` is null to readers of other organisations, ``organisation`` to who speaks for none today."""

    name: str | None
    organisation: OrganisationLink | None


class ProjectRevisionOut(Form):
    """One saved version: when, by whom, and what was different from the one before."""

    number: int
    at: Instant
    actor: str
    author: Author
    state: ProjectState
    reason: str | None
    changes: list[Change]


class ProjectRevisionPage(Form):
    """Saved versions, the newest first; the page is always whole."""

    items: list[ProjectRevisionOut]
    next: str | None
    total: int
