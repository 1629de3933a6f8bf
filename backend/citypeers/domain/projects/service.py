"""Saving projects as they come from a source, and keeping what is served of them right."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock, outbox, rendered
from citypeers.core.principal import Principal
from citypeers.domain.networks import service as networks
from citypeers.domain.networks.models import KIND as NETWORK
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.service import Outcome
from citypeers.domain.projects import rendering
from citypeers.domain.projects.attachments import naming
from citypeers.domain.projects.models import (
    KIND,
    Adoption,
    Project,
    ProjectKey,
    ProjectRevision,
    ProjectState,
    Replication,
)
from citypeers.domain.projects.schemas import ProjectWrite, Story
from citypeers.domain.topics.models import Topic

PUBLIC = frozenset({ProjectState.published, ProjectState.needs_update})
"""States in which visitors see the live version; one that needs an update stays."""
_KEYS = uuid.UUID("6f1c7d52-6a3d-5a0e-9d43-6b0f1c5f0c11")
"""The namespace of ids that are made of a source and its key, so that one project has one address on every installation."""


def save_all(session: Session, who: Principal, writes: Sequence[ProjectWrite], source: str) -> list[Outcome]:
    """Create or change the published projects of a public source, known by their keys in it; an outcome for each in order."""
    leads = {row.slug: row for row in session.scalars(select(Organisation))}
    keys = select(col(ProjectKey.key), Project).join(Project, col(Project.id) == col(ProjectKey.project_id))
    known = {row[0]: row[1] for row in session.execute(keys.where(col(ProjectKey.source) == source))}
    outcomes, touched = [], []
    for write in writes:
        document, lead = naming.kept(story(write).model_dump(mode="json")), leads[write.organisation]
        project = known.get(write.key)
        if project is not None and "attachments" in (project.live or {}):
            document["attachments"] = (project.live or {})["attachments"]  # of which no source tells
        if project is None:
            project = known[write.key] = _created(who, write, lead, document, source)
            session.add(project)
            session.flush()
            session.add(ProjectKey(source=source, key=write.key, project_id=project.id))
            outcomes.append(Outcome.created)
        elif (project.live, project.organisation_id) == (document, lead.id):
            outcomes.append(Outcome.unchanged)
            continue
        else:
            project.live, project.organisation = document, lead
            project.version += 1
            project.updated_at = project.reviewed_at = clock.now()
            outcomes.append(Outcome.changed)
        project.start, project.end = write.start, write.end
        keep_revision(session, who, project, ProjectState.published, document)
        touched.append(project)
    session.flush()
    copied = _replicate(session, writes, known)
    render(session, {project.id for project in touched} | copied)
    return outcomes


def id_of(source: str, key: str) -> str:
    """The id of the project that a source calls by a key."""
    return uuid.uuid5(_KEYS, f"{source}:{key}").hex


def story(write: Story) -> Story:
    """What of a write is kept as the project's own words and facts."""
    return Story.model_validate(write.model_dump(include=set(Story.model_fields)))


def _created(who: Principal, write: ProjectWrite, lead: Organisation, document: dict[str, Any], source: str) -> Project:
    now = clock.now()
    return Project(
        id=id_of(source, write.key),
        organisation_id=lead.id,
        origin=Origin.public_source,
        live_state=ProjectState.published,
        live=document,
        published_at=now,
        reviewed_at=now,
        created_by=who.name,
    )


def keep_revision(
    session: Session, who: Principal, project: Project, state: ProjectState, document: dict[str, Any], reason: str | None = None
) -> None:
    """Remember how the project stands at its present version."""
    session.add(
        ProjectRevision(
            project_id=project.id,
            number=project.version,
            at=project.updated_at,
            actor=who.name,
            state=state,
            reason=reason,
            document=document,
        )
    )


def _replicate(session: Session, writes: Sequence[ProjectWrite], known: Mapping[str, Project]) -> set[str]:
    """Keep what a source says of who copied whom; the ids of the projects that were copied."""
    copied = set()
    for write in writes:
        source = known.get(write.replicates or "")
        if source is None:
            continue
        copy = known[write.key]
        same = (col(Replication.source_id) == source.id, col(Replication.project_id) == copy.id)
        if session.scalar(select(col(Replication.id)).where(*same)) is None:
            session.add(
                Replication(
                    source_id=source.id,
                    organisation_id=copy.organisation_id,
                    project_id=copy.id,
                    state=Adoption.adopted,
                    origin=Origin.public_source,
                )
            )
            copied.add(source.id)
    session.flush()
    return copied


def missing(session: Session, writes: Sequence[ProjectWrite], source: str) -> Mapping[int, tuple[str, str]]:
    """The places of those that name what there is not, keys being those of one source; each with the field and what is wrong."""
    leads = set(session.scalars(select(col(Organisation.slug))))
    slugs = networks.known_slugs(session)
    topics = set(session.scalars(select(col(Topic.id))))
    keys = {write.key for write in writes}
    keys |= set(session.scalars(select(col(ProjectKey.key)).where(col(ProjectKey.source) == source)))
    found: dict[int, tuple[str, str]] = {}
    for place, write in enumerate(writes):
        partners = {partner.organisation for partner in write.partners if partner.organisation}
        if write.organisation not in leads:
            found[place] = ("organisation", "unknown_organisation")
        elif partners - leads:
            found[place] = ("partners", "unknown_organisation")
        elif set(write.networks) - slugs:
            found[place] = ("networks", "unknown_network")
        elif set(write.topics) - topics:
            found[place] = ("topics", "unknown_topic")
        elif write.replicates is not None and write.replicates not in keys - {write.key}:
            found[place] = ("replicates", "unknown_project")
    return found


def render(session: Session, ids: Iterable[str]) -> None:
    """Keep the served forms of some projects as they are now."""
    session.flush()
    projects = session.scalars(select(Project).where(col(Project.id).in_(list(ids))).order_by(col(Project.id))).all()
    stories = {each.id: Story.model_validate(each.live) for each in projects if each.live_state in PUBLIC}
    shown = rendering.Shown(session, stories)
    for project in projects:
        if project.id in stories:
            rendered.put(session, rendering.rendering(project, stories[project.id], shown))
        else:
            rendered.withdraw(session, KIND, project.id)
        outbox.record(session, "project.changed", KIND, project.id)


def _follow(kind: str) -> Any:
    def follow(session: Session, ids: Iterable[str]) -> None:
        """Render anew the projects that show something of these."""
        shown = {project for id in ids for of, project in rendered.dependants(session, kind, id) if of == KIND}
        if shown:
            render(session, shown)

    return follow


organisations.WHEN_CHANGED.append(_follow(ORGANISATION))
networks.WHEN_RENAMED.append(_follow(NETWORK))
