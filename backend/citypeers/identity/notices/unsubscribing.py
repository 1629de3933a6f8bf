"""How letters end: by a link in each that can be switched off, without signing in; programs may follow it by themselves."""

from collections.abc import Callable

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.cursors import Cursors
from citypeers.core.mail import GROUPS, Mail
from citypeers.core.paths import API
from citypeers.core.problems import Invalid
from citypeers.identity.models import Account
from citypeers.identity.notices import service
from citypeers.identity.notices.models import NoticeWay, WayTold

GATHERED = "gathered"
"""The daily letters, whatever they gather."""
_ORDER = "end of letters"
_PATH = f"{API}/digests/unsubscribe"
ENDS: dict[str, Callable[[Session, str], None]] = {}
"""What ends the letters of a group to one account, where that is not its notices' own setting."""


def ends(group: str, act: Callable[[Session, str], None]) -> str:
    """Register how the letters of a group end; returns its name."""
    ENDS[group] = act
    return group


def token(cursors: Cursors, account_id: str, group: str) -> str:
    """What opens nothing but the end of the letters of a group to one person."""
    return cursors.write(_ORDER, [account_id, group])


def page(cursors: Cursors, account_id: str, group: str) -> str:
    """The page on which a reader ends letters."""
    return f"/me/unsubscribe#{token(cursors, account_id, group)}"


def address(cursors: Cursors, letter: Mail) -> str | None:
    """The path by which a letter's reader, or their program, ends letters like it."""
    group = letter.values.get("group")
    return f"{_PATH}/{token(cursors, letter.about, group)}" if letter.about and group else None


def unsubscribe(session: Session, cursors: Cursors, given: str) -> None:
    """Write no more to whomever a token was made for; whether they still have an account is not said."""
    account_id, group = _read(cursors, given)
    if session.get(Account, account_id, with_for_update=True) is None:
        return
    if group in ENDS:
        ENDS[group](session, account_id)
    elif group in GROUPS:
        service.set_way(session, account_id, group, WayTold.in_app)


def _read(cursors: Cursors, given: str) -> tuple[str, str]:
    try:
        account_id, group = cursors.read(_ORDER, given)
    except Invalid:
        raise Invalid([("/token", "unsubscribe_token")]) from None
    return str(account_id), str(group)


def _end_gathered(session: Session, account_id: str) -> None:
    gathered = select(col(NoticeWay.group_name)).where(
        col(NoticeWay.account_id) == account_id, col(NoticeWay.way) == WayTold.digest
    )
    for group in session.scalars(gathered).all():
        service.set_way(session, account_id, group, WayTold.in_app)


ends(GATHERED, _end_gathered)
