"""Access tokens (RFC 9068) signed with ES256. The only module that knows python-jose, which trusts too much by itself."""

import base64
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat, load_pem_private_key
from jose import jwk, jwt
from pydantic import BaseModel, ConfigDict, StringConstraints

from citypeers.core.problems import Unauthorised

ALGORITHM = "ES256"
TYPE = "at+jwt"
AUDIENCE = "citypeers"
LONGEST = 8 * 1024
_HEADER = {"alg", "typ", "kid"}
_DEMANDS = {f"require_{name}": True for name in ("aud", "iat", "exp", "nbf", "iss", "sub", "jti")}
_Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]


class Claims(BaseModel):
    """What an access token says: whose it is, which session it belongs to, and until when it holds."""

    model_config = ConfigDict(strict=True, extra="forbid")

    iss: str
    aud: str
    sub: _Id
    sid: _Id
    jti: _Id
    iat: int
    nbf: int
    exp: int


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
    """A token that holds for so many seconds."""
    now = int(time.time())
    claims = Claims(iss=issuer, aud=AUDIENCE, sub=account, sid=session, jti=token, iat=now, nbf=now, exp=now + seconds)
    return str(jwt.encode(claims.model_dump(), key.private, algorithm=ALGORITHM, headers={"kid": key.id, "typ": TYPE}))


def key_id(token: str) -> str:
    """The name of the key that a token claims; 401 if its header is not exactly ours."""
    try:
        if len(token) > LONGEST or token.count(".") != 2:
            raise ValueError
        encoded = token.partition(".")[0]
        header = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
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
        return Claims.model_validate(claims)
    except Exception:  # python-jose raises more than its own errors at hostile tokens
        raise Unauthorised from None
