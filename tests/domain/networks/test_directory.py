"""The directory reproduces the inventory, and finds what people look for."""

import pytest
from starlette.testclient import TestClient

MUNICH = ("München", "Munchen", "muenchen", "Mu\u0308nchen", "MÜNCHEN", "Munich")


def test_the_list_has_all_34_networks_in_stable_order(client: TestClient) -> None:
    slugs: list[str] = []
    cursor = None
    while True:
        page = client.get("/api/v1/networks", params={"limit": 10, **({"cursor": cursor} if cursor else {})}).json()
        assert page["total"] == 34
        slugs += [item["slug"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(slugs) == len(set(slugs)) == 34


def test_the_analysis_is_the_inventorys(client: TestClient) -> None:
    found = client.get("/api/v1/networks/analysis").json()
    assert (found["total"], found["explicit_smart_city"]) == (34, 19)
    assert list(found["by_category"].values()) == [7, 12, 5, 10]
    assert found["by_founding_type"] == {"top_down": 16, "bottom_up": 18}
    assert [tuple(row.values()) for row in found["matrix"].values()] == [(2, 5), (7, 5), (3, 2), (4, 6)]
    assert (len(found["municipalities"]), sum(each["count"] for each in found["municipalities"])) == (68, 137)
    assert sum(len(slugs) for slugs in found["not_stated"].values()) == 29
    assert (len(found["relations"]["nodes"]), len(found["relations"]["edges"])) == (15, 18)


@pytest.mark.parametrize("spelling", MUNICH)
def test_every_spelling_of_munich_finds_the_same_nine(client: TestClient, spelling: str) -> None:
    by_analysis = next(
        each for each in client.get("/api/v1/networks/analysis").json()["municipalities"] if each["name"] == "München"
    )
    for parameter in ("q", "municipality"):
        page = client.get("/api/v1/networks", params={parameter: spelling, "limit": 100}).json()
        assert [item["slug"] for item in page["items"]] == sorted(
            by_analysis["networks"], key=[i["slug"] for i in page["items"]].index
        )
        assert page["total"] == by_analysis["count"] == 9


def test_a_typo_finds_its_network(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "Eurocites", "kind": "network"}).json()
    assert found["items"][0]["slug"] == "eurocities"
