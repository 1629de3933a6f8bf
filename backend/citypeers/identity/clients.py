"""Verbs on partner systems: made, changed, disabled; their secrets, two at a time so that one can follow the other."""

import secrets
from datetime import datetime
from typing import Annotated, Any

from pydantic import ConfigDict, Field
from sqlalchemy import column, delete, func, or_, select, table
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.cursors import Cursors
from citypeers.core.forms import Form
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Invalid, NotFound
from citypeers.core.rows import matches, rewrite
from citypeers.identity.clients_schemas import (
    Bound,
    BoundKind,
    ClientCreate,
    ClientCreated,
    ClientOut,
    ClientPage,
    ClientUpdate,
    ClientVerb,
    KeySet,
    SecretCreate,
    SecretOut,
    SecretShown,
)
from citypeers.identity.models import ClientState, OAuthClient, OAuthClientSecret
from citypeers.identity.people import staff
from citypeers.identity.scopes import ClientScope
from citypeers.identity.sealing import digest

MOST_SECRETS = 2
STEPS = {
    ClientVerb.disable: (ClientState.active, ClientState.disabled),
    ClientVerb.enable: (ClientState.disabled, ClientState.active),
}
"""Where each verb leads from and to."""
KIND = "client"
_ORDER = "clients"


class SecretsFull(Conflict):
    name = "secrets-full"


class WrongClientState(Conflict):
    name = "wrong-client-state"


class ClientQuery(Form):
    """The parameters of the list of partner systems."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


def create(session: Session, who: Principal, write: ClientCreate) -> ClientCreated:
    """A new partner system, with its first secret unless it brings its keys."""
    staff(who)
    client = OAuthClient(name=write.name, **_columns(session, write.model_dump(mode="json", exclude_none=True)))
    session.add(client)
    session.flush()
    shown = None if write.jwks else _new_secret(session, client.id, None).secret
    session.flush()
    said = {name: (None, getattr(client, name)) for name in ("name", "scopes", "bound_kind", "bound_id")}
    audit.record(session, who, "client.created", KIND, client.id, said)
    return ClientCreated(**out(session, client).model_dump(), secret=shown)


def _columns(session: Session, given: dict[str, Any]) -> dict[str, Any]:
    """The columns behind scopes, keys and binding; only those that are given."""
    columns = {name: given[name] for name in ("jwks",) if name in given}
    if given.get("scopes"):
        columns["scopes"] = sorted(set(given["scopes"]))
    if "bound" in given:
        bound = given["bound"]
        columns |= {"bound_kind": bound and bound["kind"], "bound_id": bound and _bound_id(session, bound["kind"], bound["id"])}
    return columns


def _bound_id(session: Session, kind: str, id: str) -> str:
    if kind == BoundKind.country:
        return id
    organisation = table("organisation", column("id"), column("slug"))  # a noun of a floor above this one
    found: str | None = session.scalar(select(organisation.c.id).where(or_(organisation.c.id == id, organisation.c.slug == id)))
    if found is None:
        raise Invalid([("/bound/id", "unknown_organisation")])
    return found


def find(session: Session, who: Principal, client_id: str, locked: bool = False) -> OAuthClient:
    """One partner system; ``locked`` where what is done next must be done by one at a time."""
    staff(who)
    client = session.get(OAuthClient, client_id, with_for_update=True if locked else None)
    if client is None:
        raise NotFound
    return client


def page(session: Session, who: Principal, query: ClientQuery, cursors: Cursors) -> ClientPage:
    """One page of partner systems."""
    staff(who)
    statement = select(OAuthClient)
    if query.cursor:
        statement = statement.where(col(OAuthClient.id) > str(cursors.read(_ORDER, query.cursor)[0]))
    rows = list(session.scalars(statement.order_by(col(OAuthClient.id)).limit(query.limit + 1)))
    items = [out(session, row) for row in rows[: query.limit]]
    more = cursors.write(_ORDER, [items[-1].id]) if len(rows) > len(items) else None
    total = session.execute(select(func.count(col(OAuthClient.id)))).scalar_one()
    return ClientPage(items=items, next=more, total=total)


def change(session: Session, who: Principal, client_id: str, edit: ClientUpdate, version: str) -> ClientOut:
    """Change what a partner system is called, may, speaks for or proves itself by; ``version`` is the entity tag that was seen."""
    client = find(session, who, client_id, locked=True)
    matches(client, version)
    given = edit.model_dump(mode="json", exclude_unset=True)
    if edit.jwks is not None:
        given["jwks"] = edit.jwks.model_dump(mode="json", exclude_none=True)
    columns = _columns(session, given) | ({"name": edit.name} if edit.name else {})
    return _changed(session, who, client, "client.changed", **columns)


def move(session: Session, who: Principal, client_id: str, verb: ClientVerb, reason: str) -> ClientOut:
    """Disable a partner system, whose tokens count no more from this moment, or enable it again."""
    client = find(session, who, client_id, locked=True)
    source, target = STEPS[verb]
    if client.state is not source:
        raise WrongClientState(state=client.state.value)
    return _changed(session, who, client, f"client.{target}", state=target, state_reason=reason)


def _changed(session: Session, who: Principal, client: OAuthClient, verb: str, **values: Any) -> ClientOut:
    said = {name: (getattr(client, name), value) for name, value in values.items() if getattr(client, name) != value}
    rewrite(session, client, values)
    audit.record(session, who, verb, KIND, client.id, said)
    return out(session, client)


def add_secret(session: Session, who: Principal, client_id: str, asked: SecretCreate) -> SecretShown:
    """One more secret, so that the partner can change over before the old one goes."""
    client = find(session, who, client_id, locked=True)
    now = clock.now()
    if asked.expires_at is not None and asked.expires_at <= now:
        raise Invalid([("/expires_at", "in_future")])
    mine = col(OAuthClientSecret.client_id) == client.id
    session.execute(delete(OAuthClientSecret).where(mine, col(OAuthClientSecret.expires_at) <= now))
    live = session.execute(select(func.count(col(OAuthClientSecret.id))).where(mine)).scalar_one()
    if live >= MOST_SECRETS:
        raise SecretsFull
    shown = _new_secret(session, client.id, asked.expires_at)
    session.flush()
    audit.record(session, who, "client.secret_added", KIND, client.id, {"secret": (None, shown.id)})
    return shown


def _new_secret(session: Session, client_id: str, expires_at: datetime | None) -> SecretShown:
    secret = secrets.token_urlsafe(32)
    row = OAuthClientSecret(client_id=client_id, digest=digest(secret), created_at=clock.now(), expires_at=expires_at)
    session.add(row)
    return SecretShown(**_secret(row).model_dump(), secret=secret)


def end_secret(session: Session, who: Principal, client_id: str, secret_id: str) -> None:
    """Let a secret count no more."""
    find(session, who, client_id, locked=True)
    row = session.get(OAuthClientSecret, secret_id)
    if row is None or row.client_id != client_id:
        raise NotFound
    session.delete(row)
    session.flush()
    audit.record(session, who, "client.secret_ended", KIND, client_id, {"secret": (secret_id, None)})


def _secret(row: OAuthClientSecret) -> SecretOut:
    return SecretOut(**row.model_dump(include=set(SecretOut.model_fields)))


def out(session: Session, client: OAuthClient) -> ClientOut:
    """What the staff reads of a partner system."""
    rows = session.scalars(
        select(OAuthClientSecret)
        .where(col(OAuthClientSecret.client_id) == client.id)
        .order_by(col(OAuthClientSecret.created_at), col(OAuthClientSecret.id))
    )
    bound = Bound(kind=BoundKind(client.bound_kind), id=client.bound_id) if client.bound_kind and client.bound_id else None
    return ClientOut(
        id=client.id,
        name=client.name,
        state=client.state,
        state_reason=client.state_reason,
        scopes=[ClientScope(scope) for scope in client.scopes],
        bound=bound,
        jwks=KeySet.model_validate(client.jwks) if client.jwks else None,
        secrets=[_secret(row) for row in rows],
        may=[verb for verb, (source, _) in STEPS.items() if source is client.state],
        created_at=client.created_at,
        updated_at=client.updated_at,
        version=client.version,
    )
