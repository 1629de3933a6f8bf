"""When organisations are in the office, for comparing hours; nothing is guessed where a country has several zones."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.rows import batched
from citypeers.domain.coaching.matching.hours import USUAL, Hours
from citypeers.domain.coaching.scheduling import zones
from citypeers.domain.coaching.scheduling.models import HOURS, CoachingHours
from citypeers.domain.organisations.models import Organisation

__all__ = ["HOURS", "Known", "hours_of"]
Known = Mapping[str, Hours]
"""Office hours by organisation, of those whose zone is known."""
