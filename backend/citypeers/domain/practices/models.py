"""Practices: what an organisation or a public source hands on to others as a good practice, policy, guide, study or checklist."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, Relationship

from citypeers.core.dates import LONGEST_PARTIAL_DATE, UTCDateTime
from citypeers.core.rows import Json, Record, choice
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations.models import Organisation

KIND = "practice"


class PracticeKind(StrEnum):
    """What a practice is to whoever looks for one."""

    good_practice = "good_practice"
    policy = "policy"
    charter = "charter"
    guide = "guide"
    study = "study"
    report = "report"
    checklist = "checklist"
    media = "media"
    """A newsletter or a podcast."""


class PracticeState(StrEnum):
    draft = "draft"
    published = "published"
    archived = "archived"


class Practice(Record, table=True):
    """A practice; only one that is published is for everybody."""

    __table_args__ = (
        CheckConstraint("organisation_id IS NOT NULL OR publisher IS NOT NULL", name="some_publisher"),
        CheckConstraint("(provenance_kind IS NULL) = (provenance_id IS NULL)", name="provenance"),
        Index("ix_practice_provenance", "provenance_kind", "provenance_id"),
    )

    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", max_length=32, index=True)
    """Who publishes it here; None where a public source names nobody whom the directory has."""
    publisher: str | None = Field(default=None, max_length=300)
    """The publisher as the work itself names it."""
    kind: PracticeKind = Field(sa_type=choice(PracticeKind))
    title: dict[str, str] = Field(sa_type=Json)
    summary: dict[str, str] | None = Field(default=None, sa_type=Json)
    year: int | None = None
    languages: list[str] = Field(default_factory=list, sa_type=Json)
    licence: str | None = Field(default=None, max_length=300)
    link: str | None = Field(default=None, max_length=300)
    topics: list[str] = Field(default_factory=list, sa_type=Json)
    review_on: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    """When somebody should look whether it is still right."""
    origin: Origin = Field(default=Origin.member, sa_type=choice(Origin))
    provenance_kind: str | None = Field(default=None, max_length=40)
    provenance_id: str | None = Field(default=None, max_length=64)
    """Of the record it came out of, such as a coaching."""
    state: PracticeState = Field(default=PracticeState.draft, sa_type=choice(PracticeState))
    reason: str | None = Field(default=None, max_length=500)
    """Why it was withdrawn, archived or taken up again."""
    published_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    created_by: str = Field(max_length=60)
    """Who began it, as histories name actors."""

    organisation: Organisation | None = Relationship(sa_relationship_kwargs={"lazy": "joined"})

    @property
    def provenance(self) -> dict[str, Any] | None:
        """Kind and id of the record it came out of."""
        return {"kind": self.provenance_kind, "id": self.provenance_id} if self.provenance_kind else None
