"""Matches of a request that is written, and of one that is being thought of."""

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.db import Database
from citypeers.core.principal import Principal
from citypeers.core.problems import Forbidden
from citypeers.domain.coaching.matching import reading, weights
from citypeers.domain.coaching.matching.schemas import Matches, MatchPreview, MatchQuery
from citypeers.domain.coaching.matching.wanted import Wanted
from citypeers.domain.coaching.models import WRITES, CoachingRequest, Offer, OfferState
from citypeers.domain.coaching.requests import policy
from citypeers.domain.coaching.requests.states import CoachingVerb as Verb
from citypeers.domain.coaching.requests.states import free_to_invite, step
from citypeers.domain.members import acting, named


def get_ready(database: Database) -> None:
    """Read all offers, so that nobody waits for it; where there are none nothing is loaded that counts them either."""
    with database.reading() as session:
        offered = session.scalar(select(col(Offer.id)).where(col(Offer.state) != OfferState.ended).limit(1))
    if offered is not None:
        _refresh(database)


def matches(session: Session, database: Database, who: Principal, id: str, query: MatchQuery) -> Matches:
    """Who could help with a request, for its side and the staff."""
    _refresh(database)
    theirs = acting.staff | policy.requester
    row = session.scalars(select(CoachingRequest).where(col(CoachingRequest.id) == id, theirs.where(who))).one_or_none()
    if row is None:
        policy.requests.find(session, who, col(CoachingRequest.id) == id)
        raise Forbidden
    asked = reading.asked(session, [id])[id]
    may_invite = step(Verb.invite, row.state) is not None and bool(free_to_invite(row.places, [state for _, state in asked]))
    wanted = reading.wanted(session, [row], {id: asked})[id]
    return _answer(session, database, wanted, row.network_id, query, row.places, may_invite)


def preview(session: Session, database: Database, who: Principal, asked: MatchPreview) -> Matches:
    """Who would probably be found, for whoever acts for the organisation."""
    _refresh(database)
    organisation = named.organisation(session, asked.organisation)
    if not acting.acts(session, who, organisation.id, WRITES):
        raise Forbidden
    network_id = named.network(session, asked.network)
    wanted = reading.preview(session, organisation, asked)
    return _answer(session, database, wanted, network_id, MatchQuery(limit=asked.limit), asked.places, False)


def _refresh(database: Database) -> None:
    from citypeers.domain.coaching.matching import kept  # it counts with numpy, which only those who match need

    kept.of(database).refresh(database)


def _answer(
    session: Session,
    database: Database,
    wanted: Wanted,
    network_id: str,
    query: MatchQuery,
    places: int,
    may_invite: bool,
) -> Matches:
    from citypeers.domain.coaching.matching import answering, kept  # likewise

    number, now = weights.in_force(session, network_id)
    with kept.of(database).columns() as columns:
        found = answering.found(columns, wanted, now, query, places)
    return answering.Answer(wanted, now, number, found).matches(session, query, may_invite)
