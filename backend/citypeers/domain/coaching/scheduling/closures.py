"""Days on which an office is closed: public holidays of its country, and days on which it is away."""

import functools
from collections.abc import Mapping
from datetime import date

LANGUAGE = {"en": "en_US", "de": "de", "es": "es", "pt": "pt_BR"}
"""How the calendars of holidays name our languages; not every country's speaks them all."""


@functools.lru_cache(maxsize=64)
def holidays(country: str, year: int) -> Mapping[date, Mapping[str, str]] | None:
    """The public holidays of a whole country in a year, by day, each a language map; None where nobody has written them down."""
    from holidays import country_holidays  # calendars of every country, which only this needs

    try:
        offered = country_holidays(country)
    except NotImplementedError:  # so the library says that it has no calendar of a country
        return None
    tags: dict[str, str | None] = {tag: language for tag, language in LANGUAGE.items() if language in offered.supported_languages}
    found: dict[date, dict[str, str]] = {}
    for tag, language in (tags or {(offered.default_language or "en").partition("_")[0]: None}).items():
        for day, name in country_holidays(country, years=year, language=language).items():
            found.setdefault(day, {})[tag] = name
    return found


def holiday(country: str | None, day: date) -> Mapping[str, str] | None:
    """What a country celebrates on a day, if it does."""
    days = holidays(country, day.year) if country else None
    return days.get(day) if days else None


def is_known(country: str | None, year: int) -> bool:
    """Whether anybody has written down the holidays of a country."""
    return country is not None and holidays(country, year) is not None
