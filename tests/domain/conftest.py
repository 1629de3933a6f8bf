"""People whom the tests of several nouns know."""

import pytest
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from tests.domain.projects.people import member
from tests.identity.people import Person


@pytest.fixture
def ana(changing: TestClient, instance: Instance) -> Person:
    """Somebody of Hamburg."""
    return member(changing, instance, "hamburg", "ana@example.org")


@pytest.fixture
def kai(changing: TestClient, instance: Instance) -> Person:
    """Somebody of Munich."""
    return member(changing, instance, "muenchen", "kai@example.org")
