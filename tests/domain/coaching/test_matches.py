"""Matches over HTTP: who may ask, what is told of each, why not others, and that what is kept in memory follows at once."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import event, select
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.db import Database
from citypeers.domain.coaching.matching import kept as kept_offers
from citypeers.domain.coaching.matching.schemas import Matches
from citypeers.domain.coaching.matching.terms import DEFAULT_WEIGHTS, FACTORS
from citypeers.domain.coaching.models import CoachingInvitation
from citypeers.main import create_app
from tests.conftest import Loaded, all_read
from tests.domain.coaching.people import OFFERS, REQUESTS, act, answer, draft, invite, offer, opened, problem
from tests.identity.people import Person, staff

WEIGHTS = "/api/v1/networks/iscn/matching-weights"


def matches(client: TestClient, person: Person, id: str, **query: Any) -> dict[str, Any]:
    answered = client.get(f"{REQUESTS}/{id}/matches", params=query, headers=person.headers)
    assert answered.status_code == 200, answered.text
    body: dict[str, Any] = answered.json()
    # The answer is put together without being checked; here it is.
    assert Matches.model_validate(body).model_dump(mode="json") == body
    return body


def slugs(found: dict[str, Any]) -> list[str]:
    return [each["organisation"]["slug"] for each in found["items"]]


def points(each: dict[str, Any]) -> dict[str, int]:
    return {factor["factor"]: factor["points"] for factor in each["factors"]}


def change(client: TestClient, person: Person, path: str, **values: Any) -> None:
    etag = client.get(path, headers=person.headers).headers["etag"]
    headers = {**person.headers, "If-Match": etag, "Content-Type": "application/merge-patch+json"}
    assert client.patch(path, json=values, headers=headers).status_code == 200


def test_matches_are_for_the_requester_and_the_staff(changing: TestClient, instance: Instance, koeln: Person) -> None:
    eva, hamburg = staff(changing, instance), offer(changing, instance, "hamburg")
    id = opened(changing, koeln, confidentiality="network")
    assert slugs(matches(changing, koeln, id)) == slugs(matches(changing, eva, id)) == ["hamburg"]
    path = f"{REQUESTS}/{id}/matches"
    assert changing.get(path).status_code == 401
    assert changing.get(path, headers=hamburg.headers).status_code == 403
    hidden = opened(changing, koeln)
    assert changing.get(f"{REQUESTS}/{hidden}/matches", headers=hamburg.headers).status_code == 404
    assert changing.get(path, params={"limit": 101}, headers=koeln.headers).status_code == 422


def test_every_point_is_explained(changing: TestClient, instance: Instance, koeln: Person) -> None:
    offer(changing, instance, "hamburg", languages=[{"language": "en", "level": "b1"}, {"language": "pt", "level": "native"}])
    offer(changing, instance, "guadalajara", topics=["energy"])
    id = opened(changing, koeln, topics=["energy", "mobility", "health"])
    found = matches(changing, koeln, id)
    assert slugs(found) == ["hamburg", "guadalajara"]
    hamburg = found["items"][0]
    assert [each["factor"] for each in hamburg["factors"]] == [factor.value for factor in FACTORS]
    assert {each["factor"]: each["most"] for each in hamburg["factors"]} == dict(DEFAULT_WEIGHTS)
    assert sum(points(hamburg).values()) == hamburg["total"]
    said = {each["factor"]: each for each in hamburg["factors"]}
    assert said["topics"]["topics"] == ["energy", "mobility"]
    assert (said["topics"]["points"], said["topics"]["numbers"]) == (20, {"covered": 2, "asked": 3})
    assert (said["languages"]["points"], said["languages"]["text"]) == (7, "language_shared")
    assert said["languages"]["languages"] == [{"language": "en", "level": "b1"}]
    assert (said["office_hours"]["points"], said["office_hours"]["numbers"]) == (10, {"minutes": 480})
    assert said["similar_city"]["text"] == "city_compared_same_country"
    assert said["free_capacity"]["numbers"] == {"taken": 0, "capacity": 2}
    assert 350 < hamburg["distance_km"] < 370
    assert (found["may_invite"], found["weights_number"], found["weights"]) == (True, 0, dict(DEFAULT_WEIGHTS))
    assert found == matches(changing, koeln, id)


def test_published_projects_are_evidence(changing: TestClient, instance: Instance, koeln: Person) -> None:
    body = changing.get("/api/v1/projects?organisation=guadalajara").json()
    topics = changing.get(f"/api/v1/projects/{body['items'][0]['id']}").json()["topics"]
    alike = changing.get(f"/api/v1/projects?organisation=guadalajara&topic={topics[0]}").json()["items"]
    offer(changing, instance, "guadalajara", topics=topics)
    id = opened(changing, koeln, topics=topics[:1])
    evidence = matches(changing, koeln, id)["items"][0]["factors"][1]
    assert evidence["text"] == "evidence_found"
    assert [each["id"] for each in evidence["projects"]] == sorted(each["id"] for each in alike)[:3]
    assert evidence["numbers"]["projects"] == len(alike) >= 1


def test_why_not_these(changing: TestClient, instance: Instance, koeln: Person) -> None:
    offer(changing, instance, "hamburg")
    offer(changing, instance, "berlin", languages=[{"language": "es", "level": "native"}])
    offer(changing, instance, "muenchen", listed=False)
    offer(changing, instance, "guadalajara", topics=["health"])
    id = opened(changing, koeln)
    found = matches(changing, koeln, id)
    assert slugs(found) == ["hamburg"]
    reasons = {each["organisation"]["slug"]: (each["reason"], each["remedy"]) for each in found["excluded"]}
    assert reasons == {
        "berlin": ("no_shared_language", "ask_for_interpreting"),
        "muenchen": ("no_consent", None),
        "guadalajara": ("no_topic", None),
    }
    assert found["excluded_total"] == 3
    change(changing, koeln, f"{REQUESTS}/{id}", interpretation=True)
    found = matches(changing, koeln, id)
    assert slugs(found) == ["hamburg", "berlin"]
    assert found["items"][1]["factors"][2]["text"] == "language_by_interpreting"


def test_why_not_me(changing: TestClient, instance: Instance, koeln: Person) -> None:
    offer(changing, instance, "hamburg")
    offer(changing, instance, "berlin", languages=[{"language": "en", "level": "a1"}])
    offer(changing, instance, "muenchen", topics=["health"])
    id = opened(changing, koeln)
    behind = matches(changing, koeln, id, limit=1, explain="berlin")["explained"]
    assert (behind["rank"], behind["is_shown"], behind["reason"]) == (2, False, None)
    assert {"factor": "languages", "points": 14} in behind["missing"]
    first = matches(changing, koeln, id, limit=1)["items"][0]["total"]
    assert behind["behind"] == first - behind["total"] > 0
    assert matches(changing, koeln, id, explain="berlin")["explained"]["is_shown"]
    left_out = matches(changing, koeln, id, explain="muenchen")["explained"]
    assert (left_out["reason"], left_out["rank"]) == ("no_topic", None)
    nothing = matches(changing, koeln, id, explain="guadalajara")["explained"]
    assert (nothing["reason"], nothing["total"], nothing["factors"]) == ("no_consent", None, [])
    assert matches(changing, koeln, id, explain="koeln")["explained"]["reason"] == "own_organisation"
    by_id = changing.get("/api/v1/organisations/berlin").json()["id"]
    assert matches(changing, koeln, id, explain=by_id)["explained"]["rank"] == 2
    unknown = changing.get(f"{REQUESTS}/{id}/matches?explain=nowhere", headers=koeln.headers)
    assert problem(unknown) == (422, "invalid")


def test_what_is_kept_follows_at_once(changing: TestClient, instance: Instance, koeln: Person) -> None:
    hamburg = offer(changing, instance, "hamburg", capacity=1)
    id = opened(changing, koeln)
    assert points(matches(changing, koeln, id)["items"][0])["languages"] == 15
    mine = changing.get(OFFERS, params={"mine": True}, headers=hamburg.headers).json()["items"][0]["id"]
    change(changing, hamburg, f"{OFFERS}/{mine}", languages=[{"language": "en", "level": "b1"}])
    assert points(matches(changing, koeln, id)["items"][0])["languages"] == 7
    offer(changing, instance, "berlin")
    assert slugs(matches(changing, koeln, id)) == ["berlin", "hamburg"]
    assert invite(changing, koeln, id, "hamburg").status_code == 201
    found = matches(changing, koeln, id)
    assert slugs(found) == ["berlin"]
    assert (found["excluded"][0]["reason"], found["excluded"][0]["total"] > 0) == ("already_invited", True)
    assert answer(changing, hamburg, id, "hamburg", "accept").status_code == 200
    assert matches(changing, koeln, id)["may_invite"] is False
    other = opened(changing, koeln)
    full = matches(changing, koeln, other)
    assert [(each["organisation"]["slug"], each["reason"]) for each in full["excluded"]] == [("hamburg", "no_capacity")]


def test_hours_names_and_projects_follow_as_well(changing: TestClient, instance: Instance, koeln: Person) -> None:
    eva = staff(changing, instance)
    project = changing.get("/api/v1/projects?organisation=guadalajara").json()["items"][0]
    topics = changing.get(f"/api/v1/projects/{project['id']}").json()["topics"]
    guadalajara = offer(changing, instance, "guadalajara", topics=topics)
    id = opened(changing, koeln, topics=topics[:1])
    first = matches(changing, koeln, id)["items"][0]
    assert points(first)["office_hours"] < 10
    hours = "/api/v1/organisations/guadalajara/office-hours"
    tag = changing.get(hours, headers=guadalajara.headers).headers["etag"]
    night = [{"weekday": day, "start": "00:00", "end": "12:00"} for day in range(1, 8)]
    stated = changing.put(hours, json={"hours": night}, headers={**guadalajara.headers, "If-Match": tag})
    assert stated.status_code == 200, stated.text
    assert points(matches(changing, koeln, id)["items"][0])["office_hours"] == 10
    change(changing, eva, "/api/v1/organisations/guadalajara", population=20_000)
    second = matches(changing, koeln, id)["items"][0]
    assert points(second)["similar_city"] < points(first)["similar_city"]
    path = f"/api/v1/projects/{project['id']}"
    tag = changing.get(f"{path}/desk", headers=eva.headers).headers["etag"]
    archived = changing.post(
        f"{path}/transitions", json={"verb": "archive", "reason": "x"}, headers={**eva.headers, "If-Match": tag}
    )
    assert archived.status_code == 200, archived.text
    third = matches(changing, koeln, id)["items"][0]
    assert project["id"] not in [each["id"] for each in third["factors"][1]["projects"]]
    assert third["factors"][1]["numbers"]["projects"] == second["factors"][1]["numbers"]["projects"] - 1


def test_who_declined_is_not_proposed_again(changing: TestClient, instance: Instance, koeln: Person) -> None:
    hamburg = offer(changing, instance, "hamburg")
    id = opened(changing, koeln)
    invite(changing, koeln, id, "hamburg")
    assert answer(changing, hamburg, id, "hamburg", "decline", reason="Nobody is free.").status_code == 200
    assert [each["reason"] for each in matches(changing, koeln, id)["excluded"]] == ["declined_before"]
    assert slugs(matches(changing, koeln, opened(changing, koeln))) == ["hamburg"]


def test_a_preview_of_what_is_not_written_yet(changing: TestClient, instance: Instance, koeln: Person) -> None:
    hamburg = offer(changing, instance, "hamburg")
    offer(changing, instance, "berlin", topics=["health"])
    path, asked = f"{REQUESTS}/preview", {"organisation": "koeln"}
    found = changing.post(path, json=asked, headers=koeln.headers).json()
    assert (slugs(found), found["may_invite"]) == (["hamburg", "berlin"], False)
    assert found["items"][0]["factors"][0]["text"] == "topics_not_asked"
    found = changing.post(path, json={**asked, "topics": ["energy"], "languages": ["en"]}, headers=koeln.headers).json()
    assert slugs(found) == ["hamburg"]
    assert changing.post(path, json=asked).status_code == 401
    assert changing.post(path, json=asked, headers=hamburg.headers).status_code == 403
    backwards = changing.post(path, json={**asked, "window_from": "2026-03-02", "window_to": "2026-03-01"}, headers=koeln.headers)
    assert [each["code"] for each in backwards.json()["errors"]] == ["dates_in_order"]


def test_a_group_is_composed(changing: TestClient, instance: Instance, koeln: Person) -> None:
    for slug, topic in (("hamburg", "energy"), ("berlin", "energy"), ("muenchen", "mobility"), ("guadalajara", "health")):
        offer(changing, instance, slug, topics=[topic])
    id = draft(changing, koeln, topics=["energy", "mobility", "health"], format="group", places=3)
    composed = matches(changing, koeln, id)["composed"]
    assert sorted(each["organisation"]["slug"] for each in composed["members"]) == ["guadalajara", "hamburg", "muenchen"]
    assert (composed["uncovered"], composed["languages"], composed["is_exact"]) == ([], ["en"], True)
    covered = {each["organisation"]["slug"]: each["topics"] for each in composed["members"]}
    assert covered == {"guadalajara": ["health"], "hamburg": ["energy"], "muenchen": ["mobility"]}
    assert not any(each["is_asked"] for each in composed["members"])
    assert matches(changing, koeln, draft(changing, koeln))["composed"] is None


def test_a_group_is_composed_around_those_who_are_asked(changing: TestClient, instance: Instance, koeln: Person) -> None:
    for slug, topic in (("hamburg", "energy"), ("berlin", "energy"), ("muenchen", "mobility"), ("guadalajara", "health")):
        offer(changing, instance, slug, topics=[topic])
    id = draft(changing, koeln, topics=["energy", "mobility", "health"], format="group", places=3)
    act(changing, koeln, id, "submit")
    for slug in ("berlin", "guadalajara"):
        assert invite(changing, koeln, id, slug).status_code == 201
    composed = matches(changing, koeln, id)["composed"]
    assert {each["organisation"]["slug"]: each["is_asked"] for each in composed["members"]} == {
        "berlin": True,
        "guadalajara": True,
        "muenchen": False,
    }
    invite(changing, koeln, id, "muenchen")
    assert matches(changing, koeln, id)["composed"] is None


def test_weights_are_versioned_and_shown(changing: TestClient, instance: Instance, koeln: Person) -> None:
    eva = staff(changing, instance)
    offer(changing, instance, "hamburg")
    id = opened(changing, koeln)
    first = changing.get(WEIGHTS)
    assert first.json() == {"number": 0, "since": None, "weights": dict(DEFAULT_WEIGHTS), "versions": []}
    others = {"topics": 100, "evidence": 0, "languages": 0, "office_hours": 0, "similar_city": 0, "free_capacity": 0}
    tag = {"If-Match": first.headers["etag"]}
    assert changing.put(WEIGHTS, json=others, headers=eva.headers).status_code == 428
    assert changing.put(WEIGHTS, json=others, headers={**koeln.headers, **tag}).status_code == 403
    wrong = changing.put(WEIGHTS, json={**others, "topics": 99}, headers={**eva.headers, **tag})
    assert [each["code"] for each in wrong.json()["errors"]] == ["weights_sum"]
    decided = changing.put(WEIGHTS, json=others, headers={**eva.headers, **tag})
    assert (decided.status_code, decided.json()["number"]) == (200, 1)
    assert changing.put(WEIGHTS, json=others, headers={**eva.headers, **tag}).status_code == 412
    found = matches(changing, koeln, id)
    assert (found["weights_number"], found["items"][0]["total"]) == (1, 100)
    again = {**eva.headers, "If-Match": decided.headers["etag"]}
    changing.put(WEIGHTS, json=dict(DEFAULT_WEIGHTS), headers=again)
    assert [each["number"] for each in changing.get(WEIGHTS).json()["versions"]] == [2, 1]
    assert changing.get("/api/v1/networks/nowhere/matching-weights").status_code == 404


def test_only_who_stands_in_the_list_is_invited(changing: TestClient, instance: Instance, koeln: Person) -> None:
    offer(changing, instance, "hamburg")
    offer(changing, instance, "berlin", languages=[{"language": "es", "level": "native"}])
    id = opened(changing, koeln)
    total = matches(changing, koeln, id)["items"][0]["total"]
    assert problem(invite(changing, koeln, id, "berlin")) == (409, "not-a-match")
    assert invite(changing, koeln, id, "hamburg").status_code == 201
    with instance.database.reading() as session:
        kept = session.scalars(select(CoachingInvitation)).one()
    assert kept.score is not None
    assert kept.score["total"] == sum(kept.score["factors"].values()) == total


def test_offers_are_read_before_anybody_asks(changing: TestClient, instance: Instance, koeln: Person) -> None:
    offer(changing, instance, "hamburg")
    id = opened(changing, koeln)
    app = create_app(instance.settings)
    asked: list[str] = []
    with TestClient(app) as client:
        all_read()
        event.listen(app.state.instance.database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
        assert slugs(matches(client, koeln, id)) == ["hamburg"]
    assert asked
    assert not [statement for statement in asked if "FROM offer" in statement]


def test_who_asks_meanwhile_waits_for_the_same_reading(changing: TestClient, instance: Instance) -> None:
    offer(changing, instance, "hamburg")
    database, asked = Database(instance.settings.database_url), list[str]()
    event.listen(database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    together = threading.Barrier(4)

    def ask() -> None:
        together.wait()
        kept_offers.of(database).refresh(database)

    with ThreadPoolExecutor(4) as callers:
        for done in [callers.submit(ask) for _ in range(4)]:
            done.result()
    database.close()
    assert len([statement for statement in asked if statement.startswith("SELECT offer.id")]) == 1


def test_a_process_without_offers_does_not_carry_what_counts(shared: Loaded) -> None:
    said = """
import sys
from citypeers import main
from citypeers.core.db import Database
main.operations()
main.matches.get_ready(Database(sys.argv[1]))
print({"numpy", "ortools"} & set(sys.modules))
"""
    asked = subprocess.run([sys.executable, "-c", said, shared.url], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "set()"
