"""Reads of imports: one, one's own, what is wrong with their rows, and the machine."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, func, select, tuple_
from sqlmodel import Session, col
from starlette.responses import Response

from citypeers.core import newest
from citypeers.core.answers import MEDIA_TYPES, Format, csv_lines, neutral, workbook
from citypeers.core.cursors import Cursors
from citypeers.core.db import Database
from citypeers.core.principal import Principal
from citypeers.core.problems import saying
from citypeers.core.rows import etag
from citypeers.core.text import spoken
from citypeers.exchange.imports.runs import service
from citypeers.exchange.imports.runs.models import ImportMapping, ImportRow, ImportRun
from citypeers.exchange.imports.runs.schemas import (
    Answered,
    Counts,
    ErrorQuery,
    ImportCandidate,
    ImportLine,
    ImportOut,
    ImportPage,
    ImportPatch,
    ImportQuery,
    ImportStepOut,
    Mapping,
    MappingOut,
    MappingPage,
    Question,
    RowErrorOut,
    RowErrorPage,
    Seen,
)
from citypeers.exchange.imports.runs.states import TABLE, UNDO_FOR, ImportState

_ERRORS = "import-errors"
COLUMNS = ("line", "key", "outcome", "field", "cell", "code", "detail", "candidates")
PRIVATE = {"Cache-Control": "no-store"}


def shown(session: Session, run: ImportRun, language: str) -> tuple[ImportOut, str]:
    """An import and its entity tag."""
    session.flush()
    questions = [
        Question(
            code=each["code"],
            detail=saying(each["code"], language),
            field=each["field"],
            column=each["column"],
            cells=each["cells"],
            answers=each["answers"],
        )
        for each in run.seen["questions"]
    ]
    body = ImportOut(
        **run.model_dump(include=set(ImportLine.model_fields) - {"counts"}),
        size=run.size,
        publishes=run.publishes,
        partly=run.partly,
        mapping=Answered.model_validate(run.reading),
        seen=Seen.model_validate(run.seen),
        questions=questions,
        counts=_counts(run),
        failure=saying(run.failure, language) if run.failure else None,
        may=service.may(run),
        updated_at=run.updated_at,
        committed_at=run.committed_at,
        undo_until=run.ended_at + UNDO_FOR if run.ended_at and run.state is ImportState.committed else None,
    )
    return body, etag(run)


def changed(database: Database, who: Principal, id: str, patch: ImportPatch, version: str, language: str) -> tuple[ImportOut, str]:
    """An import with a patch merged in, and its new entity tag."""
    service.change(database, who, id, patch, version)
    with database.reading() as session:
        return shown(session, service.find(session, who, id), language)


def _counts(run: ImportRun) -> Counts:
    return Counts(read=run.position, **{name: getattr(run, name) for name in service.COUNTED})


def page(session: Session, who: Principal, query: ImportQuery, cursors: Cursors) -> ImportPage:
    """A page of one's own imports, the newest first."""
    mine = select(ImportRun).where(col(ImportRun.owner) == who.name)
    found = newest.page(session, mine, ImportRun, col(ImportRun.created_at), query, cursors)
    fields = set(ImportLine.model_fields) - {"counts"}
    items = [ImportLine(**row.model_dump(include=fields), counts=_counts(row)) for row in found.rows]
    return ImportPage(items=items, next=found.next, total=found.total)


def errors(session: Session, who: Principal, id: str, query: ErrorQuery, language: str, cursors: Cursors) -> Response:
    """What is wrong with the rows of an import: a page, or all of it as a table."""
    run = service.find(session, who, id)
    rows = select(ImportRow).where(col(ImportRow.import_id) == run.id, func.json_array_length(col(ImportRow.wrong)) > 0)
    if query.format != "json":
        return _table(session, rows.order_by(col(ImportRow.number)), Format(query.format), language)
    total = session.scalar(select(func.count()).select_from(rows.subquery())) or 0
    if query.cursor:
        rows = rows.where(tuple_(col(ImportRow.number)) > tuple_(int(cursors.read(_ERRORS, query.cursor)[0] or 0)))
    found = session.scalars(rows.order_by(col(ImportRow.number)).limit(query.limit + 1)).all()
    items = found[: query.limit]
    more = cursors.write(_ERRORS, [items[-1].number]) if len(found) > len(items) else None
    said = [each for row in items for each in _said(row, language)]
    body = RowErrorPage(items=said, next=more, total=total).model_dump_json()
    return Response(body, media_type="application/json", headers=PRIVATE)


def _said(row: ImportRow, language: str) -> Iterator[RowErrorOut]:
    for wrong in row.wrong:
        yield RowErrorOut(
            line=row.line,
            key=row.key,
            outcome=row.outcome,
            field=wrong["field"],
            cell=wrong["cell"],
            code=wrong["code"],
            detail=saying(wrong["code"], language),
            candidates=[ImportCandidate.model_validate(each) for each in row.candidates],
        )


def _table(session: Session, rows: Select[Any], format: Format, language: str) -> Response:
    lines = (_flat(each, language) for row in session.scalars(rows) for each in _said(row, language))
    body = workbook(lines, COLUMNS) if format is Format.xlsx else "".join(csv_lines(lines, COLUMNS))
    name = f'attachment; filename="import-errors.{format.value}"'
    return Response(body, media_type=MEDIA_TYPES[format], headers={**PRIVATE, "Content-Disposition": name})


def _flat(error: RowErrorOut, language: str) -> dict[str, Any]:
    named = "; ".join(f"{each.id} {spoken(each.title, (language,))[1]}" for each in error.candidates)
    return {name: neutral(value) for name, value in {**error.model_dump(exclude={"candidates"}), "candidates": named}.items()}


def machine() -> list[ImportStepOut]:
    """The table of steps."""
    return [
        ImportStepOut(sources=sorted(step.sources), verb=step.verb, target=step.target, who=step.who, guards=list(step.guards))
        for step in TABLE
    ]


def mapping(row: ImportMapping) -> MappingOut:
    """A kept mapping."""
    return MappingOut(name=row.name, version=row.version, mapping=Mapping.model_validate(row.reading), updated_at=row.updated_at)


def mappings(session: Session, who: Principal) -> MappingPage:
    """One's own mappings, by name."""
    rows = session.scalars(
        select(ImportMapping).where(col(ImportMapping.owner) == who.name).order_by(col(ImportMapping.name))
    ).all()
    return MappingPage(items=[mapping(row) for row in rows], next=None, total=len(rows))
