"""API10:2023, unsafe consumption of APIs: whatever a provider of identities answers, it breaks and delays nothing here.

Its tokens are in ``tests/identity/test_provider_tokens.py``, a provider that is silent or somebody else in
``tests/identity/test_oidc.py``.
"""

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.identity import provider
from citypeers.identity.provider import Provider, ProviderRefused, ProviderSilent
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for

Answering = Callable[[BaseHTTPRequestHandler, str], None]
METADATA = "/.well-known/openid-configuration"


class Fake:
    """A provider that answers as a test wants; ``asked`` are the paths that came."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answering: Answering = lambda handler, issuer: None
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                fake.asked.append(self.path)
                try:
                    fake.answering(self, fake.issuer)
                except OSError:
                    return  # whoever asked has hung up

            do_POST = do_GET

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def fake() -> Iterator[Fake]:
    found = Fake()
    yield found
    found.server.shutdown()
    found.server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def metadata(issuer: str, **more: Any) -> bytes:
    said = {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/auth",
        "token_endpoint": f"{issuer}/token",
        "jwks_uri": f"{issuer}/keys",
        **more,
    }
    return json.dumps(said).encode()


def saying(**more: Any) -> Answering:
    return lambda handler, issuer: send(handler, metadata(issuer, **more))


def _dripping(handler: BaseHTTPRequestHandler, issuer: str) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)
    handler.wfile.write(metadata(issuer))


WRONG: dict[str, Answering] = {
    "oversized": saying(filler="x" * (provider.LONGEST_ANSWER + 1)),
    "packed": lambda handler, issuer: send(handler, gzip.compress(metadata(issuer)), Content_Encoding="gzip"),
    "slow": _dripping,
    "redirected": lambda handler, _: send(handler, b"", 302, Location="/elsewhere"),
    "broken": lambda handler, _: send(handler, b"", 503),
    "no JSON": lambda handler, _: send(handler, b"<html>"),
    "no UTF-8": lambda handler, _: send(handler, b'{"issuer": "\xff"}'),
    "a list": lambda handler, _: send(handler, b"[]"),
    "deep": lambda handler, _: send(handler, b"[" * 100_000),
    "wrong types": saying(token_endpoint=7),
    "too little": lambda handler, issuer: send(handler, json.dumps({"issuer": issuer}).encode()),
    "cut off": lambda handler, issuer: send(handler, metadata(issuer)[:40]),
    "a script": saying(authorization_endpoint="javascript:alert(1)"),
    "a file": saying(jwks_uri="file:///etc/passwd"),
    "no host": saying(token_endpoint="http:///token"),
    "another issuer": saying(issuer="https://id.example"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_a_provider_publishes_is_whole_or_not_used(fake: Fake, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.setattr(provider, "WHOLE_SECONDS", 0.5)
    fake.answering = WRONG[case]
    begun = time.monotonic()
    with pytest.raises(ProviderSilent):
        Provider(fake.issuer, "us", "secret").address("https://here.example", "s", "n", "c")
    assert time.monotonic() - begun < 4
    assert fake.asked == [METADATA], "no redirect is followed"


def test_a_good_one_is_used(fake: Fake) -> None:
    fake.answering = saying()
    assert Provider(fake.issuer, "us", "secret").address("https://here.example", "s", "n", "c").startswith(f"{fake.issuer}/auth?")


ANSWERS: dict[str, tuple[bytes, int, type[Exception]]] = {
    "oversized": (b'{"id_token": "' + b"x" * provider.LONGEST_ANSWER + b'"}', 200, ProviderSilent),
    "wrong types": (b'{"id_token": 1, "access_token": []}', 200, ProviderSilent),
    "a redirect": (b"", 307, ProviderSilent),
    "a refusal": (b'{"error": "invalid_grant"}', 400, ProviderRefused),
    "a failure": (b"", 500, ProviderSilent),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_what_it_gives_for_a_code_is_whole_or_refused(fake: Fake, case: str) -> None:
    body, status, refusal = ANSWERS[case]

    def answering(handler: BaseHTTPRequestHandler, issuer: str) -> None:
        if handler.path == METADATA:
            send(handler, metadata(issuer))
        else:
            send(handler, body, status, **({"Location": "/elsewhere"} if status == 307 else {}))

    fake.answering = answering
    with pytest.raises(refusal):
        Provider(fake.issuer, "us", "secret").exchange("code", "https://here.example", "v" * 43)
    assert fake.asked == [METADATA, "/token"]


def test_a_page_says_so_and_nothing_of_what_was_answered(fresh: Loaded, fake: Fake) -> None:
    fake.answering = lambda handler, _: send(handler, b"s3cr3t-marker", 500)
    trusted = {"oidc_issuer": fake.issuer, "oidc_client_id": "us", "oidc_client_secret": "secret"}
    with TestClient(create_app(settings_for(fresh, **trusted)), follow_redirects=False) as caller:
        told = caller.get("/api/v1/auth/oidc")
    assert (told.status_code, told.headers["location"]) == (302, "/problems/provider-silent")
    assert "s3cr3t-marker" not in told.text
