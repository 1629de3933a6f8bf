"""Paths of rooms."""

from typing import Annotated, Any

from fastapi import Body, Depends, Query, Request
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Reading, Writing, asks, queried
from citypeers.core.files.contents import TAKEN
from citypeers.core.files.receiving import MOST
from citypeers.core.files.refusals import FileRefused
from citypeers.core.paths import api_router
from citypeers.core.problems import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Unauthorised,
    Unavailable,
    declares,
)
from citypeers.core.rows import Id
from citypeers.core.storage import NoRoom
from citypeers.domain.projects.attachments.schemas import UploadQuery
from citypeers.domain.rooms import agenda, documents, private, queries, tasks
from citypeers.domain.rooms.schemas import (
    AgendaWrite,
    PrivateNoteOut,
    PrivateNoteSet,
    RoomDocumentOut,
    RoomOut,
    RoomPage,
    RoomQuery,
    RoomTaskCreate,
    RoomTaskOut,
    RoomTaskPatch,
)
from citypeers.identity.current import SignedIn
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import NOTHING
from citypeers.identity.router import private as unkept

router = api_router(prefix="/rooms", tags=["rooms"])
READS = declares(Unauthorised, Forbidden, NotFound, Invalid)
WRITES = declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, Invalid)
CHANGES = WRITES | declares(PreconditionFailed, PreconditionRequired)
Named = Annotated[UploadQuery, Depends(queried(UploadQuery))]
Patch = Annotated[RoomTaskPatch, Body(media_type="application/merge-patch+json")]
BYTES: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
UPLOAD: dict[str, Any] = {"requestBody": {"required": True, "content": {"application/octet-stream": BYTES}}}
FILE: dict[int | str, dict[str, Any]] = {200: {"content": dict.fromkeys(TAKEN, BYTES)}}


@router.get("", operation_id="rooms.page", response_model=RoomPage, responses=declares(Unauthorised, Invalid))
def page(here: Here, signed: SignedIn, session: Reading, asked: Annotated[RoomQuery, Query()]) -> Response:
    """The rooms that the caller is in, the newest first."""
    return unkept(queries.page(session, signed.who, asked, here.cursors))


@router.get("/{id}", operation_id="rooms.get", response_model=RoomOut, responses=declares(Unauthorised, NotFound, Invalid))
def get(signed: SignedIn, session: Reading, id: Id) -> Response:
    """One room; what lies in it is for those who are in it alone."""
    return unkept(*queries.get(session, signed.who, id))


@router.put("/{id}/agenda", operation_id="rooms.plan", response_model=RoomOut, responses=CHANGES)
def plan(signed: SignedIn, session: Writing, version: IfMatch, id: Id, write: AgendaWrite) -> Response:
    """Write the whole agenda anew; `If-Match` is the room's entity tag."""
    agenda.plan(session, signed.who, id, write, version)
    return unkept(*queries.get(session, signed.who, id))


@router.post("/{id}/tasks", operation_id="rooms.add-task", status_code=201, response_model=RoomTaskOut, responses=WRITES)
def add_task(signed: SignedIn, session: Writing, once: Idempotent, id: Id, write: RoomTaskCreate) -> Response:
    """Agree on something to be done: by a person of the room or by an organisation, until a day."""
    return once.keep(unkept(*queries.task(session, tasks.add(session, signed.who, id, write)), 201))


@router.patch("/{id}/tasks/{task}", operation_id="rooms.change-task", response_model=RoomTaskOut, responses=CHANGES)
def change_task(signed: SignedIn, session: Writing, version: IfMatch, id: Id, task: Id, patch: Patch) -> Response:
    """Say anew what is to be done, by whom, until when, and whether it is done."""
    return unkept(*queries.task(session, tasks.change(session, signed.who, id, task, patch, version)))


@router.delete("/{id}/tasks/{task}", operation_id="rooms.remove-task", responses=WRITES, **NOTHING)
def remove_task(signed: SignedIn, session: Writing, id: Id, task: Id) -> Response:
    """Take back what was agreed on."""
    tasks.remove(session, signed.who, id, task)
    return Response(status_code=204)


@router.post(
    "/{id}/documents",
    operation_id="rooms.add-document",
    status_code=201,
    max_body_size=MOST,
    response_model=RoomDocumentOut,
    responses=WRITES | declares(FileRefused, Unavailable, NoRoom),
    openapi_extra=asks(UploadQuery) | UPLOAD,
)
async def add_document(request: Request, here: Here, signed: SignedIn, id: Id, named: Named) -> Response:
    """Upload a file of at most 25 MiB into a room. What kind it is, its bytes say. The same bytes again are the same file."""
    return unkept(await documents.add(here, signed.who, id, named.name, request.stream()), status=201)


@router.get(
    "/{id}/documents/{file}",
    operation_id="rooms.document",
    response_class=Response,
    responses=FILE | READS | declares(Unavailable),
)
def document(here: Here, signed: SignedIn, session: Reading, id: Id, file: Id) -> Response:
    """A file of a room, to be saved."""
    return documents.answer(session, here.storage, signed.who, id, file)


@router.delete("/{id}/documents/{file}", operation_id="rooms.remove-document", responses=WRITES, **NOTHING)
def remove_document(here: Here, signed: SignedIn, id: Id, file: Id) -> Response:
    """Remove a file of a room for good."""
    documents.remove(here, signed.who, id, file)
    return Response(status_code=204)


@router.get("/{id}/private-note", operation_id="rooms.private-note", response_model=PrivateNoteOut, responses=READS)
def private_note(signed: SignedIn, session: Reading, id: Id) -> Response:
    """What the caller has written for themselves in a room; nobody else ever reads it."""
    return unkept(*private.read(session, signed.who, id))


@router.put("/{id}/private-note", operation_id="rooms.write-private-note", response_model=PrivateNoteOut, responses=CHANGES)
def write_private_note(signed: SignedIn, session: Writing, version: IfMatch, id: Id, given: PrivateNoteSet) -> Response:
    """Write for oneself, in a closed room too."""
    return unkept(*private.write(session, signed.who, id, given, version))
