"""Signing in by a provider: a real one, whose people come back to accounts that were made by invitation, and to no others."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pydantic import ValidationError
from sqlmodel import select
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, Role
from citypeers.core.settings import Settings
from citypeers.identity import accounts, oidc, provider
from citypeers.identity.models import Account
from citypeers.identity.oidc_router import COOKIE
from citypeers.identity.provider import Exchanged, Provider, ProviderRefused, ProviderSilent
from citypeers.identity.router import COOKIE as SESSION_COOKIE
from citypeers.identity.sealing import seal
from citypeers.main import create_app
from tests.caller import Caller
from tests.conftest import Loaded, settings_for
from tests.identity.people import Person, account
from tests.identity.test_provider_tokens import CLIENT, Forger

ORIGIN = "https://testserver"
BEGIN, CALLBACK = "/api/v1/auth/oidc", "/api/v1/auth/oidc/callback"
SECRET = "a secret of the tests: + / % &"
PROGRAM = Path(__file__).parent / "oidc_provider.mjs"


@pytest.fixture(scope="module", params=["RS256", "ES256"])
def issuer(request: pytest.FixtureRequest) -> Iterator[str]:
    """A provider of the tests' own, that signs in one of two ways."""
    command = ["node", str(PROGRAM), ORIGIN + CALLBACK, request.param]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert running.stdout is not None
    yield next(line.strip() for line in running.stdout if line.startswith("http://"))
    running.terminate()
    running.communicate(timeout=10)


@pytest.fixture
def browser(fresh: Loaded, issuer: str) -> Iterator[TestClient]:
    """A browser at an instance that trusts the provider."""
    trusted = {"oidc_issuer": issuer, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    app = create_app(settings_for(fresh, public_url=ORIGIN, **trusted))
    with Caller(app, base_url=ORIGIN, raise_server_exceptions=False, follow_redirects=False) as caller:
        yield caller


@pytest.fixture
def here(browser: TestClient) -> Instance:
    found: Instance = browser.app.state.instance  # type: ignore[attr-defined]  # of Starlette's state
    return found


def at_provider(address: str, login: str) -> str:
    """What somebody does at the provider: sign in, agree; where it leads back to."""
    with httpx.Client(follow_redirects=False) as person:
        answer = person.get(address)
        for _ in range(12):
            if answer.is_redirect:
                place = str(answer.next_request.url) if answer.next_request else ""
                if place.startswith(ORIGIN):
                    return place
                answer = person.get(place)
            else:
                form = re.search(r'action="([^"]+)"', answer.text)
                prompt = re.search(r'name="prompt" value="(\w+)"', answer.text)
                assert form is not None, answer.text
                assert prompt is not None, answer.text
                answer = person.post(form[1], data={"prompt": prompt[1], "login": login, "password": "x"})
    raise AssertionError("the provider leads nowhere")


def go(browser: TestClient, login: str) -> str:
    """The way to the provider and back; the address that the browser is sent to in the end, not yet opened."""
    begun = browser.get(BEGIN)
    assert begun.status_code == 302, begun.text
    return at_provider(begun.headers["location"], login)


def refused(answer: Any, problem: str) -> bool:
    return (answer.status_code, answer.headers["location"]) == (
        302,
        f"/problems/{problem}",
    ) and SESSION_COOKIE not in answer.headers["set-cookie"].replace(COOKIE, "")


def test_somebody_with_an_account_comes_back_signed_in(browser: TestClient, here: Instance, issuer: str) -> None:
    account(here, Role.secretariat)
    begun = browser.get(BEGIN)
    asked = parse_qs(urlsplit(begun.headers["location"]).query)
    assert (asked["code_challenge_method"], asked["scope"]) == (["S256"], ["openid email"])
    cookie = begun.headers["set-cookie"]
    for flag in ("Secure", "HttpOnly", "SameSite=lax", "Max-Age=600", "Path=/"):
        assert flag in cookie
    assert asked["state"][0] not in cookie, "it is sealed"
    back = browser.get(at_provider(begun.headers["location"], "ANA@example.org"))
    assert (back.status_code, back.headers["location"], back.headers["cache-control"]) == (302, "/sign-in", "no-store")
    assert COOKIE not in browser.cookies
    refreshed = browser.post("/api/v1/auth/refresh", headers={"Origin": ORIGIN})
    person = Person("", refreshed.json()["access_token"])
    assert browser.get("/api/v1/me", headers=person.headers).json()["email"] == "ana@example.org"
    with here.database.transaction() as session:
        session.scalars(select(Account)).one().totp_sealed = "confirmed"
    who = browser.app.state.gate.signed_in(person.token).who  # type: ignore[attr-defined]  # of Starlette's state
    assert Role.secretariat not in who.roles, "the provider says nothing of a second factor"
    for path, body in (("/passkeys/options", None), ("/second-factor", None), ("/second-factor/confirm", {"code": "000000"})):
        first = browser.post(f"/api/v1/auth{path}", json=body, headers=person.headers)
        assert (first.status_code, first.json()["type"]) == (403, "/problems/second-factor-first")


def test_strangers_are_refused_and_the_link_is_to_a_person_not_to_an_address(browser: TestClient, here: Instance) -> None:
    account(here)
    account(here, email="unverified@example.org")
    for stranger in (
        "nobody@example.org",
        "unverified@example.org",
        "77|",
        "76|%C3%A1na@example.org",
        "75|unveri%EF%AC%81ed@example.org",
    ):
        assert refused(browser.get(go(browser, stranger)), "not-invited"), stranger
    assert browser.get(go(browser, "77|ana@example.org")).headers["location"] == "/sign-in"
    assert refused(browser.get(go(browser, "78|ana@example.org")), "not-invited"), "another, who was given the address"
    with here.database.transaction() as session:
        accounts.by_email(session, "ana@example.org").email_key = "ana.lima@example.org"
    assert browser.get(go(browser, "77|ana@example.org")).headers["location"] == "/sign-in", (
        "the same person, with a new address here"
    )
    with here.database.transaction() as session:
        accounts.disable(session, OPERATOR, accounts.by_email(session, "ana.lima@example.org"))
    assert refused(browser.get(go(browser, "77|ana@example.org")), "not-invited")


def test_a_way_back_that_nobody_went_is_refused(browser: TestClient, here: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    account(here)
    back = go(browser, "ana@example.org")
    sealed = browser.cookies[COOKIE]
    secret = here.settings.secret_key.get_secret_value()

    def come(place: str, cookie: str | None = sealed) -> Any:
        browser.cookies.clear()
        return browser.get(place, headers={"Cookie": f"{COOKIE}={cookie}"} if cookie else {})

    state = parse_qs(urlsplit(back).query)["state"][0]
    way = {"state": state, "nonce": "n", "verifier": "v" * 43, "until": int(time.time()) + 60}
    for name, answer in {
        "no cookie": come(back, None),
        "a forged cookie": come(back, "x" * 60),
        "a cookie sealed elsewhere": come(back, seal("another secret", json.dumps(way))),
        "a cookie of another kind": come(back, seal(secret, "PRIVATE KEY")),
        "another state": come(back.replace(state, "x" * 43)),
        "no state": come(f"{CALLBACK}?code=x"),
        "no code": come(f"{CALLBACK}?state={state}&error=access_denied"),
        "another issuer": come(re.sub("iss=[^&]*", "iss=https%3A%2F%2Fevil.example", back)),
        "another code": come(re.sub("code=[^&]*", "code=x", back)),
        "a state that is no text": come(f"{CALLBACK}?code=x&state=%ff%00"),
    }.items():
        assert refused(answer, "provider-refused"), name
    assert refused(come(back, seal(secret, json.dumps(way))), "provider-refused"), "the verifier is not the one it was asked by"
    again, later = go(browser, "ana@example.org"), time.time() + oidc.WAY_SECONDS + 1
    sealed = browser.cookies[COOKIE]
    with monkeypatch.context() as patch:
        patch.setattr(oidc.time, "time", lambda: later)
        assert refused(come(again, sealed), "provider-refused"), "too late"
    browser.cookies.set(COOKIE, sealed)
    assert browser.get(again).headers["location"] == "/sign-in"
    assert refused(browser.get(again), "provider-refused"), "a second time"


def test_another_nonce_is_refused(browser: TestClient, here: Instance) -> None:
    account(here)
    begun = browser.get(BEGIN)
    back = at_provider(re.sub("nonce=[^&]*", "nonce=stale", begun.headers["location"]), "ana@example.org")
    assert refused(browser.get(back), "provider-refused")


def test_tries_are_counted(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oidc, "FREE_PER_ADDRESS", 2)
    assert [browser.get(f"{CALLBACK}?code=x&state=x").status_code for _ in range(4)] == [302, 302, 302, 429]


def test_a_token_of_another_provider_is_refused(browser: TestClient, here: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    account(here)
    back = go(browser, "ana@example.org")
    forger = Forger()
    monkeypatch.setattr(Provider, "exchange", lambda *_: Exchanged(id_token=forger.token(), access_token="x"))
    assert refused(browser.get(back), "provider-refused")


def test_a_key_is_looked_for_once_a_minute(issuer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    trusted = Provider(issuer, CLIENT, SECRET)
    assert {key["kid"] for key in trusted.keys("RS256")} == {"RS256", "ES256"}
    asked: list[str] = []
    monkeypatch.setattr(
        httpx,
        "stream",
        lambda method, place, **_: asked.append(place) or nullcontext(httpx.Response(500, request=httpx.Request(method, place))),
    )
    assert trusted.keys("RS256")
    assert trusted.keys("unknown"), "those that are known"
    assert asked == []
    monkeypatch.setattr(provider, "LOOK_AGAIN_SECONDS", 0.0)
    with pytest.raises(ProviderSilent):
        trusted.keys("unknown")


def test_a_provider_that_is_not_who_it_says_or_says_nothing_is_refused(
    fresh: Loaded, issuer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = {"oidc_issuer": "http://127.0.0.1:9", "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    with Caller(create_app(settings_for(fresh, **silent)), follow_redirects=False) as caller:
        assert caller.get(BEGIN).headers["location"] == "/problems/provider-silent"
    with pytest.raises(ProviderSilent):
        Provider(f"{issuer}/", CLIENT, SECRET).keys("RS256")
    with pytest.raises(ProviderRefused):
        Provider(issuer, CLIENT, "another secret").exchange("x", ORIGIN, "v" * 43)


def test_a_provider_is_set_whole_or_not_at_all() -> None:
    for part in ({"oidc_issuer": "https://id.example"}, {"oidc_client_id": CLIENT, "oidc_client_secret": SECRET}):
        with pytest.raises(ValidationError):
            Settings.model_validate(part)
    whole = {"oidc_issuer": "http://id.example", "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    production = {"environment": "production", "secret_key": "x" * 40, "public_url": ORIGIN}
    with pytest.raises(ValidationError):
        Settings.model_validate({**whole, **production})
    assert Settings.model_validate({**whole, **production, "oidc_issuer": "https://id.example"})
