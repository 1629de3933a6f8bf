"""What every answer has, whoever gives it: a request id, safe headers, HEAD beside GET."""

import itertools
import re
import secrets

from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from citypeers.core import audit
from citypeers.core.paths import API
from citypeers.core.problems import TooLarge, answer

_ID = re.compile(rb"[A-Za-z0-9._-]{8,64}")
SCREENS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
DATA = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""Content security policies: of pages; and of answers and files, which whoever opens one as a page all the same lets run nothing,
load nothing and be of no site."""


def _safe(policy: str, by_tls: bool) -> list[tuple[bytes, bytes]]:
    return [
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"DENY"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
        (b"content-security-policy", policy.encode()),
        (b"cross-origin-opener-policy", b"same-origin"),
        *([(b"strict-transport-security", b"max-age=31536000; includeSubDomains")] if by_tls else []),
    ]


_SAFE = {(is_data, by_tls): _safe(DATA if is_data else SCREENS, by_tls) for is_data in (True, False) for by_tls in (True, False)}
_PROCESS = secrets.token_hex(4).encode()
_NUMBERS = itertools.count(1)
"""A request that brings no id gets one: of this process, and its number."""


class Envelope:
    """The outermost ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        request_id = b""
        for name, value in scope["headers"]:
            if name == b"x-request-id" and _ID.fullmatch(value):
                request_id = value
        request_id = request_id or b"%s%08x" % (_PROCESS, next(_NUMBERS))
        scope.setdefault("state", {})["request_id"] = request_id.decode()
        audit.request_id.set(request_id.decode())
        named = (b"x-request-id", request_id)
        safe = _SAFE[scope["path"].startswith(API), scope["scheme"] == "https"]
        head = scope["method"] == "HEAD"
        if head:
            scope = {**scope, "method": "GET"}

        refusal: Response | None = None

        async def sending(message: Message) -> None:
            nonlocal refusal
            if message["type"] == "http.response.start" and message["status"] == 413:
                # The framework's own body limit answers in plain text.
                refusal = answer(TooLarge(), Request(scope))
                message = {**message, "headers": refusal.raw_headers}
            elif message["type"] == "http.response.body" and refusal is not None:
                message = {**message, "body": refusal.body}
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], named, *safe]
            elif head:
                if message.get("more_body"):
                    return
                message = {**message, "body": b""}
            await send(message)

        await self.app(scope, receive, sending)


class Packing(GZipMiddleware):
    """Packs answers for whoever takes them so; who does not gets them as they come, without a look at what they are."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"]):
            await super().__call__(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"vary", b"Accept-Encoding")]
            await send(message)

        await self.app(scope, receive, sending)
