"""Filters, facets, files and recommendations against the records themselves."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook
from starlette.testclient import TestClient

Item = dict[str, Any]
VALUES: dict[str, Any] = {
    "category": lambda item: [item["category"]],
    "founding_type": lambda item: [item["founding_type"]],
    "typology": lambda item: [item["typology"]] if item["typology"] else [],
    "scope": lambda item: [item["geographic_scope"]],
    "topic": lambda item: item["topics"],
    "work_format": lambda item: item["work_formats"],
    "funding": lambda item: ["not_stated"] if "funding" in item["not_stated"] else item["funding"],
    "duration": lambda item: ["not_stated"] if "duration" in item["not_stated"] else [item["duration_kind"]],
    "country": lambda item: item["countries"],
    "municipality": lambda item: item["german_municipalities"],
    "not_stated": lambda item: item["not_stated"],
}
"""What each filter means, said of a list item."""


def everything(client: TestClient) -> list[Item]:
    found: list[Item] = client.get("/api/v1/networks?limit=100").json()["items"]
    return found


def passes(item: Item, asked: dict[str, list[str]], aside: str | None = None) -> bool:
    return all(set(values) & set(VALUES[name](item)) for name, values in asked.items() if name != aside)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_of_the_values_all_of_the_filters(client: TestClient, data: st.DataObject) -> None:
    items = everything(client)
    known = {name: sorted({value for item in items for value in of(item)}) for name, of in VALUES.items()}
    names = data.draw(st.lists(st.sampled_from(sorted(known)), unique=True, max_size=3))
    asked = {name: data.draw(st.lists(st.sampled_from(known[name]), unique=True, min_size=1, max_size=3)) for name in names}
    year = data.draw(st.none() | st.integers(1950, 2030))
    counted = data.draw(st.sampled_from(sorted(known)))
    extra = {"active_in": str(year)} if year else {}
    page = client.get("/api/v1/networks", params={**asked, **extra, "limit": 100, "facets": counted}).json()
    running = [item for item in items if year is None or _runs(item, year)]
    wanted = [item["slug"] for item in running if passes(item, asked)]
    assert sorted(item["slug"] for item in page["items"]) == sorted(wanted)
    assert page["total"] == len(wanted)
    counts = {each["value"]: each["count"] for each in page["facets"][counted] if each["count"]}
    beside = [value for item in running if passes(item, asked, aside=counted) for value in set(VALUES[counted](item))]
    assert counts == {value: beside.count(value) for value in set(beside)}


def _runs(item: Item, year: int) -> bool:
    return item["founded_year"] is not None and item["founded_year"] <= year <= (item["end_year"] or 9999)


def test_closed_facets_show_values_that_nothing_has(client: TestClient) -> None:
    facets = client.get("/api/v1/networks?category=national&facets=scope,duration").json()["facets"]
    assert {each["value"]: each["count"] for each in facets["scope"]} == {
        "germany": 7, "europe": 0, "eu": 0, "worldwide": 0, "other": 0,
    }  # fmt: skip
    assert [each["value"] for each in facets["duration"]] == ["limited", "unlimited", "not_stated"]


def test_a_german_reader_gets_german_order_and_words(client: TestClient) -> None:
    def order(language: str) -> list[str]:
        items = client.get("/api/v1/networks?limit=100", headers={"Accept-Language": language}).json()["items"]
        assert all(item["display"]["language"] == ("de" if language == "de" else "en") for item in items)
        return [item["slug"] for item in items]

    english, german = order("en"), order("de")
    assert sorted(english) == sorted(german)
    # "Smart Cities Model Projects" stands under S, "Modellprojekte Smart Cities" under M.
    assert english.index("modellprojekte-smart-cities") > english.index("oasc")
    assert german.index("modellprojekte-smart-cities") < german.index("oasc")
    assert order("fr") == order("es") == english


@pytest.mark.parametrize("where", ["", "&category=national", "&q=mobility", "&municipality=Munich"])
def test_every_file_carries_the_whole_filtered_set(client: TestClient, where: str) -> None:
    slugs = [item["slug"] for item in client.get(f"/api/v1/networks?limit=100{where}").json()["items"]]
    table = client.get(f"/api/v1/networks?format=csv&limit=1{where}")
    assert [row["slug"] for row in csv.DictReader(io.StringIO(table.text))] == slugs
    assert 'filename="networks.csv"' in table.headers["content-disposition"]
    lines = client.get(f"/api/v1/networks?format=ndjson&limit=1{where}").text.splitlines()
    assert [json.loads(line)["slug"] for line in lines] == slugs
    assert all(len(json.loads(line)["profile"]) == 14 for line in lines)
    sheet = client.get(f"/api/v1/networks?format=xlsx&limit=1{where}")
    rows = load_workbook(io.BytesIO(sheet.content)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["slug", *slugs]
    features = client.get(f"/api/v1/networks?format=geojson&limit=1{where}").json()["features"]
    assert {feature["properties"]["slug"] for feature in features} == set(slugs)


def test_places_are_longitude_before_latitude_and_unknown_ones_null(client: TestClient) -> None:
    features = client.get("/api/v1/networks?format=geojson").json()["features"]
    (fortaleza,) = (each for each in features if each["properties"].get("member") == "Fortaleza")
    longitude, latitude = fortaleza["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (-39, -4)
    assert any(feature["geometry"] is None for feature in features)


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/csv", "text/csv"),
        ("application/geo+json;q=0.9, text/html;q=0.1", "application/geo+json"),
        ("*/*", "application/json"),
        ("application/x-ndjson, application/json;q=0.5", "application/x-ndjson"),
        ("text/html;q=0.2, application/json;q=0.1", "application/json"),
        ("text/csv;q=nonsense, application/json", "application/json"),
    ],
)
def test_the_accept_header_is_heard(client: TestClient, accept: str, media: str) -> None:
    assert client.get("/api/v1/networks", headers={"Accept": accept}).headers["content-type"].startswith(media)


def test_the_parameter_outranks_the_header_and_the_impossible_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/networks?format=json", headers={"Accept": "text/csv"}).json()["total"] == 34
    assert client.get("/api/v1/networks", headers={"Accept": "image/png"}).status_code == 406


def test_recommendations_give_their_reasons_and_add_up(client: TestClient) -> None:
    asked = {"country": "DE", "population": 60000, "topic": ["mobility", "energy"], "limit": 100}
    for language in ("en", "de", "es", "pt"):
        page = client.get("/api/v1/networks/recommendations", params=asked, headers={"Accept-Language": language}).json()
        assert page["total"] == len(page["items"]) > 5
        for item in page["items"]:
            assert item["reasons"]
            assert item["score"] == sum(reason["points"] for reason in item["reasons"])
            assert all(reason["text"] for reason in item["reasons"])
        scores = [item["score"] for item in page["items"]]
        assert scores == sorted(scores, reverse=True)
    assert page == client.get("/api/v1/networks/recommendations", params=asked, headers={"Accept-Language": "pt"}).json()


def test_a_network_closed_to_a_country_or_ended_is_not_recommended(client: TestClient) -> None:
    page = client.get("/api/v1/networks/recommendations?country=BR&topic=data-management-and-governance&limit=100").json()
    assert page["items"]
    for item in page["items"]:
        assert item["network"]["geographic_scope"] not in ("germany", "eu", "europe")
        assert item["network"]["life"] != "ended"
    assert client.get("/api/v1/networks/recommendations").json() == {"items": [], "total": 0}


def test_relations_are_seen_from_both_ends(client: TestClient) -> None:
    covenant = client.get("/api/v1/networks/covenant-of-mayors/relations").json()["items"]
    led = [each for each in covenant if each["kind"] == "led_by"]
    assert [(each["direction"], each["network"]["slug"]) for each in led] == [("outgoing", "energy-cities")]
    energy = client.get("/api/v1/networks/energy-cities/relations").json()["items"]
    assert ("incoming", "led_by", "covenant-of-mayors") in {
        (each["direction"], each["kind"], each["network"]["slug"]) for each in energy if each["network"]
    }


def test_where_the_inventory_contradicts_itself_both_readings_stand(client: TestClient) -> None:
    for slug in ("connective-cities", "eukn"):
        network = client.get(f"/api/v1/networks/{slug}").json()
        founding = network["profile"][0]
        readings = {reading["value"]: reading["counts"] for reading in founding["readings"]}
        assert set(readings) == {"top_down", "bottom_up"}
        assert [value for value, counts in readings.items() if counts] == [
            client.get(f"/api/v1/networks/{slug}").json()["founding_type"]
        ]


def test_every_text_is_complete_in_german_and_english(client: TestClient) -> None:
    for line in client.get("/api/v1/networks?format=ndjson").text.splitlines():
        network = json.loads(line)
        maps = [network["name"], network["label"], network["summary"], *network["keywords"], *network["outputs"]]
        for entry in network["profile"]:
            if entry["status"] != "not_stated" and entry["field"] not in ("topics", "formats", "contact"):
                assert entry["text"]
            maps += [text for text in (entry["text"], entry["note"]) if text]
            assert entry["sources"]
            assert entry["as_of"]
        maps += [each["organisation"] for each in network["relations"] if each["organisation"]]
        assert all(text.get("en") and text.get("de") for text in maps), network["slug"]
