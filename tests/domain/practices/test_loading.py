"""The data that come along, loaded again after people were at work."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.practices.loading import id_of
from citypeers.exchange.imports import service as imports
from tests.conftest import DATA
from tests.domain.practices.people import PRACTICES, move, write
from tests.identity.people import staff

ROWS: list[dict[str, Any]] = json.loads((DATA / "practices.json").read_text())["practices"]


def load(instance: Instance, folder: Path, rows: list[dict[str, Any]]) -> imports.Report:
    """Import rows as a file."""
    path = folder / "practices.json"
    path.write_text(json.dumps({"practices": rows}))
    records = imports.records(imports.PRACTICES, path)
    return imports.run(instance.database, OPERATOR, imports.PRACTICES, records, False, False, lambda done, total: None)


def test_a_second_load_changes_nothing(changing: TestClient, instance: Instance, tmp_path: Path) -> None:
    report = load(instance, tmp_path, ROWS)
    assert (report.unchanged, report.changed, report.created, report.kept) == (33, 0, 0, 0)


def test_what_the_source_corrects_is_taken_over(changing: TestClient, instance: Instance, tmp_path: Path) -> None:
    rows = deepcopy(ROWS)
    rows[0]["year"] = 2018
    assert load(instance, tmp_path, rows).changed == 1
    assert changing.get(f"{PRACTICES}/{id_of(rows[0]['key'])}").json()["year"] == 2018


def test_what_people_did_stands(changing: TestClient, instance: Instance, tmp_path: Path) -> None:
    eva, (first, second) = staff(changing, instance), (id_of(row["key"]) for row in ROWS[:2])
    assert move(changing, eva, first, "withdraw", reason="x").status_code == 200
    assert move(changing, eva, second, "withdraw", reason="x").status_code == 200
    assert write(changing, eva, second, year=1999).status_code == 200
    assert move(changing, eva, second, "publish").status_code == 200
    report = load(instance, tmp_path, ROWS)
    assert (report.kept, report.unchanged) == (2, 31)
    assert {each.field for each in report.errors} == {"(kept)"}
    assert changing.get(f"{PRACTICES}/{first}").status_code == 404
    assert changing.get(f"{PRACTICES}/{second}").json()["year"] == 1999


def test_rows_that_name_what_there_is_not_are_refused(instance: Instance, tmp_path: Path) -> None:
    rows = deepcopy(ROWS[:3])
    rows[0]["organisation"], rows[1]["topics"] = "nowhere", ["poetry"]
    del rows[2]["organisation"], rows[2]["publisher"]
    report = load(instance, tmp_path, rows)
    assert (report.refused, report.written) == (3, False)
    assert {each.field for each in report.errors} >= {"organisation", "topics"}
