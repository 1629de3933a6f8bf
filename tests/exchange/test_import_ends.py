"""How imports end: files are forgotten in time, an owner who goes takes them along; and what is asked before they can."""

import json
import threading
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlmodel import Session, col
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR
from citypeers.core.problems import saying
from citypeers.domain.projects import resembling
from citypeers.domain.projects.loading import id_of
from citypeers.domain.projects.models import Project, ProjectKey
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.exchange.imports.runs import working
from citypeers.exchange.imports.runs.models import ImportMapping, ImportPart, ImportRow, ImportRun
from citypeers.exchange.imports.runs.states import ImportState
from citypeers.exchange.imports.service import OWN_DATA
from citypeers.exchange.mydata import service as mydata
from citypeers.identity import accounts
from tests.conftest import Loaded
from tests.domain.projects.test_reimport import ROWS
from tests.exchange.importing import IMPORTS, done, get, move, patch, upload, uploaded
from tests.exchange.test_foreign import GERMAN, MAPPING, files
from tests.exchange.test_import_runs import PLAIN, SAID
from tests.exchange.test_imports import Command, command
from tests.exchange.test_workbooks import HEADER, ROW, workbook
from tests.identity.people import staff

__all__ = ["command"]


def rows_of(session: Session, model: Any) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_what_never_goes_on_ends_in_words_and_keeps_no_other_waiting(
    changing: TestClient, instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    eva = staff(changing, instance).headers
    broken, other = uploaded(changing, eva, PLAIN), uploaded(changing, eva, PLAIN)
    for id in (broken, other):
        assert move(changing, eva, id, "dry_run").status_code == 200
    go_on, failed = working.go_on, Counter[str]()

    def stuck(database: Database, id: str, stop: threading.Event) -> None:
        if id == broken:
            raise RuntimeError("the disk is on fire")
        go_on(database, id, stop)

    monkeypatch.setattr(working, "go_on", stuck)
    monkeypatch.setattr(working, "MOST_TRIES", 3)
    for _ in range(2):
        working.run(instance.database, threading.Event(), failed)
    assert (get(changing, eva, broken)["state"], get(changing, eva, other)["state"]) == ("checking", "checked")
    working.run(instance.database, threading.Event(), failed)
    ended = get(changing, eva, broken)
    assert (ended["state"], ended["failure"]) == ("failed", saying("import_stuck", "en"))


def test_files_and_what_could_be_put_back_are_forgotten_in_time(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    ended, lying = uploaded(changing, eva, PLAIN), uploaded(changing, eva, PLAIN)
    done(changing, instance, eva, ended, "dry_run")
    assert done(changing, instance, eva, ended, "commit")["undo_until"] is not None
    with instance.database.transaction() as session:
        longer_ago = clock.now() - timedelta(days=1, minutes=1)
        session.execute(update(ImportRun).where(col(ImportRun.id) == ended).values(ended_at=longer_ago))
        session.execute(update(ImportRun).where(col(ImportRun.id) == lying).values(updated_at=clock.now() - timedelta(days=8)))
    late = move(changing, eva, ended, "undo")
    assert (late.status_code, late.json()["type"]) == (409, "/problems/import-undo-too-late")
    working.run(instance.database, threading.Event(), Counter())
    assert get(changing, eva, lying)["state"] == "cancelled"
    with instance.database.transaction() as session:
        assert rows_of(session, ImportRow) == 0
        assert set(session.scalars(select(col(ImportPart.import_id)))) == {lying}
        session.execute(update(ImportRun).values(ended_at=clock.now() - timedelta(days=31)))
    working.tidy(instance.database)
    with instance.database.reading() as session:
        assert (rows_of(session, ImportRun), rows_of(session, ImportPart)) == (0, 0)


def test_an_owner_who_goes_takes_uploads_and_mappings_along(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    id = uploaded(changing, eva, PLAIN)
    done(changing, instance, eva, id, "dry_run")
    done(changing, instance, eva, id, "commit")
    assert changing.put("/api/v1/import-mappings/ours", json=SAID, headers=eva).status_code == 200
    with instance.database.transaction() as session:
        account = accounts.by_email(session, "eva@example.org")
        assert account is not None
        mydata.erase(session, OPERATOR, account)
    with instance.database.reading() as session:
        assert [rows_of(session, model) for model in (ImportRun, ImportPart, ImportRow, ImportMapping)] == [0, 0, 0, 0]
        assert session.get(Project, id_of("city-portal", "A")) is not None


def test_a_workbook_comes_in_by_the_sheet_that_is_named(changing: TestClient, instance: Instance, tmp_path: Path) -> None:
    eva = staff(changing, instance).headers
    book = workbook(tmp_path / "p.xlsx", ("Notes", [("about",), ("x",)]), ("Projects", [HEADER, ROW]))
    shown = upload(changing, eva, book.read_bytes(), file="p.xlsx").json()
    assert (shown["seen"]["format"], shown["seen"]["sheets"]) == ("xlsx", ["Notes", "Projects"])
    assert {each["code"] for each in shown["questions"]} == {"asked_field"}
    named = patch(changing, eva, shown["id"], sheet="Projects").json()
    assert (named["questions"], named["seen"]["unread"]) == ([], ["notes"])
    assert done(changing, instance, eva, shown["id"], "dry_run")["counts"]["created"] == 1
    gone = patch(changing, eva, shown["id"], sheet="Elsewhere")
    assert (gone.status_code, gone.json()["errors"][0]["code"]) == (422, "workbook_broken")


@pytest.mark.parametrize("change", [{"decimal": "x"}, {"delimiter": "\n"}, {"language": "fr"}, {"columns": {"a": "\0"}}, {"x": 1}])
def test_what_no_mapping_can_say_is_refused(changing: TestClient, instance: Instance, change: dict[str, Any]) -> None:
    eva = staff(changing, instance).headers
    assert patch(changing, eva, uploaded(changing, eva, PLAIN), **change).status_code == 422


def test_steps_that_do_not_follow_are_refused(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    id = uploaded(changing, eva, PLAIN)
    for verb in ("commit", "undo"):
        assert move(changing, eva, id, verb).json()["type"] == "/problems/import-wrong-step"
    assert move(changing, eva, id, "dry_run").status_code == 200
    assert patch(changing, eva, id, language="de").status_code == 409
    assert move(changing, eva, id, "cancel").json()["state"] == ImportState.cancelled
    working.run(instance.database, threading.Event(), Counter())
    assert get(changing, eva, id)["counts"]["read"] == 0
    assert changing.post(f"{IMPORTS}/{id}/transitions", json={"verb": "cancel"}, headers=eva).status_code == 428


def test_the_command_asks_what_a_row_is_and_takes_the_answer(command: Command, fresh: Loaded, tmp_path: Path) -> None:
    row = ROWS[0]
    known, title = id_of(OWN_DATA, row["key"]), row["title"]["en"]
    text = GERMAN.splitlines()[0] + "\n" + "".join(f"{key};{title}.;BR;;{row['organisation']};;;;;;;\n" for key in ("X", "Y", "Z"))
    path, mapping = files(tmp_path, text, MAPPING)
    asked = command("import", "projects", path, "--mapping", mapping)
    assert (asked.exit_code, "3 refused (nothing written)" in asked.stdout, known in asked.output) == (2, True, True)
    path, mapping = files(tmp_path, text, {**MAPPING, "duplicates": {"X": known, "Y": "create", "Z": "skip"}})
    taken = command("import", "projects", path, "--mapping", mapping)
    assert "1 created, 1 changed, 0 unchanged, 1 skipped, 0 refused" in taken.stdout, taken.output
    database = Database(fresh.url, threads=2)
    with database.reading() as session:
        assert session.get_one(ProjectKey, ("city-portal", "X")).project_id == known
    database.close()


def test_projects_of_one_place_are_alike_only_where_their_titles_hardly_differ(instance: Instance) -> None:
    row = next(each for each in ROWS if each.get("places"))
    other = {"key": "X", "organisation": "muenchen", "places": [row["places"][0]]}
    titles = {"the same": row["title"], "nearly": {"en": row["title"]["en"] + "."}, "another": {"en": row["title"]["en"][:-8]}}
    writes = [ProjectWrite.model_validate({**other, "title": title}) for title in titles.values()]
    with instance.database.reading() as session:
        places = resembling.Places(session)
        found = resembling.candidates(session, places, writes, ["x"])
        own = resembling.candidates(session, places, writes, [OWN_DATA])
    assert [[each.id for each in like] for like in found] == [[id_of(OWN_DATA, row["key"])]] * 2 + [[]]
    assert own == [[], [], []], "a source tells its own projects apart"


def test_json_is_read_with_its_numbers_as_they_are(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    place = {"place": "Hamburg", "country": "DE", "latitude": 53.55, "longitude": 9.99}
    text = json.dumps([{"key": "A", "title_en": "X", "organisation": "hamburg", **place}])
    id = uploaded(changing, eva, text, file="p.json")
    assert patch(changing, eva, id, decimal=",").status_code == 200
    done(changing, instance, eva, id, "dry_run")
    done(changing, instance, eva, id, "commit")
    shown = changing.get(f"/api/v1/projects/{id_of('city-portal', 'A')}").json()
    assert (shown["places"][0]["latitude"], shown["origin"]) == (53.55, "public_source")
