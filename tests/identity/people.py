"""People of the tests, and how they sign in."""

from dataclasses import dataclass

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import Role
from citypeers.identity import accounts
from citypeers.identity.models import Account
from citypeers.identity.schemas import AccountCreate

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
