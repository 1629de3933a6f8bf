"""The OpenAPI document: complete, sorted, with every reference resolved and our own problems in it."""

import json
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, Query
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from citypeers.core.caller import QUERIES
from citypeers.core.messages import MESSAGES
from citypeers.core.paths import API, Operations
from citypeers.core.problems import MEDIA_TYPE, BadRequest, ProblemOut, TooLarge

COMMITTED = Path(__file__).parents[3] / "openapi" / "openapi.json"
"""The document as it was last written from the code; a test and the static check refuse another."""
SHARED_HEADERS: dict[str, Any] = {
    "X-Request-ID": {"description": "Names this request in our logs", "schema": {"type": "string"}},
}


_PLACES = ("path", "query", "header", "cookie")


def install(app: FastAPI) -> None:
    """Let ``app`` write the corrected document, and publish it as it is committed: a process that writes it itself takes
    seconds, and keeps what it needed for that."""
    app.openapi = partial(_document, app)  # type: ignore[method-assign]  # the way FastAPI documents
    app.add_route(f"{API}/openapi.json", _committed, include_in_schema=False)


def _committed(request: Request) -> Response:
    return Response(COMMITTED.read_bytes(), media_type="application/json")


def _document(app: FastAPI) -> dict[str, Any]:
    routes = [each for route in app.routes for each in (route.routes if isinstance(route, Operations) else [route])]
    written = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=app.description,
        tags=app.openapi_tags,
        servers=[{"url": "/"}],
        routes=routes,
    )
    schemas = written.setdefault("components", {}).setdefault("schemas", {})
    problem = ProblemOut.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    schemas.update(problem.pop("$defs", {}))
    schemas["ProblemOut"] = problem
    for path in written["paths"].values():
        for operation in path.values():
            model = QUERIES.get(operation.pop("x-query", ""))
            if model is not None:
                asked = _asked(model)
                schemas.update({name: each for name, each in asked["components"]["schemas"].items() if name not in schemas})
                operation["parameters"] = [*operation.get("parameters", []), *asked["paths"]["/"]["get"]["parameters"]]
                operation["parameters"].sort(key=lambda parameter: _PLACES.index(parameter["in"]))
            if "requestBody" in operation:  # any body may be unreadable, and none may be too large
                for kind in (BadRequest, TooLarge):
                    operation["responses"].setdefault(str(kind.status), {"description": MESSAGES[kind.name]["en"][0]})
            for status, response in operation["responses"].items():
                response.setdefault("headers", {}).update(SHARED_HEADERS)
                if status >= "400":
                    response["content"] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemOut"}}}
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    return _plainly_named(written)


def _plainly_named(written: dict[str, Any]) -> dict[str, Any]:
    """The document with our names for what is read (``Source``) and written (``SourceWrite``) where FastAPI tells them apart."""
    schemas = written["components"]["schemas"]
    names = {name: name.removesuffix("-Output") for name in schemas if name.endswith("-Output")}
    names |= {name: f"{name.removesuffix('-Input')}Write" for name in schemas if name.endswith("-Input")}
    text = json.dumps(written)
    for name, plain in names.items():
        text = text.replace(f'"#/components/schemas/{name}"', f'"#/components/schemas/{plain}"')
    renamed: dict[str, Any] = json.loads(text)
    schemas = renamed["components"]["schemas"]
    for name, plain in names.items():
        schema = schemas.pop(name)
        if schemas.setdefault(plain, schema).get("properties") != schema.get("properties"):
            raise ValueError(f"two schemas would be called {plain}")
    return renamed


@cache
def _asked(model: type[BaseModel]) -> dict[str, Any]:
    """What FastAPI says of a query model that it reads itself."""

    def endpoint(query: Any) -> None:
        """Never called."""

    endpoint.__annotations__ = {"query": Annotated[model, Query()]}
    return get_openapi(title="", version="", routes=[APIRoute("/", endpoint)])


def text(app: FastAPI) -> str:
    """The document as it is committed: sorted keys, one form whatever the machine."""
    return json.dumps(app.openapi(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
