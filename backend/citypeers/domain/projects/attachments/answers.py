"""Files as answers: to be saved and never opened as a page, or as a small picture."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from citypeers.core.files.pictures import Width
from citypeers.core.storage import Storage
from citypeers.domain.projects.attachments import service
from citypeers.domain.projects.models import ProjectFile


def whole(request: Request, storage: Storage, file: ProjectFile, is_public: bool) -> Response:
    """The file under its name. Not marked public: the response cache keeps no files."""
    plain = file.name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    headers = {
        "Cache-Control": "no-cache" if is_public else "private, no-cache",
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}",
        "Content-Type": file.media_type,
        "Content-Length": str(file.size),
    }
    return _answer(request, storage, file, None, headers)


def small(request: Request, storage: Storage, file: ProjectFile, is_public: bool, width: Width) -> Response:
    """The picture small, to be shown in a page."""
    headers = {
        "Cache-Control": "public, no-cache" if is_public else "private, no-cache",
        "Content-Disposition": "inline",
        "Content-Type": "image/webp",
    }
    return _answer(request, storage, file, width, headers)


def _answer(request: Request, storage: Storage, file: ProjectFile, width: Width | None, headers: dict[str, str]) -> Response:
    etag = f'"{file.sha256[:32]}{f".{width}" if width else ""}"'
    shared = {"ETag": etag, "Cache-Control": headers["Cache-Control"]}
    known = request.headers.get("if-none-match")
    if known and (known == "*" or etag in known):
        return Response(status_code=304, headers=shared)
    return StreamingResponse(service.read(storage, file, width), headers=headers | shared)
