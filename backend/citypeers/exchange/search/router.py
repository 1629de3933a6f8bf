"""Paths of the search across nouns."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from citypeers.core.answers import public_json
from citypeers.core.caller import Here, Language
from citypeers.core.problems import Invalid, declares
from citypeers.exchange.search import service
from citypeers.exchange.search.schemas import SearchPage, SearchQuery

router = APIRouter(prefix="/search", tags=["search"])


@router.get("", operation_id="search.page", response_model=SearchPage, responses=declares(Invalid))
def page(request: Request, here: Here, language: Language, asked: Annotated[SearchQuery, Query()]) -> Response:
    """Find networks, organisations and topics by their words, in any language and with small misspellings."""
    found = service.search(here.index, here.database, asked, language)
    return public_json(request, found.model_dump_json(), language)
