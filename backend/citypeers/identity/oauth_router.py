"""Where partner systems get their access tokens, and where they read how; at the root, as the standards have it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse
from starlette.responses import Response

from citypeers.core.caller import Here
from citypeers.identity import granting
from citypeers.identity.current import GateDep
from citypeers.identity.granting import Asked, Refused

router = APIRouter(include_in_schema=False)
PRIVATE = {"Cache-Control": "no-store", "Pragma": "no-cache"}


async def _asked(request: Request) -> Asked:
    return Asked(
        media_type=request.headers.get("content-type", ""),
        body=await request.body(),
        authorization=request.headers.get("authorization"),
        address=request.client.host if request.client else "",
    )


@router.post(granting.PATH)
def token(here: Here, gate: GateDep, asked: Annotated[Asked, Depends(_asked)]) -> Response:
    """An access token for a partner system."""
    try:
        return JSONResponse(granting.token(here.database, here.settings, gate.ring, asked), headers=PRIVATE)
    except Refused as refused:
        proof = {"WWW-Authenticate": 'Basic realm="citypeers"'} if refused.status == 401 else {}
        return JSONResponse(refused.document(here.settings.public_url), refused.status, headers=PRIVATE | proof)


@router.get("/.well-known/oauth-authorization-server")
def metadata(here: Here) -> Response:
    """What partner systems need to know of us (RFC 8414)."""
    return JSONResponse(granting.metadata(here.settings), headers={"Cache-Control": "public, max-age=300"})
