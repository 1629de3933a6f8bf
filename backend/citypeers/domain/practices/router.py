"""Paths of practices."""

from typing import Annotated

from fastapi import Body, Depends, Query, Request
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core.answers import FILES, public_json
from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Language, Reading, Writing, asks, queried
from citypeers.core.paths import OTHER_ID, api_router
from citypeers.core.principal import Principal
from citypeers.core.problems import (
    Conflict,
    Forbidden,
    Invalid,
    NotAcceptable,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Unauthorised,
    declares,
)
from citypeers.core.rows import Id
from citypeers.domain.practices import queries, service
from citypeers.domain.practices.queries import LISTING, PracticeQuery
from citypeers.domain.practices.schemas import (
    OwnPracticePage,
    OwnPracticeQuery,
    PracticeCreate,
    PracticeMachine,
    PracticeMove,
    PracticeOut,
    PracticePage,
    PracticePatch,
)
from citypeers.identity.current import SignedIn, Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

router = api_router(tags=["practices"])
Patch = Annotated[PracticePatch, Body(media_type="application/merge-patch+json")]
Asked = Annotated[PracticeQuery, Depends(queried(PracticeQuery))]
CREATES = declares(Unauthorised, Forbidden, ForeignOrigin, Conflict, Invalid)
ACTS = CREATES | declares(NotFound, PreconditionFailed, PreconditionRequired)


def _one(session: Session, who: Principal, id: str, language: str, status: int = 200) -> Response:
    body, etag = queries.get(session, who, id, language)
    return private(body, etag, status)


@router.get(
    "/practices",
    operation_id="practices.page",
    response_model=PracticePage,
    responses=FILES | declares(Invalid, NotAcceptable),
    openapi_extra=asks(PracticeQuery),
)
async def page(request: Request, here: Here, language: Language, query: Asked) -> Response:
    """Published practices and policies: filtered, searched, counted, and as a file."""
    return await LISTING.answer(request, here, language, query, queries.asked(here, query, language))


@router.post("/practices", operation_id="practices.create", status_code=201, response_model=PracticeOut, responses=CREATES)
def create(signed: SignedIn, session: Writing, once: Idempotent, language: Language, write: PracticeCreate) -> Response:
    """Begin a practice of an organisation that the caller acts for; a kind and a title in one language are enough."""
    return once.keep(_one(session, signed.who, service.create(session, signed.who, write).id, language, 201))


@router.get("/practices/machine", operation_id="practices.machine", response_model=PracticeMachine, responses=declares(Invalid))
def machine(request: Request, language: Language) -> Response:
    """Every step in the life of a practice: from where to where, who may take it, what has to hold."""
    return public_json(request, PracticeMachine(items=queries.machine()).model_dump_json(), language)


@router.get(
    "/me/practices",
    operation_id="me.practices",
    tags=["me"],
    response_model=OwnPracticePage,
    responses=declares(Unauthorised, Invalid),
)
def mine(here: Here, signed: SignedIn, session: Reading, asked: Annotated[OwnPracticeQuery, Query()]) -> Response:
    """The practices that the caller may change, drafts among them, the last changed first."""
    return private(queries.mine(session, signed.who, asked, here.cursors))


@router.get(
    "/practices/{id}",
    operation_id="practices.get",
    response_model=PracticeOut,
    responses=declares(Unauthorised, NotFound, Invalid),
)
def get(who: Who, session: Reading, language: Language, id: Id) -> Response:
    """One practice; a draft for those who may change it."""
    return _one(session, who, id, language)


@router.patch(f"/practices/{OTHER_ID}", operation_id="practices.change", response_model=PracticeOut, responses=ACTS)
def change(signed: SignedIn, session: Writing, language: Language, version: IfMatch, id: Id, patch: Patch) -> Response:
    """Write on a draft."""
    return _one(session, signed.who, service.change(session, signed.who, id, patch, version).id, language)


@router.post("/practices/{id}/transitions", operation_id="practices.move", response_model=PracticeOut, responses=ACTS)
def move(
    signed: SignedIn, session: Writing, once: Idempotent, language: Language, id: Id, version: IfMatch, asked: PracticeMove
) -> Response:
    """Take a step of the practice's life."""
    return once.keep(_one(session, signed.who, service.move(session, signed.who, id, asked, version).id, language))
