"""API3:2023, broken object property level authorization: nobody writes what the server decides, and fields have their readers.

Generated from the contract, so that an operation or a field that comes tomorrow is tried too.
"""

from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import Role
from citypeers.identity import attempts
from tests.contract.committed import CONTRACT, OPERATIONS, answer_of, body_of, properties, resolved
from tests.contract.test_access import BY_COOKIE, ID, SIGNED_IN, STAFF, VISITOR
from tests.domain.members.test_seats import act, named, seat_of
from tests.identity.people import Person, accept, sign_in, staff

OWNED = {
    "account_id", "actor", "agent", "at", "consented_at", "created_at", "current", "decision", "digest", "expires_at", "grants",
    "id", "invited_by", "is_focal_point", "made_at", "may", "must_enrol", "nominated_by", "password_hash", "position", "previous",
    "roles", "second_factor", "sign_count", "state", "state_reason", "totp_sealed", "updated_at", "used_at", "version",
}  # fmt: skip
"""Names of what the server decides; what an operation answers is added to it."""
WRITES = {name for name in OPERATIONS if body_of(name)}
READ = {
    "me.get": {"id", "email", "name", "language", "second_factor", "must_enrol", "grants", "version"},
    "auth.sessions": {"id", "agent", "created_at", "used_at", "current"},
    "auth.passkeys": {"id", "name", "created_at", "used_at"},
    "accounts.page": {"id", "email", "name", "language", "state", "second_factor", "created_at", "grants", "may"},
    "clients.page": {
        "id", "name", "state", "state_reason", "scopes", "bound", "jwks", "secrets", "may", "created_at", "updated_at", "version",
    },
}  # fmt: skip
"""The fields of what is private, each of them meant: a new one is added here by hand."""
SECRET = ("hash", "secret", "sealed", "digest", "token", "password", "totp", "public_key", "sign_count", "email_key")
SHOWN_ONCE = {"Access.access_token", "Access.token_type", "ClientCreated.secret", "SecretShown.secret", "Enrolment.secret"}
OF_BROWSERS = {"NewCredential", "NewKey", "ShownCredential", "Signature"}
"""What a browser makes of a passkey, to which browsers add fields of their own; nothing but the named ones is read."""
QUESTIONS = {"PasskeyOptions.public_key"}
"""What a device is asked; the standard's name for it."""
SECRETS_OF_CLIENTS = {"ClientCreated.secrets", "ClientOut.secrets"}
"""Lists of ids and days, without the secrets themselves."""
RESULTS = {"RoundOut.digest", "RoundRow.digest"}
"""Of what a matching round gave, by which two are told to be the same."""


def owned(operation: str) -> set[str]:
    """What an operation may not be told."""
    answer = answer_of(operation) or {}
    return (OWNED | properties(answer).keys()) - properties(body_of(operation) or {}).keys()


@pytest.mark.parametrize("operation", sorted(WRITES))
def test_every_body_is_closed(operation: str) -> None:
    found = [body_of(operation) or {}]
    seen: set[str] = set()
    while found:
        schema = resolved(found.pop())
        if schema.get("type") == "object" and str(schema) not in seen:
            seen.add(str(schema))
            is_open = schema.get("additionalProperties", True)
            assert is_open is False or isinstance(is_open, dict) or schema["title"] in OF_BROWSERS, schema
        forms = (
            *schema.get("anyOf", ()),
            *schema.get("oneOf", ()),
            schema.get("items", {}),
            *schema.get("properties", {}).values(),
        )
        found += [form for form in forms if form and str(resolved(form)) not in seen and form != schema]


def test_what_the_server_decides_is_refused(changing: TestClient, instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "count", lambda *_: None)
    person = staff(changing, instance, Role.administrator)
    rows: dict[str, tuple[str, Any, int]] = {**SIGNED_IN, **STAFF, **BY_COOKIE}
    tried = 0
    for operation in sorted(WRITES):
        path, body, _ = rows[operation]
        names = owned(operation)
        headers = {**person.headers, "If-Match": '"1"'}
        answer = changing.request(OPERATIONS[operation][0], path, json={**body, **dict.fromkeys(names, "1")}, headers=headers)
        assert answer.status_code == 422, (operation, answer.text)
        refused = {each["pointer"] for each in answer.json()["errors"] if each["code"] == "extra_forbidden"}
        assert {f"/{name}" for name in names} <= refused, operation
        tried += len(names)
    assert tried > 20 * len(WRITES)


def test_nobody_rises_by_what_they_write_of_themselves(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    before = changing.get("/api/v1/me", headers=person.headers).json()["grants"]
    me = changing.get("/api/v1/me", headers=person.headers).headers["etag"]
    for risen in ({"role": "administrator"}, {"grants": [{"role": "administrator"}]}, {"roles": ["administrator"]}):
        tagged = {**person.headers, "If-Match": me}
        assert changing.patch("/api/v1/me", json={"name": "Ana", **risen}, headers=tagged).status_code == 422
    assert changing.get("/api/v1/me", headers=person.headers).json()["grants"] == before


def test_the_secretariat_makes_no_administrator(changing: TestClient, instance: Instance) -> None:
    person = staff(changing, instance)
    ben = sign_in(changing, instance, email="ben@example.org")
    his = changing.get("/api/v1/me", headers=ben.headers).json()["id"]
    mine = changing.get("/api/v1/me", headers=person.headers).json()["id"]
    rise = {"role": "administrator"}
    assert changing.post(f"/api/v1/accounts/{his}/grants", json=rise, headers=person.headers).status_code == 403
    assert changing.post(f"/api/v1/accounts/{mine}/grants", json=rise, headers=person.headers).status_code == 409
    asked = {"name": "X", "email": "x@example.org", **rise}
    assert changing.post("/api/v1/invitations", json=asked, headers=person.headers).status_code == 403


def test_no_answer_has_a_field_for_a_secret() -> None:
    answers = {name for operation in OPERATIONS for name in _reached(answer_of(operation))}
    told = {
        f"{name}.{field}"
        for name in answers
        for field in CONTRACT["components"]["schemas"][name].get("properties", {})
        if any(part in field for part in SECRET)
    }
    assert told == SHOWN_ONCE | SECRETS_OF_CLIENTS | QUESTIONS | RESULTS


def _reached(schema: dict[str, Any] | None, seen: frozenset[str] = frozenset()) -> set[str]:
    """The names of the schemas that one is made of."""
    found: set[str] = {schema["title"]} & CONTRACT["components"]["schemas"].keys() if schema and "title" in schema else set()
    stack: list[Any] = [schema]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            name = str(part.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found.add(name)
                stack.append(resolved(part))
            stack += [value for key, value in part.items() if key != "$ref"]
        elif isinstance(part, list):
            stack += part
    return found


@pytest.mark.parametrize("operation", READ)
def test_the_fields_of_what_is_private(changing: TestClient, instance: Instance, operation: str) -> None:
    assert properties(_item(operation)).keys() == READ[operation]
    person = staff(changing, instance)
    if operation == "clients.page":
        changing.post("/api/v1/clients", json={"name": "X", "scopes": ["networks:read"]}, headers=person.headers)
    body = changing.get(OPERATIONS[operation][1], headers=person.headers).json()
    for row in body.get("items", [body]):
        assert row.keys() == READ[operation]


def _item(operation: str) -> dict[str, Any]:
    answer = answer_of(operation) or {}
    items = answer.get("properties", {}).get("items")
    return resolved(items["items"]) if items else answer


def test_a_representative_is_shown_to_each_as_they_may(changing: TestClient, instance: Instance) -> None:
    eva, two = staff(changing, instance, email="one@example.org"), staff(changing, instance, email="two@example.org")
    seat = seat_of(changing)["id"]
    assert act(changing, eva, seat, "nominate", **named("rosa@example.org")).status_code == 201
    assert act(changing, two, seat, "confirm").status_code == 200
    rosa = accept(changing, instance, "rosa@example.org")
    shown = {"kind": "phone", "value": "+51 1 555", "audience": "members"}
    assert changing.put("/api/v1/me/contacts", json=shown, headers=rosa.headers).status_code == 204
    readers: dict[str, Person | None] = {
        "visitor": None,
        "no role": sign_in(changing, instance, Role.visitor, "vis@example.org"),
        "member": sign_in(changing, instance, email="ben@example.org"),
        "secretariat": eva,
    }
    found = {}
    for name, reader in readers.items():
        text = changing.get(f"/api/v1/seats/{seat}", headers=reader.headers if reader else {}).text
        found[name] = ("rosa@example.org" in text, "+51 1 555" in text)
    assert found == {
        "visitor": (False, False),
        "no role": (False, False),
        "member": (False, True),
        "secretariat": (True, True),
    }


def test_public_reads_are_the_same_for_everybody(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    for operation, (path, _) in VISITOR.items():
        if ID in path or operation in ("seats.page", "memberships.page"):
            continue
        assert changing.get(path, headers=person.headers).text == changing.get(path).text, operation
