"""API9:2023, improper inventory management: every path that answers is known, and there is no older version beside this one.

That the committed contract is the program's, and breaks nothing that was released, is in ``tests/contract/test_contract.py``.
"""

import re

import pytest
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from citypeers.core.paths import Operations
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for
from tests.contract.committed import CONTRACT

BESIDE = {
    "/.well-known/jwks.json": "keys, by a standard that names the place",
    "/.well-known/oauth-authorization-server": "metadata, by a standard that names the place",
    "/api/v1/openapi.json": "the contract itself",
    "/api/v1/rooms/{id}/note": "the line of a shared note, which OpenAPI has no words for",
    "/dev/mail": "the mailbox of whoever develops; 404 in production",
    "/dev/mail/{id}": "one letter of it",
    "/healthz": "for the operator: alive",
    "/oauth/token": "by RFC 6749, whose answers are not ours to describe",
    "/problems": "pages for people, which explain refusals",
    "/problems/{name}": "one of them",
    "/readyz": "for the operator: ready",
}
"""What answers beside the contract, and why it is not in it."""
OLD = ("/api", "/api/", "/api/v0", "/api/v0/networks", "/api/v2/networks", "/api/networks", "/v1/networks", "/oauth/authorize")
TOOLS = (
    "/redoc",
    "/api/v1/docs",
    "/api/v1/redoc",
    "/openapi.json",
    "/.git/config",
    "/.env",
    "/api/v1/debug",
    "/docs/oauth2-redirect",
)


def _routes(found: object) -> set[str]:
    paths: set[str] = set()
    for route in getattr(found, "routes", ()):
        if isinstance(route, Operations):
            paths |= _routes(route)
        else:
            assert isinstance(route, Route | WebSocketRoute), route
            paths.add(re.sub(r":\w+}", "}", route.path))  # without how an id is told from a word
    return paths


def test_every_route_is_in_the_contract_or_here(loaded: Loaded) -> None:
    paths = _routes(create_app(settings_for(loaded)))
    assert len(paths) > 50
    assert paths == CONTRACT["paths"].keys() | BESIDE.keys()


@pytest.mark.parametrize("path", OLD)
def test_other_versions_are_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", TOOLS)
def test_nothing_of_the_tools_is_left(client: TestClient, path: str) -> None:
    told = client.get(path)
    assert told.status_code == 404
    assert not re.search("swagger|<redoc|repositoryformatversion|CITYPEERS_", told.text)


def test_production_has_no_mailbox(loaded: Loaded) -> None:
    production = {"environment": "production", "secret_key": "x" * 40, "public_url": "https://here.example"}
    with TestClient(create_app(settings_for(loaded, **production))) as caller:
        assert caller.get("/dev/mail").status_code == 404
        assert caller.get(f"/dev/mail/{'0' * 32}").status_code == 404


def test_every_operation_says_how_one_is_let_in() -> None:
    """401 is told of wherever a token is needed, so that nobody takes a private operation for a public one."""
    private = ("/api/v1/accounts", "/api/v1/me/", "/api/v1/clients", "/api/v1/audit-events", "/api/v1/mails", "/api/v1/invitations")
    for path, methods in CONTRACT["paths"].items():
        if f"{path}/".startswith(private):
            assert all("401" in operation["responses"] for operation in methods.values()), path
