"""Paths of replications."""

from typing import Annotated

from fastapi import Body, Query
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Reading, Writing
from citypeers.core.paths import OTHER_ID, api_router
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
from citypeers.domain.projects.replications import family, queries, service
from citypeers.domain.projects.replications.schemas import (
    FamilyOut,
    OwnReplicationQuery,
    ReplicationCreate,
    ReplicationMachine,
    ReplicationOut,
    ReplicationPage,
    ReplicationPatch,
    ReplicationQuery,
    ReplicationStep,
)
from citypeers.identity.current import Acting, SignedIn, Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

of_projects = api_router(prefix="/projects/{id}", tags=["replications"])
router = api_router(prefix="/replications", tags=["replications"])
own = api_router(prefix="/me", tags=["me"])
READS = declares(Unauthorised, NotFound, Invalid)
CREATES = declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, Invalid)
ACTS = CREATES | declares(PreconditionFailed, PreconditionRequired)
Patch = Annotated[ReplicationPatch, Body(media_type="application/merge-patch+json")]


def _one(session: Session, who: Principal, id: str, status: int = 200) -> Response:
    body, etag = queries.get(session, who, id)
    return private(body, etag, status)


@of_projects.get("/replications", operation_id="projects.replications", response_model=ReplicationPage, responses=READS)
def page(here: Here, who: Who, session: Reading, id: Id, asked: Annotated[ReplicationQuery, Query()]) -> Response:
    """Who does a project again: those that count, and to its sides and the staff the open ones as well."""
    return private(queries.page(session, who, id, asked, here.cursors))


@of_projects.post(
    "/replications",
    operation_id="projects.replicate",
    status_code=201,
    response_model=ReplicationOut,
    responses=CREATES,
)
def declare(who: Acting, session: Writing, once: Idempotent, id: Id, write: ReplicationCreate) -> Response:
    """Say that an organisation is interested in doing a published project again."""
    return once.keep(_one(session, who, service.declare(session, who, id, write).id, 201))


@of_projects.get("/family", operation_id="projects.family", response_model=FamilyOut, responses=READS)
def tree(who: Who, session: Reading, id: Id) -> Response:
    """The tree of a solution across cities and countries: what a project stems from, and what stems from that."""
    return private(family.get(session, who, id))


@router.get(
    "/machine", operation_id="replications.machine", response_model=ReplicationMachine, responses=declares(Unauthorised, Invalid)
)
def machine() -> Response:
    """Every step in the life of a replication: from where to where, who may take it, what has to hold, what follows."""
    return private(ReplicationMachine(items=queries.machine()))


@own.get(
    "/replications",
    operation_id="me.replications",
    response_model=ReplicationPage,
    responses=declares(Unauthorised, Invalid),
)
def mine(here: Here, signed: SignedIn, session: Reading, asked: Annotated[OwnReplicationQuery, Query()]) -> Response:
    """The replications in which the caller speaks for a side, the last changed first, each with the steps that wait."""
    return private(queries.mine(session, signed.who, asked, here.cursors))


@router.get("/{id}", operation_id="replications.get", response_model=ReplicationOut, responses=READS)
def get(who: Who, session: Reading, id: Id) -> Response:
    """One replication."""
    return _one(session, who, id)


@router.patch(f"/{OTHER_ID}", operation_id="replications.change", response_model=ReplicationOut, responses=ACTS)
def change(who: Acting, session: Writing, version: IfMatch, id: Id, patch: Patch) -> Response:
    """Say anew what was kept, changed and missing, or which project the adopter made of it."""
    return _one(session, who, service.change(session, who, id, patch, version).id)


@router.post("/{id}/transitions", operation_id="replications.move", response_model=ReplicationOut, responses=ACTS)
def move(who: Acting, session: Writing, once: Idempotent, id: Id, version: IfMatch, asked: ReplicationStep) -> Response:
    """Take a step of the replication's life; who confirms may name what was seen before the other side confirmed."""
    return once.keep(_one(session, who, service.move(session, who, id, asked, version).id))
