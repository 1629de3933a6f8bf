"""Seats: who nominates, who confirms, who acts during a leave, and what ends with a term."""

from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import Role
from citypeers.domain.members.seats.models import Representative
from tests.identity.people import PASSWORD, Person, accept, letters, sign_in, staff

SEATS = "/api/v1/seats"


def seat_of(client: TestClient, country: str = "PE", kind: str = "national") -> dict[str, Any]:
    """The first seat of a country in the ISCN."""
    items = client.get(f"{SEATS}?network=iscn&country={country}").json()["items"]
    return next(each for each in items if each["kind"] == kind)


def act(client: TestClient, person: Person, seat: str, verb: str, **more: Any) -> Any:
    """Take a step at a seat as it is now."""
    etag = client.get(f"{SEATS}/{seat}").headers["etag"]
    path = f"{SEATS}/{seat}/nominations" if verb == "nominate" else f"{SEATS}/{seat}/transitions"
    body = more if verb == "nominate" else {"verb": verb, **more}
    return client.post(path, json=body, headers={**person.headers, "If-Match": etag})


def named(email: str, **more: Any) -> dict[str, Any]:
    return {"name": "Rosa Quispe", "email": email, "language": "es", **more}


def seated(client: TestClient, instance: Instance, people: tuple[Person, Person], country: str, email: str, kind: str) -> Person:
    """Somebody on a seat: nominated by one of the secretariat, confirmed by the other, signed in."""
    seat = seat_of(client, country, kind)["id"]
    assert act(client, people[0], seat, "nominate", **named(email)).status_code == 201
    assert act(client, people[1], seat, "confirm").status_code == 200
    return accept(client, instance, email)


@pytest.fixture
def people(changing: TestClient, instance: Instance) -> tuple[Person, Person]:
    """Two of the secretariat."""
    return staff(changing, instance, email="one@example.org"), staff(changing, instance, email="two@example.org")


def test_the_seats_of_the_network_are_those_its_sources_name(client: TestClient) -> None:
    body = client.get(f"{SEATS}?network=iscn&on=2019-09-20&limit=100").json()
    seen = {(each["country"], each["kind"]): 0 for each in body["items"]}
    for each in body["items"]:
        seen[each["country"], each["kind"]] += 1
        assert (each["state"], each["representative"], each["observed_on"]) == ("vacant", None, "2019-09-20")
    assert seen == {
        ("BR", "municipal"): 2,
        ("BR", "national"): 1,
        ("CL", "municipal"): 1,
        ("CL", "national"): 1,
        ("IN", "municipal"): 1,
        ("IN", "national"): 1,
        ("MX", "municipal"): 2,
        ("MX", "national"): 1,
        ("PE", "municipal"): 1,
        ("PE", "national"): 1,
    }
    now = client.get(f"{SEATS}?network=iscn&limit=100").json()["items"]
    assert {each["country"] for each in now} == {"BR", "IN", "MX", "PE"}


def test_a_first_is_nominated_by_one_and_confirmed_by_another(
    changing: TestClient, instance: Instance, people: tuple[Person, Person]
) -> None:
    one, two = people
    seat = seat_of(changing)["id"]
    nominated = act(changing, one, seat, "nominate", **named("rosa@example.org"))
    assert (nominated.status_code, nominated.json()["state"]) == (201, "nominated")
    own = act(changing, one, seat, "confirm")
    assert (own.status_code, own.json()["type"]) == (409, "/problems/own-nomination")
    confirmed = act(changing, two, seat, "confirm").json()
    assert (confirmed["state"], confirmed["representative"]["is_focal_point"]) == ("confirmed", True)
    assert confirmed["representative"]["has_account"] is False
    rosa = accept(changing, instance, "rosa@example.org")
    held = changing.get("/api/v1/me", headers=rosa.headers).json()["grants"]
    assert [(each["role"], each["on_kind"], each["on_id"]) for each in held] == [("national_representative", "seat", seat)]
    told = letters(instance, "one@example.org", "seat-step")[-1]
    assert (told.values["what"], told.values["link"]) == ("The nomination was confirmed", "/networks/iscn/seats")


def test_nobody_confirms_themselves(changing: TestClient, instance: Instance, people: tuple[Person, Person]) -> None:
    seat = seat_of(changing)["id"]
    assert act(changing, people[0], seat, "nominate", **named("two@example.org")).status_code == 201
    assert act(changing, people[1], seat, "confirm").json()["type"] == "/problems/own-nomination"


def test_from_then_on_the_focal_point_nominates_for_its_country_alone(
    changing: TestClient, instance: Instance, people: tuple[Person, Person]
) -> None:
    rosa = seated(changing, instance, people, "PE", "rosa@example.org", "national")
    city = seat_of(changing, "PE", "municipal")["id"]
    refused = act(changing, people[0], city, "nominate", **named("city@example.org"))
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/focal-point-nominates")
    assert act(changing, rosa, seat_of(changing, "BR", "municipal")["id"], "nominate", **named("x@example.org")).status_code == 403
    assert act(changing, rosa, city, "nominate", **named("city@example.org")).status_code == 201
    assert act(changing, rosa, city, "confirm").status_code == 403
    assert act(changing, people[0], city, "confirm").status_code == 200


def test_a_deputy_acts_only_during_a_leave(changing: TestClient, instance: Instance, people: tuple[Person, Person]) -> None:
    rosa = seated(changing, instance, people, "PE", "rosa@example.org", "national")
    seat = seat_of(changing)["id"]
    alone = act(changing, rosa, seat, "begin_leave")
    assert alone.json()["type"] == "/problems/deputy-needed"
    assert act(changing, rosa, seat, "nominate", **named("dep@example.org", is_deputy=True)).status_code == 201
    assert act(changing, people[0], seat, "confirm", is_deputy=True).status_code == 200
    assert act(changing, rosa, seat, "begin_leave").json()["type"] == "/problems/deputy-needed"  # nobody has accepted yet
    assert "begin_leave" not in changing.get(f"{SEATS}/{seat}", headers=rosa.headers).json()["may"]
    deputy = accept(changing, instance, "dep@example.org")
    assert "begin_leave" in changing.get(f"{SEATS}/{seat}", headers=rosa.headers).json()["may"]
    city = seat_of(changing, "PE", "municipal")["id"]
    assert act(changing, deputy, city, "nominate", **named("city@example.org")).status_code == 403
    assert act(changing, rosa, seat, "begin_leave").json()["state"] == "on_leave"
    assert act(changing, deputy, city, "nominate", **named("city@example.org")).status_code == 201
    assert act(changing, rosa, seat, "end_leave").json()["state"] == "confirmed"
    assert act(changing, deputy, city, "withdraw", reason="by mistake").status_code == 200  # who nominated may withdraw
    assert act(changing, deputy, city, "nominate", **named("city@example.org")).status_code == 403


def test_the_last_focal_point_names_a_successor_before_leaving(
    changing: TestClient, instance: Instance, people: tuple[Person, Person]
) -> None:
    rosa = seated(changing, instance, people, "PE", "rosa@example.org", "national")
    seat = seat_of(changing)["id"]
    early = act(changing, rosa, seat, "step_down", reason="another post")
    assert early.json()["type"] == "/problems/successor-first"
    second = changing.post(SEATS, json={"network": "iscn", "country": "PE", "kind": "national"}, headers=people[0].headers)
    assert second.status_code == 201, second.text
    other = second.json()["id"]
    assert act(changing, rosa, other, "nominate", **named("luis@example.org")).status_code == 201
    assert act(changing, people[0], other, "confirm").status_code == 200
    luis = accept(changing, instance, "luis@example.org")
    assert act(changing, rosa, other, "hand_over").json()["representative"]["is_focal_point"] is True
    assert act(changing, rosa, seat, "step_down", reason="another post").json()["state"] == "vacant"
    assert changing.get("/api/v1/me", headers=rosa.headers).status_code == 401
    assert act(changing, luis, seat, "nominate", **named("ana2@example.org")).status_code == 201


def test_disabling_an_account_always_succeeds_and_leaves_no_duty_behind(
    changing: TestClient, instance: Instance, people: tuple[Person, Person]
) -> None:
    rosa = seated(changing, instance, people, "PE", "rosa@example.org", "national")
    city = seat_of(changing, "PE", "municipal")["id"]
    assert act(changing, rosa, city, "nominate", **named("city@example.org")).status_code == 201
    found = changing.get("/api/v1/accounts?q=rosa", headers=people[0].headers).json()["items"][0]
    step = {"verb": "disable", "reason": "left the ministry"}
    done = changing.post(f"/api/v1/accounts/{found['id']}/transitions", json=step, headers=people[0].headers)
    assert (done.status_code, done.json()["state"], done.json()["grants"]) == (200, "disabled", [])
    assert changing.get("/api/v1/me", headers=rosa.headers).status_code == 401
    assert seat_of(changing)["state"] == "vacant"
    assert act(changing, people[0], city, "confirm").status_code == 200  # the nomination is the secretariat's now


def test_a_deputy_on_duty_who_loses_the_account_takes_nobody_along(
    changing: TestClient, instance: Instance, people: tuple[Person, Person]
) -> None:
    rosa = seated(changing, instance, people, "PE", "rosa@example.org", "national")
    seat = seat_of(changing)["id"]
    assert act(changing, rosa, seat, "nominate", **named("dep@example.org", is_deputy=True)).status_code == 201
    assert act(changing, people[0], seat, "confirm", is_deputy=True).status_code == 200
    deputy = accept(changing, instance, "dep@example.org")
    assert act(changing, rosa, seat, "begin_leave").json()["state"] == "on_leave"
    found = changing.get("/api/v1/accounts?q=dep@example.org", headers=people[0].headers).json()["items"][0]
    step = {"verb": "disable", "reason": "left the ministry"}
    done = changing.post(f"/api/v1/accounts/{found['id']}/transitions", json=step, headers=people[0].headers)
    assert (done.status_code, done.json()["grants"]) == (200, [])
    assert changing.get("/api/v1/me", headers=deputy.headers).status_code == 401
    left = seat_of(changing)
    assert (left["state"], left["representative"]["is_focal_point"]) == ("confirmed", True)
    assert act(changing, rosa, seat, "begin_leave").json()["type"] == "/problems/deputy-needed"


def test_nobody_is_their_own_deputy(changing: TestClient, instance: Instance, people: tuple[Person, Person]) -> None:
    rosa = seated(changing, instance, people, "PE", "rosa@example.org", "national")
    own = act(changing, rosa, seat_of(changing)["id"], "nominate", **named("Rosa@Example.org", is_deputy=True))
    assert (own.status_code, own.json()["type"]) == (409, "/problems/own-deputy")


def test_what_is_known_of_a_person_depends_on_who_asks(
    changing: TestClient, instance: Instance, people: tuple[Person, Person]
) -> None:
    rosa = seated(changing, instance, people, "PE", "rosa@example.org", "national")
    member = sign_in(changing, instance, Role.member, "reader@example.org")
    for kind, value, audience in (
        ("name", "Rosa Quispe", "public"),
        ("phone", "+51 1", "members"),
        ("email", "rosa@work.example", "secretariat"),
    ):
        body = {"kind": kind, "value": value, "audience": audience}
        assert changing.put("/api/v1/me/contacts", json=body, headers=rosa.headers).status_code == 204

    def seen(headers: dict[str, str]) -> set[str]:
        found = changing.get(f"{SEATS}?network=iscn&country=PE", headers=headers).json()["items"]
        return {each["kind"] for seat in found if seat["representative"] for each in seat["representative"]["contacts"]}

    assert seen({}) == {"name"}
    assert seen(member.headers) == {"name", "phone"}
    assert seen(people[0].headers) == {"name", "phone", "email"}
    assert changing.delete("/api/v1/me/contacts/name", headers=rosa.headers).status_code == 204
    assert seen({}) == set()


def test_a_deputy_who_is_only_named_is_refused_or_withdrawn_not_recalled(
    changing: TestClient, instance: Instance, people: tuple[Person, Person]
) -> None:
    rosa = seated(changing, instance, people, "PE", "rosa@example.org", "national")
    seat = seat_of(changing)["id"]
    assert act(changing, rosa, seat, "nominate", **named("dep@example.org", is_deputy=True)).status_code == 201
    early = act(changing, people[0], seat, "recall", is_deputy=True, reason="too early")
    assert (early.status_code, early.json()["type"]) == (409, "/problems/seat-wrong-step")
    assert act(changing, people[0], seat, "refuse", is_deputy=True, reason="another one").json()["deputy"] is None


def test_whoever_is_named_and_has_their_account_erased_is_named_no_more(
    changing: TestClient, instance: Instance, people: tuple[Person, Person]
) -> None:
    ana = sign_in(changing, instance, Role.member, "ana@example.org")
    seat = seat_of(changing)["id"]
    assert act(changing, people[0], seat, "nominate", **named("Ana@Example.org")).status_code == 201
    assert changing.post("/api/v1/me/erasure", json={"password": PASSWORD}, headers=ana.headers).status_code == 204
    now = changing.get(f"{SEATS}/{seat}", headers=people[0].headers).json()
    assert (now["state"], now["representative"]) == ("vacant", None)
    assert act(changing, people[1], seat, "confirm").json()["type"] == "/problems/seat-wrong-step"
    with instance.database.reading() as session:
        row = session.scalars(select(Representative)).one()
    assert (row.state, row.name, row.email) == ("refused", None, None)
