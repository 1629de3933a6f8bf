"""Reads of offers and needs."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Select, String, and_, cast, func, or_, select
from sqlmodel import Session, col

from citypeers.core import clock
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
    found, more, total = _page(session, who, policy.offers, policy.own_offers, statement, query, cursors)
    return OfferPage(items=_offers(session, who, found), next=more, total=total)


def needs(session: Session, who: Principal, query: NeedQuery, cursors: Cursors) -> NeedPage:
    """A page of the needs that the reader may see."""
    statement = select(Need).where(col(Need.topic).in_(query.topic)) if query.topic else select(Need)
    if query.state:
        statement = statement.where(col(Need.state).in_(query.state))
    found, more, total = _page(session, who, policy.needs, policy.own_needs, statement, query, cursors)
    return NeedPage(items=_needs(session, who, found), next=more, total=total)


def _page(
    session: Session,
    who: Principal,
    table: Policy[Row],
    own: Rule,
    statement: Select[Row],
    query: OfferQuery,
    cursors: Cursors,
) -> tuple[Sequence[Row], str | None, int]:
    kind = table.model
    statement = statement.where(table.see.where(who))
    if query.mine:
        statement = statement.where(own.where(who))
    if query.organisation:
        named = select(col(Organisation.id)).where(col(Organisation.slug).in_(query.organisation))
        statement = statement.where(col(kind.organisation_id).in_(named))
    total = session.execute(statement.with_only_columns(func.count(col(kind.id)))).scalar_one()
    order = str(kind.__tablename__)
    if query.cursor:
        at, id = cursors.read(order, query.cursor)
        last = datetime.fromisoformat(str(at))
        same = and_(col(kind.updated_at) == last, col(kind.id) > id)
        statement = statement.where(or_(col(kind.updated_at) < last, same))
    newest = statement.order_by(col(kind.updated_at).desc(), col(kind.id))
    found = session.scalars(newest.limit(query.limit + 1)).all()
    shown = found[: query.limit]
    more = cursors.write(order, [shown[-1].updated_at.isoformat(), shown[-1].id]) if len(found) > len(shown) else None
    return shown, more, total


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
    own = select(col(Offer.id)).where(col(Offer.id).in_([row.id for row in found]), policy.own_offers.where(who))
    mine = set(session.scalars(own))
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
                "person": named.get(row.person_id) if row.id in mine else None,
                "blackouts": [Blackout.model_validate(each) for each in row.blackouts] if row.id in mine else None,
                "taken_this_quarter": taken.get(row.id, 0) if row.id in mine else None,
                "may": _may(OFFER_TABLE, row.state, "change") if row.id in mine else [],
            }
        )
        for row in found
    ]


def _needs(session: Session, who: Principal, found: Sequence[Need]) -> list[NeedOut]:
    links = rendering.links(session, [row.organisation_id for row in found])
    own = select(col(Need.id)).where(col(Need.id).in_([row.id for row in found]), policy.own_needs.where(who))
    mine = set(session.scalars(own))
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


def _may(table: Sequence[Step[State, Verb]], state: State, *besides: str) -> list[str]:
    verbs = [str(line.verb) for line in table if state in line.sources]
    return [*besides, *verbs] if verbs else []
