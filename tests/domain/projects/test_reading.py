"""Projects as everybody reads them: the real ones, with every filter against a count by hand."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.lists import NOT_STATED
from citypeers.core.principal import OPERATOR
from citypeers.domain.networks import service as networks
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.schemas import OrganisationWrite
from citypeers.domain.projects import loading
from citypeers.domain.projects.budget import BOUNDS, UNITS_PER_EURO, Band, band_of
from citypeers.domain.projects.models import Maturity
from citypeers.domain.projects.queries import BandAsked, MaturityAsked
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.exchange.imports.service import OWN_DATA
from citypeers.exchange.search import service as search
from tests.conftest import DATA

PROJECTS = "/api/v1/projects"
FILE = json.loads((DATA / "projects.json").read_text())["projects"]
ITEM = {"id", "title", "organisation", "country", "places", "topics", "sdgs", "maturity", "start", "end", "updated_at", "display"}
Item = dict[str, Any]


def everything(client: TestClient, **asked: Any) -> list[Item]:
    found: list[Item] = []
    cursor = None
    while True:
        page = client.get(PROJECTS, params={**asked, "limit": 30, **({"cursor": cursor} if cursor else {})}).json()
        found += page["items"]
        cursor = page["next"]
        if cursor is None:
            assert page["total"] == len(found)
            return found


@pytest.fixture
def items(client: TestClient) -> list[Item]:
    """Every project in the list."""
    return everything(client)


def test_all_real_projects_are_there_with_their_sources(client: TestClient, items: list[Item]) -> None:
    assert len(items) == len(FILE) == 106
    titles = {item["title"]["en"]: item for item in items}
    assert titles.keys() == {row["title"]["en"] for row in FILE}
    for row in FILE:
        whole = client.get(f"{PROJECTS}/{titles[row['title']['en']]['id']}").json()
        assert whole.keys() >= ITEM | {"sources", "lessons", "indicators", "budget"}
        assert [source["url"] for source in whole["sources"]] == [source["url"] for source in row["sources"]]
        assert (whole["start"], whole["end"], whole["maturity"]) == (row.get("start"), row.get("end"), row.get("maturity"))
        assert whole["origin"] == "public_source"
        assert whole["state"] == "published"


def test_what_was_discontinued_is_found_like_the_rest_and_says_what_was_learned(client: TestClient) -> None:
    found = everything(client, maturity="discontinued")
    assert len(found) == 2
    assert all(item["has_lessons"] for item in found)


TWO_OF_A_DAY = [{"on": "2020", "value": 1}, {"on": "2020", "value": 2}]
FACETS: dict[str, Callable[[Item], list[str]]] = {
    "country": lambda item: [item["country"]],
    "organisation": lambda item: [item["organisation"]["slug"]],
    "topic": lambda item: item["topics"],
    "sdg": lambda item: [str(goal) for goal in item["sdgs"]],
    "charter_point": lambda item: item["charter_points"],
    "maturity": lambda item: [item["maturity"] or "not_stated"],
    "budget_band": lambda item: [item["budget_band"] or "not_stated"],
    "language": lambda item: item["languages"],
    "has_lessons": lambda item: ["true" if item["has_lessons"] else "false"],
    "replicated": lambda item: ["true" if item["replicated"] else "false"],
    "origin": lambda item: [item["origin"]],
}


@pytest.mark.parametrize("facet", FACETS)
def test_every_filter_and_its_counts_are_what_counting_by_hand_gives(client: TestClient, items: list[Item], facet: str) -> None:
    of = FACETS[facet]
    counts = client.get(PROJECTS, params={"facets": facet, "limit": 1}).json()["facets"][facet]
    counted: dict[str, int] = {}
    for value in (value for item in items for value in of(item)):
        counted[value] = counted.get(value, 0) + 1
    assert {each["value"]: each["count"] for each in counts if each["count"]} == counted
    if facet == "charter_point":
        assert not counted, "no source files a project under the Charter; a test of a changed one does"
        return
    some = list(counted)[:3]
    for wanted in ([value] for value in some):
        found = {item["id"] for item in everything(client, **{facet: wanted})}
        assert found == {item["id"] for item in items if set(of(item)) & set(wanted)}
    found = {item["id"] for item in everything(client, **{facet: some})}
    assert found == {item["id"] for item in items if set(of(item)) & set(some)}


def test_filters_of_two_kinds_both_count(client: TestClient, items: list[Item]) -> None:
    found = everything(client, country=["DE", "IN"], topic="mobility", facets="maturity")
    assert {item["id"] for item in found} == {i["id"] for i in items if i["country"] in ("DE", "IN") and "mobility" in i["topics"]}
    assert found


@pytest.mark.parametrize("sort", ["start", "-start", "-end,title"])
def test_orders_put_what_is_unknown_last(client: TestClient, sort: str) -> None:
    name = sort.removeprefix("-").partition(",")[0]
    values = [item[name] for item in everything(client, sort=sort)]
    known = [value for value in values if value is not None]
    assert values == sorted(known, reverse=sort.startswith("-")) + [None] * (len(values) - len(known))


@pytest.mark.parametrize(
    "query", ["sdg=18", "charter_point=5.1", "maturity=done", "has_lessons=maybe", "sort=name", "facets=x", "x=1"]
)
def test_what_is_not_offered_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"{PROJECTS}?{query}").status_code == 422


@pytest.mark.parametrize("asked", ["Mobilität", "Movilidad", "mobility"])
def test_a_project_is_found_by_the_names_of_its_topics_in_any_language(client: TestClient, items: list[Item], asked: str) -> None:
    found = {item["id"] for item in everything(client, q=asked)}
    assert found >= {item["id"] for item in items if "mobility" in item["topics"]}


def test_search_knows_projects(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "Visor Urbano", "kind": "project"}).json()
    assert found["total"] >= 3
    assert {hit["kind"] for hit in found["items"]} == {"project"}


def test_three_known_replications_make_two_projects_replicated(client: TestClient) -> None:
    found = {item["title"]["en"] for item in everything(client, replicated="true")}
    keys = {row["replicates"] for row in FILE if "replicates" in row}
    assert found == {row["title"]["en"] for row in FILE if row["key"] in keys}
    assert len(found) == 2


def test_as_a_file_it_is_whole_and_each_place_is_a_point(client: TestClient, items: list[Item]) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{PROJECTS}?format=csv").text.removeprefix("\ufeff"))))
    assert {row["id"] for row in rows} == {item["id"] for item in items}
    features = client.get(f"{PROJECTS}?format=geojson&country=BR").json()["features"]
    places = [place for item in items if item["country"] == "BR" for place in item["places"]]
    points = [[place["longitude"], place["latitude"]] for place in places]
    assert sorted(each["geometry"]["coordinates"] for each in features) == sorted(points)


def test_a_project_has_its_entity_tag(client: TestClient, items: list[Item]) -> None:
    address = f"{PROJECTS}/{items[0]['id']}"
    tag = client.get(address).headers["etag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_a_second_import_of_the_same_file_changes_nothing_and_a_change_is_one(changing: TestClient, instance: Instance) -> None:
    writes = [ProjectWrite.model_validate(row) for row in FILE]
    with instance.database.transaction() as session:
        assert set(loading.save_all(session, OPERATOR, writes, OWN_DATA)) == {"unchanged"}
    writes[0] = ProjectWrite.model_validate({**FILE[0], "summary": {"en": "Another summary."}})
    with instance.database.transaction() as session:
        outcomes = loading.save_all(session, OPERATOR, writes, OWN_DATA)
    assert (outcomes[0], set(outcomes[1:])) == ("changed", {"unchanged"})
    assert [item["summary"] for item in everything(changing) if item["title"] == FILE[0]["title"]] == [{"en": "Another summary."}]


def test_a_renamed_lead_and_a_renamed_network_show_at_once(changing: TestClient, instance: Instance) -> None:
    row = {
        **FILE[0],
        "charter_points": ["1.2"],
        "networks": ["iscn"],
        "partners": [{"organisation": "hamburg"}, {"name": {"en": "A company"}}],
    }
    with instance.database.transaction() as session:
        loading.save_all(session, OPERATOR, [ProjectWrite.model_validate(row)], OWN_DATA)
        lead = organisations.written(organisations.find(session, row["organisation"]))
        new = OrganisationWrite.model_validate({**lead, "label": {"en": "Another name"}})
        organisations.save_all(session, [new])
        networks.rename(session, OPERATOR, "iscn", "iscn-now")
    (item,) = everything(changing, charter_point="1.2")
    whole = changing.get(f"{PROJECTS}/{item['id']}").json()
    assert whole["organisation"]["label"] == {"en": "Another name"}
    assert [each["slug"] for each in whole["networks"]] == ["iscn-now"]
    assert [each["name"]["en"] for each in whole["partners"]][1:] == ["A company"]
    search.catch_up(instance.database, instance.settings.index_dir)
    found = everything(changing, q="Another name")
    assert item["id"] in {each["id"] for each in found}
    assert {each["organisation"]["slug"] for each in found} == {row["organisation"]}


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"organisation": "nowhere"}, "organisation", "unknown_organisation"),
        ({"partners": [{"organisation": "nowhere"}]}, "partners", "unknown_organisation"),
        ({"networks": ["nowhere"]}, "networks", "unknown_network"),
        ({"topics": ["nothing"]}, "topics", "unknown_topic"),
        ({"replicates": "nothing"}, "replicates", "unknown_project"),
        ({"replicates": FILE[0]["key"]}, "replicates", "unknown_project"),
    ],
)
def test_what_names_something_unknown_is_told(instance: Instance, change: dict[str, Any], field: str, code: str) -> None:
    writes = [ProjectWrite.model_validate({**FILE[0], **change})]
    with instance.database.reading() as session:
        assert loading.missing(session, writes, OWN_DATA) == {0: (field, code)}


WRONG: dict[str, dict[str, Any]] = {
    "end before start": {"start": "2020", "end": "2019-12"},
    "half a place": {"places": [{"name": "X", "country": "DE", "latitude": 1.0}]},
    "amount without currency": {"budget": {"amount": 5}},
    "amount and band": {"budget": {"amount": 5, "currency": "EUR", "band": "under_100k"}},
    "a partner without a name": {"partners": [{"role": {"en": "x"}}]},
    "a contact without a way": {"contacts": [{"function": {"en": "x"}}]},
    "two lessons of one id": {"lessons": [{"id": "1", "happened": {"en": "x"}}, {"id": "1", "happened": {"en": "y"}}]},
    "measured and not": {
        "indicators": [
            {
                "id": "1",
                "name": {"en": "x"},
                "unit": {"en": "%"},
                "measurements": [{"on": "2020", "value": 1}],
                "not_measured": {"en": "y"},
            }
        ]
    },
    "two values a day": {
        "indicators": [
            {
                "id": "1",
                "name": {"en": "x"},
                "unit": {"en": "%"},
                "measurements": TWO_OF_A_DAY,
            }
        ]
    },
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_a_project_that_contradicts_itself_is_refused(change: dict[str, Any]) -> None:
    ProjectWrite.model_validate(FILE[0])
    with pytest.raises(ValueError, match="1 validation error"):
        ProjectWrite.model_validate({**FILE[0], **change})


@given(st.floats(min_value=1, max_value=1e15), st.sampled_from(sorted(UNITS_PER_EURO)))
def test_a_larger_budget_is_never_in_a_smaller_band(amount: float, currency: str) -> None:
    order = [Band.under_100k, *reversed(BOUNDS)]
    smaller, larger = band_of(amount, currency), band_of(amount * 2, currency)
    assert smaller is not None
    assert larger is not None
    assert order.index(smaller) <= order.index(larger)
    assert band_of(amount, "XXX") is None


def test_every_value_of_a_record_can_be_asked_for() -> None:
    assert [*MaturityAsked] == [*Maturity, NOT_STATED]
    assert [*BandAsked] == [*Band, NOT_STATED]
