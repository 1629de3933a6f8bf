"""API7:2023, server side request forgery: the program calls the provider, the mail server, the storage and the scanner that
its operator names, and no one else.

No operation takes an address to fetch: no body and no parameter of the contract is one.
"""

import ast
import socket
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.identity.provider import Provider, ProviderSilent
from tests.contract.committed import CONTRACT, OPERATIONS, body_of, properties
from tests.contract.test_access import SIGNED_IN, STAFF
from tests.identity.people import staff
from tests.security.test_api10_unsafe_consumption import Fake, fake, saying

PROGRAM = Path(__file__).parents[2] / "backend" / "citypeers"
CALLS_OUT = {
    "httpx": {"identity/provider.py", "domain/coaching/scheduling/calls.py"},
    "smtplib": {"exchange/notices/delivery.py"},
    "obstore": {"core/storage.py"},
    "socket": {"core/files/scanning.py"},
}
"""What can call other machines, and the modules that use it: they ask whom the operator's settings name."""
CALLERS = {"httpx", "requests", "urllib.request", "urllib3", "aiohttp", "http.client", "obstore", "socket", "smtplib", "ftplib"}
ADDRESSES = ("url", "uri", "href", "link", "callback", "webhook", "host", "website", "issuer", "endpoint")
__all__ = ["fake"]


def test_few_modules_can_call_out() -> None:
    found: dict[str, set[str]] = {}
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in CALLERS.intersection(names):
                found.setdefault(name, set()).add(path.relative_to(PROGRAM).as_posix())
    assert found.keys() <= CALLS_OUT.keys()
    for name, places in found.items():
        assert places <= CALLS_OUT[name], name


def test_nothing_that_is_sent_is_an_address_to_fetch() -> None:
    named = {field for operation in OPERATIONS for field in properties(body_of(operation) or {})}
    named |= {each["name"] for _, _, operation in OPERATIONS.values() for each in operation.get("parameters", ())}
    assert len(named) > 30
    found = {
        name for name in named if any(word.startswith(ADDRESSES) or word.endswith(ADDRESSES) for word in name.lower().split("_"))
    }
    assert found == {"website", "link"}, "an organisation's, a practice's or a session's own, which is shown and never asked"
    assert '"format": "uri"' not in str(CONTRACT)


def test_no_key_set_is_fetched_from_where_a_partner_says(changing: TestClient, instance: Instance) -> None:
    person = staff(changing, instance)
    for name in ("jwks_uri", "logo_uri", "sector_identifier_uri"):
        body = {"name": "X", "scopes": ["networks:read"], name: "http://127.0.0.1:9"}
        assert changing.post("/api/v1/clients", json=body, headers=person.headers).status_code == 422


def test_no_operation_calls_anybody(changing: TestClient, instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    person = staff(changing, instance)
    called: list[Any] = []
    real = socket.socket.connect

    def watched(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX:
            called.append(address)
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    for operation, (path, body, _) in (SIGNED_IN | STAFF).items():
        if operation != "me.erase":
            changing.request(OPERATIONS[operation][0], path, json=body, headers={**person.headers, "If-Match": '"1"'})
    assert called == []


def test_an_encrypted_provider_leads_to_no_unencrypted_place(monkeypatch: pytest.MonkeyPatch, fake: Fake) -> None:
    issuer = fake.issuer.replace("http:", "https:")
    fake.answering = saying(issuer=issuer)
    trusted = Provider(issuer, "us", "secret")
    ask = trusted._asked
    monkeypatch.setattr(trusted, "_asked", lambda method, place, body: ask(method, place.replace("https:", "http:"), body))
    with pytest.raises(ProviderSilent):
        trusted.keys("any")
    assert fake.asked == ["/.well-known/openid-configuration"], "the keys are not asked for"
