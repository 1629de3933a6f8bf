"""Signing in by an OpenID Connect provider: the way there, and the way back to an account that was made by invitation."""

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass

from cryptography.fernet import InvalidToken
from pydantic import ConfigDict, ValidationError
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.forms import Form
from citypeers.core.paths import API
from citypeers.core.problems import Forbidden, Unauthorised
from citypeers.core.settings import Settings
from citypeers.identity import accounts, attempts, sessions, tokens
from citypeers.identity.keys import KeyRing
from citypeers.identity.models import Account, AccountState, ProviderLink
from citypeers.identity.provider import Provider, ProviderRefused
from citypeers.identity.sealing import seal, unseal
from citypeers.identity.sessions import Opened
from citypeers.identity.tokens import Identity

CALLBACK = f"{API}/auth/oidc/callback"
WAY_SECONDS = 600
"""How long somebody may take to sign in at the provider."""
FREE_PER_ADDRESS = 50


class NotInvited(Forbidden):
    name = "not-invited"


class Answer(Form):
    """What a provider sends back along with somebody."""

    model_config = ConfigDict(extra="ignore")  # providers add parameters of their own

    code: str | None = None
    state: str | None = None
    iss: str | None = None


class Way(Form):
    """What the browser keeps, sealed, while somebody is at the provider."""

    state: str
    nonce: str
    verifier: str
    until: int


@dataclass(frozen=True)
class Begun:
    """Where somebody goes, and what the browser keeps meanwhile."""

    address: str
    sealed: str


def begin(settings: Settings, provider: Provider) -> Begun:
    """The way to the provider."""
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    address = provider.address(settings.public_url + CALLBACK, state, nonce, challenge)
    way = Way(state=state, nonce=nonce, verifier=verifier, until=int(time.time()) + WAY_SECONDS)
    return Begun(address, seal(settings.secret_key.get_secret_value(), way.model_dump_json()))


def finish(
    database: Database,
    settings: Settings,
    ring: KeyRing,
    provider: Provider,
    answer: Answer,
    sealed: str | None,
    agent: str,
    address: str,
) -> Opened:
    """Open a session for whom the provider names, if that is somebody with an account."""
    secret = settings.secret_key.get_secret_value()
    attempts.count(database, secret, f"provider:{address}", FREE_PER_ADDRESS)
    way = _way(secret, sealed)
    is_ours = answer.state is not None and hmac.compare_digest(answer.state.encode("utf-8", "replace"), way.state.encode())
    if not is_ours or answer.code is None or answer.iss not in (None, provider.issuer):
        raise ProviderRefused
    given = provider.exchange(answer.code, settings.public_url + CALLBACK, way.verifier)
    try:
        keys = provider.keys(tokens.key_id_of_identity(given.id_token))
        said = tokens.read_identity(given.id_token, given.access_token, keys, provider.issuer, provider.client, way.nonce)
    except Unauthorised:
        raise ProviderRefused from None
    with database.transaction() as session:
        account = _linked(session, said)
    attempts.forget(database, secret, f"provider:{address}")
    return sessions.opened(database, settings, ring, account.id, agent, provider=provider.issuer)


def _way(secret: str, sealed: str | None) -> Way:
    try:
        way = Way.model_validate_json(unseal(secret, sealed or ""))
    except (InvalidToken, UnicodeError, ValidationError):
        raise ProviderRefused from None
    if way.until < time.time():
        raise ProviderRefused
    return way


def _linked(session: Session, said: Identity) -> Account:
    """The account of somebody at the provider: the one linked before, or that of an address which the provider has verified.

    An account has one such link: an address that was given to somebody else at the provider does not lead to it again.
    """
    link = session.get(ProviderLink, (said.iss, said.sub))
    account = session.get(Account, link.account_id) if link else _invited(session, said)
    if account is None or account.state is not AccountState.active:
        raise NotInvited
    return account


def _invited(session: Session, said: Identity) -> Account | None:
    account = accounts.by_email(session, said.email) if said.email and said.email_verified else None
    if account is None or said.email is None or not _is_same(said.email, account.email):
        return None
    session.refresh(account, with_for_update=True)
    mine = select(ProviderLink).where(col(ProviderLink.issuer) == said.iss, col(ProviderLink.account_id) == account.id)
    linked = session.scalars(mine).first()
    if linked is None:
        session.add(ProviderLink(issuer=said.iss, subject=said.sub, account_id=account.id, created_at=clock.now()))
    return account if linked is None or linked.subject == said.sub else None


def _is_same(verified: str, kept: str) -> bool:
    """Whether two addresses are one beyond doubt: accounts are found by folded addresses, and "á" folds to "a"."""
    return verified == kept or (verified.isascii() and verified.lower() == kept.lower())
