"""What is written and read of accounts and sessions."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, SecretStr, StringConstraints

from citypeers.core.dates import Instant
from citypeers.core.forms import Form
from citypeers.core.principal import Role
from citypeers.core.text import LANGUAGES, Line, safe

_ADDRESS = StringConstraints(strip_whitespace=True, min_length=3, max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
Email = Annotated[str, _ADDRESS, AfterValidator(safe)]
Password = Annotated[SecretStr, Field(min_length=1, max_length=200)]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
Language = Annotated[str, StringConstraints(pattern=f"^({'|'.join(LANGUAGES)})$")]


class Part(Form):
    """A body closed to names it does not know."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class SignIn(Part):
    """Who signs in; ``code`` where the account has a second factor."""

    email: Email
    password: Password
    code: Code | None = None


class Access(Part):
    """A token for the header ``Authorization: Bearer``; what comes after it is in a cookie that scripts cannot read."""

    access_token: str
    token_type: str = "Bearer"  # noqa: S105  # the scheme's name (RFC 6750)
    expires_in: int


class GrantOut(Part):
    """A role that is held today, everywhere or on one thing."""

    role: Role
    on_kind: str
    on_id: str
    valid_from: str
    valid_to: str | None


class Me(Part):
    """The account that is signed in."""

    id: str
    email: str
    name: str
    language: str
    second_factor: bool
    must_enrol: bool
    """Whether a role waits for the second factor to be set up."""
    grants: list[GrantOut]
    version: int


class MeUpdate(Part):
    """What people change of their own account."""

    name: Line | None = None
    language: Language | None = None


class PasswordChange(Part):
    """The password as it is, and as it shall be; every other session ends."""

    current: Password
    new: Password


class SessionOut(Part):
    """A browser in which one is signed in."""

    id: str
    agent: str
    created_at: Instant
    used_at: Instant
    current: bool


class SessionPage(Part):
    """Every open session of an account, the last used first; the page is always whole."""

    items: list[SessionOut]
    next: str | None
    total: int


class Enrolment(Part):
    """A second factor that waits for its first code: an address for an authenticator app, and its secret to type."""

    address: str
    secret: str


class CodeGiven(Part):
    """A one-time code."""

    code: Code


class AccountCreate(Part):
    """A new account with a first password, and the role it holds everywhere, if any."""

    email: Email
    name: Line
    language: Language = "en"
    password: Password
    role: Role | None = Role.member
