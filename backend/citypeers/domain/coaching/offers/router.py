"""Paths of offers and needs."""

from typing import Annotated

from fastapi import Body, Query
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
from citypeers.domain.coaching.offers import queries, service
from citypeers.domain.coaching.offers.schemas import (
    NeedCreate,
    NeedOut,
    NeedPage,
    NeedPatch,
    NeedQuery,
    NeedStep,
    OfferCreate,
    OfferOut,
    OfferPage,
    OfferPatch,
    OfferQuery,
    OfferStep,
)
from citypeers.identity.current import Acting
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

offers = api_router(prefix="/offers", tags=["coaching"])
needs = api_router(prefix="/needs", tags=["coaching"])
LISTS = declares(Unauthorised, Invalid)
READS = declares(Unauthorised, NotFound, Invalid)
CREATES = declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, Invalid)
ACTS = CREATES | declares(PreconditionFailed, PreconditionRequired)
MERGE = "application/merge-patch+json"


def _offer(session: Session, who: Principal, id: str, status: int = 200) -> Response:
    body, etag = queries.get(session, who, id)
    return private(body, etag, status)


def _need(session: Session, who: Principal, id: str, status: int = 200) -> Response:
    body, etag = queries.get_need(session, who, id)
    return private(body, etag, status)


@offers.get("", operation_id="offers.page", response_model=OfferPage, responses=LISTS)
def page(here: Here, who: Acting, session: Reading, asked: Annotated[OfferQuery, Query()]) -> Response:
    """What organisations offer: those listed, and the reader's own."""
    return private(queries.page(session, who, asked, here.cursors))


@offers.post("", operation_id="offers.create", status_code=201, response_model=OfferOut, responses=CREATES)
def create(who: Acting, session: Writing, once: Idempotent, write: OfferCreate) -> Response:
    """Write down what an organisation, or oneself, can tell others."""
    return once.keep(_offer(session, who, service.create(session, who, write).id, 201))


@offers.get("/{id}", operation_id="offers.get", response_model=OfferOut, responses=READS)
def get(who: Acting, session: Reading, id: Id) -> Response:
    """One offer."""
    return _offer(session, who, id)


@offers.patch("/{id}", operation_id="offers.change", response_model=OfferOut, responses=ACTS)
def change(
    who: Acting, session: Writing, version: IfMatch, id: Id, patch: Annotated[OfferPatch, Body(media_type=MERGE)]
) -> Response:
    """Change an offer."""
    return _offer(session, who, service.change(session, who, id, patch, version).id)


@offers.post("/{id}/transitions", operation_id="offers.move", response_model=OfferOut, responses=ACTS)
def move(who: Acting, session: Writing, once: Idempotent, id: Id, version: IfMatch, asked: OfferStep) -> Response:
    """List an offer, which is to consent to being found; take it off the list; end it."""
    return once.keep(_offer(session, who, service.move(session, who, id, asked, version).id))


@needs.get("", operation_id="needs.page", response_model=NeedPage, responses=LISTS)
def needed(here: Here, who: Acting, session: Reading, asked: Annotated[NeedQuery, Query()]) -> Response:
    """What organisations want to learn about."""
    return private(queries.needs(session, who, asked, here.cursors))


@needs.post("", operation_id="needs.create", status_code=201, response_model=NeedOut, responses=CREATES)
def need(who: Acting, session: Writing, once: Idempotent, write: NeedCreate) -> Response:
    """Write down a topic that an organisation wants to learn about."""
    return once.keep(_need(session, who, service.need(session, who, write).id, 201))


@needs.get("/{id}", operation_id="needs.get", response_model=NeedOut, responses=READS)
def one_need(who: Acting, session: Reading, id: Id) -> Response:
    """One need."""
    return _need(session, who, id)


@needs.patch("/{id}", operation_id="needs.change", response_model=NeedOut, responses=ACTS)
def change_need(
    who: Acting, session: Writing, version: IfMatch, id: Id, patch: Annotated[NeedPatch, Body(media_type=MERGE)]
) -> Response:
    """Say anew what exactly is wanted."""
    return _need(session, who, service.change_need(session, who, id, patch, version).id)


@needs.post("/{id}/transitions", operation_id="needs.move", response_model=NeedOut, responses=ACTS)
def move_need(who: Acting, session: Writing, once: Idempotent, id: Id, version: IfMatch, asked: NeedStep) -> Response:
    """Say that a need is met, is none any more, or is one again."""
    return once.keep(_need(session, who, service.move_need(session, who, id, asked, version).id))
