"""The question, months later, whether a coaching changed anything."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.results.models import FOLLOWED_AFTER_MONTHS, FollowUp


def months_later(at: datetime, months: int) -> datetime:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(at.month - 1 + months, 12)
    for day in (at.day, 30, 29, 28):
        try:
            return at.replace(year=at.year + year, month=month + 1, day=day)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def ask_later(session: Session, row: CoachingRequest, organisations: Iterable[str]) -> None:
    """Ask everybody who took part, three and twelve months from now."""
    asked = select(col(FollowUp.organisation_id), col(FollowUp.months)).where(col(FollowUp.request_id) == row.id)
    there = {(body, months) for body, months in session.execute(asked)}
    for organisation in dict.fromkeys(organisations):
        for months in FOLLOWED_AFTER_MONTHS:
            if (organisation, months) not in there:
                due = months_later(clock.now(), months)
                session.add(FollowUp(request_id=row.id, organisation_id=organisation, months=months, due_at=due))
