"""Paths of partner systems, for the staff."""

from typing import Annotated, Any

from fastapi import Depends, Request
from pydantic import BaseModel
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Reading, Writing, asks, queried
from citypeers.core.paths import API, api_router
from citypeers.core.problems import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Unauthorised,
    declares,
)
from citypeers.core.rows import Id, etag
from citypeers.identity import clients
from citypeers.identity.clients import ClientQuery
from citypeers.identity.clients_schemas import (
    ClientCreate,
    ClientCreated,
    ClientOut,
    ClientPage,
    ClientStep,
    ClientUpdate,
    SecretCreate,
    SecretShown,
)
from citypeers.identity.current import SignedIn

router = api_router(prefix="/clients", tags=["clients"])
READS = declares(Unauthorised, Forbidden, NotFound, Invalid)
NOTHING: dict[str, Any] = {"status_code": 204, "response_model": None}
WRITES = declares(Unauthorised, ForeignOrigin, Forbidden, NotFound, Conflict, Invalid)


def _answer(body: BaseModel, status: int = 200, **more: str) -> Response:
    headers = {"Cache-Control": "no-store", **more}
    if isinstance(body, ClientOut):
        headers["ETag"] = etag(body)
    return Response(body.model_dump_json(), status_code=status, media_type="application/json", headers=headers)


@router.get(
    "",
    operation_id="clients.page",
    response_model=ClientPage,
    responses=declares(Unauthorised, Forbidden, Invalid),
    openapi_extra=asks(ClientQuery),
)
def page(
    request: Request, here: Here, signed: SignedIn, session: Reading, query: Annotated[ClientQuery, Depends(queried(ClientQuery))]
) -> Response:
    """The partner systems that may ask for access tokens."""
    found = clients.page(session, signed.who, query, here.cursors)
    answer = _answer(found)
    if found.next:
        answer.headers["Link"] = f'<{request.scope["path"]}?limit={query.limit}&cursor={found.next}>; rel="next"'
    return answer


@router.post(
    "",
    operation_id="clients.create",
    response_model=ClientCreated,
    status_code=201,
    responses=declares(Unauthorised, ForeignOrigin, Forbidden, Invalid),
)
def create(signed: SignedIn, session: Writing, write: ClientCreate) -> Response:
    """Let a partner system in; its secret is shown this once."""
    made = clients.create(session, signed.who, write)
    return _answer(made, 201, Location=f"{API}/clients/{made.id}")


@router.get("/{id}", operation_id="clients.get", response_model=ClientOut, responses=READS)
def read(signed: SignedIn, session: Reading, id: Id) -> Response:
    """One partner system."""
    return _answer(clients.out(session, clients.find(session, signed.who, id)))


@router.patch(
    "/{id}",
    operation_id="clients.change",
    response_model=ClientOut,
    responses=WRITES | declares(PreconditionFailed, PreconditionRequired),
)
def change(signed: SignedIn, session: Writing, version: IfMatch, id: Id, edit: ClientUpdate) -> Response:
    """Change what a partner system is called, may, speaks for or proves itself by."""
    return _answer(clients.change(session, signed.who, id, edit, version))


@router.post("/{id}/secrets", operation_id="clients.add-secret", response_model=SecretShown, status_code=201, responses=WRITES)
def add_secret(signed: SignedIn, session: Writing, id: Id, asked: SecretCreate) -> Response:
    """A second secret, shown this once, so that the partner can change over."""
    return _answer(clients.add_secret(session, signed.who, id, asked), 201)


@router.delete("/{id}/secrets/{secret_id}", operation_id="clients.end-secret", responses=WRITES, **NOTHING)
def end_secret(signed: SignedIn, session: Writing, id: Id, secret_id: Id) -> Response:
    """Let a secret count no more."""
    clients.end_secret(session, signed.who, id, secret_id)
    return Response(status_code=204)


@router.post("/{id}/transitions", operation_id="clients.move", response_model=ClientOut, responses=WRITES)
def move(signed: SignedIn, session: Writing, id: Id, step: ClientStep) -> Response:
    """Disable a partner system, whose tokens count no more from this moment, or enable it again."""
    return _answer(clients.move(session, signed.who, id, step.verb, step.reason))
