"""Reads of offers and needs."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Select, String, cast, or_, select
from sqlmodel import Session, col

from citypeers.core import clock, newest
from citypeers.core.cursors import Cursors
from citypeers.core.policy import Policy, Rule
from citypeers.core.principal import Principal
from citypeers.core.rows import etag
from citypeers.domain.coaching import capacity
from citypeers.domain.coaching.models import NOBODY, Need, Offer
from citypeers.domain.coaching.offers import policy
from citypeers.domain.coaching.offers.schemas import Blackout, NeedOut, NeedPage, NeedQuery, OfferOut, OfferPage, OfferQuery
from citypeers.domain.coaching.offers.states import NEED_TABLE, OFFER_TABLE, State, Step, Verb
from citypeers.domain.organisations import rendering
from citypeers.domain.organisations.models import Organisation
from citypeers.identity.models import Account

Row = TypeVar("Row", Offer, Need)


def page(session: Session, who: Principal, query: OfferQuery, cursors: Cursors) -> OfferPage:
    """A page of the offers that the reader may see."""
    written = cast(col(Offer.topics), String)
    topics = or_(*(written.contains(f'"{topic}"', autoescape=True) for topic in query.topic)) if query.topic else None
    statement = select(Offer) if topics is None else select(Offer).where(topics)
    found = _page(session, who, policy.offers, policy.own_offers, statement, query, cursors)
    return OfferPage(items=_offers(session, who, found.rows), next=found.next, total=found.total)


def needs(session: Session, who: Principal, query: NeedQuery, cursors: Cursors) -> NeedPage:
    """A page of the needs that the reader may see."""
    statement = select(Need).where(col(Need.topic).in_(query.topic)) if query.topic else select(Need)
    if query.state:
        statement = statement.where(col(Need.state).in_(query.state))
    found = _page(session, who, policy.needs, policy.own_needs, statement, query, cursors)
    return NeedPage(items=_needs(session, who, found.rows), next=found.next, total=found.total)


def _page(
    session: Session,
    who: Principal,
    table: Policy[Row],
    own: Rule,
    statement: Select[Row],
    query: OfferQuery,
    cursors: Cursors,
) -> newest.Newest[Row]:
    kind = table.model
    statement = statement.where(table.see.where(who))
    if query.mine:
        statement = statement.where(own.where(who))
    if query.organisation:
        named = select(col(Organisation.id)).where(col(Organisation.slug).in_(query.organisation))
        statement = statement.where(col(kind.organisation_id).in_(named))
    return newest.page(session, statement, kind, col(kind.updated_at), query, cursors)


def get(session: Session, who: Principal, id: str) -> tuple[OfferOut, str]:
    """One offer and its entity tag."""
    row = policy.offers.find(session, who, col(Offer.id) == id)
    return _offers(session, who, [row])[0], etag(row)


def get_need(session: Session, who: Principal, id: str) -> tuple[NeedOut, str]:
    """One need and its entity tag."""
    row = policy.needs.find(session, who, col(Need.id) == id)
    return _needs(session, who, [row])[0], etag(row)


def _offers(session: Session, who: Principal, found: Sequence[Offer]) -> list[OfferOut]:
    links = rendering.links(session, [row.organisation_id for row in found])
    own = _among(session, who, policy.own_offers, Offer, found)
    mine = _among(session, who, policy.offers.change, Offer, found)
    people = select(col(Account.id), col(Account.name)).where(col(Account.id).in_({row.person_id for row in found}))
    named: dict[str, str] = {row[0]: row[1] for row in session.execute(people)}
    taken = capacity.used(session, [row.id for row in found], clock.now().date())
    kept = set(OfferOut.model_fields) & set(Offer.model_fields)
    return [
        OfferOut.model_validate(
            {
                **row.model_dump(include=kept),
                "organisation": links[row.organisation_id],
                "is_personal": row.person_id != NOBODY,
                "person": named.get(row.person_id) if row.id in own else None,
                "blackouts": [Blackout.model_validate(each) for each in row.blackouts] if row.id in own else None,
                "taken_this_quarter": taken.get(row.id, 0) if row.id in own else None,
                "may": _may(OFFER_TABLE, row.state, "change") if row.id in mine else [],
            }
        )
        for row in found
    ]


def _needs(session: Session, who: Principal, found: Sequence[Need]) -> list[NeedOut]:
    links = rendering.links(session, [row.organisation_id for row in found])
    mine = _among(session, who, policy.needs.change, Need, found)
    kept = set(NeedOut.model_fields) & set(Need.model_fields)
    return [
        NeedOut.model_validate(
            {
                **row.model_dump(include=kept),
                "organisation": links[row.organisation_id],
                "may": _may(NEED_TABLE, row.state, "change") if row.id in mine else [],
            }
        )
        for row in found
    ]


def _among(session: Session, who: Principal, rule: Rule, kind: type[Row], found: Sequence[Row]) -> set[str]:
    """The ids of those of some rows that a rule lets through."""
    ids = [row.id for row in found]
    return set(session.scalars(select(col(kind.id)).where(col(kind.id).in_(ids), rule.where(who))))


def _may(table: Sequence[Step[State, Verb]], state: State, *besides: str) -> list[str]:
    verbs = [str(line.verb) for line in table if state in line.sources]
    return [*besides, *verbs] if verbs else []
