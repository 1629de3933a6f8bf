"""What is written and read of passkeys; credentials have the names that browsers give them (WebAuthn 3, 5.1.8)."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.forms import Form
from citypeers.core.text import Line
from citypeers.identity.schemas import Part

_PATTERN = r"^[A-Za-z0-9_-]+$"
Short = Annotated[str, Field(min_length=1, max_length=1400, pattern=_PATTERN)]
Long = Annotated[str, Field(min_length=1, max_length=40_000, pattern=_PATTERN)]


class _Browsers(Form):
    """A value that browsers write; what else they say of it is passed over."""

    model_config = ConfigDict(extra="ignore")


class NewKey(_Browsers):
    """What a device says of a key it has made."""

    client_data: Long = Field(alias="clientDataJSON")
    attestation: Long = Field(alias="attestationObject")


class Signature(_Browsers):
    """What a device signed."""

    client_data: Long = Field(alias="clientDataJSON")
    authenticator_data: Long = Field(alias="authenticatorData")
    signature: Long


class _Credential(_Browsers):
    id: Short
    raw_id: Short = Field(alias="rawId")
    type: Literal["public-key"]


class NewCredential(_Credential):
    """What ``navigator.credentials.create`` gives."""

    response: NewKey


class ShownCredential(_Credential):
    """What ``navigator.credentials.get`` gives."""

    response: Signature


class PasskeyOptions(Part):
    """What a browser asks the device for, as ``navigator.credentials`` takes it; good for five minutes."""

    public_key: dict[str, Any]


class PasskeyCreate(Part):
    """A new passkey, and what its owner calls it."""

    name: Line
    credential: NewCredential


class PasskeySignIn(Part):
    """A passkey that is shown to sign in."""

    credential: ShownCredential


class PasskeyOut(Part):
    """A passkey of one's own."""

    id: str
    name: str
    created_at: Instant
    used_at: Instant | None


class PasskeyPage(Part):
    """Every passkey of an account, the oldest first; the page is always whole."""

    items: list[PasskeyOut]
    next: str | None
    total: int
