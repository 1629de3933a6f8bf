"""What is written and read of applications."""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant
from citypeers.core.forms import Country, Form, Part, Slug
from citypeers.core.text import Line, Text
from citypeers.domain.members.joining.models import ApplicationState
from citypeers.domain.networks.schemas import NetworkName
from citypeers.domain.organisations.models import OrganisationKind
from citypeers.identity.schemas import Email, Language


class NewOrganisation(Part):
    """An organisation that the directory does not know yet."""

    name: Line
    kind: OrganisationKind
    country: Country


class ApplicationCreate(Part):
    """Who asks to belong to the network, in whose name, and why. A link is sent to the address to confirm it."""

    organisation: Slug | None = None
    new_organisation: NewOrganisation | None = None
    name: Line
    email: Email
    language: Language
    motivation: Annotated[Text, Field(min_length=20)]

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.organisation is None) == (self.new_organisation is None):
            raise PydanticCustomError("member_named", "an application names one organisation")
        return self


class ApplicationQuery(Form):
    """Which applications are asked for; those that wait unless said otherwise."""

    model_config = ConfigDict(extra="forbid")

    network: Annotated[list[Slug], Field(max_length=50)] = []
    state: Annotated[list[ApplicationState], Field(max_length=5)] = [ApplicationState.open]
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class ApplicationOut(Part):
    """An application, as those see it who decide."""

    id: str
    version: int
    network: NetworkName
    organisation: str | None
    organisation_name: str
    organisation_kind: OrganisationKind
    country: str
    name: str | None
    email: str | None
    language: str
    motivation: str | None
    state: ApplicationState
    membership_id: str | None
    created_at: Instant
    decided_at: Instant | None
    reason: str | None


class ApplicationPage(Part):
    """A page of applications, the oldest first."""

    items: list[ApplicationOut]
    next: str | None
    total: int


class Decision(Part):
    """What becomes of an application; a refusal has its reason."""

    verb: Literal["admit", "refuse"]
    reason: Annotated[Line, Field(max_length=500)] | None = None
