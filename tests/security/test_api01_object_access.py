"""API1:2023, broken object level authorization: ids of things that are other people's open nothing.

Passkeys and sessions alone are proved in ``tests/identity`` too; here every operation that takes an id is tried with a real
one, by everybody who is neither its owner nor of the staff, and by a stranger among the staff where the thing is private.
"""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core import clock, counters
from citypeers.core.caller import Instance
from citypeers.core.mail import Mail
from citypeers.core.principal import OPERATOR, Role
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.results.models import CoachingAction, FollowUp
from citypeers.domain.coaching.scheduling.models import CoachingSession, SessionWay
from citypeers.domain.rooms import service as rooms
from citypeers.identity import accounts
from tests.contract.committed import OPERATIONS
from tests.contract.test_access import APPLICATION, GRANT, PERSON, TIMES
from tests.core.corpus import picture
from tests.domain.members.test_seats import seat_of
from tests.exchange.importing import uploaded
from tests.identity.authenticator import Authenticator
from tests.identity.people import CLIENTS, Person, letters, link_token, partner, sign_in, staff
from tests.identity.test_passkeys import ORIGIN, PARTY, add, question

BODIES: dict[str, Any] = {
    "accounts.grant": GRANT,
    "accounts.move": {"verb": "disable", "reason": "x"},
    "applications.decide": {"verb": "admit"},
    "clients.add-secret": {},
    "clients.change": {"name": "X"},
    "clients.move": {"verb": "disable", "reason": "x"},
    "imports.change": {},
    "imports.move": {"verb": "cancel"},
    "mails.move": {"verb": "retry"},
    "memberships.move": {"verb": "leave", "reason": "x"},
    "practices.change": {"year": 2020},
    "practices.move": {"verb": "publish"},
    "projects.move": {"verb": "submit"},
    "projects.replicate": {"organisation": "muenchen"},
    "projects.write": {"sdgs": [1]},
    "replications.change": {"kept": {"en": "x"}},
    "replications.move": {"verb": "explore"},
    "coaching.act": {"organisation": "koeln", "text": {"en": "x"}, "due": "2027-01-01"},
    "coaching.answer": {"verb": "accept"},
    "coaching.answer-slots": TIMES,
    "coaching.harvest": {"kind": "lesson", "project": "0" * 32, "happened": {"en": "x"}},
    "coaching.report": {"organisation": "koeln", "learned": {"en": "x"}, "usefulness": 4, "would_again": True},
    "coaching-actions.change": {"is_done": True},
    "follow-ups.answer": {"change": "yes"},
    "coaching.change": {"topics": []},
    "coaching.invite": {"organisation": "muenchen"},
    "coaching.move": {"verb": "submit"},
    "matching-rounds.move": {"verb": "discard"},
    "needs.change": {"note": None},
    "needs.move": {"verb": "meet"},
    "offers.change": {"capacity": 3},
    "offers.move": {"verb": "list"},
    "rooms.add-task": {"text": "X"},
    "rooms.change-task": {"done": True},
    "rooms.plan": {"items": []},
    "rooms.write-private-note": {"text": "X"},
    "seats.move": {"verb": "recall", "reason": "x"},
    "seats.nominate": PERSON,
}
QUERIES = {
    "coaching.series": {"first": "2030-01-07"},
    "projects.attach": {"name": "a.png"},
    "rooms.add-document": {"name": "a.png"},
}
PARTS = ("file", "grant_id", "invitation", "secret_id", "session_id", "task")
"""What else has an id of its own within a thing."""
PUBLIC = {"memberships.get", "seats.get", "topics.get"}
"""Reads that visitors may do, as the access matrix says; what they show is proved with the fields of API3."""
OF_MEMBERS = {"needs.get"}
"""Reads that whoever is signed in may do."""
OWN = {
    "auth.end-session": "session",
    "auth.remove-passkey": "passkey",
    "imports.change": "import",
    "imports.errors": "import",
    "imports.get": "import",
    "imports.move": "import",
    "me.download-export": "export",
    "me.forget-search": "search",
}
"""Operations on one's own things, which are nobody else's, the staff's neither."""
KINDS = {
    "accounts": "account",
    "applications": "application",
    "clients": "client",
    "coaching": "coaching",
    "coaching-actions": "action",
    "follow-ups": "follow_up",
    "invitations": "invitation",
    "mails": "mail",
    "matching-rounds": "round",
    "memberships": "membership",
    "needs": "need",
    "offers": "offer",
    "practices": "practice",
    "projects": "project",
    "replications": "replication",
    "rooms": "room",
    "seats": "seat",
}
TAKING_AN_ID = {name for name, (_, path, _) in OPERATIONS.items() if "{id}" in path} - PUBLIC - OF_MEMBERS


@pytest.fixture
def things(changing: TestClient, instance: Instance) -> dict[str, str]:
    """One of everything that has an id, most of it Ana's."""
    ana = sign_in(changing, instance)
    eva = staff(changing, instance)
    made: dict[str, str] = {"account": changing.get("/api/v1/me", headers=ana.headers).json()["id"]}
    made["session"] = changing.get("/api/v1/auth/sessions", headers=ana.headers).json()["items"][0]["id"]
    made["export"] = changing.post("/api/v1/me/exports", headers=ana.headers).json()["id"]
    kept = {"noun": "projects", "query": "country=DE", "name": "Germany"}
    made["search"] = changing.post("/api/v1/me/searches", json=kept, headers=ana.headers).json()["id"]
    passkey = add(changing, ana, Authenticator(ORIGIN, PARTY).make(question(changing, ana)))
    made["passkey"] = passkey.json()["id"]
    client = changing.post(CLIENTS, json={"name": "Portal", "scopes": ["networks:read"]}, headers=eva.headers).json()
    made["client"], made["secret_id"] = client["id"], client["secrets"][0]["id"]
    made["invitation"] = changing.post("/api/v1/invitations", json=PERSON, headers=eva.headers).json()["id"]
    changing.post("/api/v1/networks/iscn/applications", json=APPLICATION | {"email": "y@example.org"})
    token = link_token(letters(instance, "y@example.org", "confirm-application")[-1])
    changing.post("/api/v1/applications/confirmations", json={"token": token})
    made["application"] = changing.get("/api/v1/applications", headers=eva.headers).json()["items"][0]["id"]
    made["membership"] = changing.get("/api/v1/memberships?network=iscn&country=PE").json()["items"][0]["id"]
    made["seat"] = seat_of(changing)["id"]
    begun = {"organisation": "hamburg", "title": {"en": "X"}}
    made["project"] = changing.post("/api/v1/projects", json=begun, headers=eva.headers).json()["id"]
    kept_back = {**begun, "kind": "guide"}
    made["practice"] = changing.post("/api/v1/practices", json=kept_back, headers=eva.headers).json()["id"]
    attached = f"/api/v1/projects/{made['project']}/attachments?name=a.png"
    made["file"] = changing.post(attached, content=picture(), headers=eva.headers).json()["id"]
    source = changing.get("/api/v1/projects?organisation=guadalajara").json()["items"][0]["id"]
    interest = changing.post(f"/api/v1/projects/{source}/replications", json={"organisation": "koeln"}, headers=eva.headers)
    made["replication"] = interest.json()["id"]
    offered = {
        "organisation": "koeln",
        "topics": ["energy"],
        "languages": [{"language": "en", "level": "c1"}],
        "formats": ["online"],
    }
    made["offer"] = changing.post("/api/v1/offers", json=offered, headers=eva.headers).json()["id"]
    made["need"] = changing.post("/api/v1/needs", json={"organisation": "koeln", "topic": "energy"}, headers=eva.headers).json()[
        "id"
    ]
    asked = {"organisation": "koeln", "title": {"en": "X"}}
    made["coaching"] = changing.post("/api/v1/coaching-requests", json=asked, headers=eva.headers).json()["id"]
    with instance.database.transaction() as session:
        body = session.get_one(CoachingRequest, made["coaching"]).organisation_id
        action = CoachingAction(request_id=made["coaching"], organisation_id=body, text={"en": "x"}, due="2027-01-01")
        asked_later = FollowUp(request_id=made["coaching"], organisation_id=body, months=3, due_at=clock.now())
        session.add_all([action, asked_later])
        made["action"], made["follow_up"] = action.id, asked_later.id
    made["round"] = changing.post("/api/v1/matching-rounds", headers=eva.headers).json()["id"]
    made["import"] = uploaded(changing, eva.headers, "key,title_en,organisation\nA,X,hamburg\n")
    made["session_id"] = _session(instance, made["coaching"])
    with instance.database.transaction() as session:
        made["room"] = rooms.open_room(session, OPERATOR, ("test", "1"), {"en": "X"}, [made["account"]]).id
    task = changing.post(f"/api/v1/rooms/{made['room']}/tasks", json={"text": "X"}, headers=ana.headers)
    made["task"] = task.json()["id"]
    with instance.database.reading() as session:
        made["grant_id"] = accounts.grants(session, made["account"])[0].id
        made["mail"] = session.scalars(select(col(Mail.id)).limit(1)).one()
    return made


def _session(instance: Instance, coaching: str) -> str:
    with instance.database.transaction() as session:
        row = CoachingSession(request_id=coaching, starts_at=clock.now(), zone="Europe/Berlin", minutes=60, way=SessionWay.call)
        session.add(row)
        return row.id


def ask(client: TestClient, operation: str, things: dict[str, str], headers: dict[str, str]) -> int:
    """Try an operation on the thing of its kind."""
    method, path, _ = OPERATIONS[operation]
    kind = OWN.get(operation) or KINDS[operation.partition(".")[0]]
    for name, id in {"id": things[kind], "number": "1", **{part: things[part] for part in PARTS}}.items():
        path = path.replace(f"{{{name}}}", id)
    version = client.get(path.rpartition("/")[0], headers=headers).headers.get("etag", '"1"')
    asked = QUERIES.get(operation, {})
    return client.request(
        method, path, params=asked, json=BODIES.get(operation), headers={**headers, "If-Match": version}
    ).status_code


def done(instance: Instance) -> int:
    """How many things were ever done."""
    with instance.database.reading() as session:
        return counters.read(session, counters.Name.audit)


def test_every_operation_that_takes_an_id_is_here() -> None:
    assert {name for name in TAKING_AN_ID if name not in OWN and name.partition(".")[0] not in KINDS} == set()


def _of_another_country(instance: Instance, id: str) -> None:
    with instance.database.transaction() as session:
        accounts.grant(session, OPERATOR, id, Role.national_representative, "country", "BR")
        accounts.grant(session, OPERATOR, id, Role.steward, "network", "0" * 32)


STRANGERS: dict[str, Callable[[TestClient, Instance], dict[str, str]]] = {
    role.value: lambda client, here, role=role: sign_in(client, here, role, "ben@example.org").headers  # type: ignore[misc]
    for role in Role
    if role not in (Role.visitor, Role.client, Role.secretariat, Role.administrator)
}


def _neighbour(client: TestClient, here: Instance) -> dict[str, str]:
    person: Person = sign_in(client, here, email="ben@example.org")
    _of_another_country(here, client.get("/api/v1/me", headers=person.headers).json()["id"])
    return person.headers


STRANGERS |= {"of another country": _neighbour, "visitor": lambda *_: {}, "client": partner}


@pytest.mark.parametrize("stranger", STRANGERS)
def test_what_is_anothers_opens_to_nobody_else(
    changing: TestClient, instance: Instance, things: dict[str, str], stranger: str
) -> None:
    headers = STRANGERS[stranger](changing, instance)
    before = done(instance)
    told = {operation: ask(changing, operation, things, headers) for operation in TAKING_AN_ID}
    assert {operation: status for operation, status in told.items() if status not in (401, 403, 404)} == {}
    assert {told[operation] for operation in OWN} <= {401, 404}, "what is private is as if it were not there"
    assert done(instance) == before


@pytest.mark.parametrize("operation", OWN)
def test_the_staff_opens_nothing_private_either(
    changing: TestClient, instance: Instance, things: dict[str, str], operation: str
) -> None:
    other = staff(changing, instance, Role.administrator, "adm@example.org")
    assert ask(changing, operation, things, other.headers) == 404


def test_the_parts_of_a_thing_are_its_own(changing: TestClient, instance: Instance, things: dict[str, str]) -> None:
    eva = staff(changing, instance, email="two@example.org")
    mine = changing.get("/api/v1/me", headers=eva.headers).json()["id"]
    other = changing.post(CLIENTS, json={"name": "Other", "scopes": ["networks:read"]}, headers=eva.headers).json()["id"]
    for path in (
        f"/api/v1/accounts/{mine}/grants/{things['grant_id']}",
        f"{CLIENTS}/{other}/secrets/{things['secret_id']}",
    ):
        assert changing.delete(path, headers=eva.headers).status_code == 404, path
    assert changing.get(f"{CLIENTS}/{things['client']}", headers=eva.headers).json()["secrets"] != []


def test_an_answer_kept_for_one_is_not_given_to_another(changing: TestClient, instance: Instance) -> None:
    ana, ben = sign_in(changing, instance), sign_in(changing, instance, email="ben@example.org")
    key = {"Idempotency-Key": "the-same-for-both"}
    one = changing.post("/api/v1/me/exports", headers=ana.headers | key)
    two = changing.post("/api/v1/me/exports", headers=ben.headers | key)
    assert one.json()["id"] != two.json()["id"]
    assert "idempotency-replayed" not in two.headers
