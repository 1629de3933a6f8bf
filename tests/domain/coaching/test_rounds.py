"""Rounds: the best assignment there is, the same again, nothing sent before it is confirmed, undone before an answer."""

from collections.abc import Sequence
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.domain.coaching.matching.columns import Whole
from citypeers.domain.coaching.rounds.assigning import IMPOSSIBLE, Assigned, best, one_by_one
from citypeers.domain.coaching.rounds.measures import gini
from citypeers.domain.coaching.rounds.states import REFUSAL, TABLE, RoundState, RoundVerb
from tests.domain.coaching.people import act, answer, invitation, offer, opened, problem, read
from tests.identity.people import Person, letters, staff

ROUNDS = "/api/v1/matching-rounds"


@st.composite
def tasks(draw: st.DrawFn) -> tuple[Whole, list[int], list[int]]:
    """Points of a few coaches for a few requests, places and capacities."""
    requests, coaches = draw(st.integers(0, 4)), draw(st.integers(0, 4))
    cells = st.just(IMPOSSIBLE) | st.integers(0, 100)
    rows = draw(st.lists(st.lists(cells, min_size=coaches, max_size=coaches), min_size=requests, max_size=requests))
    points = np.array(rows, np.int32).reshape(requests, coaches)
    places = draw(st.lists(st.integers(1, 3), min_size=requests, max_size=requests))
    return points, places, draw(st.lists(st.integers(0, 2), min_size=coaches, max_size=coaches))


def exhaustively(points: Whole, places: Sequence[int], capacity: Sequence[int]) -> tuple[int, int]:
    """The most points, and with them the most places, of every assignment that there is."""
    choices = []
    for request, wanted in enumerate(places):
        possible = [coach for coach in range(len(capacity)) if points[request, coach] != IMPOSSIBLE]
        choices.append([some for size in range(wanted + 1) for some in combinations(possible, size)])
    found = (0, 0)
    for chosen in product(*choices):
        load = [sum(coach in some for some in chosen) for coach in range(len(capacity))]
        if all(taken <= most for taken, most in zip(load, capacity, strict=True)):
            total = sum(int(points[request, coach]) for request, some in enumerate(chosen) for coach in some)
            found = max(found, (total, sum(load)))
    return found


def holds(given: list[Assigned], points: Whole, places: Sequence[int], capacity: Sequence[int]) -> None:
    pairs = [(each.request, each.coach) for each in given]
    assert len(set(pairs)) == len(pairs)
    assert all(points[pair] == each.points != IMPOSSIBLE for pair, each in zip(pairs, given, strict=True))
    assert all(sum(request == place for request, _ in pairs) <= most for place, most in enumerate(places))
    assert all(sum(coach == place for _, coach in pairs) <= most for place, most in enumerate(capacity))


@given(tasks())
def test_no_assignment_is_better(task: tuple[Whole, list[int], list[int]]) -> None:
    points, places, capacity = task
    together, in_turn = best(points, places, capacity), one_by_one(points, places, capacity)
    holds(together, points, places, capacity)
    holds(in_turn, points, places, capacity)
    total = sum(each.points for each in together)
    assert (total, len(together)) == exhaustively(points, places, capacity)
    assert total >= sum(each.points for each in in_turn)
    assert together == best(points, places, capacity)


def test_together_is_better_than_one_by_one() -> None:
    points = np.array([[90, 80], [85, IMPOSSIBLE]], np.int32)
    assert [(each.request, each.coach) for each in best(points, [1, 1], [1, 1])] == [(0, 1), (1, 0)]
    assert [(each.request, each.coach) for each in one_by_one(points, [1, 1], [1, 1])] == [(0, 0)]


@pytest.mark.parametrize(
    ("values", "expected"), [([], 0), ([0, 0], 0), ([5, 5, 5], 0), ([0, 0, 0, 8], 0.75), ([1, 2, 3, 4, 5], 4 / 15)]
)
def test_gini(values: list[int], expected: float) -> None:
    assert gini(values) == pytest.approx(expected)


def test_the_table_is_whole() -> None:
    assert {line.verb for line in TABLE} == set(RoundVerb)
    assert {guard for line in TABLE for guard in line.guards} == set(REFUSAL)
    assert {line.target for line in TABLE} == set(RoundState)


def move(client: TestClient, person: Person, id: str, verb: str, **more: Any) -> Any:
    etag = client.get(f"{ROUNDS}/{id}", headers=person.headers).headers.get("etag", '"0"')
    return client.post(f"{ROUNDS}/{id}/transitions", json={"verb": verb, **more}, headers={**person.headers, "If-Match": etag})


def computed(client: TestClient, person: Person) -> dict[str, Any]:
    made = client.post(ROUNDS, headers=person.headers)
    assert made.status_code == 201, made.text
    body: dict[str, Any] = made.json()
    return body


def given_to(body: dict[str, Any], way: str = "together") -> list[list[str]]:
    return [[each["organisation"]["slug"] for each in request[way]] for request in body["items"]]


@pytest.fixture
def eva(changing: TestClient, instance: Instance) -> Person:
    return staff(changing, instance)


@pytest.fixture
def hamburg(changing: TestClient, instance: Instance) -> Person:
    return offer(changing, instance, "hamburg", capacity=1, topics=["energy", "mobility"])


@pytest.fixture
def berlin(changing: TestClient, instance: Instance) -> Person:
    return offer(changing, instance, "berlin", capacity=1, topics=["energy"])


@pytest.fixture
def two(changing: TestClient, koeln: Person, hamburg: Person, berlin: Person) -> list[str]:
    """Two requests: the first could have both coaches and would take the one that the second needs."""
    return [opened(changing, koeln, topics=["energy"]), opened(changing, koeln, topics=["mobility"])]


def test_a_round_gives_each_request_its_coach(changing: TestClient, eva: Person, two: list[str]) -> None:
    body = computed(changing, eva)
    assert [each["id"] for each in body["items"]] == two
    assert given_to(body) == [["berlin"], ["hamburg"]]
    assert given_to(body, "one_by_one") == [["hamburg"], []]
    together, in_turn = body["together"], body["one_by_one"]
    assert together["total"] > in_turn["total"]
    assert (together["placed"], together["unmatched"], in_turn["placed"], in_turn["unmatched"]) == (2, 0, 1, 1)
    assert together["gini"] < in_turn["gini"] == 0.5
    assert (together["lowest"] > 0, in_turn["lowest"], together["most_loaded"]) == (True, 0, 1)
    loads = {each["organisation"]["slug"]: (each["together"], each["one_by_one"]) for each in body["loads"]}
    assert loads == {"hamburg": (1, 1), "berlin": (1, 0)}
    assert (body["state"], body["may"]) == ("draft", ["compute", "confirm", "discard"])


def test_a_round_is_the_same_again_and_nobody_hears_of_it(
    changing: TestClient, instance: Instance, eva: Person, koeln: Person, two: list[str]
) -> None:
    first, second = computed(changing, eva), computed(changing, eva)
    assert (first["digest"], first["items"]) == (second["digest"], second["items"])
    assert move(changing, eva, first["id"], "compute").json()["digest"] == first["digest"]
    assert {read(changing, koeln, id)["state"] for id in two} == {"open"}
    assert letters(instance, "hamburg@example.org") == []
    assert move(changing, eva, first["id"], "confirm").status_code == 200
    assert len(letters(instance, "hamburg@example.org")) == 1


def test_confirming_invites_and_undoing_recalls(
    changing: TestClient, eva: Person, koeln: Person, hamburg: Person, two: list[str]
) -> None:
    id = computed(changing, eva)["id"]
    confirmed = move(changing, eva, id, "confirm")
    assert (confirmed.status_code, confirmed.json()["state"], confirmed.json()["may"]) == (200, "confirmed", ["undo"])
    assert all(each["together"][0]["invitation"] for each in confirmed.json()["items"])
    assert [read(changing, koeln, each)["state"] for each in two] == ["proposed", "proposed"]
    assert invitation(changing, hamburg, two[1], "hamburg")["state"] == "invited"
    assert problem(move(changing, eva, id, "confirm")) == (409, "round-wrong-step")
    assert problem(move(changing, eva, id, "undo")) == (409, "reason-needed")
    undone = move(changing, eva, id, "undo", reason="Two offers were wrong.")
    assert (undone.json()["state"], undone.json()["reason"], undone.json()["may"]) == ("undone", "Two offers were wrong.", [])
    assert [read(changing, koeln, each)["state"] for each in two] == ["open", "open"]
    assert given_to(computed(changing, eva)) == [["berlin"], ["hamburg"]]


def test_what_was_answered_is_not_undone(changing: TestClient, eva: Person, koeln: Person, hamburg: Person, two: list[str]) -> None:
    id = computed(changing, eva)["id"]
    move(changing, eva, id, "confirm")
    assert answer(changing, hamburg, two[1], "hamburg", "accept").status_code == 200
    assert problem(move(changing, eva, id, "undo", reason="Too late.")) == (409, "round-answered")
    assert read(changing, koeln, two[0])["state"] == "proposed"


def test_what_is_outdated_is_worked_out_again(changing: TestClient, eva: Person, koeln: Person, two: list[str]) -> None:
    id = computed(changing, eva)["id"]
    assert act(changing, koeln, two[1], "withdraw", reason="Solved.").status_code == 200
    assert problem(move(changing, eva, id, "confirm")) == (409, "round-outdated")
    assert read(changing, koeln, two[0])["state"] == "open"
    assert given_to(move(changing, eva, id, "compute").json()) == [["hamburg"]]
    assert move(changing, eva, id, "confirm").status_code == 200


def test_rounds_are_the_secretariats(changing: TestClient, eva: Person, koeln: Person, two: list[str]) -> None:
    id = computed(changing, eva)["id"]
    assert changing.get(ROUNDS).status_code == 401
    assert changing.get(ROUNDS, headers=koeln.headers).status_code == 403
    assert changing.get(f"{ROUNDS}/{id}", headers=koeln.headers).status_code == 403
    assert changing.post(ROUNDS, headers=koeln.headers).status_code == 403
    assert move(changing, koeln, id, "confirm").status_code == 403
    assert changing.get(f"{ROUNDS}/{'0' * 32}", headers=eva.headers).status_code == 404
    path = f"{ROUNDS}/{id}/transitions"
    assert changing.post(path, json={"verb": "discard"}, headers=eva.headers).status_code == 428
    assert changing.post(path, json={"verb": "discard"}, headers={**eva.headers, "If-Match": '"9.x"'}).status_code == 412
    assert move(changing, eva, id, "discard").json()["state"] == "discarded"


def test_rounds_in_pages(changing: TestClient, eva: Person, two: list[str]) -> None:
    ids = [computed(changing, eva)["id"] for _ in range(3)]
    move(changing, eva, ids[0], "discard")
    first = changing.get(ROUNDS, params={"limit": 2}, headers=eva.headers).json()
    second = changing.get(ROUNDS, params={"limit": 2, "cursor": first["next"]}, headers=eva.headers).json()
    assert [each["id"] for each in first["items"] + second["items"]] == ids[::-1]
    assert (first["total"], second["next"]) == (3, None)
    assert changing.get(ROUNDS, params={"state": "discarded"}, headers=eva.headers).json()["total"] == 1
    machine = changing.get(f"{ROUNDS}/machine").json()["items"]
    assert [each["verb"] for each in machine] == [line.verb.value for line in TABLE]


def test_a_group_gets_several_and_each_coach_comes_once(
    changing: TestClient, instance: Instance, eva: Person, koeln: Person, hamburg: Person, berlin: Person
) -> None:
    offer(changing, instance, "muenchen", topics=["energy"], capacity=3)
    opened(changing, koeln, format="group", places=3)
    assert sorted(given_to(computed(changing, eva))[0]) == ["berlin", "hamburg", "muenchen"]


def test_no_requests_no_assignment(changing: TestClient, eva: Person) -> None:
    body = computed(changing, eva)
    assert (body["items"], body["together"]["total"], body["together"]["gini"]) == ([], 0, 0)
