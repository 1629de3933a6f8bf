"""Partner systems: made and shown once, proved by secret or key, narrowed by scope, out at once when disabled."""

import base64
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from jose import jwk, jwt
from sqlalchemy import text
from starlette.testclient import TestClient
from typer.testing import CliRunner

from citypeers import cli
from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import Principal, Role
from citypeers.core.problems import Unauthorised
from citypeers.identity import granting, tokens
from tests.conftest import Loaded
from tests.identity.people import staff
from tests.identity.test_sessions import at_once

TOKEN = "/oauth/token"
CLIENTS = "/api/v1/clients"
GRANT = {"grant_type": "client_credentials"}
SCOPES = ["networks:read", "projects:write"]
Made = dict[str, Any]


@pytest.fixture
def headers(changing: TestClient, instance: Instance) -> dict[str, str]:
    """Those of the secretariat."""
    return staff(changing, instance).headers


@pytest.fixture
def make(changing: TestClient, headers: dict[str, str]) -> Callable[..., Made]:
    def made(**more: Any) -> Made:
        answer = changing.post(CLIENTS, json={"name": "City portal", "scopes": SCOPES, **more}, headers=headers)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    return made


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


def test_guesses_are_counted_and_what_is_right_is_not(
    changing: TestClient, make: Callable[..., Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(granting, "FREE_PER_CLIENT", 3)
    made = make()
    assert [ask(changing, made).status_code for _ in range(6)] == [200] * 6
    told = [ask(changing, made, "wrong") for _ in range(5)]
    assert [answer.status_code for answer in told] == [401] * 4 + [429]
    assert int(told[-1].headers["retry-after"]) in (1, 2)


def test_the_metadata_say_how(client: TestClient) -> None:
    told = client.get("/.well-known/oauth-authorization-server").json()
    assert told["token_endpoint"] == told["issuer"] + TOKEN
    assert told["grant_types_supported"] == ["client_credentials"]
    assert "networks:write" in told["scopes_supported"]
    assert "private_key_jwt" in told["token_endpoint_auth_methods_supported"]


class Signer:
    """The keys of a partner system, and the assertions that it signs."""

    def __init__(self) -> None:
        private = rsa.generate_private_key(public_exponent=65_537, key_size=2048)
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        self.private = {"ES256": tokens.new_private(), "RS256": pem}
        self.client = ""

    def keys(self) -> dict[str, Any]:
        """The public halves."""
        return {"keys": [self.public(algorithm) for algorithm in self.private]}

    def public(self, algorithm: str) -> dict[str, Any]:
        """One public half."""
        written = jwk.construct(self.private[algorithm], algorithm).public_key().to_dict()
        text = {name: value.decode() if isinstance(value, bytes) else value for name, value in written.items()}
        return {**text, "kid": algorithm, "alg": algorithm}

    def claims(self, **change: Any) -> dict[str, Any]:
        """What an assertion says when nothing is wrong with it."""
        endpoint = "http://localhost:8000" + TOKEN
        exp = int(time.time()) + 200
        return {"iss": self.client, "sub": self.client, "aud": endpoint, "jti": str(time.time_ns()), "exp": exp, **change}

    def assertion(self, algorithm: str = "ES256", header: dict[str, Any] | None = None, **change: Any) -> str:
        """A signed assertion; a claim that is changed to None is left out."""
        claims = {name: value for name, value in self.claims(**change).items() if value is not None}
        headers = {"kid": algorithm, **(header or {})}
        return str(jwt.encode(claims, self.private[algorithm], algorithm=algorithm, headers=headers))


def assert_by(client: TestClient, assertion: str) -> Any:
    given = {"client_assertion_type": granting.ASSERTION_TYPE, "client_assertion": assertion}
    return client.post(TOKEN, data={**GRANT, **given})


def test_a_key_proves_as_well_as_a_secret_and_an_assertion_counts_once(
    changing: TestClient, instance: Instance, make: Callable[..., Made]
) -> None:
    signer = Signer()
    made = make(jwks=signer.keys())
    assert made["secret"] is None
    assert [key["kid"] for key in made["jwks"]["keys"]] == ["ES256", "RS256"]
    signer.client = made["id"]
    assert assert_by(changing, signer.assertion("RS256")).status_code == 200
    assertion = signer.assertion()
    answers = at_once(lambda: assert_by(TestClient(changing.app), assertion).status_code, 4)
    assert sorted(answers) == [200, 401, 401, 401]
    with instance.database.transaction() as session:
        session.execute(text("UPDATE used_assertion SET until = 1"))
    assert assert_by(changing, signer.assertion()).status_code == 200
    with instance.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM used_assertion")) == 1, "what has expired is forgotten"


NOW = int(time.time())
HOSTILE: dict[str, Callable[[Signer], str]] = {
    "no token": lambda s: "x",
    "nothing in it": lambda s: "..",
    "alg none": lambda s: ".".join([*(_part(p) for p in ({"alg": "none", "kid": "ES256"}, s.claims())), ""]),
    "HS256 with the public key": lambda s: jwt.encode(
        s.claims(), json.dumps(s.public("RS256")), algorithm="HS256", headers={"kid": "RS256"}
    ),
    "RS256 under the name of the other key": lambda s: s.assertion("RS256", {"kid": "ES256"}),
    "unknown key": lambda s: s.assertion(header={"kid": "x"}),
    "key as a list": lambda s: s.assertion(header={"kid": ["ES256"]}),
    "key given along": lambda s: s.assertion(header={"jwk": s.public("ES256")}),
    "crit": lambda s: s.assertion(header={"crit": ["exp"]}),
    "an access token": lambda s: s.assertion(header={"typ": "at+jwt"}),
    "another's key": lambda s: jwt.encode(s.claims(), tokens.new_private(), algorithm="ES256", headers={"kid": "ES256"}),
    "from another": lambda s: s.assertion(iss="0" * 32),
    "of another": lambda s: s.assertion(sub="0" * 32),
    "of a list": lambda s: s.assertion(sub=None),
    "to another": lambda s: s.assertion(aud="https://example.org/token"),
    "to many": lambda s: s.assertion(aud=["http://localhost:8000" + TOKEN, "x"]),
    "to nobody": lambda s: s.assertion(aud=None),
    "without a name": lambda s: s.assertion(jti=None),
    "with a name too long": lambda s: s.assertion(jti="x" * 300),
    "expired": lambda s: s.assertion(exp=NOW - 5),
    "for too long": lambda s: s.assertion(exp=NOW + 1000),
    "for ever": lambda s: s.assertion(exp=None),
    "huge": lambda s: s.assertion(more="x" * 9000),
}


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def test_hostile_assertions_are_refused(changing: TestClient, make: Callable[..., Made], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(granting, "FREE_PER_CLIENT", 100)
    signer = Signer()
    signer.client = make(jwks=signer.keys())["id"]
    assert assert_by(changing, signer.assertion()).status_code == 200, "the signer can sign"
    for name, forge in HOSTILE.items():
        answer = assert_by(changing, forge(signer))
        assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client"), name


def test_only_whole_public_keys_are_kept(changing: TestClient, headers: dict[str, str]) -> None:
    signer = Signer()
    good, strong = signer.public("ES256"), signer.public("RS256")
    weak = rsa.generate_private_key(public_exponent=65_537, key_size=1024).public_key().public_numbers().n
    number = base64.urlsafe_b64encode(weak.to_bytes(128, "big")).decode().rstrip("=")
    wrong = {
        "the private half": [jwk.construct(signer.private["ES256"], "ES256").to_dict() | {"kid": "a", "alg": "ES256"}],
        "not on the curve": [{**good, "y": good["x"]}],
        "half of it": [{name: value for name, value in good.items() if name != "y"}],
        "of another algorithm": [{**good, "alg": "RS256"}],
        "weak": [{**strong, "n": number}],
        "exponent one": [{**strong, "e": "AQ"}],
        "two of a name": [good, {**strong, "kid": "ES256"}],
        "none": [],
        "a shared secret": [{"kty": "oct", "k": "AA", "kid": "a", "alg": "HS256"}],
    }
    for name, keys in wrong.items():
        texts = json.loads(json.dumps(keys, default=bytes.decode))
        answer = changing.post(CLIENTS, json={"name": "X", "scopes": SCOPES, "jwks": {"keys": texts}}, headers=headers)
        assert answer.status_code == 422, name


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
