"""Paths of imports and of the mappings that are kept."""

from typing import Annotated, Any

from fastapi import Body, Query, Request
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core.answers import MEDIA_TYPES, Format, public_json
from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Language, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.problems import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    TooLarge,
    Unauthorised,
    declares,
)
from citypeers.core.rows import Id
from citypeers.exchange.imports.runs import queries, service
from citypeers.exchange.imports.runs.models import ImportRun
from citypeers.exchange.imports.runs.schemas import (
    ErrorQuery,
    ImportMachine,
    ImportMove,
    ImportOut,
    ImportPage,
    ImportPatch,
    ImportQuery,
    Mapping,
    MappingName,
    MappingOut,
    MappingPage,
    RowErrorPage,
)
from citypeers.exchange.imports.runs.uploads import MAX_BYTES, Asked, LookedAt, Uploaded, UploadedOnce
from citypeers.identity.current import Acting
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import NOTHING, private

router = api_router(tags=["imports"])
Patch = Annotated[ImportPatch, Body(media_type="application/merge-patch+json")]
ACTS = declares(Unauthorised, ForeignOrigin, NotFound, Conflict, PreconditionFailed, PreconditionRequired, Invalid)
BYTES: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}
TABLES: dict[int | str, Any] = {
    200: {"content": {MEDIA_TYPES[each]: {"schema": {"type": "string"}} for each in (Format.csv, Format.xlsx)}}
}


def _shown(session: Session, run: ImportRun, language: str, status: int = 200) -> Response:
    body, etag = queries.shown(session, run, language)
    return private(body, etag, status)


@router.post(
    "/imports",
    operation_id="imports.create",
    status_code=201,
    response_model=ImportOut,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, Conflict, TooLarge, Invalid),
    openapi_extra=BYTES,
    max_body_size=MAX_BYTES,
)
def create(
    who: Acting, asked: Asked, upload: Uploaded, found: LookedAt, session: Writing, once: UploadedOnce, language: Language
) -> Response:
    """Upload a file of records, as it is, up to 25 MiB; the answer says how it reads and what has to be said first."""
    run = service.upload(session, who, asked, upload.path, upload.size, *found)
    return once.keep(_shown(session, run, language, 201))


@router.get("/imports", operation_id="imports.page", response_model=ImportPage, responses=declares(Unauthorised, Invalid))
def page(here: Here, who: Acting, session: Reading, asked: Annotated[ImportQuery, Query()]) -> Response:
    """One's own imports, the newest first."""
    return private(queries.page(session, who, asked, here.cursors))


@router.get("/imports/machine", operation_id="imports.machine", response_model=ImportMachine, responses=declares(Invalid))
def machine(request: Request, language: Language) -> Response:
    """Every step in the life of an import: from where to where, who may take it, what has to hold."""
    return public_json(request, ImportMachine(items=queries.machine()).model_dump_json(), language)


@router.get(
    "/imports/{id}", operation_id="imports.get", response_model=ImportOut, responses=declares(Unauthorised, NotFound, Invalid)
)
def get(who: Acting, session: Reading, language: Language, id: Id) -> Response:
    """One's own import: how the file reads, what is open, and how far it has come."""
    return _shown(session, service.find(session, who, id), language)


@router.patch("/imports/{id}", operation_id="imports.change", response_model=ImportOut, responses=ACTS)
def change(here: Here, who: Acting, language: Language, id: Id, version: IfMatch, patch: Patch) -> Response:
    """Say how the file is read and what its rows are; what was tried out counts no more."""
    return private(*queries.changed(here.database, who, id, patch, version, language))


@router.post("/imports/{id}/transitions", operation_id="imports.move", response_model=ImportOut, responses=ACTS)
def move(
    who: Acting, session: Writing, once: Idempotent, language: Language, id: Id, version: IfMatch, asked: ImportMove
) -> Response:
    """Try an import out, commit it, cancel it, or undo it within a day; the worker does it, and `GET` tells how far it is."""
    return once.keep(_shown(session, service.move(session, who, id, asked, version), language))


@router.get(
    "/imports/{id}/errors",
    operation_id="imports.errors",
    response_model=RowErrorPage,
    responses=TABLES | declares(Unauthorised, NotFound, Invalid),
)
def errors(
    here: Here, who: Acting, session: Reading, language: Language, id: Id, asked: Annotated[ErrorQuery, Query()]
) -> Response:
    """What is wrong with rows and what was left as it is, with what to do; as a page or as a table."""
    return queries.errors(session, who, id, asked, language, here.cursors)


@router.get(
    "/import-mappings",
    operation_id="import-mappings.page",
    response_model=MappingPage,
    responses=declares(Unauthorised, Invalid),
)
def mappings(who: Acting, session: Reading) -> Response:
    """The mappings that one has kept."""
    return private(queries.mappings(session, who))


@router.get(
    "/import-mappings/{name}",
    operation_id="import-mappings.get",
    response_model=MappingOut,
    responses=declares(Unauthorised, NotFound, Invalid),
)
def get_mapping(who: Acting, session: Reading, name: MappingName) -> Response:
    """One's own mapping of a name."""
    return private(queries.mapping(service.find_mapping(session, who, name)))


@router.put(
    "/import-mappings/{name}",
    operation_id="import-mappings.keep",
    response_model=MappingOut,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, Conflict, Invalid),
)
def keep_mapping(who: Acting, session: Writing, name: MappingName, write: Mapping) -> Response:
    """Keep a mapping under a name, for files to come."""
    return private(queries.mapping(service.keep_mapping(session, who, name, write)))


@router.delete(
    "/import-mappings/{name}",
    operation_id="import-mappings.forget",
    responses=declares(Unauthorised, ForeignOrigin, NotFound, Invalid),
    **NOTHING,
)
def forget_mapping(who: Acting, session: Writing, name: MappingName) -> Response:
    """Keep a mapping no more."""
    service.forget_mapping(session, who, name)
    return Response(status_code=204)
