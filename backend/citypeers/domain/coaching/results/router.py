"""Paths of what came of a coaching."""

from typing import Annotated

from fastapi import Body, Query
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, IfMatch, Reading, Writing
from citypeers.core.forms import Slug
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
from citypeers.domain.coaching.results import desk, figures, harvesting, queries, service
from citypeers.domain.coaching.results.schemas import (
    ActionCreate,
    ActionOut,
    ActionPage,
    ActionPatch,
    CoachingDesk,
    CoachingFigures,
    FiguresQuery,
    FollowUpAnswer,
    FollowUpOut,
    FollowUpPage,
    HarvestOut,
    HarvestPage,
    HarvestWrite,
    Reports,
    ReportWrite,
)
from citypeers.identity.current import Acting, SignedIn
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

of_requests = api_router(prefix="/coaching-requests/{id}", tags=["coaching"])
actions = api_router(prefix="/coaching-actions", tags=["coaching"])
follow_ups = api_router(prefix="/follow-ups", tags=["coaching"])
own = api_router(prefix="/me", tags=["me"])
of_networks = api_router(prefix="/networks", tags=["coaching"])
READS = declares(Unauthorised, NotFound, Invalid)
CREATES = declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, Invalid)
ACTS = CREATES | declares(PreconditionFailed, PreconditionRequired)


def _action(session: Session, who: Principal, id: str, status: int = 200) -> Response:
    body, etag = queries.action(session, who, id)
    return private(body, etag, status)


def _follow_up(session: Session, who: Principal, id: str) -> Response:
    body, etag = queries.follow_up(session, who, id)
    return private(body, etag)


@of_requests.get("/reports", operation_id="coaching.reports", response_model=Reports, responses=READS)
def reports(who: Acting, session: Reading, id: Id) -> Response:
    """The reports of the sides: one's own, and all of them once all are in or two weeks have passed."""
    return private(queries.reports(session, who, id))


@of_requests.post("/reports", operation_id="coaching.report", status_code=201, response_model=Reports, responses=CREATES)
def report(who: Acting, session: Writing, once: Idempotent, id: Id, write: ReportWrite) -> Response:
    """Write the report of one side; the last one completes the coaching."""
    service.report(session, who, id, write)
    return once.keep(private(queries.reports(session, who, id), status=201))


@of_requests.get("/actions", operation_id="coaching.actions", response_model=ActionPage, responses=READS)
def of_request(who: Acting, session: Reading, id: Id) -> Response:
    """What the sides will do because of it."""
    return private(queries.actions(session, who, id))


@of_requests.post("/actions", operation_id="coaching.act", status_code=201, response_model=ActionOut, responses=CREATES)
def act(who: Acting, session: Writing, once: Idempotent, id: Id, write: ActionCreate) -> Response:
    """Write down what one side will do, until when."""
    return once.keep(_action(session, who, service.act(session, who, id, write).id, 201))


@actions.get("/{id}", operation_id="coaching-actions.get", response_model=ActionOut, responses=READS)
def action(who: Acting, session: Reading, id: Id) -> Response:
    """One action item."""
    return _action(session, who, id)


@actions.patch("/{id}", operation_id="coaching-actions.change", response_model=ActionOut, responses=ACTS)
def change(
    who: Acting,
    session: Writing,
    version: IfMatch,
    id: Id,
    patch: Annotated[ActionPatch, Body(media_type="application/merge-patch+json")],
) -> Response:
    """Impact an action item, or say that it is done."""
    return _action(session, who, service.change_action(session, who, id, patch, version).id)


@of_requests.get("/follow-ups", operation_id="coaching.follow-ups", response_model=FollowUpPage, responses=READS)
def asked(who: Acting, session: Reading, id: Id) -> Response:
    """Whether it changed anything, as asked after three and twelve months."""
    return private(queries.follow_ups(session, who, id))


@follow_ups.get("/{id}", operation_id="follow-ups.get", response_model=FollowUpOut, responses=READS)
def follow_up(who: Acting, session: Reading, id: Id) -> Response:
    """One follow-up."""
    return _follow_up(session, who, id)


@follow_ups.post("/{id}/answers", operation_id="follow-ups.answer", response_model=FollowUpOut, responses=ACTS)
def answer(who: Acting, session: Writing, once: Idempotent, id: Id, version: IfMatch, given: FollowUpAnswer) -> Response:
    """Say whether a coaching changed anything."""
    return once.keep(_follow_up(session, who, service.answer(session, who, id, given, version).id))


@of_requests.get("/harvests", operation_id="coaching.harvests", response_model=HarvestPage, responses=READS)
def harvests(who: Acting, session: Reading, id: Id) -> Response:
    """What was made of a coaching: lessons, practices, replications."""
    return private(queries.harvests(session, who, id))


@of_requests.post("/harvests", operation_id="coaching.harvest", status_code=201, response_model=HarvestOut, responses=CREATES)
def harvest(who: Acting, session: Writing, once: Idempotent, id: Id, write: HarvestWrite) -> Response:
    """Make a lesson, a practice or a replication of what came of it: a draft that keeps where it comes from."""
    return once.keep(private(queries.harvest(harvesting.make(session, who, id, write)), status=201))


@own.get("/coaching", operation_id="me.coaching", response_model=CoachingDesk, responses=declares(Unauthorised, Invalid))
def waiting(signed: SignedIn, session: Reading) -> Response:
    """What of coaching waits for the caller: answers, steps, action items, follow-ups."""
    return private(desk.get(session, signed.who))


@of_networks.get(
    "/{slug}/coaching-figures",
    operation_id="coaching.figures",
    response_model=CoachingFigures,
    responses=declares(Unauthorised, Forbidden, NotFound, Invalid),
)
def of_network(who: Acting, session: Reading, slug: Slug, asked: Annotated[FiguresQuery, Query()]) -> Response:
    """How coaching goes in a network, in numbers."""
    return private(figures.get(session, who, slug, asked))
