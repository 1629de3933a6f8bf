"""The letters about what is new: at most as often as each reader wants, each thing once, none where there is nothing."""

from datetime import timedelta

from sqlalchemy import and_, or_, select
from sqlmodel import Session, col

from citypeers.core import clock, mail
from citypeers.core.cursors import Cursors
from citypeers.core.text import LANGUAGES, spoken
from citypeers.domain.following import letters, news, service
from citypeers.domain.following.models import Attention, Rhythm
from citypeers.domain.following.schemas import NewsItem
from citypeers.identity.models import Account, AccountState
from citypeers.identity.notices import unsubscribing

PAUSES = {Rhythm.daily: timedelta(days=1), Rhythm.weekly: timedelta(days=7)}
AT_ONCE = 50
"""Readers that one transaction looks after."""
SETTLED = timedelta(minutes=2)
"""What is newer waits for the next letter: a transaction that began before may still bring something older."""
MOST_TOLD = 10


def send(session: Session, found: news.Found, cursors: Cursors) -> int:
    """Write to those whose pause is over, some at a time; how many were looked after.

    The letter and the moment up to which it tells are kept in one transaction: nothing is told twice or left out.
    """
    until = clock.now() - SETTLED
    over = or_(
        *(and_(col(Attention.rhythm) == rhythm, col(Attention.told_at) <= until - pause) for rhythm, pause in PAUSES.items())
    )
    due = (
        select(Attention, Account)
        .join(Account, col(Account.id) == col(Attention.account_id))
        .where(over, col(Account.state) == AccountState.active)
        .order_by(col(Attention.told_at), col(Attention.account_id))
        .limit(AT_ONCE)
    )
    rows = session.execute(due.with_for_update(of=Attention, skip_locked=True)).all()
    for row, account in rows:
        since = max(row.told_at, until - news.OLDEST)
        new = news.since_then(session, found, account.id, since, until)
        row.told_at = until
        if new:
            _write(session, cursors, account, news.told(session, new[:MOST_TOLD]), len(new))
    return len(rows)


def _write(session: Session, cursors: Cursors, account: Account, items: list[NewsItem], number: int) -> None:
    language = account.language if account.language in LANGUAGES else "en"
    lines = [_line(item, language) for item in items]
    if number > len(items):
        lines.append(letters.MORE[language].format(number=number - len(items)))
    mail.queue(
        session,
        account.email,
        account.language,
        letters.DIGEST,
        about=account.id,
        name=account.name,
        news="\n".join(lines),
        link="/desk",
        aside=unsubscribing.page(cursors, account.id, service.NEWS),
        group=service.NEWS,
    )


def _line(item: NewsItem, language: str) -> str:
    why = ", ".join(dict.fromkeys(each.search or (spoken(each.label, [language])[1] if each.label else "") for each in item.why))
    kind = letters.NEW if item.is_new else letters.CHANGED
    return kind[language].format(title=spoken(item.title, [language])[1], why=why)
