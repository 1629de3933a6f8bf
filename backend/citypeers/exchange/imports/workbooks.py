"""Rows of a workbook (XLSX), read by a process of their own, because a small one may want all memory there is.

Run as a program it is that process: it prints the names of the sheets, then each row as a line of JSON. It imports nothing
of ours, so that its bounds are the reader's alone.
"""

import json
import math
import resource
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

UNPACKED_BYTES = 50 * 10**6
MOST_PARTS = 2_000
MEMORY_BYTES = 1024 * 2**20
SECONDS = 60
MOST_CHARACTERS = 40_000
"""In one cell; a spreadsheet program allows 32,767."""
REFUSED = 3
DAY = "\u0000day:"
"""Before the text of a cell that is a day: no cell can begin so by itself."""


class BadWorkbook(Exception):
    """The file is no workbook that can be read; ``code`` names the sentence, the message says it in English."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Sheet:
    """One sheet: all sheets' names, its own, and its rows as they come, each with its number in the sheet."""

    names: list[str]
    name: str
    rows: Iterator[tuple[int, list[Any]]]


def is_workbook(path: Path) -> bool:
    """Whether a file is a ZIP archive, as workbooks are."""
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def check(path: Path) -> None:
    """Refuse an archive that says of itself that it is too large, before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise BadWorkbook("workbook_broken", "it is no workbook that can be read") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED_BYTES:
        raise BadWorkbook("workbook_large", f"unpacked it is larger than {UNPACKED_BYTES // 10**6} MB")
    if any(part.flag_bits & 1 for part in parts):
        raise BadWorkbook("workbook_broken", "it is locked with a password")


@contextmanager
def opened(path: Path, sheet: str | None) -> Iterator[Sheet]:
    """The first sheet of a workbook, or the one that is named; the reader ends with the block."""
    check(path)
    reader = [sys.executable, "-I", __file__, str(path), *([sheet] if sheet is not None else [])]
    process = subprocess.Popen(reader, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")  # noqa: S603  # ourselves
    watch = threading.Timer(SECONDS, process.kill)
    watch.start()
    try:
        assert process.stdout is not None  # noqa: S101  # it is a pipe
        first = process.stdout.readline()
        if not first.endswith("\n"):
            raise _refusal(process)
        told = json.loads(first)
        yield Sheet(told["names"], told["name"], _rows(process))
    finally:
        watch.cancel()
        process.kill()
        process.communicate()


def _rows(process: "subprocess.Popen[str]") -> Iterator[tuple[int, list[Any]]]:
    assert process.stdout is not None  # noqa: S101  # it is a pipe
    for number, line in enumerate(process.stdout, 1):
        if not line.endswith("\n"):
            break
        yield number, [_told(cell) for cell in json.loads(line)]
    if process.wait() != 0:
        raise _refusal(process)


def _told(cell: Any) -> Any:
    return date.fromisoformat(cell.removeprefix(DAY)) if isinstance(cell, str) and cell.startswith(DAY) else cell


def _refusal(process: "subprocess.Popen[str]") -> BadWorkbook:
    status = process.wait()
    if status == REFUSED:
        return BadWorkbook("workbook_broken", "it is no workbook that can be read, or has no sheet of that name")
    return BadWorkbook("workbook_large", "it takes more memory or time to read than a table of records would")


def _plain(cell: Any) -> Any:
    """A cell as JSON has it: numbers and days keep their kind."""
    if isinstance(cell, datetime):
        return DAY + cell.date().isoformat() if cell.time() == cell.time().min else cell.isoformat(" ")
    if isinstance(cell, date):
        return DAY + cell.isoformat()
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return str(cell)
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    if isinstance(cell, str):
        return cell.replace("\u0000", "\ufffd")[:MOST_CHARACTERS]
    return cell if isinstance(cell, int) else str(cell)


def main(path: str, name: str | None = None) -> int:
    """Print one sheet; the status says whether it could be read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import python_calamine  # here, so that reading it in is bounded as well

    try:
        with python_calamine.CalamineWorkbook.from_path(path) as book:
            shown = [each.name for each in book.sheets_metadata if each.visible == python_calamine.SheetVisibleEnum.Visible]
            names = shown or book.sheet_names
            sheet = book.get_sheet_by_name(names[0] if name is None else name)
            print(json.dumps({"names": names, "name": sheet.name}))
            for cells in sheet.iter_rows():
                print(json.dumps([_plain(cell) for cell in cells], ensure_ascii=True))
    except (python_calamine.CalamineError, OSError, ValueError, IndexError):
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
