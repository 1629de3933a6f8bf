"""Paths of topics."""

from typing import Annotated

from fastapi import Query, Request
from pydantic import ConfigDict, Field
from starlette.responses import Response

from citypeers.core.answers import page_body, public_json
from citypeers.core.caller import Here, Language
from citypeers.core.forms import Form
from citypeers.core.paths import api_router
from citypeers.core.problems import Invalid, NotFound, declares
from citypeers.domain.topics import queries, service
from citypeers.domain.topics.schemas import TopicId, TopicOut, TopicPage, TopicSchemePage

router = api_router(tags=["topics"])


class TopicQuery(Form):
    """The parameters of the list of topics."""

    model_config = ConfigDict(extra="forbid")

    scheme: Annotated[list[TopicId], Field(max_length=20)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=500)] = None


@router.get("/topic-schemes", operation_id="topic-schemes.page", response_model=TopicSchemePage, responses=declares(Invalid))
def schemes(request: Request, here: Here, language: Language) -> Response:
    """All concept schemes with their topics, in order."""
    with here.database.reading() as session:
        return public_json(request, service.schemes(session).model_dump_json(), language)


@router.get("/topics", operation_id="topics.page", response_model=TopicPage, responses=declares(Invalid))
async def page(request: Request, here: Here, language: Language, asked: Annotated[TopicQuery, Query()]) -> Response:
    """Topics of one scheme or of all, in the schemes' order."""
    found = await here.database.read(
        True, queries.page, here.database, here.cursors, asked.scheme, language, asked.limit, asked.cursor
    )
    return public_json(request, page_body(found.items, found.next, found.total), language, next=found.next)


@router.get("/topics/{id}", operation_id="topics.get", response_model=TopicOut, responses=declares(NotFound, Invalid))
async def get(request: Request, here: Here, language: Language, id: TopicId) -> Response:
    """One topic with its guiding questions and its neighbours."""
    body, etag = await here.database.read(True, queries.one, here.database, id, language)
    return public_json(request, body, language, etag)
