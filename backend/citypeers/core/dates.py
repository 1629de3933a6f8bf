"""Partial dates (EDTF level 0) that keep their precision, and instants in UTC."""

import calendar
import re
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError
from sqlalchemy import ColumnElement, DateTime, and_, func, or_
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

PARTIAL_DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def _partial_date(text: str) -> str:
    if not re.fullmatch(PARTIAL_DATE_PATTERN, text, re.ASCII):
        raise PydanticCustomError("partial_date", "a date is YYYY, YYYY-MM or YYYY-MM-DD")
    try:
        date.fromisoformat(text + "-01-01"[: 10 - len(text)] if len(text) < 10 else text)
    except ValueError:
        raise PydanticCustomError("partial_date", "no such day in the calendar") from None
    return text


PartialDate = Annotated[
    str, AfterValidator(_partial_date), Field(json_schema_extra={"pattern": PARTIAL_DATE_PATTERN, "examples": ["2019-09"]})
]
"""``2020``, ``2020-06`` or ``2020-06-18``: a date as precise as its source."""

LONGEST_PARTIAL_DATE = 10
"""Characters of a whole day; the length of every column that holds a partial date."""


def first_day(partial: str) -> date:
    """The day on which a partial date begins: ``2019`` on 2019-01-01."""
    return date.fromisoformat((partial + "-01-01")[:10] if len(partial) == 4 else (partial + "-01")[:10])


def last_day(partial: str) -> date:
    """The day on which a partial date ends: ``2019`` on 2019-12-31."""
    begins = first_day(partial)
    if len(partial) == 4:
        return begins.replace(month=12, day=31)
    if len(partial) == 7:
        return begins.replace(day=calendar.monthrange(begins.year, begins.month)[1])
    return begins


def holds_on(valid_from: str | None, valid_to: str | None, observed_on: str | None, day: date) -> bool:
    """Whether a dated fact holds on a day, bounds included.

    Without ``valid_from`` it shows from its first observation on, never before; one without any beginning always has been so.
    """
    begins = valid_from or observed_on
    return (begins is None or first_day(begins) <= day) and (valid_to is None or day <= last_day(valid_to))


def holding_on(
    valid_from: ColumnElement[Any], valid_to: ColumnElement[Any], observed_on: ColumnElement[Any], day: ColumnElement[Any]
) -> ColumnElement[bool]:
    """:func:`holds_on` as a condition; ``day`` is a whole date as text, the columns are ordered bytewise.

    A partial date stands before every day within it and is a prefix of each, so text comparison gives both bounds.
    """
    return and_(
        func.coalesce(valid_from, observed_on, "") <= day,
        or_(valid_to.is_(None), func.substr(day, 1, func.length(valid_to)) <= valid_to),
    )


Year = Annotated[int, Field(ge=1000, le=9999)]


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


Instant = Annotated[datetime, PlainSerializer(_utc, return_type=str, when_used="json")]
"""A moment in UTC, written ``2026-11-20T20:00:00Z``."""


class UTCDateTime(TypeDecorator[datetime]):
    """Stores instants as UTC on both databases; SQLite would lose the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if isinstance(value, datetime) else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
