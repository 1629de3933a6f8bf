"""Paths of governance rules."""

from starlette.responses import Response

from citypeers.core.caller import ForeignOrigin, Reading, Writing
from citypeers.core.paths import api_router
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound, Unauthorised, declares
from citypeers.core.text import Line
from citypeers.domain.members.rules import service
from citypeers.domain.members.rules.schemas import DryRun, DryRunOut, RulesCreate, RulesOut, RulesPage
from citypeers.identity.current import Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

router = api_router(prefix="/networks/{slug}/rules", tags=["rules"])


@router.get("", operation_id="rules.page", response_model=RulesPage, responses=declares(NotFound, Invalid, Unauthorised))
def page(who: Who, session: Reading, slug: Line) -> Response:
    """The rules of a network, each version with its first day, and how the network stands to those in force."""
    return private(service.page(session, who, slug))


@router.post(
    "",
    operation_id="rules.create",
    status_code=201,
    response_model=RulesOut,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, Invalid),
)
def create(who: Who, session: Writing, once: Idempotent, slug: Line, write: RulesCreate) -> Response:
    """Decide new rules, in force from today or a later day on."""
    return once.keep(private(service.create(session, who, slug, write), status=201))


@router.post(
    "/dry-run",
    operation_id="rules.dry-run",
    response_model=DryRunOut,
    responses=declares(NotFound, ForeignOrigin, Invalid, Unauthorised),
)
def dry_run(who: Who, session: Reading, slug: Line, asked: DryRun) -> Response:
    """What would follow if all these changes happened; nothing is written."""
    return private(service.dry_run(session, who, slug, asked))
