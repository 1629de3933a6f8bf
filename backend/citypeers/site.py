"""The front end's files: hashed assets kept for ever, every other path its page, from memory and compressed ahead.

The page of a public record comes with the record's title and lead in it.
"""

import gzip
import html
import json
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.exc import OperationalError
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from citypeers.core import rendered
from citypeers.core.db import Database
from citypeers.core.problems import MethodNotAllowed, NotFound, answer
from citypeers.core.text import LANGUAGES, negotiate

GZIP, PLAIN = "gzip", "identity"
CODINGS = {"br": ".br", GZIP: ".gz"}
"""What the front end's build writes beside a file, the smallest first."""
FOREVER = "public, max-age=31536000, immutable"
_TYPES = mimetypes.MimeTypes()
"""The types that Python knows by itself: a path that ends like a file is not a page (``/topics/charter-1.1`` does not)."""
_SLUG = re.compile(r"[\w.-]{1,120}")
_PLACE = re.compile(r"\{\{(\w+)\}\}")
"""Where a field of the record belongs in a page that was drawn ahead for all records of a kind."""
RESERVED = ("/api", "/docs", "/problems", "/.well-known", "/oauth")


@dataclass(frozen=True)
class Asset:
    """One file."""

    media_type: str
    bodies: Mapping[str, bytes]
    """By content coding; plain only where there is no gzip: hardly anybody asks for it."""
    cache_control: str

    @property
    def plain(self) -> bytes:
        return self.bodies[PLAIN] if PLAIN in self.bodies else gzip.decompress(self.bodies[GZIP])


class Site:
    """Serves the built front end; ASGI."""

    def __init__(self, folder: Path, database: Database, kinds: Mapping[str, str]) -> None:
        """``kinds``: by path, of which kind the public records are that have their pages below it."""
        self._database = database
        self._kinds = kinds
        self._assets = {
            f"/{path.relative_to(folder).as_posix()}": _asset(path, folder)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.suffix not in CODINGS.values()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":  # the page's own lines have routes
            await send({"type": "websocket.close", "code": 1000})
            return
        request = Request(scope, receive)
        await (await self._answer(request))(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        path = request.url.path
        if request.method != "GET":
            return answer(MethodNotAllowed(), request, {"Allow": "GET, HEAD"})
        asset = self._assets.get("/docs/index.html" if path == "/docs" else path)
        if not path.startswith(RESERVED) and (asset is None or path == "/") and _TYPES.guess_type(path)[0] is None:
            asset = await self._page(request)
        if asset is None:
            return answer(NotFound(), request)
        headers = {"Cache-Control": asset.cache_control, "Vary": "Accept-Encoding, Accept-Language"}
        accepted = {each.partition(";")[0].strip() for each in request.headers.get("accept-encoding", "").split(",")}
        for coding in CODINGS:
            if coding in accepted and coding in asset.bodies:
                headers["Content-Encoding"] = coding
                return Response(asset.bodies[coding], media_type=asset.media_type, headers=headers)
        return Response(asset.plain, media_type=asset.media_type, headers=headers)

    async def _page(self, request: Request) -> Asset | None:
        """The page that the front end draws at a path: its words drawn ahead where the build did so."""
        asked = dict(request.query_params)
        wanted = asked.pop("lang", "")
        language = wanted if wanted in LANGUAGES else negotiate(request.headers.get("accept-language"))
        name = request.url.path.rstrip("/") or "/index"
        drawn = None if asked else self._assets.get(f"/prerendered/{language}{name}.html") or await self._told(name, language)
        return drawn or self._assets.get("/index.html")

    async def _told(self, path: str, language: str) -> Asset | None:
        """The page of one public record with its words in it; None unless it has them all in the language."""
        folder, _, slug = path.rpartition("/")
        page = self._assets.get(f"/records/{language}{folder}.html")
        if page is None or folder not in self._kinds or not _SLUG.fullmatch(slug):
            return None
        try:
            found = await self._database.read(True, rendered.whole, self._database, self._kinds[folder], slug, language)
        except OperationalError:  # the plain page says it in words
            return None
        record = json.loads(found[0]) if found else {}
        text = page.plain.decode()
        fields = set(_PLACE.findall(text))
        words = {field: html.escape(said) for field in fields if (said := (record.get(field) or {}).get(language))}
        if words.keys() != fields:
            return None
        told = _PLACE.sub(lambda place: words[place[1]], text)
        return replace(page, bodies={PLAIN: told.encode()})


def _asset(path: Path, folder: Path) -> Asset:
    beside = {coding: path.with_name(path.name + ending) for coding, ending in CODINGS.items()}
    bodies = {coding: file.read_bytes() for coding, file in beside.items() if file.exists()}
    if GZIP not in bodies:
        bodies[PLAIN] = path.read_bytes()
    hashed = path.relative_to(folder).parts[0] == "assets"
    return Asset(
        media_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        bodies=bodies,
        cache_control=FOREVER if hashed else "no-cache",
    )
