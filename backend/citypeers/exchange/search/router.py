"""Paths of the search across nouns."""

from typing import Annotated

from anyio import to_thread
from fastapi import Depends, Request
from starlette.responses import Response

from citypeers.core.answers import public_json
from citypeers.core.caller import Here, Language, asks, queried
from citypeers.core.paths import api_router
from citypeers.core.problems import Invalid, declares
from citypeers.exchange.search import service
from citypeers.exchange.search.schemas import SearchPage, SearchQuery

router = api_router(prefix="/search", tags=["search"])
Asked = Annotated[SearchQuery, Depends(queried(SearchQuery))]


@router.get("", operation_id="search.page", response_model=SearchPage, responses=declares(Invalid), openapi_extra=asks(SearchQuery))
async def page(request: Request, here: Here, language: Language, asked: Asked) -> Response:
    """Find networks, organisations and topics by their words, in any language and with small misspellings."""
    body = await to_thread.run_sync(service.answer, here.index, here.database, asked, language, limiter=here.searchers)
    return public_json(request, body, language)
