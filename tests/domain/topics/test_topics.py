"""Topics are whole schemes, in four languages, under ids that projects already use."""

import csv
import json

from starlette.testclient import TestClient

from tests.conftest import DATA


def test_the_schemes_are_whole(client: TestClient) -> None:
    schemes = client.get("/api/v1/topic-schemes").json()
    counts = {scheme["id"]: len(scheme["topics"]) for scheme in schemes["items"]}
    assert counts == {"fields-of-action": 16, "key-topics": 4, "charter": 16, "charter-traits": 8, "sdgs": 17}
    for scheme in schemes["items"]:
        for topic in scheme["topics"]:
            assert set(topic["label"]) == {"en", "de", "es", "pt"}


def test_one_topic_has_its_neighbours_and_its_questions(client: TestClient) -> None:
    topic = client.get("/api/v1/topics/key-digital-inclusion", headers={"Accept-Language": "de"}).json()
    assert len(topic["guiding_questions"]) == 4
    assert topic["display"]["language"] == "de"
    assert "digital-inclusion" in topic["matches"]
    point = client.get("/api/v1/topics/charter-1.1").json()
    assert (point["notation"], point["broader"]) == ("1.1", "charter-1")
    assert "charter-1.1" in client.get("/api/v1/topics/charter-1").json()["narrower"]
    everything = client.get("/api/v1/topics?limit=100").json()
    assert everything["total"] == 61
    ids = {topic["id"] for topic in everything["items"]}
    for id in ids:
        assert set(client.get(f"/api/v1/topics/{id}").json()["matches"]) <= ids


def test_topics_page_through_in_the_order_of_their_scheme(client: TestClient) -> None:
    first = client.get("/api/v1/topics?scheme=sdgs&limit=10")
    second = client.get(first.links["next"]["url"])
    notations = [topic["notation"] for page in (first, second) for topic in page.json()["items"]]
    assert notations == [str(number) for number in range(1, 18)]


def test_every_free_word_of_the_inventory_is_kept_and_the_filed_ones_lead_to_topics(client: TestClient) -> None:
    inventory = {row["slug"]: row for row in json.loads((DATA / "networks.json").read_text())}
    topics = json.loads((DATA / "topics.json").read_text())["schemes"][0]["topics"]
    filed = {term: topic["id"] for topic in topics for term in topic["source_terms"]}
    table = csv.DictReader(client.get("/api/v1/networks?format=csv").text.splitlines())
    for row in table:
        words = inventory[row["slug"]]["topics"]
        assert row["keywords"].split("; ") == words
        assert {filed[word] for word in words if word in filed} <= set(row["topics"].split("; "))
