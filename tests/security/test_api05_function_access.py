"""API5:2023, broken function level authorization: what the staff does is nobody else's, by no other method and no other way in.

The matrix of ``tests/contract/test_access.py`` tries every role with every operation; here is what could be left out of it.
"""

import pytest
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import Role
from tests.contract.committed import OPERATIONS
from tests.contract.test_access import BY_COOKIE, SIGNED_IN, STAFF, VISITOR, answered_to_partner
from tests.identity.people import partner, sign_in

WRITES_OF_VISITORS = {
    "applications.confirm",
    "applications.create",
    "auth.accept-invitation",
    "auth.ask-recovery",
    "auth.ask-to-sign-in-by-passkey",
    "auth.look-invitation",
    "auth.recover",
    "auth.refresh",
    "auth.sign-in",
    "digests.unsubscribe",
    "digests.unsubscribe-in-one-click",
    "auth.sign-in-by-passkey",
    "auth.sign-out",
    "rules.dry-run",
}
"""All that may be sent here by whoever is not signed in; one more is added by hand."""
OVERRIDES = ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL")


def test_visitors_write_nothing_but_this() -> None:
    assert {name for name in BY_COOKIE if OPERATIONS[name][0] != "get"} == WRITES_OF_VISITORS
    assert {name for name in VISITOR if OPERATIONS[name][0] != "get"} == set()


def test_no_operation_is_in_two_rows() -> None:
    rows = [*VISITOR, *SIGNED_IN, *STAFF, *BY_COOKIE]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("header", OVERRIDES)
def test_no_header_makes_another_request_of_one(client: TestClient, header: str) -> None:
    told = client.get("/api/v1/networks/iscn", headers={header: "/api/v1/accounts" if "URL" in header else "DELETE"})
    assert (told.status_code, told.json()["slug"]) == (200, "iscn")


@pytest.mark.parametrize("path", ["/api/v1/Accounts", "/api/v1/accounts/", "/api/v1//accounts"])
def test_another_path_leads_nowhere(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/api/v1/./accounts", "/api/v1/%61ccounts"])
def test_another_spelling_of_a_path_opens_no_more_than_the_path(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 401


def test_the_staff_without_a_second_factor_is_not_the_staff(changing: TestClient, instance: Instance) -> None:
    for role in (Role.secretariat, Role.administrator):
        person = sign_in(changing, instance, role, f"{role}@example.org")
        for operation, (path, body, _) in STAFF.items():
            headers = {**person.headers, "If-Match": '"1"'}
            assert changing.request(OPERATIONS[operation][0], path, json=body, headers=headers).status_code == 403, operation


def test_a_partner_system_that_speaks_for_nothing_writes_nothing_whatever_its_scopes(
    changing: TestClient, instance: Instance
) -> None:
    headers = partner(changing, instance)
    for operation, (path, body, _) in (SIGNED_IN | STAFF).items():
        method = OPERATIONS[operation][0]
        told = changing.request(method, path, json=body, headers={**headers, "If-Match": '"1"'}).status_code
        assert told == answered_to_partner(operation), operation
