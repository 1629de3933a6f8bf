"""Workbooks: numbers and days keep their kind, and one that would fill the memory fills only its own reader's."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from citypeers.exchange.imports import workbooks
from citypeers.exchange.imports.files import UnreadableFile
from citypeers.exchange.imports.schemas import Reading
from tests.exchange.test_foreign import read
from tests.exchange.test_imports import Command, command

__all__ = ["command"]
HEADER = ("key", "title_en", "organisation", "place", "country", "latitude", "longitude", "start", "budget_year", "notes")
ROW = ("P1", "=1+1", "hamburg", "Hamburg", "DEU", 53.55, 9.99, datetime(2021, 1, 5), 2021, "x")


def workbook(path: Path, *sheets: tuple[str, list[tuple[Any, ...]]]) -> Path:
    """A workbook of some sheets."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
    return path


def test_numbers_and_days_are_what_they_are(tmp_path: Path) -> None:
    path = workbook(tmp_path / "p.xlsx", ("Projects", [(), (), HEADER, ROW, (), ("P2", *ROW[1:])]))
    found = read(path, None, "x")
    assert list(found.notes) == ["column “notes” is not read"]
    first, second = found.records
    assert (first.line, second.line, first.problems) == (4, 6, ())
    assert first.value["start"] == "2021-01-05"
    assert first.value["title"] == {"en": "=1+1"}
    assert first.value["places"] == [{"name": "Hamburg", "country": "DE", "latitude": 53.55, "longitude": 9.99}]


def test_the_first_of_several_sheets_is_read_unless_one_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "p.xlsx", ("One", [HEADER, ROW]), ("Two", [HEADER, ROW, ("P2", *ROW[1:])]))
    found = read(path, None, "x")
    assert (found.notes[0], len(list(found.records))) == ("read from the sheet “One” of 2", 1)
    mapping = tmp_path / "mapping.json"
    mapping.write_text(Reading(source="x", sheet="Two", decimal=",").model_dump_json())
    records = list(read(path, mapping, "x").records)
    assert (len(records), records[0].value["places"][0]["latitude"]) == (2, 53.55)
    mapping.write_text(Reading(source="x", sheet="Three").model_dump_json())
    with pytest.raises(UnreadableFile, match="no sheet of that name"):
        read(path, mapping, "x")


def test_a_workbook_is_imported(command: Command, tmp_path: Path) -> None:
    result = command("import", "projects", workbook(tmp_path / "p.xlsx", ("One", [HEADER, ROW])), "--source", "city-portal")
    assert (result.exit_code, "1 created" in result.stdout) == (0, True), result.output


def packed(tmp_path: Path, parts: dict[str, bytes]) -> Path:
    """The workbook of one row with some of its parts replaced."""
    source = workbook(tmp_path / "source.xlsx", ("One", [HEADER, ROW]))
    out = tmp_path / "p.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
WIDE = '<row r="1">' + "".join(f'<c t="inlineStr"><is><t>c{n}</t></is></c>' for n in range(16_000)) + "</row>"
HOSTILE: dict[str, tuple[dict[str, bytes], str]] = {
    "a bomb": ({"xl/media/image.png": b"\0" * (workbooks.UNPACKED_BYTES + 1)}, "workbook_large"),
    "many parts": ({f"xl/{n}.xml": b"" for n in range(workbooks.MOST_PARTS + 1)}, "workbook_large"),
    "a cell at the far end": ({"xl/worksheets/sheet1.xml": SHEET.format(FAR).encode()}, "workbook_large"),
    "many columns": ({"xl/worksheets/sheet1.xml": SHEET.format(WIDE).encode()}, "columns_many"),
    "broken XML": ({"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"}, "header_missing"),
    "no sheets": ({"xl/workbook.xml": b"<workbook/>"}, "workbook_broken"),
    "nothing in it": ({"xl/worksheets/sheet1.xml": SHEET.format("").encode()}, "header_missing"),
}


@pytest.mark.parametrize(("parts", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_workbook_is_refused(tmp_path: Path, parts: dict[str, bytes], code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(packed(tmp_path, parts), None, "x")
    assert refused.value.code in (code, "workbook_broken")


def test_one_text_in_many_cells_does_not_fill_the_memory(tmp_path: Path) -> None:
    """Each cell points to the same long text, so that the parts stay small; only reading them unpacks it."""
    text = "x" * 1_000_000
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 30_000))
    shared = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{text}</t></si></sst>'
    path = packed(tmp_path, {"xl/worksheets/sheet1.xml": SHEET.format(rows).encode(), "xl/sharedStrings.xml": shared.encode()})
    with pytest.raises(UnreadableFile) as refused:
        read(path, None, "x")
    assert refused.value.code == "workbook_large"


def test_links_to_other_files_are_not_followed(tmp_path: Path) -> None:
    link = b'<externalLink><externalBook r:id="rId1"/></externalLink>'
    target = b'<Relationships><Relationship Id="rId1" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    parts = {"xl/externalLinks/externalLink1.xml": link, "xl/externalLinks/_rels/externalLink1.xml.rels": target}
    (record,) = read(packed(tmp_path, parts), None, "x").records
    assert record.value["key"] == "P1"


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"nothing" * 100)
    with pytest.raises(UnreadableFile, match="no workbook"):
        read(path, None, "x")
    with io.BytesIO() as packed_text, zipfile.ZipFile(packed_text, "w") as archive:
        archive.writestr("a.txt", "x")
        archive.close()
        path.write_bytes(packed_text.getvalue())
    with pytest.raises(UnreadableFile, match="no workbook"):
        read(path, None, "x")
