"""Files of rooms: uploaded, read and removed by the people of the room."""

import hashlib
from collections.abc import AsyncIterator
from datetime import timedelta
from urllib.parse import quote

import anyio.to_thread
import structlog
from sqlalchemy import select
from sqlmodel import Session, col
from starlette.responses import Response, StreamingResponse

from citypeers.core import audit, clock
from citypeers.core.caller import Instance
from citypeers.core.db import Database
from citypeers.core.files import contents, receiving
from citypeers.core.files.contents import Content
from citypeers.core.principal import Principal
from citypeers.core.problems import NotFound
from citypeers.core.storage import Storage
from citypeers.domain.rooms import queries, service
from citypeers.domain.rooms.models import KIND, RoomDocument
from citypeers.domain.rooms.schemas import RoomDocumentOut

log = structlog.get_logger()
MOST = 100
"""Files of one room."""
MOST_BYTES = 250 * 2**20
LEFT_FOR = timedelta(days=1)


def key(document: str) -> str:
    """Where the storage has a file."""
    return f"rooms/{document[:2]}/{document}"


async def add(here: Instance, who: Principal, id: str, name: str, pieces: AsyncIterator[bytes]) -> RoomDocumentOut:
    """Take a file into a room: scanned, judged, kept. The same bytes once more are the same file."""
    await here.database.read(False, _may_add, here, who, id)
    async with receiving.received(pieces) as received:
        return await anyio.to_thread.run_sync(lambda: _take(here, who, id, name, received.read()), limiter=here.judges)


def _may_add(here: Instance, who: Principal, id: str) -> None:
    """Before a byte is read: 404, 403 or 409 for everybody else."""
    with here.database.reading() as session:
        if service.enter(session, who, id).closed_at is not None:
            raise service.RoomClosed


def _take(here: Instance, who: Principal, id: str, name: str, given: bytes) -> RoomDocumentOut:
    here.scanner.look(given)  # before anything of ours opens it
    content = contents.judged(given, name)
    with here.database.transaction() as session:
        row = _entered(session, who, id, content)
        if row.is_stored:
            return queries.document(row)
    try:
        here.storage.put(key(row.id), content.content)
    except Exception:
        _forget(here.database, here.storage, row.id)
        raise
    with here.database.transaction() as session:
        row = session.get_one(RoomDocument, row.id)
        row.is_stored = True
        audit.record(session, who, "room.document_added", KIND, id, {"document": (None, row.id)})
        return queries.document(row)


def _entered(session: Session, who: Principal, id: str, content: Content) -> RoomDocument:
    """A row for the file before its bytes are kept, so that none lie anywhere without one."""
    service.write_in(session, who, id)
    digest = hashlib.sha256(content.content).hexdigest()
    rows = session.scalars(select(RoomDocument).where(col(RoomDocument.room_id) == id)).all()
    same = next((row for row in rows if row.is_stored and row.sha256 == digest), None)
    if same is not None:
        return same
    if len(rows) >= MOST or sum(row.size for row in rows) + len(content.content) > MOST_BYTES:
        raise service.RoomFull
    row = RoomDocument(
        room_id=id,
        sha256=digest,
        size=len(content.content),
        media_type=content.media_type,
        name=content.name,
        uploaded_by=who.name,
    )
    session.add(row)
    session.flush()
    return row


def remove(here: Instance, who: Principal, id: str, document: str) -> None:
    """Let a file go: nobody finds it from now on, and its bytes go with it."""
    with here.database.transaction() as session:
        service.write_in(session, who, id)
        _find(session, id, document).is_stored = False
        audit.record(session, who, "room.document_removed", KIND, id, {"document": (document, None)})
    _forget(here.database, here.storage, document)


def _forget(database: Database, storage: Storage, document: str) -> None:
    """Leave nothing of a file; what cannot be removed now is swept later."""
    try:
        storage.remove([key(document)])
        with database.transaction() as session:
            row = session.get(RoomDocument, document)
            if row is not None:
                session.delete(row)
    except Exception:
        log.exception("rooms.document_left", document=document)


def sweep(database: Database, storage: Storage) -> None:
    """Let go of files that were begun and never wholly kept, or never wholly removed."""
    with database.reading() as session:
        old = col(RoomDocument.uploaded_at) <= clock.now() - LEFT_FOR
        left = session.scalars(select(col(RoomDocument.id)).where(col(RoomDocument.is_stored).is_(False), old)).all()
    for document in left:
        _forget(database, storage, document)


def answer(session: Session, storage: Storage, who: Principal, id: str, document: str) -> Response:
    """A file under its name, to be saved and never opened as a page."""
    service.enter(session, who, id)
    row = _find(session, id, document)
    plain = row.name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(row.name, safe='')}",
        "Content-Type": row.media_type,
        "Content-Length": str(row.size),
    }
    return StreamingResponse(storage.read(key(row.id)), headers=headers)


def _find(session: Session, id: str, document: str) -> RoomDocument:
    row = session.get(RoomDocument, document)
    if row is None or row.room_id != id or not row.is_stored:
        raise NotFound
    return row
