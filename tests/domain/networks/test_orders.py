"""Every order pages through all networks once, with what is not stated last in either direction."""

import pytest
from starlette.testclient import TestClient

ORDERS = ("name", "founded_year", "member_count", "updated_at")


def _walk(client: TestClient, **asked: str) -> list[dict[str, object]]:
    items: list[dict[str, object]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get("/api/v1/networks", params={**asked, "limit": "7", **({"cursor": cursor} if cursor else {})})
        assert page.status_code == 200, page.text
        items += page.json()["items"]
        cursor = page.json()["next"]
    return items


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize("order", ORDERS)
def test_each_order_is_complete_and_sorted(client: TestClient, order: str, sign: str) -> None:
    items = _walk(client, sort=sign + order)
    assert len({item["id"] for item in items}) == len(items) == 34
    if order != "name":
        values = [item[order] for item in items]
        stated = [value for value in values if value is not None]
        assert stated == sorted(stated, reverse=sign == "-")
        assert values[len(stated) :] == [None] * (34 - len(stated))


def test_the_next_page_is_linked(client: TestClient) -> None:
    first = client.get("/api/v1/networks?category=national&limit=3")
    following = first.links["next"]["url"]
    assert client.get(following).json()["items"][0]["slug"] not in {item["slug"] for item in first.json()["items"]}
