"""Hostile access tokens: every one is refused with 401, none is an error of ours."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from jose import jwk, jwt
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.identity import keys, tokens
from citypeers.identity.current import Gate
from tests.identity.people import Made, Person, sign_in

Claims = dict[str, Any]


def _part(value: object) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class Forger:
    """Knows a good token and, as the worst case, the key that signed it."""

    def __init__(self, good: str, key: tokens.Key) -> None:
        self.good, self.key = good, key
        self.claims: Claims = jwt.get_unverified_claims(good)
        self.header: Claims = jwt.get_unverified_header(good)
        self.parts = good.split(".")

    def signed(self, change: Claims | None = None, header: Claims | None = None, without: str = "") -> str:
        """Signed well, with other claims or another header."""
        claims = {**self.claims, **(change or {})}
        claims.pop(without, None)
        signing = _part({**self.header, **(header or {})}) + "." + _part(claims)
        return f"{signing}.{_part(jwk.construct(self.key.private, 'ES256').sign(signing.encode()))}"

    def hashed(self, secret: bytes) -> str:
        """Signed with a secret that is no secret, such as the public key."""
        signing = _part({**self.header, "alg": "HS256"}) + "." + _part(self.claims)
        return f"{signing}.{_part(hmac.digest(secret, signing.encode(), hashlib.sha256))}"

    def headed(self, header: bytes) -> str:
        """The good token behind another header."""
        return ".".join([_part(header), *self.parts[1:]])


NOW = int(time.time())
CLIENT = {"client_id": "0" * 32, "scope": "networks:read", "proof": "0" * 32}
HOSTILE: dict[str, Callable[[Forger], str]] = {
    "one word": lambda f: "token",
    "two parts": lambda f: ".".join(f.parts[:2]),
    "four parts": lambda f: f.good + ".x",
    "five parts, as encrypted ones": lambda f: "a.b.c.d.e",
    "no signature": lambda f: ".".join(f.parts[:2]) + ".",
    "alg none": lambda f: f"{_part({**f.header, 'alg': 'none'})}.{_part(f.claims)}.",
    "alg none in capitals": lambda f: f"{_part({**f.header, 'alg': 'NONE'})}.{_part(f.claims)}.",
    "HS256 with the public PEM": lambda f: f.hashed(f.key.public.encode()),
    "HS256 with the public DER": lambda f: f.hashed(base64.b64decode("".join(f.key.public.split("\n")[1:-2]))),
    "HS256 with nothing": lambda f: f.hashed(b""),
    "claims changed": lambda f: ".".join([f.parts[0], _part({**f.claims, "sub": "other"}), f.parts[2]]),
    "signature cut": lambda f: f.good[:-4],
    "signature of zeros": lambda f: ".".join([*f.parts[:2], _part(bytes(64))]),
    "unknown key": lambda f: f.signed(header={"kid": "0" * 32}),
    "no key named": lambda f: f.signed(header={"kid": None}),
    "key as a path": lambda f: f.signed(header={"kid": "../../etc/passwd"}),
    "key as a list": lambda f: f.signed(header={"kid": ["a"]}),
    "key given along (jwk)": lambda f: f.signed(header={"jwk": {"kty": "EC"}}),
    "key to be fetched (jku)": lambda f: f.signed(header={"jku": "http://127.0.0.1/keys"}),
    "certificate to be fetched (x5u)": lambda f: f.signed(header={"x5u": "http://127.0.0.1/c"}),
    "crit": lambda f: f.signed(header={"crit": ["exp"]}),
    "typ JWT": lambda f: f.signed(header={"typ": "JWT"}),
    "header is a list": lambda f: f.headed(b"[1]"),
    "header is not JSON": lambda f: f.headed(b"{{"),
    "header is deep": lambda f: f.headed(b"[" * 3_000),
    "header with a lone surrogate": lambda f: f.headed(b'{"alg": "ES256", "typ": "at+jwt", "kid": "\\ud800"}'),
    "claims are a list": lambda f: ".".join([f.parts[0], _part([1]), f.parts[2]]),
    "expired": lambda f: f.signed({"exp": NOW - 10, "iat": NOW - 700, "nbf": NOW - 700}),
    "not yet": lambda f: f.signed({"nbf": NOW + 3600}),
    "never ends": lambda f: f.signed(without="exp"),
    "ends as a text": lambda f: f.signed({"exp": "9999999999"}),
    "ends far beyond": lambda f: f.signed({"exp": 1e400}),
    "for nobody": lambda f: f.signed(without="aud"),
    "for another": lambda f: f.signed({"aud": "another"}),
    "for many": lambda f: f.signed({"aud": ["citypeers", "another"]}),
    "from another issuer": lambda f: f.signed({"iss": "https://example.org"}),
    "of nobody": lambda f: f.signed(without="sub"),
    "of a list": lambda f: f.signed({"sub": ["a"]}),
    "of another account": lambda f: f.signed({"sub": "0" * 32}),
    "of another session": lambda f: f.signed({"sid": "0" * 32}),
    "session as SQL": lambda f: f.signed({"sid": "' OR 1=1 --"}),
    "with a claim that is none of ours": lambda f: f.signed({"role": "administrator"}),
    "a person's and a partner system's at once": lambda f: f.signed(CLIENT),
    "of neither": lambda f: f.signed(without="sid"),
    "of a partner system unknown": lambda f: f.signed({**CLIENT, "client_id": f.claims["sub"]}, without="sid"),
    "of a partner system without a proof": lambda f: f.signed({**CLIENT, "proof": None}, without="sid"),
    "of a partner system, its proof as SQL": lambda f: f.signed({**CLIENT, "proof": "' OR 1=1 --"}, without="sid"),
    "of a partner system by a key of no name": lambda f: f.signed({**CLIENT, "proof": "key:"}, without="sid"),
    "huge": lambda f: f.signed({"sub": "x" * 20_000}),
}


@pytest.fixture
def forger(changing: TestClient, instance: Instance) -> Forger:
    person = sign_in(changing, instance)
    gate: Gate = changing.app.state.gate  # type: ignore[attr-defined]  # of Starlette's state
    return Forger(person.token, gate.ring.signing())


def test_hostile_tokens_are_refused(changing: TestClient, forger: Forger) -> None:
    assert changing.get("/api/v1/me", headers=Person("", forger.good).headers).status_code == 200
    assert changing.get("/api/v1/me", headers=Person("", forger.signed()).headers).status_code == 200, "the forger can sign"
    for name, forge in HOSTILE.items():
        answer = changing.get("/api/v1/me", headers=Person("", forge(forger)).headers)
        assert answer.status_code == 401, name
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_partner_system_stands_by_no_proof_but_its_own(
    changing: TestClient, instance: Instance, make: Callable[..., Made], forger: Forger
) -> None:
    mine, other = make(), make()
    scope = {"client_id": mine["id"], "sub": mine["id"], "scope": "networks:read"}
    asked = {
        mine["secrets"][0]["id"]: 403,
        other["secrets"][0]["id"]: 401,
        f"key:{'0' * 64}": 401,
        "0" * 32: 401,
        mine["secrets"][0]["id"] + " ": 401,
    }
    for proof, status in asked.items():
        bearer = {"Authorization": f"Bearer {forger.signed({**scope, 'proof': proof}, without='sid')}"}
        assert changing.get("/api/v1/mails", headers=bearer).status_code == status, proof


@pytest.mark.parametrize("header", ["Basic YTpi", "Bearer", "Token x", ",", "Bearer a b c", "Bearer \xfc"])
def test_other_credentials_are_refused(client: TestClient, header: str) -> None:
    assert client.get("/api/v1/me", headers={"Authorization": header.encode("latin-1")}).status_code == 401


def test_a_signature_is_checked_once_and_a_standing_every_time(
    changing: TestClient, instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = sign_in(changing, instance)
    checked: list[str] = []
    decode = jwt.decode
    monkeypatch.setattr(tokens.jwt, "decode", lambda token, *rest, **more: checked.append(token) or decode(token, *rest, **more))
    for _ in range(5):
        assert changing.get("/api/v1/me", headers=person.headers).status_code == 200
    assert len(checked) == 1
    (open_,) = changing.get("/api/v1/auth/sessions", headers=person.headers).json()["items"]
    assert changing.delete(f"/api/v1/auth/sessions/{open_['id']}", headers=person.headers).status_code == 204
    assert changing.get("/api/v1/me", headers=person.headers).status_code == 401
    assert len(checked) == 1


def test_keys_rotate_with_overlap(changing: TestClient, instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sign_in(changing, instance)
    with instance.database.transaction() as session:
        new = keys.rotate(session, instance.settings)
    published = changing.get("/.well-known/jwks.json").json()["keys"]
    assert {key["kid"] for key in published} >= {new.id, jwt.get_unverified_header(before.token)["kid"]}
    assert all("d" not in key and key["alg"] == "ES256" for key in published)
    token = tokens.signed(new, instance.settings.public_url, "a" * 32, "b" * 32, "c" * 32, 60)
    looked: list[int] = []
    load = keys.KeyRing._load
    monkeypatch.setattr(keys.KeyRing, "_load", lambda ring: looked.append(1) or load(ring))
    ring = changing.app.state.gate.ring  # type: ignore[attr-defined]  # of Starlette's state
    assert new.id not in ring.public(new.id), "a process looks at most once a minute"
    assert looked == []
    monkeypatch.setattr(keys, "LOOK_AGAIN_SECONDS", 0.0)
    assert tokens.read(token, ring.public(new.id), instance.settings.public_url).sub == "a" * 32
    assert changing.get("/api/v1/me", headers=before.headers).status_code == 200
    assert ring.signing().id == new.id
