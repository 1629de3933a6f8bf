"""The family of a project: what it stems from, and what stems from that, across cities and countries."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.principal import Principal
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.rendering import link
from citypeers.domain.projects.models import Adoption, Project, Replication
from citypeers.domain.projects.replications import counting, policy, queries
from citypeers.domain.projects.replications.schemas import FamilyEdge, FamilyNode, FamilyOut
from citypeers.domain.projects.schemas import Story

MOST = 500
"""Replications of a family that are shown."""


def get(session: Session, who: Principal, project_id: str) -> FamilyOut:
    """The family of a project, as far as the reader may see it."""
    start = queries.source(session, who, project_id).id
    above = _followed(session, who, {start}, "project_id", "source_id")
    roots = {start, *(row.source_id for row in above)} - {row.project_id for row in above}
    below = _followed(session, who, roots, "source_id", "project_id")
    rows = {row.id: row for row in (*above, *below)}
    shown = list(rows.values())[:MOST]
    return _drawn(session, who, {start, *roots}, shown, len(shown) == len(rows))


def _followed(session: Session, who: Principal, start: Iterable[str], here: str, onward: str) -> list[Replication]:
    """The replications on the way from these projects, a generation at a time; one more than is shown tells that there are more."""
    found: list[Replication] = []
    reached, newest = set(start), set(start)
    goes_on = (col(Replication.state) != Adoption.abandoned, policy.replications.see.where(who))
    while newest and len(found) <= MOST:
        rows = (
            select(Replication)
            .where(getattr(Replication, here).in_(newest), *goes_on)
            .order_by(col(Replication.created_at), col(Replication.id))
        )
        generation = session.scalars(rows.limit(MOST + 1 - len(found))).all()
        found += generation
        newest = {id for row in generation if (id := getattr(row, onward))} - reached
        reached |= newest
    return found


def _drawn(session: Session, who: Principal, projects: set[str], rows: list[Replication], is_whole: bool) -> FamilyOut:
    """Nodes and edges, roots first; each replication of a project that the reader may not see ends at its organisation."""
    parents = projects | {row.source_id for row in rows}
    named = parents | {row.project_id for row in rows if row.project_id}
    found = {row.id: row for row in session.scalars(select(Project).where(col(Project.id).in_(named)))}
    seen = set(session.scalars(select(col(Project.id)).where(col(Project.id).in_(named), policy.projects.where(who))))
    bodies = select(Organisation).where(col(Organisation.id).in_([row.organisation_id for row in rows]))
    adopters = {row.id: row for row in session.scalars(bodies)}
    ends = {row.id: row.project_id if row.project_id in seen | parents and row.project_id else row.id for row in rows}
    roots = parents - set(ends.values())
    nodes = {id: _project(found[id], id in seen, None) for id in sorted(roots, key=lambda id: (found[id].start or "~", id))}
    for row in rows:
        end = ends[row.id]
        if end in found:
            nodes.setdefault(end, _project(found[end], end in seen, row.state))
        else:
            adopter = adopters[row.organisation_id]
            nodes[end] = FamilyNode(
                id=end, project=None, title=None, organisation=link(adopter), country=adopter.country, state=row.state
            )
    edges = [
        FamilyEdge(
            source=row.source_id, target=ends[row.id], replication=row.id, state=row.state, confirmed=counting.is_confirmed(row)
        )
        for row in rows
    ]
    return FamilyOut(nodes=list(nodes.values()), edges=edges, is_whole=is_whole)


def _project(project: Project, is_seen: bool, state: Adoption | None) -> FamilyNode:
    story = Story.model_validate(project.live or project.work)
    return FamilyNode(
        id=project.id,
        project=project.id if is_seen else None,
        title=story.title if is_seen else None,
        organisation=link(project.organisation),
        country=story.places[0].country if story.places else project.organisation.country,
        state=state,
    )
