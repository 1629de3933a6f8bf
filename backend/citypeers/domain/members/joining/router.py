"""Paths of applications."""

from typing import Annotated

from fastapi import Depends, Query, Request
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
    TooMany,
    Unauthorised,
    declares,
)
from citypeers.core.rows import Id
from citypeers.core.text import Line
from citypeers.domain.members.joining import service
from citypeers.domain.members.joining.schemas import (
    ApplicationCreate,
    ApplicationOut,
    ApplicationPage,
    ApplicationQuery,
    Decision,
)
from citypeers.identity.current import SignedIn, Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.links import LinkSpent
from citypeers.identity.people_schemas import TokenGiven
from citypeers.identity.router import NOTHING, private

router = api_router(tags=["applications"])


def _counted(request: Request, here: Here, write: ApplicationCreate) -> ApplicationCreate:
    service.count(here.database, here.settings, write.email, request.client.host if request.client else "")
    return write


Counted = Annotated[ApplicationCreate, Depends(_counted)]
"""An application that counts as a try, in transactions that are over before that of the application begins."""


@router.post(
    "/networks/{slug}/applications",
    operation_id="applications.create",
    status_code=202,
    response_model=None,
    responses=declares(ForeignOrigin, NotFound, Conflict, TooMany, Invalid),
)
def create(write: Counted, session: Writing, once: Idempotent, slug: Line) -> Response:
    """Ask that an organisation may join a network; a link to confirm it goes to the applicant's address."""
    service.apply(session, slug, write)
    return once.keep(Response(status_code=202))


@router.post(
    "/applications/confirmations",
    operation_id="applications.confirm",
    responses=declares(ForeignOrigin, LinkSpent, Conflict, Invalid),
    **NOTHING,
)
def confirm(session: Writing, once: Idempotent, given: TokenGiven) -> Response:
    """Send an application off, by the link of a letter."""
    service.confirm(session, given.token.get_secret_value())
    return once.keep(Response(status_code=204))


@router.get(
    "/applications",
    operation_id="applications.page",
    response_model=ApplicationPage,
    responses=declares(Unauthorised, Forbidden, Invalid),
)
def page(here: Here, who: Who, session: Reading, asked: Annotated[ApplicationQuery, Query()]) -> Response:
    """Applications that wait for a decision, the oldest first."""
    return private(service.page(session, who, asked, here.cursors))


@router.get(
    "/applications/{id}",
    operation_id="applications.get",
    response_model=ApplicationOut,
    responses=declares(Unauthorised, Forbidden, NotFound, Invalid),
)
def get(who: Who, session: Reading, id: Id) -> Response:
    """One application."""
    return private(*service.get(session, who, id))


@router.post(
    "/applications/{id}/decisions",
    operation_id="applications.decide",
    response_model=ApplicationOut,
    responses=declares(
        Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, PreconditionFailed, PreconditionRequired, Invalid
    ),
)
def decide(signed: SignedIn, session: Writing, once: Idempotent, id: Id, version: IfMatch, decision: Decision) -> Response:
    """Admit an organisation or refuse it, with a reason; the applicant is told."""
    service.decide(session, signed.who, id, decision, version)
    return once.keep(private(*service.get(session, signed.who, id)))
