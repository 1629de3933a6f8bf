"""Paths of coaching requests and their invitations."""

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
from citypeers.domain.coaching.requests import inviting, queries, service
from citypeers.domain.coaching.requests.schemas import (
    CoachingInvitationCreate,
    CoachingInvitationOut,
    CoachingMachine,
    History,
    InvitationAnswer,
    RequestCreate,
    RequestOut,
    RequestPage,
    RequestPatch,
    RequestQuery,
    RequestStep,
)
from citypeers.domain.coaching.scheduling import calls
from citypeers.identity.current import Acting
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

router = api_router(prefix="/coaching-requests", tags=["coaching"])
READS = declares(Unauthorised, NotFound, Invalid)
CREATES = declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, Invalid)
ACTS = CREATES | declares(PreconditionFailed, PreconditionRequired)
Patch = Annotated[RequestPatch, Body(media_type="application/merge-patch+json")]


def _one(session: Session, who: Principal, id: str, status: int = 200) -> Response:
    body, etag = queries.get(session, who, id)
    return private(body, etag, status)


def _invitation(session: Session, who: Principal, id: str, invitation: str, status: int = 200) -> Response:
    body, etag = queries.invitation(session, who, id, invitation)
    return private(body, etag, status)


@router.get("", operation_id="coaching.page", response_model=RequestPage, responses=declares(Unauthorised, Invalid))
def page(here: Here, who: Acting, session: Reading, asked: Annotated[RequestQuery, Query()]) -> Response:
    """The requests that the reader may see: of their own organisations, those they are asked in, and what is shared with all."""
    return private(queries.page(session, who, asked, here.cursors))


@router.post("", operation_id="coaching.create", status_code=201, response_model=RequestOut, responses=CREATES)
def create(who: Acting, session: Writing, once: Idempotent, write: RequestCreate) -> Response:
    """Begin a request, as a draft of an organisation."""
    return once.keep(_one(session, who, service.create(session, who, write).id, 201))


@router.get("/machine", operation_id="coaching.machine", response_model=CoachingMachine, responses=declares(Unauthorised, Invalid))
def machine() -> Response:
    """Every step in the life of a request and of an invitation: from where to where, who may, what has to hold, what follows."""
    return private(queries.machine())


@router.get("/{id}", operation_id="coaching.get", response_model=RequestOut, responses=READS)
def get(who: Acting, session: Reading, id: Id) -> Response:
    """One request, with what comes next."""
    return _one(session, who, id)


@router.patch("/{id:other}", operation_id="coaching.change", response_model=RequestOut, responses=ACTS)
def change(who: Acting, session: Writing, version: IfMatch, id: Id, patch: Patch) -> Response:
    """Say anew what is asked for, while nobody is asked; or what came of it, once sessions were held."""
    return _one(session, who, service.change(session, who, id, patch, version).id)


@router.post("/{id}/transitions", operation_id="coaching.move", response_model=RequestOut, responses=ACTS)
def move(here: Here, who: Acting, session: Writing, once: Idempotent, id: Id, version: IfMatch, asked: RequestStep) -> Response:
    """Take a step of the request's life."""
    ways = calls.ways(here.settings)
    return once.keep(_one(session, who, service.move(session, who, id, asked, version, ways).id))


@router.get("/{id}/history", operation_id="coaching.history", response_model=History, responses=READS)
def history(who: Acting, session: Reading, id: Id) -> Response:
    """What happened to a request, the oldest first."""
    return private(queries.history(session, who, id))


@router.post(
    "/{id}/invitations", operation_id="coaching.invite", status_code=201, response_model=CoachingInvitationOut, responses=ACTS
)
def invite(who: Acting, session: Writing, once: Idempotent, id: Id, version: IfMatch, write: CoachingInvitationCreate) -> Response:
    """Ask an organisation of the list of matches; the version is the request's."""
    return once.keep(_invitation(session, who, id, inviting.invite(session, who, id, write, version).id, 201))


@router.get(
    "/{id}/invitations/{invitation}", operation_id="coaching.invitation", response_model=CoachingInvitationOut, responses=READS
)
def invitation(who: Acting, session: Reading, id: Id, invitation: Id) -> Response:
    """One invitation."""
    return _invitation(session, who, id, invitation)


@router.post(
    "/{id}/invitations/{invitation}/transitions",
    operation_id="coaching.answer",
    response_model=CoachingInvitationOut,
    responses=ACTS,
)
def answer(
    who: Acting, session: Writing, once: Idempotent, id: Id, invitation: Id, version: IfMatch, given: InvitationAnswer
) -> Response:
    """Accept, decline or take back an invitation; the version is the invitation's."""
    return once.keep(_invitation(session, who, id, inviting.answer(session, who, id, invitation, given, version).id))
