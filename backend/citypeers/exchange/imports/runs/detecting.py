"""What a file is, how its first rows read, and what has to be asked before it can be read for certain."""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from citypeers.core.forms import Form
from citypeers.core.problems import Invalid
from citypeers.core.text import fold
from citypeers.exchange.imports import foreign, tables
from citypeers.exchange.imports.files import Unclear, UnreadableFile
from citypeers.exchange.imports.schemas import FIELDS, Reading
from citypeers.exchange.imports.tables import Row, Table, showable

SAMPLE, LOOKED_AT = 5, 1_000
"""Rows that are shown, and rows that are looked at for questions; the dry run looks at all."""
CELLS = 5
SOUNDS: Mapping[str, tuple[str, ...]] = {
    "key": ("id", "key", "kennung", "schluessel", "code", "codigo", "clave", "chave", "number", "nummer", "nr"),
    "title": ("title", "titel", "titulo", "name", "nombre", "nome", "project", "projekt", "proyecto", "projeto"),
    "summary": ("summary", "description", "beschreibung", "kurzbeschreibung", "resumen", "descripcion", "resumo", "descricao"),
    "problem": ("problem", "problema", "ausgangslage"),
    "solution": ("solution", "loesung", "solucion", "solucao"),
    "lesson": ("lesson", "lessons learned", "erfahrung", "leccion", "licao"),
    "organisation": ("organisation", "organization", "traeger", "lead", "organizacion", "organizacao"),
    "country": ("country", "land", "staat", "pais"),
    "place": ("place", "city", "town", "stadt", "ort", "gemeinde", "ciudad", "lugar", "municipio", "cidade", "local"),
    "latitude": ("latitude", "lat", "breite", "breitengrad", "latitud"),
    "longitude": ("longitude", "lon", "lng", "long", "laenge", "laengengrad", "longitud"),
    "topics": ("topics", "topic", "themen", "thema", "temas", "tema"),
    "sdgs": ("sdgs", "sdg", "ods"),
    "maturity": ("maturity", "status", "stand", "phase", "estado", "fase"),
    "start": ("start", "start date", "begin", "beginn", "inicio"),
    "end": ("end", "end date", "ende", "fin", "fim", "termino"),
    "budget_amount": ("budget", "cost", "costs", "kosten", "presupuesto", "costo", "custo", "orcamento"),
    "budget_currency": ("currency", "waehrung", "moneda", "moeda"),
    "website": ("website", "url", "link", "webseite", "sitio web", "site"),
}
"""What columns are called elsewhere, folded, in the platform's languages."""
NEEDED = ("key", "title", "organisation")


class Asked(Form):
    """A question as it is kept: the name of its sentence, and what it is about."""

    code: str
    field: str | None = None
    column: str | None = None
    cells: list[str] = []
    answers: dict[str, str] = {}
    is_of_file: bool = False
    """Whether nothing can be read before it is answered; of the others each row that it concerns is refused."""


def look(path: Path, how: Reading) -> dict[str, Any]:
    """What can be told of a file as it is read now; refused where it cannot be read in any way."""
    try:
        with tables.opened(path, how.encoding, how.delimiter, how.sheet) as table:
            return _told(table, how)
    except Unclear as unclear:
        asked = Asked(code=unclear.code, answers=unclear.answers, is_of_file=True)
        return _seen(questions=[asked.model_dump()])
    except UnreadableFile as error:
        raise Invalid([("/", error.code)]) from None


def _seen(**told: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"format": None, "encoding": None, "delimiter": None}
    lists: dict[str, Any] = {name: [] for name in ("columns", "unread", "sheets", "sample", "questions")}
    return {**empty, **lists, "suggested": {}, **told}


def _told(table: Table, how: Reading) -> dict[str, Any]:
    fields = foreign.fields_of(how, table.columns)
    first = list(islice(table.rows, LOOKED_AT))
    filled = {*fields.values(), *(foreign.whole_name(name, how) for name in how.constants)}
    missing = [need for need in NEEDED if not any(field == need or field.startswith(f"{need}_") for field in filled)]
    questions = [Asked(code="asked_field", field=need, is_of_file=True) for need in missing]
    for _ in table.rows:  # so that a file that breaks further down is refused now
        pass
    return _seen(
        format=table.format,
        encoding=table.encoding,
        delimiter=table.delimiter,
        columns=list(table.columns),
        unread=[name for name in table.columns if name not in fields],
        sheets=list(table.sheets),
        sample=[{name: showable(cell) for name, cell in row.cells.items()} for row in first[:SAMPLE]],
        suggested=_suggested(table.columns, fields, how),
        questions=[each.model_dump() for each in (*questions, *_doubts(first, fields, how))],
    )


def _suggested(columns: Any, fields: Mapping[str, str], how: Reading) -> dict[str, str]:
    """Columns that nothing is read from yet, by what their names sound like; each field once."""
    taken = set(fields.values())
    found: dict[str, str] = {}
    for column in columns:
        if column in fields:
            continue
        sound = fold(column.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("_", " ")).strip()
        for field, names in SOUNDS.items():
            whole = foreign.whole_name(field, how)
            if sound in names and whole not in taken and whole in FIELDS:
                found[column] = field
                taken.add(whole)
                break
    return found


def _doubts(rows: list[Row], fields: Mapping[str, str], how: Reading) -> list[Asked]:
    """What is not certain in some rows, once for each column and kind."""
    found: dict[tuple[str, str], Asked] = {}
    for row in rows:
        for doubt in foreign.located(row, fields, how).problems:
            kept = found.setdefault(
                (doubt.column, doubt.code), Asked(code=doubt.code, field=fields.get(doubt.column), column=doubt.column)
            )
            if doubt.cell and doubt.cell not in kept.cells and len(kept.cells) < CELLS:
                kept.cells.append(doubt.cell)
    return list(found.values())
