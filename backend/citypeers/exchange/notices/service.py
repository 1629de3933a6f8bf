"""Letters as the administration sees them: which wait, which are lost, and sending them again."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from sqlalchemy import delete, select
from sqlmodel import Session, col

from citypeers.core import audit, clock, newest
from citypeers.core.cursors import Cursors
from citypeers.core.dates import Instant
from citypeers.core.forms import Form
from citypeers.core.mail import LETTERS, Mail, MailState
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, NotFound
from citypeers.identity.people import staff

KIND = "mail"


class NotDead(Conflict):
    """Only a letter that was given up is sent again by hand."""

    name = "mail-not-dead"


class MailQuery(Form):
    """Which letters are asked for."""

    model_config = ConfigDict(extra="forbid")

    state: Annotated[list[MailState], Field(max_length=4)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class MailOut(Form):
    """A letter on its way; what it says is its reader's alone."""

    id: str
    to_address: str
    language: str
    letter: Annotated[str, Field(json_schema_extra=lambda schema: schema.update(enum=sorted(LETTERS)))]
    state: MailState
    attempts: int
    next_at: Instant
    last_error: str | None
    created_at: Instant
    sent_at: Instant | None


class MailPage(Form):
    """A page of letters, the newest first."""

    items: list[MailOut]
    next: str | None
    total: int


class MailStep(Form):
    """A letter that was given up is tried anew."""

    model_config = ConfigDict(extra="forbid")

    verb: Literal["retry"]


def page(session: Session, who: Principal, query: MailQuery, cursors: Cursors) -> MailPage:
    """A page of letters, the newest first."""
    staff(who)
    statement = select(Mail)
    if query.state:
        statement = statement.where(col(Mail.state).in_(query.state))
    found = newest.page(session, statement, Mail, col(Mail.created_at), query, cursors)
    return MailPage(items=[_out(row) for row in found.rows], next=found.next, total=found.total)


def _out(row: Mail) -> MailOut:
    return MailOut(**row.model_dump(include=set(MailOut.model_fields)))


def move(session: Session, who: Principal, id: str, step: MailStep) -> MailOut:
    """Try a letter that was given up anew."""
    staff(who)
    row = session.get(Mail, id, with_for_update=True)
    if row is None:
        raise NotFound
    if row.state is not MailState.dead:
        raise NotDead
    row.state, row.attempts, row.next_at = MailState.queued, 0, clock.now()
    session.flush()
    audit.record(session, who, f"mail.{step.verb}", KIND, row.id)
    return _out(row)


def sweep(session: Session, kept: timedelta) -> None:
    """Forget letters that were delivered long ago."""
    session.execute(delete(Mail).where(col(Mail.state) == MailState.sent, col(Mail.sent_at) < clock.now() - kept))
