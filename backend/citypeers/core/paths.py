"""Paths of the API: where they begin, how an operation is found among them, and what all of them refuse."""

from collections.abc import Iterable
from enum import Enum

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.routing import BaseRoute, Match, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send

from citypeers.core.caller import ForeignOrigin
from citypeers.core.problems import Invalid

API = "/api/v1"
_BEFORE_NOUN = len(API) + 1


class _Other(StringConvertor):
    """An id in the path of a method that ``/machine`` does not have, so that there it is refused as a method."""

    regex = "(?!machine$)[^/]+"


register_url_convertor("other", _Other())
OTHER_ID = "{id:other}"


def api_router(prefix: str = "", tags: list[str | Enum] | None = None) -> APIRouter:
    """A router of operations below :data:`API`. No router includes another: FastAPI would look for the operation in each anew."""
    return APIRouter(prefix=API + prefix, tags=tags)


def _noun(path: str) -> str:
    """What stands first below :data:`API`."""
    return path[_BEFORE_NOUN:].partition("/")[0]


class Operations(BaseRoute):
    """All operations of the API as one route, which tries the patterns of one noun only."""

    def __init__(self, routes: Iterable[BaseRoute]) -> None:
        self.routes: list[Route | WebSocketRoute] = []
        self._of: dict[str, list[Route | WebSocketRoute]] = {}
        for route in routes:
            if not isinstance(route, Route | WebSocketRoute) or not _noun(route.path).replace("-", "_").isidentifier():
                raise ValueError(f"{route} is no operation below a noun, and would never be found")
            self.routes.append(route)
            self._of.setdefault(_noun(route.path), []).append(route)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """The operation that is asked for, as ``scope["route"]``; one of another method if there is none."""
        path: str = scope["path"]
        found: tuple[Match, Scope] = Match.NONE, {}
        if path.startswith(API):
            for route in self._of.get(_noun(path), ()):
                match, about = route.matches(scope)
                if match is Match.FULL:
                    return match, about
                if match is Match.PARTIAL and found[0] is Match.NONE:
                    found = match, about
        return found

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Leave it to the operation that was found, unless it is asked for what none does."""
        route = scope["route"]
        if isinstance(route, APIRoute) and scope["method"] in (route.methods or ()):  # if not, it is refused as a method
            request = Request(scope)
            _only_known_parameters(request, route)
            _only_own_origin(request)
        await route.handle(scope, receive, send)


def _only_known_parameters(request: Request, route: APIRoute) -> None:
    """Refuse any query parameter where an operation takes none; those that take some refuse the others themselves."""
    if request.scope["query_string"] and not route.dependant.query_params and "x-query" not in (route.openapi_extra or {}):
        raise Invalid([(f"query:{name}", "extra_forbidden") for name in sorted(request.query_params)])


def _only_own_origin(request: Request) -> None:
    """Refuse what a page of another site lets a browser do here: every unsafe method with a foreign Origin."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    origin = request.headers.get("origin")
    own = (request.app.state.instance.settings.public_url, f"{request.url.scheme}://{request.headers.get('host', '')}")
    if (origin is not None and origin not in own) or request.headers.get("sec-fetch-site") == "cross-site":
        raise ForeignOrigin
