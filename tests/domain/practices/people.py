"""What the tests of practices begin and move."""

from typing import Any

from starlette.testclient import TestClient

from tests.identity.people import Person

PRACTICES = "/api/v1/practices"
WHOLE: dict[str, Any] = {
    "kind": "checklist",
    "title": {"de": "Sensoren ausschreiben"},
    "summary": {"de": "Was in eine Ausschreibung gehört, damit die Daten offen bleiben."},
    "topics": ["data-management-and-governance"],
}
"""A practice that lacks nothing."""


def begin(client: TestClient, person: Person, organisation: str = "hamburg", **more: Any) -> str:
    """A new draft of an organisation; its id."""
    answer = client.post(PRACTICES, json={**WHOLE, "organisation": organisation, **more}, headers=person.headers)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def _tagged(client: TestClient, person: Person, id: str) -> dict[str, str]:
    etag = client.get(f"{PRACTICES}/{id}", headers=person.headers).headers.get("etag", '"0"')
    return {**person.headers, "If-Match": etag}


def write(client: TestClient, person: Person, id: str, **patch: Any) -> Any:
    """Write on a draft as it is now."""
    return client.patch(f"{PRACTICES}/{id}", json=patch, headers=_tagged(client, person, id))


def move(client: TestClient, person: Person, id: str, verb: str, **more: Any) -> Any:
    """Take a step as the practice is now."""
    return client.post(f"{PRACTICES}/{id}/transitions", json={"verb": verb, **more}, headers=_tagged(client, person, id))
