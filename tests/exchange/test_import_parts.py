"""A file of projects is taken in part by part, and still whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest

from citypeers.exchange.imports import projects
from tests.conftest import Loaded
from tests.domain.projects.test_reimport import ROWS
from tests.exchange.test_imports import Command, command, dump

__all__ = ["command"]


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projects, "PART", 4)


def file(tmp_path: Path, *changes: tuple[int, dict[str, Any]]) -> Path:
    """Ten new projects, some of them otherwise."""
    rows = [{**{name: value for name, value in ROWS[0].items() if name != "replicates"}, "key": f"new-{at}"} for at in range(10)]
    for at, change in changes:
        rows[at] |= change
    path = tmp_path / "projects.json"
    path.write_text(json.dumps({"projects": rows}))
    return path


@pytest.mark.parametrize("wrong", [{"organisation": "no-such-city"}, {"maturity": "ripe"}, {"replicates": "no-such-key"}])
def test_one_wrong_row_of_the_last_part_keeps_all_out(
    command: Command, fresh: Loaded, tmp_path: Path, wrong: dict[str, Any]
) -> None:
    before = dump(fresh.url)
    path = file(tmp_path, (9, wrong))
    refused = command("import", "projects", path)
    assert refused.exit_code == 2
    assert refused.stdout.strip() == "projects: 9 created, 0 changed, 0 unchanged, 1 refused (nothing written)"
    assert dump(fresh.url) == before
    partly = command("import", "projects", path, "--partly")
    assert (partly.exit_code, partly.stdout.strip()) == (2, "projects: 9 created, 0 changed, 0 unchanged, 1 refused")


def test_rows_speak_of_rows_of_other_parts(command: Command, fresh: Loaded, tmp_path: Path) -> None:
    path = file(tmp_path, (0, {"replicates": "new-9"}), (9, {"replicates": "new-1"}), (5, {"replicates": "new-4"}))
    done = command("import", "projects", path)
    assert (done.exit_code, done.stdout.strip()) == (0, "projects: 10 created, 0 changed, 0 unchanged, 0 refused")
    found = dump(fresh.url)
    assert sum("'new-" in row for row in found["project_key"]) == 10
    served = [row for row in found["rendered"] if '"replicated":true' in row]
    again = command("import", "projects", path)
    assert again.stdout.strip() == "projects: 0 created, 0 changed, 10 unchanged, 0 refused"
    after = dump(fresh.url)
    assert len(after["replication"]) == len(found["replication"])
    assert [row for row in after["rendered"] if '"replicated":true' in row] == served
    assert after["outbox"] == found["outbox"]


def test_a_row_may_not_say_again_what_a_row_of_an_earlier_part_says(command: Command, tmp_path: Path) -> None:
    told = command("import", "projects", file(tmp_path, (9, {"key": "new-0"})))
    assert told.exit_code == 2
    assert "“new-0” stands in line" in told.stderr
