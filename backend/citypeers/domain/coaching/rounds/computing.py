"""Working a round out: every open request scored against every offer, and coaches assigned both ways."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.domain.coaching.matching import candidates, reading, scoring, weights
from citypeers.domain.coaching.matching.columns import Columns, Whole, columns
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitationState, RequestState
from citypeers.domain.coaching.rounds import assigning
from citypeers.domain.coaching.rounds.models import Way

WAYS = {Way.together: assigning.best, Way.one_by_one: assigning.one_by_one}


@dataclass(frozen=True)
class Given:
    """That a request gets a coach."""

    request_id: str
    offer_id: str
    points: int


@dataclass(frozen=True)
class Computed:
    """What a round comes to."""

    places: dict[str, int]
    """The open requests with the coaches that they want, the first opened first."""
    given: dict[Way, list[Given]]

    @property
    def digest(self) -> str:
        """The same for the same assignment."""
        said = [[each.request_id, each.offer_id, each.points] for each in self.given[Way.together]]
        written = json.dumps([self.places, sorted(said)], sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()


def computed(session: Session) -> Computed:
    """Assign coaches to all requests that are open, as things stand in this transaction."""
    rows = _open(session)
    taken = _taken(session, [row.id for row in rows])
    places = {row.id: row.places - taken.get(row.id, 0) for row in rows}
    offers = columns(candidates.load(session))
    points, free = _points(session, rows, offers)
    given = {
        way: [
            Given(rows[each.request].id, offers.candidates[each.coach].offer_id, each.points)
            for each in assign(points, list(places.values()), free)
        ]
        for way, assign in WAYS.items()
    }
    return Computed(places, given)


def _open(session: Session) -> Sequence[CoachingRequest]:
    rows = select(CoachingRequest).where(col(CoachingRequest.state) == RequestState.open)
    return session.scalars(rows.order_by(col(CoachingRequest.year), col(CoachingRequest.number))).all()


def _taken(session: Session, ids: Sequence[str]) -> dict[str, int]:
    """How many places have their coach already, by request."""
    accepted = (
        select(col(CoachingInvitation.request_id), func.count())
        .where(col(CoachingInvitation.request_id).in_(ids), col(CoachingInvitation.state) == InvitationState.accepted)
        .group_by(col(CoachingInvitation.request_id))
    )
    return {row[0]: row[1] for row in session.execute(accepted)}


def _points(session: Session, rows: Sequence[CoachingRequest], offers: Columns) -> tuple[Whole, Sequence[int]]:
    """The points of every offer for every request, and how many coachings each offer has left."""
    wanted = reading.wanted(session, rows)
    by_network = {id: weights.in_force(session, id)[1] for id in {row.network_id for row in rows}}
    points = np.full((len(rows), len(offers)), assigning.IMPOSSIBLE, np.int32)
    for place, row in enumerate(rows):
        scored = scoring.score(offers, wanted[row.id], by_network[row.network_id])
        points[place, scored.ranked] = scored.total[scored.ranked]
    used = offers.used[next(iter(wanted.values())).quarter] if wanted else offers.none()
    return points, [int(free) for free in np.maximum(offers.capacity - used, 0)]
