"""Hostile ID tokens, by somebody who knows the provider's keys: every one is refused."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from jose import jwk, jwt

from citypeers.core.problems import Unauthorised
from citypeers.identity import tokens

CLIENT = "citypeers"


class Forger:
    """Knows the provider's keys, as the worst case."""

    def __init__(self) -> None:
        private = rsa.generate_private_key(public_exponent=65_537, key_size=2048)
        self.pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        public = jwk.construct(self.pem, "RS256").public_key()
        self.public_pem = public.to_pem().decode()
        self.key = {name: value if isinstance(value, str) else value.decode() for name, value in public.to_dict().items()}
        self.key |= {"kid": "a", "use": "sig"}
        now = int(time.time())
        self.good = {"iss": "https://id.example", "sub": "7", "aud": CLIENT, "nonce": "n", "iat": now, "exp": now + 60}

    def token(self, header: dict[str, Any] | None = None, **change: Any) -> str:
        claims = {name: value for name, value in {**self.good, **change}.items() if value is not None}
        return str(jwt.encode(claims, self.pem, algorithm="RS256", headers={"kid": "a", **(header or {})}))

    def read(self, token: str, *keys: dict[str, Any]) -> str:
        return tokens.read_identity(token, "x", keys or (self.key,), "https://id.example", CLIENT, "n").sub


def _unsigned(forger: Forger) -> str:
    return jwt.encode(forger.good, "x", algorithm="HS256", headers={"kid": "a"}).rpartition(".")[0].replace("HS256", "none") + "."


NOW = int(time.time())
HOSTILE: dict[str, Callable[[Forger], str]] = {
    "no token": lambda f: "x",
    "alg none": _unsigned,
    "HS256 with the public key": lambda f: jwt.encode(f.good, json.dumps(f.key), algorithm="HS256", headers={"kid": "a"}),
    "RS512": lambda f: jwt.encode(f.good, f.pem, algorithm="RS512", headers={"kid": "a"}),
    "ES256": lambda f: jwt.encode(f.good, tokens.new_private(), algorithm="ES256", headers={"kid": "a"}),
    "no key named": lambda f: jwt.encode(f.good, f.pem, algorithm="RS256"),
    "another key": lambda f: f.token({"kid": "b"}),
    "key given along": lambda f: f.token({"jwk": f.key}),
    "key to be fetched": lambda f: f.token({"jku": "http://127.0.0.1/"}),
    "crit": lambda f: f.token({"crit": ["exp"]}),
    "another's signature": lambda f: Forger().token(),
    "another issuer": lambda f: f.token(iss="https://evil.example"),
    "no issuer": lambda f: f.token(iss=None),
    "for another": lambda f: f.token(aud="another"),
    "for many": lambda f: f.token(aud=[CLIENT, "another"]),
    "given to another": lambda f: f.token(azp="another"),
    "for nobody": lambda f: f.token(aud=None),
    "another nonce": lambda f: f.token(nonce="m"),
    "no nonce": lambda f: f.token(nonce=None),
    "of nobody": lambda f: f.token(sub=None),
    "of a number": lambda f: f.token(sub=7),
    "verified as a word": lambda f: f.token(email_verified="true"),
    "expired": lambda f: f.token(exp=NOW - 5),
    "for ever": lambda f: f.token(exp=None),
    "from tomorrow": lambda f: f.token(iat=NOW + 86_400),
    "bound to another access token": lambda f: f.token(at_hash="AAAA"),
    "huge": lambda f: f.token(more="x" * 9_000),
}


def test_hostile_tokens_of_a_provider_are_refused() -> None:
    forger = Forger()
    assert forger.read(forger.token()) == "7", "the forger can sign"
    assert forger.read(forger.token(aud=[CLIENT, "another"], azp=CLIENT)) == "7"
    for name, forge in HOSTILE.items():
        with pytest.raises(Unauthorised):
            pytest.fail(f"{name}: {forger.read(forge(forger))}")
    for keys in (
        [{**forger.key, "alg": "RS512"}],
        [{**forger.key, "use": "enc"}],
        [forger.key, forger.key],
        [{"kty": "oct", "k": "AAAA", "kid": "a"}],
    ):
        with pytest.raises(Unauthorised):
            forger.read(forger.token(), *keys)
    by_text = jwt.encode(forger.good, "AAAA", algorithm="HS256", headers={"kid": "a"})
    with pytest.raises(Unauthorised):
        forger.read(by_text, {"kty": "oct", "k": "QUFBQQ", "kid": "a", "alg": "HS256"})
