"""API8:2023, security misconfiguration: headers of every kind of answer, no other origin let in, nothing told of the inside.

The guards of an answer, HSTS, and what production refuses are in ``tests/core/test_problems.py``.
"""

import logging

import pytest
from pydantic import ValidationError
from sqlalchemy import text
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.settings import Settings
from citypeers.identity import accounts
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for
from tests.contract.committed import OPERATIONS
from tests.contract.test_access import SIGNED_IN
from tests.identity.people import PASSWORD, sign_in, staff

EVIL = "https://evil.example"
KINDS = (
    "/api/v1/networks",
    "/api/v1/networks/nowhere",
    "/api/v1/me",
    "/problems",
    "/docs",
    "/healthz",
    "/nowhere.js",
    "/oauth/token",
)
INSIDE = ("Traceback", 'File "', "sqlalchemy", "psycopg", "sqlite3", "site-packages", "starlette", "citypeers.")
PRODUCTION = {"environment": "production", "secret_key": "x" * 40, "public_url": "https://here.example"}


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_answer_has_its_guards(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert ("sandbox" in policy) is path.startswith("/api/v1")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    assert "x-powered-by" not in headers


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_no_other_origin_acts_for_whoever_is_signed_in(client: TestClient, path: str, method: str) -> None:
    asked = {"Origin": EVIL, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}
    headers = client.request(method, path, headers=asked).headers
    let_in = {name: value for name, value in headers.items() if name.startswith("access-control-")}
    is_public = path == "/api/v1/networks" and method == "GET"
    assert let_in == ({"access-control-allow-origin": "*"} if is_public else {}), "public reads are anybody's, without credentials"


def test_what_is_private_is_kept_nowhere(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    for operation, (path, _, status) in SIGNED_IN.items():
        if OPERATIONS[operation][0] == "get" and status == 200:
            assert changing.get(path, headers=person.headers).headers["cache-control"] == "no-store", operation


def test_planted_secrets_are_in_no_answer_and_no_line_of_the_log(
    fresh: Loaded, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    planted = {"secret_key": "planted-key-of-forty-characters-and-more", "smtp_url": "smtp://u:planted-mail@127.0.0.1:9"}
    planted |= {"oidc_issuer": "http://127.0.0.1:9", "oidc_client_id": "us", "oidc_client_secret": "planted-provider"}
    caplog.set_level(logging.DEBUG)
    told = ""
    with TestClient(create_app(settings_for(fresh, **planted)), raise_server_exceptions=False) as caller:
        person = sign_in(caller, caller.app.state.instance)  # type: ignore[attr-defined]  # of Starlette's state
        told += caller.post("/api/v1/auth/sign-in", json={"email": person.email, "password": "planted-guess"}).text
        told += caller.post("/oauth/token", data={"grant_type": "client_credentials", "client_secret": "planted-client"}).text
        for operation, (path, body, _) in SIGNED_IN.items():
            answer = caller.request(OPERATIONS[operation][0], path, json=body, headers=person.headers)
            told += answer.text + str(answer.headers)
        with caller.app.state.instance.database.transaction() as session:  # type: ignore[attr-defined]  # of Starlette's state
            session.execute(text("DROP TABLE contact"))
        broken = caller.get("/api/v1/me/contacts", headers=person.headers)
        assert broken.status_code == (503 if fresh.url.startswith("sqlite") else 500)  # SQLite names its causes no closer
        told += broken.text + str(broken.headers)
    captured = capfd.readouterr()
    logged = caplog.text + captured.out + captured.err
    for secret in ("planted", PASSWORD):
        assert secret not in told
        assert secret not in logged
    assert person.token not in logged
    assert [word for word in INSIDE if word in broken.text] == []


def test_a_failure_in_the_middle_says_nothing_of_the_inside(
    changing: TestClient, instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = staff(changing, instance)

    def fail(*_: object) -> None:
        raise RuntimeError("planted in citypeers.identity")

    monkeypatch.setattr(accounts, "me", fail)
    told = changing.get("/api/v1/me", headers=person.headers)
    assert (told.status_code, told.json()["type"]) == (500, "/problems/internal-error")
    assert [word for word in (*INSIDE, "planted") if word in told.text] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"secret_key": "short"},
        {"secret_key": "development-only-secret"},
        {"public_url": "http://here.example"},
        {"access_seconds": 86_400},
        {"session_days": 365},
        {"oidc_issuer": "http://id.example", "oidc_client_id": "x", "oidc_client_secret": "y"},
        {"smtp_url": "http://mail.example"},
    ],
)
def test_production_refuses_what_is_unsafe(wrong: dict[str, object]) -> None:
    assert Settings.model_validate(PRODUCTION)
    with pytest.raises(ValidationError) as refused:
        Settings.model_validate(PRODUCTION | wrong)
    assert refused.value.errors()


def test_settings_hide_their_secrets_when_shown() -> None:
    shown = repr(Settings.model_validate({**PRODUCTION, "smtp_url": "smtp://u:planted@mail.example:25"}))
    assert "planted" not in shown
    assert "x" * 40 not in shown
