"""What a source says again of projects that have gone their own way since."""

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.domain.projects.loading import id_of
from citypeers.domain.projects.models import Project, ProjectState
from citypeers.exchange.imports.service import OWN_DATA
from tests.conftest import DATA
from tests.domain.projects.people import PROJECTS, STORY, desk, member, move, write
from tests.exchange.test_imports import Command, command

__all__ = ["command"]
ROWS: list[dict[str, Any]] = json.loads((DATA / "projects.json").read_text())["projects"]


def again(tmp_path: Path, key: str) -> Path:
    """The file of the source, which now calls one project otherwise."""
    rows = [{**row, "title": {"en": "As the source says now"}} if row["key"] == key else row for row in ROWS]
    path = tmp_path / "projects.json"
    path.write_text(json.dumps({"projects": rows}))
    return path


def publish(client: TestClient, instance: Instance, key: str, organisation: str) -> str:
    """The people of a project publish it in their own words; its id."""
    id = id_of(OWN_DATA, key)
    author = member(client, instance, organisation, "author@example.org")
    assert write(client, author, id, **{**STORY, "title": {"en": "In our own words", "pt": None}}).status_code == 200
    assert move(client, author, id, "submit").status_code == 200
    reviewer = member(client, instance, "muenchen" if organisation != "muenchen" else "hamburg", "reviewer@example.org")
    answer = move(client, reviewer, id, "approve")
    assert answer.status_code == 200, answer.text
    assert desk(client, author, id)["live"]["title"] == {"en": "In our own words"}
    return id


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_what_its_people_published_is_not_overwritten(
    changing: TestClient, instance: Instance, command: Command, tmp_path: Path, more: tuple[str, ...]
) -> None:
    row = ROWS[0]
    id = publish(changing, instance, row["key"], row["organisation"])
    version = changing.get(f"{PROJECTS}/{id}").json()["version"]
    result = command("import", "projects", again(tmp_path, row["key"]), "--errors", tmp_path / "told.csv", *more)
    assert (result.exit_code, "0 changed, 105 unchanged, 1 kept as they are, 0 refused" in result.stdout) == (3, True), (
        result.output
    )
    assert "own people" in (tmp_path / "told.csv").read_text()
    shown = changing.get(f"{PROJECTS}/{id}").json()
    assert (shown["title"], shown["origin"], shown["version"]) == ({"en": "In our own words"}, "member", version)


def test_what_was_archived_stays_so(changing: TestClient, instance: Instance, command: Command, tmp_path: Path) -> None:
    row = ROWS[0]
    id = id_of(OWN_DATA, row["key"])
    author = member(changing, instance, row["organisation"], "author@example.org")
    assert move(changing, author, id, "archive", reason="It was never ours.").status_code == 200
    before = desk(changing, author, id)
    result = command("import", "projects", again(tmp_path, row["key"]))
    assert (result.exit_code, "1 kept as they are" in result.stdout, "archived here" in result.output) == (3, True, True)
    assert desk(changing, author, id) == before
    assert changing.get(f"{PROJECTS}/{id}").status_code == 404


def test_what_needed_an_update_is_published_by_one(
    changing: TestClient, instance: Instance, command: Command, tmp_path: Path
) -> None:
    row = ROWS[0]
    with instance.database.transaction() as session:
        session.get_one(Project, id_of(OWN_DATA, row["key"])).live_state = ProjectState.needs_update
    assert command("import", "projects", again(tmp_path, row["key"])).exit_code == 0
    shown = changing.get(f"{PROJECTS}/{id_of(OWN_DATA, row['key'])}").json()
    assert (shown["title"], shown["state"]) == ({"en": "As the source says now"}, "published")
