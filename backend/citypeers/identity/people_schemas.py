"""What is written and read of other people's accounts: invitations, recovery, grants."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr

from citypeers.core.dates import Instant
from citypeers.core.principal import Role
from citypeers.core.text import Line, Text
from citypeers.identity.models import EVERYWHERE, AccountState, Audience, ContactKind, InvitationState
from citypeers.identity.schemas import Email, GrantOut, Language, Part, Password

Token = Annotated[SecretStr, Field(min_length=20, max_length=100)]
Kind = Annotated[str, Field(max_length=40, pattern=r"^[a-z_]*$")]
Thing = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9:_-]*$")]
Holdable = Literal[
    Role.member, Role.municipal_representative, Role.national_representative, Role.steward, Role.secretariat, Role.administrator
]
"""Roles that people can be given."""


class TokenGiven(Part):
    """The token of a link in a letter; it stands behind the ``#`` of the address, so that no log sees it."""

    token: Token


class InvitationCreate(Part):
    """Who is asked to sign in, and as what."""

    email: Email
    name: Line
    language: Language = "en"
    role: Holdable = Role.member
    on_kind: Kind = EVERYWHERE
    on_id: Thing = EVERYWHERE


class InvitationOut(Part):
    """An invitation; ``expires_at`` is when its link stops working."""

    id: str
    email: str | None
    name: str
    language: str
    role: Role
    on_kind: str
    on_id: str
    state: InvitationState
    created_at: Instant
    expires_at: Instant


class InvitationPage(Part):
    """Open invitations."""

    items: list[InvitationOut]
    next: str | None
    total: int


class Invited(Part):
    """What the holder of an invitation's link is invited to."""

    email: str
    name: str
    language: str
    role: Role


class Accepting(TokenGiven):
    """An invitation accepted: one's name, language and password."""

    name: Line
    language: Language
    password: Password


class RecoveryAsk(Part):
    """Whose password is forgotten."""

    email: Email


class Recovering(TokenGiven):
    """A new password, by the link of a letter."""

    password: Password


class AccountOut(Part):
    """Somebody's account, as the secretariat sees it."""

    id: str
    email: str
    name: str
    language: str
    state: AccountState
    second_factor: bool
    created_at: Instant
    grants: list["HeldGrant"]
    may: list[str]


class HeldGrant(GrantOut):
    """A grant with its id."""

    id: str


class AccountPage(Part):
    """A page of accounts, by address."""

    items: list[AccountOut]
    next: str | None
    total: int


class GrantCreate(Part):
    """A role to hold from today on; on nothing means everywhere."""

    role: Holdable
    on_kind: Kind = EVERYWHERE
    on_id: Thing = EVERYWHERE


class AccountStep(Part):
    """A step of an account's life, with its reason."""

    verb: Literal["disable", "enable"]
    reason: Annotated[Text, Field(min_length=1)]


class ContactSet(Part):
    """Something of oneself that an audience may know, from now on."""

    kind: ContactKind
    value: Line
    audience: Audience


class ContactHeld(ContactSet):
    """As it was consented to, and when that was withdrawn."""

    id: str
    consented_at: Instant
    withdrawn_at: Instant | None


class ContactPage(Part):
    """Everything one shows or has shown."""

    items: list[ContactHeld]
    next: str | None
    total: int
