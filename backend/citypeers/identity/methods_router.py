"""The path that says how somebody may sign in here."""

from fastapi import Request
from starlette.responses import Response

from citypeers.core.answers import public_json
from citypeers.core.caller import Language
from citypeers.core.paths import api_router
from citypeers.core.problems import Invalid, declares
from citypeers.identity.schemas import Part

router = api_router(prefix="/auth", tags=["auth"])


class Methods(Part):
    """The ways in that not every instance has; address and password, and passkeys, are always there."""

    provider: bool
    """Whether this instance trusts an OpenID Connect provider."""


@router.get("/methods", operation_id="auth.methods", response_model=Methods, responses=declares(Invalid))
def methods(request: Request, language: Language) -> Response:
    """How somebody may sign in at this instance."""
    return public_json(request, Methods(provider=request.app.state.provider is not None).model_dump_json(), language)
