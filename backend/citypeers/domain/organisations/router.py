"""Paths of organisations that stand on them alone."""

from typing import Annotated

from fastapi import Body, Request
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core.answers import public_json
from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Language, Reading, Writing
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
from citypeers.core.text import Line
from citypeers.domain.organisations import editing, queries
from citypeers.domain.organisations.schemas import OrganisationMay, OrganisationOut, OrganisationPatch, OrganisationWrite
from citypeers.identity.current import Acting, SignedIn
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import PRIVATE, private

router = api_router(prefix="/organisations", tags=["organisations"])
Patch = Annotated[OrganisationPatch, Body(media_type="application/merge-patch+json")]


def _written(session: Session, id: str, language: str, status: int = 200) -> Response:
    body, etag = queries.written(session, id, language)
    headers = {**PRIVATE, "ETag": etag, "Content-Language": language}
    return Response(body, status_code=status, media_type="application/json", headers=headers)


@router.post(
    "",
    operation_id="organisations.create",
    status_code=201,
    response_model=OrganisationOut,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, Conflict, Invalid),
)
def create(signed: SignedIn, session: Writing, once: Idempotent, language: Language, write: OrganisationWrite) -> Response:
    """Let the directory know a new organisation."""
    return once.keep(_written(session, editing.create(session, signed.who, write), language, 201))


@router.get("/{key}", operation_id="organisations.get", response_model=OrganisationOut, responses=declares(NotFound, Invalid))
async def get(request: Request, here: Here, language: Language, key: Line) -> Response:
    """One organisation by slug or id, with every dated name."""
    return public_json(request, *await here.database.read(True, queries.found, here.database, key, language))


@router.patch(
    "/{key}",
    operation_id="organisations.change",
    response_model=OrganisationOut,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, PreconditionFailed, PreconditionRequired, Invalid),
)
def change(who: Acting, session: Writing, version: IfMatch, language: Language, key: Line, patch: Patch) -> Response:
    """Change an organisation: the staff everything but its slug, who acts for it how it is called and its website.

    A partner system with the scope organisations:write acts for the organisation, or those of the country, it is bound to.
    """
    return _written(session, editing.change(session, who, key, patch, version), language)


@router.get(
    "/{key}/may",
    operation_id="organisations.may",
    response_model=OrganisationMay,
    responses=declares(Unauthorised, NotFound, Invalid),
)
def may(signed: SignedIn, session: Reading, key: Line) -> Response:
    """What the reader may change of an organisation; apart from it, because that is the same for everybody."""
    return private(editing.may(session, signed.who, key))
