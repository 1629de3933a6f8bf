"""Files that no version names any more, and those that were never wholly kept: removed after a day."""

from datetime import timedelta

from sqlalchemy import ColumnElement, select, update
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.db import Database
from citypeers.core.principal import CLOCK
from citypeers.core.storage import Storage
from citypeers.domain.projects.attachments import queries, service
from citypeers.domain.projects.models import KIND, Project, ProjectFile, ProjectRevision

KEPT_FOR = timedelta(days=1)
AT_ONCE = 100
"""Files that one turn looks at."""


def remove(database: Database, storage: Storage) -> int:
    """Let go what has been named by nothing for a day; how many files went."""
    gone = 0
    while True:
        with database.transaction() as session:
            found = _due(session)
            leaving = [id for id, project in found.items() if _leaves(session, id, project)]
        # The rows go last: whatever ends this in between, the next turn finds them again.
        storage.remove([key for id in leaving for key in service.keys(id)])
        with database.transaction() as session:
            for id in leaving:
                file = session.get(ProjectFile, id)
                if file is None:  # another worker was faster
                    continue
                said = {"media_type": (file.media_type, None), "size": (file.size, None)}
                audit.record(session, CLOCK, "project.file_removed", KIND, file.project_id, said)
                session.delete(file)
        gone += len(leaving)
        if len(found) < AT_ONCE:
            return gone


def _due(session: Session) -> dict[str, str]:
    """Files that neither the live version nor the one at work has named for a day, with their projects."""
    rows = session.execute(
        select(col(ProjectFile.id), col(ProjectFile.project_id)).where(_old()).order_by(col(ProjectFile.id)).limit(AT_ONCE)
    )
    return {row[0]: row[1] for row in rows}


def _old() -> ColumnElement[bool]:
    return col(ProjectFile.unnamed_since) <= clock.now() - KEPT_FOR


def _leaves(session: Session, id: str, project: str) -> bool:
    """Whether no version names a file now; from here on none can, and one that a kept revision names stays for good."""
    held = session.scalars(select(Project).where(col(Project.id) == project).with_for_update(of=Project)).one()
    session.refresh(held)
    revisions = session.scalars(select(col(ProjectRevision.document)).where(col(ProjectRevision.project_id) == project))
    stays = id in queries.named(held.live, held.work, *revisions)
    values = {"unnamed_since": None} if stays else {"is_stored": False}
    # Whoever sent it again while the project was waited for has it for another day.
    written = session.execute(update(ProjectFile).where(col(ProjectFile.id) == id, _old()).values(**values))
    return not stays and written.rowcount == 1  # type: ignore[attr-defined]  # of a cursor's result
