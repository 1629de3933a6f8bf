"""Practices that projects name: only what everybody may read of them is shown, and it follows what becomes of them."""

import json
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import select, update
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers import migrating
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.core.rendered import RENDERED
from citypeers.domain.practices.loading import id_of
from citypeers.domain.practices.models import Practice, PracticeState
from citypeers.domain.practices.service import render
from citypeers.domain.projects import loading
from citypeers.domain.projects.loading import id_of as project_id_of
from citypeers.domain.projects.models import KIND, Project
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.exchange.imports.service import OWN_DATA
from tests.conftest import DATA
from tests.domain.practices import people as practices
from tests.domain.projects.people import PROJECTS, begin, desk, published, write
from tests.identity.people import Person

FILE = json.loads((DATA / "projects.json").read_text())["projects"]
NOBODYS = "0" * 32


def named(client: TestClient, id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"{PROJECTS}/{id}").json()["practices"]
    return found


def naming(client: TestClient, practice: str) -> set[str]:
    """The projects that are found by a practice."""
    answer = client.get(PROJECTS, params={"practice": practice, "facets": "practice"}).json()
    counted = {each["value"]: each["count"] for each in answer["facets"]["practice"]}
    assert counted.get(practice, 0) == answer["total"] == len(answer["items"])
    return {each["id"] for each in answer["items"]}


def test_real_projects_name_the_practices_that_tell_of_them(client: TestClient) -> None:
    told = {row["key"]: row["practices"] for row in FILE if "practices" in row}
    assert len(told) == 8
    links = {each["id"]: each["link"] for each in client.get(practices.PRACTICES, params={"limit": 100}).json()["items"]}
    for key, ids in told.items():
        whole = client.get(f"{PROJECTS}/{project_id_of(OWN_DATA, key)}").json()
        assert [each["id"] for each in whole["practices"]] == ids
        assert {links[id] for id in ids} <= {source["url"] for source in whole["sources"]}
    strategy = id_of("hannover-strategy")
    assert naming(client, strategy) == {project_id_of(OWN_DATA, key) for key in ("hannover-restart", "hannover-cisterns")}


def test_what_is_shown_follows_what_becomes_of_the_practice(changing: TestClient, ana: Person, kai: Person) -> None:
    practice = practices.begin(changing, ana)
    id = published(changing, ana, kai, practices=[practice])
    assert desk(changing, ana, id)["live"]["practices"] == [practice]
    assert (named(changing, id), naming(changing, practice)) == ([], set()), "a draft is nobody's business"

    tag = changing.get(f"{PROJECTS}/{id}").headers["etag"]
    assert practices.move(changing, ana, practice, "publish").status_code == 200
    assert named(changing, id) == [{"id": practice, "kind": "checklist", "title": practices.WHOLE["title"]}]
    assert naming(changing, practice) == {id}
    assert changing.get(f"{PROJECTS}/{id}", headers={"If-None-Match": tag}).status_code == 200

    assert practices.move(changing, ana, practice, "withdraw", reason="a number is wrong").status_code == 200
    assert (named(changing, id), naming(changing, practice)) == ([], set())
    assert practices.write(changing, ana, practice, title={"en": "Buying sensors", "de": None}).status_code == 200
    assert practices.move(changing, ana, practice, "publish").status_code == 200
    assert [each["title"] for each in named(changing, id)] == [{"en": "Buying sensors"}]


def test_a_practice_published_while_a_project_comes_in_shows_all_the_same(
    changing: TestClient, instance: Instance, ana: Person
) -> None:
    practice = practices.begin(changing, ana)
    row = ProjectWrite.model_validate({**FILE[0], "practices": [practice]})

    def taken_in() -> None:
        with instance.database.transaction() as session:
            loading.save_all(session, OPERATOR, [row], OWN_DATA)

    with ThreadPoolExecutor(1) as beside:
        with instance.database.transaction() as session:
            session.get_one(Practice, practice).state = PracticeState.published
            render(session, [practice])
            importing = beside.submit(taken_in)
            assert not wait([importing], 0.5).done, "it waits for the practice"
        importing.result()
    assert [each["id"] for each in named(changing, project_id_of(OWN_DATA, row.key))] == [practice]


def test_a_practice_that_went_away_keeps_nobody_from_writing(changing: TestClient, ana: Person, kai: Person) -> None:
    practice = practices.begin(changing, ana)
    id = published(changing, ana, kai, practices=[practice])
    assert practices.move(changing, ana, practice, "archive", reason="double").status_code == 200
    answer = write(changing, ana, id, sdgs=[11])
    assert (answer.status_code, answer.json()["work"]["practices"]) == (200, [practice])
    assert write(changing, ana, id, practices=None).json()["work"]["practices"] == []


def test_only_a_practice_that_there_is_can_be_named(changing: TestClient, instance: Instance, ana: Person) -> None:
    id = begin(changing, ana)
    for practices_, pointer in (([NOBODYS], "/practices"), (["smart-city-charter"], "/practices/0"), ([id], "/practices")):
        refused = write(changing, ana, id, practices=practices_)
        assert (refused.status_code, [each["pointer"] for each in refused.json()["errors"]]) == (422, [pointer])
    writes = [ProjectWrite.model_validate({**FILE[0], "practices": [NOBODYS]})]
    with instance.database.reading() as session:
        assert loading.missing(session, writes, OWN_DATA) == {0: ("practices", "unknown_practice")}


def test_documents_from_before_projects_named_practices_are_unchanged_by_their_source(instance: Instance) -> None:
    row = next(each for each in FILE if "practices" not in each)
    with instance.database.transaction() as session:
        document = session.get_one(Project, project_id_of(OWN_DATA, row["key"])).live
        assert document is not None
        assert "practices" not in document
        assert loading.save_all(session, OPERATOR, [ProjectWrite.model_validate(row)], OWN_DATA) == ["unchanged"]


def test_forms_from_before_say_that_no_practice_is_named(client: TestClient, instance: Instance) -> None:
    id = project_id_of(OWN_DATA, next(each for each in FILE if "practices" not in each)["key"])
    here = (col(RENDERED.c.kind) == KIND, col(RENDERED.c.id) == id)
    before = client.get(f"{PROJECTS}/{id}")
    with instance.database.engine.begin() as connection:
        whole = json.loads(connection.execute(select(RENDERED.c.whole).where(*here)).scalar_one())
        del whole["practices"]
        connection.execute(update(RENDERED).where(*here).values(whole=json.dumps(whole, ensure_ascii=False)))
        with Operations.context(MigrationContext.configure(connection)):
            ScriptDirectory(str(migrating.MIGRATIONS)).get_revision("e5a19c4d7f20").module.upgrade()
        kept = connection.execute(select(RENDERED.c.whole, RENDERED.c.digest).where(*here)).one()
    assert json.loads(kept.whole) == {**whole, "practices": []}
    assert kept.digest not in before.headers["etag"]
