"""Sessions: opened once, refreshed once, ended at once; tries that are counted; codes that are taken once."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
from sqlalchemy import text
from sqlmodel import col, select
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import HASHERS, Instance
from citypeers.core.principal import OPERATOR, Role
from citypeers.core.problems import Forbidden, Invalid, TooMany
from citypeers.domain.networks import service as networks
from citypeers.domain.networks.models import Network
from citypeers.domain.networks.states import Verb
from citypeers.identity import accounts, attempts, passwords
from citypeers.identity.models import Account
from citypeers.identity.router import COOKIE
from citypeers.main import create_app
from tests.caller import Caller
from tests.conftest import Loaded, settings_for
from tests.contract.committed import CONTRACT
from tests.identity.people import PASSWORD, Person, account, sign_in, signed_in

HASHES = passwords._HASHES
"""Those of the program, before the tests put lighter ones in their place."""

ORIGIN = "https://testserver"
SIGN_IN = "/api/v1/auth/sign-in"


def at_once(act: Callable[[], Any], times: int) -> list[Any]:
    """The outcomes of doing the same at the same moment."""
    outcomes: list[Any] = []
    barrier = threading.Barrier(times)

    def run() -> None:
        barrier.wait()
        outcomes.append(act())

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.fixture
def secure(fresh: Loaded) -> Iterator[TestClient]:
    """A caller by https, as a browser is; it keeps secure cookies."""
    with Caller(create_app(settings_for(fresh, public_url=ORIGIN)), base_url=ORIGIN, raise_server_exceptions=False) as caller:
        yield caller


def test_a_session_from_its_beginning_to_its_end(secure: TestClient) -> None:
    instance: Instance = secure.app.state.instance  # type: ignore[attr-defined]  # of Starlette's state
    account(instance)
    opened = secure.post(SIGN_IN, json={"email": " ANA@example.org ", "password": PASSWORD})
    assert opened.headers["cache-control"] == "no-store"
    cookie = opened.headers["set-cookie"]
    for flag in ("Secure", "HttpOnly", "SameSite=strict", "Path=/"):
        assert flag in cookie
    assert "Domain" not in cookie
    person = Person("", opened.json()["access_token"])
    me = secure.get("/api/v1/me", headers=person.headers)
    assert (me.json()["email"], me.json()["must_enrol"]) == ("ana@example.org", False)
    assert [grant["role"] for grant in me.json()["grants"]] == ["member"]
    first = secure.cookies[COOKIE]
    refreshed = secure.post("/api/v1/auth/refresh", headers={"Origin": ORIGIN})
    assert refreshed.status_code == 200
    assert secure.cookies[COOKIE] != first
    (open_,) = secure.get("/api/v1/auth/sessions", headers=person.headers).json()["items"]
    assert open_["current"]
    assert secure.post("/api/v1/auth/sign-out").status_code == 204
    assert COOKIE not in secure.cookies
    assert secure.get("/api/v1/me", headers=person.headers).status_code == 401
    assert secure.post("/api/v1/auth/refresh").status_code == 401


def test_nobody_ends_the_session_of_another(changing: TestClient, instance: Instance) -> None:
    ana, ben = sign_in(changing, instance), sign_in(changing, instance, email="ben@example.org")
    (bens,) = changing.get("/api/v1/auth/sessions", headers=ben.headers).json()["items"]
    assert changing.delete(f"/api/v1/auth/sessions/{bens['id']}", headers=ana.headers).status_code == 404
    assert changing.get("/api/v1/me", headers=ben.headers).status_code == 200


def _refreshed(client: TestClient, token: str) -> Any:
    return TestClient(client.app).post("/api/v1/auth/refresh", headers={"Cookie": f"{COOKIE}={token}"})


def _cookie(answer: Any) -> str:
    return str(answer.headers["set-cookie"]).partition(";")[0].partition("=")[2]


def test_of_two_tabs_one_refreshes_and_a_thief_ends_the_session(
    changing: TestClient, instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    account(instance)
    stolen = _cookie(changing.post(SIGN_IN, json={"email": "ana@example.org", "password": PASSWORD}))
    answers = at_once(lambda: _refreshed(changing, stolen), 4)
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    (winner,) = (answer for answer in answers if answer.status_code == 200)
    person = Person("", winner.json()["access_token"])
    assert changing.get("/api/v1/me", headers=person.headers).status_code == 200
    later = datetime.now(UTC) + timedelta(seconds=11)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: later)
        assert _refreshed(changing, stolen).status_code == 401
    assert changing.get("/api/v1/me", headers=person.headers).status_code == 401, "the family has ended"
    assert _refreshed(changing, _cookie(winner)).status_code == 401


def test_a_disabled_account_is_out_at_once(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    assert changing.get("/api/v1/me", headers=person.headers).status_code == 200
    with instance.database.transaction() as session:
        accounts.disable(session, OPERATOR, session.scalars(select(Account)).one())
    assert changing.get("/api/v1/me", headers=person.headers).status_code == 401
    refused = changing.post(SIGN_IN, json={"email": person.email, "password": PASSWORD})
    assert (refused.status_code, refused.json()["type"]) == (401, "/problems/wrong-credentials")


@pytest.mark.usefixtures("stopped_clock")
def test_a_known_and_an_unknown_address_are_refused_alike(changing: TestClient, instance: Instance) -> None:
    account(instance)
    bodies = []
    for email in ("ana@example.org", "nobody@example.org"):
        told = [changing.post(SIGN_IN, json={"email": email, "password": "wrong"}) for _ in range(7)]
        assert [answer.status_code for answer in told] == [401] * 6 + [429]
        assert int(told[-1].headers["retry-after"]) == 2
        bodies.append([answer.json() for answer in told[:6]])
    assert bodies[0] == bodies[1]


@pytest.mark.usefixtures("stopped_clock")
def test_tries_are_counted_across_processes_and_however_many_come_at_once(
    fresh: Loaded, changing: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "is_right", lambda *_: False)
    with Caller(create_app(settings_for(fresh))) as other:
        clients = [changing, other]
        turns = iter(range(1000))
        asked = {"email": "ana@example.org", "password": "x"}
        answers = at_once(lambda: clients[next(turns) % 2].post(SIGN_IN, json=asked).status_code, 16)
    assert answers.count(401) == 6
    assert answers.count(429) == 10


def test_waits_grow_and_are_forgotten(instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [clock.now()]
    monkeypatch.setattr(clock, "now", lambda: now[0])
    waits = []
    for _ in range(8):
        try:
            attempts.count(instance.database, "s", "who", free=2)
        except TooMany as refused:
            waits.append(refused.numbers["seconds"])
            now[0] += timedelta(seconds=int(str(refused.numbers["seconds"])))
    assert waits == [2, 4, 8]
    now[0] += timedelta(seconds=attempts.FORGOTTEN_AFTER + 1)
    attempts.count(instance.database, "s", "who", free=2)
    attempts.count(instance.database, "s", "who", free=2)


def _code(secret: str, offset: int = 0) -> str:
    return pyotp.TOTP(secret).at(int(time.time()) + 30 * offset)


def test_a_role_that_needs_it_waits_for_the_second_factor(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance, Role.secretariat)
    assert changing.get("/api/v1/me", headers=person.headers).json()["must_enrol"] is True
    gate = changing.app.state.gate  # type: ignore[attr-defined]  # of Starlette's state
    assert Role.secretariat not in gate.signed_in(person.token).who.roles
    begun = changing.post("/api/v1/auth/second-factor", headers=person.headers).json()
    assert begun["address"].startswith("otpauth://totp/Citypeers:ana%40example.org?")
    confirm = "/api/v1/auth/second-factor/confirm"
    assert changing.post(confirm, json={"code": "000000"}, headers=person.headers).status_code == 422
    confirmed = changing.post(confirm, json={"code": _code(begun["secret"], -1)}, headers=person.headers)
    assert confirmed.status_code == 204, confirmed.text
    assert Role.secretariat in gate.signed_in(person.token).who.roles
    asked = {"email": person.email, "password": PASSWORD}
    assert changing.post(SIGN_IN, json=asked).json()["type"] == "/problems/code-needed"
    code = _code(begun["secret"])
    once = at_once(lambda: TestClient(changing.app).post(SIGN_IN, json={**asked, "code": code}).status_code, 4)
    assert sorted(once) == [200, 401, 401, 401], "a code is taken once"
    again = changing.post("/api/v1/auth/second-factor", headers=person.headers)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/already-enrolled")
    removed = changing.post("/api/v1/auth/second-factor/remove", json={"code": _code(begun["secret"], 1)}, headers=person.headers)
    assert removed.status_code == 204
    assert Role.secretariat not in gate.signed_in(person.token).who.roles


UNSAFE = [(method, path) for path, methods in CONTRACT["paths"].items() for method in methods if method != "get"]


@pytest.mark.parametrize(("method", "path"), UNSAFE)
def test_a_foreign_origin_changes_nothing(client: TestClient, method: str, path: str) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.request(method, re.sub("{.*?}", "0" * 32, path), headers=headers, json={})
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/foreign-origin")


def test_one_changes_ones_name_and_nothing_else(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    me = changing.get("/api/v1/me", headers=person.headers)
    tagged = {**person.headers, "If-Match": me.headers["etag"]}
    for name in me.json().keys() - {"name", "language"}:
        assert changing.patch("/api/v1/me", json={name: me.json()[name]}, headers=tagged).status_code == 422, name
    assert changing.patch("/api/v1/me", json={"name": "Ana"}, headers=person.headers).status_code == 428
    assert changing.patch("/api/v1/me", json={"name": "Ana"}, headers={**tagged, "If-Match": '"9.x"'}).status_code == 412
    edit = {"name": "Ana", "language": "pt"}
    answers = at_once(lambda: TestClient(changing.app).patch("/api/v1/me", json=edit, headers=tagged).status_code, 20)
    assert sorted(answers) == [200] + [412] * 19
    changed = changing.get("/api/v1/me", headers=person.headers).json()
    assert (changed["name"], changed["language"], changed["version"]) == ("Ana", "pt", me.json()["version"] + 1)


def test_another_password_ends_every_other_session(changing: TestClient, instance: Instance) -> None:
    here = sign_in(changing, instance)
    there = signed_in(TestClient(changing.app))
    new = "a quiet street behind the market"
    wrong = changing.post("/api/v1/auth/password", json={"current": "no", "new": new}, headers=here.headers)
    assert wrong.json()["errors"][0]["code"] == "password_wrong"
    right = changing.post("/api/v1/auth/password", json={"current": PASSWORD, "new": new}, headers=here.headers)
    assert right.status_code == 204
    assert changing.get("/api/v1/me", headers=here.headers).status_code == 200
    assert changing.get("/api/v1/me", headers=there.headers).status_code == 401
    assert changing.post(SIGN_IN, json={"email": here.email, "password": PASSWORD}).status_code == 401


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "password_length"),
        ("aaaaaaaaaaaaaaaaa", "password_common"),
        ("passwordpassword", "password_common"),
        ("QWERTYUIOP123", "password_common"),
        ("ana.lima has a bridge", "password_personal"),
    ],
)
def test_what_is_guessed_first_is_no_password(password: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        passwords.check(password, "/password", "ana.lima@example.org", "Ana Lima")
    assert refused.value.errors == [("/password", code)]
    passwords.check(PASSWORD, "/password", "ana.lima@example.org", "Ana Lima")


def test_a_hash_costs_what_it_has_to() -> None:
    assert HASHES.hash(PASSWORD).startswith("$argon2id$v=19$m=65536,t=3,p=1$"), "more than OWASP asks at least"


def test_few_hashes_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = passwords.hashed(PASSWORD)
    inside, most = 0, 0
    lock = threading.Lock()
    verify = type(passwords._HASHES).verify

    def watched(hashes: Any, *arguments: Any) -> bool:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        try:
            return verify(hashes, *arguments)
        finally:
            with lock:
                inside -= 1

    monkeypatch.setattr(type(passwords._HASHES), "verify", watched)
    assert at_once(lambda: passwords.is_right(PASSWORD, kept), 8) == [True] * 8
    assert most <= HASHERS


def test_a_database_shows_no_secret(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    secret = changing.post("/api/v1/auth/second-factor", headers=person.headers).json()["secret"]
    tables = ("account", "browser_session", "refresh_token", "signing_key", "attempt")
    with instance.database.reading() as session:
        kept = "".join(repr(session.execute(text(f"SELECT * FROM {name}")).all()) for name in tables)
    for hidden in (PASSWORD, secret, person.token, "PRIVATE KEY"):
        assert hidden not in kept
    assert "argon2id" in kept


def test_a_steward_moves_the_own_network_and_no_other(changing: TestClient, instance: Instance) -> None:
    account_id = account(instance, Role.member)
    person = signed_in(changing)
    with instance.database.transaction() as session:
        oasc = session.scalars(select(Network).where(col(Network.slug) == "oasc")).one()
        accounts.grant(session, OPERATOR, account_id, Role.steward, "network", oasc.id)
    who = changing.app.state.gate.signed_in(person.token).who  # type: ignore[attr-defined]  # of Starlette's state
    with instance.database.transaction() as session:
        networks.move(session, who, "oasc", Verb.flag, "the website has moved")
    with pytest.raises(Forbidden), instance.database.transaction() as session:
        networks.move(session, who, "wego", Verb.flag, "not mine")
    with instance.database.transaction() as session:
        (held,) = (each for each in accounts.grants(session, account_id) if each.role is Role.steward)
        accounts.end_grant(session, OPERATOR, held.id)
    who = changing.app.state.gate.signed_in(person.token).who  # type: ignore[attr-defined]  # of Starlette's state
    with pytest.raises(Forbidden), instance.database.transaction() as session:
        networks.move(session, who, "oasc", Verb.archive, "no longer")
