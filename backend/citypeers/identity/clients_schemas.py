"""What is written and read of partner systems."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant
from citypeers.core.text import Line
from citypeers.identity.models import ClientState
from citypeers.identity.schemas import Part
from citypeers.identity.scopes import ClientScope
from citypeers.identity.tokens import is_usable

Number = Annotated[str, Field(min_length=1, max_length=1400, pattern=r"^[A-Za-z0-9_-]+$")]
Scopes = Annotated[list[ClientScope], Field(min_length=1, max_length=len(ClientScope))]


class ClientVerb(StrEnum):
    disable = "disable"
    enable = "enable"


class BoundKind(StrEnum):
    organisation = "organisation"
    country = "country"


class Bound(Part):
    """The one thing that a partner system speaks for: an organisation by slug or id, or a country by its two letters."""

    kind: BoundKind
    id: Line

    @model_validator(mode="after")
    def _country(self) -> Self:
        letters = self.id.isascii() and self.id.isalpha() and self.id.isupper() and len(self.id) == 2
        if self.kind is BoundKind.country and not letters:
            raise PydanticCustomError("country", "a country is two letters")
        return self


class PublicKey(Part):
    """A public key as a JSON Web Key (RFC 7517): P-256 for ES256, or RSA of 2048 to 4096 bits for RS256."""

    kid: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[!-~]+$")]
    kty: Literal["EC", "RSA"]
    alg: Literal["ES256", "RS256"]
    use: Literal["sig"] = "sig"
    crv: Literal["P-256"] | None = None
    x: Number | None = None
    y: Number | None = None
    n: Number | None = None
    e: Number | None = None

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if not is_usable(self.model_dump(exclude_none=True)):
            raise PydanticCustomError("key_unusable", "the key is not whole, or of another kind")
        return self


class KeySet(Part):
    """The public keys of a partner system."""

    keys: Annotated[list[PublicKey], Field(min_length=1, max_length=5)]

    @model_validator(mode="after")
    def _named_apart(self) -> Self:
        if len({key.kid for key in self.keys}) < len(self.keys):
            raise PydanticCustomError("keys_named_apart", "two keys have one name")
        return self


class ClientCreate(Part):
    """A new partner system; it gets a first secret unless it brings public keys."""

    name: Line
    scopes: Scopes
    bound: Bound | None = None
    jwks: KeySet | None = None


class ClientUpdate(Part):
    """What is changed of a partner system; null takes the binding or the keys away."""

    name: Line | None = None
    scopes: Scopes | None = None
    bound: Bound | None = None
    jwks: KeySet | None = None


class SecretCreate(Part):
    """One more secret, which ends by itself where a time is named."""

    expires_at: AwareDatetime | None = None


class SecretOut(Part):
    """What is known of a secret that was shown once."""

    id: str
    created_at: Instant
    expires_at: Instant | None
    last_used_at: Instant | None


class SecretShown(SecretOut):
    """A new secret, shown this once."""

    secret: str


class ClientOut(Part):
    """A partner system."""

    id: str
    name: str
    state: ClientState
    state_reason: str | None
    scopes: list[ClientScope]
    bound: Bound | None
    jwks: KeySet | None
    secrets: list[SecretOut]
    may: list[ClientVerb]
    """The steps that its state allows."""
    created_at: Instant
    updated_at: Instant
    version: int


class ClientCreated(ClientOut):
    """A new partner system with its first secret, shown this once; null where it proves itself by its keys."""

    secret: str | None


class ClientPage(Part):
    """Partner systems, in a stable order that says nothing."""

    items: list[ClientOut]
    next: str | None
    total: int


class ClientStep(Part):
    """A step in the life of a partner system, and why."""

    verb: ClientVerb
    reason: Line
