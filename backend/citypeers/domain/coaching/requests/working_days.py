"""Days on which an office works: neither at a weekend nor on a public holiday of its country."""

from datetime import date, datetime, timedelta
from functools import cache

WEEKEND = frozenset({5, 6})
"""Saturday and Sunday, counted from Monday."""


@cache
def _holidays(country: str | None, year: int) -> frozenset[date]:
    import holidays  # it is large, and few requests need it

    if country is None or country not in holidays.list_supported_countries():
        return frozenset()
    return frozenset(holidays.country_holidays(country, years=year))


def is_working(day: date, country: str | None) -> bool:
    """Whether an office of a country works on a day; of an unknown country no holidays are known."""
    return day.weekday() not in WEEKEND and day not in _holidays(country, day.year)


def after(at: datetime, days: int, country: str | None) -> datetime:
    """The same time of day so many working days later."""
    return _walk(at, days, country)


def left(now: datetime, until: datetime, country: str | None) -> int:
    """How many working days there still are until then, that day included; none where it has passed."""
    days = (until.date() - now.date()).days
    return sum(is_working(now.date() + timedelta(days=each), country) for each in range(1, days + 1))


def before(at: datetime, days: int, country: str | None) -> datetime:
    """The same time of day so many working days earlier."""
    return _walk(at, -days, country)


def _walk(at: datetime, days: int, country: str | None) -> datetime:
    towards = 1 if days > 0 else -1
    while days:
        at += timedelta(days=towards)
        if is_working(at.date(), country):
            days -= towards
    return at
