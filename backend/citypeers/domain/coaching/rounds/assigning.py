"""Which coach goes to which request when all are assigned at once: the highest total of points under everybody's capacity.

It is a flow of least cost from requests to coaches (Ahuja, Magnanti and Orlin, Network Flows), solved by OR-tools in whole
numbers, so the optimum is exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from citypeers.domain.coaching.matching.columns import Whole

IMPOSSIBLE = -1
"""The points where a coach may not be assigned to a request."""


@dataclass(frozen=True)
class Assigned:
    """That a coach goes to a request, both by their places."""

    request: int
    coach: int
    points: int


def best(points: Whole, places: Sequence[int], capacity: Sequence[int]) -> list[Assigned]:
    """The assignment with the most points, and of those with as many the one that fills the most places.

    ``points`` has a row for each request and a column for each coach.
    """
    requests, coaches = points.shape
    asked, offered = np.nonzero(points != IMPOSSIBLE)
    if not len(asked):
        return []
    source, sink = requests + coaches, requests + coaches + 1
    many = min(sum(places), sum(capacity)) + 1
    flow = SimpleMinCostFlow()
    pairs = flow.add_arcs_with_capacity_and_unit_cost(
        asked, requests + offered, np.ones(len(asked), np.int64), -(points[asked, offered].astype(np.int64) * many + 1)
    )
    numbers = np.arange(requests)
    flow.add_arcs_with_capacity_and_unit_cost(
        np.full(requests, source), numbers, np.array(places, np.int64), np.zeros(requests, np.int64)
    )
    # A place that stays empty costs nothing.
    flow.add_arcs_with_capacity_and_unit_cost(
        numbers, np.full(requests, sink), np.array(places, np.int64), np.zeros(requests, np.int64)
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        requests + np.arange(coaches), np.full(coaches, sink), np.array(capacity, np.int64), np.zeros(coaches, np.int64)
    )
    flow.set_node_supply(source, sum(places))
    flow.set_node_supply(sink, -sum(places))
    status = flow.solve()
    if status != SimpleMinCostFlow.OPTIMAL:
        raise RuntimeError(f"no assignment was found: {status}")
    taken = flow.flows(pairs) > 0
    return [
        Assigned(int(request), int(coach), int(points[request, coach]))
        for request, coach in zip(asked[taken], offered[taken], strict=True)
    ]


def one_by_one(points: Whole, places: Sequence[int], capacity: Sequence[int]) -> list[Assigned]:
    """What would come of it if each request in turn took the best coaches that are left."""
    left = np.array(capacity)
    found: list[Assigned] = []
    for request, wanted in enumerate(places):
        open_ = np.where(left > 0, points[request], IMPOSSIBLE)
        for coach in np.argsort(-open_, kind="stable")[:wanted]:
            if open_[coach] != IMPOSSIBLE:
                left[coach] -= 1
                found.append(Assigned(request, int(coach), int(points[request, coach])))
    return found
