"""Files of projects: uploaded, and read by those who may."""

import hashlib
from collections.abc import AsyncIterator, Iterator

import anyio.to_thread
import structlog
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.caller import Instance
from citypeers.core.files import contents, receiving
from citypeers.core.files.contents import Content
from citypeers.core.files.pictures import Width
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, NotFound
from citypeers.core.storage import Storage
from citypeers.domain.projects.attachments import queries
from citypeers.domain.projects.attachments.schemas import FileOut
from citypeers.domain.projects.editing import policy
from citypeers.domain.projects.models import KIND, Project, ProjectFile
from citypeers.domain.projects.service import PUBLIC

log = structlog.get_logger()
MOST_FILES = 500
"""Of one project, those of earlier versions included."""
_MIB = 2**20


class ProjectFilesFull(Conflict):
    """The files of a project take as much as they may."""

    name = "project-files-full"


def key(file: str, width: Width | None = None) -> str:
    """Where the storage has a file, or the small picture of it."""
    return f"files/{file[:2]}/{file}/{f'{width}.webp' if width else 'whole'}"


def keys(file: str) -> list[str]:
    """Everything that the storage may have of a file."""
    return [key(file), *(key(file, width) for width in Width)]


async def attach(here: Instance, who: Principal, id: str, name: str, pieces: AsyncIterator[bytes]) -> FileOut:
    """Take a file for a project that ``who`` writes: scanned, judged, kept; a version may name it from then on.

    The same bytes once more are the same file, so that whoever does not know whether it was taken may send it again.
    """
    await here.database.read(False, _may_attach, here, who, id)
    async with receiving.received(pieces) as received:
        return await anyio.to_thread.run_sync(lambda: _take(here, who, id, name, received.read()), limiter=here.judges)


def _may_attach(here: Instance, who: Principal, id: str) -> None:
    """Before a byte is read: 404 or 403 for everybody else."""
    with here.database.reading() as session:
        policy.workbench.find(session, who, col(Project.id) == id, to=policy.workbench.change)


def _take(here: Instance, who: Principal, id: str, name: str, given: bytes) -> FileOut:
    here.scanner.look(given)  # before anything of ours opens it
    content = contents.judged(given, name)
    with here.database.transaction() as session:
        file = _entered(session, who, id, content, here.settings.project_files_mib)
        if file.is_stored:
            return queries.shown(file)
    try:
        _put(here.storage, file.id, content)
    except Exception:
        _forget(here, file.id)
        raise
    with here.database.transaction() as session:
        file = session.get_one(ProjectFile, file.id)
        file.is_stored = True
        said = {"media_type": (None, file.media_type), "size": (None, file.size)}
        audit.record(session, who, "project.file_uploaded", KIND, id, said)
        return queries.shown(file)


def _entered(session: Session, who: Principal, id: str, content: Content, most_mib: int) -> ProjectFile:
    """A row for the file before its bytes are kept, so that none lie anywhere without one."""
    policy.workbench.find(session, who, col(Project.id) == id, to=policy.workbench.change)
    session.execute(select(col(Project.id)).where(col(Project.id) == id).with_for_update())  # the sum below is of one at a time
    digest = hashlib.sha256(content.content).hexdigest()
    same = next((each for each in queries.of_project(session, id).values() if each.sha256 == digest), None)
    if same is not None:
        if same.unnamed_since is not None:
            same.unnamed_since = clock.now()
        return same
    sizes = session.scalars(select(col(ProjectFile.size)).where(col(ProjectFile.project_id) == id)).all()
    if len(sizes) >= MOST_FILES or sum(sizes) + len(content.content) > most_mib * _MIB:
        raise ProjectFilesFull(most=MOST_FILES, most_mib=most_mib)
    picture = content.picture
    file = ProjectFile(
        project_id=id,
        sha256=digest,
        size=len(content.content),
        media_type=content.media_type,
        name=content.name,
        width=picture.width if picture else None,
        height=picture.height if picture else None,
        uploaded_by=who.name,
    )
    session.add(file)
    session.flush()
    return file


def _put(storage: Storage, file: str, content: Content) -> None:
    storage.put(key(file), content.content)
    for width, small in (content.picture.small if content.picture else {}).items():
        storage.put(key(file, width), small)


def _forget(here: Instance, file: str) -> None:
    """Leave nothing of a file that could not be kept; what cannot be removed now is removed with those that nobody names."""
    try:
        here.storage.remove(keys(file))
        with here.database.transaction() as session:
            session.delete(session.get_one(ProjectFile, file))
    except Exception:
        log.exception("attachments.left", file=file)


def find(session: Session, who: Principal, id: str, file: str) -> tuple[ProjectFile, bool]:
    """A file that ``who`` may read, and whether everybody may.

    Everybody reads what the live version names; whoever sees the version at work, what that names; whoever writes it, all.
    """
    row = session.get(ProjectFile, file)
    if row is None or row.project_id != id or not row.is_stored:
        raise NotFound
    project = session.get_one(Project, id)
    if project.live_state in PUBLIC and file in queries.named(project.live):
        return row, True
    seen = policy.workbench.see if file in queries.named(project.work) else policy.workbench.change
    if session.scalar(select(col(Project.id)).where(col(Project.id) == id, seen.where(who))) is None:
        raise NotFound
    return row, False


def read(storage: Storage, file: ProjectFile, width: Width | None = None) -> Iterator[bytes]:
    """The bytes of a file, or of its small picture."""
    if width is not None and file.width is None:
        raise NotFound
    return storage.read(key(file.id, width))
