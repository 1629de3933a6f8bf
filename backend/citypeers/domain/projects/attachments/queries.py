"""Reads of uploaded files: what is known of them, and who may have their bytes."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.paths import API
from citypeers.domain.projects.attachments.schemas import Attachment, AttachmentOut, FileFacts, FileOut
from citypeers.domain.projects.models import ProjectFile


def named(*documents: Mapping[str, Any] | None) -> set[str]:
    """The files that some versions of a project name."""
    return {each["file"] for document in documents if document for each in document.get("attachments", ())}


def known(session: Session, ids: Iterable[str]) -> dict[str, ProjectFile]:
    """Files by their ids."""
    wanted = list(ids)
    rows = session.scalars(select(ProjectFile).where(col(ProjectFile.id).in_(wanted))) if wanted else ()
    return {row.id: row for row in rows}


def of_project(session: Session, project_id: str) -> dict[str, ProjectFile]:
    """The files that the versions of one project may name."""
    mine = select(ProjectFile).where(col(ProjectFile.project_id) == project_id, col(ProjectFile.is_stored))
    return {row.id: row for row in session.scalars(mine)}


def facts(file: ProjectFile) -> FileFacts:
    """What everybody may know who may know of the file."""
    href = f"{API}/projects/{file.project_id}/attachments/{file.id}"
    return FileFacts(
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        width=file.width,
        height=file.height,
        href=href,
        thumbnail=f"{href}/thumbnail" if file.width else None,
    )


def shown(file: ProjectFile) -> FileOut:
    """A file as those see it who work with it."""
    return FileOut(**dict(facts(file)), id=file.id, uploaded_at=file.uploaded_at)


def attachment(part: Attachment, file: ProjectFile) -> AttachmentOut:
    """An attachment of a version with what is known of its file."""
    return AttachmentOut(**dict(part), **dict(facts(file)))


def pictures(session: Session, document: Mapping[str, Any]) -> frozenset[str]:
    """Which of the files that a version names are pictures."""
    return frozenset(id for id, file in known(session, named(document)).items() if file.width is not None)
