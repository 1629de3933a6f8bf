"""Working a round out: every open request scored against every offer, and coaches assigned both ways."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.domain.coaching.matching import candidates, reading, scoring, weights
from citypeers.domain.coaching.matching.columns import Columns, Whole, columns
from citypeers.domain.coaching.matching.terms import Factor
from citypeers.domain.coaching.matching.wanted import Wanted
from citypeers.domain.coaching.models import CoachingRequest, InvitedState, RequestState
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


@dataclass(frozen=True)
class Task:
    """What a round is worked out from."""

    offers: Columns
    requests: Sequence[CoachingRequest]
    """The first opened first."""
    places: dict[str, int]
    wanted: Mapping[str, Wanted]
    weights: Mapping[str, Mapping[Factor, int]]
    """By network."""


def computed(session: Session) -> Computed:
    """Assign coaches to all requests that are open, as things stand in this transaction."""
    return worked_out(task(session))


def task(session: Session) -> Task:
    """Every open request and every offer."""
    rows = _open(session)
    asked = reading.asked(session, [row.id for row in rows])
    taken = {id: [state for _, state in some].count(InvitedState.accepted) for id, some in asked.items()}
    return Task(
        offers=columns(candidates.load(session)),
        requests=rows,
        places={row.id: row.places - taken[row.id] for row in rows},
        wanted=reading.wanted(session, rows, asked),
        weights={id: weights.in_force(session, id)[1] for id in {row.network_id for row in rows}},
    )


def worked_out(task: Task) -> Computed:
    """Score every offer for every request, and assign both ways."""
    points, free = _points(task)
    given = {
        way: [
            Given(task.requests[each.request].id, task.offers.candidates[each.coach].offer_id, each.points)
            for each in assign(points, list(task.places.values()), free)
        ]
        for way, assign in WAYS.items()
    }
    return Computed(task.places, given)


def _open(session: Session) -> Sequence[CoachingRequest]:
    rows = select(CoachingRequest).where(col(CoachingRequest.state) == RequestState.open)
    return session.scalars(rows.order_by(col(CoachingRequest.year), col(CoachingRequest.number))).all()


def _points(task: Task) -> tuple[Whole, Sequence[int]]:
    """The points of every offer for every request, and how many coachings each offer has left."""
    points = np.full((len(task.requests), len(task.offers)), assigning.IMPOSSIBLE, np.int32)
    used = task.offers.none()
    for place, row in enumerate(task.requests):
        wanted = task.wanted[row.id]
        scored = scoring.score(task.offers, wanted, task.weights[row.network_id])
        points[place, scored.ranked] = scored.total[scored.ranked]
        used = task.offers.used[wanted.quarter]
    return points, [int(free) for free in np.maximum(task.offers.capacity - used, 0)]
