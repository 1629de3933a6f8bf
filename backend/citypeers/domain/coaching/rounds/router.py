"""Paths of matching rounds."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Reading, Writing
from citypeers.core.paths import api_router
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
from citypeers.core.rows import Id
from citypeers.domain.coaching.rounds import queries, service
from citypeers.domain.coaching.rounds.schemas import RoundMachine, RoundOut, RoundPage, RoundQuery, RoundTransition
from citypeers.identity.current import Acting, Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

router = api_router(prefix="/matching-rounds", tags=["coaching"])
CREATES = declares(Unauthorised, Forbidden, ForeignOrigin, Conflict, Invalid)


@router.get(
    "/machine",
    operation_id="matching-rounds.machine",
    response_model=RoundMachine,
    responses=declares(Unauthorised, Invalid),
)
def machine() -> Response:
    """Every step in the life of a matching round: from where to where, what has to hold, what follows."""
    return private(RoundMachine(items=queries.machine()))


@router.get(
    "",
    operation_id="matching-rounds.page",
    response_model=RoundPage,
    responses=declares(Unauthorised, Forbidden, Invalid),
)
def page(here: Here, who: Who, session: Reading, asked: Annotated[RoundQuery, Query()]) -> Response:
    """The matching rounds, the newest first; for the staff."""
    return private(queries.page(session, who, asked, here.cursors))


@router.post("", operation_id="matching-rounds.compute", status_code=201, response_model=RoundOut, responses=CREATES)
def compute(who: Acting, session: Writing, once: Idempotent) -> Response:
    """Work out who could coach whom, all open requests at once; nobody hears of it before it is confirmed."""
    body, etag = queries.get(session, who, service.compute(session, who).id)
    return once.keep(private(body, etag, 201))


@router.get(
    "/{id}",
    operation_id="matching-rounds.get",
    response_model=RoundOut,
    responses=declares(Unauthorised, Forbidden, NotFound, Invalid),
)
def get(who: Who, session: Reading, id: Id) -> Response:
    """One round, beside what would come of it if each request in turn took the best that is left."""
    return private(*queries.get(session, who, id))


@router.post(
    "/{id}/transitions",
    operation_id="matching-rounds.move",
    response_model=RoundOut,
    responses=CREATES | declares(NotFound, PreconditionFailed, PreconditionRequired),
)
def move(who: Acting, session: Writing, once: Idempotent, id: Id, version: IfMatch, asked: RoundTransition) -> Response:
    """Work a round out again, confirm it, undo it before anybody answers, or discard it."""
    body, etag = queries.get(session, who, service.move(session, who, id, asked, version).id)
    return once.keep(private(body, etag))
