"""Reading a file of records, each with the line it begins on, before anything is believed of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAX_BYTES = 200 * 2**20


class UnreadableFile(Exception):
    """The file as a whole cannot be taken; the message says why and where, ``code`` names the sentence in every language."""

    def __init__(self, message: str, code: str = "file_unreadable") -> None:
        super().__init__(message)
        self.code = code


class Unclear(UnreadableFile):
    """The file can be read in several ways; ``answers`` are those that are possible, each as it would read."""

    def __init__(self, message: str, code: str, answers: dict[str, str]) -> None:
        super().__init__(message, code)
        self.answers = answers


@dataclass(frozen=True)
class Located:
    """One record of a file and the line on which it begins."""

    line: int
    value: Any
    problems: tuple["Doubt", ...] = ()
    """What of it could not be read for certain."""


@dataclass(frozen=True)
class Doubt:
    """A cell that is not certain: its column, the name of the sentence in every language, the cell, and what to do in English."""

    column: str
    code: str
    cell: str
    detail: str


def read_json(path: Path, key: str) -> list[Located]:
    """The records of a JSON file: a list, or an object whose ``key`` holds the list."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(f"the file is larger than {MAX_BYTES // 2**20} MiB")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnreadableFile(f"cannot open it: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"it is not UTF-8: the byte at position {error.start} is none; save it as UTF-8 and try again"
        ) from None
    try:
        whole = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise UnreadableFile(f"it is not JSON: line {error.lineno}, column {error.colno}: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"it is not JSON: {error}") from None
    if isinstance(whole, dict):
        whole = whole.get(key)
    if not isinstance(whole, list):
        raise UnreadableFile(f"it holds neither a list nor an object with a list under “{key}”")
    begin = 0 if text.lstrip().startswith("[") else text.index("[", text.index(f'"{key}"'))
    return [Located(line, value) for line, value in zip(_lines(text, begin), whole, strict=True)]


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a value of JSON")


def _lines(text: str, begin: int) -> Iterator[int]:
    """The line on which each element of the array that opens at ``begin`` begins."""
    decoder = json.JSONDecoder()
    place = text.index("[", begin) + 1
    line, counted = text.count("\n", 0, place) + 1, place
    while True:
        while text[place] in " \t\r\n,":
            place += 1
        if text[place] == "]":
            return
        line, counted = line + text.count("\n", counted, place), place
        yield line
        _, place = decoder.raw_decode(text, place)
