"""People of the tests, and how they sign in."""

from dataclasses import dataclass, field
from typing import Any

import pyotp
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.mail import Mail
from citypeers.core.principal import OPERATOR, Role
from citypeers.identity import accounts, clients
from citypeers.identity.clients_schemas import Bound, ClientCreate
from citypeers.identity.schemas import AccountCreate
from citypeers.identity.scopes import ClientScope
from citypeers.identity.sealing import seal

Made = dict[str, Any]
"""A partner system as it is shown when it is made."""
CLIENTS, TOKEN = "/api/v1/clients", "/oauth/token"
GRANT = {"grant_type": "client_credentials"}
SCOPES = ["networks:read", "projects:write"]
PASSWORD = "seven bridges over one river"


@dataclass(frozen=True)
class Person:
    """Somebody who is signed in."""

    email: str
    token: str
    more: dict[str, str] = field(default_factory=dict)

    @property
    def headers(self) -> dict[str, str]:
        """What a request of theirs carries."""
        return {"Authorization": f"Bearer {self.token}", **self.more}


def account(instance: Instance, role: Role = Role.member, email: str = "ana@example.org") -> str:
    """A new account; its id."""
    write = AccountCreate.model_validate({"email": email, "name": "Ana Lima", "password": PASSWORD, "role": role})
    with instance.database.transaction() as session:
        return accounts.create(session, OPERATOR, write).id


def signed_in(client: TestClient, email: str = "ana@example.org") -> Person:
    """Sign in somebody who has an account; the cookie stays with the client."""
    answer = client.post("/api/v1/auth/sign-in", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    return Person(email, answer.json()["access_token"])


def sign_in(client: TestClient, instance: Instance, role: Role = Role.member, email: str = "ana@example.org") -> Person:
    """A new account, signed in."""
    account(instance, role, email)
    return signed_in(client, email)


def staff(client: TestClient, instance: Instance, role: Role = Role.secretariat, email: str = "eva@example.org") -> Person:
    """As :func:`sign_in`, with a second factor, so that the role counts."""
    person = sign_in(client, instance, role, email)
    with instance.database.transaction() as session:
        found = accounts.by_email(session, email)
        assert found is not None
        found.totp_sealed = seal(instance.settings.secret_key.get_secret_value(), pyotp.random_base32())
    return person


def letters(instance: Instance, to: str, letter: str | None = None) -> list[Mail]:
    """What was written to somebody, the newest last."""
    with instance.database.reading() as session:
        rows = session.scalars(select(Mail).where(col(Mail.to_address) == to).order_by(col(Mail.created_at))).all()
        session.expunge_all()
    return [row for row in rows if letter in (None, row.letter)]


def link_token(mail: Mail) -> str:
    """The token of the link in a letter."""
    return mail.values["link"].partition("#")[2]


def accept(client: TestClient, instance: Instance, email: str) -> Person:
    """Take up the newest invitation of somebody, and sign in."""
    token = link_token(letters(instance, email, "invitation")[-1])
    body = {"token": token, "name": "Invited Person", "language": "en", "password": PASSWORD}
    answer = client.post("/api/v1/auth/invitation/accept", json=body)
    assert answer.status_code == 204, answer.text
    return signed_in(client, email)


def partner(client: TestClient, instance: Instance, *scopes: ClientScope, bound: Bound | None = None) -> dict[str, str]:
    """What a request of a new partner system carries; it has every scope unless some are named."""
    write = ClientCreate(name="City portal", scopes=list(scopes or ClientScope), bound=bound)
    with instance.database.transaction() as session:
        made = clients.create(session, OPERATOR, write)
    given = {**GRANT, "client_id": made.id, "client_secret": made.secret}
    answer = client.post(TOKEN, data=given)
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}
