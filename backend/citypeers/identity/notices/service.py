"""One's own notices: read, and how one wants to be told."""

from datetime import timedelta

from sqlalchemy import delete, false, func, or_, select, update
from sqlmodel import Session, col

from citypeers.core import clock, newest
from citypeers.core.cursors import Cursors
from citypeers.core.mail import GROUP_OF, GROUPS
from citypeers.core.problems import Invalid
from citypeers.identity.models import Account
from citypeers.identity.notices.models import HOUR, ZONE, Notice, NoticeHour, NoticeWay, WayTold
from citypeers.identity.notices.schemas import (
    GroupOut,
    NoticeOut,
    NoticePage,
    NoticeQuery,
    NoticeSettings,
    NoticeSettingsOut,
    NoticesRead,
)

READ_KEPT = timedelta(days=90)
UNREAD_KEPT = timedelta(days=365)


def page(session: Session, account_id: str, asked: NoticeQuery, cursors: Cursors) -> NoticePage:
    """A page of one's notices, the newest first."""
    mine = select(Notice).where(col(Notice.account_id) == account_id)
    unread = session.scalar(select(func.count()).select_from(mine.where(col(Notice.read_at).is_(None)).subquery())) or 0
    if asked.unread:
        mine = mine.where(col(Notice.read_at).is_(None))
    found = newest.page(session, mine, Notice, col(Notice.created_at), asked, cursors)
    items = [NoticeOut(**row.model_dump(include=set(NoticeOut.model_fields))) for row in found.rows]
    return NoticePage(items=items, next=found.next, total=found.total, unread=unread)


def read(session: Session, account_id: str, given: NoticesRead) -> None:
    """Some notices, or all up to a moment, are read; no letter tells them any more."""
    # Instants are told in whole seconds: what was told of one is what came before its end.
    before = col(Notice.created_at) < given.until + timedelta(seconds=1) if given.until else false()
    meant = or_(col(Notice.id).in_(given.ids), before)
    mine = update(Notice).where(col(Notice.account_id) == account_id, col(Notice.read_at).is_(None), meant)
    session.execute(mine.values(read_at=clock.now(), waits=False))


def settings(session: Session, account_id: str) -> NoticeSettingsOut:
    """How somebody wants to be told, of each group and at which hour."""
    hour = session.get(NoticeHour, account_id)
    rows = session.scalars(select(NoticeWay).where(col(NoticeWay.account_id) == account_id)).all()
    ways = {row.group_name: row.way for row in rows}
    return NoticeSettingsOut(
        hour=hour.hour if hour else HOUR,
        zone=hour.zone if hour else ZONE,
        groups=[
            GroupOut(group=group, label=dict(label), way=ways.get(group, WayTold.at_once))
            for group, label in sorted(GROUPS.items())
        ],
    )


def change_settings(session: Session, account_id: str, given: NoticeSettings) -> None:
    """Say how to be told; a group that is not named stays as it is."""
    unknown = [(f"/groups/{at}/group", "notice_group") for at, each in enumerate(given.groups) if each.group not in GROUPS]
    if unknown:
        raise Invalid(unknown)
    session.get_one(Account, account_id, with_for_update=True)  # of those who change it at once one comes first
    row = session.get(NoticeHour, account_id) or NoticeHour(account_id=account_id)
    row.hour, row.zone = given.hour, given.zone
    session.add(row)
    for each in given.groups:
        set_way(session, account_id, each.group, each.way)


def set_way(session: Session, account_id: str, group: str, way: WayTold) -> None:
    """How somebody is told of a group from now on; no letter tells what waits of one that now stays in the program."""
    row = session.get(NoticeWay, (account_id, group)) or NoticeWay(account_id=account_id, group_name=group, way=way)
    row.way = way
    session.add(row)
    if way is WayTold.in_app:
        letters = [letter for letter, its_group in GROUP_OF.items() if its_group == group]
        waiting = update(Notice).where(col(Notice.account_id) == account_id, col(Notice.letter).in_(letters))
        session.execute(waiting.values(waits=False))


def sweep(session: Session) -> None:
    """Forget what was read a while ago, and what nobody has read for long."""
    now = clock.now()
    read_long_ago = col(Notice.read_at) <= now - READ_KEPT
    session.execute(delete(Notice).where(or_(read_long_ago, col(Notice.created_at) <= now - UNREAD_KEPT)))
