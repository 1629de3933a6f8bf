"""Files of the tests of projects: sent, named by versions, asked for, and looked for where they are kept."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.domain.projects.models import ProjectFile
from tests.core.corpus import PDF, picture
from tests.domain.projects.people import PROJECTS
from tests.identity.people import Person

PICTURE = picture("PNG", 640, 480)


def upload(client: TestClient, person: Person, id: str, content: bytes = PDF, name: str = "plan.pdf") -> Any:
    """Send a file, whatever it is, as one that says it is a web page."""
    headers = {**person.headers, "Content-Type": "text/html"}
    return client.post(f"{PROJECTS}/{id}/attachments", params={"name": name}, content=content, headers=headers)


def taken(client: TestClient, person: Person, id: str, content: bytes = PDF, name: str = "plan.pdf") -> str:
    """The id of a file that was taken."""
    answer = upload(client, person, id, content, name)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def part(file: str, id: str = "1", **more: Any) -> dict[str, Any]:
    """An attachment as a version names it."""
    return {"id": id, "file": file, "title": {"de": "Der Plan"}, **more}


def status(client: TestClient, id: str, file: str, person: Person | None = None, tail: str = "") -> int:
    """What somebody gets who asks for a file."""
    headers = person.headers if person else {}
    return client.get(f"{PROJECTS}/{id}/attachments/{file}{tail}", headers=headers).status_code


def stored(instance: Instance) -> list[Path]:
    """Everything in the storage."""
    return [path for path in Path(instance.settings.storage_url).rglob("*") if path.is_file()]


def rows(instance: Instance) -> Sequence[ProjectFile]:
    """What is written down of files."""
    with instance.database.reading() as session:
        return session.scalars(select(ProjectFile)).all()


def pass_by(monkeypatch: pytest.MonkeyPatch, days: float) -> None:
    """Let so many days go by."""
    at = clock.now() + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: at)
