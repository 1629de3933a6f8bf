"""Opaque cursors: where a list goes on, signed so that nobody builds one by hand."""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from functools import cached_property

from citypeers.core.problems import Invalid

Values = list[str | int | None]
SIGNATURE_BYTES = 9
_JSON = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True)
class Cursors:
    """Signs and reads the cursors of one instance."""

    secret: str

    def write(self, order: str, values: Values) -> str:
        """A cursor behind the row with these sort values, for this order only."""
        body = _JSON.encode([order, values]).encode()
        return base64.urlsafe_b64encode(self._signature(body) + body).decode().rstrip("=")

    def read(self, order: str, cursor: str) -> Values:
        """The sort values a cursor stands behind; refused if it is not ours or of another order."""
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            signature, body = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
            if hmac.compare_digest(signature, self._signature(body)):
                written_order, values = json.loads(body)
                if written_order == order and isinstance(values, list):
                    return values
        except ValueError:
            pass
        raise Invalid([("query:cursor", "cursor")])

    def _signature(self, body: bytes) -> bytes:
        return hashlib.blake2b(body, key=self._key, digest_size=SIGNATURE_BYTES).digest()

    @cached_property
    def _key(self) -> bytes:
        """The secret, which may have any length, as long as a key of BLAKE2b (RFC 7693) may be."""
        return hashlib.blake2b(self.secret.encode()).digest()
