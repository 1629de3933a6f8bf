"""Passkeys: made once, shown once a challenge, bound to this site and to whom the device has verified."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import text
from sqlmodel import select
from starlette.testclient import TestClient
from typer.testing import CliRunner

from citypeers import cli
from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, Role
from citypeers.identity import accounts, passkeys
from citypeers.identity.models import Account
from tests.conftest import Loaded
from tests.identity.authenticator import HAS_KEY, PRESENT, Authenticator
from tests.identity.people import Person, sign_in, signed_in
from tests.identity.test_sessions import at_once

ORIGIN, PARTY = "http://localhost:8000", "localhost"
PASSKEYS = "/api/v1/auth/passkeys"
SIGN_IN = "/api/v1/auth/passkey-sign-in"
Made = dict[str, Any]


def question(client: TestClient, person: Person | None = None) -> Made:
    path, headers = (f"{PASSKEYS}/options", person.headers) if person else (f"{SIGN_IN}/options", {})
    answer = client.post(path, headers=headers)
    assert answer.status_code == 200, answer.text
    return dict(answer.json()["public_key"])


def add(client: TestClient, person: Person, credential: Made) -> Any:
    return client.post(PASSKEYS, json={"name": "Phone", "credential": credential}, headers=person.headers)


def show(client: TestClient, credential: Made) -> Any:
    return client.post(SIGN_IN, json={"credential": credential})


@pytest.fixture
def device() -> Authenticator:
    return Authenticator(ORIGIN, PARTY)


@pytest.fixture
def person(changing: TestClient, instance: Instance, device: Authenticator) -> Person:
    """Somebody of the secretariat, whose passkey is on the device."""
    found = sign_in(changing, instance, Role.secretariat)
    assert add(changing, found, device.make(question(changing, found))).status_code == 201
    return found


def roles(client: TestClient, token: str) -> frozenset[Role]:
    found: frozenset[Role] = client.app.state.gate.signed_in(token).who.roles  # type: ignore[attr-defined]  # of Starlette's state
    return found


def test_a_passkey_from_its_beginning_to_its_end(changing: TestClient, person: Person, device: Authenticator) -> None:
    asked = question(changing)
    assert (asked["rpId"], asked["userVerification"], asked["allowCredentials"]) == (PARTY, "required", [])
    opened = show(changing, device.show(asked))
    assert opened.status_code == 200, opened.text
    assert opened.headers["cache-control"] == "no-store"
    assert "SameSite=strict" in opened.headers["set-cookie"]
    by_passkey = Person("", opened.json()["access_token"])
    me = changing.get("/api/v1/me", headers=by_passkey.headers).json()
    assert (me["email"], me["must_enrol"], me["second_factor"]) == (person.email, False, False)
    listed = changing.get(PASSKEYS, headers=by_passkey.headers)
    (one,) = listed.json()["items"]
    assert (one["name"], one["used_at"] is None) == ("Phone", False)
    for hidden in ("credential", "public_key", "sign_count"):
        assert hidden not in listed.text
    assert changing.delete(f"{PASSKEYS}/{one['id']}", headers=by_passkey.headers).status_code == 204
    assert changing.delete(f"{PASSKEYS}/{one['id']}", headers=by_passkey.headers).status_code == 404
    assert show(changing, device.show(question(changing))).status_code == 401
    assert Role.secretariat not in roles(changing, by_passkey.token), "what was shown counts no more"


def test_a_role_that_needs_two_factors_counts_where_the_passkey_was_shown(
    changing: TestClient, person: Person, device: Authenticator
) -> None:
    assert Role.secretariat in roles(changing, person.token), "it was made in this session"
    by_password = signed_in(changing)
    assert Role.secretariat not in roles(changing, by_password.token)
    by_passkey = show(changing, device.show(question(changing))).json()["access_token"]
    assert Role.secretariat in roles(changing, by_passkey)


def test_a_password_alone_changes_no_passkey(
    fresh: Loaded, changing: TestClient, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = changing.get(PASSKEYS, headers=person.headers).json()["items"]
    asked = question(changing, person)
    weak = signed_in(changing)
    made = Authenticator(ORIGIN, PARTY).make(asked)
    for answer in (
        changing.post(f"{PASSKEYS}/options", headers=weak.headers),
        add(changing, weak, made),
        changing.delete(f"{PASSKEYS}/{one['id']}", headers=weak.headers),
        changing.post("/api/v1/auth/second-factor", headers=weak.headers),
    ):
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/second-factor-first")
    assert changing.get("/api/v1/me", headers=weak.headers).json()["must_enrol"] is False
    monkeypatch.setenv("CITYPEERS_DATABASE_URL", fresh.url)
    assert CliRunner().invoke(cli.app, ["accounts", "forget-second-factor", "nobody@example.org"]).exit_code == 2
    assert CliRunner().invoke(cli.app, ["accounts", "forget-second-factor", person.email]).exit_code == 0
    assert changing.get("/api/v1/me", headers=person.headers).status_code == 401
    again = signed_in(changing)
    assert changing.get("/api/v1/me", headers=again.headers).json()["must_enrol"] is True
    assert add(changing, again, Authenticator(ORIGIN, PARTY).make(question(changing, again))).status_code == 201


WRONG: dict[str, Made] = {
    "another site": {"origin": "https://evil.example"},
    "the site as a name before another": {"origin": ORIGIN + ".evil.example"},
    "another party": {"party": "evil.example"},
    "nobody verified": {"flags": PRESENT},
    "nobody present": {"flags": 0},
}


@pytest.mark.parametrize("case", WRONG)
def test_a_device_that_answers_wrongly_is_refused(changing: TestClient, person: Person, device: Authenticator, case: str) -> None:
    refused = show(changing, device.show(question(changing), **WRONG[case]))
    assert (refused.status_code, refused.json()["type"]) == (401, "/problems/wrong-passkey")
    assert "set-cookie" not in refused.headers
    other = Authenticator(ORIGIN, PARTY)
    answer = add(changing, person, other.make(question(changing, person), **WRONG[case]))
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "passkey_refused")
    assert show(changing, device.show(question(changing))).status_code == 200, "the device can sign"


def test_a_challenge_is_answered_once_in_time_and_by_whom_it_was_asked(
    changing: TestClient, instance: Instance, person: Person, device: Authenticator, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = device.show(question(changing))
    answers = at_once(lambda: show(TestClient(changing.app), shown).status_code, 4)
    assert sorted(answers) == [200, 401, 401, 401]
    asked = question(changing)
    assert show(changing, device.show(asked, flags=PRESENT)).status_code == 401
    assert show(changing, device.show(asked)).status_code == 401, "a refused answer was the only one too"
    assert show(changing, device.show({"challenge": "AAAA"})).status_code == 401
    assert show(changing, device.show(question(changing, person))).status_code == 401, "a challenge for making one"
    asked = question(changing)
    later = datetime.now(UTC) + timedelta(seconds=passkeys.CHALLENGE_SECONDS + 1)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: later)
        assert show(changing, device.show(asked)).status_code == 401
        question(changing)
    with instance.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM passkey_challenge")) == 1, "what has expired is forgotten"
    ben = sign_in(changing, instance, email="ben@example.org")
    bens = Authenticator(ORIGIN, PARTY).make(question(changing, ben))
    assert add(changing, person, bens).status_code == 422
    made = Authenticator(ORIGIN, PARTY).make(question(changing, ben))
    assert [add(changing, ben, made).status_code for _ in range(2)] == [201, 422]
    assert add(changing, ben, Authenticator(ORIGIN, PARTY).make(question(changing))).status_code == 422


def test_a_copied_device_is_found_out(changing: TestClient, person: Person, device: Authenticator) -> None:
    assert show(changing, device.show(question(changing), step=5)).status_code == 200
    for step in (0, -1):
        assert show(changing, device.show(question(changing), step=step)).status_code == 401
    asked = [question(changing) for _ in range(3)]
    device.count = 10
    shown = iter([device.show(each, step=0) for each in asked])
    answers = at_once(lambda: show(TestClient(changing.app), next(shown)).status_code, 3)
    assert sorted(answers) == [200, 401, 401]


def test_a_device_that_never_counts_is_fine(changing: TestClient, person: Person, device: Authenticator) -> None:
    assert [show(changing, device.show(question(changing), step=0)).status_code for _ in range(2)] == [200, 200]


HOSTILE: dict[str, Callable[[Made], Made]] = {
    "another signature": lambda c: {**c, "response": {**c["response"], "signature": "AAAA"}},
    "no data": lambda c: {**c, "response": {**c["response"], "authenticatorData": "AAAA"}},
    "an unknown key": lambda c: {**c, "id": "AAAA", "rawId": "AAAA"},
    "two names": lambda c: {**c, "rawId": "AAAA"},
    "client data are a list": lambda c: {**c, "response": {**c["response"], "clientDataJSON": "W10"}},
    "client data are no text": lambda c: {**c, "response": {**c["response"], "clientDataJSON": "____"}},
}


def test_hostile_answers_are_refused(changing: TestClient, person: Person, device: Authenticator) -> None:
    for name, change in HOSTILE.items():
        assert show(changing, change(device.show(question(changing)))).status_code == 401, name
    assert show(changing, device.show(question(changing), kind="create")).status_code == 401
    thief = Authenticator(ORIGIN, PARTY)
    thief.id, thief.count = device.id, 1_000
    assert show(changing, thief.show(question(changing))).status_code == 401
    made = thief.make(question(changing, person))
    for part in ("clientDataJSON", "attestationObject"):
        assert add(changing, person, {**made, "response": {**made["response"], part: "oGdub3Ro"}}).status_code == 422
    assert add(changing, person, thief.make(question(changing, person))).status_code == 422, "the name is taken"
    off = Authenticator(ORIGIN, PARTY)
    off.private = ec.generate_private_key(ec.SECP256R1())
    assert add(changing, person, off.make(question(changing, person), flags=PRESENT | HAS_KEY)).status_code == 422


def test_nobody_removes_the_passkey_of_another(changing: TestClient, instance: Instance, person: Person) -> None:
    (one,) = changing.get(PASSKEYS, headers=person.headers).json()["items"]
    ben = sign_in(changing, instance, email="ben@example.org")
    assert changing.delete(f"{PASSKEYS}/{one['id']}", headers=ben.headers).status_code == 404
    assert changing.get(PASSKEYS, headers=ben.headers).json()["total"] == 0


def test_there_is_an_end_to_passkeys(changing: TestClient, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = question(changing, person)
    monkeypatch.setattr(passkeys, "MOST_PASSKEYS", 1)
    full = changing.post(f"{PASSKEYS}/options", headers=person.headers)
    assert (full.status_code, full.json()["type"]) == (409, "/problems/passkeys-full")
    assert add(changing, person, Authenticator(ORIGIN, PARTY).make(asked)).status_code == 409


def test_a_disabled_account_has_no_passkey(changing: TestClient, instance: Instance, person: Person, device: Authenticator) -> None:
    with instance.database.transaction() as session:
        accounts.disable(session, OPERATOR, session.scalars(select(Account)).one())
    assert show(changing, device.show(question(changing))).status_code == 401


def test_tries_are_counted(changing: TestClient, device: Authenticator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passkeys, "FREE_QUESTIONS", 2)
    monkeypatch.setattr(passkeys, "FREE_ANSWERS", 2)
    asked = [changing.post(f"{SIGN_IN}/options") for _ in range(4)]
    assert [answer.status_code for answer in asked] == [200, 200, 200, 429]
    shown = device.show(asked[0].json()["public_key"])
    assert [show(changing, shown).status_code for _ in range(4)] == [401, 401, 401, 429]
