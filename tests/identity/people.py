"""People of the tests, and how they sign in."""

from dataclasses import dataclass
from typing import Any

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, Role
from citypeers.identity import accounts, clients
from citypeers.identity.clients_schemas import ClientCreate
from citypeers.identity.models import Account
from citypeers.identity.schemas import AccountCreate
from citypeers.identity.scopes import ClientScope

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

    @property
    def headers(self) -> dict[str, str]:
        """What a request of theirs carries."""
        return {"Authorization": f"Bearer {self.token}"}


def account(instance: Instance, role: Role = Role.member, email: str = "ana@example.org") -> str:
    """A new account; its id."""
    write = AccountCreate.model_validate({"email": email, "name": "Ana Lima", "password": PASSWORD, "role": role})
    with instance.database.transaction() as session:
        return accounts.create(session, write).id


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
    """Somebody of the staff, signed in, whose second factor was confirmed meanwhile: the role counts."""
    id = account(instance, role, email)
    person = signed_in(client, email)
    with instance.database.transaction() as session:
        session.get_one(Account, id).totp_sealed = "confirmed"
    return person


def partner(client: TestClient, instance: Instance, *scopes: ClientScope) -> dict[str, str]:
    """What a request of a new partner system carries; it may do everything unless scopes are named."""
    write = ClientCreate(name="City portal", scopes=list(scopes or ClientScope))
    with instance.database.transaction() as session:
        made = clients.create(session, OPERATOR, write)
    given = {**GRANT, "client_id": made.id, "client_secret": made.secret}
    answer = client.post(TOKEN, data=given)
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}
