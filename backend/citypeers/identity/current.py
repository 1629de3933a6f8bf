"""Who asks: from the access token of a request to a principal, with what it holds at this moment."""

import hashlib
import json
import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy import Select, and_, bindparam, column, null, or_, select, table

from citypeers.core.db import Database, prepared
from citypeers.core.principal import VISITOR, Held, Principal, Role
from citypeers.core.problems import Unauthorised
from citypeers.core.settings import Settings
from citypeers.identity import tokens
from citypeers.identity.accounts import NEEDS_SECOND_FACTOR, today
from citypeers.identity.keys import KeyRing
from citypeers.identity.models import EVERYWHERE
from citypeers.identity.tokens import Claims, ClientClaims, SessionClaims

MOST_REMEMBERED = 10_000


@dataclass(frozen=True)
class Signed:
    """A request of somebody who is signed in."""

    who: Principal
    account: str
    session: str


@prepared
def _standing() -> Select[Any]:
    """The state of a session's account and what it holds on a day: one read by key, at every request."""
    session = table("browser_session", *(column(name) for name in ("id", "account_id", "ended_at", "passkey_id", "provider")))
    account = table("account", *(column(name) for name in ("id", "state", "totp_sealed")))
    held = table("access_grant", *(column(name) for name in ("account_id", "role", "on_kind", "on_id", "valid_from", "valid_to")))
    counts = and_(
        held.c.account_id == account.c.id,
        held.c.valid_from <= bindparam("day"),
        or_(held.c.valid_to.is_(None), held.c.valid_to >= bindparam("day")),
    )
    by_code = and_(account.c.totp_sealed.is_not(None), session.c.provider.is_(None))
    strong = or_(by_code, session.c.passkey_id.is_not(None))
    return (
        select(account.c.id, account.c.state, strong, held.c.role, held.c.on_kind, held.c.on_id)
        .select_from(session.join(account, account.c.id == session.c.account_id).outerjoin(held, counts))
        .where(session.c.id == bindparam("session"), session.c.ended_at.is_(None))
    )


@prepared
def _client_standing(by_secret: bool) -> Select[Any]:
    """The state of a partner system and what it may now: one read by key, at every request.

    Nothing is found once the secret that it proved itself by is gone; whoever proved itself by a key is read with the keys.
    """
    client = table("oauth_client", *(column(name) for name in ("id", "state", "scopes", "bound_kind", "bound_id", "jwks")))
    read = (client.c.state, client.c.scopes, client.c.bound_kind, client.c.bound_id)
    mine = client.c.id == bindparam("client")
    if not by_secret:
        return select(*read, client.c.jwks).where(mine)
    secret = table("oauth_client_secret", column("id"), column("client_id"))
    stands = and_(secret.c.client_id == client.c.id, secret.c.id == bindparam("proof"))
    return select(*read, null()).select_from(client.join(secret, stands)).where(mine)


_parsed = lru_cache(maxsize=MOST_REMEMBERED)(json.loads)


def _read(kept: Any) -> Any:
    """What is kept as JSON, for which SQLite has no type; the same text is parsed once, and nobody changes what comes of it."""
    return _parsed(kept) if isinstance(kept, str) else kept


class Gate:
    """Reads the access tokens of one process: each signature is checked once, each standing every time."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.ring = KeyRing(database, settings.secret_key.get_secret_value())
        self._database, self._issuer = database, settings.public_url
        self._second_factor = settings.second_factor_required
        self._checked: OrderedDict[bytes, Claims] = OrderedDict()

    def known(self, token: str) -> Signed | Principal:
        """Who a token stands for now, a person or a partner system; 401 where it is not good, or that has ended."""
        claims = self._claims(token)
        return self._client(claims) if isinstance(claims, ClientClaims) else self._person(claims)

    def signed_in(self, token: str) -> Signed:
        """The person a token stands for now; 401 where it stands for none."""
        claims = self._claims(token)
        if isinstance(claims, ClientClaims):
            raise Unauthorised
        return self._person(claims)

    def _client(self, claims: ClientClaims) -> Principal:
        by_secret = not claims.proof.startswith("key:")
        rows = self._database.rows(_client_standing(by_secret), {"client": claims.client_id, "proof": claims.proof})
        if not rows or claims.sub != claims.client_id or rows[0][0] != "active":
            raise Unauthorised
        _, scopes, bound_kind, bound_id, keys = rows[0]
        if not by_secret and claims.proof not in map(tokens.proof_by_key, (_read(keys) or {"keys": []})["keys"]):
            raise Unauthorised
        return Principal(
            name=f"client:{claims.client_id}",
            roles=frozenset({Role.client, Role.visitor}),
            scopes=frozenset(claims.scope.split()) & frozenset(_read(scopes)),
            bound=(bound_kind, bound_id) if bound_kind else None,
        )

    def _person(self, claims: SessionClaims) -> Signed:
        rows = self._database.rows(_standing(), {"session": claims.sid, "day": today()})
        if not rows or rows[0][0] != claims.sub or rows[0][1] != "active":
            raise Unauthorised
        is_strong = bool(rows[0][2]) or not self._second_factor
        held = [(Role(role), kind, id) for _, _, _, role, kind, id in rows if role is not None]
        counting = [each for each in held if is_strong or each[0] not in NEEDS_SECOND_FACTOR]
        principal = Principal(
            name=f"account:{claims.sub}",
            roles=frozenset(role for role, kind, _ in counting if kind == EVERYWHERE) | {Role.visitor},
            account=claims.sub,
            held=frozenset(Held(role, kind, id) for role, kind, id in counting if kind != EVERYWHERE),
        )
        return Signed(principal, claims.sub, claims.sid)

    def _claims(self, token: str) -> Claims:
        if len(token) > tokens.LONGEST:
            raise Unauthorised
        key = hashlib.sha256(token.encode("utf-8", "replace")).digest()
        claims = self._checked.get(key)
        if claims is None:
            claims = tokens.read(token, self.ring.public(tokens.key_id(token)), self._issuer)
            self._checked[key] = claims
            while len(self._checked) > MOST_REMEMBERED:
                self._checked.popitem(last=False)
        if claims.exp <= time.time():
            raise Unauthorised
        return claims


def gate(request: Request) -> Gate:
    """The gate of this process."""
    found: Gate = request.app.state.gate
    return found


def _known(request: Request) -> Signed | Principal | None:
    header = request.headers.get("authorization")
    if header is None:
        return None
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthorised
    return gate(request).known(token.strip())


# What follows waits for nothing; a function that is not async would be sent to a thread and back.


async def _who(known: Annotated[Signed | Principal | None, Depends(_known)]) -> Principal:
    if known is None:
        return VISITOR
    return known.who if isinstance(known, Signed) else known


async def _acting(known: Annotated[Signed | Principal | None, Depends(_known)]) -> Principal:
    if known is None:
        raise Unauthorised
    return await _who(known)


async def _signed_in(known: Annotated[Signed | Principal | None, Depends(_known)]) -> Signed:
    if not isinstance(known, Signed):
        raise Unauthorised
    return known


Who = Annotated[Principal, Depends(_who)]
"""The principal of a request; a visitor without a token."""
Acting = Annotated[Principal, Depends(_acting)]
"""The person or the partner system of a request, where visitors have no business: 401."""
SignedIn = Annotated[Signed, Depends(_signed_in)]
"""The person of a request, where visitors and partner systems have no business: 401."""
GateDep = Annotated[Gate, Depends(gate)]
