"""Offers and needs: written, found only by consent, counted by quarter, changed by their own people alone."""

from datetime import date
from typing import Any

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.domain.coaching.capacity import quarter
from tests.domain.coaching.people import NEEDS, OFFER, OFFERS, offer, problem
from tests.domain.projects.ledger import made, of
from tests.identity.people import Person, sign_in, staff


def create(client: TestClient, person: Person, **more: Any) -> Any:
    return client.post(OFFERS, json={**OFFER, "organisation": "koeln", **more}, headers=person.headers)


def patch(client: TestClient, person: Person, path: str, **more: Any) -> Any:
    etag = client.get(path, headers=person.headers).headers["etag"]
    return client.patch(path, json=more, headers={**person.headers, "If-Match": etag})


def step(client: TestClient, person: Person, path: str, verb: str) -> Any:
    etag = client.get(path, headers=person.headers).headers["etag"]
    return client.post(f"{path}/transitions", json={"verb": verb}, headers={**person.headers, "If-Match": etag})


def test_an_offer_is_found_once_its_organisation_agrees(changing: TestClient, instance: Instance, koeln: Person) -> None:
    other = sign_in(changing, instance, email="other@example.org")
    path = f"{OFFERS}/{create(changing, koeln).json()['id']}"
    assert problem(changing.get(path, headers=other.headers)) == (404, "not-found")
    assert changing.get(path).status_code == 401
    listed = step(changing, koeln, path, "list").json()
    assert listed["state"] == "listed"
    assert listed["consented_at"]
    assert listed["may"] == ["change", "unlist", "end"]
    shown = changing.get(path, headers=other.headers).json()
    assert (shown["blackouts"], shown["taken_this_quarter"], shown["may"]) == (None, None, [])
    page = changing.get(f"{OFFERS}?topic=mobility", headers=other.headers).json()
    assert [each["id"] for each in page["items"]] == [shown["id"]]
    assert changing.get(f"{OFFERS}?topic=health", headers=other.headers).json()["total"] == 0
    again = step(changing, koeln, path, "unlist").json()
    assert (again["state"], again["consented_at"]) == ("unlisted", None)
    assert changing.get(path, headers=other.headers).status_code == 404


def test_what_is_offered_is_checked(changing: TestClient, instance: Instance, koeln: Person) -> None:
    wrong = create(
        changing, koeln, topics=["energy", "nothing"], evidence=[{"topic": "mobility"}, {"topic": "energy", "project": "0" * 32}]
    )
    assert {(each["pointer"], each["code"]) for each in wrong.json()["errors"]} == {
        ("/topics/1", "unknown_topic"),
        ("/evidence/0/topic", "topic_not_offered"),
        ("/evidence/1/project", "unknown_project"),
    }
    assert create(changing, koeln, capacity=51).status_code == 422
    assert create(changing, koeln, blackouts=[{"first": "2026-02-02", "last": "2026-02-01"}]).status_code == 422
    mine = made(instance, "koeln")
    good = create(changing, koeln, evidence=[{"topic": "energy", "project": mine}])
    assert good.json()["evidence"][0]["project"] == mine
    assert problem(create(changing, koeln)) == (409, "offer-there")
    personal = create(changing, koeln, is_mine=True).json()
    assert (personal["is_personal"], personal["person"]) == (True, "Ana Lima")
    assert problem(create(changing, koeln, organisation="hamburg")) == (403, "forbidden")


def test_an_offer_is_changed_by_its_own_people_and_ends(changing: TestClient, instance: Instance, koeln: Person) -> None:
    path = f"{OFFERS}/{create(changing, koeln, note={'en': 'Ask us'}).json()['id']}"
    changed = patch(changing, koeln, path, capacity=4, note={"en": None, "de": "Fragen Sie"}).json()
    assert (changed["capacity"], changed["note"], changed["version"]) == (4, {"de": "Fragen Sie"}, 2)
    step(changing, koeln, path, "list")
    foreign = of(changing, instance, "hamburg")
    assert problem(patch(changing, foreign, path, capacity=0)) == (403, "forbidden")
    eva = staff(changing, instance)
    assert patch(changing, eva, path, capacity=3).json()["capacity"] == 3
    assert step(changing, koeln, path, "end").json()["may"] == []
    assert problem(patch(changing, koeln, path, capacity=1)) == (409, "offer-ended")
    assert problem(step(changing, koeln, path, "list")) == (409, "offer-wrong-step")
    assert create(changing, koeln).status_code == 201


def test_a_need_is_open_once_and_is_met(changing: TestClient, instance: Instance, koeln: Person) -> None:
    body = {"organisation": "koeln", "topic": "health", "note": {"en": "Cheap and soon"}}
    path = f"{NEEDS}/{changing.post(NEEDS, json=body, headers=koeln.headers).json()['id']}"
    assert problem(changing.post(NEEDS, json=body, headers=koeln.headers)) == (409, "need-there")
    assert problem(changing.post(NEEDS, json={**body, "topic": "x"}, headers=koeln.headers)) == (422, "invalid")
    other = offer(changing, instance, "hamburg")
    assert changing.get(f"{NEEDS}?topic=health&state=open", headers=other.headers).json()["total"] == 1
    assert changing.get(f"{NEEDS}?mine=true", headers=other.headers).json()["total"] == 0
    assert problem(step(changing, other, path, "meet")) == (403, "forbidden")
    assert patch(changing, koeln, path, note=None).json()["note"] is None
    assert step(changing, koeln, path, "meet").json()["may"] == ["change", "reopen"]
    assert problem(step(changing, koeln, path, "end")) == (409, "need-wrong-step")
    assert changing.post(NEEDS, json=body, headers=koeln.headers).status_code == 201
    assert problem(step(changing, koeln, path, "reopen")) == (409, "need-there")


def test_who_coaches_in_person_does_so_no_more_once_their_account_ends(
    changing: TestClient, instance: Instance, koeln: Person
) -> None:
    personal = create(changing, koeln, is_mine=True).json()
    step(changing, koeln, f"{OFFERS}/{personal['id']}", "list")
    data = changing.get("/api/v1/me/data", headers=koeln.headers).json()
    assert [each["id"] for each in data["offers"]] == [personal["id"]]
    eva = staff(changing, instance)
    me = changing.get("/api/v1/me", headers=koeln.headers).json()["id"]
    gone = changing.post(f"/api/v1/accounts/{me}/transitions", json={"verb": "disable", "reason": "left"}, headers=eva.headers)
    assert gone.status_code == 200
    kept = changing.get(f"{OFFERS}/{personal['id']}", headers=eva.headers).json()
    assert (kept["state"], kept["consented_at"]) == ("ended", None)


def test_lists_come_in_pages(changing: TestClient, instance: Instance) -> None:
    people = [offer(changing, instance, slug) for slug in ("koeln", "hamburg", "berlin")]
    seen, cursor = [], ""
    for _ in range(3):
        page = changing.get(f"{OFFERS}?limit=1{cursor}", headers=people[0].headers).json()
        seen += [each["organisation"]["slug"] for each in page["items"]]
        cursor = f"&cursor={page['next']}"
    assert seen == ["berlin", "hamburg", "koeln"]
    assert page["next"] is None


def test_quarters() -> None:
    assert quarter(date(2026, 2, 28)) == (date(2026, 1, 1), date(2026, 4, 1))
    assert quarter(date(2026, 12, 31)) == (date(2026, 10, 1), date(2027, 1, 1))
