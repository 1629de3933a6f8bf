"""Memberships are dated facts: who belonged to a network on which day."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.domain.networks.models import Membership, MembershipState

CITIES_2019 = {
    "BR": ["Fortaleza", "Hortolândia"],
    "CL": ["Providencia"],
    "IN": ["Bhubaneswar"],
    "MX": ["Guadalajara", "Zapopan"],
    "PE": ["Chiclayo"],
}
CITIES_2023 = {
    "BR": ["Campina Grande", "Fortaleza", "Hortolândia"],
    "IN": ["Bhubaneswar", "Coimbatore", "Kochi"],
    "MX": ["Guadalajara", "Zapopan"],
    "PE": ["Chiclayo", "Miraflores", "Trujillo"],
}


def iscn(client: TestClient, day: str, language: str = "en") -> dict[str, Any]:
    found = client.get("/api/v1/networks/iscn/members", params={"on": day}, headers={"Accept-Language": language})
    assert found.status_code == 200
    page: dict[str, Any] = found.json()
    return page


def cities(page: dict[str, Any]) -> dict[str, list[str]]:
    return {each["country"]: [city["name"] for city in each["cities"]] for each in page["items"]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-09-19", {}),
        ("2019-09-20", CITIES_2019),
        ("2023-05-30", CITIES_2019),
        ("2023-05-31", CITIES_2023),
        ("2026-11-21", CITIES_2023),
    ],
)
def test_the_iscn_on_a_day(client: TestClient, day: str, expected: dict[str, list[str]]) -> None:
    page = iscn(client, day)
    assert cities(page) == expected
    assert (page["on"], page["total"], page["next"]) == (day, len(expected), None)
    assert {each["state"] for each in page["items"]} <= {"active"}


@pytest.mark.parametrize(
    ("day", "ministry"), [("2019-01-01", "bmi"), ("2021-12-07", "bmi"), ("2021-12-08", "bmwsb"), ("2023-05-31", "bmwsb")]
)
def test_the_host_acts_by_the_ministry_of_the_time(client: TestClient, day: str, ministry: str) -> None:
    host = iscn(client, day)["host"]
    assert (host["country"], host["role"], host["organisation"]["slug"]) == ("DE", "host", ministry)


def test_before_it_began_nobody_hosts_it(client: TestClient) -> None:
    assert iscn(client, "2018-12-31")["host"] is None


def test_countries_are_named_in_the_readers_language(client: TestClient) -> None:
    names = {each["country"]: each["country_name"] for each in iscn(client, "2019-09-20", "pt")["items"]}
    assert (names["BR"], names["IN"]) == ("Brasil", "Índia")


def test_without_a_day_it_is_today(client: TestClient) -> None:
    assert cities(client.get("/api/v1/networks/iscn/members").json()) == CITIES_2023


@pytest.mark.parametrize("query", ["on=2019", "on=2019-02-30", "day=2019-09-20"])
def test_a_day_is_a_day(client: TestClient, query: str) -> None:
    assert client.get(f"/api/v1/networks/iscn/members?{query}").status_code == 422
    assert client.get(f"/api/v1/organisations/muenchen/memberships?{query}").status_code == 422


def test_an_unknown_network_or_organisation_or_country_is_not_there(client: TestClient) -> None:
    for path in ("networks/nowhere/members", "organisations/nowhere/memberships", "countries/AQ"):
        assert client.get(f"/api/v1/{path}").status_code == 404


def test_networks_without_countries_list_their_organisations_in_the_profiles_order(client: TestClient) -> None:
    page = client.get("/api/v1/networks/eurocities/members").json()
    assert [each["name"] for each in page["items"]] == [
        each["name"] for each in client.get("/api/v1/networks/eurocities").json()["members"]
    ]
    assert all(each["organisation"] for each in page["items"])


@pytest.mark.parametrize("slug", ["hamburg", "muenchen"])
def test_nine_networks_each(client: TestClient, slug: str) -> None:
    page = client.get(f"/api/v1/organisations/{slug}/memberships").json()
    name = client.get(f"/api/v1/organisations/{slug}").json()["name"]
    counted = next(each for each in client.get("/api/v1/networks/analysis").json()["municipalities"] if each["name"] == name)
    assert (page["total"], counted["count"]) == (9, 9)
    assert [each["network"]["slug"] for each in page["items"]] == counted["networks"]
    assert {each["observed_on"] for each in page["items"]} == {"2023"}
    assert client.get(f"/api/v1/organisations/{slug}/memberships?on=2022-12-31").json()["total"] == 0


def test_the_directory_counts_the_same_rows(client: TestClient) -> None:
    for item in client.get("/api/v1/networks?limit=100").json()["items"]:
        named = client.get(f"/api/v1/networks/{item['slug']}").json()["members"]
        rows = client.get("/api/v1/memberships", params={"network": item["slug"], "limit": 100, "on": "2023-06-01"}).json()
        assert {each["name"] for each in named} <= {each["name"] for each in rows["items"]}


def test_memberships_by_each_filter(client: TestClient) -> None:
    def total(**asked: object) -> int:
        return int(client.get("/api/v1/memberships", params=asked).json()["total"])  # type: ignore[arg-type]

    assert total(network="iscn", state="former") == 3  # Chile, Providencia, and the ministry that hosted first
    assert total(network="iscn", country="CL") == 2
    assert total(network="iscn", country="CL", on="2023-05-31") == 0
    assert total(organisation="fortaleza") == 1
    assert total(state="applied") == 0
    assert client.get("/api/v1/memberships?colour=1").status_code == 422


def test_pages_of_memberships_are_whole(client: TestClient) -> None:
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get("/api/v1/memberships", params={"limit": 40, **({"cursor": cursor} if cursor else {})}).json()
        seen += [each["id"] for each in page["items"]]
        cursor = page["next"]
    assert len(seen) == len(set(seen)) == page["total"]
    assert client.get("/api/v1/memberships?cursor=AAAA").status_code == 422


@pytest.mark.parametrize("state", [MembershipState.invited, MembershipState.applied, MembershipState.refused])
def test_what_is_not_settled_is_not_public(changing: TestClient, instance: Instance, state: MembershipState) -> None:
    with instance.database.transaction() as session:
        row = session.scalars(select(Membership).where(col(Membership.name) == "Kochi")).unique().one()
        row.state = state
    assert "Kochi" not in cities(iscn(changing, "2023-05-31"))["IN"]
    assert changing.get("/api/v1/organisations/kochi/memberships").json()["total"] == 0
    assert changing.get("/api/v1/memberships?organisation=kochi").json()["total"] == 0
    assert "kochi" not in {each["slug"] for each in changing.get("/api/v1/organisations?network=iscn").json()["items"]}


@pytest.mark.parametrize(("language", "name"), [("en", "Brazil"), ("de", "Brasilien"), ("es", "Brasil"), ("pt", "Brasil")])
def test_a_country_gathers_its_own(client: TestClient, language: str, name: str) -> None:
    found = client.get("/api/v1/countries/BR", headers={"Accept-Language": language}).json()
    assert (found["name"], found["names"]["de"]) == (name, "Brasilien")
    assert [each["slug"] for each in found["ministries"]] == ["mdr"]
    assert {"fortaleza", "hortolandia", "campina-grande"} <= {each["slug"] for each in found["cities"]}
    assert {each["network"]["slug"] for each in found["memberships"]} == {"iscn"}
    assert found["organisations"] == sum(len(found[part]) for part in ("ministries", "cities", "others"))


def test_the_countries_are_all_of_the_organisations(client: TestClient) -> None:
    page = client.get("/api/v1/countries").json()
    counts = client.get("/api/v1/organisations?facets=country").json()["facets"]["country"]
    assert {each["code"]: each["organisations"] for each in page["items"] if each["organisations"]} == {
        each["value"]: each["count"] for each in counts
    }
    # Czechia and Slovenia belong to a network as countries; no organisation of theirs is known.
    assert {each["code"] for each in page["items"] if not each["organisations"]} == {"CZ", "SI"}
