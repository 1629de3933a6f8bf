"""Applications of organisations to belong to a network."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field

from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Record, choice
from citypeers.domain.organisations.models import OrganisationKind

KIND = "application"


class ApplicationState(StrEnum):
    """``unconfirmed`` until the applicant opened the link that was sent; the decision is a step of the membership."""

    unconfirmed = "unconfirmed"
    open = "open"
    admitted = "admitted"
    refused = "refused"
    withdrawn = "withdrawn"


class Application(Record, table=True):
    """That an organisation asks to belong to a network; what it says of the applicant can be erased."""

    network_id: str = Field(foreign_key="network.id", max_length=32, index=True, ondelete="CASCADE")
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", max_length=32, index=True)
    organisation_name: str = Field(max_length=300)
    organisation_key: str = Field(max_length=600, index=True)
    """The name as it is compared: folded."""
    organisation_kind: OrganisationKind = Field(sa_type=choice(OrganisationKind))
    country: str = Field(max_length=2)
    name: str | None = Field(default=None, max_length=300)
    email: str | None = Field(default=None, max_length=254)
    email_key: str | None = Field(default=None, max_length=254, index=True)
    language: str = Field(max_length=8)
    motivation: str | None = Field(default=None, max_length=4000)
    state: ApplicationState = Field(default=ApplicationState.unconfirmed, sa_type=choice(ApplicationState), index=True)
    membership_id: str | None = Field(default=None, foreign_key="membership.id", max_length=32, unique=True, ondelete="SET NULL")
    decided_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    decided_by: str | None = Field(default=None, max_length=60)
    reason: str | None = Field(default=None, max_length=500)
