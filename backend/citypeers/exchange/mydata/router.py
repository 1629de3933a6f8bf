"""Paths of one's own data."""

from typing import Any

from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.problems import Invalid, NotFound, TooMany, Unauthorised, Unavailable, declares
from citypeers.core.rows import Id
from citypeers.exchange.mydata import service
from citypeers.exchange.mydata.schemas import Erasing, ExportOut, ExportPage, MyData
from citypeers.identity.current import SignedIn
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.models import Account
from citypeers.identity.router import NOTHING, PRIVATE, private

router = api_router(prefix="/me", tags=["me"])
ARCHIVE: dict[int | str, Any] = {200: {"content": {"application/zip": {"schema": {"type": "string"}}}}}


@router.get("/data", operation_id="me.data", response_model=MyData, responses=declares(Unauthorised, Invalid))
def look(signed: SignedIn, session: Reading) -> Response:
    """Everything that is kept of oneself."""
    return private(service.look(session, session.get_one(Account, signed.account)))


@router.get("/exports", operation_id="me.exports", response_model=ExportPage, responses=declares(Unauthorised, Invalid))
def page(signed: SignedIn, session: Reading) -> Response:
    """Archives of one's own data that have not expired."""
    return private(service.page(session, session.get_one(Account, signed.account)))


@router.post(
    "/exports",
    operation_id="me.export",
    status_code=201,
    response_model=ExportOut,
    responses=declares(Unauthorised, ForeignOrigin, Invalid),
)
def export(signed: SignedIn, session: Writing, once: Idempotent) -> Response:
    """Make an archive of one's own data, as JSON and CSV; it lies ready for a week."""
    return once.keep(private(service.export(session, session.get_one(Account, signed.account)), status=201))


@router.get(
    "/exports/{id}",
    operation_id="me.download-export",
    response_model=None,
    responses=ARCHIVE | declares(Unauthorised, NotFound, Invalid),
)
def download(signed: SignedIn, session: Reading, id: Id) -> Response:
    """One of one's own archives."""
    content = service.download(session, session.get_one(Account, signed.account), id)
    headers = {**PRIVATE, "Content-Disposition": 'attachment; filename="citypeers-my-data.zip"'}
    return Response(content, media_type="application/zip", headers=headers)


@router.post(
    "/erasure",
    operation_id="me.erase",
    responses=declares(Unauthorised, ForeignOrigin, Invalid, TooMany, Unavailable),
    **NOTHING,
)
async def erase(here: Here, signed: SignedIn, given: Erasing) -> Response:
    """Have one's account and everything kept of oneself erased; it cannot be undone."""
    await here.in_line(service.erase_own, here.database, here.settings, signed.account, given)
    return Response(status_code=204)
