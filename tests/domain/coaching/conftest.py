"""Who asks for help and who can give it."""

import pytest
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from tests.domain.coaching.people import offer
from tests.domain.projects.ledger import of
from tests.identity.people import Person


@pytest.fixture
def koeln(changing: TestClient, instance: Instance) -> Person:
    """Somebody of a city that asks."""
    return of(changing, instance, "koeln")


@pytest.fixture
def hamburg(changing: TestClient, instance: Instance) -> Person:
    """Somebody of a city that offers coaching."""
    return offer(changing, instance, "hamburg")
