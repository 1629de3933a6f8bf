"""The OpenAPI document: complete, sorted, with every reference resolved and our own problems in it."""

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from citypeers.core.problems import MEDIA_TYPE, ProblemOut

SHARED_HEADERS: dict[str, Any] = {
    "X-Request-ID": {"description": "Names this request in our logs", "schema": {"type": "string"}},
}


def install(app: FastAPI) -> None:
    """Let ``app`` publish the corrected document."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]  # the way FastAPI documents


def _document(app: FastAPI) -> dict[str, Any]:
    written = get_openapi(title=app.title, version=app.version, summary=app.summary, description=app.description, routes=app.routes)
    schemas = written.setdefault("components", {}).setdefault("schemas", {})
    problem = ProblemOut.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    schemas.update(problem.pop("$defs", {}))
    schemas["ProblemOut"] = problem
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for path in written["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                response.setdefault("headers", {}).update(SHARED_HEADERS)
                if status >= "400":
                    response["content"] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemOut"}}}
    return written


def text(app: FastAPI) -> str:
    """The document as it is committed: sorted keys, one form whatever the machine."""
    return json.dumps(app.openapi(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
