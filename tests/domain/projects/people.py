"""People of the tests who write and review projects."""

from typing import Any

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, Role
from citypeers.domain.organisations import service as organisations
from citypeers.identity import accounts
from tests.identity.people import Person, account, signed_in

PROJECTS = "/api/v1/projects"
STORY: dict[str, Any] = {
    "title": {"de": "Sensoren für Stadtbäume"},
    "summary": {"de": "Bäume werden gegossen, wenn sie es brauchen."},
    "places": [{"name": "Hamburg", "country": "DE"}],
    "topics": ["climate-mitigation-and-adaptation"],
    "maturity": "pilot",
    "lessons": [{"id": "1", "kind": "worked", "happened": {"de": "Wenige Sensoren genügen."}}],
    "contacts": [{"function": {"de": "Grünflächenamt"}, "email": "gruen@example.org", "audience": "public"}],
}
"""A story that lacks nothing."""


def member(client: TestClient, instance: Instance, slug: str, email: str) -> Person:
    """Somebody who speaks for an organisation, signed in."""
    id = account(instance, Role.member, email)
    with instance.database.transaction() as session:
        organisation = organisations.find(session, slug)
        accounts.grant(session, OPERATOR, id, Role.member, "organisation", organisation.id)
    return signed_in(client, email)


def begin(client: TestClient, person: Person, organisation: str = "hamburg", **more: Any) -> str:
    """A new project of an organisation; its id."""
    answer = client.post(PROJECTS, json={**STORY, "organisation": organisation, **more}, headers=person.headers)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def desk(client: TestClient, person: Person, id: str) -> dict[str, Any]:
    """A project as somebody works on it."""
    body: dict[str, Any] = client.get(f"{PROJECTS}/{id}/desk", headers=person.headers).json()
    return body


def write(client: TestClient, person: Person, id: str, **patch: Any) -> Any:
    """Write on the version at work as it is now."""
    path = f"{PROJECTS}/{id}/desk"
    etag = client.get(path, headers=person.headers).headers.get("etag", '"0"')
    return client.patch(path, json=patch, headers={**person.headers, "If-Match": etag})


def move(client: TestClient, person: Person, id: str, verb: str, **more: Any) -> Any:
    """Take a step as the project is now."""
    etag = client.get(f"{PROJECTS}/{id}/desk", headers=person.headers).headers.get("etag", '"0"')
    return client.post(f"{PROJECTS}/{id}/transitions", json={"verb": verb, **more}, headers={**person.headers, "If-Match": etag})


def published(client: TestClient, owner: Person, reviewer: Person, **more: Any) -> str:
    """A project that went the whole way; its id."""
    id = begin(client, owner, **more)
    assert move(client, owner, id, "submit").status_code == 200
    assert move(client, reviewer, id, "approve").status_code == 200
    return id
