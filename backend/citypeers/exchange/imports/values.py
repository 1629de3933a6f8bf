"""Values of foreign files as ours: what is certain is taken, what may mean two things is asked back, nothing is guessed."""

import math
import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from babel.core import get_global

from citypeers.core.countries import country_names
from citypeers.core.text import LANGUAGES, fold

LOOKS_UNKNOWN = frozenset({"unknown", "n/a", "na", "none", "null", "-", "–", "?", "k. a.", "k.a.", "keine angabe", "desconocido"})
NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR that name no single country."""
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


class Asked(Exception):
    """A value that is not certain; the message says what it may mean and how to say which, ``code`` in every language."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def _territories(language: str) -> list[tuple[str, str]]:
    """Codes and names of countries in one language."""
    return [
        (code, name)
        for code, name in country_names(language).items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
    ]


@cache
def _countries() -> Mapping[str, str]:
    """Every name and alpha-3 code of a country, folded, with its alpha-2 code (CLDR)."""
    named = {fold(name): code for language in LANGUAGES for code, name in _territories(language)}
    threes = {fold(code): aliases[0] for code, aliases in get_global("territory_aliases").items() if len(str(code)) == 3}
    codes = {fold(code): code for code, _ in _territories("en")}
    return {**threes, **named, **codes}


def country(text: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country given by either code or by its name in a platform language."""
    code = _countries().get(fold(text))
    if code is None:
        detail = f"“{text}” is no country that we know: write its two-letter code, or list the value under codes.country"
        raise Asked("asked_country", detail)
    return code


def partial_date(text: str, day_first: bool | None) -> str:
    """A date to the precision it has. ``day_first`` says how 03/04/2021 is meant; None: nobody has said."""
    if _ISO.fullmatch(text):
        return text
    if found := _YEAR_FIRST.fullmatch(text):
        return _iso(text, *map(int, found.groups()))
    if found := _DOTTED.fullmatch(text):
        day, month, year = map(int, found.groups())
        return _iso(text, year, month, day)
    if found := _SLASHED.fullmatch(text):
        first, second, year = map(int, found.groups())
        if day_first is None and first <= 12 and second <= 12 and first != second:
            raise Asked("asked_day_first", f'“{text}” may be two days: say "day_first": true or false in the mapping')
        is_day_first = first > 12 if day_first is None else day_first
        return _iso(text, year, *((second, first) if is_day_first else (first, second)))
    raise Asked("asked_date", f"“{text}” is no date that we know: write 2020, 2020-06 or 2020-06-18")


def _iso(text: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise Asked("asked_calendar", f"“{text}” is no day of the calendar") from None


def number(text: str, decimal: str | None) -> float:
    """A number. ``decimal`` is the mark before its decimals; None: nobody has said, and only digits and a point are certain."""
    plain = text.replace("\u00a0", "").replace(" ", "")
    if decimal == ",":
        plain = plain.replace(".", "").replace(",", ".")
    elif decimal == ".":
        plain = plain.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}(\.\d{3})+", plain) or "," in plain:
        raise Asked("asked_decimal", f'“{text}” may be two numbers: say "decimal": "," or "." in the mapping')
    if not _NUMBER.fullmatch(plain):
        raise Asked("asked_number", f"“{text}” is no number")
    return finite(float(plain))


def finite(value: float) -> float:
    """A number that is one; those too large to be told from infinity are none."""
    try:
        if math.isfinite(value):
            return float(value)
    except OverflowError:
        pass
    raise Asked("asked_number", "a number is too large")


def coordinates(latitude: float, longitude: float) -> tuple[float, float]:
    """A place on the globe; where only the other order is possible, that is asked."""
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return latitude, longitude
    if abs(longitude) <= 90 and abs(latitude) <= 180:
        raise Asked("asked_swapped", "latitude and longitude look swapped: name the columns the other way round in the mapping")
    raise Asked("asked_globe", "these coordinates are not on the globe")
