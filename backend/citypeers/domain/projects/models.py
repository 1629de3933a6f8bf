"""Projects, their versions, and the names that other systems have for them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, Relationship, SQLModel

from citypeers.core import clock
from citypeers.core.dates import LONGEST_PARTIAL_DATE, UTCDateTime
from citypeers.core.rows import Json, Record, choice, new_id
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations.models import Organisation

KIND = "project"
LanguageMap = dict[str, str]


class Maturity(StrEnum):
    """How far a project has come; one that was discontinued counts as much as the others."""

    idea = "idea"
    planned = "planned"
    pilot = "pilot"
    running = "running"
    completed = "completed"
    scaled = "scaled"
    discontinued = "discontinued"


class ProjectState(StrEnum):
    """The editorial state of a version."""

    draft = "draft"
    submitted = "submitted"
    changes_requested = "changes_requested"
    approved = "approved"
    published = "published"
    needs_update = "needs_update"
    archived = "archived"


class Adoption(StrEnum):
    """How far another city has come with doing a project again."""

    interested = "interested"
    exploring = "exploring"
    adapting = "adapting"
    piloting = "piloting"
    adopted = "adopted"
    abandoned = "abandoned"


class LessonKind(StrEnum):
    worked = "worked"
    failed = "failed"
    surprise = "surprise"


class Project(Record, table=True):
    """A project: the version that is live beside the one that is being written, if there is one.

    ``version`` counts every change of either. The columns between are the live version's, for order and conditions.
    """

    __table_args__ = (
        CheckConstraint("(live_state IS NULL) = (live IS NULL)", name="live"),
        CheckConstraint("(work_state IS NULL) = (work IS NULL)", name="work"),
        CheckConstraint("live IS NOT NULL OR work IS NOT NULL", name="something"),
        Index("ix_project_reviewed_at", "live_state", "reviewed_at"),
    )

    organisation_id: str = Field(foreign_key="organisation.id", max_length=32, index=True)
    origin: Origin = Field(default=Origin.member, sa_type=choice(Origin))
    start: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    end: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    published_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    reviewed_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    """When the live version was last published or said to be still right."""
    live_state: ProjectState | None = Field(default=None, sa_type=choice(ProjectState))
    live: dict[str, Any] | None = Field(default=None, sa_type=Json)
    work_state: ProjectState | None = Field(default=None, sa_type=choice(ProjectState), index=True)
    work: dict[str, Any] | None = Field(default=None, sa_type=Json)
    publishes_itself: bool = True
    """Whether the version that is written is published as soon as it is approved."""
    created_by: str = Field(max_length=60)
    """Who began it, as histories name actors."""

    organisation: Organisation = Relationship(sa_relationship_kwargs={"lazy": "joined"})


class ProjectKey(SQLModel, table=True):
    """What another system calls a project, so that a second import of its file finds it."""

    __tablename__ = "project_key"

    source: str = Field(primary_key=True, max_length=60)
    key: str = Field(primary_key=True, max_length=200)
    project_id: str = Field(foreign_key="project.id", max_length=32, index=True, ondelete="CASCADE")


class ProjectRevision(SQLModel, table=True):
    """One saved version of a project, whole: who left it so, in which state, and why."""

    __tablename__ = "project_revision"

    project_id: str = Field(primary_key=True, foreign_key="project.id", max_length=32, ondelete="CASCADE")
    number: int = Field(primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime)
    actor: str = Field(max_length=60)
    state: ProjectState = Field(sa_type=choice(ProjectState))
    reason: str | None = Field(default=None, max_length=500)
    document: dict[str, Any] = Field(sa_type=Json)


class ReviewComment(Record, table=True):
    """What a reviewer asks to be changed, in one field of the version that was submitted."""

    __tablename__ = "review_comment"

    project_id: str = Field(foreign_key="project.id", max_length=32, index=True, ondelete="CASCADE")
    pointer: str = Field(max_length=200)
    """The field, as a JSON pointer into the project's document; empty for the whole."""
    text: str = Field(max_length=2000)
    written_by: str = Field(max_length=60)
    is_open: bool = True


class Replication(Record, table=True):
    """That an organisation does again what a project did; it counts once both sides have confirmed it, or a source says so."""

    __table_args__ = (
        Index(
            "uq_replication_open",
            "source_id",
            "organisation_id",
            unique=True,
            sqlite_where=text("state NOT IN ('adopted', 'abandoned')"),
            postgresql_where=text("state NOT IN ('adopted', 'abandoned')"),
        ),
    )

    source_id: str = Field(foreign_key="project.id", max_length=32, index=True)
    organisation_id: str = Field(foreign_key="organisation.id", max_length=32, index=True)
    project_id: str | None = Field(default=None, foreign_key="project.id", max_length=32, index=True)
    """The project that the adopting organisation made of it."""
    state: Adoption = Field(default=Adoption.interested, sa_type=choice(Adoption))
    origin: Origin = Field(default=Origin.member, sa_type=choice(Origin))
    kept: LanguageMap | None = Field(default=None, sa_type=Json)
    changed: LanguageMap | None = Field(default=None, sa_type=Json)
    missing: LanguageMap | None = Field(default=None, sa_type=Json)
    confirmed_by_source_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    confirmed_by_adopter_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    source_confirmer: str | None = Field(default=None, max_length=60)
    adopter_confirmer: str | None = Field(default=None, max_length=60)
    reason: str | None = Field(default=None, max_length=500)
    """Why it was abandoned."""


class ProjectFile(SQLModel, table=True):
    """A file that was uploaded to a project. Its bytes lie in the storage; which versions name it, their documents say."""

    __tablename__ = "project_file"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    project_id: str = Field(foreign_key="project.id", max_length=32, index=True)
    sha256: str = Field(max_length=64)
    """Of what is kept."""
    size: int
    media_type: str = Field(max_length=100)
    name: str = Field(max_length=120)
    width: int | None = None
    """Of a picture, in pixels."""
    height: int | None = None
    uploaded_by: str = Field(max_length=60)
    """As histories name actors."""
    uploaded_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    is_stored: bool = False
    """Whether its bytes are all there: not yet while they are written, no more while they are removed."""
    unnamed_since: datetime | None = Field(default_factory=clock.now, sa_type=UTCDateTime, index=True)
    """Since when neither the live version nor the one at work names it; None while one does, or a kept revision."""
