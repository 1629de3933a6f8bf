"""Reads of memberships and countries across nouns."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import ConfigDict, Field
from sqlalchemy import Select, func, or_, select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.countries import country_names
from citypeers.core.cursors import Cursors
from citypeers.core.forms import Country, Form, Slug
from citypeers.core.principal import Principal, Role
from citypeers.core.problems import NotFound
from citypeers.core.rows import etag
from citypeers.core.text import LANGUAGES, sort_key
from citypeers.domain.members import service
from citypeers.domain.members.holding import HOST, held
from citypeers.domain.members.schemas import (
    CityMember,
    CountryOut,
    CountryPage,
    CountryRow,
    Member,
    MemberPage,
    MembershipOut,
    MembershipPage,
    MembershipSeen,
    OwnMembershipPage,
)
from citypeers.domain.members.states import UNSETTLED
from citypeers.domain.networks.models import Membership, MembershipState, Network, Party
from citypeers.domain.networks.policy import networks
from citypeers.domain.networks.schemas import NetworkName
from citypeers.domain.organisations import rendering
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation, OrganisationKind
from citypeers.domain.organisations.queries import OrganisationQuery
from citypeers.domain.organisations.schemas import OrganisationItem
from citypeers.identity.people import STAFF

PUBLIC = sorted(set(MembershipState) - UNSETTLED)
_ORDER = "memberships"


class OrganisationListQuery(OrganisationQuery):
    """The parameters of the list of organisations, and the networks that they belong to."""

    network: Annotated[tuple[Slug, ...], Field(max_length=50, description="networks of which they are or were members")] = ()


class MembershipQuery(Form):
    """The parameters of the list of memberships."""

    model_config = ConfigDict(extra="forbid")

    network: Annotated[tuple[Slug, ...], Field(max_length=50)] = ()
    organisation: Annotated[tuple[Slug, ...], Field(max_length=50)] = ()
    country: Annotated[tuple[Country, ...], Field(max_length=50)] = ()
    state: Annotated[tuple[MembershipState, ...], Field(max_length=10)] = ()
    on: Annotated[date | None, Field(description="a day on which they hold")] = None
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


def _seen(who: Principal, states: Sequence[MembershipState] = PUBLIC) -> Select[Membership, str, dict[str, str], dict[str, str]]:
    """Memberships that ``who`` may see, each with what its network is called; the network's own parts stay unread."""
    return (
        select(Membership, col(Network.slug), col(Network.name), col(Network.label))
        .join(Network, col(Network.id) == col(Membership.network_id))
        .where(networks.see.where(who), col(Membership.state).in_(states))
    )


def within(session: Session, who: Principal, slugs: Sequence[str]) -> list[str]:
    """The ids of the organisations that are or were members of these networks."""
    mine = _seen(who).where(col(Network.slug).in_(slugs)).with_only_columns(col(Membership.organisation_id)).distinct()
    return [id for id in session.scalars(mine) if id]


def page(session: Session, who: Principal, query: MembershipQuery, cursors: Cursors) -> MembershipPage:
    """One page of memberships, in a stable order that says nothing; what is not settled yet is the staff's to see."""
    statement = _seen(who, list(MembershipState) if who.roles & STAFF else PUBLIC)
    if query.network:
        statement = statement.where(col(Network.slug).in_(query.network))
    if query.organisation:
        mine = select(col(Organisation.id)).where(col(Organisation.slug).in_(query.organisation))
        statement = statement.where(col(Membership.organisation_id).in_(mine))
    if query.country:
        statement = statement.where(col(Membership.country).in_(query.country))
    if query.state:
        statement = statement.where(col(Membership.state).in_(query.state))
    if query.on:
        statement = statement.where(held(query.on))
    counted = statement.with_only_columns(func.count(col(Membership.id)))
    total = session.execute(counted).scalar_one()
    if query.cursor:
        statement = statement.where(col(Membership.id) > str(cursors.read(_ORDER, query.cursor)[0]))
    rows = session.execute(statement.order_by(col(Membership.id)).limit(query.limit + 1)).all()
    shown = rows[: query.limit]
    more = cursors.write(_ORDER, [shown[-1][0].id]) if len(rows) > len(shown) else None
    return MembershipPage(items=[_membership(*row) for row in shown], next=more, total=total)


def seen(session: Session, who: Principal, id: str) -> tuple[MembershipSeen, str]:
    """One membership with its entity tag; one that is not settled is seen by those who act on it."""
    row = session.execute(
        select(Membership, col(Network.slug), col(Network.name), col(Network.label))
        .join(Network, col(Network.id) == col(Membership.network_id))
        .where(col(Membership.id) == id)
    ).one_or_none()
    may = service.may(who, row[0]) if row else []
    if row is None or (row[0].state in UNSETTLED and not may):
        raise NotFound
    return MembershipSeen(**_membership(*row).model_dump(), may=may), etag(row[0])


def own(session: Session, who: Principal) -> OwnMembershipPage:
    """The memberships that somebody acts for, by what they hold on them or on their organisations, and that have not ended."""
    on = {(each.kind, each.id) for each in who.held if each.role is Role.member}
    ids, organisations_ = ([id for kind, id in on if kind == wanted] for wanted in (service.KIND, ORGANISATION))
    mine = or_(col(Membership.id).in_(ids), col(Membership.organisation_id).in_(organisations_))
    rows = session.execute(
        select(Membership, col(Network.slug), col(Network.name), col(Network.label))
        .join(Network, col(Network.id) == col(Membership.network_id))
        .where(mine, col(Membership.valid_to).is_(None))
        .order_by(col(Network.slug), col(Membership.id))
    ).all()
    items = [MembershipSeen(**_membership(*row).model_dump(), may=service.may(who, row[0])) for row in rows]
    return OwnMembershipPage(items=items, next=None, total=len(items))


def of_organisation(session: Session, who: Principal, key: str, day: date | None) -> MembershipPage:
    """All memberships of one organisation, or those that hold on a day; the page is always whole."""
    organisation = organisations.find(session, key)
    statement = _seen(who).where(col(Membership.organisation_id) == organisation.id)
    if day:
        statement = statement.where(held(day))
    rows = session.execute(statement.order_by(col(Network.slug), col(Membership.id))).all()
    return MembershipPage(items=[_membership(*row) for row in rows], next=None, total=len(rows))


def members(session: Session, who: Principal, slug: str, day: date | None, language: str) -> MemberPage:
    """The members of a network on a day, today unless said otherwise: countries with their cities, then the others."""
    network_id = session.scalar(select(col(Network.id)).where(col(Network.slug) == slug, networks.see.where(who)))
    if network_id is None:
        raise NotFound
    day = day or clock.now().date()
    statement = select(Membership).where(col(Membership.network_id) == network_id, col(Membership.state).in_(PUBLIC), held(day))
    rows = (
        session.scalars(statement.order_by(col(Membership.position).is_(None), col(Membership.position), col(Membership.name)))
        .unique()
        .all()
    )
    countries = {row.country: row for row in rows if row.party is Party.country and row.role != HOST}
    host = next((row for row in rows if row.party is Party.country and row.role == HOST), None)
    cities: dict[str, list[Membership]] = {code: [] for code in countries if code}
    alone: list[Membership] = []
    for row in rows:
        if row.party is Party.organisation:
            cities.get(row.country or "", alone).append(row)
    items = [
        _member(row, day, language, cities[code]) for code, row in sorted(countries.items(), key=lambda each: str(each[0])) if code
    ]
    items += [_member(row, day, language, ()) for row in alone]
    return MemberPage(
        on=day.isoformat(), host=_member(host, day, language, ()) if host else None, items=items, next=None, total=len(items)
    )


def _member(row: Membership, day: date, language: str, cities: Sequence[Membership]) -> Member:
    return Member(
        **_dates(row),
        membership=row.id,
        party=row.party,
        country=row.country,
        country_name=_name(row.country, language) if row.country else None,
        name=row.name,
        organisation=rendering.link(row.organisation),
        state=_state(row),
        role=row.role,
        cities=[
            CityMember(
                **_dates(city),
                membership=city.id,
                name=city.name,
                organisation=rendering.link(city.organisation),
                state=_state(city),
                role=city.role,
                latitude=city.organisation.latitude if city.organisation else None,
                longitude=city.organisation.longitude if city.organisation else None,
            )
            for city in sorted(cities, key=lambda each: sort_key(each.name))
        ],
    )


def _dates(row: Membership) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("valid_from", "valid_to", "observed_on")}


def _state(row: Membership) -> MembershipState:
    """The state on a day on which the membership holds: one that has ended since was active then."""
    return MembershipState.active if row.state is MembershipState.former else row.state


def _membership(row: Membership, slug: str, name: dict[str, str], label: dict[str, str]) -> MembershipOut:
    return MembershipOut(
        **row.model_dump(exclude={"network_id", "organisation_id", "position", "created_at", "sources"}),
        network=NetworkName(slug=slug, name=name, label=label),
        organisation=rendering.link(row.organisation),
        sources=row.sources,
    )


def _name(code: str, language: str) -> str:
    return country_names(language).get(code, code)


def countries(session: Session, who: Principal, language: str) -> CountryPage:
    """Every country in which the directory knows an organisation or a member, by its name."""
    items = [_country(code, language, *numbers) for code, numbers in _counted(session, who).items()]
    return CountryPage(items=sorted(items, key=lambda each: sort_key(each.name)), next=None, total=len(items))


def _counted(session: Session, who: Principal) -> Mapping[str, tuple[int, int]]:
    """Country to its numbers of organisations and of networks."""
    known = select(col(Organisation.country), func.count()).group_by(col(Organisation.country))
    there = {code: number for code, number in session.execute(known) if code}
    named = _seen(who).with_only_columns(col(Membership.country), func.count(col(Network.id).distinct()))
    belonging = {code: number for code, number in session.execute(named.group_by(col(Membership.country))) if code}
    return {code: (there.get(code, 0), belonging.get(code, 0)) for code in sorted(there.keys() | belonging.keys())}


def _country(code: str, language: str, known: int, belonging: int) -> CountryRow:
    names = {each: _name(code, each) for each in LANGUAGES}
    return CountryRow(code=code, name=names[language], names=names, organisations=known, networks=belonging)


def country(session: Session, who: Principal, code: str, language: str) -> CountryOut:
    """One country: its ministries, cities and other organisations, and the memberships that hold today."""
    counted = _counted(session, who)
    if code not in counted:
        raise NotFound
    rows = session.scalars(select(Organisation).where(col(Organisation.country) == code)).all()
    there = sorted(rows, key=lambda each: sort_key(each.name))
    mine = _seen(who).where(held(clock.now().date()), col(Membership.country) == code)
    own = mine.order_by(col(Network.slug), col(Membership.name), col(Membership.id))

    def those(*kinds: OrganisationKind) -> list[OrganisationItem]:
        return [
            OrganisationItem(**rendering.row(each).model_dump(), display=rendering.display(each, language))
            for each in there
            if each.kind in kinds
        ]

    apart = (OrganisationKind.national_ministry, OrganisationKind.municipality)
    return CountryOut(
        **_country(code, language, *counted[code]).model_dump(),
        ministries=those(apart[0]),
        cities=those(apart[1]),
        others=those(*(kind for kind in OrganisationKind if kind not in apart)),
        memberships=[_membership(*row) for row in session.execute(own)],
    )
