"""Paths of the API: where they begin, how an operation is found among them, and what all of them refuse."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any

from fastapi import APIRouter
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, WebSocketRoute
from starlette.types import Receive, Scope, Send

from citypeers.core.caller import AT_ONCE, ForeignOrigin
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
    return APIRouter(prefix=API + prefix, tags=tags, route_class=Operation)


class Operation(APIRoute):
    """An operation. Where all that it takes is read off the request at once, it is called without the framework's solver.

    The solver looks for every kind of parameter in every dependency anew at each request, which took a third of a list's
    time. The contract is made of the declared parameters all the same.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **said: Any) -> None:
        super().__init__(path, endpoint, **said)
        self._takes_parameters = bool(self.dependant.query_params) or "x-query" in (self.openapi_extra or {})
        self.reads = self._reads()
        if self.reads is not None:
            self.app = self._answer

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless it is asked for what no operation does."""
        if scope["method"] not in (self.methods or ()):
            await super().handle(scope, receive, send)  # which refuses the method
            return
        if scope["query_string"] and not self._takes_parameters:  # those that take some refuse the others themselves
            raise Invalid([(f"query:{name}", "extra_forbidden") for name in sorted(Request(scope).query_params)])
        if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            _only_own_origin(Request(scope))
        await self.app(scope, receive, send)

    def _reads(self) -> Mapping[str, Callable[[Request], Any]] | None:
        """What fills each argument but those of the path; None where an argument, or the answer, needs the framework."""
        asked, taken = self.dependant, inspect.signature(self.endpoint)
        reads = {each.name: AT_ONCE[each.call] for each in asked.dependencies if each.name and each.call in AT_ONCE}
        if asked.request_param_name:
            reads[asked.request_param_name] = lambda request: request
        answers = inspect.iscoroutinefunction(self.endpoint) and taken.return_annotation is Response
        return reads if answers and taken.parameters.keys() == {*reads, *(field.name for field in asked.path_params)} else None

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive, send)
        given = {name: read(request) for name, read in (self.reads or {}).items()}
        for field in self.dependant.path_params:
            value, errors = field.validate(request.path_params[field.alias], {}, loc=("path", field.alias))
            if errors:
                raise RequestValidationError(errors)
            given[field.name] = value
        response: Response = await self.endpoint(**given)
        await response(scope, receive, send)


def _noun(path: str) -> str:
    """What stands first below :data:`API`."""
    return path[_BEFORE_NOUN:].partition("/")[0]


class Operations(BaseRoute):
    """All operations of the API as one route, which tries the patterns of one noun only."""

    def __init__(self, routes: Iterable[BaseRoute]) -> None:
        self.routes: list[Operation | WebSocketRoute] = []
        self._of: dict[str, list[Operation | WebSocketRoute]] = {}
        for route in routes:
            if not isinstance(route, Operation | WebSocketRoute) or not _noun(route.path).replace("-", "_").isidentifier():
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
        """Leave it to the operation that was found."""
        await scope["route"].handle(scope, receive, send)


def _only_own_origin(request: Request) -> None:
    """Refuse what a page of another site lets a browser do here: every unsafe method with a foreign Origin."""
    origin = request.headers.get("origin")
    own = (request.app.state.instance.settings.public_url, f"{request.url.scheme}://{request.headers.get('host', '')}")
    if (origin is not None and origin not in own) or request.headers.get("sec-fetch-site") == "cross-site":
        raise ForeignOrigin
