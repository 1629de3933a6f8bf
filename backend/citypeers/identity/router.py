"""Paths of signing in, of one's own account, and of the keys."""

from typing import Annotated, Any

from fastapi import APIRouter, Cookie, Depends, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlmodel import Session
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.problems import (
    Conflict,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    TooMany,
    Unauthorised,
    Unavailable,
    declares,
)
from citypeers.core.rows import Id, etag
from citypeers.identity import accounts, attempts, sessions
from citypeers.identity.current import GateDep, Signed, SignedIn
from citypeers.identity.models import Account
from citypeers.identity.schemas import Access, CodeGiven, Enrolment, Me, MeUpdate, PasswordChange, SessionPage, SignIn
from citypeers.identity.sessions import Opened

COOKIE = "__Host-citypeers"
PRIVATE = {"Cache-Control": "no-store"}
Refresh = Annotated[str | None, Cookie(alias=COOKIE, include_in_schema=False)]
NOTHING: dict[str, Any] = {"status_code": 204, "response_model": None}

auth = api_router(prefix="/auth", tags=["auth"])
me = api_router(prefix="/me", tags=["me"])
known = APIRouter(include_in_schema=False)


def opened_answer(opened: Opened, days: int) -> Response:
    """The token for scripts, and the cookie that they cannot read."""
    response = JSONResponse(opened.access.model_dump(), headers=PRIVATE)
    keep_signed_in(response, opened, days)
    return response


def keep_signed_in(response: Response, opened: Opened, days: int) -> None:
    """Let an answer carry the cookie of a session."""
    response.set_cookie(COOKIE, opened.refresh, max_age=days * 86_400, path="/", secure=True, httponly=True, samesite="strict")


def private(body: BaseModel, etag: str | None = None, status: int = 200) -> Response:
    """An answer that nobody keeps."""
    headers = PRIVATE | ({"ETag": etag} if etag else {})
    return Response(body.model_dump_json(), status_code=status, media_type="application/json", headers=headers)


def caller_of(request: Request) -> tuple[str, str]:
    """The browser's name of itself, and the address it calls from."""
    return request.headers.get("user-agent", ""), request.client.host if request.client else ""


def mine(session: Session, signed: Signed) -> Account:
    """The account of whoever is signed in."""
    return session.get_one(Account, signed.account)


@auth.post(
    "/sign-in",
    operation_id="auth.sign-in",
    response_model=Access,
    responses=declares(Unauthorised, ForeignOrigin, Invalid, TooMany, Unavailable),
)
async def sign_in(request: Request, here: Here, gate: GateDep, asked: SignIn) -> Response:
    """Open a session by address and password, and by a one-time code where the account has a second factor."""
    opened = await here.in_line(sessions.sign_in, here.database, here.settings, gate.ring, asked, *caller_of(request))
    return opened_answer(opened, here.settings.session_days)


@auth.post(
    "/refresh",
    operation_id="auth.refresh",
    response_model=Access,
    responses=declares(Unauthorised, ForeignOrigin, Conflict, Invalid),
)
def refresh(here: Here, gate: GateDep, token: Refresh = None) -> Response:
    """A new access token for the session of the cookie; the cookie's token is exchanged for the next."""
    if token is None:
        raise Unauthorised
    return opened_answer(sessions.refresh(here.database, here.settings, gate.ring, token), here.settings.session_days)


@auth.post("/sign-out", operation_id="auth.sign-out", responses=declares(ForeignOrigin, Invalid), **NOTHING)
def sign_out(here: Here, token: Refresh = None) -> Response:
    """End the session of the cookie; its access tokens count no more from this moment."""
    sessions.sign_out(here.database, token)
    response = Response(status_code=204)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    return response


@auth.get("/sessions", operation_id="auth.sessions", response_model=SessionPage, responses=declares(Unauthorised, Invalid))
def open_sessions(signed: SignedIn, session: Reading) -> Response:
    """Where one is signed in."""
    items = list(sessions.open_sessions(session, mine(session, signed), signed.session))
    return private(SessionPage(items=items, next=None, total=len(items)))


@auth.delete(
    "/sessions/{id}",
    operation_id="auth.end-session",
    responses=declares(Unauthorised, ForeignOrigin, NotFound, Invalid),
    **NOTHING,
)
def end_session(signed: SignedIn, session: Writing, id: Id) -> Response:
    """End one of one's own sessions."""
    sessions.end(session, mine(session, signed), id)
    return Response(status_code=204)


def _counted(here: Here, signed: SignedIn) -> None:
    """Count a guess before the transaction of what it is for begins: the count outlives the refusal."""
    secret = here.settings.secret_key.get_secret_value()
    attempts.count(here.database, secret, f"code:{signed.account}", sessions.FREE_PER_ACCOUNT)


GUESSED = [Depends(_counted)]


@auth.post(
    "/second-factor",
    operation_id="auth.begin-second-factor",
    response_model=Enrolment,
    responses=declares(Unauthorised, ForeignOrigin, Conflict, Invalid),
)
def begin_second_factor(here: Here, signed: SignedIn, session: Writing) -> Response:
    """A new secret for an authenticator app; it counts once its first code is given."""
    return private(accounts.begin_second_factor(session, mine(session, signed), signed.session, here.settings))


@auth.post(
    "/second-factor/confirm",
    operation_id="auth.confirm-second-factor",
    dependencies=GUESSED,
    responses=declares(Unauthorised, ForeignOrigin, Invalid, TooMany),
    **NOTHING,
)
def confirm_second_factor(here: Here, signed: SignedIn, session: Writing, given: CodeGiven) -> Response:
    """Make the second factor count, by its first code."""
    accounts.confirm_second_factor(session, mine(session, signed), signed.session, here.settings, given.code)
    return Response(status_code=204)


@auth.post(
    "/second-factor/remove",
    operation_id="auth.remove-second-factor",
    dependencies=GUESSED,
    responses=declares(Unauthorised, ForeignOrigin, Invalid, TooMany),
    **NOTHING,
)
def remove_second_factor(here: Here, signed: SignedIn, session: Writing, given: CodeGiven) -> Response:
    """Go without the second factor, by one of its codes; roles that need one wait from then on."""
    accounts.remove_second_factor(session, mine(session, signed), here.settings, given.code)
    return Response(status_code=204)


@auth.post(
    "/password",
    operation_id="auth.change-password",
    responses=declares(Unauthorised, ForeignOrigin, Invalid, TooMany, Unavailable),
    **NOTHING,
)
async def change_password(here: Here, signed: SignedIn, change: PasswordChange) -> Response:
    """Change one's own password; every other session ends."""
    await here.in_line(sessions.change_password, here.database, here.settings, signed.account, signed.session, change)
    return Response(status_code=204)


@me.get("", operation_id="me.get", response_model=Me, responses=declares(Unauthorised, Invalid))
def read(here: Here, signed: SignedIn, session: Reading) -> Response:
    """The account that is signed in, and what it holds."""
    account = mine(session, signed)
    return private(accounts.me(session, account, here.settings), etag(account))


@me.patch(
    "",
    operation_id="me.change",
    response_model=Me,
    responses=declares(Unauthorised, ForeignOrigin, PreconditionFailed, PreconditionRequired, Invalid),
)
def change(here: Here, signed: SignedIn, session: Writing, version: IfMatch, edit: MeUpdate) -> Response:
    """Change one's own name or language."""
    account = accounts.change(session, mine(session, signed), edit, version)
    return private(accounts.me(session, account, here.settings), etag(account))


@known.get("/.well-known/jwks.json")
def jwks(gate: GateDep) -> Response:
    """The keys by which others verify our access tokens (RFC 7517)."""
    return JSONResponse({"keys": gate.ring.published()}, headers={"Cache-Control": "public, max-age=300"})
