"""Paths of the files of projects."""

from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, Reading, asks, queried
from citypeers.core.files.contents import TAKEN
from citypeers.core.files.receiving import MOST
from citypeers.core.files.refusals import FileRefused
from citypeers.core.paths import api_router
from citypeers.core.problems import Conflict, Forbidden, NotFound, Unauthorised, Unavailable, declares
from citypeers.core.rows import Id
from citypeers.core.storage import NoRoom
from citypeers.domain.projects.attachments import answers, service
from citypeers.domain.projects.attachments.schemas import FileOut, ThumbnailQuery, UploadQuery
from citypeers.identity.current import Acting, Who
from citypeers.identity.router import private

router = api_router(prefix="/projects/{id}/attachments", tags=["projects"])
Named = Annotated[UploadQuery, Depends(queried(UploadQuery))]
Wanted = Annotated[ThumbnailQuery, Depends(queried(ThumbnailQuery))]
BYTES: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
FILE: dict[int | str, dict[str, Any]] = {200: {"content": dict.fromkeys(TAKEN, BYTES)}}
PICTURE: dict[int | str, dict[str, Any]] = {200: {"content": {"image/webp": BYTES}}}
UPLOAD: dict[str, Any] = {"requestBody": {"required": True, "content": {"application/octet-stream": BYTES}}}


@router.post(
    "",
    operation_id="projects.attach",
    status_code=201,
    max_body_size=MOST,
    response_model=FileOut,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, FileRefused, Unavailable, NoRoom),
    openapi_extra=asks(UploadQuery) | UPLOAD,
)
async def attach(request: Request, here: Here, who: Acting, id: Id, named: Named) -> Response:
    """Upload a file of at most 25 MiB to a project that the caller writes; versions may name it from then on.

    What kind it is, its bytes say: PDF, PNG, JPEG, WebP, OpenDocument, Office without macros, CSV or plain text.
    Pictures are kept without what a camera writes beside them. The same bytes again are the same file.
    A file that no version of the project names is removed after a day.
    """
    return private(await service.attach(here, who, id, named.name, request.stream()), status=201)


@router.get(
    "/{file}",
    operation_id="projects.attachment",
    response_class=Response,
    responses=FILE | declares(NotFound, FileRefused, Unavailable),
)
def attachment(request: Request, here: Here, who: Who, session: Reading, id: Id, file: Id) -> Response:
    """A file to be saved: of the live version for everybody, of the version at work for those who work on it or review it."""
    return answers.whole(request, here.storage, *service.find(session, who, id, file))


@router.get(
    "/{file}/thumbnail",
    operation_id="projects.thumbnail",
    response_class=Response,
    responses=PICTURE | declares(NotFound, FileRefused, Unavailable),
    openapi_extra=asks(ThumbnailQuery),
)
def thumbnail(request: Request, here: Here, who: Who, session: Reading, id: Id, file: Id, wanted: Wanted) -> Response:
    """A picture small enough for a page."""
    return answers.small(request, here.storage, *service.find(session, who, id, file), wanted.width)
