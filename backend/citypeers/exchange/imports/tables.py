"""Rows of files as others keep them: how they are written is found out and told, and asked for where it is not certain."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citypeers.exchange.imports.files import MAX_BYTES, UnreadableFile

DELIMITERS = (",", ";", "\t", "|")
UTF8, WESTERN = "utf-8", "windows-1252"
Cells = Mapping[str, str]


@dataclass(frozen=True)
class Row:
    """One row: the line on which it begins, and its cells by column, trimmed."""

    line: int
    cells: Cells


@dataclass(frozen=True)
class Table:
    """A file as rows, with what was found out about how it is written."""

    columns: Sequence[str]
    rows: Sequence[Row]
    notes: Sequence[str]


def read(path: Path, encoding: str | None, delimiter: str | None) -> Table:
    """The rows of a CSV, NDJSON, JSON or GeoJSON file; an encoding or a delimiter that is given is not looked for."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(f"the file is larger than {MAX_BYTES // 2**20} MiB")
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"cannot open it: {error.strerror}") from None
    text, notes = _decoded(raw, encoding)
    if path.suffix.lower() in (".json", ".geojson", ".ndjson", ".jsonl"):
        return _objects(text, path.suffix.lower() in (".ndjson", ".jsonl"), notes)
    return _csv(text, delimiter, notes)


def _decoded(raw: bytes, encoding: str | None) -> tuple[str, list[str]]:
    try:
        if encoding is not None:
            return raw.decode(encoding), []
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-16"), ["read as UTF-16"]
        return raw.decode("utf-8-sig"), []
    except LookupError:
        raise UnreadableFile(f"there is no encoding called “{encoding}”") from None
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise UnreadableFile(f"it is not {encoding}: the byte at position {error.start} is none") from None
        before, after = raw[max(0, error.start - 15) : error.start], raw[error.start : error.start + 15]
        looks = (before + after).decode(WESTERN, "replace").replace("\n", " ")
        raise UnreadableFile(
            f'it is not UTF-8. As {WESTERN} it would read “…{looks}…”: if that is right, say "encoding": "{WESTERN}" in the mapping'
        ) from None


def _csv(text: str, delimiter: str | None, notes: list[str]) -> Table:
    header = next((line for line in text.splitlines() if line.strip()), "")
    if delimiter is None:
        counted = {each: header.count(each) for each in DELIMITERS if header.count(each)}
        most = sorted(counted, key=lambda each: -counted[each])
        if len(most) > 1 and counted[most[0]] == counted[most[1]]:
            raise UnreadableFile('its columns may be parted in two ways: say "delimiter" in the mapping')
        delimiter = most[0] if most else ","
        if delimiter != ",":
            notes.append(f"columns are parted by {delimiter!r}")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [name.strip() for name in next(reader, [])]
        _check_columns(columns)
        rows, line = [], reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) != len(columns):
                    raise UnreadableFile(f"line {line} has {len(cells)} cells, the header {len(columns)}")
                rows.append(Row(line, {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile(f"it is not CSV: line {reader.line_num}: {error}") from None
    return Table(columns, rows, notes)


def _check_columns(columns: Sequence[str]) -> None:
    if not any(columns):
        raise UnreadableFile("it has no header that names its columns")
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise UnreadableFile(f"two columns are called “{twice[0]}”")


def _objects(text: str, is_lines: bool, notes: list[str]) -> Table:
    found = list(_lines(text)) if is_lines else list(_whole(text))
    columns = list(dict.fromkeys(name for _, value in found for name in value))
    rows = [Row(line, {name: _cell(value.get(name)) for name in columns}) for line, value in found]
    return Table(columns, rows, notes)


def _lines(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield number, _flat(_parsed(line, number), number)


def _whole(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    document = _parsed(text, 1)
    if isinstance(document, dict):
        document = next((value for value in document.values() if isinstance(value, list)), None)
    if not isinstance(document, list):
        raise UnreadableFile("it holds no list of records")
    for place, value in enumerate(document, 1):
        yield place, _flat(value, place)


def _parsed(text: str, line: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableFile(f"it is not JSON: line {line + error.lineno - 1}, column {error.colno}: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"it is not JSON: {error}") from None


def _flat(value: Any, line: int) -> dict[str, Any]:
    """One record; of a GeoJSON feature its properties and the coordinates of its point (RFC 7946: longitude first)."""
    if not isinstance(value, dict):
        raise UnreadableFile(f"record {line} is no object")
    if value.get("type") != "Feature":
        return value
    cells = dict(value.get("properties") or {})
    geometry = value.get("geometry")
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        longitude, latitude, *_ = geometry.get("coordinates") or (None, None)
        cells |= {"longitude": longitude, "latitude": latitude}
    return cells


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value).strip()
