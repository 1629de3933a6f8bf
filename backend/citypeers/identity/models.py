"""People who sign in, what they may, and the sessions of their browsers; partner systems and their secrets."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, LargeBinary, Text
from sqlmodel import Field, SQLModel

from citypeers.core.dates import UTCDateTime
from citypeers.core.principal import Role
from citypeers.core.rows import Json, Record, choice, new_id

EVERYWHERE = ""
"""What a grant is on when it is on no single thing."""


class AccountState(StrEnum):
    active = "active"
    disabled = "disabled"


class Account(Record, table=True):
    """A person who may sign in."""

    email: str = Field(max_length=254)
    email_key: str = Field(max_length=254, unique=True)
    """The address as it is compared: folded."""
    name: str = Field(max_length=300)
    name_key: str = Field(default="", max_length=600)
    """The name as it is searched: folded."""
    language: str = Field(default="en", max_length=8)
    state: AccountState = Field(default=AccountState.active, sa_type=choice(AccountState))
    password_hash: str = Field(max_length=300)
    totp_sealed: str | None = Field(default=None, max_length=300)
    """The secret of the one-time codes, sealed with the instance's secret; None until the second factor is confirmed."""
    totp_begun: str | None = Field(default=None, max_length=300)
    """As ``totp_sealed``, of a second factor that is not confirmed yet."""
    totp_step: int | None = None
    """The time step of the last code taken; no code is taken twice."""


class Grant(SQLModel, table=True):
    """A role that an account holds, everywhere or on one thing, from one day to another."""

    __tablename__ = "access_grant"
    __table_args__ = (Index("ix_access_grant_thing", "on_kind", "on_id"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    account_id: str = Field(foreign_key="account.id", max_length=32, index=True, ondelete="CASCADE")
    role: Role = Field(sa_type=choice(Role))
    on_kind: str = Field(default=EVERYWHERE, max_length=40)
    on_id: str = Field(default=EVERYWHERE, max_length=64)
    valid_from: str = Field(max_length=10)
    valid_to: str | None = Field(default=None, max_length=10)


class BrowserSession(SQLModel, table=True):
    """One browser in which a person is signed in: the family of its refresh tokens."""

    __tablename__ = "browser_session"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    account_id: str = Field(foreign_key="account.id", max_length=32, index=True, ondelete="CASCADE")
    agent: str = Field(max_length=200)
    created_at: datetime = Field(sa_type=UTCDateTime)
    used_at: datetime = Field(sa_type=UTCDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    passkey_id: str | None = Field(default=None, max_length=32)
    """The passkey that was shown in it, as long as the account has it."""
    provider: str | None = Field(default=None, max_length=300)
    """The OpenID Connect provider by which it was opened; it says nothing of a second factor."""


class RefreshToken(SQLModel, table=True):
    """A refresh token, by its digest; used once."""

    __tablename__ = "refresh_token"

    digest: str = Field(primary_key=True, max_length=64)
    session_id: str = Field(foreign_key="browser_session.id", max_length=32, index=True, ondelete="CASCADE")
    expires_at: datetime = Field(sa_type=UTCDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class Passkey(SQLModel, table=True):
    """A key of a person's own device (WebAuthn), which checks who holds it before it signs."""

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    account_id: str = Field(foreign_key="account.id", max_length=32, index=True, ondelete="CASCADE")
    credential_id: str = Field(max_length=1400, unique=True)
    public_key: str = Field(sa_type=Text)
    """As the device gave it (COSE), in base64url."""
    sign_count: int = Field(sa_type=BigInteger)
    name: str = Field(max_length=300)
    created_at: datetime = Field(sa_type=UTCDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class PasskeyChallenge(SQLModel, table=True):
    """A challenge that waits for a device's answer, by its digest; answered once."""

    __tablename__ = "passkey_challenge"

    digest: str = Field(primary_key=True, max_length=64)
    account_id: str | None = Field(default=None, foreign_key="account.id", max_length=32, ondelete="CASCADE")
    """Whose new passkey it is for; None where somebody signs in."""
    expires_at: datetime = Field(sa_type=UTCDateTime, index=True)


class ProviderLink(SQLModel, table=True):
    """A person at an OpenID Connect provider, and the account that is theirs."""

    __tablename__ = "provider_link"

    issuer: str = Field(primary_key=True, max_length=300)
    subject: str = Field(primary_key=True, max_length=255)
    account_id: str = Field(foreign_key="account.id", max_length=32, index=True, ondelete="CASCADE")
    created_at: datetime = Field(sa_type=UTCDateTime)


class SigningKey(SQLModel, table=True):
    """A key that signs access tokens, sealed with the instance's secret."""

    __tablename__ = "signing_key"

    id: str = Field(primary_key=True, max_length=32)
    sealed: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UTCDateTime)


class Attempt(SQLModel, table=True):
    """How often something was tried of late, by the digest of who or what."""

    key: str = Field(primary_key=True, max_length=64)
    count: int
    seen: int
    """Seconds since 1970 of the last try."""
    until: int
    """Seconds since 1970 before which no try is let through."""


class Purpose(StrEnum):
    """What a link in a letter is for."""

    invitation = "invitation"
    recovery = "recovery"
    application = "application"
    export = "export"


class OneTimeLink(SQLModel, table=True):
    """The token of a link in a letter, by its digest; it opens one thing, once, for a time."""

    __tablename__ = "one_time_link"
    __table_args__ = (Index("ix_one_time_link_subject", "purpose", "subject"),)

    digest: str = Field(primary_key=True, max_length=64)
    purpose: Purpose = Field(sa_type=choice(Purpose))
    subject: str = Field(max_length=64)
    expires_at: datetime = Field(sa_type=UTCDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class InvitationState(StrEnum):
    open = "open"
    accepted = "accepted"
    revoked = "revoked"


class Invitation(Record, table=True):
    """That somebody is asked to sign in, and the role that waits for them."""

    email: str | None = Field(default=None, max_length=254)
    name: str = Field(max_length=300)
    language: str = Field(max_length=8)
    role: Role = Field(sa_type=choice(Role))
    on_kind: str = Field(default=EVERYWHERE, max_length=40)
    on_id: str = Field(default=EVERYWHERE, max_length=64)
    invited_by: str = Field(max_length=60)
    state: InvitationState = Field(default=InvitationState.open, sa_type=choice(InvitationState))
    expires_at: datetime = Field(sa_type=UTCDateTime)
    account_id: str | None = Field(default=None, foreign_key="account.id", max_length=32, index=True, ondelete="SET NULL")
    """Whoever accepted it."""


class Audience(StrEnum):
    """Who may see a way to reach somebody; each includes the ones below it."""

    public = "public"
    members = "members"
    secretariat = "secretariat"


class ContactKind(StrEnum):
    name = "name"
    email = "email"
    phone = "phone"
    position = "position"
    website = "website"


class Contact(SQLModel, table=True):
    """What an audience may know of a person, by a consent that has a day and can be withdrawn."""

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    account_id: str = Field(foreign_key="account.id", max_length=32, index=True, ondelete="CASCADE")
    kind: ContactKind = Field(sa_type=choice(ContactKind))
    value: str = Field(max_length=300)
    audience: Audience = Field(sa_type=choice(Audience))
    consented_at: datetime = Field(sa_type=UTCDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class Export(SQLModel, table=True):
    """What a person asked to take along: made at once, kept until its link expires."""

    __tablename__ = "data_export"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    account_id: str = Field(foreign_key="account.id", max_length=32, index=True, ondelete="CASCADE")
    made_at: datetime = Field(sa_type=UTCDateTime)
    expires_at: datetime = Field(sa_type=UTCDateTime, index=True)
    content: bytes = Field(sa_type=LargeBinary)
    """A zip archive."""


class IdempotentAnswer(SQLModel, table=True):
    """The first answer to a request that carries a key, kept in the transaction of what it did."""

    __tablename__ = "idempotent_answer"

    key: str = Field(primary_key=True, max_length=64)
    """Digest of who asked, for which operation, with which key."""
    body_digest: str = Field(max_length=64)
    status: int
    answer: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UTCDateTime, index=True)


class ClientState(StrEnum):
    active = "active"
    disabled = "disabled"


class OAuthClient(Record, table=True):
    """A partner system that asks for access tokens in its own name."""

    __tablename__ = "oauth_client"

    name: str = Field(max_length=300)
    state: ClientState = Field(default=ClientState.active, sa_type=choice(ClientState))
    state_reason: str | None = Field(default=None, max_length=300)
    """Why it was disabled or enabled the last time."""
    scopes: list[str] = Field(default_factory=list, sa_type=Json)
    bound_kind: str | None = Field(default=None, max_length=40)
    bound_id: str | None = Field(default=None, max_length=64)
    jwks: dict[str, Any] | None = Field(default=None, sa_type=Json)
    """The public keys by which it may prove who it is, instead of by a secret."""


class OAuthClientSecret(SQLModel, table=True):
    """A secret of a partner system, by its digest."""

    __tablename__ = "oauth_client_secret"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    client_id: str = Field(foreign_key="oauth_client.id", max_length=32, index=True, ondelete="CASCADE")
    digest: str = Field(max_length=64)
    created_at: datetime = Field(sa_type=UTCDateTime)
    expires_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    last_used_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class UsedAssertion(SQLModel, table=True):
    """An assertion that a partner system proved itself with, by the digest of its name; none counts twice."""

    __tablename__ = "used_assertion"

    key: str = Field(primary_key=True, max_length=64)
    until: int = Field(index=True)
    """Seconds since 1970 after which the assertion has expired by itself."""
