"""A forgotten password: the same answer whether the address is known or not, and a link that works once."""

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col

from citypeers.core import mail
from citypeers.core.db import Database
from citypeers.core.settings import Settings
from citypeers.core.text import fold
from citypeers.identity import accounts, attempts, letters, links, passwords
from citypeers.identity.models import Account, AccountState, Purpose
from citypeers.identity.people_schemas import Recovering

HOLDS = timedelta(hours=1)
FREE_PER_ACCOUNT, FREE_PER_ADDRESS = 3, 20
"""Letters in a quarter of an hour before the waits begin."""


def ask(database: Database, settings: Settings, email: str, address: str) -> None:
    """Send a link to the address, if it has an account. Whoever asks learns nothing of that."""
    secret = settings.secret_key.get_secret_value()
    attempts.count(database, secret, f"recovery-address:{address}", FREE_PER_ADDRESS)
    attempts.count(database, secret, f"recovery:{fold(email)}", FREE_PER_ACCOUNT)
    with database.transaction() as session:
        account = accounts.by_email(session, email)
        if account is not None and account.state is AccountState.active:
            token, _ = links.issue(session, Purpose.recovery, account.id, HOLDS)
            link = f"/recovery#{token}"
            mail.queue(session, account.email, account.language, letters.RECOVERY, about=account.id, name=account.name, link=link)


def complete(database: Database, settings: Settings, given: Recovering) -> None:
    """Use the link: another password, and every session ends. The second factor stays."""
    token, new = given.token.get_secret_value(), given.password.get_secret_value()
    with database.reading() as session:
        account = session.get_one(Account, links.look(session, Purpose.recovery, token))
    passwords.check(new, "/password", account.email, account.name)
    kept = passwords.hashed(new)
    with database.transaction() as session:
        links.take(session, Purpose.recovery, token)
        session.execute(update(Account).where(col(Account.id) == account.id).values(password_hash=kept))
        accounts.end_sessions(session, account.id)
        accounts.tell(session, account, "account.password_changed", letters.PASSWORD_CHANGED)
    attempts.forget(database, settings.secret_key.get_secret_value(), f"account:{fold(account.email)}")
