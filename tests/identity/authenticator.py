"""A device of the tests that makes passkeys and signs with them, as a phone does (WebAuthn 3, 6)."""

import base64
import hashlib
import json
import os
import struct
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


def written(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class Authenticator:
    """One passkey; what is passed by name makes it answer wrongly."""

    def __init__(self, origin: str, party: str) -> None:
        self.origin, self.party = origin, party
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.id = os.urandom(32)
        self.count = 0

    def _data(self, flags: int, party: str | None, key: bytes = b"") -> bytes:
        return hashlib.sha256((party or self.party).encode()).digest() + struct.pack(">BI", flags, self.count) + key

    def _client_data(self, kind: str, challenge: str, origin: str | None) -> bytes:
        return json.dumps({"type": f"webauthn.{kind}", "challenge": challenge, "origin": origin or self.origin}).encode()

    def _credential(self, response: dict[str, bytes]) -> dict[str, Any]:
        given = {name: written(value) for name, value in response.items()}
        return {"id": written(self.id), "rawId": written(self.id), "type": "public-key", "response": given}

    def make(
        self, options: dict[str, Any], origin: str | None = None, party: str | None = None, flags: int = PRESENT | VERIFIED
    ) -> dict[str, Any]:
        """What ``navigator.credentials.create`` gives."""
        numbers = self.private.public_key().public_numbers()
        key = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")})
        attested = bytes(16) + struct.pack(">H", len(self.id)) + self.id + key
        attestation = {"fmt": "none", "attStmt": {}, "authData": self._data(flags | HAS_KEY, party, attested)}
        client_data = self._client_data("create", options["challenge"], origin)
        return self._credential({"clientDataJSON": client_data, "attestationObject": cbor2.dumps(attestation)})

    def show(
        self,
        options: dict[str, Any],
        origin: str | None = None,
        party: str | None = None,
        flags: int = PRESENT | VERIFIED,
        kind: str = "get",
        step: int = 1,
    ) -> dict[str, Any]:
        """What ``navigator.credentials.get`` gives."""
        self.count += step
        data = self._data(flags, party)
        client_data = self._client_data(kind, options["challenge"], origin)
        signature = self.private.sign(data + hashlib.sha256(client_data).digest(), ec.ECDSA(hashes.SHA256()))
        return self._credential({"clientDataJSON": client_data, "authenticatorData": data, "signature": signature})
