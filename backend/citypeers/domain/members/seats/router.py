"""Paths of seats."""

from typing import Annotated

from fastapi import Query
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.principal import Principal
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
from citypeers.domain.members.seats import queries, service
from citypeers.domain.members.seats.schemas import Nomination, SeatCreate, SeatMachine, SeatOut, SeatPage, SeatQuery, SeatStep
from citypeers.identity.current import SignedIn, Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

router = api_router(prefix="/seats", tags=["seats"])
ACTS = declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, PreconditionFailed, PreconditionRequired, Invalid)


def _seat(session: Session, who: Principal, id: str, status: int = 200) -> Response:
    body, etag = queries.get(session, who, id)
    return private(body, etag, status)


@router.get("", operation_id="seats.page", response_model=SeatPage, responses=declares(Unauthorised, Invalid))
def page(here: Here, who: Who, session: Reading, asked: Annotated[SeatQuery, Query()]) -> Response:
    """Seats by network and country, each with what its people show to the reader."""
    return private(queries.page(session, who, asked, here.cursors))


@router.get("/machine", operation_id="seats.machine", response_model=SeatMachine, responses=declares(Unauthorised, Invalid))
def machine() -> Response:
    """Every step in the life of a seat: from where to where, who may take it, what has to hold, what follows."""
    return private(SeatMachine(items=queries.machine()))


@router.post("", operation_id="seats.create", status_code=201, response_model=SeatOut, responses=ACTS)
def create(who: Who, session: Writing, once: Idempotent, write: SeatCreate) -> Response:
    """Open a seat of a country, where the network's rules leave room for it."""
    return once.keep(_seat(session, who, service.create(session, who, write).id, 201))


@router.get("/{id}", operation_id="seats.get", response_model=SeatOut, responses=declares(Unauthorised, NotFound, Invalid))
def get(who: Who, session: Reading, id: Id) -> Response:
    """One seat."""
    return _seat(session, who, id)


@router.post("/{id}/nominations", operation_id="seats.nominate", status_code=201, response_model=SeatOut, responses=ACTS)
def nominate(signed: SignedIn, session: Writing, once: Idempotent, id: Id, version: IfMatch, write: Nomination) -> Response:
    """Name a person for a vacant seat, or a deputy."""
    return once.keep(_seat(session, signed.who, service.nominate(session, signed.who, id, write, version).id, 201))


@router.post("/{id}/transitions", operation_id="seats.move", response_model=SeatOut, responses=ACTS)
def move(signed: SignedIn, session: Writing, once: Idempotent, id: Id, version: IfMatch, asked: SeatStep) -> Response:
    """Take a step of the seat's life."""
    return once.keep(_seat(session, signed.who, service.move(session, signed.who, id, asked, version).id))
