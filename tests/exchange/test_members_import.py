"""Organisations and memberships by file: dry first, unchanged the second time, refused by line and field."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from tests.conftest import DATA, Loaded
from tests.exchange.test_imports import Command, command, dump

__all__ = ["command"]
ORGANISATIONS: list[dict[str, Any]] = json.loads((DATA / "organisations.json").read_text())["organisations"]
MEMBERS: list[dict[str, Any]] = json.loads((DATA / "members.json").read_text())["members"]
SOURCE = [{"label": {"en": "a test"}}]


def written(tmp_path: Path, rows: object) -> Path:
    path = tmp_path / "rows.json"
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1))
    return path


def said(result: Result) -> str:
    """What a command printed, however wide the console was."""
    return " ".join(result.output.split())


@pytest.mark.parametrize(("noun", "number"), [("organisations", len(ORGANISATIONS)), ("members", len(MEMBERS))])
def test_a_second_run_changes_nothing(command: Command, fresh: Loaded, noun: str, number: int) -> None:
    before = dump(fresh.url)
    done = command("import", noun, DATA / f"{noun}.json")
    assert (done.exit_code, done.stdout.strip()) == (0, f"{noun}: 0 created, 0 changed, {number} unchanged, 0 refused")
    assert dump(fresh.url) == before


def test_a_dry_run_counts_and_writes_nothing(command: Command, fresh: Loaded, tmp_path: Path) -> None:
    before = dump(fresh.url)
    town = {"slug": "new-town", "name": "New Town", "label": {"en": "New Town"}, "kind": "municipality", "country": "BR"}
    tried = command("import", "organisations", written(tmp_path, [town, {**ORGANISATIONS[0], "population": 1}]), "--dry-run")
    assert tried.stdout.strip() == "organisations: 1 created, 1 changed, 0 unchanged, 0 refused (nothing written)"
    member = {"network": "iscn", "organisation": "ulm", "observed_on": "2024", "sources": SOURCE}
    tried = command("import", "members", written(tmp_path, [member]), "--dry-run")
    assert tried.stdout.strip() == "members: 1 created, 0 changed, 0 unchanged, 0 refused (nothing written)"
    assert dump(fresh.url) == before


WRONG: dict[str, tuple[str, dict[str, Any], str]] = {
    "unknown network": ("members", {"network": "nowhere", "organisation": "ulm"}, "network: No network has this slug."),
    "unknown organisation": (
        "members",
        {"network": "iscn", "organisation": "nowhere"},
        "organisation: No organisation has this slug.",
    ),
    "no member": ("members", {"network": "iscn"}, "(row): A membership of a country names"),
    "no beginning": ("members", {"network": "iscn", "organisation": "ulm", "observed_on": None}, "(row): Say since when"),
    "no source": ("members", {"network": "iscn", "organisation": "ulm", "sources": []}, "(row): Name at least one source."),
    "ends first": ("members", {"network": "iscn", "organisation": "ulm", "valid_to": "2023"}, "(row): A fact does not end"),
    "no day": ("members", {"network": "iscn", "organisation": "ulm", "valid_to": "2023-02-30"}, "valid_to: Write a date"),
    "unknown state": ("members", {"network": "iscn", "organisation": "ulm", "state": "asleep"}, "state: Choose one"),
    "unknown parent": ("organisations", {"parent": "nowhere"}, "parent: No organisation has this slug."),
    "unknown successor": ("organisations", {"successor": "nowhere"}, "successor: No organisation has this slug."),
    "unknown kind": ("organisations", {"kind": "planet"}, "kind: Choose one"),
    "name ends first": (
        "organisations",
        {"names": [{"name": {"en": "x"}, "valid_from": "2020", "valid_to": "2019"}]},
        "names.0: A fact does not end",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_row_is_refused_by_line_and_field(command: Command, fresh: Loaded, tmp_path: Path, case: str) -> None:
    noun, fields, says = WRONG[case]
    before = dump(fresh.url)
    plain: dict[str, Any] = (
        {"observed_on": "2024", "sources": SOURCE} if noun == "members" else {**ORGANISATIONS[0], "slug": "new-town"}
    )
    good = MEMBERS[0] if noun == "members" else ORGANISATIONS[1]
    path = written(tmp_path, [good, {**plain, **fields}])
    line = next(number for number, text in enumerate(path.read_text().splitlines(), 1) if text == " {" and number > 3)
    result = command("import", noun, path)
    assert result.exit_code == 2
    assert f"line {line}: " in said(result)
    assert says in said(result)
    assert dump(fresh.url) == before


def test_one_membership_stands_once_in_a_file(command: Command, tmp_path: Path) -> None:
    result = command("import", "members", written(tmp_path, [MEMBERS[0], MEMBERS[0]]))
    assert (result.exit_code, "stands in line" in said(result)) == (2, True)


def test_a_new_reading_of_a_profile_leaves_dated_members_alone(command: Command, fresh: Loaded, tmp_path: Path) -> None:
    networks = json.loads((DATA / "networks.json").read_text())
    for network in networks:
        if network["slug"] == "iscn":
            network["members_named"] = [each for each in network["members_named"] if each["name"] != "Kochi"]
    before = dump(fresh.url)["membership"]
    done = command("import", "networks", written(tmp_path, networks))
    assert "0 created, 1 changed" in done.stdout
    after = dump(fresh.url)["membership"]
    assert len(after) == len(before)
    assert len(set(after) - set(before)) >= 1
    again = command("import", "members", DATA / "members.json")
    assert again.stdout.strip() == f"members: 0 created, 0 changed, {len(MEMBERS)} unchanged, 0 refused"
