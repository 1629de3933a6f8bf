"""Paths of organisations that stand on them alone."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from citypeers.core.answers import public_json
from citypeers.core.caller import Here, Language
from citypeers.core.problems import Invalid, NotFound, declares
from citypeers.core.text import Line
from citypeers.domain.organisations import queries
from citypeers.domain.organisations.schemas import OrganisationOut

router = APIRouter(prefix="/organisations", tags=["organisations"])


@router.get("/{key}", operation_id="organisations.get", response_model=OrganisationOut, responses=declares(NotFound, Invalid))
async def get(request: Request, here: Here, language: Language, key: Line) -> Response:
    """One organisation by slug or id, with every dated name."""
    return public_json(request, *await here.database.read(True, queries.found, here.database, key, language))
