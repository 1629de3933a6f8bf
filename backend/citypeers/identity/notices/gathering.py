"""The daily letter: at each reader's hour one that gathers what happened, each notice once, none where nothing waits."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.core import clock, mail
from citypeers.core.cursors import Cursors
from citypeers.core.text import LANGUAGES, spoken
from citypeers.identity.models import Account, AccountState
from citypeers.identity.notices import letters, unsubscribing
from citypeers.identity.notices.models import HOUR, ZONE, Notice, NoticeHour

AT_ONCE = 50
"""Readers that one transaction looks after."""
MOST_TOLD = 20


def send(session: Session, cursors: Cursors) -> int:
    """Write to those whose hour has passed, some at a time; how many were written to.

    A notice waits no more in the transaction that queues its letter: nothing is told twice or left out.
    """
    now = clock.now()
    waiting = (
        select(col(Notice.account_id), col(NoticeHour.hour), col(NoticeHour.zone), func.min(col(Notice.created_at)))
        .join(Account, col(Account.id) == col(Notice.account_id))
        .outerjoin(NoticeHour, col(NoticeHour.account_id) == col(Notice.account_id))
        .where(col(Notice.waits), col(Account.state) == AccountState.active)
        .group_by(col(Notice.account_id), col(NoticeHour.hour), col(NoticeHour.zone))
        .order_by(col(Notice.account_id))
    )
    due: list[tuple[str, datetime]] = []
    for account_id, hour, zone, oldest in session.execute(waiting):
        until = last_passing(HOUR if hour is None else hour, zone or ZONE, now)
        if oldest <= until:
            due.append((account_id, until))
    return sum(_write(session, cursors, account_id, until) for account_id, until in due[:AT_ONCE])


def last_passing(hour: int, zone: str, now: datetime) -> datetime:
    """When it was last that hour in a time zone."""
    here = now.astimezone(ZoneInfo(zone))
    passing = here.replace(hour=hour, minute=0, second=0, microsecond=0, fold=0)
    if passing.astimezone(UTC) > now:
        passing -= timedelta(days=1)
    return passing.astimezone(UTC)


def _write(session: Session, cursors: Cursors, account_id: str, until: datetime) -> int:
    mine = (
        select(Notice)
        .where(col(Notice.account_id) == account_id, col(Notice.waits), col(Notice.created_at) <= until)
        .order_by(col(Notice.created_at), col(Notice.id))
    )
    rows = session.scalars(mine.with_for_update(skip_locked=True)).all()
    if not rows:
        return 0
    account = session.get_one(Account, account_id)
    language = account.language if account.language in LANGUAGES else "en"
    lines = [f"• {spoken(row.title, [language])[1]}" for row in rows[:MOST_TOLD]]
    if len(rows) > MOST_TOLD:
        lines.append(letters.MORE[language].format(number=len(rows) - MOST_TOLD))
    for row in rows:
        row.waits = False
    mail.queue(
        session,
        account.email,
        account.language,
        letters.GATHERED,
        about=account.id,
        name=account.name,
        news="\n".join(lines),
        link="/me/notices",
        aside=unsubscribing.page(cursors, account.id, unsubscribing.GATHERED),
        group=unsubscribing.GATHERED,
    )
    return 1
