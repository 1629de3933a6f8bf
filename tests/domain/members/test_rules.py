"""Governance rules: versions in force from a day, bounds that refuse and warn, dry runs, races for the last place."""

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.members import service as members
from citypeers.domain.members.rules import service as rules
from citypeers.domain.members.rules.bounds import Counted, after, refusals, warnings
from citypeers.domain.members.rules.schemas import Bounds, Joining, Range, Seating
from citypeers.domain.members.seats.models import SeatKind
from citypeers.domain.members.states import Verb
from citypeers.domain.networks.models import MemberKind, Membership, MembershipState, Network, Party
from tests.domain.members.test_seats import SEATS, act, named, people, seat_of  # noqa: F401  # a fixture
from tests.exchange.test_imports import dump
from tests.identity.people import Person

RULES = "/api/v1/networks/iscn/rules"
COUNTRIES = st.sampled_from(["BR", "CL", "IN", "MX", "PE"])
DAY = date(2026, 1, 1)
numbers = st.integers(0, 5)
counts = st.builds(
    Counted,
    partners=st.dictionaries(COUNTRIES, st.just(DAY)),
    host=st.none() | st.just("DE"),
    seats=st.dictionaries(st.tuples(COUNTRIES, st.sampled_from(SeatKind)), numbers),
    people=st.just({}),
)
ranges = st.builds(lambda least, more: Range(at_least=least, at_most=least + more), numbers, numbers)
bounds = st.builds(Bounds, countries=ranges, host_counts=st.booleans(), national=ranges, municipal=ranges)
changes = st.one_of(
    st.builds(Joining, change=st.sampled_from(["join", "leave"]), country=COUNTRIES),
    st.builds(
        Seating,
        change=st.sampled_from(["open_seat", "close_seat"]),
        country=COUNTRIES,
        kind=st.sampled_from(SeatKind),
        number=st.integers(1, 3),
    ),
)


@given(bounds, counts, st.lists(changes, max_size=6))
def test_what_is_allowed_stays_within_the_bounds_or_does_not_grow(ruled: Bounds, before: Counted, steps: list[Any]) -> None:
    wanted = before
    for step in steps:
        wanted, _ = after(wanted, ruled, step, DAY)
    found = list(refusals(ruled, before, wanted))
    most = ruled.countries.at_most or 0
    assert any(each.rule == "countries" for each in found) == (wanted.countries(ruled) > max(most, before.countries(ruled)))
    for place, number in wanted.seats.items():
        refused = any((each.country, each.rule) == (place[0], str(place[1])) for each in found)
        assert refused == (number > max(ruled.seats(place[1]).at_most or 0, before.seats.get(place, 0)))
    for each in found:
        assert each.fits == max(0, each.limit - each.current)


@given(bounds, counts)
def test_every_lower_bound_that_is_missed_is_warned_of_with_a_day(ruled: Bounds, counted: Counted) -> None:
    for each in warnings(ruled, counted, DAY, DAY):
        assert each.current < each.limit
        assert each.fits == each.limit - each.current
        assert each.deadline == DAY + timedelta(days=ruled.complete_within_days)


def test_the_rules_of_2019_are_in_force_and_say_what_is_missing(client: TestClient) -> None:
    body = client.get(RULES).json()
    (version,) = body["items"]
    assert (version["valid_from"], version["in_force"]) == ("2019-09-20", True)
    assert version["bounds"]["countries"]["at_most"] == 15
    assert (version["bounds"]["national"], version["bounds"]["municipal"]) == (
        {"at_least": 1, "at_most": 2},
        {"at_least": 2, "at_most": 3},
    )
    assert body["standing"]["partner_countries"] == 4
    assert {each["country"] for each in body["warnings"]} == {"BR", "IN", "MX", "PE"}
    assert all(each["deadline"] for each in body["warnings"])


def test_what_if_chile_returns_and_peru_names_a_fourth_city(changing: TestClient, instance: Instance) -> None:
    asked = {"changes": [{"change": "join", "country": "CL"}, {"change": "open_seat", "country": "PE", "kind": "municipal"}]}
    before = dump(instance.database.url.render_as_string(hide_password=False))
    body = changing.post(f"{RULES}/dry-run", json=asked).json()
    assert body["allowed"] is False
    (refused,) = body["refusals"]
    assert {name: refused[name] for name in ("rule", "country", "limit", "current", "wanted", "fits")} == {
        "rule": "municipal",
        "country": "PE",
        "limit": 3,
        "current": 3,
        "wanted": 4,
        "fits": 0,
    }
    assert (body["before"]["partner_countries"], body["after"]["partner_countries"]) == (4, 5)
    assert dump(instance.database.url.render_as_string(hide_password=False)) == before
    alone = changing.post(f"{RULES}/dry-run", json={"changes": asked["changes"][:1]}).json()
    assert alone["allowed"] is True
    wider = {"change": "rules", "bounds": {"municipal": {"at_most": 4}}}
    assert changing.post(f"{RULES}/dry-run", json={"changes": [*asked["changes"], wider]}).json()["allowed"] is True


def test_a_refusal_says_rule_limit_current_and_what_would_fit(
    changing: TestClient,
    people: tuple[Person, Person],  # noqa: F811
) -> None:
    refused = changing.post(
        SEATS,
        json={"network": "iscn", "country": "PE", "kind": "municipal"},
        headers={**people[0].headers, "Accept-Language": "de"},
    )
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/beyond-bound")
    assert refused.json()["numbers"] == {"rule": "municipal", "country": "PE", "limit": 3, "current": 3, "wanted": 4, "fits": 0}
    assert "höchstens 3" in refused.json()["detail"]


def test_new_rules_hold_from_their_day_on_and_the_old_ones_stay(
    changing: TestClient,
    people: tuple[Person, Person],  # noqa: F811
) -> None:
    today = clock.now().date()
    headers = people[0].headers
    for day, most in ((today + timedelta(days=30), 1), (today, 5)):
        body = {"valid_from": day.isoformat(), "bounds": {"countries": {"at_most": most}}}
        assert changing.post(RULES, json=body, headers=headers).status_code == 201
    page = changing.get(RULES).json()
    assert [(each["number"], each["in_force"]) for each in page["items"]] == [(2, False), (3, True), (1, False)]
    late = {"valid_from": (today - timedelta(days=1)).isoformat(), "bounds": {}}
    assert changing.post(RULES, json=late, headers=headers).json()["type"] == "/problems/rules-in-past"
    mixed = {"valid_from": today.isoformat(), "bounds": {"national": {"at_least": 3, "at_most": 2}}}
    assert changing.post(RULES, json=mixed, headers=headers).json()["errors"][0]["code"] == "range_order"


def test_two_confirmations_race_for_the_last_place_and_one_wins(
    changing: TestClient,
    instance: Instance,
    people: tuple[Person, Person],  # noqa: F811
) -> None:
    second = {"network": "iscn", "country": "MX", "kind": "national"}
    assert changing.post(SEATS, json=second, headers=people[0].headers).status_code == 201
    both = [each["id"] for each in changing.get(f"{SEATS}?network=iscn&country=MX").json()["items"] if each["kind"] == "national"]
    for place, seat in enumerate(both):
        assert act(changing, people[0], seat, "nominate", **named(f"mx{place}@example.org")).status_code == 201
    one = {"valid_from": clock.now().date().isoformat(), "bounds": {"national": {"at_most": 1}}}
    assert changing.post(RULES, json=one, headers=people[0].headers).status_code == 201
    answers = at_once([lambda seat=seat: act(changing, people[1], seat, "confirm") for seat in both])
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    refused = next(answer for answer in answers if answer.status_code == 409)
    assert refused.json()["type"] == "/problems/beyond-bound"


def test_two_countries_race_for_the_last_place_and_one_wins(instance: Instance) -> None:
    with instance.database.transaction() as session:
        network = session.scalars(select(Network).where(col(Network.slug) == "iscn")).one()
        rows = [
            Membership(
                network_id=network.id,
                party=Party.country,
                country=code,
                name=code,
                kind=MemberKind.state,
                state=MembershipState.applied,
            )
            for code in ("AR", "UY")
        ]
        session.add_all(rows)
        session.flush()
        write = rules.RulesCreate(valid_from=clock.now().date(), bounds=Bounds(countries=Range(at_most=5)))
        rules.create(session, OPERATOR, "iscn", write)
        ids = [row.id for row in rows]

    def admit(id: str) -> str:
        try:
            with instance.database.transaction() as session:
                members.move(session, OPERATOR, id, Verb.admit, None)
        except rules.BeyondBound:
            return "refused"
        return "admitted"

    assert sorted(at_once([lambda id=id: admit(id) for id in ids])) == ["admitted", "refused"]


def at_once(tasks: list[Any]) -> list[Any]:
    """What tasks give that start at the same moment."""
    gate, results = threading.Barrier(len(tasks)), []

    def run(task: Any) -> None:
        gate.wait()
        results.append(task())

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.parametrize("verb", ["leave", "expel"])
def test_when_a_country_leaves_its_seats_close_and_its_people_go(
    changing: TestClient,
    instance: Instance,
    people: tuple[Person, Person],  # noqa: F811
    verb: str,
) -> None:
    seat = seat_of(changing)["id"]
    act(changing, people[0], seat, "nominate", **named("rosa@example.org"))
    act(changing, people[1], seat, "confirm")
    page = changing.get("/api/v1/memberships?network=iscn&country=PE&limit=100").json()["items"]
    country = next(each for each in page if each["party"] == "country")
    etag = changing.get(f"/api/v1/memberships/{country['id']}", headers=people[0].headers).headers["etag"]
    done = changing.post(
        f"/api/v1/memberships/{country['id']}/transitions",
        json={"verb": verb, "reason": "a new government"},
        headers={**people[0].headers, "If-Match": etag},
    )
    assert (done.status_code, done.json()["state"]) == (200, "former")
    tomorrow = (clock.now().date() + timedelta(days=1)).isoformat()
    assert changing.get(f"{SEATS}?network=iscn&country=PE&on={tomorrow}").json()["total"] == 0
    assert changing.get(f"{SEATS}/{seat}").json()["representative"] is None
