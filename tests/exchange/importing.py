"""What tests of imports do: upload a file, take steps, let the worker work."""

import threading
from collections import Counter
from typing import Any

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.exchange.imports.runs import working

IMPORTS = "/api/v1/imports"
Headers = dict[str, str]


def upload(client: TestClient, headers: Headers, content: str | bytes, **asked: str) -> Any:
    """Upload a file of projects."""
    given = {"noun": "projects", "source": "city-portal", "file": "projects.csv", **asked}
    return client.post(IMPORTS, params=given, content=content if isinstance(content, bytes) else content.encode(), headers=headers)


def uploaded(client: TestClient, headers: Headers, content: str | bytes, **asked: str) -> str:
    """As :func:`upload`; the id of the import."""
    answer = upload(client, headers, content, **asked)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def get(client: TestClient, headers: Headers, id: str) -> dict[str, Any]:
    """An import as it is now."""
    body: dict[str, Any] = client.get(f"{IMPORTS}/{id}", headers=headers).json()
    return body


def _tag(client: TestClient, headers: Headers, id: str) -> str:
    return str(client.get(f"{IMPORTS}/{id}", headers=headers).headers.get("etag", '"0"'))


def patch(client: TestClient, headers: Headers, id: str, **said: Any) -> Any:
    """Say something of the file."""
    return client.patch(f"{IMPORTS}/{id}", json=said, headers={**headers, "If-Match": _tag(client, headers, id)})


def move(client: TestClient, headers: Headers, id: str, verb: str, **more: Any) -> Any:
    """Take a step."""
    tagged = {**headers, "If-Match": _tag(client, headers, id)}
    return client.post(f"{IMPORTS}/{id}/transitions", json={"verb": verb, **more}, headers=tagged)


def work(instance: Instance) -> None:
    """Let the worker do what waits."""
    working.run(instance.database, threading.Event(), Counter())


def done(client: TestClient, instance: Instance, headers: Headers, id: str, verb: str, **more: Any) -> dict[str, Any]:
    """Take a step and let the worker end it; the import then."""
    answer = move(client, headers, id, verb, **more)
    assert answer.status_code == 200, answer.text
    work(instance)
    return get(client, headers, id)


def errors(client: TestClient, headers: Headers, id: str) -> list[tuple[int, str, str]]:
    """What is wrong: line, field, code."""
    items = client.get(f"{IMPORTS}/{id}/errors", params={"limit": 100}, headers=headers).json()["items"]
    return [(each["line"], each["field"], each["code"]) for each in items]
