"""Reads of replications: of one project, one alone, and the machine."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, literal, or_, select, tuple_
from sqlmodel import Session, col

from citypeers.core import newest
from citypeers.core.cursors import Cursors
from citypeers.core.principal import Principal
from citypeers.core.problems import NotFound
from citypeers.domain.organisations import rendering
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import Project, Replication
from citypeers.domain.projects.replications import policy, service
from citypeers.domain.projects.replications.counting import is_counted
from citypeers.domain.projects.replications.schemas import (
    GuardOut,
    OwnReplicationQuery,
    ProjectLink,
    ReplicationOut,
    ReplicationPage,
    ReplicationQuery,
    ReplicationStepOut,
)
from citypeers.domain.projects.replications.states import REFUSAL, TABLE, ReplicationActor
from citypeers.domain.projects.schemas import Story

_ORDER = "replications"


def source(session: Session, who: Principal, project_id: str) -> Project:
    """A project that the reader may see; 404 if there is none."""
    row = session.scalars(select(Project).where(col(Project.id) == project_id, policy.projects.where(who))).one_or_none()
    if row is None:
        raise NotFound
    return row


def page(session: Session, who: Principal, project_id: str, query: ReplicationQuery, cursors: Cursors) -> ReplicationPage:
    """A page of the replications of a project that the reader may see."""
    key = (col(Organisation.slug), col(Replication.id))
    statement = (
        select(Replication, col(Organisation.slug))
        .join(Organisation, col(Organisation.id) == col(Replication.organisation_id))
        .where(col(Replication.source_id) == source(session, who, project_id).id, policy.replications.see.where(who))
    )
    if query.state:
        statement = statement.where(col(Replication.state).in_(query.state))
    total = session.execute(statement.with_only_columns(func.count(col(Replication.id)))).scalar_one()
    if query.cursor:
        statement = statement.where(tuple_(*key) > tuple_(*(literal(value) for value in cursors.read(_ORDER, query.cursor))))
    rows = session.execute(statement.order_by(*key).limit(query.limit + 1)).all()
    shown = rows[: query.limit]
    last = shown[-1] if len(rows) > len(shown) else None
    more = cursors.write(_ORDER, [last[1], last[0].id]) if last else None
    return ReplicationPage(items=_out(session, who, [row[0] for row in shown]), next=more, total=total)


def mine(session: Session, who: Principal, query: OwnReplicationQuery, cursors: Cursors) -> ReplicationPage:
    """A page of the replications of which ``who`` speaks for a side, the last changed first."""
    sides: Iterable[ReplicationActor] = query.side or policy.own
    statement = select(Replication).where(or_(*(policy.own[side].where(who) for side in sides)))
    if query.state:
        statement = statement.where(col(Replication.state).in_(query.state))
    found = newest.page(session, statement, Replication, col(Replication.updated_at), query, cursors)
    return ReplicationPage(items=_out(session, who, found.rows), next=found.next, total=found.total)


def get(session: Session, who: Principal, id: str) -> tuple[ReplicationOut, str]:
    """One replication and its entity tag."""
    row = policy.replications.find(session, who, col(Replication.id) == id)
    return _out(session, who, [row])[0], service.etag(row)


def _out(session: Session, who: Principal, rows: Sequence[Replication]) -> list[ReplicationOut]:
    named = {row.source_id for row in rows} | {row.project_id for row in rows if row.project_id}
    projects = {row.id: row for row in session.scalars(select(Project).where(col(Project.id).in_(named)))}
    bodies = select(Organisation).where(col(Organisation.id).in_([row.organisation_id for row in rows]))
    adopters = {row.id: row for row in session.scalars(bodies)}
    seen = set(session.scalars(select(col(Project.id)).where(col(Project.id).in_(named), policy.projects.where(who))))
    sides = policy.Sides(session, who, rows)
    kept = set(ReplicationOut.model_fields) & set(Replication.model_fields)
    return [
        ReplicationOut.model_validate(
            {
                **row.model_dump(include=kept),
                "source": _link(projects[row.source_id]),
                "organisation": rendering.link(adopters[row.organisation_id]),
                "project": _link(projects[row.project_id]) if row.project_id in seen else None,
                "counts": is_counted(row),
                "sides": sorted(sides.of(row)),
                "may": service.may(row, sides.of(row)),
            }
        )
        for row in rows
    ]


def _link(project: Project) -> ProjectLink:
    """A project as others name it."""
    return ProjectLink(id=project.id, title=Story.model_validate(project.live or project.work).title)


def machine() -> list[ReplicationStepOut]:
    """The table of steps, for screens and programs."""
    return [
        ReplicationStepOut(
            verb=line.verb,
            sources=sorted(line.sources),
            target=line.target,
            who=sorted(line.who),
            told=sorted(line.told),
            needs_reason=line.needs_reason,
            guards=[GuardOut(guard=guard, refusal=REFUSAL[guard]) for guard in line.guards],
            effects=list(line.effects),
        )
        for line in TABLE
    ]
