"""Access tokens (RFC 9068) signed with ES256, the assertions of partner systems (RFC 7523), and what a provider says of people.

The only module that knows python-jose, which trusts too much by itself.
"""

import base64
import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat, load_pem_private_key
from jose import jwk, jwt
from pydantic import AfterValidator, ConfigDict, StringConstraints, TypeAdapter

from citypeers.core.forms import Form
from citypeers.core.problems import Unauthorised
from citypeers.core.text import safe

ALGORITHM = "ES256"
TYPE = "at+jwt"
AUDIENCE = "citypeers"
LONGEST = 8 * 1024
_HEADER = {"alg", "typ", "kid"}
_DEMANDS = {f"require_{name}": True for name in ("aud", "iat", "exp", "nbf", "iss", "sub", "jti")}
_Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
_ASSERTION_DEMANDS = {f"require_{name}": True for name in ("aud", "exp", "iss", "sub", "jti")}
_ASSERTION_TYPES = (None, "JWT", "client-authentication+jwt")
ASSERTION_ALGORITHMS = ("ES256", "RS256")
ASSERTION_SECONDS = 300
"""The longest that an assertion may hold from now."""
_IDENTITY_DEMANDS = {f"require_{name}": True for name in ("aud", "iat", "exp", "iss", "sub")}
_IDENTITY_HEADER = _HEADER | {"x5t"}
SKEW_SECONDS = 60
"""How far the clock of a provider may be ahead of ours."""
SHORTEST_RSA, LONGEST_RSA = 2048, 4096


class _Named(Form):
    """What every access token says: who gave it, to whom and for whom, and until when it holds."""

    model_config = ConfigDict(strict=True, extra="forbid")

    iss: str
    aud: str
    sub: _Id
    jti: _Id
    iat: int
    nbf: int
    exp: int


class SessionClaims(_Named):
    """What the token of a person says: the session it belongs to."""

    sid: _Id


class ClientClaims(_Named):
    """What the token of a partner system says: what it is for, as words with spaces between, and what it was got by."""

    client_id: _Id
    proof: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{32}|key:[0-9a-f]{64})$")]
    """The id of the secret that the partner system proved itself by, or the digest of its public key."""
    scope: Annotated[str, StringConstraints(max_length=1000)]


Claims = SessionClaims | ClientClaims
_CLAIMS: TypeAdapter[Claims] = TypeAdapter(Claims)


class Assertion(Form):
    """What a partner system says of itself when it asks for a token."""

    model_config = ConfigDict(strict=True)

    iss: _Id
    sub: _Id
    aud: str
    jti: Annotated[str, StringConstraints(min_length=1, max_length=255)]
    exp: int


class Identity(Form):
    """What an OpenID Connect provider says of somebody who signed in there."""

    model_config = ConfigDict(strict=True)

    iss: str
    sub: Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=r"^[!-~]+$")]
    aud: str | list[str]
    azp: str | None = None
    nonce: str
    exp: int
    iat: int
    email: Annotated[str, StringConstraints(max_length=254), AfterValidator(safe)] | None = None
    email_verified: bool = False


@dataclass(frozen=True)
class Key:
    """A signing key; ``private`` is its PEM."""

    id: str
    private: str

    @property
    def public(self) -> str:
        """The PEM of its public half."""
        key = load_pem_private_key(self.private.encode(), None)
        return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()

    def published(self) -> dict[str, Any]:
        """Its public half as a JSON Web Key (RFC 7517)."""
        written = {name: str(value) for name, value in jwk.construct(self.public, ALGORITHM).to_dict().items()}
        return {**written, "kid": self.id, "use": "sig", "alg": ALGORITHM}


def new_private() -> str:
    """The PEM of a new key."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def signed(key: Key, issuer: str, account: str, session: str, token: str, seconds: int) -> str:
    """The token of a person, which holds for so many seconds."""
    now = int(time.time())
    claims = SessionClaims(iss=issuer, aud=AUDIENCE, sub=account, sid=session, jti=token, iat=now, nbf=now, exp=now + seconds)
    return _written(key, claims)


def signed_for_client(key: Key, issuer: str, client: str, proof: str, scope: str, token: str, seconds: int) -> str:
    """The token of a partner system, which holds for so many seconds."""
    now = int(time.time())
    about = {"iss": issuer, "aud": AUDIENCE, "sub": client, "jti": token, "iat": now, "nbf": now, "exp": now + seconds}
    return _written(key, ClientClaims.model_validate({**about, "client_id": client, "proof": proof, "scope": scope}))


def _written(key: Key, claims: Claims) -> str:
    return str(jwt.encode(claims.model_dump(), key.private, algorithm=ALGORITHM, headers={"kid": key.id, "typ": TYPE}))


def _header(token: str) -> dict[str, Any]:
    if len(token) > LONGEST or token.count(".") != 2:
        raise ValueError
    encoded = token.partition(".")[0]
    header = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    if not isinstance(header, dict):
        raise ValueError
    return header


def key_id(token: str) -> str:
    """The name of the key that a token claims; 401 if its header is not exactly ours."""
    try:
        header = _header(token)
        if header.keys() != _HEADER or header["alg"] != ALGORITHM or header["typ"] != TYPE or not isinstance(header["kid"], str):
            raise ValueError
        return str(header["kid"])
    except Exception:
        raise Unauthorised from None


def read(token: str, keys: Mapping[str, str], issuer: str) -> Claims:
    """What a token says, once its signature, its times and its names are ours; ``keys`` are public PEMs by name."""
    public = keys.get(key_id(token))
    if public is None:
        raise Unauthorised
    try:
        claims = jwt.decode(
            token, public, algorithms=[ALGORITHM], audience=AUDIENCE, issuer=issuer, options={**_DEMANDS, "leeway": 0}
        )
        return _CLAIMS.validate_python(claims)
    except Exception:  # python-jose raises more than its own errors at hostile tokens
        raise Unauthorised from None


def is_usable(key: Mapping[str, Any]) -> bool:
    """Whether a public JSON Web Key is whole, of the kind its algorithm asks for, and neither weak nor monstrous."""
    try:
        public = jwk.construct(dict(key), key["alg"]).prepared_key
    except Exception:  # whatever python-jose makes of it
        return False
    if key["alg"] == "ES256":
        return isinstance(public, ec.EllipticCurvePublicKey) and isinstance(public.curve, ec.SECP256R1)
    if not isinstance(public, rsa.RSAPublicKey):
        return False
    exponent = public.public_numbers().e
    return SHORTEST_RSA <= public.key_size <= LONGEST_RSA and 65_537 <= exponent < 2**32


def asserted_by(token: str) -> str:
    """Who an assertion says it comes from, before any of it is believed; 401 if it says nothing readable."""
    try:
        _header(token)
        return str(TypeAdapter(_Id).validate_python(jwt.get_unverified_claims(token)["sub"], strict=True))
    except Exception:
        raise Unauthorised from None


def proof_by_key(key: Mapping[str, Any]) -> str:
    """What a token says of the public key that it was got by; another key under the same name is another."""
    written = json.dumps({name: value for name, value in key.items() if value is not None}, sort_keys=True)
    return f"key:{hashlib.sha256(written.encode()).hexdigest()}"


def read_assertion(token: str, keys: Sequence[Mapping[str, Any]], client: str, endpoint: str) -> tuple[Assertion, str]:
    """What an assertion says and what proves it, once the one key it names signed it, of ``client`` and for ``endpoint``."""
    try:
        header = _header(token)
        if not {"alg", "kid"} <= header.keys() <= _HEADER or header.get("typ") not in _ASSERTION_TYPES:
            raise ValueError
        (key,) = (each for each in keys if each["kid"] == header["kid"])
        if header["alg"] != key["alg"] or key["alg"] not in ASSERTION_ALGORITHMS or not is_usable(key):
            raise ValueError
        claims = jwt.decode(
            token,
            dict(key),
            algorithms=[key["alg"]],
            audience=endpoint,
            issuer=client,
            subject=client,
            options={**_ASSERTION_DEMANDS, "leeway": 0},
        )
        said = Assertion.model_validate(claims)
        if said.exp > time.time() + ASSERTION_SECONDS:
            raise ValueError
        return said, proof_by_key(key)
    except Exception:  # python-jose raises more than its own errors at hostile tokens
        raise Unauthorised from None


def key_id_of_identity(token: str) -> str:
    """The name of the key that a provider's token claims; 401 if its header asks for more than a key and an algorithm."""
    try:
        header = _header(token)
        if not {"alg", "kid"} <= header.keys() <= _IDENTITY_HEADER or not isinstance(header["kid"], str):
            raise ValueError
        return str(header["kid"])
    except Exception:
        raise Unauthorised from None


def read_identity(
    token: str, access_token: str, keys: Sequence[Mapping[str, Any]], issuer: str, client: str, nonce: str
) -> Identity:
    """What a provider says, once its key has signed it for us, now, and for this very sign-in.

    The kind of key pins the algorithm, so that a public key never serves as a shared secret.
    """
    try:
        name = key_id_of_identity(token)
        (key,) = (each for each in keys if each.get("kid") == name and each.get("use", "sig") == "sig")
        algorithm = {"RSA": "RS256", "EC": "ES256"}[key["kty"]]
        pinned = {**key, "alg": algorithm}
        if _header(token)["alg"] != algorithm or key.get("alg", algorithm) != algorithm or not is_usable(pinned):
            raise ValueError
        claims = jwt.decode(
            token,
            pinned,
            algorithms=[algorithm],
            audience=client,
            issuer=issuer,
            access_token=access_token,
            options={**_IDENTITY_DEMANDS, "leeway": 0},
        )
        said = Identity.model_validate(claims)
        if said.nonce != nonce or said.iat > time.time() + SKEW_SECONDS or not _is_for(said, client):
            raise ValueError
        return said
    except Exception:  # python-jose raises more than its own errors at hostile tokens
        raise Unauthorised from None


def _is_for(said: Identity, client: str) -> bool:
    """Whether a provider's token is for us alone, or says that it was given to us."""
    return said.azp in (None, client) and (said.aud in (client, [client]) or said.azp == client)
