"""The path of the record of what was done."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from citypeers.core.caller import Here, Reading
from citypeers.core.paths import api_router
from citypeers.core.problems import Forbidden, Invalid, Unauthorised, declares
from citypeers.exchange.auditing import service
from citypeers.exchange.auditing.service import AuditPage, AuditQuery
from citypeers.identity.current import Who
from citypeers.identity.router import private

router = api_router(tags=["audit"])


@router.get(
    "/audit-events",
    operation_id="audit-events.page",
    response_model=AuditPage,
    responses=declares(Unauthorised, Forbidden, Invalid),
)
def page(here: Here, who: Who, session: Reading, asked: Annotated[AuditQuery, Query()]) -> Response:
    """What was done, by whom and to what, the newest first."""
    return private(service.page(session, who, asked, here.cursors))
