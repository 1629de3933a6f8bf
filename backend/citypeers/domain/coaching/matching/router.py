"""Paths of matches and of the weights that they are counted by."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.problems import (
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Unauthorised,
    declares,
)
from citypeers.core.rows import Id
from citypeers.core.text import Line
from citypeers.domain.coaching.matching import service, weights
from citypeers.domain.coaching.matching.schemas import Matches, MatchPreview, MatchQuery, Weights, WeightsOut
from citypeers.identity.current import Acting, Who
from citypeers.identity.router import private

router = api_router(prefix="/coaching-requests", tags=["coaching"])
of_networks = api_router(prefix="/networks/{slug}/matching-weights", tags=["coaching"])


@router.post(
    "/preview",
    operation_id="coaching.preview",
    response_model=Matches,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, Invalid),
)
def preview(here: Here, who: Acting, session: Reading, asked: MatchPreview) -> Response:
    """Who would probably be found for a request that is still being written; nothing is kept."""
    return private(service.preview(session, here.database, who, asked))


@router.get(
    "/{id}/matches",
    operation_id="coaching.matches",
    response_model=Matches,
    responses=declares(Unauthorised, Forbidden, NotFound, Invalid),
)
def matches(here: Here, who: Acting, session: Reading, id: Id, asked: Annotated[MatchQuery, Query()]) -> Response:
    """Who could help, the best first, with every point explained; and why others are left out."""
    return private(service.matches(session, here.database, who, id, asked))


@of_networks.get(
    "",
    operation_id="matching-weights.get",
    response_model=WeightsOut,
    responses=declares(Unauthorised, NotFound, Invalid),
)
def get(who: Who, session: Reading, slug: Line) -> Response:
    """The most that each factor of matching gives in a network, and all that was decided before."""
    return private(*weights.get(session, who, slug))


@of_networks.put(
    "",
    operation_id="matching-weights.decide",
    response_model=WeightsOut,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Invalid, PreconditionFailed, PreconditionRequired),
)
def decide(who: Acting, session: Writing, version: IfMatch, slug: Line, write: Weights) -> Response:
    """Decide other weights; what was decided before stays to be read."""
    weights.decide(session, who, slug, write, version)
    return private(*weights.get(session, who, slug))
