"""Every operation of the contract has a row for every role; one without a row fails."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

CONTRACT = json.loads((Path(__file__).parents[2] / "openapi" / "openapi.json").read_text())
OPERATIONS = {
    operation["operationId"]: (method, path) for path, methods in CONTRACT["paths"].items() for method, operation in methods.items()
}
VISITOR = {
    "countries.get": ("/api/v1/countries/BR", 200),
    "countries.page": ("/api/v1/countries", 200),
    "memberships.page": ("/api/v1/memberships", 200),
    "networks.members": ("/api/v1/networks/iscn/members?on=2019-09-20", 200),
    "organisations.get": ("/api/v1/organisations/muenchen", 200),
    "organisations.memberships": ("/api/v1/organisations/muenchen/memberships", 200),
    "organisations.page": ("/api/v1/organisations", 200),
    "networks.page": ("/api/v1/networks", 200),
    "networks.analysis": ("/api/v1/networks/analysis", 200),
    "networks.recommendations": ("/api/v1/networks/recommendations", 200),
    "networks.get": ("/api/v1/networks/iscn", 200),
    "networks.relations": ("/api/v1/networks/iscn/relations", 200),
    "networks.revisions": ("/api/v1/networks/iscn/revisions", 200),
    "search.page": ("/api/v1/search?q=city", 200),
    "topic-schemes.page": ("/api/v1/topic-schemes", 200),
    "topics.page": ("/api/v1/topics", 200),
    "topics.get": ("/api/v1/topics/mobility", 200),
}
"""What a visitor gets: everything there is is public so far, and nothing can be written."""


def test_no_operation_is_without_a_row() -> None:
    assert VISITOR.keys() == OPERATIONS.keys()


@pytest.mark.parametrize("operation", VISITOR)
def test_a_visitor_gets_what_the_row_says_and_writes_nothing(client: TestClient, operation: str) -> None:
    path, status = VISITOR[operation]
    method, _ = OPERATIONS[operation]
    assert client.request(method, path).status_code == status
    for other in {"POST", "PUT", "PATCH", "DELETE"} - {method.upper()}:
        assert client.request(other, path, json={}).status_code == 405
