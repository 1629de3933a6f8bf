"""Imports by the command line: what is refused says where and why, and leaves the database as it was."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from citypeers.cli import app
from citypeers.core.db import METADATA, Database
from tests.conftest import DATA, Loaded

Command = Callable[..., Result]
NETWORKS: list[dict[str, Any]] = json.loads((DATA / "networks.json").read_text())


@pytest.fixture
def command(fresh: Loaded, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command line on a database of the test's own."""
    monkeypatch.setenv("CITYPEERS_ENVIRONMENT", "test")
    monkeypatch.setenv("CITYPEERS_DATABASE_URL", fresh.url)
    monkeypatch.setenv("CITYPEERS_INDEX_DIR", str(fresh.index))
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "400"})


def dump(url: str) -> dict[str, list[Any]]:
    """Every row of every table."""
    database = Database(url, threads=2)
    with database.reading() as session:
        rows = {name: sorted(map(repr, session.execute(select(table)).all())) for name, table in METADATA.tables.items()}
    database.close()
    return rows


def written(tmp_path: Path, value: object) -> Path:
    path = tmp_path / "networks.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1))
    return path


def changed(slug: str, **fields: object) -> list[dict[str, Any]]:
    return [{**row, **fields} if row["slug"] == slug else row for row in NETWORKS]


def test_a_second_run_changes_nothing(command: Command, fresh: Loaded) -> None:
    before = dump(fresh.url)
    result = command("import", "networks", DATA / "networks.json")
    assert (result.exit_code, result.stdout.strip()) == (0, "networks: 0 created, 0 changed, 34 unchanged, 0 refused")
    assert command("seed").exit_code == 0
    assert dump(fresh.url) == before


def test_a_change_is_counted_kept_as_a_revision_and_tried_first_without_writing(
    command: Command, fresh: Loaded, tmp_path: Path
) -> None:
    path = written(tmp_path, [*changed("oasc", end_year=2031), {**NETWORKS[0], "slug": "brand-new"}])
    before = dump(fresh.url)
    tried = command("import", "networks", path, "--dry-run")
    assert tried.stdout.strip() == "networks: 1 created, 1 changed, 33 unchanged, 0 refused (nothing written)"
    assert dump(fresh.url) == before
    done = command("import", "networks", path)
    assert done.stdout.strip() == "networks: 1 created, 1 changed, 33 unchanged, 0 refused"
    after = dump(fresh.url)
    assert len(after["network_revision"]) == len(before["network_revision"]) + 2


BROKEN: dict[str, tuple[object, str]] = {
    "not json": ('[{"slug": "a",}]', "line 1, column"),
    "nan": ('[{"slug": NaN}]', "NaN is not a value of JSON"),
    "deep": ("[" * 100_000, "not JSON"),
    "neither list nor object": ('"text"', "neither a list nor an object"),
    "object without the list": ({"other": []}, "neither a list nor an object"),
    "missing field": ([{key: value for key, value in NETWORKS[0].items() if key != "category"}], "category: This value is needed."),
    "unknown enum": (changed("oasc", category="galactic"), "oasc: category: Choose one of the values"),
    "unknown name": (changed("oasc", colour="green"), "oasc: colour: This name is not known here."),
    "duplicate": ([*NETWORKS, NETWORKS[3]], "innovators-club: slug: “innovators-club” stands in line"),
    "unknown gap": (changed("oasc", no_data_fields=["mood"]), "oasc: (row): Name only fields"),
    "no row at all": ([17], "line 2: ?: (row):"),
    "end before beginning": (changed("oasc", end_year=1990), "oasc: (row): A network does not end"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused_whole(command: Command, fresh: Loaded, tmp_path: Path, case: str) -> None:
    content, says = BROKEN[case]
    before = dump(fresh.url)
    result = command("import", "networks", written(tmp_path, content))
    assert result.exit_code == 2, result.output
    assert says in result.output
    assert dump(fresh.url) == before


def test_the_wrong_encoding_and_a_missing_file_are_named(command: Command, tmp_path: Path) -> None:
    latin = tmp_path / "latin.json"
    latin.write_bytes('[{"slug": "ü"}]'.encode("latin-1"))
    assert "not UTF-8" in command("import", "networks", latin).output
    missing = command("import", "networks", tmp_path / "nowhere.json")
    assert (missing.exit_code, "No such file" in missing.output) == (2, True)


def test_the_line_of_a_refused_row_is_where_it_stands(command: Command, tmp_path: Path) -> None:
    path = written(tmp_path, changed("wego", geographic_scope="moon"))
    line = next(number for number, text in enumerate(path.read_text().splitlines(), 1) if '"slug": "wego"' in text) - 1
    assert f"line {line}: wego: geographic_scope" in command("import", "networks", path).output


def test_the_good_rows_are_written_where_asked(command: Command, fresh: Loaded, tmp_path: Path) -> None:
    rows = [*changed("oasc", end_year=2031), {**NETWORKS[0], "slug": "Bad Slug"}]
    result = command("import", "networks", written(tmp_path, rows), "--partly")
    assert result.exit_code == 2
    assert "0 created, 1 changed, 33 unchanged, 1 refused\n" in result.stdout


def test_a_bare_record_of_the_inventory_is_taken_too(command: Command, fresh: Loaded, tmp_path: Path) -> None:
    bare = [{key: value for key, value in row.items() if key != "texts"} for row in NETWORKS]
    result = command("import", "networks", written(tmp_path, {"networks": bare}))
    assert "0 created, 34 changed, 0 unchanged, 0 refused" in result.stdout
    rows = "\n".join(dump(fresh.url)["membership"])
    assert "'Bydgoszcz', 'PL'" in rows


def test_other_nouns_are_checked_alike(command: Command, tmp_path: Path) -> None:
    bad = tmp_path / "topics.json"
    bad.write_text('{"schemes": [{"id": "x", "title": {}, "description": {"en": "d"}, "topics": []}]}')
    assert command("import", "topics", bad).exit_code == 2
    places = tmp_path / "places.json"
    ulm = {"slug": "ulm", "name": "Ulm", "label": {"en": "Ulm"}, "kind": "municipality", "country": "DE", "aliases": ["Ulma"]}
    places.write_text(json.dumps({"organisations": [{**ulm, "latitude": 91}]}))
    assert "ulm: latitude: " in command("import", "organisations", places).output
    places.write_text(json.dumps({"organisations": [ulm]}))
    assert "1 changed" in command("import", "organisations", places).stdout


def test_editorial_commands_say_what_they_did_or_why_not(command: Command) -> None:
    assert command("networks", "rename", "wego", "wego-world").stdout == "wego: wego-world\n"
    refused = command("networks", "rename", "oasc", "eurocities")
    assert (refused.exit_code, "Another network has that slug" in refused.output) == (2, True)
    assert command("networks", "move", "oasc", "archive", "--reason", "test").stdout == "oasc: archived\n"
    assert "reason" in command("networks", "move", "polis", "archive").output


def test_the_index_is_rebuilt_by_command(command: Command) -> None:
    result = command("index", "rebuild")
    assert (result.exit_code, result.stdout) == (0, "index: 442 records\n")
