"""Drafts as they come from a file of somebody who speaks for the organisations in it: written, never published."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from citypeers.core import audit, clock
from citypeers.core.principal import Principal
from citypeers.core.rows import new_id
from citypeers.domain.members import acting
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects import loading
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.editing.states import WRITABLE
from citypeers.domain.projects.loading import ProjectOutcome
from citypeers.domain.projects.models import KIND, Project, ProjectKey, ProjectRevision, ProjectState
from citypeers.domain.projects.schemas import ProjectWrite

_BY_FILE = "file: "
"""Before the source, in the reason of the revisions that a file wrote: what anybody wrote since has another."""


def source_of(source: str, organisation: Organisation) -> str:
    """The name under which an organisation's own keys are remembered, so that nobody takes the keys of others."""
    return f"{source}/{organisation.id[:16]}"


def refused(session: Session, who: Principal, writes: Sequence[ProjectWrite]) -> dict[int, tuple[str, str]]:
    """The places of those that ``who`` may not write, each with the field and why; organisations are known to be there."""
    lead_of = loading.leads(session, (write.organisation for write in writes))
    mine = acting.spoken_for(session, who, (lead.id for lead in lead_of.values()))
    found: dict[int, tuple[str, str]] = {}
    for place, write in enumerate(writes):
        lead = lead_of.get(write.organisation)
        if lead is None or lead.id not in mine:
            found[place] = ("organisation", "not_your_organisation")
        elif write.replicates is not None:
            found[place] = ("replicates", "replicates_in_ledger")
    return found


def save_each(
    session: Session, who: Principal, writes: Sequence[ProjectWrite], source: str
) -> list[tuple[ProjectOutcome, Project]]:
    """Begin or rewrite drafts, known by their keys; what people wrote since stands. For each, in order, what became of it."""
    lead_of = loading.leads(session, (write.organisation for write in writes))
    saved = [_saved(session, who, write, lead_of[write.organisation], source) for write in writes]
    touched = [each for each in saved if each[0] in (ProjectOutcome.created, ProjectOutcome.changed)]
    # What others wait for is taken last, so that nobody waits for them and they for nobody.
    projects.render(session, [project.id for _, project in touched])
    for outcome, project in touched:
        if outcome is ProjectOutcome.created:
            audit.record(session, who, "project.created", KIND, project.id, {"title": (None, (project.work or {})["title"])})
    return saved


def _saved(
    session: Session, who: Principal, write: ProjectWrite, lead: Organisation, source: str
) -> tuple[ProjectOutcome, Project]:
    """What became of one row, and its project."""
    own = source_of(source, lead)
    project = loading.known(session, own, [write.key]).get(write.key)
    document = projects.document(write)
    outcome = ProjectOutcome.changed
    if project is None:
        project = _begun(session, who, write, lead, own, document)
        outcome = ProjectOutcome.created
    elif (stays := _stays(session, project, document)) is not None:
        return stays, project
    else:
        project.version += 1
        project.updated_at = clock.now()
        project.work, project.work_state = document, project.work_state or ProjectState.draft
    session.flush()
    projects.keep_revision(session, who, project, project.work_state or ProjectState.draft, document, f"{_BY_FILE}{source}")
    return outcome, project


def _begun(
    session: Session, who: Principal, write: ProjectWrite, lead: Organisation, source: str, document: dict[str, Any]
) -> Project:
    project = Project(
        id=new_id(),
        organisation_id=lead.id,
        organisation=lead,
        work_state=ProjectState.draft,
        work=document,
        created_by=who.name,
    )
    session.add(project)
    session.flush()
    session.add(ProjectKey(source=source, key=write.key, project_id=project.id))
    return project


def _stays(session: Session, project: Project, document: dict[str, Any]) -> ProjectOutcome | None:
    """Why a known project is left as it is; None where the file's words become the draft."""
    if project.work is None and project.live_state is ProjectState.archived:
        return ProjectOutcome.kept_archived
    if (project.work or project.live) == document:
        return ProjectOutcome.unchanged
    if project.work_state is not None and project.work_state not in WRITABLE:
        return ProjectOutcome.kept_under_review
    last = session.get(ProjectRevision, (project.id, project.version))
    by_file = last is not None and (last.reason or "").startswith(_BY_FILE)
    return None if by_file else ProjectOutcome.kept_of_its_people
