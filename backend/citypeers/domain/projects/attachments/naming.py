"""Which files the versions of a project name: only its own, and since when one is named by none."""

from sqlmodel import Session

from citypeers.core import clock
from citypeers.core.problems import Invalid
from citypeers.domain.projects.attachments import queries
from citypeers.domain.projects.attachments.schemas import Attachment
from citypeers.domain.projects.models import Project


def check(session: Session, project_id: str, attachments: list[Attachment]) -> None:
    """Refuse a version that names files which the project has not."""
    if not attachments:
        return
    own = queries.of_project(session, project_id)
    wrong = [(f"/attachments/{place}/file", "unknown_file") for place, each in enumerate(attachments) if each.file not in own]
    if wrong:
        raise Invalid(wrong)


def follow(session: Session, project: Project) -> None:
    """Remember which files no version names any more, after one has changed."""
    used = queries.named(project.live, project.work)
    for file in queries.of_project(session, project.id).values():
        if file.id in used:
            file.unnamed_since = None
        elif file.unnamed_since is None:
            file.unnamed_since = clock.now()
