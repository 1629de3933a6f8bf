"""Browsers that are signed in: opened by a proof, kept alive by refresh tokens that are used once, ended at once.

These verbs open their own transactions: a password is checked outside of any (it takes a tenth of a second), and what
a refusal has to leave behind, such as the end of a session whose token was stolen, must outlive the refusal.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select, update
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.db import Database
from citypeers.core.problems import Conflict, Invalid, NotFound, Unauthorised
from citypeers.core.rows import new_id
from citypeers.core.settings import Settings
from citypeers.core.text import fold
from citypeers.identity import accounts, attempts, letters, passwords
from citypeers.identity.keys import KeyRing
from citypeers.identity.models import Account, AccountState, BrowserSession, RefreshToken
from citypeers.identity.schemas import Access, PasswordChange, SessionOut, SignIn
from citypeers.identity.sealing import digest
from citypeers.identity.tokens import Key, signed

FREE_PER_ACCOUNT, FREE_PER_ADDRESS = 5, 50
"""Tries in a quarter of an hour before the waits begin."""
LONGEST_DAYS = 90
"""After so long one signs in again, however much a session is used."""
RACE_SECONDS = 10
"""For so long a token that was just used is taken for a second tab's, not for a thief's."""


class WrongCredentials(Unauthorised):
    name = "wrong-credentials"


class CodeNeeded(Unauthorised):
    name = "code-needed"


class RefreshedMeanwhile(Conflict):
    name = "refreshed-meanwhile"


@dataclass(frozen=True)
class Opened:
    """What a browser gets: a short-lived token for scripts, and a refresh token for its cookie."""

    access: Access
    refresh: str


def sign_in(database: Database, settings: Settings, ring: KeyRing, asked: SignIn, agent: str, address: str) -> Opened:
    """Open a session. The refusal is the same whether the account exists or not, and takes as long."""
    secret = settings.secret_key.get_secret_value()
    attempts.count(database, secret, f"address:{address}", FREE_PER_ADDRESS)
    attempts.count(database, secret, f"account:{fold(asked.email)}", FREE_PER_ACCOUNT)
    with database.reading() as session:
        account = accounts.by_email(session, asked.email)
    is_right = passwords.is_right(asked.password.get_secret_value(), account.password_hash if account else None)
    if account is None or not is_right or account.state is not AccountState.active:
        raise WrongCredentials
    if account.totp_sealed is not None:
        if asked.code is None:
            raise CodeNeeded
        with database.transaction() as session:
            taken = accounts.takes(session, account, settings, asked.code)
        if not taken:
            raise WrongCredentials
    attempts.forget(database, secret, f"account:{fold(asked.email)}")
    return opened(database, settings, ring, account.id, agent)


def opened(
    database: Database,
    settings: Settings,
    ring: KeyRing,
    account_id: str,
    agent: str,
    passkey_id: str | None = None,
    provider: str | None = None,
) -> Opened:
    """A new session for whoever has proved to be the account's."""
    with database.transaction() as session:
        now = clock.now()
        family = BrowserSession(account_id=account_id, agent=agent[:200], created_at=now, used_at=now)
        family.passkey_id, family.provider = passkey_id, provider
        session.add(family)
        session.flush()
        audit.record(session, accounts.principal(account_id), "account.signed_in", accounts.KIND, account_id)
        token = _refresh_token(session, settings, family.id)
    return Opened(_access(settings, ring.signing(), account_id, family.id), token)


def refresh(database: Database, settings: Settings, ring: KeyRing, token: str) -> Opened:
    """Exchange a refresh token for the next. One that comes back after its use ends the session it belongs to."""
    key = ring.signing()  # before the transaction: it may open one of its own
    with database.transaction() as session:
        now = clock.now()
        unused = update(RefreshToken).where(col(RefreshToken.digest) == digest(token), col(RefreshToken.used_at).is_(None))
        first = session.execute(unused.values(used_at=now)).rowcount == 1  # type: ignore[attr-defined]  # of a cursor's result
        row = session.get(RefreshToken, digest(token), populate_existing=True)
        family = session.get(BrowserSession, row.session_id) if row else None
        if row is None or family is None or family.ended_at is not None or row.expires_at < now:
            raise Unauthorised
        if now - family.created_at > timedelta(days=LONGEST_DAYS):
            raise Unauthorised
        if first:
            family.used_at = now
            following = _refresh_token(session, settings, family.id)
            access = _access(settings, key, family.account_id, family.id)
        elif row.used_at is not None and (now - row.used_at).total_seconds() <= RACE_SECONDS:
            raise RefreshedMeanwhile
        else:
            family.ended_at = now
    if not first:
        raise Unauthorised
    return Opened(access, following)


def _refresh_token(session: Session, settings: Settings, session_id: str) -> str:
    token = secrets.token_urlsafe(32)
    expires = clock.now() + timedelta(days=settings.session_days)
    session.add(RefreshToken(digest=digest(token), session_id=session_id, expires_at=expires))
    return token


def _access(settings: Settings, key: Key, account_id: str, session_id: str) -> Access:
    token = signed(key, settings.public_url, account_id, session_id, new_id(), settings.access_seconds)
    return Access(access_token=token, expires_in=settings.access_seconds)


def change_password(database: Database, settings: Settings, account_id: str, session_id: str, change: PasswordChange) -> None:
    """Another password for whoever knows the present one; every session but this one ends."""
    secret = settings.secret_key.get_secret_value()
    attempts.count(database, secret, f"password:{account_id}", FREE_PER_ACCOUNT)
    with database.reading() as session:
        account = session.get_one(Account, account_id)
    if not passwords.is_right(change.current.get_secret_value(), account.password_hash):
        raise Invalid([("/current", "password_wrong")])
    new = change.new.get_secret_value()
    passwords.check(new, "/new", account.email, account.name)
    kept = passwords.hashed(new)
    attempts.forget(database, secret, f"password:{account_id}")
    with database.transaction() as session:
        session.execute(update(Account).where(col(Account.id) == account_id).values(password_hash=kept))
        accounts.end_sessions(session, account_id, session_id)
        accounts.tell(session, account, "account.password_changed", letters.PASSWORD_CHANGED)


def sign_out(database: Database, token: str | None) -> None:
    """End the session of a refresh token; without one there is nothing to end."""
    with database.transaction() as session:
        row = session.get(RefreshToken, digest(token)) if token else None
        family = session.get(BrowserSession, row.session_id) if row else None
        if family is not None and family.ended_at is None:
            family.ended_at = clock.now()


def open_sessions(session: Session, account: Account, current: str) -> Sequence[SessionOut]:
    """Where an account is signed in, the last used first."""
    rows = session.scalars(
        select(BrowserSession)
        .where(col(BrowserSession.account_id) == account.id, col(BrowserSession.ended_at).is_(None))
        .order_by(col(BrowserSession.used_at).desc(), col(BrowserSession.id))
    )
    shown = set(SessionOut.model_fields) - {"current"}
    return [SessionOut(**row.model_dump(include=shown), current=row.id == current) for row in rows]


def end(session: Session, account: Account, session_id: str) -> None:
    """End one session of an account."""
    row = session.get(BrowserSession, session_id)
    if row is None or row.account_id != account.id or row.ended_at is not None:
        raise NotFound
    row.ended_at = clock.now()
