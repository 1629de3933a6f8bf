"""API2:2023, broken authentication: a secret works in one place, in one way, and for its time.

Hostile tokens, refresh reuse, one-time codes and passkeys are in ``tests/identity``; guesses at codes in the tests of API4.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.identity import sessions
from citypeers.identity.router import COOKIE
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for
from tests.contract.committed import OPERATIONS
from tests.contract.test_access import SIGNED_IN
from tests.identity.people import PASSWORD, account, partner, sign_in

REFRESH = "/api/v1/auth/refresh"
ME = "/api/v1/me"


@pytest.fixture
def secure(fresh: Loaded) -> Iterator[TestClient]:
    """A browser that sends secure cookies."""
    with TestClient(create_app(settings_for(fresh)), base_url="https://testserver", raise_server_exceptions=False) as caller:
        yield caller


def here(client: TestClient) -> Instance:
    found: Instance = client.app.state.instance  # type: ignore[attr-defined]  # of Starlette's state
    return found


def test_a_token_in_an_address_or_a_body_counts_nothing(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    changing.cookies.clear()
    assert changing.get(f"{ME}?access_token={person.token}").status_code == 422
    assert changing.post("/api/v1/me/exports", data={"access_token": person.token}).status_code == 401
    assert changing.get(ME, headers={"Cookie": f"access_token={person.token}"}).status_code == 401


def test_the_cookie_alone_does_nothing_but_refresh(secure: TestClient) -> None:
    person = sign_in(secure, here(secure))
    for operation, (path, body, _) in SIGNED_IN.items():
        assert secure.request(OPERATIONS[operation][0], path, json=body).status_code == 401, operation
    assert secure.post(REFRESH).status_code == 200
    assert secure.get(ME, headers=person.headers).status_code == 200


def test_a_refresh_token_is_no_access_token_nor_the_other_way_round(secure: TestClient) -> None:
    person = sign_in(secure, here(secure))
    kept = secure.cookies[COOKIE]
    assert secure.get(ME, headers={"Authorization": f"Bearer {kept}"}).status_code == 401
    secure.cookies.clear()
    assert secure.post(REFRESH, headers={"Cookie": f"{COOKIE}={person.token}"}).status_code == 401


def test_the_cookie_is_closed_to_scripts_and_to_other_sites(secure: TestClient) -> None:
    account(here(secure))
    told = secure.post("/api/v1/auth/sign-in", json={"email": "ana@example.org", "password": PASSWORD})
    said = told.headers["set-cookie"].lower()
    assert all(part in said for part in ("secure", "httponly", "samesite=strict", "path=/"))
    assert "domain=" not in said
    assert told.headers["cache-control"] == "no-store"
    assert secure.cookies[COOKIE] not in told.text


def test_every_sign_in_is_a_new_session(secure: TestClient) -> None:
    sign_in(secure, here(secure))
    fixed = secure.cookies[COOKIE]
    secure.post("/api/v1/auth/sign-in", json={"email": "ana@example.org", "password": PASSWORD})
    assert secure.cookies[COOKIE] != fixed


def test_a_session_that_is_not_used_ends(secure: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(secure, here(secure))
    later = clock.now() + timedelta(days=here(secure).settings.session_days, seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert secure.post(REFRESH).status_code == 401


def test_a_session_ends_however_much_it_is_used(secure: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(secure, here(secure))
    began, real = clock.now(), clock.now
    step = timedelta(days=here(secure).settings.session_days - 1)
    used = 0
    while secure.post(REFRESH).status_code == 200:
        used += 1
        at = began + used * step
        monkeypatch.setattr(clock, "now", lambda at=at: at)
        assert used < 30, "it never ends"
    monkeypatch.setattr(clock, "now", real)
    assert used * step >= timedelta(days=sessions.LONGEST_DAYS)
    assert used > 2, "while it is used, it goes on"


def test_a_token_of_another_instance_is_a_strangers(changing: TestClient, fresh: Loaded, instance: Instance) -> None:
    person = sign_in(changing, instance)
    with TestClient(create_app(settings_for(fresh, public_url="https://other.example"))) as other:
        assert other.get(ME, headers=person.headers).status_code == 401


def test_a_partner_system_is_nobody_with_an_account(changing: TestClient, instance: Instance) -> None:
    headers = partner(changing, instance)
    assert changing.get(ME, headers=headers).status_code == 401
    changing.cookies.clear()
    assert changing.post(REFRESH, headers=headers).status_code == 401


def test_what_changes_how_one_signs_in_asks_who_one_is(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    new = "a quiet street behind the market"
    wrong = {"current": "not that one at all", "new": new}
    assert changing.post("/api/v1/auth/password", json=wrong, headers=person.headers).status_code == 422
    assert changing.post("/api/v1/me/erasure", json={"password": "not that one"}, headers=person.headers).status_code == 422
    assert changing.patch(ME, json={"email": "thief@example.org"}, headers={**person.headers, "If-Match": '"1"'}).status_code == 422


def test_a_guess_is_refused_in_the_same_words_however_it_is_wrong(changing: TestClient, instance: Instance) -> None:
    account(instance)
    told = set()
    for email in ("ana@example.org", "nobody@example.org"):
        answer = changing.post("/api/v1/auth/sign-in", json={"email": email, "password": "x" * 20})
        told.add((answer.status_code, re.sub("[0-9a-f]{16}", "", answer.text)))
    assert len(told) == 1
