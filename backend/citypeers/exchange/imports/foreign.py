"""Projects of foreign files: columns and codes mapped onto ours, every value read with care, every doubt told by its column."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from citypeers.core.text import LANGUAGES
from citypeers.exchange.imports import tables, values
from citypeers.exchange.imports.files import Doubt, Located, UnreadableFile
from citypeers.exchange.imports.schemas import FIELDS, LISTS, TEXTS, Reading
from citypeers.exchange.imports.tables import Cell, Row, showable, written
from citypeers.exchange.imports.values import LOOKS_UNKNOWN, Asked


@dataclass(frozen=True)
class Foreign:
    """What a file holds, its records as they are asked for, and what was found out on the way."""

    source: str
    columns: list[str]
    records: Iterable[Located]
    notes: list[str]


@contextmanager
def opened(path: Path, how: Reading) -> Iterator[Foreign]:
    """The projects of a table, read while the block lasts."""
    with tables.opened(path, how.encoding, how.delimiter, how.sheet) as table:
        fields = fields_of(how, table.columns)
        unread = [name for name in table.columns if name not in fields]
        notes = [*table.notes, *(f"column “{name}” is not read" for name in unread)]
        yield Foreign(how.source, list(table.columns), (located(row, fields, how) for row in table.rows), notes)


@dataclass(frozen=True)
class Records:
    """The records of a table, read anew each time that somebody goes through them."""

    path: Path
    how: Reading

    def __iter__(self) -> Iterator[Located]:
        with opened(self.path, self.how) as found:
            yield from found.records


def mapping(path: Path) -> Reading:
    """How a file is to be read, as a JSON file beside it says."""
    try:
        return Reading.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"cannot open the mapping: {error.strerror}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise UnreadableFile(
            f"the mapping is wrong at {'.'.join(map(str, first['loc'])) or 'its beginning'}: {first['msg']}"
        ) from None


def fields_of(how: Reading, columns: Any) -> dict[str, str]:
    """Column to field; refused where one of either is named that there is not."""
    missing = [name for name in how.columns if name not in columns]
    if missing:
        raise UnreadableFile(f"the mapping names a column “{missing[0]}”, which the file does not have", "mapping_wrong")
    named = {name: whole_name(how.columns.get(name, name), how) for name in columns}
    for name in (*how.columns.values(), *how.constants, *how.codes):
        if whole_name(name, how) not in FIELDS:
            raise UnreadableFile(f"the mapping names a field “{name}”, which projects do not have", "mapping_wrong")
    found = {name: field for name, field in named.items() if field in FIELDS}
    twice = sorted({field for field in found.values() if list(found.values()).count(field) > 1})
    if twice:
        raise UnreadableFile(f"two columns are mapped to “{twice[0]}”", "mapping_wrong")
    return found


def whole_name(field: str, how: Reading) -> str:
    """The field that a name stands for: a text without a language is in that of the file."""
    return f"{field}_{how.language}" if field in TEXTS else field


def located(row: Row, fields: Mapping[str, str], how: Reading) -> Located:
    """The record of a row, with its doubts."""
    given: dict[str, Any] = {}
    problems: list[Doubt] = []
    constants = [(name, whole_name(name, how), value) for name, value in how.constants.items()]
    for column, field, cell in (*constants, *((column, field, row.cells[column]) for column, field in fields.items())):
        try:
            value = _value(field, cell, how)
        except Asked as asked:
            problems.append(Doubt(column, asked.code, showable(cell), str(asked)))
            continue
        if value is not None:
            given[field] = value
    try:
        return Located(row.line, _project(given), tuple(problems))
    except Asked as asked:
        where = Doubt("latitude, longitude", asked.code, "", str(asked))
        return Located(row.line, {"key": given.get("key", "?")}, (*problems, where))


def _value(field: str, given: Cell, how: Reading) -> Any:
    if field in NUMBERS and isinstance(given, int | float):
        number = values.finite(given)
        return int(number) if field == "budget_year" else number
    cell = written(given)
    if not cell or cell in how.unknown:
        return None
    codes = how.codes.get(field, {})
    if field in LISTS:
        parts = [codes.get(part, part) for part in (each.strip() for each in cell.split(how.separator)) if part]
        return [int(part) if field == "sdgs" and re.fullmatch("[0-9]{1,2}", part) else part for part in parts if part]
    if cell in codes:
        return codes[cell] or None
    if cell.casefold() in LOOKS_UNKNOWN:
        detail = f'“{cell}” looks as if it said that nothing is known: list it under "unknown", or under codes.{field}'
        raise Asked("asked_unknown", detail)
    return READERS[field](cell, how) if field in READERS else cell


NUMBERS = frozenset({"latitude", "longitude", "budget_amount", "budget_year"})
READERS: Mapping[str, Callable[[str, Reading], Any]] = {
    "country": lambda text, _: values.country(text),
    "start": lambda text, how: values.partial_date(text, how.day_first),
    "end": lambda text, how: values.partial_date(text, how.day_first),
    "budget_amount": lambda text, how: values.number(text, how.decimal),
    "budget_year": lambda text, how: int(values.number(text, how.decimal)),
    "latitude": lambda text, how: values.number(text, how.decimal),
    "longitude": lambda text, how: values.number(text, how.decimal),
    "budget_currency": lambda text, _: text.upper(),
}


def _project(given: Mapping[str, Any]) -> dict[str, Any]:
    """The record that a row stands for, as ``data/projects.json`` has it."""
    names = ("key", "organisation", "topics", "sdgs", "charter_points", "maturity", "start", "end", "website", "replicates")
    record = {name: given[name] for name in names if name in given}
    for text in TEXTS[:-1]:
        if told := _texts(given, text):
            record[text] = told
    if lesson := _texts(given, "lesson"):
        record["lessons"] = [{"id": "1", "happened": lesson}]
    if "place" in given:
        record["places"] = [_place(given)]
    if "budget_amount" in given:
        amount = given["budget_amount"]
        record["budget"] = {"amount": int(amount) if amount == int(amount) else amount, "currency": given.get("budget_currency")}
        record["budget"] |= {"year": given["budget_year"]} if "budget_year" in given else {}
    if "funding_sources" in given:
        record["funding_sources"] = [{"en": name} for name in given["funding_sources"]]
    if "source_url" in given:
        record["sources"] = [{"label": {"en": given["source_url"]}, "url": given["source_url"]}]
    return record


def _texts(given: Mapping[str, Any], name: str) -> dict[str, str]:
    return {language: given[f"{name}_{language}"] for language in LANGUAGES if f"{name}_{language}" in given}


def _place(given: Mapping[str, Any]) -> dict[str, Any]:
    place = {"name": given["place"], "country": given.get("country")}
    if "latitude" in given and "longitude" in given:
        place["latitude"], place["longitude"] = values.coordinates(given["latitude"], given["longitude"])
    return place


def template() -> str:
    """An empty table of projects, ready to be filled in."""
    return ",".join(FIELDS) + "\n"
