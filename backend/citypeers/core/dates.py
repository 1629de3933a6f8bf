"""Partial dates (EDTF level 0) that keep their precision, and instants in UTC."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError
from sqlalchemy import DateTime
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
