"""Rows of files as others keep them: how they are written is found out and told, and asked for where it is not certain.

Tables and lines of JSON are read row by row, so that a large file needs no more memory than a small one.
"""

import codecs
import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from citypeers.exchange.imports import workbooks
from citypeers.exchange.imports.files import MAX_BYTES, Unclear, UnreadableFile

DELIMITERS = (",", ";", "\t", "|")
UTF8, WESTERN = "utf-8", "windows-1252"
MOST_COLUMNS = 1_000
LONGEST_SHOWN = 200
_BLOCK = 2**20
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
Cell = str | int | float | date
Cells = Mapping[str, Cell]


@dataclass(frozen=True)
class Row:
    """One row: the line on which it begins, and its cells by column; texts are trimmed, numbers and days are what they are."""

    line: int
    cells: Cells


@dataclass(frozen=True)
class Table:
    """A file as rows, which come as they are asked for, with what was found out about how it is written."""

    columns: Sequence[str]
    rows: Iterable[Row]
    notes: Sequence[str]
    format: str
    encoding: str | None = None
    delimiter: str | None = None
    sheets: Sequence[str] = ()


def written(cell: Cell) -> str:
    """A cell as text."""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def showable(cell: Cell) -> str:
    """A cell as it can be shown and kept: what is no text in it is marked, and its end is left out."""
    return _NO_TEXT.sub("\ufffd", written(cell)[:LONGEST_SHOWN])


@contextmanager
def opened(path: Path, encoding: str | None, delimiter: str | None, sheet: str | None = None) -> Iterator[Table]:
    """The rows of a CSV, XLSX, NDJSON, JSON or GeoJSON file; an encoding or a delimiter that is given is not looked for."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(f"the file is larger than {MAX_BYTES // 2**20} MiB", "file_large")
        if workbooks.is_workbook(path):
            with _workbook(path, sheet) as table:
                yield table
            return
        found, notes = _encoding(path, encoding)
        suffix = path.suffix.lower()
        if suffix in (".json", ".geojson", ".ndjson", ".jsonl"):
            yield _objects(path, found, suffix in (".ndjson", ".jsonl"), notes)
            return
        with path.open(encoding=found, newline="") as file:
            yield _csv(path, file, found, delimiter, notes)
    except workbooks.BadWorkbook as error:
        raise UnreadableFile(str(error), error.code) from None
    except OSError as error:
        raise UnreadableFile(f"cannot open it: {error.strerror}") from None


def _encoding(path: Path, given: str | None) -> tuple[str, list[str]]:
    """The encoding in which all of the file can be read, and what there is to tell of it."""
    with path.open("rb") as file:
        begins = file.read(2)
    if given is None and begins in (b"\xff\xfe", b"\xfe\xff"):
        _decode(path, "utf-16")
        return "utf-16", ["read as UTF-16"]
    try:
        codec = "utf-8-sig" if given in (None, "utf-8") else codecs.lookup(str(given)).name
        if not getattr(codecs.lookup(codec), "_is_text_encoding", True):
            raise LookupError
    except LookupError:
        raise UnreadableFile(f"there is no encoding called “{given}”", "encoding_unknown") from None
    try:
        _decode(path, codec)
    except _NotSo as error:
        if given is not None:
            raise UnreadableFile(f"it is not {given}: the byte at position {error.place} is none", "encoding_wrong") from None
        looks = error.around.decode(WESTERN, "replace").replace("\n", " ")
        message = (
            f'it is not UTF-8. As {WESTERN} it would read “…{looks}…”: if that is right, say "encoding": "{WESTERN}" in the mapping'
        )
        raise Unclear(message, "asked_encoding", {WESTERN: looks}) from None
    return codec, []


class _NotSo(Exception):
    """A byte at a place of the file is none of the encoding; with what stands around it."""

    def __init__(self, place: int, around: bytes) -> None:
        super().__init__(place)
        self.place, self.around = place, around


def _decode(path: Path, encoding: str) -> None:
    """See whether all of the file is of an encoding, block by block."""
    decoder = codecs.getincrementaldecoder(encoding)()
    place = 0
    with path.open("rb") as file:
        while True:
            block = file.read(_BLOCK)
            kept = len(decoder.getstate()[0])
            try:
                decoder.decode(block, final=not block)
            except UnicodeError as error:
                at = place - kept + getattr(error, "start", 0)
                file.seek(max(0, at - 15))
                raise _NotSo(at, file.read(30)) from None
            if not block:
                return
            place += len(block)


def _csv(path: Path, file: Iterable[str], encoding: str, delimiter: str | None, notes: list[str]) -> Table:
    if delimiter is None:
        delimiter = _delimiter(path, encoding)
        if delimiter != ",":
            notes.append(f"columns are parted by {delimiter!r}")
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    try:
        columns = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise UnreadableFile(f"it is not CSV: line {reader.line_num}: {error}", "csv_broken") from None
    _check_columns(columns)

    def rows() -> Iterator[Row]:
        line = reader.line_num + 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    if len(cells) != len(columns):
                        raise UnreadableFile(f"line {line} has {len(cells)} cells, the header {len(columns)}", "cells_differ")
                    yield Row(line, {name: cell.strip() for name, cell in zip(columns, cells, strict=True)})
                line = reader.line_num + 1
        except csv.Error as error:
            raise UnreadableFile(f"it is not CSV: line {reader.line_num}: {error}", "csv_broken") from None

    return Table(columns, rows(), notes, "csv", "utf-8" if encoding == "utf-8-sig" else encoding, delimiter)


def _delimiter(path: Path, encoding: str) -> str:
    """What parts the columns of the header."""
    with path.open(encoding=encoding) as file:
        header = next((line for line in iter(lambda: file.readline(_BLOCK), "") if line.strip()), "")
    counted = {each: header.count(each) for each in DELIMITERS if header.count(each)}
    most = sorted(counted, key=lambda each: -counted[each])
    if len(most) > 1 and counted[most[0]] == counted[most[1]]:
        message = 'its columns may be parted in two ways: say "delimiter" in the mapping'
        raise Unclear(message, "asked_delimiter", {each: header[:200].strip() for each in most[:2]})
    return most[0] if most else ","


def _check_columns(columns: Sequence[str]) -> None:
    if not any(columns):
        raise UnreadableFile("it has no header that names its columns", "header_missing")
    if len(columns) > MOST_COLUMNS:
        raise UnreadableFile(f"it has more than {MOST_COLUMNS} columns", "columns_many")
    if any(_NO_TEXT.search(name) or len(name) > LONGEST_SHOWN for name in columns):
        raise UnreadableFile("a column's name is no text, or endless", "columns_unnamed")
    twice = sorted(name for name in set(columns) if columns.count(name) > 1)
    if twice:
        raise UnreadableFile(f"two columns are called “{twice[0]}”", "columns_twice")


@contextmanager
def _workbook(path: Path, sheet: str | None) -> Iterator[Table]:
    with workbooks.opened(path, sheet) as found:
        notes = [] if len(found.names) < 2 else [f"read from the sheet “{found.name}” of {len(found.names)}"]
        filled = ((number, cells) for number, cells in found.rows if any(cell != "" for cell in cells))
        header = [written(name).strip() for name in next(filled, (0, []))[1]]
        named = [place for place, name in enumerate(header) if name]
        columns = [header[place] for place in named]
        _check_columns(columns)

        def rows() -> Iterator[Row]:
            for number, cells in filled:
                if any(cells[place] != "" for place in set(range(len(cells))) - set(named)):
                    raise UnreadableFile(f"row {number} has a cell in a column without a name", "cells_differ")
                yield Row(number, {header[place]: _trimmed(cells[place]) for place in named})

        yield Table(columns, rows(), notes, "xlsx", sheets=found.names)


def _objects(path: Path, encoding: str, is_lines: bool, notes: list[str]) -> Table:
    def found() -> Iterator[tuple[int, dict[str, Any]]]:
        return _lines(path, encoding) if is_lines else _whole(path, encoding)

    columns: dict[str, None] = {}
    for _, value in found():
        columns |= dict.fromkeys(value)
        if len(columns) > MOST_COLUMNS:
            break
    _check_columns(list(columns))
    rows = (Row(line, {name: _cell(value.get(name)) for name in columns}) for line, value in found())
    return Table(list(columns), rows, notes, "ndjson" if is_lines else path.suffix.lower().removeprefix("."))


def _lines(path: Path, encoding: str) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding=encoding) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield number, _flat(_parsed(line, number), number)


def _whole(path: Path, encoding: str) -> Iterator[tuple[int, dict[str, Any]]]:
    document = _parsed(path.read_text(encoding=encoding), 1)
    if isinstance(document, dict):
        document = next((value for value in document.values() if isinstance(value, list)), None)
    if not isinstance(document, list):
        raise UnreadableFile("it holds no list of records", "records_missing")
    for place, value in enumerate(document, 1):
        yield place, _flat(value, place)


def _parsed(text: str, line: int) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = f"line {line + error.lineno - 1}, column {error.colno}"
        raise UnreadableFile(f"it is not JSON: {where}: {error.msg}", "json_broken") from None
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"it is not JSON: {error}", "json_broken") from None


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is not a value of JSON")


def _flat(value: Any, line: int) -> dict[str, Any]:
    """One record; of a GeoJSON feature its properties and the coordinates of its point (RFC 7946: longitude first)."""
    if not isinstance(value, dict):
        raise UnreadableFile(f"record {line} is no object", "records_missing")
    if value.get("type") != "Feature":
        return value
    properties, geometry = value.get("properties"), value.get("geometry")
    cells = dict(properties) if isinstance(properties, dict) else {}
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        point = geometry.get("coordinates")
        longitude, latitude, *_ = point if isinstance(point, list) and len(point) > 1 else (None, None)
        cells |= {"longitude": longitude, "latitude": latitude}
    return cells


def _cell(value: Any) -> Cell:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(written(_cell(each)) for each in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return _trimmed(value)


def _trimmed(value: Any) -> Cell:
    return value if isinstance(value, int | float | date) else str(value).strip()
