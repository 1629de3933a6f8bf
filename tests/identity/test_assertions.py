"""Partner systems that prove themselves by a key of their own: assertions that count once, and hostile ones."""

import base64
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from jose import jwk, jwt
from sqlalchemy import text
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.identity import granting, tokens
from tests.identity.people import CLIENTS, GRANT, SCOPES, TOKEN, Made
from tests.identity.test_sessions import at_once


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


def test_a_key_that_is_taken_away_or_replaced_takes_the_tokens_got_by_it_along(
    changing: TestClient, headers: dict[str, str], make: Callable[..., Made]
) -> None:
    signer = Signer()
    made = make(jwks=signer.keys())
    signer.client = made["id"]
    place = f"{CLIENTS}/{made['id']}"

    def keep(*keys: dict[str, Any]) -> None:
        tagged = {**headers, "If-Match": changing.get(place, headers=headers).headers["etag"]}
        jwks = {"keys": list(keys)} if keys else None
        assert changing.patch(place, json={"jwks": jwks}, headers=tagged).status_code == 200

    def stand(*given: str) -> list[int]:
        asked = [{"Authorization": f"Bearer {token}"} for token in given]
        return [changing.get("/api/v1/mails", headers=bearer).status_code for bearer in asked]

    es, rs = (assert_by(changing, signer.assertion(name)).json()["access_token"] for name in ("ES256", "RS256"))
    assert stand(es, rs) == [403, 403]
    keep(signer.public("ES256"))
    assert stand(es, rs) == [403, 401]
    keep(*signer.keys()["keys"])
    assert stand(es, rs) == [403, 403]
    keep(Signer().public("ES256"), signer.public("RS256"))
    assert stand(es, rs) == [401, 403], "another key under the same name"
    keep()
    assert stand(es, rs) == [401, 401]


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
    "expired": lambda s: s.assertion(exp=int(time.time()) - 5),
    "for too long": lambda s: s.assertion(exp=int(time.time()) + 1000),
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
