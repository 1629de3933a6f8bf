"""The OpenID Connect provider of an instance: what it publishes, and the exchange of its codes."""

import threading
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote_plus, urlencode, urlsplit

from pydantic import BaseModel, ValidationError

from citypeers.core.forms import Form
from citypeers.core.problems import Unauthorised, Unavailable
from citypeers.core.settings import Settings

if TYPE_CHECKING:
    import httpx

TIMEOUT_SECONDS = 5.0
WHOLE_SECONDS = 10.0
"""How long an answer may take as a whole, however slowly it comes."""
LONGEST_ANSWER = 256 * 1024
PLAIN = {"Accept": "application/json", "Accept-Encoding": "identity"}
LOOK_AGAIN_SECONDS = 60.0
"""How often at most a process looks for a key that it does not know."""
METADATA_SECONDS = 3600.0
SCOPE = "openid email"


class ProviderSilent(Unavailable):
    name = "provider-silent"


class ProviderRefused(Unauthorised):
    name = "provider-refused"


class Metadata(Form):
    """What a provider publishes of itself."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


class Keys(Form):
    """The keys that a provider publishes."""

    keys: list[dict[str, Any]]


class Exchanged(Form):
    """What a provider gives for a code."""

    id_token: str
    access_token: str


Body = TypeVar("Body", bound=BaseModel)


class Provider:
    """The provider as one process knows it."""

    def __init__(self, issuer: str, client: str, secret: str) -> None:
        self.issuer, self.client, self._secret = issuer, client, secret
        self._lock = threading.Lock()
        self._metadata: Metadata | None = None
        self._keys: Sequence[Mapping[str, Any]] = ()
        self._read_at = self._looked_at = float("-inf")

    def address(self, redirect: str, state: str, nonce: str, challenge: str) -> str:
        """Where somebody goes to sign in."""
        asked = {
            "client_id": self.client,
            "redirect_uri": redirect,
            "response_type": "code",
            "scope": SCOPE,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        place = self._published().authorization_endpoint
        return f"{place}{'&' if '?' in place else '?'}{urlencode(asked)}"

    def exchange(self, code: str, redirect: str, verifier: str) -> Exchanged:
        """What the provider says for a code; it refuses one that it has not given for this ``verifier``."""
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect, "code_verifier": verifier}
        who = quote_plus(self.client), quote_plus(self._secret)
        return self._asked("POST", self._published().token_endpoint, Exchanged, data=form, auth=who)

    def keys(self, name: str) -> Sequence[Mapping[str, Any]]:
        """The provider's keys; an unknown name makes the process look again, at most once a minute."""
        place = self._published().jwks_uri
        with self._lock:
            is_known = any(key.get("kid") == name for key in self._keys)
            if not is_known and time.monotonic() - self._looked_at > LOOK_AGAIN_SECONDS:
                self._keys = self._asked("GET", place, Keys).keys
                self._looked_at = time.monotonic()
            return self._keys

    def _published(self) -> Metadata:
        with self._lock:
            if self._metadata is None or time.monotonic() - self._read_at > METADATA_SECONDS:
                place = f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"
                found = self._asked("GET", place, Metadata)
                places = (found.authorization_endpoint, found.token_endpoint, found.jwks_uri)
                if found.issuer != self.issuer or not all(_is_as_safe(place, self.issuer) for place in places):
                    raise ProviderSilent
                self._metadata, self._read_at = found, time.monotonic()
            return self._metadata

    def _asked(self, method: str, place: str, body: type[Body], **more: Any) -> Body:
        import httpx  # here, so that a process that asks no other service does not carry it

        try:
            with httpx.stream(method, place, headers=PLAIN, timeout=TIMEOUT_SECONDS, follow_redirects=False, **more) as answer:
                if 400 <= answer.status_code < 500:
                    raise ProviderRefused
                answer.raise_for_status()
                return body.model_validate_json(_whole(answer))
        except (httpx.HTTPError, httpx.InvalidURL, ValidationError):
            raise ProviderSilent from None


def _is_as_safe(place: str, issuer: str) -> bool:
    """Whether an address that a provider names is of the web, and encrypted where the provider itself is."""
    try:
        parts = urlsplit(place)
    except ValueError:
        return False
    return bool(parts.hostname) and parts.scheme in ({"https"} if issuer.startswith("https:") else {"https", "http"})


def _whole(answer: "httpx.Response") -> bytes:
    """The body of an answer that is neither endless nor endlessly slow."""
    until, read = time.monotonic() + WHOLE_SECONDS, bytearray()
    for part in answer.iter_raw():  # as it comes: what is packed small may be huge
        read += part
        if len(read) > LONGEST_ANSWER or time.monotonic() > until:
            raise ProviderSilent
    return bytes(read)


def provider_of(settings: Settings) -> Provider | None:
    """The provider that the settings name, if they name one."""
    if settings.oidc_issuer is None or settings.oidc_client_id is None or settings.oidc_client_secret is None:
        return None
    return Provider(settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret.get_secret_value())
