"""The front end's files: hashed assets kept for ever, every other path its page, from memory and compressed once."""

import gzip
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from citypeers.core.problems import MethodNotAllowed, NotFound, answer

TEXT = (".html", ".js", ".css", ".svg", ".json", ".txt", ".webmanifest")
FOREVER = "public, max-age=31536000, immutable"
_TYPES = mimetypes.MimeTypes()
"""The types that Python knows by itself: a path that ends like a file is not a page (``/topics/charter-1.1`` does not)."""
RESERVED = ("/api/", "/docs", "/problems", "/.well-known")


@dataclass(frozen=True)
class Asset:
    """One file, plain and compressed."""

    media_type: str
    body: bytes
    gzipped: bytes | None
    cache_control: str


class Site:
    """Serves the built front end; ASGI."""

    def __init__(self, folder: Path) -> None:
        self._assets = {
            f"/{path.relative_to(folder).as_posix()}": _asset(path, folder) for path in sorted(folder.rglob("*")) if path.is_file()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        await self._answer(request)(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        path = request.url.path
        if request.method != "GET":
            return answer(MethodNotAllowed(), request, {"Allow": "GET, HEAD"})
        asset = self._assets.get("/docs/index.html" if path == "/docs" else path)
        if asset is None and not path.startswith(RESERVED) and _TYPES.guess_type(path)[0] is None:
            asset = self._assets.get("/index.html")
        if asset is None:
            return answer(NotFound(), request)
        headers = {"Cache-Control": asset.cache_control, "Vary": "Accept-Encoding"}
        if asset.gzipped and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(asset.gzipped, media_type=asset.media_type, headers={**headers, "Content-Encoding": "gzip"})
        return Response(asset.body, media_type=asset.media_type, headers=headers)


def _asset(path: Path, folder: Path) -> Asset:
    body = path.read_bytes()
    hashed = path.relative_to(folder).parts[0] == "assets"
    return Asset(
        media_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        body=body,
        gzipped=gzip.compress(body, 9, mtime=0) if path.suffix in TEXT else None,
        cache_control=FOREVER if hashed else "no-cache",
    )
