"""Passkeys (WebAuthn): added, listed, removed, and shown to sign in.

Adding and signing in open their own transactions: a challenge that was answered is gone, whatever comes of the answer.
"""

import secrets
from datetime import timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.problems import Conflict, Invalid, NotFound, Unauthorised
from citypeers.core.rows import new_id
from citypeers.core.settings import Settings
from citypeers.identity import accounts, attempts, letters, sessions
from citypeers.identity.accounts import guard_second_factor
from citypeers.identity.keys import KeyRing
from citypeers.identity.models import Account, AccountState, BrowserSession, Passkey, PasskeyChallenge
from citypeers.identity.passkeys_schemas import PasskeyCreate, PasskeyOptions, PasskeyOut, PasskeyPage, PasskeySignIn
from citypeers.identity.sealing import digest
from citypeers.identity.sessions import Opened

CHALLENGE_SECONDS = 300
MOST_PASSKEYS = 10
FREE_QUESTIONS, FREE_ANSWERS = 200, 50
"""Challenges asked for, and answers tried, by one address in a quarter of an hour before the waits begin."""


class WrongPasskey(Unauthorised):
    name = "wrong-passkey"


class PasskeyRefused(Invalid):
    def __init__(self) -> None:
        super().__init__([("/credential", "passkey_refused")])


class PasskeysFull(Conflict):
    name = "passkeys-full"


def _challenge(session: Session, account_id: str | None) -> str:
    now = clock.now()
    session.execute(delete(PasskeyChallenge).where(col(PasskeyChallenge.expires_at) <= now))
    challenge = secrets.token_urlsafe(32)
    expires = now + timedelta(seconds=CHALLENGE_SECONDS)
    session.add(PasskeyChallenge(digest=digest(challenge), account_id=account_id, expires_at=expires))
    return challenge


def _is_asked(database: Database, challenge: str, account_id: str | None) -> bool:
    """Whether a challenge was asked of this account; it is gone from now on."""
    asked = (
        col(PasskeyChallenge.digest) == digest(challenge),
        col(PasskeyChallenge.account_id) == account_id,
        col(PasskeyChallenge.expires_at) > clock.now(),
    )
    with database.transaction() as session:
        taken: bool = session.execute(delete(PasskeyChallenge).where(*asked)).rowcount == 1  # type: ignore[attr-defined]  # of a cursor's result
    return taken


def ask_for_new(session: Session, settings: Settings, account: Account, session_id: str) -> PasskeyOptions:
    """What a browser asks the device for, so that it makes a passkey for an account."""
    from citypeers.identity import authenticators  # with a large library, which only those who use passkeys need

    guard_second_factor(session, account, session_id)
    known = session.scalars(select(col(Passkey.credential_id)).where(col(Passkey.account_id) == account.id)).all()
    if len(known) >= MOST_PASSKEYS:
        raise PasskeysFull
    challenge = _challenge(session, account.id)
    return PasskeyOptions(public_key=authenticators.asks_for_new(settings.public_url, account, known, challenge, CHALLENGE_SECONDS))


def add(database: Database, settings: Settings, account_id: str, session_id: str, write: PasskeyCreate) -> PasskeyOut:
    """Keep a passkey that a device has made; the session counts as one in which it was shown."""
    from citypeers.identity import authenticators  # likewise

    try:
        challenge = authenticators.challenge_of(write.credential.response.client_data)
        if not _is_asked(database, challenge, account_id):
            raise PasskeyRefused
        made = authenticators.made(settings.public_url, write.credential, challenge)
    except authenticators.Refused:
        raise PasskeyRefused from None
    row = Passkey(
        id=new_id(),
        account_id=account_id,
        credential_id=made.credential_id,
        public_key=made.public_key,
        sign_count=made.sign_count,
        name=write.name,
        created_at=clock.now(),
    )
    new = sqlite.insert if database.is_sqlite else postgresql.insert
    with database.transaction() as session:
        account = session.get_one(Account, account_id, with_for_update=True)
        guard_second_factor(session, account, session_id)
        mine = select(func.count(col(Passkey.id))).where(col(Passkey.account_id) == account_id)
        if session.execute(mine).scalar_one() >= MOST_PASSKEYS:
            raise PasskeysFull
        kept = new(Passkey).values(**row.model_dump()).on_conflict_do_nothing().returning(col(Passkey.id))
        if session.scalar(kept) is None:
            raise PasskeyRefused
        session.execute(update(BrowserSession).where(col(BrowserSession.id) == session_id).values(passkey_id=row.id))
        accounts.tell(session, account, "account.passkey_added", letters.PASSKEY_ADDED)
    return _out(row)


def every(session: Session, account: Account) -> PasskeyPage:
    """The passkeys of an account."""
    rows = session.scalars(
        select(Passkey).where(col(Passkey.account_id) == account.id).order_by(col(Passkey.created_at), col(Passkey.id))
    )
    items = [_out(row) for row in rows]
    return PasskeyPage(items=items, next=None, total=len(items))


def _out(row: Passkey) -> PasskeyOut:
    return PasskeyOut(**row.model_dump(include=set(PasskeyOut.model_fields)))


def remove(session: Session, account: Account, session_id: str, passkey_id: str) -> None:
    """Let a passkey count no more, in sessions that are open too: there, roles that need a second factor wait."""
    row = session.get(Passkey, passkey_id)
    if row is None or row.account_id != account.id:
        raise NotFound
    guard_second_factor(session, account, session_id)
    shown = update(BrowserSession).where(col(BrowserSession.account_id) == account.id, col(BrowserSession.passkey_id) == row.id)
    session.execute(shown.values(passkey_id=None))
    session.delete(row)
    accounts.tell(session, account, "account.passkey_removed", letters.PASSKEY_REMOVED)


def ask_to_sign_in(database: Database, settings: Settings, address: str) -> PasskeyOptions:
    """What a browser asks the device for, whosever passkey it holds."""
    from citypeers.identity import authenticators  # likewise

    attempts.count(database, settings.secret_key.get_secret_value(), f"passkey-question:{address}", FREE_QUESTIONS)
    with database.transaction() as session:
        challenge = _challenge(session, None)
    return PasskeyOptions(public_key=authenticators.asks_to_show(settings.public_url, challenge, CHALLENGE_SECONDS))


def sign_in(database: Database, settings: Settings, ring: KeyRing, asked: PasskeySignIn, agent: str, address: str) -> Opened:
    """Open a session for the owner of a passkey, who has shown the device who they are."""
    from citypeers.identity import authenticators  # likewise

    secret = settings.secret_key.get_secret_value()
    attempts.count(database, secret, f"passkey:{address}", FREE_ANSWERS)
    try:
        challenge = authenticators.challenge_of(asked.credential.response.client_data)
    except authenticators.Refused:
        raise WrongPasskey from None
    if not _is_asked(database, challenge, None):
        raise WrongPasskey
    with database.reading() as session:
        row = session.scalars(select(Passkey).where(col(Passkey.credential_id) == asked.credential.id)).one_or_none()
        account = session.get_one(Account, row.account_id) if row else None
    if row is None or account is None or account.state is not AccountState.active:
        raise WrongPasskey
    try:
        count = authenticators.shown(settings.public_url, asked.credential, challenge, row)
    except authenticators.Refused:
        raise WrongPasskey from None
    with database.transaction() as session:
        # Of two devices that count alike, one is a copy: whoever comes second is refused.
        unchanged = update(Passkey).where(col(Passkey.id) == row.id, col(Passkey.sign_count) == row.sign_count)
        used = session.execute(unchanged.values(sign_count=count, used_at=clock.now()))
        counted = used.rowcount == 1  # type: ignore[attr-defined]  # of a cursor's result
    if not counted:
        raise WrongPasskey
    attempts.forget(database, secret, f"passkey:{address}")
    return sessions.opened(database, settings, ring, account.id, agent, row.id)
