"""People who sign in, what they may, and the sessions of their browsers."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, LargeBinary, Text
from sqlmodel import Field, SQLModel

from citypeers.core.dates import UTCDateTime
from citypeers.core.principal import Role
from citypeers.core.rows import Record, choice, new_id

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


class RefreshToken(SQLModel, table=True):
    """A refresh token, by its digest; used once."""

    __tablename__ = "refresh_token"

    digest: str = Field(primary_key=True, max_length=64)
    session_id: str = Field(foreign_key="browser_session.id", max_length=32, index=True, ondelete="CASCADE")
    expires_at: datetime = Field(sa_type=UTCDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


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
