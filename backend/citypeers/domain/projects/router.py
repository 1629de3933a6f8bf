"""Paths of projects that everybody reads."""

from typing import Annotated, Any

from anyio import to_thread
from fastapi import Depends, Query, Request
from starlette.responses import Response

from citypeers.core.answers import FILES, MEDIA_TYPES, Format, public_json
from citypeers.core.caller import Here, Language, asks, queried
from citypeers.core.paths import api_router
from citypeers.core.problems import Invalid, NotAcceptable, NotFound, declares
from citypeers.core.rows import Id
from citypeers.domain.projects import fields, mapped, queries, similar
from citypeers.domain.projects.fields import FieldDictionary, FieldQuery
from citypeers.domain.projects.mapped import MapQuery, ProjectMap
from citypeers.domain.projects.queries import LISTING, ProjectQuery
from citypeers.domain.projects.schemas import ProjectOut, ProjectPage
from citypeers.domain.projects.similar import SimilarPage, SimilarQuery

router = api_router(prefix="/projects", tags=["projects"])
TABLE: dict[int | str, Any] = {200: {"content": {MEDIA_TYPES[Format.csv]: {"schema": {"type": "string"}}}}}
Asked = Annotated[ProjectQuery, Depends(queried(ProjectQuery))]
Mapped = Annotated[MapQuery, Depends(queried(MapQuery))]
Alike = Annotated[SimilarQuery, Depends(queried(SimilarQuery))]


@router.get(
    "",
    operation_id="projects.page",
    response_model=ProjectPage,
    responses=FILES | declares(Invalid, NotAcceptable),
    openapi_extra=asks(ProjectQuery),
)
async def page(request: Request, here: Here, language: Language, query: Asked) -> Response:
    """Projects by their facts: filtered, searched, counted, and as a file."""
    return await LISTING.answer(request, here, language, query, queries.asked(here, query, language))


@router.get(
    "/fields",
    operation_id="projects.fields",
    response_model=FieldDictionary,
    responses=TABLE | declares(Invalid),
)
def dictionary(request: Request, language: Language, asked: Annotated[FieldQuery, Query()]) -> Response:
    """What each field of a project means, of which kind it is, its codes, and the licence of the data."""
    return fields.answer(request, language, asked)


@router.get(
    "/map",
    operation_id="projects.map",
    response_model=ProjectMap,
    responses=declares(Invalid),
    openapi_extra=asks(MapQuery),
)
async def map_of_all(request: Request, here: Here, language: Language, query: Mapped) -> Response:
    """Where the projects are that a list holds: every place once, with the number of its projects."""
    body = await here.database.read(False, mapped.answer, here, query)
    return public_json(request, body, language, kept=query.q is None)


@router.get("/{id}", operation_id="projects.get", response_model=ProjectOut, responses=declares(NotFound, Invalid))
async def get(request: Request, here: Here, language: Language, id: Id) -> Response:
    """One project with its lessons, indicators and sources."""
    return public_json(request, *await here.database.read(True, queries.one, here.database, id, language))


@router.get(
    "/{id}/similar",
    operation_id="projects.similar",
    response_model=SimilarPage,
    responses=declares(NotFound, Invalid),
    openapi_extra=asks(SimilarQuery),
)
async def alike(request: Request, here: Here, language: Language, id: Id, query: Alike) -> Response:
    """The projects that are most like one, each with its points and its reasons in words."""
    body = await to_thread.run_sync(similar.answer, here, id, query, language, limiter=here.searchers)
    return public_json(request, body, language, kept=False)
