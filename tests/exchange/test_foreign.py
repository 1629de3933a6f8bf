"""Projects from files as others keep them: what is certain is taken, what is not is asked for, and nothing is guessed."""

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from citypeers.core.db import Database
from citypeers.core.text import LANGUAGES
from citypeers.domain.projects.models import ProjectKey
from citypeers.exchange.imports import foreign, values
from citypeers.exchange.imports.files import UnreadableFile
from citypeers.exchange.imports.schemas import FIELDS, Reading
from citypeers.exchange.imports.values import Asked
from tests.conftest import Loaded
from tests.exchange.test_imports import Command, command, dump

__all__ = ["command"]
GERMAN = """Kennung;Titel;Land;Stadt;Träger;Breite;Länge;Beginn;Kosten;Stand;Themen;Notiz
P1;Bäume gießen;Deutschland;Hamburg;hamburg;53,55;9,99;31.12.2020;1.250.000,50;läuft;mobility|energy;x
P2;Licht;DEU;München;muenchen;48,14;11,58;2021/01/05;;k. A.;energy;
P3;Wasser;Brésil;Fortaleza;fortaleza;;;2019;;läuft;;
"""
MAPPING: dict[str, Any] = {
    "source": "city-portal",
    "language": "de",
    "decimal": ",",
    "separator": "|",
    "unknown": ["k. A."],
    "columns": {
        "Kennung": "key",
        "Titel": "title",
        "Land": "country",
        "Stadt": "place",
        "Träger": "organisation",
        "Breite": "latitude",
        "Länge": "longitude",
        "Beginn": "start",
        "Kosten": "budget_amount",
        "Stand": "maturity",
        "Themen": "topics",
    },
    "codes": {"maturity": {"läuft": "running"}, "country": {"Brésil": "BR"}},
    "constants": {"budget_currency": "EUR"},
}


def files(
    folder: Path, text: str | bytes, mapping: dict[str, Any] | None = None, name: str = "projects.csv"
) -> tuple[Path, Path | None]:
    """A file of projects and its mapping."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    if mapping is None:
        return path, None
    (folder / "mapping.json").write_text(json.dumps(mapping))
    return path, folder / "mapping.json"


def read(path: Path, mapping: Path | None, source: str) -> foreign.Foreign:
    """All that a file holds."""
    how = foreign.mapping(mapping) if mapping else Reading(source=source)
    with foreign.opened(path, how) as found:
        return replace(found, records=list(found.records))


def test_a_german_table_is_read_by_its_mapping(tmp_path: Path) -> None:
    found = read(*files(tmp_path, GERMAN, MAPPING), "unused")
    assert found.source == "city-portal"
    assert list(found.notes) == ["columns are parted by ';'", "column “Notiz” is not read"]
    assert [record.problems for record in found.records] == [(), (), ()]
    first, second, third = (record.value for record in found.records)
    assert first == {
        "key": "P1",
        "organisation": "hamburg",
        "topics": ["mobility", "energy"],
        "maturity": "running",
        "start": "2020-12-31",
        "title": {"de": "Bäume gießen"},
        "places": [{"name": "Hamburg", "country": "DE", "latitude": 53.55, "longitude": 9.99}],
        "budget": {"amount": 1250000.5, "currency": "EUR"},
    }
    assert (second["start"], second["places"][0]["country"], "maturity" in second) == ("2021-01-05", "DE", False)
    assert third["places"] == [{"name": "Fortaleza", "country": "BR"}]


def test_from_file_to_directory_and_again_without_a_change(command: Command, fresh: Loaded, tmp_path: Path) -> None:
    path, mapping = files(tmp_path, GERMAN, MAPPING)
    words = ("import", "projects", path, "--mapping", mapping)
    before = dump(fresh.url)
    tried = command(*words, "--dry-run")
    assert (tried.exit_code, "3 created" in tried.stdout, dump(fresh.url) == before) == (0, True, True), tried.output
    assert "3 created" in command(*words).stdout
    assert "3 unchanged" in command(*words).stdout
    changed, _ = files(tmp_path, GERMAN.replace("Licht", "Helles Licht"))
    again = command("import", "projects", changed, "--mapping", mapping)
    assert "0 created, 1 changed, 2 unchanged" in again.stdout
    database = Database(fresh.url, threads=2)
    with database.reading() as session:
        assert session.get(ProjectKey, ("city-portal", "P2")) is not None
    database.close()


def test_refused_rows_come_as_a_table_and_nothing_is_written(command: Command, fresh: Loaded, tmp_path: Path) -> None:
    wrong = GERMAN.replace("läuft;mobility", "=cmd;mobility").replace("hamburg", "nowhere")
    path, mapping = files(tmp_path, wrong.replace("2019", "03/04/2019"), MAPPING)
    before = dump(fresh.url)
    result = command("import", "projects", path, "--mapping", mapping, "--errors", tmp_path / "errors.csv")
    assert (result.exit_code, dump(fresh.url) == before) == (2, True)
    rows = list(csv.DictReader((tmp_path / "errors.csv").read_text().splitlines()))
    assert [(row["line"], row["row"], row["field"]) for row in rows] == [("2", "P1", "maturity"), ("4", "P3", "Beginn")]
    assert "day_first" in rows[1]["detail"]


UNCERTAIN = {
    "a slashed day": ("start", "03/04/2021", "day_first"),
    "a word for unknown": ("maturity", "Unknown", "unknown"),
    "a decimal comma": ("budget_amount", "1,5", "decimal"),
    "points that may part thousands": ("budget_amount", "1.500", "decimal"),
    "no number": ("budget_amount", "much", "no number"),
    "no date": ("start", "spring", "2020-06-18"),
    "no day": ("end", "30.02.2020", "calendar"),
    "no country": ("country", "Atlantis", "two-letter"),
    "swapped coordinates": ("latitude", "120", "swapped"),
}


@pytest.mark.parametrize(("field", "value", "hint"), UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_may_mean_two_things_is_asked(tmp_path: Path, field: str, value: str, hint: str) -> None:
    row = {"key": "1", "title_en": "X", "organisation": "hamburg", "place": "X", "country": "DE", "latitude": "1", "longitude": "2"}
    row[field] = value
    out = tmp_path / "p.csv"
    with out.open("w", newline="") as file:
        table = csv.DictWriter(file, row)
        table.writeheader()
        table.writerow(row)
    (record,) = read(out, None, "x").records
    (doubt,) = record.problems
    column, detail = doubt.column, doubt.detail
    assert column in (field, "latitude, longitude")
    assert hint in detail


BROKEN: dict[str, tuple[str | bytes, str, str]] = {
    "western letters": ("key,title\n1,München".encode("cp1252"), "p.csv", "windows-1252"),
    "two columns of a name": (b"key,key\n1,2", "p.csv", "two columns"),
    "a short line": (b"key,title\n1,2\n3", "p.csv", "line 3 has 1 cells"),
    "an open quote": (b'key,title\n1,"2', "p.csv", "not CSV"),
    "two delimiters": (b"a,b;c,d;e\n1", "p.csv", "delimiter"),
    "nothing": (b"", "p.csv", "no header"),
    "broken lines": (b'{"key": 1}\n{', "p.ndjson", "line 2"),
    "a number": (b"5", "p.geojson", "no list"),
    "deep": (b"[" * 100_000, "p.geojson", "not JSON"),
    "a list of texts": (b'["x"]', "p.geojson", "no object"),
}


@pytest.mark.parametrize(("content", "name", "hint"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_with_the_reason(
    command: Command, fresh: Loaded, tmp_path: Path, content: bytes, name: str, hint: str
) -> None:
    path, _ = files(tmp_path, content, None, name)
    before = dump(fresh.url)
    result = command("import", "projects", path)
    assert result.exit_code == 2, result.output
    assert hint in result.output
    assert dump(fresh.url) == before


WRONG_MAPPINGS: dict[str, tuple[dict[str, Any], str]] = {
    "a column that is not there": ({"columns": {"Gone": "key"}}, "Gone"),
    "a field that is not ours": ({"columns": {"Notiz": "nothing"}}, "nothing"),
    "two columns for one field": ({"columns": {"Notiz": "key", "Kennung": "key"}}, "two columns"),
    "codes of no field": ({"codes": {"nothing": {}}}, "nothing"),
    "an option that there is not": ({"guess": True}, "guess"),
    "an encoding that there is not": ({"encoding": "klingon"}, "klingon"),
}


@pytest.mark.parametrize(("change", "hint"), WRONG_MAPPINGS.values(), ids=WRONG_MAPPINGS)
def test_a_wrong_mapping_is_refused_before_anything_is_read(tmp_path: Path, change: dict[str, Any], hint: str) -> None:
    with pytest.raises(UnreadableFile, match=hint):
        read(*files(tmp_path, GERMAN, {**MAPPING, **change}), "x")


def test_an_encoding_that_is_said_is_taken(tmp_path: Path) -> None:
    path, mapping = files(tmp_path, GERMAN.encode("cp1252"), {**MAPPING, "encoding": "windows-1252"})
    assert next(iter(read(path, mapping, "x").records)).value["title"] == {"de": "Bäume gießen"}
    path, mapping = files(tmp_path, GERMAN.encode("utf-16"), MAPPING)
    assert read(path, mapping, "x").notes[0] == "read as UTF-16"


def test_geojson_and_lines_of_json_hold_the_same(tmp_path: Path) -> None:
    about = {"key": "1", "title_en": "X", "organisation": "hamburg", "place": "X", "country": "DE", "topics": ["energy"]}
    point = {"type": "Point", "coordinates": [9.99, 53.55]}
    collection = {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": point, "properties": about}]}
    lines = json.dumps({**about, "latitude": 53.55, "longitude": 9.99})
    of = [
        next(iter(read(files(tmp_path, text, None, name)[0], None, "x").records)).value
        for text, name in ((json.dumps(collection), "p.geojson"), (lines, "p.ndjson"))
    ]
    assert of[0] == of[1]
    assert of[0]["places"][0]["latitude"] == 53.55


def test_the_template_names_every_field(command: Command) -> None:
    assert command("import", "template").stdout.strip().split(",") == list(FIELDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_countries_are_known_by_name_and_by_either_code(language: str) -> None:
    for code, three in (("BR", "BRA"), ("DE", "DEU"), ("IN", "IND"), ("PE", "PER"), ("MX", "mex")):
        name = str(Locale(language).territories[code])
        assert values.country(name) == values.country(three) == values.country(code.lower()) == code


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["{d}.{m}.{y}", "{y}/{m}/{d}", "{d:02}/{m:02}/{y}", "{y}.{m}.{d}"]))
def test_a_day_is_read_as_itself_or_not_at_all(day: Any, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=f"{day.year:04}")
    try:
        read = values.partial_date(text, None)
    except Asked:
        assert "/" in form, "only slashes leave open which comes first"
        assert day.day <= 12
        return
    assert read == day.isoformat()
    assert values.partial_date(text, day_first=True) == day.isoformat()


@given(st.integers(-(10**9), 10**9), st.integers(0, 99))
def test_numbers_are_read_by_their_mark_and_in_doubt_not_at_all(whole: int, cents: int) -> None:
    german = f"{whole:,}".replace(",", ".") + f",{cents:02}"
    expected = float(f"{whole}.{cents:02}")
    assert values.number(german, ",") == expected
    assert values.number(f"{whole:,}.{cents:02}", ".") == expected
    with pytest.raises(Asked):
        values.number(german, None)
