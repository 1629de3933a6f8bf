"""What the tests of partner systems have in common."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from tests.identity.people import CLIENTS, SCOPES, Made, staff


@pytest.fixture
def headers(changing: TestClient, instance: Instance) -> dict[str, str]:
    """Those of the secretariat."""
    return staff(changing, instance).headers


@pytest.fixture
def make(changing: TestClient, headers: dict[str, str]) -> Callable[..., Made]:
    def made(**more: Any) -> Made:
        answer = changing.post(CLIENTS, json={"name": "City portal", "scopes": SCOPES, **more}, headers=headers)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    return made
