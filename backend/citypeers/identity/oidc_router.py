"""Paths of signing in by a provider. A browser follows them itself, so a refusal is a page that people can read."""

from typing import Annotated, Any

from fastapi import Cookie, Depends, Query, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from citypeers.core.caller import Here
from citypeers.core.paths import api_router
from citypeers.core.problems import Invalid, NotFound, TooMany, declares
from citypeers.identity import oidc
from citypeers.identity.current import GateDep
from citypeers.identity.oidc import Answer, NotInvited
from citypeers.identity.provider import Provider, ProviderRefused, ProviderSilent
from citypeers.identity.router import PRIVATE, caller_of, keep_signed_in

COOKIE = "__Host-citypeers-provider"
Way = Annotated[str | None, Cookie(alias=COOKIE, include_in_schema=False)]
LEADS_ON: dict[str, Any] = {"status_code": 302, "response_class": RedirectResponse}

router = api_router(prefix="/auth/oidc", tags=["auth"])


def _provider(request: Request) -> Provider:
    provider: Provider | None = request.app.state.provider
    if provider is None:
        raise NotFound
    return provider


ProviderDep = Annotated[Provider, Depends(_provider)]


@router.get("", operation_id="auth.begin-by-provider", responses=declares(NotFound, Invalid), **LEADS_ON)
def begin(here: Here, provider: ProviderDep) -> Response:
    """Go to the provider that this instance trusts, to sign in there."""
    try:
        begun = oidc.begin(here.settings, provider)
    except (ProviderSilent, ProviderRefused):
        return _page(ProviderSilent.name)
    response = RedirectResponse(begun.address, 302, headers=PRIVATE)
    # Lax, not strict: the way back begins at another site.
    response.set_cookie(COOKIE, begun.sealed, max_age=oidc.WAY_SECONDS, path="/", secure=True, httponly=True, samesite="lax")
    return response


@router.get("/callback", operation_id="auth.finish-by-provider", responses=declares(NotFound, Invalid, TooMany), **LEADS_ON)
def finish(
    request: Request, here: Here, gate: GateDep, provider: ProviderDep, answer: Annotated[Answer, Query()], way: Way = None
) -> Response:
    """Come back from the provider, signed in."""
    try:
        opened = oidc.finish(here.database, here.settings, gate.ring, provider, answer, way, *caller_of(request))
    except (NotInvited, ProviderRefused, ProviderSilent) as refused:
        response = _page(refused.name)
    else:
        # There the browser asks whether it is signed in, and goes on.
        response = RedirectResponse("/sign-in", 302, headers=PRIVATE)
        keep_signed_in(response, opened, here.settings.session_days)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return response


def _page(problem: str) -> Response:
    return RedirectResponse(f"/problems/{problem}", 302, headers=PRIVATE)
