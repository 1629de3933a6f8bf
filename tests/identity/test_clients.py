"""Partner systems: made and shown once, proved by secret or key, narrowed by scope, out at once when disabled."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from jose import jwt
from sqlalchemy import text
from starlette.testclient import TestClient
from typer.testing import CliRunner

from citypeers import cli
from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import Principal, Role
from citypeers.core.problems import Unauthorised
from citypeers.identity import granting
from tests.conftest import Loaded
from tests.identity.people import CLIENTS, GRANT, SCOPES, TOKEN, Made
from tests.identity.test_sessions import at_once


def ask(client: TestClient, made: Made, secret: str | None = None, **more: str) -> Any:
    given = {"client_id": made["id"], "client_secret": secret or made["secret"]}
    return client.post(TOKEN, data={**GRANT, **given, **more})


def known(client: TestClient, token: str) -> Principal:
    found = client.app.state.gate.known(token)  # type: ignore[attr-defined]  # of Starlette's state
    assert isinstance(found, Principal)
    return found


def test_a_partner_system_from_its_beginning_to_its_end(
    changing: TestClient, headers: dict[str, str], make: Callable[..., Made]
) -> None:
    made = make(bound={"kind": "organisation", "id": "muenchen"})
    answer = ask(changing, made)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    given = answer.json()
    assert (given["token_type"], given["expires_in"], given["scope"]) == ("Bearer", 600, "networks:read projects:write")
    assert jwt.get_unverified_header(given["access_token"])["typ"] == "at+jwt"
    claims = jwt.get_unverified_claims(given["access_token"])
    assert (claims["sub"], claims["client_id"], "sid" in claims) == (made["id"], made["id"], False)
    who = known(changing, given["access_token"])
    assert (who.name, who.roles, who.scopes) == (f"client:{made['id']}", {Role.client, Role.visitor}, set(SCOPES))
    assert (who.bound, who.account) == (("organisation", made["bound"]["id"]), None)
    bearer = {"Authorization": f"Bearer {given['access_token']}"}
    assert changing.get("/api/v1/networks", headers=bearer).status_code == 200
    for path in ("/api/v1/me", "/api/v1/auth/sessions", CLIENTS):
        assert changing.get(path, headers=bearer).status_code == 401, path
    step = f"{CLIENTS}/{made['id']}/transitions"
    disabled = changing.post(step, json={"verb": "disable", "reason": "the contract has ended"}, headers=headers)
    assert (disabled.json()["state"], disabled.json()["may"]) == ("disabled", ["enable"])
    assert disabled.json()["state_reason"] == "the contract has ended"
    with pytest.raises(Unauthorised):
        known(changing, given["access_token"])
    assert ask(changing, made).json()["error"] == "invalid_client"
    again = changing.post(step, json={"verb": "disable", "reason": "twice"}, headers=headers)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/wrong-client-state")
    assert changing.post(step, json={"verb": "enable", "reason": "a new contract"}, headers=headers).status_code == 200
    assert known(changing, given["access_token"]).name == who.name


def test_a_scope_narrows_and_one_taken_away_is_gone_at_once(
    changing: TestClient, headers: dict[str, str], make: Callable[..., Made]
) -> None:
    made = make()
    one = ask(changing, made, scope="projects:write").json()
    assert one["scope"] == "projects:write"
    assert known(changing, one["access_token"]).scopes == {"projects:write"}
    for scope in ("projects:read", "projects:write everything", "  ", 'x"\\'):
        refused = ask(changing, made, scope=scope)
        assert (refused.status_code, refused.json()["error"]) == (400, "invalid_scope"), scope
    read = changing.get(f"{CLIENTS}/{made['id']}", headers=headers)
    tagged = {**headers, "If-Match": read.headers["etag"]}
    edit = {"scopes": ["networks:read"], "bound": {"kind": "country", "id": "BR"}}
    changed = changing.patch(f"{CLIENTS}/{made['id']}", json=edit, headers=tagged)
    assert (changed.status_code, changed.json()["bound"]) == (200, edit["bound"])
    assert known(changing, one["access_token"]).scopes == set()
    assert known(changing, one["access_token"]).bound == ("country", "BR")
    assert changing.patch(f"{CLIENTS}/{made['id']}", json=edit, headers=tagged).status_code == 412
    assert changing.patch(f"{CLIENTS}/{made['id']}", json=edit, headers=headers).status_code == 428
    tagged["If-Match"] = changed.headers["etag"]
    freed = changing.patch(f"{CLIENTS}/{made['id']}", json={"bound": None, "name": "Portal"}, headers=tagged).json()
    assert (freed["bound"], freed["name"], freed["scopes"]) == (None, "Portal", ["networks:read"])


def test_two_secrets_live_side_by_side_and_no_third(
    changing: TestClient, headers: dict[str, str], make: Callable[..., Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make()
    place = f"{CLIENTS}/{made['id']}/secrets"
    ends = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    answers = at_once(lambda: TestClient(changing.app).post(place, json={"expires_at": ends}, headers=headers), 4)
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    (second,) = (answer.json() for answer in answers if answer.status_code == 201)
    assert {answer.json()["type"] for answer in answers if answer.status_code == 409} == {"/problems/secrets-full"}
    assert [ask(changing, made, secret).status_code for secret in (made["secret"], second["secret"])] == [200, 200]
    shown = changing.get(f"{CLIENTS}/{made['id']}", headers=headers)
    assert all(secret["last_used_at"] for secret in shown.json()["secrets"])
    assert made["secret"] not in shown.text
    first = next(secret["id"] for secret in shown.json()["secrets"] if secret["id"] != second["id"])
    other = make()
    assert changing.delete(f"{CLIENTS}/{other['id']}/secrets/{first}", headers=headers).status_code == 404
    assert changing.delete(f"{place}/{first}", headers=headers).status_code == 204
    assert [ask(changing, made, secret).status_code for secret in (made["secret"], second["secret"])] == [401, 200]
    later = datetime.now(UTC) + timedelta(hours=2)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: later)
        assert ask(changing, made, second["secret"]).status_code == 401
    past = changing.post(place, json={"expires_at": "2020-01-01T00:00:00Z"}, headers=headers)
    assert past.json()["errors"][0]["code"] == "in_future"


def test_a_secret_that_is_ended_takes_the_tokens_got_by_it_along(
    changing: TestClient, headers: dict[str, str], make: Callable[..., Made]
) -> None:
    made, other = make(), make()
    place = f"{CLIENTS}/{made['id']}/secrets"
    second = changing.post(place, json={}, headers=headers).json()
    old, new, others = (ask(changing, *by).json()["access_token"] for by in ((made,), (made, second["secret"]), (other,)))
    assert made["secret"] not in str(jwt.get_unverified_claims(old))
    first = next(secret["id"] for secret in made["secrets"])
    assert jwt.get_unverified_claims(old)["proof"] == first
    assert {known(changing, token).name for token in (old, new)} == {f"client:{made['id']}"}
    assert changing.delete(f"{place}/{first}", headers=headers).status_code == 204
    with pytest.raises(Unauthorised):
        known(changing, old)
    bearer = {"Authorization": f"Bearer {old}"}
    assert changing.get("/api/v1/networks", headers=bearer).status_code == 200, "what is public asks for no name"
    assert changing.get("/api/v1/mails", headers=bearer).status_code == 401
    assert (known(changing, new).name, known(changing, others).name) == (f"client:{made['id']}", f"client:{other['id']}")


def test_a_token_ends_with_the_secret_it_was_got_by(
    changing: TestClient, headers: dict[str, str], make: Callable[..., Made]
) -> None:
    made = make()
    ends = (datetime.now(UTC) + timedelta(seconds=100)).isoformat()
    short = changing.post(f"{CLIENTS}/{made['id']}/secrets", json={"expires_at": ends}, headers=headers).json()
    given = ask(changing, made, short["secret"]).json()
    claims = jwt.get_unverified_claims(given["access_token"])
    assert 0 < given["expires_in"] <= 100
    assert claims["exp"] - claims["iat"] == given["expires_in"]


def test_a_list_goes_on_where_it_ended(changing: TestClient, headers: dict[str, str], make: Callable[..., Made]) -> None:
    ids = {make()["id"] for _ in range(3)}
    first = changing.get(f"{CLIENTS}?limit=2", headers=headers)
    assert (len(first.json()["items"]), first.json()["total"]) == (2, 3)
    assert 'rel="next"' in first.headers["link"]
    rest = changing.get(f"{CLIENTS}?limit=2&cursor={first.json()['next']}", headers=headers).json()
    assert rest["next"] is None
    assert {item["id"] for item in first.json()["items"] + rest["items"]} == ids
    assert changing.get(f"{CLIENTS}?colour=blue", headers=headers).status_code == 422


def _basic(client: str, secret: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{client}:{secret}".encode()).decode()}


def test_what_is_no_good_request_is_refused_as_the_standard_says(changing: TestClient, make: Callable[..., Made]) -> None:
    made = make()
    good = {**GRANT, "client_id": made["id"], "client_secret": made["secret"]}
    assert changing.post(TOKEN, data=GRANT, headers=_basic(made["id"], made["secret"])).status_code == 200
    wrong: list[tuple[str, Any]] = [
        ("invalid_request", changing.post(TOKEN, json=good)),
        ("invalid_request", changing.post(TOKEN, data={**good, "grant_type": ""})),
        ("invalid_request", changing.post(TOKEN, data=good, headers=_basic(made["id"], made["secret"]))),
        ("invalid_request", changing.post(TOKEN, content=b"\xff=\xff", headers={"Content-Type": granting.FORM})),
        ("invalid_request", changing.post(TOKEN, content=b"&".join([b"a=1"] * 2), headers={"Content-Type": granting.FORM})),
        ("invalid_request", changing.post(TOKEN, data={f"f{n}": "x" for n in range(30)})),
        ("invalid_request", changing.post(TOKEN, data={**GRANT, "client_assertion": "a.b.c", "client_assertion_type": "x"})),
        ("unsupported_grant_type", changing.post(TOKEN, data={**good, "grant_type": "password"})),
        ("invalid_client", changing.post(TOKEN, data=GRANT)),
        ("invalid_client", changing.post(TOKEN, data={**GRANT, "client_id": made["id"]})),
        ("invalid_client", changing.post(TOKEN, data={**good, "client_secret": "x" * 43})),
        ("invalid_client", changing.post(TOKEN, data={**good, "client_id": "0" * 32})),
        ("invalid_client", changing.post(TOKEN, data={**good, "client_id": "\0"})),
        ("invalid_client", changing.post(TOKEN, data={**GRANT, "client_id": "0" * 32}, headers=_basic(made["id"], "x"))),
        ("invalid_client", changing.post(TOKEN, data=GRANT, headers={"Authorization": b"Basic \xfc"})),
        ("invalid_client", changing.post(TOKEN, data=GRANT, headers={"Authorization": "Bearer x"})),
    ]
    for error, answer in wrong:
        assert answer.json()["error"] == error
        assert answer.status_code == (401 if error == "invalid_client" else 400)
        assert answer.headers["cache-control"] == "no-store"
        assert ("www-authenticate" in answer.headers) == (error == "invalid_client")
        assert answer.json()["error_description"].isascii()
        assert changing.get(answer.json()["error_uri"].removeprefix("http://localhost:8000")).status_code == 200
    assert changing.get(TOKEN).status_code == 405
    assert changing.get("/oauth/other").status_code == 404


@pytest.mark.usefixtures("stopped_clock")
def test_guesses_are_counted_and_what_is_right_is_not(
    changing: TestClient, make: Callable[..., Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(granting, "FREE_PER_CLIENT", 3)
    made = make()
    assert [ask(changing, made).status_code for _ in range(6)] == [200] * 6
    told = [ask(changing, made, "wrong") for _ in range(5)]
    assert [answer.status_code for answer in told] == [401] * 4 + [429]
    assert int(told[-1].headers["retry-after"]) == 2


def test_the_metadata_say_how(client: TestClient) -> None:
    told = client.get("/.well-known/oauth-authorization-server").json()
    assert told["token_endpoint"] == told["issuer"] + TOKEN
    assert told["grant_types_supported"] == ["client_credentials"]
    assert "networks:write" in told["scopes_supported"]
    assert "private_key_jwt" in told["token_endpoint_auth_methods_supported"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"bound": {"kind": "organisation", "id": "nowhere"}}, "unknown_organisation"),
        ({"bound": {"kind": "country", "id": "Brazil"}}, "country"),
        ({"bound": {"kind": "network", "id": "oasc"}}, "enum"),
        ({"scopes": ["everything"]}, "enum"),
        ({"scopes": []}, "too_short"),
        ({"state": "disabled"}, "extra_forbidden"),
        ({"id": "0" * 32}, "extra_forbidden"),
    ],
)
def test_what_cannot_be_is_refused(changing: TestClient, headers: dict[str, str], more: dict[str, Any], code: str) -> None:
    answer = changing.post(CLIENTS, json={"name": "X", "scopes": SCOPES, **more}, headers=headers)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, code), answer.text


def test_a_database_shows_no_secret_of_a_partner(changing: TestClient, instance: Instance, make: Callable[..., Made]) -> None:
    made = make()
    with instance.database.reading() as session:
        kept = "".join(
            repr(session.execute(text(f"SELECT * FROM {name}")).all()) for name in ("oauth_client", "oauth_client_secret")
        )
    assert made["id"] in kept
    assert made["secret"] not in kept


def test_the_command_line_lets_one_in(fresh: Loaded, changing: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITYPEERS_DATABASE_URL", fresh.url)
    command = ["clients", "create", "Portal", "--scope", "networks:read", "--organisation", "muenchen"]
    printed = CliRunner().invoke(cli.app, command)
    assert printed.exit_code == 0, printed.output
    id, secret = printed.stdout.split()
    assert ask(changing, {"id": id, "secret": secret}).json()["scope"] == "networks:read"
    for wrong in ([*command, "--country", "BR"], [*command[:-1], "nowhere"], [*command[:-2], "--country", "Brazil"]):
        assert CliRunner().invoke(cli.app, wrong).exit_code == 2
