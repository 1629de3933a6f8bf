"""Rows checked before any is saved: what each is, or everything that is wrong with it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from citypeers.core.problems import saying
from citypeers.exchange.imports.files import Located
from citypeers.exchange.imports.tables import showable

Row = TypeVar("Row", bound=BaseModel)


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong with a row: its field or column, the name of the sentence, the cell, and what to do in English."""

    field: str
    code: str
    cell: str
    detail: str


@dataclass(frozen=True)
class Checked(Generic[Row]):
    """One row of a file: where it stands, what names it, and what it is, or what is wrong with it."""

    line: int
    key: str
    row: Row | None
    wrong: tuple[Wrong, ...] = ()


def checked(located: Iterable[Located], model: type[Row], identity: Callable[[Row], str]) -> Iterator[Checked[Row]]:
    """The rows as they come; one that says again what another says is wrong."""
    seen: dict[str, int] = {}
    for each in located:
        name = _name(each.value)
        if each.problems:
            yield Checked(each.line, name, None, tuple(Wrong(at.column, at.code, at.cell, at.detail) for at in each.problems))
            continue
        try:
            row = model.model_validate(each.value)
        except ValidationError as error:
            wrong = (_wrong(problem["loc"], problem["type"]) for problem in error.errors())
            yield Checked(each.line, name, None, tuple(wrong))
            continue
        key = identity(row)
        if key in seen:
            detail = f"“{key}” stands in line {seen[key]} already; each may occur once"
            yield Checked(each.line, key, None, (Wrong("slug", "line_twice", key, detail),))
            continue
        seen[key] = each.line
        yield Checked(each.line, key, row)


def _name(value: Any) -> str:
    """What names a row that is not one."""
    fields = value if isinstance(value, dict) else {}
    return next((showable(fields[key])[:80] for key in ("slug", "key", "id", "name") if isinstance(fields.get(key), str)), "?")


def _wrong(location: tuple[str | int, ...], code: str) -> Wrong:
    return Wrong(".".join(map(str, location)) or "(row)", code, "", saying(code, "en"))
