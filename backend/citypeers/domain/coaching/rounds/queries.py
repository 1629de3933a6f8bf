"""Reads of rounds: many, one alone with all that it assigns, and the machine."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import newest
from citypeers.core.cursors import Cursors
from citypeers.core.principal import Principal
from citypeers.core.problems import NotFound
from citypeers.core.rows import batched, etag
from citypeers.domain.coaching.models import CoachingRequest, Offer
from citypeers.domain.coaching.rounds import service
from citypeers.domain.coaching.rounds.measures import gini
from citypeers.domain.coaching.rounds.models import MatchingAssignment, MatchingPlace, MatchingRound, Way
from citypeers.domain.coaching.rounds.schemas import (
    AssignedCoach,
    RoundGuardOut,
    RoundLoad,
    RoundOut,
    RoundOutcome,
    RoundPage,
    RoundQuery,
    RoundRequest,
    RoundRow,
    RoundStepOut,
)
from citypeers.domain.coaching.rounds.states import REFUSAL, TABLE
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.schemas import OrganisationLink
from citypeers.identity.people import staff


def page(session: Session, who: Principal, query: RoundQuery, cursors: Cursors) -> RoundPage:
    """A page of rounds for the staff, the newest first."""
    staff(who)
    statement = select(MatchingRound)
    if query.state:
        statement = statement.where(col(MatchingRound.state).in_(query.state))
    found = newest.page(session, statement, MatchingRound, col(MatchingRound.created_at), query, cursors)
    return RoundPage(items=[_row(each, *_held(session, each)) for each in found.rows], next=found.next, total=found.total)


def get(session: Session, who: Principal, id: str) -> tuple[RoundOut, str]:
    """One round and its entity tag."""
    staff(who)
    row = session.get(MatchingRound, id)
    if row is None:
        raise NotFound
    places, given = _held(session, row)
    coaches = _Coaches(session, {each.offer_id for some in given.values() for each in some})
    shown = RoundOut(
        **_row(row, places, given).model_dump(), items=_requests(session, places, given, coaches), loads=coaches.loads(given)
    )
    return shown, etag(row)


def _held(session: Session, row: MatchingRound) -> tuple[Sequence[MatchingPlace], dict[Way, list[MatchingAssignment]]]:
    places = select(MatchingPlace).where(col(MatchingPlace.round_id) == row.id).order_by(col(MatchingPlace.position))
    return session.scalars(places).all(), {way: service.assignments(session, row, way) for way in Way}


def _row(row: MatchingRound, places: Sequence[MatchingPlace], given: dict[Way, list[MatchingAssignment]]) -> RoundRow:
    kept = set(RoundRow.model_fields) & set(MatchingRound.model_fields)
    return RoundRow(
        **row.model_dump(include=kept),
        requests=len(places),
        places=sum(each.places for each in places),
        together=_outcome(places, given[Way.together]),
        one_by_one=_outcome(places, given[Way.one_by_one]),
        may=service.may(row),
    )


def _outcome(places: Sequence[MatchingPlace], given: Sequence[MatchingAssignment]) -> RoundOutcome:
    points: Counter[str] = Counter()
    for each in given:
        points[each.request_id] += each.points
    shares = [points[each.request_id] // each.places for each in places]
    got = {each.request_id for each in given}
    return RoundOutcome(
        total=points.total(),
        placed=len(given),
        unmatched=sum(each.request_id not in got for each in places),
        gini=round(gini(shares), 4),
        lowest=min(shares, default=0),
        most_loaded=max(Counter(each.offer_id for each in given).values(), default=0),
    )


class _Coaches:
    """The organisations behind the offers of a round."""

    def __init__(self, session: Session, offers: Iterable[str]) -> None:
        self._links: dict[str, OrganisationLink] = {}
        for batch in batched(sorted(offers)):
            rows = (
                select(col(Offer.id), Organisation)
                .join(Organisation, col(Organisation.id) == col(Offer.organisation_id))
                .where(col(Offer.id).in_(batch))
            )
            self._links |= {row[0]: OrganisationLink.model_validate(row[1]) for row in session.execute(rows)}

    def out(self, each: MatchingAssignment) -> AssignedCoach:
        """A coach that a request gets."""
        return AssignedCoach(
            organisation=self._links[each.offer_id], offer=each.offer_id, points=each.points, invitation=each.invitation_id
        )

    def loads(self, given: dict[Way, list[MatchingAssignment]]) -> list[RoundLoad]:
        """How many requests each coach gets, those with most first."""
        counts = {way: Counter(each.offer_id for each in some) for way, some in given.items()}
        found = [
            RoundLoad(organisation=link, offer=id, together=counts[Way.together][id], one_by_one=counts[Way.one_by_one][id])
            for id, link in self._links.items()
        ]
        return sorted(found, key=lambda load: (-load.together, -load.one_by_one, load.organisation.slug, load.offer))


def _requests(
    session: Session, places: Sequence[MatchingPlace], given: dict[Way, list[MatchingAssignment]], coaches: _Coaches
) -> list[RoundRequest]:
    rows: dict[str, tuple[CoachingRequest, Organisation]] = {}
    for batch in batched(each.request_id for each in places):
        found = (
            select(CoachingRequest, Organisation)
            .join(Organisation, col(Organisation.id) == col(CoachingRequest.organisation_id))
            .where(col(CoachingRequest.id).in_(batch))
        )
        rows |= {row[0].id: (row[0], row[1]) for row in session.execute(found)}
    got: dict[tuple[Way, str], list[AssignedCoach]] = defaultdict(list)
    for way, some in given.items():
        for each in some:
            got[way, each.request_id].append(coaches.out(each))
    return [
        RoundRequest(
            id=each.request_id,
            title=rows[each.request_id][0].title,
            organisation=OrganisationLink.model_validate(rows[each.request_id][1]),
            places=each.places,
            together=got[Way.together, each.request_id],
            one_by_one=got[Way.one_by_one, each.request_id],
        )
        for each in places
    ]


def machine() -> list[RoundStepOut]:
    """The table of steps, for screens and programs."""
    return [
        RoundStepOut(
            verb=line.verb,
            sources=sorted(line.sources),
            target=line.target,
            who=sorted(line.who),
            needs_reason=line.needs_reason,
            guards=[RoundGuardOut(guard=guard, refusal=REFUSAL[guard]) for guard in line.guards],
            effects=list(line.effects),
        )
        for line in TABLE
    ]
