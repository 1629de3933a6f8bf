"""The limits: the same bytes, prepared beforehand, from a bare ASGI function and from a FastAPI endpoint."""

import os
import pickle
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import Response

BODIES: dict[str, bytes] = pickle.loads(Path(os.environ["BENCH_BODIES"]).read_bytes())  # written by the benchmark itself
JSON = [(b"content-type", b"application/json")]

fastapi_prebuilt = FastAPI()


@fastapi_prebuilt.get("/readyz")
def ready() -> Response:
    """Whether it answers."""
    return Response(b"{}")


@fastapi_prebuilt.get("/api/v1/networks")
def page(request: Request) -> Response:
    """The bytes of a list."""
    return Response(BODIES[f"/api/v1/networks?{request.scope['query_string'].decode()}"], media_type="application/json")


@fastapi_prebuilt.get("/api/v1/networks/{slug}")
def one(slug: str) -> Response:
    """The bytes of one record."""
    return Response(BODIES[f"/api/v1/networks/{slug}"], media_type="application/json")


@fastapi_prebuilt.get("/api/v1/projects")
def projects(request: Request) -> Response:
    """The bytes of a list of projects."""
    return Response(BODIES[f"/api/v1/projects?{request.scope['query_string'].decode()}"], media_type="application/json")


@fastapi_prebuilt.get("/api/v1/projects/{id}")
def project(id: str) -> Response:
    """The bytes of one project."""
    return Response(BODIES[f"/api/v1/projects/{id}"], media_type="application/json")


async def bare(scope: Any, receive: Any, send: Any) -> None:
    """The bytes of one address, by nothing but the protocol."""
    if scope["type"] != "http":
        return
    query = scope["query_string"].decode()
    body = BODIES.get(f"{scope['path']}?{query}" if query else scope["path"], b"{}")
    headers = [*JSON, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
