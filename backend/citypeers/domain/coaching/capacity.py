"""How much of what an offer has for a quarter is taken."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.domain.coaching.models import CoachingInvitation, InvitedState


def quarter(day: date) -> tuple[date, date]:
    """The first day of the quarter of a day, and of the next one."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return first, (first + timedelta(days=100)).replace(day=1)


def used(session: Session, offers: Sequence[str], day: date) -> dict[str, int]:
    """Coachings that offers have taken on in the quarter of a day; what was released is free again."""
    first, following = (datetime.combine(each, time(), UTC) for each in quarter(day))
    counted = select(col(CoachingInvitation.offer_id), func.count()).where(
        col(CoachingInvitation.offer_id).in_(offers),
        col(CoachingInvitation.state) == InvitedState.accepted,
        col(CoachingInvitation.accepted_at) >= first,
        col(CoachingInvitation.accepted_at) < following,
    )
    return {row[0]: row[1] for row in session.execute(counted.group_by(col(CoachingInvitation.offer_id)))}
