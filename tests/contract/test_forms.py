"""What every public read has in common, whichever it is: entity tags, and no unknown parameter."""

import pytest
from starlette.testclient import TestClient

from citypeers.domain.projects.loading import id_of
from citypeers.exchange.imports.service import OWN_DATA
from tests.contract.committed import CONTRACT

PARAMETERS = {"slug": "iscn", "id": "mobility", "key": "muenchen", "code": "DE"}
PROJECT = id_of(OWN_DATA, "guadalajara-visor-urbano")
NEEDED = {"/api/v1/search": "q=energy"}
READS = [
    path
    for path, operations in CONTRACT["paths"].items()
    if "get" in operations
    and "application/json" in operations["get"]["responses"].get("200", {}).get("content", {})
    and "401" not in operations["get"]["responses"]
] + ["/api/v1/memberships"]
"""Public ones, and the one that shows more to the staff; an operation that only leads on has nothing to tag. What was uploaded
is the same in every language: tests/domain/projects/test_attachments.py."""


def address(path: str) -> str:
    """A path of the contract with real records in it."""
    needed = NEEDED.get(path)
    known = {**PARAMETERS, "id": PROJECT} if path.startswith("/api/v1/projects/") else PARAMETERS
    return path.format(**known) + (f"?{needed}" if needed else "")


@pytest.mark.parametrize("path", READS)
def test_every_read_has_a_strong_entity_tag_that_is_honoured(client: TestClient, path: str) -> None:
    first = client.get(address(path))
    assert first.status_code == 200, first.text
    tag = first.headers["etag"]
    assert tag.startswith('"')
    again = client.get(address(path), headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    german = client.get(address(path), headers={"If-None-Match": tag, "Accept-Language": "de"})
    assert german.status_code == 200
    assert german.headers["etag"] != tag
    assert client.get(address(path), headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("path", READS)
def test_no_read_takes_an_unknown_parameter(client: TestClient, path: str) -> None:
    mark = "&" if "?" in address(path) else "?"
    refused = client.get(f"{address(path)}{mark}colour=blue")
    assert refused.status_code == 422, refused.text
    (error,) = refused.json()["errors"]
    assert (error["pointer"], error["code"]) == ("query:colour", "extra_forbidden")
    assert "blue" not in refused.text
