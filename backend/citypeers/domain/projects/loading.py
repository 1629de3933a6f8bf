"""Projects as they come from a source, which knows them by keys of its own."""

import uuid
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import insert, literal, select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.db import METADATA
from citypeers.core.garbage import uncollected
from citypeers.core.principal import Principal
from citypeers.core.rows import add, batched, new_id
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import Adoption, Project, ProjectKey, ProjectRevision, ProjectState, Replication
from citypeers.domain.projects.schemas import ProjectWrite, Story
from citypeers.domain.projects.service import document as document_of
from citypeers.domain.projects.service import named_by, render, serve

_KEYS = uuid.UUID("6f1c7d52-6a3d-5a0e-9d43-6b0f1c5f0c11")
"""The namespace of ids that are made of a source and its key, so that one project has one address on every installation."""


class ProjectOutcome(StrEnum):
    """What became of one row of a source."""

    created = "created"
    changed = "changed"
    unchanged = "unchanged"
    kept_of_its_people = "kept_of_its_people"
    """Its own people have published since: what they say stands."""
    kept_archived = "kept_archived"
    """It was archived here and stays so, whatever the source says."""
    kept_under_review = "kept_under_review"
    """A reviewer has its draft before them."""


PROJECT, KEY, REVISION = (METADATA.tables[str(each.__tablename__)] for each in (Project, ProjectKey, ProjectRevision))
KEPT = frozenset({ProjectOutcome.kept_of_its_people, ProjectOutcome.kept_archived, ProjectOutcome.kept_under_review})
"""Outcomes that leave a project as it is although the source says something else."""


@dataclass(slots=True)
class New:
    """A project that is not in the database yet: a row of the mapper would take as long as all else that is done with it."""

    id: str
    organisation: Organisation
    live: dict[str, Any] | None
    created_by: str
    published_at: datetime
    reviewed_at: datetime
    updated_at: datetime
    start: str | None = None
    end: str | None = None
    version: int = 1
    origin: Origin = Origin.public_source
    live_state: ProjectState | None = ProjectState.published

    @property
    def organisation_id(self) -> str:
        return self.organisation.id

    def values(self) -> tuple[Any, ...]:
        """In the order of the table."""
        dated = (self.start, self.end, self.published_at, self.reviewed_at)
        begun = (self.id, self.version, self.updated_at, self.updated_at, self.organisation.id, self.origin)
        return (*begun, *dated, self.live_state, self.live, None, None, True, self.created_by)


def known(session: Session, source: str, keys: Iterable[str]) -> dict[str, Project]:
    """The projects that a source calls by some keys."""
    found: dict[str, Project] = {}
    joined = select(col(ProjectKey.key), Project).join(Project, col(Project.id) == col(ProjectKey.project_id))
    for some in batched(set(keys)):
        rows = session.execute(joined.where(col(ProjectKey.source) == source, col(ProjectKey.key).in_(some)))
        found |= {row[0]: row[1] for row in rows}
    return found


def leads(session: Session, slugs: Iterable[str]) -> dict[str, Organisation]:
    """Organisations by their slugs."""
    found: dict[str, Organisation] = {}
    for some in batched(set(slugs)):
        rows = session.scalars(select(Organisation).where(col(Organisation.slug).in_(some)))
        found |= {row.slug: row for row in rows}
    return found


def save_all(session: Session, who: Principal, writes: Sequence[ProjectWrite], source: str) -> list[ProjectOutcome]:
    """Create or change the published projects of a public source, known by their keys in it; an outcome for each in order."""
    return [outcome for outcome, _ in save_each(session, who, writes, source)]


@uncollected()
def save_each(
    session: Session, who: Principal, writes: Sequence[ProjectWrite], source: str
) -> list[tuple[ProjectOutcome, Project | New]]:
    """As :func:`save_all`, with the projects as they are then."""
    lead_of = leads(session, (write.organisation for write in writes))
    present: dict[str, Project | New] = {**known(session, source, (write.key for write in writes))}
    left = _left_over(session, (id_of(source, write.key) for write in writes if write.key not in present))
    outcomes: list[ProjectOutcome] = []
    touched: dict[str, Project | New] = {}
    stories: dict[str, Story] = {}
    keys = []
    for write in writes:
        project, lead = present.get(write.key), lead_of[write.organisation]
        document = document_of(write)
        if project is None:
            project = present[write.key] = _created(left, who, write, lead, document, source)
            keys.append((source, write.key, project.id))
            outcomes.append(ProjectOutcome.created)
        elif (stays := _stays(project, document, lead)) is not None:
            outcomes.append(stays)
            continue
        else:
            project.live, project.live_state, project.organisation = document, ProjectState.published, lead
            project.version += 1
            project.updated_at = project.reviewed_at = clock.now()
            outcomes.append(ProjectOutcome.changed)
        project.start, project.end = write.start, write.end
        touched[project.id], stories[project.id] = project, write
    session.flush()
    add(session, PROJECT, (each.values() for each in touched.values() if isinstance(each, New)))
    add(session, KEY, keys)
    _keep_revisions(session, who, touched)
    said = {write.key: write.replicates for write, outcome in zip(writes, outcomes, strict=True) if outcome not in KEPT}
    copied = {each.source_id for each in replicate(session, said, source)}
    serve(session, [touched[id] for id in sorted(touched)], stories)
    render(session, copied - touched.keys())
    return [(outcome, present[write.key]) for write, outcome in zip(writes, outcomes, strict=True)]


def _keep_revisions(session: Session, who: Principal, ids: Iterable[str]) -> None:
    """Remember how some projects stand that were just published; the database copies their words itself."""
    now = (PROJECT.c.id, PROJECT.c.version, PROJECT.c.updated_at, literal(who.name), PROJECT.c.live_state, PROJECT.c.live)
    names = ("project_id", "number", "at", "actor", "state", "document")
    for batch in batched(ids):
        session.execute(insert(REVISION).from_select(names, select(*now).where(PROJECT.c.id.in_(batch))))


def _stays(project: "Project | New", document: dict[str, Any], lead: Organisation) -> ProjectOutcome | None:
    """Why a known project is left as it is; None where the source's words become its own."""
    if project.live_state is ProjectState.archived:
        return ProjectOutcome.kept_archived
    if (project.live, project.organisation_id) == (document, lead.id):
        return ProjectOutcome.unchanged
    return ProjectOutcome.kept_of_its_people if project.origin is Origin.member else None


def id_of(source: str, key: str) -> str:
    """The id of the project that a source calls by a key."""
    return uuid.uuid5(_KEYS, f"{source}:{key}").hex


def _left_over(session: Session, ids: Iterable[str]) -> dict[str, Project]:
    """Projects that no key leads to any more: those of an import that was taken back."""
    return {row.id: row for batch in batched(ids) for row in session.scalars(select(Project).where(col(Project.id).in_(batch)))}


def _created(
    left: Mapping[str, Project], who: Principal, write: ProjectWrite, lead: Organisation, document: dict[str, Any], source: str
) -> "Project | New":
    """A project that its source names for the first time, or again after an import of it was taken back."""
    now = clock.now()
    id = id_of(source, write.key)
    project = left.get(id)
    if project is not None and project.live_state is ProjectState.archived and project.work is None:
        project.version, project.updated_at, project.organisation = project.version + 1, now, lead
        project.origin, project.live, project.live_state = Origin.public_source, document, ProjectState.published
        project.published_at = project.reviewed_at = now
        return project
    return New(new_id() if project else id, lead, document, who.name, now, now, now)


def replicate(session: Session, said: Mapping[str, str | None], source: str) -> list[Replication]:
    """Keep what a source says of who copied whom, key by key; the replications that are new."""
    pairs = {copy: original for copy, original in said.items() if original is not None}
    named = known(session, source, {*pairs, *pairs.values()})
    there = {
        (pair[0], pair[1])
        for batch in batched({named[key].id for key in pairs if key in named})
        for pair in session.execute(
            select(col(Replication.source_id), col(Replication.project_id)).where(col(Replication.project_id).in_(batch))
        )
    }
    made = []
    for key, original in pairs.items():
        if original not in named or key not in named:
            continue
        copy = named[key]
        if (named[original].id, copy.id) not in there:
            row = Replication(
                source_id=named[original].id,
                organisation_id=copy.organisation_id,
                project_id=copy.id,
                state=Adoption.adopted,
                origin=Origin.public_source,
            )
            session.add(row)
            made.append(row)
    session.flush()
    return made


def missing(
    session: Session, writes: Sequence[ProjectWrite], source: str, named: Container[str] = ()
) -> Mapping[int, tuple[str, str]]:
    """The places of those that name what there is not, keys being those of one source; each with the field and what is wrong.

    ``named`` are keys that come with the same file.
    """
    there = named_by(session, writes, (write.organisation for write in writes))
    copied = {write.replicates for write in writes if write.replicates is not None}
    keys = {write.key for write in writes}.union(known(session, source, copied))
    found: dict[int, tuple[str, str]] = {}
    for place, write in enumerate(writes):
        wrong = there.lacks(write)
        if write.organisation not in there.organisations:
            found[place] = ("organisation", "unknown_organisation")
        elif wrong:
            found[place] = wrong[0]
        elif write.replicates is not None and (
            write.replicates == write.key or (write.replicates not in keys and write.replicates not in named)
        ):
            found[place] = ("replicates", "unknown_project")
    return found
