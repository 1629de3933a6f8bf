"""What time does once a coaching is over: the question what changed, and a word about what is overdue."""

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.requests import telling
from citypeers.domain.coaching.results import letters
from citypeers.domain.coaching.results.models import CoachingAction, FollowUp

AT_ONCE = 100
"""Rows that one transaction takes."""


def run(session: Session) -> int:
    """Ask what is due to be asked; how much was done."""
    return _ask(session) + _remind(session)


def _ask(session: Session) -> int:
    due = select(FollowUp).where(col(FollowUp.asked_at).is_(None), col(FollowUp.due_at) <= clock.now())
    found = session.scalars(due.order_by(col(FollowUp.id)).limit(AT_ONCE).with_for_update(of=FollowUp)).all()
    for row in found:
        row.asked_at = clock.now()
        telling.ask(session, session.get_one(CoachingRequest, row.request_id), row.organisation_id, letters.FOLLOW_UP)
    session.flush()
    return len(found)


def _remind(session: Session) -> int:
    today = clock.now().date().isoformat()
    overdue = select(CoachingAction).where(
        col(CoachingAction.done_at).is_(None), col(CoachingAction.reminded_at).is_(None), col(CoachingAction.due) < today
    )
    found = session.scalars(overdue.order_by(col(CoachingAction.id)).limit(AT_ONCE).with_for_update(of=CoachingAction)).all()
    for row in found:
        row.reminded_at = clock.now()
        telling.ask(session, session.get_one(CoachingRequest, row.request_id), row.organisation_id, letters.OVERDUE)
    session.flush()
    return len(found)
