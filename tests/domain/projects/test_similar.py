"""Projects that are like one: counted by hand over the real ones, the same each time, and only what is public."""

from typing import Any

import pytest
from sqlmodel import col, select
from starlette.testclient import TestClient

from citypeers.core import rendered
from citypeers.core.caller import Instance
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import KIND
from citypeers.domain.projects.similar import POINTS, SIMILAR, Likeness
from tests.domain.projects.ledger import PROJECTS, VISOR, project
from tests.domain.projects.test_reading import everything

Item = dict[str, Any]


def alike(client: TestClient, id: str, **more: Any) -> list[Item]:
    answer = client.get(f"{PROJECTS}/{id}/similar", params=more)
    assert answer.status_code == 200, answer.text
    items: list[Item] = answer.json()["items"]
    return items


def by_hand(one: Item, other: Item, people: dict[str, int]) -> dict[str, int]:
    """The points of what two projects have in common, the words of titles apart."""
    several = {"topics": "topics", "charter_points": "charter_points", "sdgs": "sdgs"}
    points = {code: POINTS[Likeness(code)] * min(3, len(set(one[name]) & set(other[name]))) for code, name in several.items()}
    for code in ("country", "maturity", "budget_band"):
        points[code] = POINTS[Likeness(code)] if one[code] and one[code] == other[code] else 0
    sizes = [people.get(each["organisation"]["slug"]) for each in (one, other)]
    near = all(sizes) and one["organisation"] != other["organisation"] and max(sizes) <= SIMILAR * min(sizes)  # type: ignore[type-var,operator]
    return {code: number for code, number in {**points, "size": POINTS[Likeness.size] if near else 0}.items() if number}


def test_the_most_alike_come_first_with_their_points_and_reasons(client: TestClient) -> None:
    instance: Instance = client.app.state.instance  # type: ignore[attr-defined]
    with instance.database.reading() as session:
        people = {row.slug: row.population for row in session.exec(select(Organisation).where(col(Organisation.population) > 0))}
    items = everything(client)
    some_are_alike = some_are_not = 0
    for one in items:
        found = alike(client, one["id"], limit=12)
        some_are_alike += len(found)
        assert one["id"] not in {each["project"]["id"] for each in found}
        assert [each["points"] for each in found] == sorted((each["points"] for each in found), reverse=True)
        for each in found:
            said = {reason["code"]: reason["points"] for reason in each["reasons"]}
            assert sum(said.values()) == each["points"]
            assert said.keys() & {"topics", "sdgs", "charter_points", "words"}
            assert all(reason["text"] for reason in each["reasons"])
            said.pop("words", None)
            assert said == by_hand(one, each["project"], people)
        shown = {each["project"]["id"] for each in found}
        least = found[-1]["points"] if len(found) == 12 else 0
        for other in items:
            points = by_hand(one, other, people)
            if other["id"] not in shown | {one["id"]} and points.keys() & {"topics", "sdgs", "charter_points"}:
                some_are_not += 1
                assert sum(points.values()) <= least
    assert some_are_alike
    assert some_are_not


def test_reasons_are_in_the_readers_language(client: TestClient) -> None:
    id = project(client.app.state.instance, VISOR)  # type: ignore[attr-defined]
    texts = {}
    for language in ("en", "de", "es", "pt"):
        answer = client.get(f"{PROJECTS}/{id}/similar", headers={"Accept-Language": language})
        texts[language] = [reason["text"] for each in answer.json()["items"] for reason in each["reasons"]]
        assert answer.headers["content-language"] == language
    assert len({str(each) for each in texts.values()}) == 4


@pytest.mark.parametrize("limit", ["0", "13", "x"])
def test_no_more_than_twelve(client: TestClient, limit: str) -> None:
    id = project(client.app.state.instance, VISOR)  # type: ignore[attr-defined]
    assert client.get(f"{PROJECTS}/{id}/similar", params={"limit": limit}).status_code == 422


def test_what_is_not_public_is_like_nothing(changing: TestClient, instance: Instance) -> None:
    id = project(instance, VISOR)
    first = alike(changing, id)[0]["project"]["id"]
    with instance.database.transaction() as session:
        rendered.withdraw(session, KIND, first)
    assert first not in {each["project"]["id"] for each in alike(changing, id, limit=12)}
    assert changing.get(f"{PROJECTS}/{first}/similar").status_code == 404


def test_what_the_index_has_not_seen_yet_is_not_kept_for_later(changing: TestClient, instance: Instance) -> None:
    id = project(instance, VISOR)
    answer = changing.get(f"{PROJECTS}/{id}/similar")
    assert answer.headers["cache-control"] == "no-cache"
    again = changing.get(f"{PROJECTS}/{id}/similar", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
