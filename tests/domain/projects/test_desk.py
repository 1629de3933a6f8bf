"""Lists of those who work on projects: every page of them, once each, in as many queries whatever their number."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.domain.projects.models import Project, ProjectState
from tests.conftest import all_read
from tests.domain.projects.ledger import act, declare, new_project, of, organisation
from tests.domain.projects.people import STORY
from tests.identity.people import Person

MANY = 7


@pytest.fixture
def ana(changing: TestClient, instance: Instance) -> Person:
    """Somebody of Hamburg, who may review what Munich wrote."""
    return of(changing, instance, "hamburg")


@contextmanager
def counted(instance: Instance) -> Iterator[list[str]]:
    """The statements that sessions send meanwhile."""
    sent: list[str] = []
    all_read()

    def keep(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        sent.append(statement)

    event.listen(instance.database.engine, "before_cursor_execute", keep)
    yield sent
    event.remove(instance.database.engine, "before_cursor_execute", keep)


def wrote(instance: Instance, slug: str, number: int) -> set[str]:
    """Projects that an organisation has submitted, two of them at the same moment."""
    with instance.database.transaction() as session:
        body, now = organisation(session, slug), clock.now()
        rows = [
            Project(
                organisation_id=body.id,
                created_by="test",
                work=STORY,
                work_state=ProjectState.submitted,
                updated_at=now - timedelta(seconds=place // 2),
            )
            for place in range(number)
        ]
        session.add_all(rows)
        session.flush()
        return {row.id for row in rows}


def every(client: TestClient, person: Person, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor = None
    while True:
        asked = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = client.get(path, params=asked, headers=person.headers).json()
        found += page["items"]
        cursor = page["next"]
        if cursor is None:
            assert page["total"] == len(found)
            return found


@pytest.mark.parametrize(("path", "slug"), [("/api/v1/me/projects", "hamburg"), ("/api/v1/me/reviews", "muenchen")])
def test_every_project_is_on_one_page(changing: TestClient, instance: Instance, ana: Person, path: str, slug: str) -> None:
    ids = wrote(instance, slug, MANY)
    found = every(changing, ana, path)
    assert ids <= {row["id"] for row in found}
    assert len({row["id"] for row in found}) == len(found)
    assert [row["updated_at"] for row in found] == sorted((row["updated_at"] for row in found), reverse=True)
    assert changing.get(path, params={"cursor": "x"}, headers=ana.headers).status_code == 422


@pytest.mark.parametrize(("path", "slug"), [("/api/v1/me/projects", "hamburg"), ("/api/v1/me/reviews", "muenchen")])
def test_a_page_takes_as_many_queries_whatever_is_on_it(
    changing: TestClient, instance: Instance, ana: Person, path: str, slug: str
) -> None:
    numbers = []
    for more in (1, MANY):
        wrote(instance, slug, more)
        with counted(instance) as sent:
            assert all(row["may"] for row in changing.get(path, headers=ana.headers).json()["items"])
        numbers.append(len(sent))
    assert numbers[0] == numbers[1]


def test_replications_of_either_side_are_on_the_desk(changing: TestClient, instance: Instance, ana: Person) -> None:
    kai = of(changing, instance, "muenchen")
    with instance.database.transaction() as session:
        ours = [new_project(session, "hamburg", f"Ours {place}") for place in range(3)]
        theirs = new_project(session, "muenchen", "Theirs")
    for each in ours:
        assert declare(changing, kai, each, "muenchen").status_code == 201
    own = declare(changing, ana, theirs, "hamburg").json()
    assert own["sides"] == ["adopter"]
    mine = every(changing, ana, "/api/v1/me/replications")
    assert {each["source"]["id"] for each in mine} == {*ours, theirs}
    asked = {"side": "adopter"}
    assert [each["id"] for each in changing.get("/api/v1/me/replications", params=asked, headers=ana.headers).json()["items"]] == [
        own["id"]
    ]
    for verb in ("explore", "adapt", "adopt"):
        act(changing, ana, own["id"], verb)
    asked = {"side": "source", "state": "adopted"}
    waits = changing.get("/api/v1/me/replications", params=asked, headers=kai.headers).json()["items"]
    assert [(each["id"], "confirm_as_source" in each["may"]) for each in waits] == [(own["id"], True)]
    assert changing.get("/api/v1/me/replications", headers=of(changing, instance, "koeln").headers).json()["total"] == 0
