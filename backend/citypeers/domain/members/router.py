"""Paths of memberships and countries, and the reads of networks and organisations that need both."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import ConfigDict
from starlette.responses import Response

from citypeers.core.answers import FILES, public_json
from citypeers.core.caller import ForeignOrigin, Here, IfMatch, Instance, Language, Reading, Writing, asks, queried
from citypeers.core.forms import Country, Form
from citypeers.core.paths import api_router
from citypeers.core.principal import VISITOR
from citypeers.core.problems import (
    Conflict,
    Forbidden,
    Invalid,
    NotAcceptable,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Unauthorised,
    declares,
)
from citypeers.core.rows import Id
from citypeers.core.text import Line
from citypeers.domain.members import queries, service
from citypeers.domain.members.queries import MembershipQuery, OrganisationListQuery
from citypeers.domain.members.schemas import (
    CountryOut,
    CountryPage,
    MemberPage,
    MembershipInvite,
    MembershipPage,
    MembershipSeen,
    MembershipStep,
    OwnMembershipPage,
)
from citypeers.domain.organisations import queries as organisations
from citypeers.domain.organisations.schemas import OrganisationPage
from citypeers.identity.current import SignedIn, Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.router import private

router = api_router()


class OnQuery(Form):
    """The day that is asked about."""

    model_config = ConfigDict(extra="forbid")

    on: date | None = None


@router.get(
    "/organisations",
    operation_id="organisations.page",
    tags=["organisations"],
    response_model=OrganisationPage,
    responses=FILES | declares(Invalid, NotAcceptable),
    openapi_extra=asks(OrganisationListQuery),
)
async def organisations_page(
    request: Request,
    here: Here,
    language: Language,
    query: Annotated[OrganisationListQuery, Depends(queried(OrganisationListQuery))],
) -> Response:
    """Organisations by kind, country and network: filtered, searched, counted, and as a file."""
    within = await here.database.read(False, _within, here, query) if query.network else None
    asked = organisations.asked(here, query, language, within)
    return await organisations.LISTING.answer(request, here, language, query, asked)


def _within(here: Instance, query: OrganisationListQuery) -> list[str]:
    with here.database.reading() as session:
        return queries.within(session, VISITOR, query.network)


@router.get(
    "/organisations/{key}/memberships",
    operation_id="organisations.memberships",
    tags=["organisations"],
    response_model=MembershipPage,
    responses=declares(NotFound, Invalid),
)
def of_organisation(request: Request, here: Here, language: Language, key: Line, asked: Annotated[OnQuery, Query()]) -> Response:
    """The networks that an organisation belongs or belonged to, each with its dates; ``on`` keeps those of one day."""
    with here.database.reading() as session:
        return public_json(request, queries.of_organisation(session, VISITOR, key, asked.on).model_dump_json(), language)


@router.get(
    "/networks/{slug}/members",
    operation_id="networks.members",
    tags=["networks"],
    response_model=MemberPage,
    responses=declares(NotFound, Invalid),
)
def members(request: Request, here: Here, language: Language, slug: Line, asked: Annotated[OnQuery, Query()]) -> Response:
    """The members of a network on a day, today unless ``on`` says otherwise: countries with their cities, then the others."""
    with here.database.reading() as session:
        return public_json(request, queries.members(session, VISITOR, slug, asked.on, language).model_dump_json(), language)


@router.get(
    "/memberships",
    operation_id="memberships.page",
    tags=["memberships"],
    response_model=MembershipPage,
    responses=declares(Unauthorised, Invalid),
)
def page(request: Request, here: Here, who: Who, language: Language, query: Annotated[MembershipQuery, Query()]) -> Response:
    """Memberships by network, organisation, country, state and day; the staff also sees those that wait for a decision."""
    with here.database.reading() as session:
        found = queries.page(session, who, query, here.cursors)
    if who is not VISITOR:
        return private(found)
    return public_json(request, found.model_dump_json(), language, next=found.next)


@router.get(
    "/countries", operation_id="countries.page", tags=["countries"], response_model=CountryPage, responses=declares(Invalid)
)
def countries(request: Request, here: Here, language: Language) -> Response:
    """Every country of the directory, with its numbers of organisations and networks."""
    with here.database.reading() as session:
        return public_json(request, queries.countries(session, VISITOR, language).model_dump_json(), language)


@router.get(
    "/countries/{code}",
    operation_id="countries.get",
    tags=["countries"],
    response_model=CountryOut,
    responses=declares(NotFound, Invalid),
)
def country(request: Request, here: Here, language: Language, code: Country) -> Response:
    """One country: its ministries, its cities, its other organisations, and what they belong to today."""
    with here.database.reading() as session:
        return public_json(request, queries.country(session, VISITOR, code, language).model_dump_json(), language)


@router.post(
    "/memberships",
    operation_id="memberships.invite",
    tags=["memberships"],
    status_code=201,
    response_model=MembershipSeen,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, Invalid),
)
def invite(who: Who, session: Writing, once: Idempotent, write: MembershipInvite) -> Response:
    """Ask a country or an organisation to join a network; the person named gets a letter."""
    return once.keep(private(*queries.seen(session, who, service.invite(session, who, write).id), status=201))


@router.get(
    "/me/memberships",
    operation_id="me.memberships",
    tags=["me"],
    response_model=OwnMembershipPage,
    responses=declares(Unauthorised, Invalid),
)
def own(signed: SignedIn, session: Reading) -> Response:
    """The memberships that one acts for, with the steps that one may take; also those that are not decided yet."""
    return private(queries.own(session, signed.who))


@router.get(
    "/memberships/{id}",
    operation_id="memberships.get",
    tags=["memberships"],
    response_model=MembershipSeen,
    responses=declares(Unauthorised, NotFound, Invalid),
)
def one(who: Who, session: Reading, id: Id) -> Response:
    """One membership, with the steps that the reader may take; what is not decided yet is seen by those it concerns."""
    return private(*queries.seen(session, who, id))


@router.post(
    "/memberships/{id}/transitions",
    operation_id="memberships.move",
    tags=["memberships"],
    response_model=MembershipSeen,
    responses=declares(
        Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, PreconditionFailed, PreconditionRequired, Invalid
    ),
)
def move(signed: SignedIn, session: Writing, once: Idempotent, id: Id, version: IfMatch, step: MembershipStep) -> Response:
    """Take a step of a membership's life; a return begins a new membership."""
    row = service.move(session, signed.who, id, step.verb, step.reason, version)
    return once.keep(private(*queries.seen(session, signed.who, row.id)))
