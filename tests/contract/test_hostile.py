"""Schemathesis over the whole contract, on both databases: no answer is a failure of ours, every refusal is a problem."""

import re
from urllib.parse import unquote

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.generation.feedback import FeedbackSources
from schemathesis.pytest._test_builder import build_operation_test
from starlette.testclient import TestClient

from tests.contract.committed import CONTRACT

PLACE = re.compile(r"\{[^}]+\}")
"""A place in a path for a name or an id."""
SCHEMA = schemathesis.openapi.from_dict(CONTRACT)
OPERATIONS = {each.ok().label: each.ok() for each in SCHEMA.get_all_operations()}


@pytest.mark.hypothesis
@pytest.mark.usefixtures("stopped_clock")  # or a wait after too many tries ends between the one caller's turn and the other's
@pytest.mark.parametrize("operation", OPERATIONS)
def test_no_input_breaks_an_operation(callers: list[TestClient], operation: str) -> None:
    # As ``SCHEMA.parametrize`` does, which makes all examples of all operations in each process that looks for tests.
    tried = build_operation_test(
        config=SCHEMA.config,
        operation=OPERATIONS[operation],
        test_func=is_answered_as_declared,
        given_kwargs={},
        feedback=FeedbackSources(),
    )
    tried(callers=callers)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def is_answered_as_declared(callers: list[TestClient], case: schemathesis.Case) -> None:
    # To make a case takes longer than to answer it, so that each is put to both databases.
    asked = case.as_transport_kwargs(base_url=str(callers[0].base_url))
    body = {"content": asked["data"]} if asked.get("data") is not None else {"json": asked["json"]} if "json" in asked else {}
    answer, other = (
        caller.request(asked["method"], asked["url"], params=asked.get("params"), headers=asked["headers"], **body)
        for caller in callers
    )
    assert answer.status_code == other.status_code
    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code
    operation = CONTRACT["paths"][case.path].get(case.method.lower())
    declared = set(operation["responses"]) if operation else {"405"} | elsewhere(case.method.lower(), answer.url.raw_path.decode())
    assert str(answer.status_code) in declared


def elsewhere(method: str, asked: str) -> set[str]:
    """What may be answered to a method that a path does not have: 405, unless the address is another path's too."""
    path = unquote(asked.partition("?")[0])
    others = [methods for template, methods in CONTRACT["paths"].items() if re.fullmatch(PLACE.sub("[^/]+", template), path)]
    declared = [set(methods[method]["responses"]) for methods in others if method in methods]
    return set().union(*declared) if declared else {"405"}


@pytest.mark.parametrize(
    ("method", "path", "statuses"),
    [
        ("put", "/api/v1/networks", {"405"}),
        ("delete", "/api/v1/networks/iscn", {"405"}),
        ("get", "/api/v1/invitations/0", {"405"}),
        ("get", "/api/v1/seats/machine?x=/", {"200", "401", "404", "422"}),
    ],
)
def test_a_method_that_a_path_has_not_is_named_so(client: TestClient, method: str, path: str, statuses: set[str]) -> None:
    assert elsewhere(method, path) == statuses
    assert str(client.request(method, path).status_code) in statuses
