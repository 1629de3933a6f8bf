"""Passkeys (WebAuthn): added, listed, removed, and shown to sign in. The only module that knows the library for them.

Adding and signing in open their own transactions: a challenge that was answered is gone, whatever comes of the answer.
"""

import json
import secrets
from datetime import timedelta
from urllib.parse import urlsplit

import webauthn
from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, parse_client_data_json
from webauthn.helpers.cose import COSEAlgorithmIdentifier
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.problems import Conflict, Invalid, NotFound, Unauthorised
from citypeers.core.rows import new_id
from citypeers.core.settings import Settings
from citypeers.identity import accounts, attempts, letters, sessions
from citypeers.identity.accounts import ISSUER, guard_second_factor
from citypeers.identity.keys import KeyRing
from citypeers.identity.models import Account, AccountState, BrowserSession, Passkey, PasskeyChallenge
from citypeers.identity.passkeys_schemas import PasskeyCreate, PasskeyOptions, PasskeyOut, PasskeyPage, PasskeySignIn
from citypeers.identity.sealing import digest
from citypeers.identity.sessions import Opened

CHALLENGE_SECONDS = 300
MOST_PASSKEYS = 10
FREE_QUESTIONS, FREE_ANSWERS = 200, 50
"""Challenges asked for, and answers tried, by one address in a quarter of an hour before the waits begin."""
ALGORITHMS = [
    COSEAlgorithmIdentifier.ECDSA_SHA_256,
    COSEAlgorithmIdentifier.EDDSA,
    COSEAlgorithmIdentifier.RSASSA_PKCS1_v1_5_SHA_256,
]


class WrongPasskey(Unauthorised):
    name = "wrong-passkey"


class PasskeyRefused(Invalid):
    def __init__(self) -> None:
        super().__init__([("/credential", "passkey_refused")])


class PasskeysFull(Conflict):
    name = "passkeys-full"


def _party(settings: Settings) -> str:
    return urlsplit(settings.public_url).hostname or ""


def _challenge(session: Session, account_id: str | None) -> bytes:
    now = clock.now()
    session.execute(delete(PasskeyChallenge).where(col(PasskeyChallenge.expires_at) <= now))
    challenge = secrets.token_bytes(32)
    kept = digest(bytes_to_base64url(challenge))
    expires = now + timedelta(seconds=CHALLENGE_SECONDS)
    session.add(PasskeyChallenge(digest=kept, account_id=account_id, expires_at=expires))
    return challenge


def _answered(database: Database, client_data: str, account_id: str | None) -> bytes | None:
    """The challenge that an answer is to, which is gone from now on; None if it was never asked, or not of this account."""
    try:
        challenge = parse_client_data_json(base64url_to_bytes(client_data)).challenge
    except Exception:  # the library raises more than its own errors at hostile texts
        return None
    asked = (
        col(PasskeyChallenge.digest) == digest(bytes_to_base64url(challenge)),
        col(PasskeyChallenge.account_id) == account_id,
        col(PasskeyChallenge.expires_at) > clock.now(),
    )
    with database.transaction() as session:
        taken = session.execute(delete(PasskeyChallenge).where(*asked)).rowcount == 1  # type: ignore[attr-defined]  # of a cursor's result
    return challenge if taken else None


def ask_for_new(session: Session, settings: Settings, account: Account, session_id: str) -> PasskeyOptions:
    """What a browser asks the device for, so that it makes a passkey for an account."""
    guard_second_factor(session, account, session_id)
    known = session.scalars(select(col(Passkey.credential_id)).where(col(Passkey.account_id) == account.id)).all()
    if len(known) >= MOST_PASSKEYS:
        raise PasskeysFull
    options = webauthn.generate_registration_options(
        rp_id=_party(settings),
        rp_name=ISSUER,
        user_id=bytes.fromhex(account.id),
        user_name=account.email,
        user_display_name=account.name,
        challenge=_challenge(session, account.id),
        timeout=CHALLENGE_SECONDS * 1000,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(each)) for each in known],
        supported_pub_key_algs=ALGORITHMS,
    )
    return PasskeyOptions(public_key=json.loads(webauthn.options_to_json(options)))


def add(database: Database, settings: Settings, account_id: str, session_id: str, write: PasskeyCreate) -> PasskeyOut:
    """Keep a passkey that a device has made; the session counts as one in which it was shown."""
    challenge = _answered(database, write.credential.response.client_data, account_id)
    if challenge is None:
        raise PasskeyRefused
    try:
        made = webauthn.verify_registration_response(
            credential=write.credential.model_dump(by_alias=True),
            expected_challenge=challenge,
            expected_rp_id=_party(settings),
            expected_origin=settings.public_url,
            require_user_verification=True,
            supported_pub_key_algs=ALGORITHMS,
        )
    except Exception:  # as above
        raise PasskeyRefused from None
    row = Passkey(
        id=new_id(),
        account_id=account_id,
        credential_id=bytes_to_base64url(made.credential_id),
        public_key=bytes_to_base64url(made.credential_public_key),
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
    attempts.count(database, settings.secret_key.get_secret_value(), f"passkey-question:{address}", FREE_QUESTIONS)
    with database.transaction() as session:
        challenge = _challenge(session, None)
    options = webauthn.generate_authentication_options(
        rp_id=_party(settings),
        challenge=challenge,
        timeout=CHALLENGE_SECONDS * 1000,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return PasskeyOptions(public_key=json.loads(webauthn.options_to_json(options)))


def sign_in(database: Database, settings: Settings, ring: KeyRing, asked: PasskeySignIn, agent: str, address: str) -> Opened:
    """Open a session for the owner of a passkey, who has shown the device who they are."""
    secret = settings.secret_key.get_secret_value()
    attempts.count(database, secret, f"passkey:{address}", FREE_ANSWERS)
    challenge = _answered(database, asked.credential.response.client_data, None)
    if challenge is None:
        raise WrongPasskey
    with database.reading() as session:
        row = session.scalars(select(Passkey).where(col(Passkey.credential_id) == asked.credential.id)).one_or_none()
        account = session.get_one(Account, row.account_id) if row else None
    if row is None or account is None or account.state is not AccountState.active:
        raise WrongPasskey
    try:
        shown = webauthn.verify_authentication_response(
            credential=asked.credential.model_dump(by_alias=True),
            expected_challenge=challenge,
            expected_rp_id=_party(settings),
            expected_origin=settings.public_url,
            credential_public_key=base64url_to_bytes(row.public_key),
            credential_current_sign_count=row.sign_count,
            require_user_verification=True,
        )
    except Exception:  # as above
        raise WrongPasskey from None
    with database.transaction() as session:
        # Of two devices that count alike, one is a copy: whoever comes second is refused.
        unchanged = update(Passkey).where(col(Passkey.id) == row.id, col(Passkey.sign_count) == row.sign_count)
        used = session.execute(unchanged.values(sign_count=shown.new_sign_count, used_at=clock.now()))
        counted = used.rowcount == 1  # type: ignore[attr-defined]  # of a cursor's result
    if not counted:
        raise WrongPasskey
    attempts.forget(database, secret, f"passkey:{address}")
    return sessions.opened(database, settings, ring, account.id, agent, row.id)
