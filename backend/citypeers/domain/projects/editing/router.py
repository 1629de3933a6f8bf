"""Paths of those who write projects and of those who review them."""

from typing import Annotated

from fastapi import Body, Path, Query, Request
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core.answers import public_json
from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Language, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.principal import VISITOR, Principal
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
from citypeers.domain.projects.editing import queries, service
from citypeers.domain.projects.editing.schemas import (
    Desk,
    DeskPage,
    DeskQuery,
    ProjectCreate,
    ProjectMachine,
    ProjectMove,
    ProjectPatch,
    ProjectRevisionPage,
)
from citypeers.domain.projects.models import Project
from citypeers.identity.current import Acting, SignedIn, Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

router = api_router(tags=["projects"])
Patch = Annotated[ProjectPatch, Body(media_type="application/merge-patch+json")]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
ACTS = declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, PreconditionFailed, PreconditionRequired, Invalid)


def _desk(session: Session, who: Principal, project: Project, language: str, status: int = 200) -> Response:
    body, etag = queries.desk(session, who, project, language)
    return private(body, etag, status)


@router.post(
    "/projects",
    operation_id="projects.create",
    status_code=201,
    response_model=Desk,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, Conflict, Invalid),
)
def create(who: Acting, session: Writing, once: Idempotent, language: Language, write: ProjectCreate) -> Response:
    """Begin a project of an organisation that the caller acts for; a title in one language is enough."""
    return once.keep(_desk(session, who, service.create(session, who, write), language, 201))


@router.get("/projects/machine", operation_id="projects.machine", response_model=ProjectMachine, responses=declares(Invalid))
def machine(request: Request, language: Language) -> Response:
    """Every step in the editorial life of a project: from where to where, who may take it, what has to hold, what follows."""
    return public_json(request, ProjectMachine(items=queries.machine()).model_dump_json(), language)


@router.get(
    "/projects/{id}/desk", operation_id="projects.desk", response_model=Desk, responses=declares(Unauthorised, NotFound, Invalid)
)
def desk(who: Acting, session: Reading, language: Language, id: Id) -> Response:
    """The version that is live beside the one at work, what is missing, what a reviewer asked for, and what the caller may do."""
    return _desk(session, who, service.find(session, who, id), language)


@router.patch("/projects/{id}/desk", operation_id="projects.write", response_model=Desk, responses=ACTS)
def write(who: Acting, session: Writing, language: Language, id: Id, version: IfMatch, patch: Patch) -> Response:
    """Write on the version at work; where there is none it begins as a copy of the live one, which stays as it is."""
    return _desk(session, who, service.write(session, who, id, patch, version), language)


@router.post("/projects/{id}/transitions", operation_id="projects.move", response_model=Desk, responses=ACTS)
def move(
    signed: SignedIn, session: Writing, once: Idempotent, language: Language, id: Id, version: IfMatch, asked: ProjectMove
) -> Response:
    """Take a step of the project's editorial life."""
    return once.keep(_desk(session, signed.who, service.move(session, signed.who, id, asked, version), language))


@router.get(
    "/projects/{id}/revisions",
    operation_id="projects.revisions",
    response_model=ProjectRevisionPage,
    responses=declares(NotFound, Invalid),
)
def revisions(request: Request, who: Who, session: Reading, language: Language, id: Id) -> Response:
    """The versions of one project that were public, the newest first, each with what it changed; its owners see all."""
    found = queries.revisions(session, who, id)
    return private(found) if who is not VISITOR else public_json(request, found.model_dump_json(), language)


@router.post(
    "/projects/{id}/revisions/{number}/restore", operation_id="projects.restore-revision", response_model=Desk, responses=ACTS
)
def restore_revision(
    who: Acting, session: Writing, once: Idempotent, language: Language, id: Id, number: Number, version: IfMatch
) -> Response:
    """Make the version at work what it was in an earlier revision."""
    return once.keep(_desk(session, who, service.restore_revision(session, who, id, number, version), language))


@router.get(
    "/me/projects", operation_id="me.projects", tags=["me"], response_model=DeskPage, responses=declares(Unauthorised, Invalid)
)
def mine(here: Here, signed: SignedIn, session: Reading, asked: Annotated[DeskQuery, Query()]) -> Response:
    """The projects of the organisations that the caller acts for."""
    return private(queries.mine(session, signed.who, asked, here.cursors))


@router.get(
    "/me/reviews", operation_id="me.reviews", tags=["me"], response_model=DeskPage, responses=declares(Unauthorised, Invalid)
)
def waiting(here: Here, signed: SignedIn, session: Reading, asked: Annotated[DeskQuery, Query()]) -> Response:
    """The projects that wait for a review by the caller, who is of another organisation."""
    return private(queries.waiting(session, signed.who, asked, here.cursors))
