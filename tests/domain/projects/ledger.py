"""People and projects of the tests of replications."""

from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, Role
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import Project, ProjectKey, ProjectState
from citypeers.identity import accounts
from tests.identity.people import Person, sign_in

PROJECTS, REPLICATIONS = "/api/v1/projects", "/api/v1/replications"
VISOR = "guadalajara-visor-urbano"
Answer = Any


def organisation(session: Session, slug: str) -> Organisation:
    return session.scalars(select(Organisation).where(col(Organisation.slug) == slug)).one()


def project(instance: Instance, key: str) -> str:
    """The id of a real project by its key in the file."""
    with instance.database.reading() as session:
        return session.scalars(select(col(ProjectKey.project_id)).where(col(ProjectKey.key) == key)).one()


def new_project(session: Session, slug: str, title: str, state: ProjectState | None = ProjectState.published) -> str:
    """A project of an organisation, published unless another state is named; None is one being written."""
    story = {"title": {"en": title}}
    at = {"live": story, "live_state": state} if state else {"work": story, "work_state": ProjectState.draft}
    row = Project(organisation_id=organisation(session, slug).id, created_by="test", published_at=clock.now(), **at)
    session.add(row)
    session.flush()
    return row.id


def made(instance: Instance, slug: str, title: str = "Ours", state: ProjectState | None = ProjectState.published) -> str:
    with instance.database.transaction() as session:
        return new_project(session, slug, title, state)


def of(client: TestClient, instance: Instance, slug: str, email: str | None = None) -> Person:
    """A member of an organisation, signed in."""
    person = sign_in(client, instance, Role.visitor, email or f"{slug}@example.org")
    with instance.database.transaction() as session:
        found = accounts.by_email(session, person.email)
        assert found is not None
        accounts.grant(session, OPERATOR, found.id, Role.member, ORGANISATION, organisation(session, slug).id)
    return person


def declare(client: TestClient, person: Person, source: str, slug: str, **more: Any) -> Answer:
    return client.post(f"{PROJECTS}/{source}/replications", json={"organisation": slug, **more}, headers=person.headers)


def tag(client: TestClient, person: Person, id: str) -> str:
    return str(client.get(f"{REPLICATIONS}/{id}", headers=person.headers).headers["etag"])


def act(client: TestClient, person: Person, id: str, verb: str, etag: str | None = None, **more: Any) -> Answer:
    """Take a step, on the replication as it is now unless a tag is named."""
    headers = {**person.headers, "If-Match": etag or tag(client, person, id)}
    return client.post(f"{REPLICATIONS}/{id}/transitions", json={"verb": verb, **more}, headers=headers)


def change(client: TestClient, person: Person, id: str, etag: str | None = None, **patch: Any) -> Answer:
    headers = {**person.headers, "If-Match": etag or tag(client, person, id), "Content-Type": "application/merge-patch+json"}
    return client.patch(f"{REPLICATIONS}/{id}", json=patch, headers=headers)


def adopted(client: TestClient, person: Person, source: str, slug: str) -> str:
    """A replication that has come to its end and is not confirmed yet."""
    answer = declare(client, person, source, slug)
    assert answer.status_code == 201, answer.text
    for verb in ("explore", "adapt", "pilot", "adopt"):
        step = act(client, person, answer.json()["id"], verb)
        assert step.status_code == 200, step.text
    return str(answer.json()["id"])


def problem(answer: Answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")
