"""The committed contract is the program's, resolves, declares its refusals, and is only ever extended."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.core import contract
from citypeers.core.contract import COMMITTED
from citypeers.core.settings import Settings
from citypeers.main import create_app
from tests.contract.breaking import breaks
from tests.contract.committed import CONTRACT, OPERATIONS, Document


def test_the_committed_contract_is_the_programs(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/x.db", index_dir=tmp_path / "index", response_cache_bytes=0)
    app = create_app(settings)
    assert contract.text(app) == COMMITTED.read_text(), "make contract"


def test_a_process_publishes_it_without_writing_it(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(contract, "get_openapi")
    answer = client.get("/api/v1/openapi.json")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.content == COMMITTED.read_bytes()


def test_every_reference_resolves() -> None:
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(CONTRACT))):
        found: Any = CONTRACT
        for step in reference.split("/"):
            found = found[step]


def test_every_operation_has_its_name_and_declares_its_refusals_as_problems() -> None:
    names = [operation["operationId"] for methods in CONTRACT["paths"].values() for operation in methods.values()]
    assert len(names) == len(set(names))
    for _, path, operation in OPERATIONS.values():
        assert re.fullmatch(r"[a-z-]+\.[a-z-]+", operation["operationId"]), path
        refusals = {status: answer for status, answer in operation["responses"].items() if status >= "400"}
        assert "422" in refusals, path
        for answer in refusals.values():
            assert list(answer["content"]) == ["application/problem+json"]


BREAKING: dict[str, Callable[[Document], object]] = {
    "removed operation": lambda d: d["paths"]["/api/v1/networks"].pop("get"),
    "removed path": lambda d: d["paths"].pop("/api/v1/search"),
    "removed output field": lambda d: d["components"]["schemas"]["NetworkItem"]["properties"].pop("slug"),
    "removed enum value": lambda d: d["components"]["schemas"]["Category"]["enum"].pop(),
    "field no longer required in output": lambda d: d["components"]["schemas"]["NetworkPage"]["required"].remove("total"),
    "changed type": lambda d: d["components"]["schemas"]["NetworkPage"]["properties"]["total"].update(type="string"),
    "newly required parameter": lambda d: d["paths"]["/api/v1/networks"]["get"]["parameters"][0].update(required=True),
    "removed parameter": lambda d: d["paths"]["/api/v1/networks"]["get"]["parameters"].pop(0),
    "removed answer": lambda d: d["paths"]["/api/v1/networks/{slug}"]["get"]["responses"].pop("200"),
}


@pytest.mark.parametrize("change", BREAKING)
def test_a_breaking_change_is_seen(change: str) -> None:
    later = copy.deepcopy(CONTRACT)
    BREAKING[change](later)
    assert breaks(CONTRACT, later)


def test_an_extension_is_allowed() -> None:
    later = copy.deepcopy(CONTRACT)
    later["components"]["schemas"]["NetworkItem"]["properties"]["colour"] = {"type": "string"}
    later["paths"]["/api/v1/networks"]["get"]["parameters"].append(
        {"name": "colour", "in": "query", "required": False, "schema": {}}
    )
    later["paths"]["/api/v1/colours"] = {"get": {"operationId": "colours.page", "responses": {}}}
    assert breaks(CONTRACT, later) == []


def test_the_contract_breaks_nothing_that_was_released() -> None:
    released: Document = json.loads((Path(__file__).parent / "released.json").read_text())
    assert breaks(released, CONTRACT) == []


def test_every_form_has_a_name_of_its_own() -> None:
    """Two of one name would be called by their modules, and the other's client would break."""
    named_by_module = {name for name in CONTRACT["components"]["schemas"] if "__" in name}
    assert {name.rpartition("__")[2] for name in named_by_module} <= {"Verb"}, "that one was published so"
