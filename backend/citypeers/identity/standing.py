"""Who somebody is now, where their work goes on after the request that began it."""

from sqlmodel import Session

from citypeers.core.principal import Principal, Role
from citypeers.identity import accounts
from citypeers.identity.models import Account, AccountState, ClientState, OAuthClient


def of(session: Session, name: str) -> Principal | None:
    """The person or the partner system of a name, with what they may at this moment; None where they may nothing any more."""
    kind, _, id = name.partition(":")
    if kind == accounts.KIND:
        account = session.get(Account, id)
        return accounts.acting(session, id) if account is not None and account.state is AccountState.active else None
    client = session.get(OAuthClient, id)
    if client is None or client.state is not ClientState.active:
        return None
    return Principal(
        name=name,
        roles=frozenset({Role.client, Role.visitor}),
        scopes=frozenset(client.scopes),
        bound=(client.bound_kind, client.bound_id) if client.bound_kind and client.bound_id else None,
    )
