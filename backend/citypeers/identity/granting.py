"""Access tokens for partner systems: OAuth 2.0 client credentials (RFC 6749, 4.4), by a secret or by a signed assertion.

These verbs open their own transactions: what is counted, and the assertion that was used, must outlive a refusal.
"""

import base64
import hashlib
import math
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from urllib.parse import parse_qsl, unquote_plus

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.messages import MESSAGES
from citypeers.core.problems import Unauthorised
from citypeers.core.rows import new_id
from citypeers.core.settings import Settings
from citypeers.identity import attempts, tokens
from citypeers.identity.keys import KeyRing
from citypeers.identity.models import ClientState, OAuthClient, OAuthClientSecret, UsedAssertion
from citypeers.identity.scopes import ClientScope
from citypeers.identity.sealing import digest

GRANT_TYPE = "client_credentials"
FORM = "application/x-www-form-urlencoded"
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
METHODS = ("client_secret_basic", "client_secret_post", "private_key_jwt")
PATH = "/oauth/token"
FREE_PER_CLIENT, FREE_PER_ADDRESS = 20, 50
"""Tries in a quarter of an hour before the waits begin; those that are right are not counted."""
MOST_FIELDS = 20
_ID = re.compile(r"[0-9a-f]{32}")
TokenError = Literal["invalid_request", "invalid_client", "unsupported_grant_type", "invalid_scope"]
"""What the token endpoint may answer instead of a token."""


class Refused(Exception):
    """A refusal as RFC 6749, section 5.2 has it; its sentence is that of the problem of the same name."""

    def __init__(self, error: TokenError) -> None:
        super().__init__(error)
        self.status = 401 if error == "invalid_client" else 400
        self.error = error

    def document(self, public_url: str) -> dict[str, str]:
        """The body; its address leads to the sentence in the reader's language."""
        name = self.error.replace("_", "-")
        return {
            "error": self.error,
            "error_description": MESSAGES[name]["en"][1],
            "error_uri": f"{public_url}/problems/{name}",
        }


@dataclass(frozen=True)
class Asked:
    """A request for a token, as it came."""

    media_type: str
    body: bytes
    authorization: str | None
    address: str


@dataclass(frozen=True)
class Claimed:
    """Who a request says it comes from, and its one proof."""

    client: str
    secret: str | None = None
    assertion: str | None = None


@dataclass(frozen=True)
class Proof:
    """What a partner system proved itself by, as its token says it, and until when that counts."""

    said: str
    until: datetime | None = None


def token(database: Database, settings: Settings, ring: KeyRing, asked: Asked) -> dict[str, Any]:
    """An access token for whoever proves to be a partner system; ``scope`` narrows what it is for."""
    form = _form(asked)
    if "grant_type" not in form:
        raise Refused("invalid_request")
    if form["grant_type"] != GRANT_TYPE:
        raise Refused("unsupported_grant_type")
    secret = settings.secret_key.get_secret_value()
    from_address = f"token:{asked.address}"
    attempts.count(database, secret, from_address, FREE_PER_ADDRESS)
    claimed = _claimed(form, asked.authorization)
    # By the address too: nobody locks a partner system out by guessing in its name from elsewhere.
    from_client = f"client:{claimed.client}:{asked.address}"
    attempts.count(database, secret, from_client, FREE_PER_CLIENT)
    key = ring.signing()  # before the transaction: it may open one of its own
    with database.transaction() as session:
        client, proof = _proved(session, database, claimed, settings.public_url + PATH)
    if client is None or proof is None:
        raise Refused("invalid_client")
    for subject in (from_address, from_client):
        attempts.forget(database, secret, subject)
    scope = _scope(client, form.get("scope"))
    left = (proof.until - clock.now()).total_seconds() if proof.until else math.inf
    seconds = math.floor(min(settings.access_seconds, left))
    written = tokens.signed_for_client(key, settings.public_url, client.id, proof.said, scope, new_id(), seconds)
    return {"access_token": written, "token_type": "Bearer", "expires_in": seconds, "scope": scope}


def _form(asked: Asked) -> Mapping[str, str]:
    """The fields of a request; what is empty counts as left out, and none comes twice."""
    if asked.media_type.partition(";")[0].strip().lower() != FORM:
        raise Refused("invalid_request")
    try:
        pairs = parse_qsl(asked.body.decode(), errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:
        raise Refused("invalid_request") from None
    if len({name for name, _ in pairs}) < len(pairs):
        raise Refused("invalid_request")
    return dict(pairs)


def _claimed(form: Mapping[str, str], authorization: str | None) -> Claimed:
    ways = (authorization is not None, "client_secret" in form, "client_assertion" in form)
    if sum(ways) > 1:
        raise Refused("invalid_request")
    if authorization is not None:
        claimed = _basic(authorization)
    elif "client_assertion" in form:
        claimed = _asserted(form)
    else:
        claimed = Claimed(form.get("client_id", ""), form.get("client_secret"))
    if form.get("client_id", claimed.client) != claimed.client or not _ID.fullmatch(claimed.client):
        raise Refused("invalid_client")
    return claimed


def _basic(authorization: str) -> Claimed:
    scheme, _, encoded = authorization.partition(" ")
    try:
        if scheme.lower() != "basic":
            raise ValueError
        client, _, secret = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except ValueError:
        raise Refused("invalid_client") from None
    return Claimed(unquote_plus(client), unquote_plus(secret))


def _asserted(form: Mapping[str, str]) -> Claimed:
    if form.get("client_assertion_type") != ASSERTION_TYPE:
        raise Refused("invalid_request")
    try:
        return Claimed(tokens.asserted_by(form["client_assertion"]), assertion=form["client_assertion"])
    except Unauthorised:
        raise Refused("invalid_client") from None


def _proved(session: Session, database: Database, claimed: Claimed, endpoint: str) -> tuple[OAuthClient | None, Proof | None]:
    client = session.get(OAuthClient, claimed.client)
    if client is None or client.state is not ClientState.active:
        return None, None
    if claimed.assertion is not None:
        return client, _asserted_by(session, database, client, claimed.assertion, endpoint)
    return client, _secret_of(session, client, claimed.secret) if claimed.secret is not None else None


def _secret_of(session: Session, client: OAuthClient, secret: str) -> Proof | None:
    now = clock.now()
    right = select(OAuthClientSecret).where(
        col(OAuthClientSecret.client_id) == client.id,
        col(OAuthClientSecret.digest) == digest(secret),
        or_(col(OAuthClientSecret.expires_at).is_(None), col(OAuthClientSecret.expires_at) > now),
    )
    row = session.scalars(right).first()
    if row is None:
        return None
    session.execute(update(OAuthClientSecret).where(col(OAuthClientSecret.id) == row.id).values(last_used_at=now))
    return Proof(row.id, row.expires_at)


def _asserted_by(session: Session, database: Database, client: OAuthClient, assertion: str, endpoint: str) -> Proof | None:
    """The proof in an assertion that is the client's and is used for the first time; of two that come at once, one is."""
    try:
        said, proof = tokens.read_assertion(assertion, (client.jwks or {"keys": []})["keys"], client.id, endpoint)
    except Unauthorised:
        return None
    session.execute(delete(UsedAssertion).where(col(UsedAssertion.until) < int(time.time())))
    key = hashlib.sha256(f"{client.id}:{said.jti}".encode("utf-8", "replace")).hexdigest()
    new = sqlite.insert if database.is_sqlite else postgresql.insert
    used = new(UsedAssertion).values(key=key, until=said.exp).on_conflict_do_nothing().returning(col(UsedAssertion.key))
    return Proof(proof) if session.scalar(used) is not None else None


def _scope(client: OAuthClient, wanted: str | None) -> str:
    if wanted is None:
        return " ".join(client.scopes)
    narrowed = set(wanted.split(" "))
    if not narrowed <= set(client.scopes):
        raise Refused("invalid_scope")
    return " ".join(sorted(narrowed))


def metadata(settings: Settings) -> dict[str, Any]:
    """What partner systems need to know of us (RFC 8414)."""
    return {
        "issuer": settings.public_url,
        "token_endpoint": settings.public_url + PATH,
        "jwks_uri": f"{settings.public_url}/.well-known/jwks.json",
        "service_documentation": f"{settings.public_url}/docs",
        "response_types_supported": [],
        "grant_types_supported": [GRANT_TYPE],
        "scopes_supported": [scope.value for scope in ClientScope],
        "token_endpoint_auth_methods_supported": list(METHODS),
        "token_endpoint_auth_signing_alg_values_supported": list(tokens.ASSERTION_ALGORITHMS),
    }
