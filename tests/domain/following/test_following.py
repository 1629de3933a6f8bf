"""Following and keeping searches: what is new, seen, told by letter once and as often as wanted, and ended without signing in."""

from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.core import clock, rendered
from citypeers.core.caller import Instance
from citypeers.core.mail import written
from citypeers.domain.following import service
from citypeers.exchange.deadlines import service as deadlines
from citypeers.exchange.search import service as search
from tests.domain.projects.ledger import VISOR, project
from tests.domain.projects.people import begin, move, write
from tests.identity.people import Person, letters

ME = "/api/v1/me"
LATER = timedelta(days=1, minutes=5)


def follow(client: TestClient, person: Person, kind: str, key: str) -> int:
    return int(client.put(f"{ME}/follows/{kind}/{key}", headers=person.headers).status_code)


def keep(client: TestClient, person: Person, query: str, name: str = "Trees") -> Any:
    return client.post(f"{ME}/searches", json={"noun": "projects", "query": query, "name": name}, headers=person.headers)


def news(client: TestClient, person: Person) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(f"{ME}/news", headers=person.headers).json()["items"]
    return items


def rhythm(client: TestClient, person: Person, to: str) -> None:
    assert client.put(f"{ME}/digest", json={"rhythm": to}, headers=person.headers).status_code == 204


def published(client: TestClient, instance: Instance, owner: Person, reviewer: Person) -> str:
    id = begin(client, owner)
    assert move(client, owner, id, "submit").status_code == 200
    assert move(client, reviewer, id, "approve").status_code == 200
    search.catch_up(instance.database, instance.index.folder.parent)
    return id


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    then = clock.now() + by
    monkeypatch.setattr(clock, "now", lambda: then)


@pytest.mark.parametrize(
    ("kind", "key"), [("organisation", "hamburg"), ("topic", "climate-mitigation-and-adaptation"), ("network", "iscn")]
)
def test_what_is_followed_is_listed_once_and_left(changing: TestClient, kai: Person, kind: str, key: str) -> None:
    assert [follow(changing, kai, kind, key) for _ in range(2)] == [204, 204]
    page = changing.get(f"{ME}/follows", headers=kai.headers).json()
    assert [(each["kind"], each["id"], bool(each["label"])) for each in page["items"]] == [(kind, key, True)]
    assert changing.get(page["items"][0]["href"].replace("/", "/api/v1/", 1)).status_code == 200
    assert follow(changing, kai, kind, "nothing-of-this-name") == 404
    assert changing.delete(f"{ME}/follows/{kind}/{key}", headers=kai.headers).status_code == 204
    assert changing.get(f"{ME}/follows", headers=kai.headers).json()["total"] == 0


@pytest.mark.parametrize(("kind", "key"), [("organisation", "hamburg"), ("topic", "climate-mitigation-and-adaptation")])
def test_what_is_published_is_news_to_who_follows(
    changing: TestClient, instance: Instance, ana: Person, kai: Person, kind: str, key: str
) -> None:
    follow(changing, kai, kind, key)
    assert news(changing, kai) == []
    id = published(changing, instance, ana, kai)
    (item,) = news(changing, kai)
    assert (item["project"], item["is_new"], [each["kind"] for each in item["why"]]) == (id, True, [kind])
    assert news(changing, ana) == []
    assert changing.put(f"{ME}/news/seen", json={"at": item["at"]}, headers=kai.headers).status_code == 204
    assert news(changing, kai) == []
    follow(changing, kai, "project", id)
    assert write(changing, ana, id, sdgs=[11]).status_code == 200
    assert news(changing, kai) == []
    move(changing, ana, id, "submit")
    move(changing, kai, id, "approve")
    (again,) = news(changing, kai)
    assert (again["is_new"], {each["kind"] for each in again["why"]}) == (False, {kind, "project"})


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("", True),
        ("q=Stadtbäume", True),
        ("country=DE&topic=climate-mitigation-and-adaptation&topic=mobility", True),
        ("country=DE&maturity=running", False),
        ("q=windmill&country=DE", False),
    ],
)
def test_a_search_that_is_kept_finds_what_its_list_would(
    changing: TestClient, instance: Instance, ana: Person, kai: Person, query: str, finds: bool
) -> None:
    made = keep(changing, kai, query)
    assert made.status_code == 201, made.text
    id = published(changing, instance, ana, kai)
    listed = {each["id"] for each in changing.get(f"/api/v1/projects?{made.json()['query']}&limit=100").json()["items"]}
    found = [each["project"] for each in news(changing, kai)]
    assert found == ([id] if finds else [])
    assert (id in listed or not query) is finds


def test_a_search_is_kept_once_under_its_last_name(changing: TestClient, kai: Person) -> None:
    first = keep(changing, kai, "topic=mobility&country=DE&country=AT").json()
    second = keep(changing, kai, "country=AT&topic=mobility&country=DE&country=AT", "Mobility").json()
    assert (first["id"], second["name"]) == (second["id"], "Mobility")
    assert second["href"] == "/projects?country=AT&country=DE&topic=mobility"
    for wrong in ("sort=title", "topic=No", "q=a&q=b", "state=draft"):
        answer = keep(changing, kai, wrong)
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "not_a_search"), wrong
    assert changing.delete(f"{ME}/searches/{first['id']}", headers=kai.headers).status_code == 204
    assert changing.delete(f"{ME}/searches/{first['id']}", headers=kai.headers).status_code == 404


def test_there_is_an_end_of_what_can_be_kept(changing: TestClient, kai: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST_SEARCHES", 1)
    monkeypatch.setattr(service, "MOST_FOLLOWS", 1)
    assert keep(changing, kai, "country=DE").status_code == 201
    assert keep(changing, kai, "country=AT").json()["type"] == "/problems/searches-full"
    assert [follow(changing, kai, "network", "iscn"), follow(changing, kai, "topic", "mobility")] == [204, 409]


def test_nobody_removes_what_another_keeps(changing: TestClient, ana: Person, kai: Person) -> None:
    id = keep(changing, kai, "country=DE").json()["id"]
    assert changing.delete(f"{ME}/searches/{id}", headers=ana.headers).status_code == 404
    follow(changing, kai, "network", "iscn")
    changing.delete(f"{ME}/follows/network/iscn", headers=ana.headers)
    assert changing.get(f"{ME}/follows", headers=kai.headers).json()["total"] == 1


def digests(instance: Instance, person: Person) -> list[Any]:
    deadlines.run(instance.database, instance.settings)
    return letters(instance, person.email, "digest")


def test_a_letter_tells_each_thing_once_and_none_comes_without_news(
    changing: TestClient, instance: Instance, ana: Person, kai: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(changing, kai, "organisation", "hamburg")
    keep(changing, kai, "q=Stadtbäume", "Trees")
    rhythm(changing, kai, "daily")
    published(changing, instance, ana, kai)
    assert digests(instance, kai) == []  # not before the pause is over
    later(monkeypatch, LATER)
    (letter,) = digests(instance, kai)
    assert letter.values["news"] == "• New: Sensoren für Stadtbäume (Hamburg, Trees)"
    assert len(digests(instance, kai)) == 1
    later(monkeypatch, LATER)
    assert len(digests(instance, kai)) == 1  # nothing is new
    assert letters(instance, ana.email, "digest") == []


@pytest.mark.parametrize(("wanted", "number"), [("off", 0), ("weekly", 0), ("daily", 1)])
def test_letters_come_as_often_as_wanted(
    changing: TestClient,
    instance: Instance,
    ana: Person,
    kai: Person,
    monkeypatch: pytest.MonkeyPatch,
    wanted: str,
    number: int,
) -> None:
    follow(changing, kai, "organisation", "hamburg")
    rhythm(changing, kai, wanted)
    published(changing, instance, ana, kai)
    later(monkeypatch, LATER)
    assert len(digests(instance, kai)) == number
    later(monkeypatch, timedelta(days=7))
    assert len(digests(instance, kai)) == (0 if wanted == "off" else 1)


def test_letters_end_by_their_own_link_without_signing_in(
    changing: TestClient, instance: Instance, ana: Person, kai: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(changing, kai, "organisation", "hamburg")
    rhythm(changing, kai, "daily")
    published(changing, instance, ana, kai)
    later(monkeypatch, LATER)
    (letter,) = digests(instance, kai)
    for language, said in (("en", "Get no more"), ("de", "Keine solchen"), ("es", "No recibir"), ("pt", "Não receber")):
        letter.language = language
        told = written(letter, "https://example.org")
        assert said in told.text
        assert "https://example.org/me/unsubscribe#" in told.text
        assert "https://example.org/me/unsubscribe#" in told.html
    token = letter.values["aside"].partition("#")[2]
    assert changing.post("/api/v1/digests/unsubscribe", json={"token": token + "x"}).status_code == 422
    assert changing.post("/api/v1/digests/unsubscribe", json={"token": token}).status_code == 204
    assert changing.get(f"{ME}/digest", headers=kai.headers).json() == {"rhythm": "off"}


def test_what_is_withdrawn_stays_in_the_list_without_its_name(changing: TestClient, instance: Instance, kai: Person) -> None:
    id = project(instance, VISOR)
    follow(changing, kai, "project", id)
    with instance.database.transaction() as session:
        rendered.withdraw(session, "project", id)
    (item,) = changing.get(f"{ME}/follows", headers=kai.headers).json()["items"]
    assert (item["id"], item["label"], item["href"]) == (id, None, None)
    assert changing.delete(f"{ME}/follows/project/{id}", headers=kai.headers).status_code == 204
    assert changing.get(f"{ME}/follows", headers=kai.headers).json()["total"] == 0


def test_what_one_follows_and_keeps_is_in_ones_data(changing: TestClient, kai: Person) -> None:
    follow(changing, kai, "network", "iscn")
    keep(changing, kai, "country=DE", "Germany")
    told = changing.get(f"{ME}/data", headers=kai.headers).json()
    assert [each["name"] for each in told["searches"]] == ["Germany"]
    assert [each["kind"] for each in told["follows"]] == ["network"]
    assert told["attention"][0]["rhythm"] == "weekly"
