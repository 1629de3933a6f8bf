"""Putting projects back to what they were before a file changed them, where nobody has changed them since."""

from typing import Any

from sqlalchemy import delete, select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.principal import Principal
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.models import Project, ProjectKey, ProjectState, Replication

_KEPT = ("organisation_id", "origin", "start", "end", "published_at", "reviewed_at", "live_state", "live", "work_state", "work")
REASON = "import undone"


def snapshot(project: Project) -> dict[str, Any]:
    """What a project is, as far as a file can change it."""
    return project.model_dump(mode="json", include=set(_KEPT))


def put_back(session: Session, who: Principal, id: str, version: int, before: dict[str, Any] | None) -> int | None:
    """Make a project what it was, or archive one that was not there; its version then, None where somebody has changed it since."""
    project = session.scalars(select(Project).where(col(Project.id) == id).with_for_update(of=Project)).one_or_none()
    if project is None or project.version != version:
        return None
    if before is None:
        project.live, project.live_state = project.live or project.work, ProjectState.archived
        project.work = project.work_state = None
    else:
        kept = Project.model_validate({**before, "created_by": project.created_by})
        for name in _KEPT:
            setattr(project, name, getattr(kept, name))
    project.version += 1
    project.updated_at = clock.now()
    session.flush()
    session.refresh(project)
    state = project.work_state or project.live_state or ProjectState.archived
    projects.keep_revision(session, who, project, state, project.work or project.live or {}, REASON)
    projects.render(session, [project.id])
    return project.version


def let_go(session: Session, source: str, key: str, id: str) -> None:
    """Forget that a source calls a project by a key."""
    mine = (col(ProjectKey.source) == source, col(ProjectKey.key) == key, col(ProjectKey.project_id) == id)
    session.execute(delete(ProjectKey).where(*mine))


def unsay(session: Session, replication_id: str) -> bool:
    """Take back what a source said of who copied whom. False where somebody has taken it further since."""
    row = session.get(Replication, replication_id, with_for_update=True)
    if row is None or row.version != 1 or row.confirmed_by_source_at or row.confirmed_by_adopter_at:
        return False
    source_id = row.source_id
    session.delete(row)
    session.flush()
    projects.render(session, [source_id])
    return True
