"""Reading the record of what was done."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import ConfigDict, Field
from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.core import audit
from citypeers.core.audit import AuditEvent
from citypeers.core.cursors import Cursors
from citypeers.core.dates import Instant
from citypeers.core.deeds import DEEDS, THINGS
from citypeers.core.forms import Form
from citypeers.core.principal import Principal
from citypeers.identity.models import Account
from citypeers.identity.people import staff

_ORDER = "audit"
Name = Annotated[str, Field(max_length=64)]


class AuditQuery(Form):
    """Which events are asked for."""

    model_config = ConfigDict(extra="forbid")

    actor: Annotated[list[Name], Field(max_length=20)] = []
    verb: Annotated[list[Name], Field(max_length=20)] = []
    kind: Annotated[list[Name], Field(max_length=20)] = []
    subject: Annotated[list[Name], Field(max_length=20)] = []
    since: datetime | None = None
    until: datetime | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class ChangeOut(Form):
    """One field before and after; ``erased`` where what it told of a person is kept no more."""

    field: str
    before: Any
    after: Any
    erased: bool


class AuditEventOut(Form):
    """One thing that was done, by whom, to what."""

    position: int
    at: Instant
    actor: str
    actor_name: str | None
    """The name of the account, while there is one."""
    request_id: str
    verb: Annotated[str, Field(json_schema_extra=lambda schema: schema.update(enum=sorted(DEEDS)))]
    kind: Annotated[str, Field(json_schema_extra=lambda schema: schema.update(enum=sorted(THINGS)))]
    subject: str
    changes: list[ChangeOut]


class AuditPage(Form):
    """A page of events, the newest first."""

    items: list[AuditEventOut]
    next: str | None
    total: int


def page(session: Session, who: Principal, query: AuditQuery, cursors: Cursors) -> AuditPage:
    """A page of events, the newest first."""
    staff(who)
    statement = select(AuditEvent)
    for name in ("actor", "verb", "kind", "subject"):
        if wanted := getattr(query, name):
            statement = statement.where(col(getattr(AuditEvent, name)).in_(wanted))
    if query.since:
        statement = statement.where(col(AuditEvent.at) >= query.since)
    if query.until:
        statement = statement.where(col(AuditEvent.at) < query.until)
    total = session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    if query.cursor:
        statement = statement.where(col(AuditEvent.position) < int(cursors.read(_ORDER, query.cursor)[0] or 0))
    rows = session.scalars(statement.order_by(col(AuditEvent.position).desc()).limit(query.limit + 1)).all()
    shown = list(rows[: query.limit])
    more = cursors.write(_ORDER, [shown[-1].position]) if len(rows) > len(shown) else None
    return AuditPage(items=_out(session, shown), next=more, total=total)


def _out(session: Session, rows: list[AuditEvent]) -> list[AuditEventOut]:
    kept = audit.values(session, [row.position for row in rows])
    ids = {row.actor.partition(":")[2] for row in rows}
    names = {row[0]: row[1] for row in session.execute(select(col(Account.id), col(Account.name)).where(col(Account.id).in_(ids)))}

    def change(row: AuditEvent, said: dict[str, Any]) -> ChangeOut:
        if "digest" not in said:
            return ChangeOut(**said, erased=False)
        value = kept.get((row.position, said["field"]))
        before, after = (value.before, value.after) if value else (None, None)
        return ChangeOut(field=said["field"], before=before, after=after, erased=value is None)

    return [
        AuditEventOut(
            **row.model_dump(exclude={"changes", "previous", "hash"}),
            actor_name=names.get(row.actor.partition(":")[2]),
            changes=[change(row, said) for said in row.changes],
        )
        for row in rows
    ]
