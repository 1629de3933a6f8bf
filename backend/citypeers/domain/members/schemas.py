"""What is written and read of memberships."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant
from citypeers.core.forms import Country, Form, Part, Slug, Source
from citypeers.core.text import LanguageMap, Line
from citypeers.domain.members.states import Verb
from citypeers.domain.networks.models import MemberKind, MembershipState, Party
from citypeers.domain.networks.schemas import NetworkName
from citypeers.domain.organisations.schemas import Dated, OrganisationItem, OrganisationLink
from citypeers.identity.schemas import Email, Language


class MembershipWrite(Dated):
    """A dated membership as it is imported; network and organisation by slug."""

    network: Slug
    party: Party = Party.organisation
    country: Country | None = None
    organisation: Slug | None = None
    role: Line | None = None
    state: MembershipState = MembershipState.active
    decision: LanguageMap | None = None
    sources: list[Source]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.country if self.party is Party.country else self.organisation) is None:
            raise PydanticCustomError("member_named", "a membership names its country or its organisation")
        if not (self.valid_from or self.observed_on):
            raise PydanticCustomError("membership_begins", "a membership has a beginning or an observation")
        if not self.sources:
            raise PydanticCustomError("membership_source", "a membership has a source")
        return self

    @property
    def identity(self) -> str:
        """What one membership is told from another by: who, where, since when."""
        member = self.country if self.party is Party.country else self.organisation
        return f"{self.network}: {member} since {self.valid_from or self.observed_on}"


class Contact(Part):
    """Who is written to."""

    email: Email
    name: Line
    language: Language = "en"


class MembershipInvite(Part):
    """A country or an organisation to be asked, and the person who is written to."""

    network: Slug
    organisation: Slug | None = None
    country: Country | None = None
    contact: Contact

    @model_validator(mode="after")
    def _named(self) -> Self:
        if (self.organisation is None) == (self.country is None):
            raise PydanticCustomError("member_named", "a membership names its country or its organisation")
        return self


class MembershipStep(Part):
    """A step of a membership, with its reason where it ends or refuses something."""

    verb: Verb
    reason: Annotated[Line, Field(max_length=500)] | None = None


class MembershipOut(Dated):
    """A membership with who and where; ``holds`` is not said here but by asking for a day."""

    id: str
    version: int
    network: NetworkName
    party: Party
    name: str
    """As the source names the member."""
    country: Country | None
    organisation: OrganisationLink | None
    kind: MemberKind
    role: str | None
    state: MembershipState
    decision: LanguageMap | None
    sources: list[Source]
    updated_at: Instant


class MembershipSeen(MembershipOut):
    """A membership as somebody signed in sees it; ``may`` names the steps they may take now."""

    may: list[Verb]


class OwnMembershipPage(Form):
    """The memberships that somebody acts for; the page is always whole."""

    items: list[MembershipSeen]
    next: str | None
    total: int


class MembershipPage(Form):
    """A page of memberships."""

    items: list[MembershipOut]
    next: str | None
    total: int


class CityMember(Dated):
    """A municipality or another body of a country that takes part."""

    membership: str
    name: str
    organisation: OrganisationLink | None
    state: MembershipState
    role: str | None
    latitude: float | None
    longitude: float | None


class Member(Dated):
    """A member on a day: a country with its ministry and its cities, or an organisation."""

    membership: str
    party: Party
    country: Country | None
    country_name: str | None
    """In the reader's language."""
    name: str
    organisation: OrganisationLink | None
    state: MembershipState
    role: str | None
    cities: list[CityMember]


class MemberPage(Form):
    """The members of a network on a day, and the country that hosts it, which is none of them; always whole."""

    on: str
    host: Member | None
    items: list[Member]
    next: str | None
    total: int


class CountryRow(Form):
    """A country of which organisations or members are known."""

    code: Country
    name: str
    """In the reader's language."""
    names: dict[str, str]
    organisations: int
    networks: int


class CountryPage(Form):
    """All countries of the directory; the page is always whole."""

    items: list[CountryRow]
    next: str | None
    total: int


class CountryOut(CountryRow):
    """A country with its ministries, its other organisations and the networks it or they belong to today."""

    ministries: list[OrganisationItem]
    cities: list[OrganisationItem]
    others: list[OrganisationItem]
    memberships: list[MembershipOut]
