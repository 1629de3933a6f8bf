"""Paths of passkeys: one's own, and signing in by one."""

from fastapi import Request
from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Here, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.problems import Conflict, Invalid, NotFound, TooMany, Unauthorised, Unavailable, declares
from citypeers.core.rows import Id
from citypeers.identity import passkeys
from citypeers.identity.current import GateDep, SignedIn
from citypeers.identity.passkeys_schemas import PasskeyCreate, PasskeyOptions, PasskeyOut, PasskeyPage, PasskeySignIn
from citypeers.identity.router import NOTHING, caller_of, mine, opened_answer, private
from citypeers.identity.schemas import Access

router = api_router(prefix="/auth", tags=["auth"])
WRITES = declares(Unauthorised, ForeignOrigin, Conflict, Invalid)


@router.post("/passkeys/options", operation_id="auth.ask-for-passkey", response_model=PasskeyOptions, responses=WRITES)
def ask_for_new(here: Here, signed: SignedIn, session: Writing) -> Response:
    """What a browser asks the device for, so that it makes a passkey."""
    return private(passkeys.ask_for_new(session, here.settings, mine(session, signed), signed.session))


@router.post("/passkeys", operation_id="auth.add-passkey", response_model=PasskeyOut, status_code=201, responses=WRITES)
def add(here: Here, signed: SignedIn, write: PasskeyCreate) -> Response:
    """Keep a passkey that a device has made; the session counts as one in which it was shown."""
    return private(passkeys.add(here.database, here.settings, signed.account, signed.session, write), status=201)


@router.get("/passkeys", operation_id="auth.passkeys", response_model=PasskeyPage, responses=declares(Unauthorised, Invalid))
def every(signed: SignedIn, session: Reading) -> Response:
    """One's own passkeys."""
    return private(passkeys.every(session, mine(session, signed)))


@router.delete(
    "/passkeys/{id}",
    operation_id="auth.remove-passkey",
    responses=declares(Unauthorised, ForeignOrigin, NotFound, Invalid),
    **NOTHING,
)
def remove(signed: SignedIn, session: Writing, id: Id) -> Response:
    """Let a passkey of one's own count no more."""
    passkeys.remove(session, mine(session, signed), signed.session, id)
    return Response(status_code=204)


@router.post(
    "/passkey-sign-in/options",
    operation_id="auth.ask-to-sign-in-by-passkey",
    response_model=PasskeyOptions,
    responses=declares(ForeignOrigin, Invalid, TooMany),
)
def ask_to_sign_in(request: Request, here: Here) -> Response:
    """What a browser asks the device for, whosever passkey it holds."""
    return private(passkeys.ask_to_sign_in(here.database, here.settings, caller_of(request)[1]))


@router.post(
    "/passkey-sign-in",
    operation_id="auth.sign-in-by-passkey",
    response_model=Access,
    responses=declares(Unauthorised, ForeignOrigin, Invalid, TooMany, Unavailable),
)
def sign_in(request: Request, here: Here, gate: GateDep, asked: PasskeySignIn) -> Response:
    """Open a session by a passkey alone: the device has checked who holds it, so that it counts as both factors."""
    opened = passkeys.sign_in(here.database, here.settings, gate.ring, asked, *caller_of(request))
    return opened_answer(opened, here.settings.session_days)
