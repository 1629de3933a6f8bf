"""The public list of practices: the real ones, filtered, searched, counted, and as files."""

import csv
import io
import json

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.domain.practices.loading import id_of
from citypeers.domain.practices.models import PracticeKind
from tests.conftest import DATA
from tests.domain.practices.people import PRACTICES

FILE = json.loads((DATA / "practices.json").read_text())["practices"]


def test_all_real_practices_are_there_with_their_sources(client: TestClient) -> None:
    page = client.get(f"{PRACTICES}?limit=100").json()
    assert page["total"] == len(page["items"]) == len(FILE) == 33
    assert {each["origin"] for each in page["items"]} == {"public_source"}
    by_id = {each["id"]: each for each in page["items"]}
    for row in FILE:
        shown = by_id[id_of(row["key"])]
        assert (shown["title"], shown["link"], shown["kind"]) == (row["title"], row["link"], row["kind"])
        assert (shown["organisation"] or {}).get("slug") == row.get("organisation")


def test_the_list_is_filtered_and_counted(client: TestClient) -> None:
    guides = client.get(f"{PRACTICES}?kind=guide&language=en&facets=kind,topic,organisation,language").json()
    expected = [row for row in FILE if row["kind"] == "guide" and "en" in row["languages"]]
    assert {each["id"] for each in guides["items"]} == {id_of(row["key"]) for row in expected}
    kinds = {each["value"]: each["count"] for each in guides["facets"]["kind"]}
    assert list(kinds) == [kind.value for kind in PracticeKind]
    assert kinds["charter"] == sum(row["kind"] == "charter" and "en" in row["languages"] for row in FILE)
    found = client.get(f"{PRACTICES}?organisation=un-habitat&topic=digital-inclusion").json()
    assert {each["organisation"]["slug"] for each in found["items"]} == {"un-habitat"}


def test_pages_follow_one_another_in_the_order_asked_for(client: TestClient) -> None:
    years, path = [], f"{PRACTICES}?sort=-year&limit=10"
    while path:
        page = client.get(path).json()
        years += [each["year"] for each in page["items"]]
        path = f"{PRACTICES}?sort=-year&limit=10&cursor={page['next']}" if page["next"] else ""
    dated = [year for year in years if year is not None]
    assert len(years) == 33
    assert dated == sorted(dated, reverse=True)


def test_words_find_a_practice_here_and_in_the_search(client: TestClient) -> None:
    found = client.get(f"{PRACTICES}?q=Verstetigung", headers={"Accept-Language": "de"}).json()
    assert [each["id"] for each in found["items"]] == [id_of("consolidation-blog")]
    assert found["items"][0]["display"]["language"] == "de"
    hits = client.get("/api/v1/search?q=Centering People&kind=practice").json()["items"]
    assert hits[0]["href"] == f"/practices/{id_of('un-habitat-centering-people')}"


def test_the_list_is_a_file_in_every_format(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{PRACTICES}?format=csv").text.lstrip("\ufeff"))))
    assert len(rows) == 33
    charter = next(row for row in rows if row["id"] == id_of("smart-city-charter"))
    assert (charter["organisation"], charter["publisher"], charter["year"]) == ("bbsr", "BBSR / BMUB", "2017")
    collection = client.get(f"{PRACTICES}?format=geojson").json()
    assert {each["geometry"] for each in collection["features"]} == {None}
    assert len(client.get(f"{PRACTICES}?format=ndjson").text.splitlines()) == 33
    assert client.get(f"{PRACTICES}?format=xlsx").content[:2] == b"PK"


def test_one_practice_in_the_readers_language(client: TestClient) -> None:
    id = id_of("smart-city-charter")
    shown = client.get(f"{PRACTICES}/{id}", headers={"Accept-Language": "de"}).json()
    assert shown["display"]["title"].startswith("Smart City Charta")
    assert (shown["state"], shown["may"], shown["provenance"], shown["data_licence"]) == ("published", [], None, "CC-BY-4.0")
    assert client.get(f"{PRACTICES}/{id}", headers={"Accept-Language": "pt"}).json()["display"]["language"] == "en"
    assert client.get(f"{PRACTICES}/{'0' * 32}").status_code == 404
    assert client.get(f"{PRACTICES}/smart-city-charter").status_code == 422


def test_a_wrong_filter_is_refused(client: TestClient) -> None:
    for query in ("kind=poem", "colour=red", "facets=colour", "sort=colour"):
        assert client.get(f"{PRACTICES}?{query}").status_code == 422, query


def test_the_index_knows_the_practices(instance: Instance) -> None:
    assert id_of("berlin-strategy") in instance.index.ids("Gemeinsam Digital", "practice", 10)
