"""What people ask and are told of their own data."""

from typing import Any

from citypeers.core.dates import Instant
from citypeers.core.forms import Form
from citypeers.identity.schemas import Part, Password


class MyData(Form):
    """Everything that is kept of the person who asks, by section; each row with its fields as they are kept."""

    account: list[dict[str, Any]]
    grants: list[dict[str, Any]]
    sessions: list[dict[str, Any]]
    passkeys: list[dict[str, Any]]
    provider_links: list[dict[str, Any]]
    contacts: list[dict[str, Any]]
    invitations: list[dict[str, Any]]
    seats: list[dict[str, Any]]
    applications: list[dict[str, Any]]
    follows: list[dict[str, Any]]
    searches: list[dict[str, Any]]
    attention: list[dict[str, Any]]
    rooms: list[dict[str, Any]]
    tasks: list[dict[str, Any]]
    private_notes: list[dict[str, Any]]
    offers: list[dict[str, Any]]
    notices: list[dict[str, Any]]
    notice_ways: list[dict[str, Any]]
    notice_hours: list[dict[str, Any]]
    imports: list[dict[str, Any]]
    import_mappings: list[dict[str, Any]]
    letters: list[dict[str, Any]]
    activity: list[dict[str, Any]]


class ExportOut(Part):
    """An archive to take along, until it expires."""

    id: str
    made_at: Instant
    expires_at: Instant
    size: int
    """In bytes."""


class ExportPage(Part):
    """Archives that have not expired; always whole."""

    items: list[ExportOut]
    next: str | None
    total: int


class Erasing(Part):
    """One's password once more: erasure cannot be undone."""

    password: Password
