"""Schemathesis over the whole contract, on both databases: no answer is a failure of ours, every refusal is a problem."""

import json
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, settings
from starlette.testclient import TestClient

CONTRACT = json.loads((Path(__file__).parents[2] / "openapi" / "openapi.json").read_text())
schema = schemathesis.openapi.from_dict(CONTRACT)


@schema.parametrize()
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_input_breaks_an_operation(client: TestClient, case: schemathesis.Case) -> None:
    asked = case.as_transport_kwargs(base_url=str(client.base_url))
    body = {"content": asked["data"]} if asked.get("data") is not None else {"json": asked["json"]} if "json" in asked else {}
    answer = client.request(asked["method"], asked["url"], params=asked.get("params"), headers=asked["headers"], **body)
    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code
    operation = CONTRACT["paths"][case.path].get(case.method.lower())
    # A method that the contract does not name is tried too; an address may be another path's with the name as its id.
    declared = operation["responses"] if operation else {"405", "401", "404", "422"}
    assert str(answer.status_code) in declared
