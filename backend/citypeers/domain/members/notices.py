"""Who is told of a step, and how."""

from collections.abc import Mapping

from sqlmodel import Session

from citypeers.core import mail
from citypeers.core.principal import Role
from citypeers.core.text import LANGUAGES, spoken
from citypeers.identity import accounts
from citypeers.identity.models import EVERYWHERE, Account
from citypeers.identity.notices.letters import REASON
from citypeers.identity.notices.telling import Told as Told
from citypeers.identity.notices.telling import tell as tell


def secretariat(session: Session) -> list[Account]:
    """Everybody of the secretariat."""
    return accounts.holders(session, EVERYWHERE, EVERYWHERE, Role.secretariat)


def write(
    session: Session, email: str, name: str, language: str, about: str, letter: str, reason: str | None, **values: Told
) -> None:
    """A letter to somebody who has no account."""
    said = REASON[language if language in LANGUAGES else "en"].format(reason=reason) if reason else ""
    mail.queue(session, email, language, letter, about=about, name=name, reason=said, **values)


def in_words(texts: Mapping[str, str], language: str) -> str:
    """A language map in one language."""
    return spoken(texts, [language])[1]
