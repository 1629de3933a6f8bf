"""The one way to tell a person something: a notice in the program, and a letter as that person wants it."""

from collections.abc import Mapping

from sqlmodel import Session

from citypeers.core import clock, mail
from citypeers.core.text import LANGUAGES
from citypeers.identity.models import Account
from citypeers.identity.notices import letters
from citypeers.identity.notices.models import Notice, NoticeWay, WayTold

Told = str | Mapping[str, str]


def tell(
    session: Session, account: Account, letter: str, reason: str | None = None, about: str | None = None, /, **values: Told
) -> mail.Mail | None:
    """Tell the holder of an account what a letter says; ``about`` is another person of whom it tells.

    Gives the letter, if one goes out.
    """
    group = mail.GROUP_OF.get(letter)
    way = _way(session, account.id, group)
    values["reason"] = {language: text.format(reason=reason) for language, text in letters.REASON.items()} if reason else ""
    session.add(_notice(account, letter, about, way, values))
    if way is not WayTold.at_once:
        return None
    named = {"group": group} if group else {}
    return mail.queue(session, account.email, account.language, letter, about=account.id, name=account.name, **named, **values)


def _way(session: Session, account_id: str, group: str | None) -> WayTold:
    """How somebody is told of a group; what is in none is a duty, and tells itself at once."""
    row = session.get(NoticeWay, (account_id, group)) if group else None
    return row.way if row else WayTold.at_once


def _notice(account: Account, letter: str, about: str | None, way: WayTold, values: Mapping[str, Told]) -> Notice:
    title, text = {}, {}
    for language in LANGUAGES:
        worded = mail.LETTERS[letter][language]
        said = mail.in_language({**values, "name": account.name}, language)
        title[language] = mail.subject(worded, said)
        text[language] = "\n".join(mail.paragraphs(worded, said)[1:])
    link = values.get("link")
    return Notice(
        account_id=account.id,
        letter=letter,
        title=title,
        text=text,
        link=link if isinstance(link, str) else None,
        about=about,
        waits=way is WayTold.digest,
        created_at=clock.now(),
    )
