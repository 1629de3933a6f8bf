"""Offers, requests and steps of the tests of coaching."""

from typing import Any

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from tests.domain.projects.ledger import of
from tests.identity.people import Person

OFFERS, NEEDS, REQUESTS = "/api/v1/offers", "/api/v1/needs", "/api/v1/coaching-requests"
OFFER: dict[str, Any] = {
    "topics": ["energy", "mobility"],
    "languages": [{"language": "en", "level": "c1"}],
    "formats": ["online", "group"],
    "capacity": 2,
}
ASKED: dict[str, Any] = {
    "organisation": "koeln",
    "title": {"en": "Lights that report their own faults"},
    "challenge": {"en": "How do you check that a light is repaired in two days?"},
    "topics": ["energy"],
    "format": "online",
    "languages": ["en"],
}


def offer(client: TestClient, instance: Instance, slug: str, listed: bool = True, **more: Any) -> Person:
    """Somebody of an organisation that offers coaching, signed in."""
    person = of(client, instance, slug)
    made = client.post(OFFERS, json={**OFFER, "organisation": slug, **more}, headers=person.headers)
    assert made.status_code == 201, made.text
    if listed:
        listing = {**person.headers, "If-Match": made.headers["etag"]}
        assert client.post(f"{OFFERS}/{made.json()['id']}/transitions", json={"verb": "list"}, headers=listing).status_code == 200
    return person


def draft(client: TestClient, person: Person, **more: Any) -> str:
    """A new request; its id."""
    made = client.post(REQUESTS, json={**ASKED, **more}, headers=person.headers)
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


def read(client: TestClient, person: Person, id: str) -> dict[str, Any]:
    body: dict[str, Any] = client.get(f"{REQUESTS}/{id}", headers=person.headers).json()
    return body


def act(client: TestClient, person: Person, id: str, verb: str, **more: Any) -> Any:
    """Take a step as the request is now."""
    etag = client.get(f"{REQUESTS}/{id}", headers=person.headers).headers.get("etag", '"0"')
    return client.post(f"{REQUESTS}/{id}/transitions", json={"verb": verb, **more}, headers={**person.headers, "If-Match": etag})


def invite(client: TestClient, person: Person, id: str, slug: str) -> Any:
    etag = client.get(f"{REQUESTS}/{id}", headers=person.headers).headers.get("etag", '"0"')
    return client.post(f"{REQUESTS}/{id}/invitations", json={"organisation": slug}, headers={**person.headers, "If-Match": etag})


def invitation(client: TestClient, person: Person, id: str, slug: str) -> dict[str, Any]:
    """The newest invitation of an organisation, as somebody sees it."""
    found = [each for each in read(client, person, id)["invitations"] if each["organisation"]["slug"] == slug]
    newest: dict[str, Any] = found[-1]
    return newest


def answer(client: TestClient, person: Person, id: str, slug: str, verb: str, **more: Any) -> Any:
    """Answer an invitation as it is now."""
    path = f"{REQUESTS}/{id}/invitations/{invitation(client, person, id, slug)['id']}"
    etag = client.get(path, headers=person.headers).headers["etag"]
    return client.post(f"{path}/transitions", json={"verb": verb, **more}, headers={**person.headers, "If-Match": etag})


def opened(client: TestClient, person: Person, **more: Any) -> str:
    """A request that is open; its id."""
    id = draft(client, person, **more)
    answered = act(client, person, id, "submit")
    assert answered.status_code == 200, answered.text
    return id


def problem(answered: Any) -> tuple[int, str]:
    return answered.status_code, answered.json()["type"].rpartition("/")[2]
