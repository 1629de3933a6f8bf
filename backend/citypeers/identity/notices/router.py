"""Paths of one's own notices, and of the end of letters."""

from typing import Annotated

from fastapi import Path, Query
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.problems import Invalid, NotFound, Unauthorised, declares
from citypeers.identity.current import SignedIn
from citypeers.identity.notices import service, unsubscribing
from citypeers.identity.notices.schemas import (
    NoticePage,
    NoticeQuery,
    NoticeSettings,
    NoticeSettingsOut,
    NoticesRead,
    Unsubscribe,
)
from citypeers.identity.router import NOTHING, PRIVATE, private

router = api_router(prefix="/me/notices", tags=["me"])
open_to_all = api_router(prefix="/digests", tags=["digests"])
READS = declares(Unauthorised, Invalid)
WRITES = declares(Unauthorised, ForeignOrigin, Invalid)
Token = Annotated[str, Path(max_length=300, pattern=r"^[A-Za-z0-9_-]+$")]


@router.get("", operation_id="me.notices", response_model=NoticePage, responses=READS)
def page(here: Here, signed: SignedIn, session: Reading, asked: Annotated[NoticeQuery, Query()]) -> Response:
    """What one was told, the newest first, and how much of it is not read."""
    return private(service.page(session, signed.account, asked, here.cursors))


@router.post("/read", operation_id="me.read-notices", responses=WRITES, **NOTHING)
def read(signed: SignedIn, session: Writing, given: NoticesRead) -> Response:
    """Say which notices one has read; no daily letter tells them any more."""
    service.read(session, signed.account, given)
    return Response(status_code=204)


@router.get("/settings", operation_id="me.notice-settings", response_model=NoticeSettingsOut, responses=READS)
def settings(signed: SignedIn, session: Reading) -> Response:
    """How one is told of what."""
    return private(service.settings(session, signed.account))


@router.put("/settings", operation_id="me.set-notice-settings", responses=WRITES, **NOTHING)
def change_settings(signed: SignedIn, session: Writing, given: NoticeSettings) -> Response:
    """Say how to be told: at once, once a day, or in the program alone; a group that is not named stays as it is."""
    service.change_settings(session, signed.account, given)
    return Response(status_code=204)


@open_to_all.post("/unsubscribe", operation_id="digests.unsubscribe", responses=declares(ForeignOrigin, Invalid), **NOTHING)
def unsubscribe(here: Here, session: Writing, write: Unsubscribe) -> Response:
    """End the letters of one kind, by the link in one of them; nobody has to sign in for that."""
    unsubscribing.unsubscribe(session, here.cursors, write.token)
    return Response(status_code=204)


@open_to_all.post(
    "/unsubscribe/{token}",
    operation_id="digests.unsubscribe-in-one-click",
    responses=declares(ForeignOrigin, NotFound, Invalid),
    **NOTHING,
)
def unsubscribe_in_one_click(here: Here, session: Writing, token: Token) -> Response:
    """End the letters of one kind as mail programs do it (RFC 8058); what they send along is not looked at."""
    unsubscribing.unsubscribe(session, here.cursors, token)
    return Response(status_code=204)


@open_to_all.get(
    "/unsubscribe/{token}",
    operation_id="digests.unsubscribe-page",
    status_code=302,
    response_class=RedirectResponse,
    responses=declares(NotFound, Invalid),
)
def unsubscribe_page(token: Token) -> Response:
    """Lead whoever opens a letter's own link to the page where they end such letters; opening alone ends nothing."""
    return RedirectResponse(f"/me/unsubscribe#{token}", 302, headers=PRIVATE)
