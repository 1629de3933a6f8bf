"""Paths of networks."""

from typing import Annotated, Any

from fastapi import Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from citypeers.core.answers import FILES, PUBLIC, public_json
from citypeers.core.caller import Here, Instance, Language, asks, queried
from citypeers.core.paths import API, api_router
from citypeers.core.principal import VISITOR
from citypeers.core.problems import Invalid, NotAcceptable, NotFound, declares
from citypeers.core.text import Line
from citypeers.domain.networks import analysis as tables
from citypeers.domain.networks import queries, recommending, service
from citypeers.domain.networks.analysis import Analysis
from citypeers.domain.networks.queries import LISTING, NetworkQuery
from citypeers.domain.networks.recommending import RecommendationPage, RecommendationQuery
from citypeers.domain.networks.schemas import NetworkOut, NetworkPage, RelationPage, RevisionPage

router = api_router(prefix="/networks", tags=["networks"])
Asked = Annotated[NetworkQuery, Depends(queried(NetworkQuery))]
MOVED: dict[int | str, Any] = {
    308: {"description": "The network has another slug now", "headers": {"Location": {"schema": {"type": "string"}}}}
}


@router.get(
    "",
    operation_id="networks.page",
    response_model=NetworkPage,
    responses=FILES | declares(Invalid, NotAcceptable),
    openapi_extra=asks(NetworkQuery),
)
async def page(request: Request, here: Here, language: Language, query: Asked) -> Response:
    """Networks by their facts: filtered, searched, counted, and as a file."""
    return await LISTING.answer(request, here, language, query, queries.asked(here, query, language))


@router.get("/analysis", operation_id="networks.analysis", response_model=Analysis, responses=declares(Invalid))
def analysis(request: Request, here: Here, language: Language) -> Response:
    """The inventory's own tables, computed from the records."""
    with here.database.reading() as session:
        return public_json(request, tables.analysis(session, VISITOR).model_dump_json(), language)


@router.get(
    "/recommendations", operation_id="networks.recommendations", response_model=RecommendationPage, responses=declares(Invalid)
)
def recommendations(request: Request, here: Here, language: Language, asked: Annotated[RecommendationQuery, Query()]) -> Response:
    """Networks that fit a municipality, each with its reasons."""
    with here.database.reading() as session:
        return public_json(request, recommending.recommend(session, VISITOR, asked, language).model_dump_json(), language)


@router.get("/{slug}", operation_id="networks.get", response_model=NetworkOut, responses=MOVED | declares(NotFound, Invalid))
async def get(request: Request, here: Here, language: Language, slug: Line) -> Response:
    """One network with its 14 fields, each with status, source and date."""
    found = await here.database.read(True, queries.one, here.database, slug, language)
    if found is None:
        return await here.database.read(False, _moved, here, slug)
    body, etag = found
    return public_json(request, body, language, etag)


def _moved(here: Instance, slug: str) -> Response:
    with here.database.reading() as session:
        present = service.present_slug(session, VISITOR, slug)
    return RedirectResponse(f"{API}/networks/{present}", status_code=308, headers=PUBLIC)


@router.get(
    "/{slug}/relations", operation_id="networks.relations", response_model=RelationPage, responses=declares(NotFound, Invalid)
)
def relations(request: Request, here: Here, language: Language, slug: Line) -> Response:
    """Relations of one network in both directions."""
    with here.database.reading() as session:
        return public_json(request, service.relations(session, VISITOR, slug).model_dump_json(), language)


@router.get(
    "/{slug}/revisions", operation_id="networks.revisions", response_model=RevisionPage, responses=declares(NotFound, Invalid)
)
def revisions(request: Request, here: Here, language: Language, slug: Line) -> Response:
    """The published versions of one network, the newest first, each with what it changed."""
    with here.database.reading() as session:
        return public_json(request, service.revisions(session, VISITOR, slug).model_dump_json(), language)
