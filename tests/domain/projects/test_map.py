"""The map of all projects: every place once with its projects, as the list has them, whatever is filtered."""

from collections import defaultdict
from typing import Any

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import delete, select
from starlette.testclient import TestClient

from citypeers import migrating
from citypeers.core.caller import Instance
from citypeers.core.listing import COUNTS, LISTING
from citypeers.core.principal import OPERATOR
from citypeers.domain.projects import loading, mapped
from citypeers.domain.projects.places import spot_of, value_of
from citypeers.domain.projects.schemas import Place, ProjectWrite
from tests.domain.projects.test_reading import FILE, PROJECTS, Item, everything

MAP = f"{PROJECTS}/map"
ASKED: list[dict[str, Any]] = [
    {},
    {"country": "IN"},
    {"maturity": ["running", "discontinued"], "has_lessons": "true"},
    {"q": "bus"},
    {"country": "FI", "maturity": "discontinued"},
]


def by_hand(items: list[Item]) -> dict[str, set[str]]:
    """Place to the ids of its projects."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for place in item["places"]:
            value = value_of(Place.model_validate(place))
            found[value or "not_stated"].add(item["id"])
    placed = {id for value, ids in found.items() if value != "not_stated" for id in ids}
    return {**found, "not_stated": {item["id"] for item in items} - placed}


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_it_counts_what_the_list_holds(client: TestClient, asked: dict[str, Any]) -> None:
    items = everything(client, **asked)
    hand = by_hand(items)
    unplaced = hand.pop("not_stated")
    told = client.get(MAP, params=asked).json()
    assert {each["value"]: each["count"] for each in told["items"]} == {value: len(ids) for value, ids in hand.items()}
    assert (told["total"], told["unplaced"], told["places"]) == (len(items), len(unplaced), len(hand))
    assert told["mapped"] == len(items) - len(unplaced)
    counts = [each["count"] for each in told["items"]]
    assert counts == sorted(counts, reverse=True)
    titles = {item["id"]: item["title"] for item in items}
    for each in told["items"]:
        assert [project["id"] for project in each["projects"]] == sorted(hand[each["value"]])[: mapped.NAMED]
        assert all(project["title"] == titles[project["id"]] for project in each["projects"])


def test_a_place_leads_to_its_projects_in_the_list(client: TestClient) -> None:
    first = client.get(MAP).json()["items"][0]
    assert first["count"] > 1
    found = everything(client, place=first["value"])
    assert len(found) == first["count"]
    assert all(any(place["name"] == first["name"] for place in item["places"]) for item in found)
    alone = client.get(MAP, params={"place": first["value"]}).json()
    assert [each["value"] for each in alone["items"]] == [first["value"]]
    unplaced = everything(client, place="not_stated")
    assert len(unplaced) == client.get(MAP).json()["unplaced"]


def test_a_part_of_the_world_may_cross_the_date_line(client: TestClient) -> None:
    items = client.get(MAP).json()["items"]
    for west, south, east, north in ((60, 0, 100, 40), (100, -90, 60, 90), (-180, -90, 180, 90)):
        within = [
            each["value"]
            for each in items
            if south <= each["latitude"] <= north
            and (west <= each["longitude"] <= east if west <= east else each["longitude"] >= west or each["longitude"] <= east)
        ]
        told = client.get(MAP, params={"bbox": f"{west},{south},{east},{north}"}).json()
        assert [each["value"] for each in told["items"]] == within
        assert told["places"] == len(within)
    assert 0 < len(within) == len(items)


@pytest.mark.parametrize("bbox", ["1,2,3", "10,20,30,10", "0,0,200,0", "a,b,c,d", "0,-91,0,0"])
def test_a_part_of_no_world_is_refused(client: TestClient, bbox: str) -> None:
    answer = client.get(MAP, params={"bbox": bbox})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "query:bbox"


@pytest.mark.parametrize("place", ["DE", "DE_1_2_x", "de_1.000_2.000_x", "DE_1.000_2.000_", "DE_1.000_2.000_\x00"])
def test_what_names_no_place_is_refused(client: TestClient, place: str) -> None:
    assert client.get(PROJECTS, params={"place": place}).status_code == 422


def test_it_is_asked_again_by_its_entity_tag(client: TestClient) -> None:
    answer = client.get(MAP)
    assert "public" in answer.headers["cache-control"]
    assert client.get(MAP, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_more_places_than_a_map_shows_are_gathered_in_cells(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = client.get(MAP).json()
    monkeypatch.setattr(mapped, "MOST", 20)
    told = client.get(MAP, params={"bbox": "-180,-90,180,89"}).json()
    assert 0 < len(told["items"]) <= 20
    assert sum(each["places"] for each in told["items"]) == told["places"] == whole["places"]
    assert told["mapped"] == whole["mapped"]
    counts = {each["value"]: each["count"] for each in whole["items"]}
    assert all(each["count"] >= counts[each["value"]] for each in told["items"])
    assert whole["mapped"] <= sum(each["count"] for each in told["items"]) <= sum(counts.values())


def test_it_follows_what_is_published(changing: TestClient, instance: Instance) -> None:
    before = changing.get(MAP).json()
    places = [
        {"name": "Null_Island", "country": "GH", "latitude": -0.0001, "longitude": 0.0},
        {"name": "Tema", "country": "GH", "latitude": 5.6698, "longitude": -0.0166},
        {"name": "Somewhere", "country": "GH"},
    ]
    row = {**FILE[0], "key": "new", "places": places}
    with instance.database.transaction() as session:
        loading.save_all(session, OPERATOR, [ProjectWrite.model_validate(row)], "elsewhere")
    after = changing.get(MAP).json()
    assert (after["total"], after["mapped"]) == (before["total"] + 1, before["mapped"] + 1)
    new = {each["value"] for each in after["items"]} - {each["value"] for each in before["items"]}
    assert new == {"GH_0.000_0.000_Null_Island", "GH_5.670_-0.017_Tema"}
    assert everything(changing, place="GH_0.000_0.000_Null_Island")[0]["title"] == FILE[0]["title"]


def test_a_value_tells_its_place() -> None:
    place = Place(name="x" * 300, country="BR", latitude=-3.71722, longitude=-38.54306)
    value = value_of(place)
    assert value is not None
    spot = spot_of(value)
    assert (spot.country, spot.latitude, spot.longitude, len(spot.name)) == ("BR", -3.717, -38.543, 100)


def test_projects_from_before_there_was_a_map_are_on_it(instance: Instance) -> None:
    tables = (LISTING, COUNTS)

    def listed() -> list[set[tuple[Any, ...]]]:
        with instance.database.reading() as session:
            return [{tuple(row) for row in session.execute(select(each).where(each.c.facet == "place"))} for each in tables]

    before = listed()
    assert all(before)
    with instance.database.engine.begin() as connection:
        for table in tables:
            connection.execute(delete(table).where(table.c.facet == "place"))
        with Operations.context(MigrationContext.configure(connection)):
            ScriptDirectory(str(migrating.MIGRATIONS)).get_revision("d41f7b9c02e8").module.upgrade()
    assert listed() == before
