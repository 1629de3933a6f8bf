"""Who asks: from the access token of a request to a principal, with what it holds at this moment."""

import hashlib
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy import Select, and_, bindparam, column, or_, select, table

from citypeers.core.db import Database, prepared
from citypeers.core.principal import VISITOR, Held, Principal, Role
from citypeers.core.problems import Unauthorised
from citypeers.core.settings import Settings
from citypeers.identity import tokens
from citypeers.identity.accounts import NEEDS_SECOND_FACTOR, today
from citypeers.identity.keys import KeyRing
from citypeers.identity.models import EVERYWHERE
from citypeers.identity.tokens import Claims

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
    session = table("browser_session", *(column(name) for name in ("id", "account_id", "ended_at")))
    account = table("account", *(column(name) for name in ("id", "state", "totp_sealed")))
    held = table("access_grant", *(column(name) for name in ("account_id", "role", "on_kind", "on_id", "valid_from", "valid_to")))
    counts = and_(
        held.c.account_id == account.c.id,
        held.c.valid_from <= bindparam("day"),
        or_(held.c.valid_to.is_(None), held.c.valid_to >= bindparam("day")),
    )
    return (
        select(account.c.id, account.c.state, account.c.totp_sealed.is_not(None), held.c.role, held.c.on_kind, held.c.on_id)
        .select_from(session.join(account, account.c.id == session.c.account_id).outerjoin(held, counts))
        .where(session.c.id == bindparam("session"), session.c.ended_at.is_(None))
    )


class Gate:
    """Reads the access tokens of one process: each signature is checked once, each standing every time."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.ring = KeyRing(database, settings.secret_key.get_secret_value())
        self._database, self._issuer = database, settings.public_url
        self._checked: OrderedDict[bytes, Claims] = OrderedDict()

    def signed_in(self, token: str) -> Signed:
        """Who a token stands for now; 401 where it is not good, or what it stands for has ended."""
        claims = self._claims(token)
        rows = self._database.rows(_standing(), {"session": claims.sid, "day": today()})
        if not rows or rows[0][0] != claims.sub or rows[0][1] != "active":
            raise Unauthorised
        enrolled = bool(rows[0][2])
        held = [(Role(role), kind, id) for _, _, _, role, kind, id in rows if role is not None]
        counting = [each for each in held if enrolled or each[0] not in NEEDS_SECOND_FACTOR]
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


def _signed(request: Request) -> Signed | None:
    header = request.headers.get("authorization")
    if header is None:
        return None
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthorised
    return gate(request).signed_in(token.strip())


def _who(signed: Annotated[Signed | None, Depends(_signed)]) -> Principal:
    return signed.who if signed else VISITOR


def _signed_in(signed: Annotated[Signed | None, Depends(_signed)]) -> Signed:
    if signed is None:
        raise Unauthorised
    return signed


Who = Annotated[Principal, Depends(_who)]
"""The principal of a request; a visitor without a token."""
SignedIn = Annotated[Signed, Depends(_signed_in)]
"""As :data:`Who`, where visitors have no business: 401."""
GateDep = Annotated[Gate, Depends(gate)]
