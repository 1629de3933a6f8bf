"""Organisations: found by any name, listed by their facts, served as they are written."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.text import LANGUAGES
from citypeers.domain.organisations import rendering, service
from citypeers.domain.organisations.models import NameKind, OrganisationKind
from citypeers.domain.organisations.schemas import OrganisationItem, OrganisationOut, OrganisationWrite
from tests.conftest import DATA
from tests.factories import LINES, MAPS

MUNICH = ("München", "Munchen", "muenchen", "MÜNCHEN", "Munich", "Landeshauptstadt München")
ROWS: list[dict[str, Any]] = json.loads((DATA / "organisations.json").read_text())["organisations"]
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def everything(client: TestClient, **asked: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get("/api/v1/organisations", params={"limit": 50, **asked, **({"cursor": cursor} if cursor else {})}).json()
        found += page["items"]
        cursor = page["next"]
    assert len(found) == page["total"]
    return found


@pytest.mark.parametrize("spelling", MUNICH)
def test_munich_is_found_by_every_spelling(client: TestClient, spelling: str) -> None:
    listed = client.get("/api/v1/organisations", params={"q": spelling, "kind": "municipality"}).json()
    assert "muenchen" in {item["slug"] for item in listed["items"]}
    found = client.get("/api/v1/search", params={"q": spelling, "kind": "organisation"}).json()["items"]
    assert found[0]["href"] == "/organisations/muenchen"


@pytest.mark.parametrize(("q", "language", "title"), [("Munich", "en", "Munich"), ("Munich", "de", "München")])
def test_search_shows_the_readers_name(client: TestClient, q: str, language: str, title: str) -> None:
    found = client.get("/api/v1/search", params={"q": q}, headers={"Accept-Language": language}).json()["items"]
    assert next(each["title"] for each in found if each["kind"] == "organisation") == title


def test_the_list_is_whole_and_filtered_by_every_fact(client: TestClient) -> None:
    listed = everything(client)
    assert {item["slug"] for item in listed} == {row["slug"] for row in ROWS}
    for facet in ("kind", "country"):
        counts = client.get("/api/v1/organisations", params={"facets": facet}).json()["facets"][facet]
        for each in counts:
            wanted = {row["slug"] for row in ROWS if row.get(facet) == each["value"]}
            assert each["count"] == len(wanted)
            assert {item["slug"] for item in everything(client, **{facet: each["value"]})} == wanted


def test_orders(client: TestClient) -> None:
    largest = [item["population"] for item in everything(client, sort="-population") if item["population"] is not None]
    assert largest == sorted(largest, reverse=True)
    assert everything(client, sort="population")[0]["population"] == min(largest)
    assert len(everything(client, sort="-updated_at,name")) == len(ROWS)


def test_the_members_of_a_network_are_a_filter(client: TestClient) -> None:
    slugs = {item["slug"] for item in everything(client, network="iscn", country="PE")}
    assert slugs == {"chiclayo", "miraflores", "trujillo"}
    assert everything(client, network="nowhere") == []


@pytest.mark.parametrize(
    "query", ["colour=1", "sort=colour", "facets=colour", "kind=planet", "country=Peru", "network=%00", "limit=0"]
)
def test_what_is_not_offered_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/api/v1/organisations?{query}").status_code == 422


def test_files_carry_the_whole_set(client: TestClient) -> None:
    table = list(csv.DictReader(io.StringIO(client.get("/api/v1/organisations?format=csv&country=BR").text)))
    assert {row["slug"] for row in table} == {row["slug"] for row in ROWS if row.get("country") == "BR"}
    points = client.get("/api/v1/organisations?format=geojson").json()["features"]
    assert len(points) == len(ROWS)
    munich = next(each for each in points if each["properties"]["slug"] == "muenchen")
    assert munich["geometry"] == {"type": "Point", "coordinates": [11.57549, 48.13743]}
    lines = client.get("/api/v1/organisations?format=ndjson&kind=national_ministry").text.splitlines()
    assert {json.loads(line)["slug"] for line in lines} == {"bmi", "bmub", "bmwsb", "mdr", "mohua"}


def test_one_by_slug_and_by_id_with_its_tag(client: TestClient) -> None:
    by_slug = client.get("/api/v1/organisations/bmi", headers={"Accept-Language": "de"})
    by_id = client.get(f"/api/v1/organisations/{by_slug.json()['id']}", headers={"Accept-Language": "de"})
    assert by_slug.json() == by_id.json()
    assert by_slug.json()["display"] == {"language": "de", "name": "Bundesministerium des Innern, für Bau und Heimat"}
    again = client.get("/api/v1/organisations/bmi", headers={"Accept-Language": "de", "If-None-Match": by_slug.headers["etag"]})
    assert again.status_code == 304
    assert client.get("/api/v1/organisations/nowhere").status_code == 404
    official = [each for each in by_slug.json()["names"] if each["kind"] == "official"]
    assert [(each["valid_from"], each["valid_to"]) for each in official] == [("2018-03-14", "2021-12-07")]


@st.composite
def organisations(draw: st.DrawFn, slug: str, others: tuple[str, ...]) -> OrganisationWrite:
    return OrganisationWrite(
        slug=slug,
        name=draw(LINES),
        label=draw(MAPS),
        kind=draw(st.sampled_from(OrganisationKind)),
        country=draw(st.sampled_from([None, "DE", "BR"])),
        aliases=draw(st.lists(LINES, max_size=2)),
        population=draw(st.none() | st.integers(0, 10_000_000)),
        names=[
            {"name": draw(MAPS), "kind": kind, "valid_from": draw(st.sampled_from([None, "2019", "2020-06"]))}
            for kind in draw(st.sets(st.sampled_from(NameKind), max_size=2))
        ],
        parent=draw(st.sampled_from([None, *others])),
        successor=draw(st.sampled_from([None, *others])),
    )


@settings(max_examples=12, deadline=None, suppress_health_check=SHARED)
@given(data=st.data())
def test_served_equals_said(changing: TestClient, instance: Instance, data: st.DataObject) -> None:
    slugs = ("alpha-town", "beta-town", "gamma-town")
    writes = [data.draw(organisations(slug, tuple(other for other in slugs if other != slug))) for slug in slugs]
    with instance.database.transaction() as session:
        service.save_all(session, writes)
    renamed = OrganisationWrite.model_validate({**writes[0].model_dump(), "label": data.draw(MAPS)})
    with instance.database.transaction() as session:
        service.save_all(session, [renamed])
        assert service.save_all(session, [renamed, *writes[1:]]).touched == frozenset()
    language = data.draw(st.sampled_from(LANGUAGES))
    served = {item["slug"]: item for item in everything_in(changing, language)}
    with instance.database.reading() as session:
        for slug in (*slugs, "muenchen"):
            row = service.find(session, slug)
            display = rendering.display(row, language)
            item = OrganisationItem(**rendering.row(row).model_dump(), display=display)
            whole = OrganisationOut(**rendering.whole(row).model_dump(), display=display)
            assert served[slug] == json.loads(item.model_dump_json())
            one = changing.get(f"/api/v1/organisations/{slug}", headers={"Accept-Language": language})
            assert one.json() == json.loads(whole.model_dump_json())


def everything_in(client: TestClient, language: str) -> list[dict[str, Any]]:
    client.headers["Accept-Language"] = language
    try:
        return everything(client)
    finally:
        del client.headers["Accept-Language"]
