"""The dictionary of fields: what each field of a project is, of which kind, with which codes; made from the schema."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Literal

from pydantic import ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from citypeers.core.answers import MEDIA_TYPES, PUBLIC, Format, csv_lines, public_json
from citypeers.core.forms import Form
from citypeers.core.text import LANGUAGES, LanguageMap
from citypeers.domain.projects.fields_messages import MEANINGS
from citypeers.domain.projects.queries import COLUMNS
from citypeers.domain.projects.schemas import LICENCE, ProjectWhole


class FieldKind(StrEnum):
    """What a value is."""

    text = "text"
    texts = "texts"
    """One text in several languages, by language tag."""
    code = "code"
    number = "number"
    yes_or_no = "yes_or_no"
    instant = "instant"
    partial_date = "partial_date"
    record = "record"


class FieldOut(Form):
    """One field of a project."""

    name: str
    columns: list[str]
    """The columns of CSV and XLSX that hold it; none where it is only in JSON and NDJSON."""
    kind: FieldKind
    is_list: bool
    required: bool
    """Whether every project has it."""
    codes: list[str]
    """All values that there are, where the list is closed."""
    meaning: LanguageMap


class FieldDictionary(Form):
    """Every field of a project, and the licence of the data."""

    licence: str
    items: list[FieldOut]


class FieldQuery(Form):
    """In which form the dictionary is asked for."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["json", "csv"] = "json"


@cache
def dictionary() -> FieldDictionary:
    """The dictionary, fields of the list first."""
    schema = ProjectWhole.model_json_schema(mode="validation")
    properties, parts = schema["properties"], schema.get("$defs", {})
    return FieldDictionary(licence=LICENCE, items=[_field(name, properties[name], parts) for name in MEANINGS])


def _field(name: str, schema: Mapping[str, Any], parts: Mapping[str, Any]) -> FieldOut:
    said = [_resolved(each, parts) for each in schema.get("anyOf", [schema])]
    value = next(each for each in said if each.get("type") != "null")
    is_list = value.get("type") == "array"
    one = _resolved(value["items"], parts) if is_list else value
    return FieldOut(
        name=name,
        columns=[column for column in COLUMNS if column == name or column in _apart(name)],
        kind=_kind(one),
        is_list=is_list,
        required=not is_list and len(said) == 1,
        codes=[str(code) for code in one.get("enum", [])],
        meaning=MEANINGS[name],
    )


def _apart(name: str) -> set[str]:
    """The columns into which a table takes a field apart."""
    return {f"{name}_{part}" for part in (*LANGUAGES, *(("amount", "currency", "year") if name == "budget" else ()))}


def _resolved(schema: Mapping[str, Any], parts: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = parts[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    return found


def _kind(schema: Mapping[str, Any]) -> FieldKind:
    type = schema.get("type")
    if "enum" in schema:
        return FieldKind.code
    if type == "object":
        return FieldKind.record if "properties" in schema else FieldKind.texts
    if type in ("integer", "number"):
        return FieldKind.number
    if type == "boolean":
        return FieldKind.yes_or_no
    if schema.get("format") == "date-time":
        return FieldKind.instant
    return FieldKind.partial_date if "2019-09" in schema.get("examples", []) else FieldKind.text


def answer(request: Request, language: str, query: FieldQuery) -> Response:
    """The dictionary; as a table with all languages beside one another."""
    if query.format == "json":
        return public_json(request, dictionary().model_dump_json(), language)
    columns = ["name", "columns", "kind", "is_list", "required", "codes", *(f"meaning_{each}" for each in LANGUAGES), "licence"]
    headers = {**PUBLIC, "Content-Language": language, "Content-Disposition": 'attachment; filename="project-fields.csv"'}
    return Response("".join(csv_lines(_rows(), columns)), media_type=MEDIA_TYPES[Format.csv], headers=headers)


def _rows() -> Iterator[dict[str, Any]]:
    for field in dictionary().items:
        row = field.model_dump(mode="json", exclude={"meaning"})
        listed = {name: "; ".join(row[name]) for name in ("columns", "codes")}
        yield {**row, **listed, **{f"meaning_{tag}": text for tag, text in field.meaning.items()}, "licence": LICENCE}
