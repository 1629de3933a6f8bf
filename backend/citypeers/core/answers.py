"""Answers to public reads: bytes as they are, with their entity tag and language; and the other representations."""

import csv
import hashlib
import io
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from citypeers.core.problems import NotAcceptable

PUBLIC = {
    "Cache-Control": "public, no-cache",
    "Vary": "Accept, Accept-Language",
    "Access-Control-Allow-Origin": "*",
}
"""Anyone may keep the answer, but must ask whether it still holds; public data may be read from any site."""
_KEPT = Headers(PUBLIC).raw
_ASKED_ANEW = Headers({**PUBLIC, "Cache-Control": "no-cache"}).raw
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Format(StrEnum):
    """A representation of a list; every one but JSON carries the whole filtered set."""

    json = "json"
    csv = "csv"
    xlsx = "xlsx"
    geojson = "geojson"
    ndjson = "ndjson"


MEDIA_TYPES: Mapping[Format, str] = {
    Format.json: "application/json",
    Format.csv: "text/csv",
    Format.xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.geojson: "application/geo+json",
    Format.ndjson: "application/x-ndjson",
}
FILES: dict[int | str, Any] = {
    200: {"content": {media: {"schema": {"type": "string"}} for media in MEDIA_TYPES.values() if media != "application/json"}}
}
"""What an operation declares whose list can be a file."""


def chosen(format: Format | None, accept: str | None) -> Format:
    """The representation to send: the parameter outranks the Accept header (RFC 9110, 12.5.1)."""
    if format is not None:
        return format
    if not accept:
        return Format.json
    wanted = []
    for place, part in enumerate(accept.split(",")[:20]):
        media, *parameters = (each.strip() for each in part.split(";"))
        quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
        wanted.append((-_number(quality), place, media))
    for refused, _, media in sorted(wanted):
        if refused == 0:
            continue
        if media in ("*/*", "application/*", "application/problem+json"):
            return Format.json
        for each, name in MEDIA_TYPES.items():
            if media == name or media == name.partition("/")[0] + "/*":
                return each
    raise NotAcceptable


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def public_json(
    request: Request, body: str | bytes, language: str, etag: str | None = None, next: str | None = None, kept: bool = True
) -> Response:
    """A JSON body as it is, or 304 where the caller holds it already; ``next`` is the cursor of the page that follows.

    Without an ``etag`` of what it is made of, the body's digest is its strong entity tag. What rests on the text index,
    which follows the records a moment behind, is not ``kept`` for the next who asks.
    """
    body = body.encode() if isinstance(body, str) else body
    etag = etag or _tag(language, body)
    known = request.headers.get("if-none-match")
    if known and (known == "*" or etag in known):
        answer = Response(status_code=304)
    else:
        answer = Response(body, media_type="application/json")
    answer.raw_headers += _KEPT if kept else _ASKED_ANEW
    answer.raw_headers += (b"content-language", language.encode()), (b"etag", etag.encode())
    if next:
        asked = request.scope["query_string"].decode("latin-1").split("&")
        query = "&".join([*(each for each in asked if each and not each.startswith("cursor=")), f"cursor={next}"])
        answer.raw_headers.append((b"link", f'<{request.scope["path"]}?{query}>; rel="next"'.encode("latin-1")))
    return answer


def etag_of(language: str, *parts: str) -> str:
    """The strong entity tag of what these parts make in one language."""
    return _tag(language, "|".join(parts).encode())


def _tag(language: str, told: bytes) -> str:
    return f'"{hashlib.blake2b(told, digest_size=8).hexdigest()}.{language}"'


def page_body(items: Sequence[bytes], next: str | None, total: int, extra: str = "") -> bytes:
    """The body of a list from rendered items."""
    return b'{"items":[%b],%b' % (b",".join(items), f'"next":{json.dumps(next)},"total":{total}{extra}}}'.encode())


def neutral(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """One record as one row: language maps as a column a language, lists joined by semicolons."""
    row: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            row |= {f"{name}_{key}": text for key, text in value.items()}
        elif isinstance(value, list):
            row[name] = "; ".join(each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in value)
        else:
            row[name] = value
    return {name: neutral(value) for name, value in row.items()}


def represented(
    format: Format,
    name: str,
    language: str,
    records: Iterator[bytes],
    columns: Sequence[str],
    flatten: Callable[[Mapping[str, Any]], Mapping[str, Any]],
    features: Callable[[Mapping[str, Any]], list[dict[str, Any]]],
) -> Response:
    """The whole filtered set in one of the other representations, as a file called ``name``."""
    headers = {
        **PUBLIC,
        "Content-Language": language,
        "Content-Disposition": f'attachment; filename="{name}.{format.value}"',
    }
    media = MEDIA_TYPES[format]
    chunks: Iterator[str] | Iterator[bytes]
    if format is Format.xlsx:
        body = workbook((flatten(json.loads(record)) for record in records), columns)
        return Response(body, media_type=media, headers=headers)
    if format is Format.csv:
        chunks = csv_lines((flatten(json.loads(record)) for record in records), columns)
    elif format is Format.ndjson:
        chunks = (record + b"\n" for record in records)
    else:
        chunks = _geojson(feature for record in records for feature in features(json.loads(record)))
    return StreamingResponse(chunks, media_type=media, headers=headers)


def csv_lines(rows: Iterator[Mapping[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    """A table as CSV, some lines at a time."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(row)
        if buffer.tell() > 64_000:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def _geojson(features: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":['
    for place, feature in enumerate(features):
        yield ("," if place else "") + json.dumps(feature, ensure_ascii=False)
    yield "]}"


def workbook(rows: Iterator[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """A table as a workbook (XLSX)."""
    import xlsxwriter  # here, so that a process that writes no such file does not carry it

    with tempfile.TemporaryFile() as file:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(file, options) as book:
            sheet = book.add_worksheet()
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, columns)
            for line, row in enumerate(rows, 1):
                for place, name in enumerate(columns):
                    value = row.get(name)
                    if value is not None:
                        sheet.write(line, place, value)
        file.seek(0)
        return file.read()
