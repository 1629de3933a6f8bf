"""Invitations and recovery: by letters with links that work once, and other people's accounts."""

from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import Role
from tests.domain.members.test_rules import at_once
from tests.identity.people import PASSWORD, Person, accept, letters, link_token, sign_in, signed_in, staff

ANA = {"email": "ana@example.org", "name": "Ana Lima", "language": "pt", "role": "steward", "on_kind": "network", "on_id": "x"}
LOOK, ACCEPT, RECOVER = "/api/v1/auth/invitation", "/api/v1/auth/invitation/accept", "/api/v1/auth/recovery"
INVITATIONS, ACCOUNTS = "/api/v1/invitations", "/api/v1/accounts"


@pytest.fixture
def eva(changing: TestClient, instance: Instance) -> Person:
    """Somebody of the secretariat."""
    return staff(changing, instance)


def accepting(token: str) -> dict[str, Any]:
    return {"token": token, "name": "Ana", "language": "pt", "password": PASSWORD}


def test_an_invitation_is_looked_at_and_accepted_once(changing: TestClient, instance: Instance, eva: Person) -> None:
    assert changing.post(INVITATIONS, json=ANA, headers=eva.headers).status_code == 201
    (told,) = letters(instance, "ana@example.org")
    assert (told.language, told.values["role"]) == ("pt", "responsável por uma rede")
    token = link_token(told)
    assert changing.post(LOOK, json={"token": token}).json() == {
        "email": "ana@example.org",
        "name": "Ana Lima",
        "language": "pt",
        "role": "steward",
    }
    answers = at_once([lambda: changing.post(ACCEPT, json=accepting(token)).status_code for _ in range(4)])
    assert sorted(answers) == [204, 410, 410, 410]
    ana = signed_in(changing)
    (held,) = changing.get("/api/v1/me", headers=ana.headers).json()["grants"]
    assert (held["role"], held["on_kind"], held["on_id"]) == ("steward", "network", "x")
    assert changing.get(INVITATIONS, headers=eva.headers).json()["total"] == 0


def test_a_weak_password_leaves_the_link_as_it_was(changing: TestClient, instance: Instance, eva: Person) -> None:
    changing.post(INVITATIONS, json=ANA, headers=eva.headers)
    token = link_token(letters(instance, "ana@example.org")[-1])
    weak = changing.post(ACCEPT, json={**accepting(token), "password": "password1234"})
    assert (weak.status_code, weak.json()["errors"][0]["pointer"]) == (422, "/password")
    assert changing.post(ACCEPT, json=accepting(token)).status_code == 204


def test_a_link_ends_with_its_time_its_recall_or_its_successor(
    changing: TestClient, instance: Instance, eva: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = changing.post(INVITATIONS, json=ANA, headers=eva.headers).json()["id"]
    first = link_token(letters(instance, "ana@example.org")[-1])
    assert changing.post(f"{INVITATIONS}/{id}/letters", headers=eva.headers).status_code == 204
    second = link_token(letters(instance, "ana@example.org")[-1])
    assert changing.post(LOOK, json={"token": first}).status_code == 410
    assert changing.post(LOOK, json={"token": second}).status_code == 200
    now = clock.now()
    with monkeypatch.context() as later:
        later.setattr(clock, "now", lambda: now + timedelta(days=14, seconds=1))
        assert changing.post(LOOK, json={"token": second}).status_code == 410
    assert changing.delete(f"{INVITATIONS}/{id}", headers=eva.headers).status_code == 204
    assert changing.post(ACCEPT, json=accepting(second)).status_code == 410
    again = changing.delete(f"{INVITATIONS}/{id}", headers=eva.headers)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/invitation-closed")


def test_who_has_an_account_gets_the_role_at_once(changing: TestClient, instance: Instance, eva: Person) -> None:
    ana = sign_in(changing, instance)
    assert changing.post(INVITATIONS, json=ANA, headers=eva.headers).json()["state"] == "accepted"
    assert {each["role"] for each in changing.get("/api/v1/me", headers=ana.headers).json()["grants"]} == {"member", "steward"}
    assert letters(instance, "ana@example.org", "invitation") == []


def test_only_an_administrator_makes_administrators(changing: TestClient, instance: Instance, eva: Person) -> None:
    body = {**ANA, "role": "administrator", "on_kind": "", "on_id": ""}
    assert changing.post(INVITATIONS, json=body, headers=eva.headers).status_code == 403
    root = staff(changing, instance, Role.administrator, "root@example.org")
    assert changing.post(INVITATIONS, json=body, headers=root.headers).status_code == 201


def test_nobody_changes_their_own_account_or_an_administrators(changing: TestClient, instance: Instance, eva: Person) -> None:
    staff(changing, instance, Role.administrator, "root@example.org")
    ids = {each["email"]: each["id"] for each in changing.get(ACCOUNTS, headers=eva.headers).json()["items"]}
    step = {"verb": "disable", "reason": "x"}
    own = changing.post(f"{ACCOUNTS}/{ids['eva@example.org']}/transitions", json=step, headers=eva.headers)
    assert (own.status_code, own.json()["type"]) == (409, "/problems/own-account")
    assert changing.post(f"{ACCOUNTS}/{ids['root@example.org']}/transitions", json=step, headers=eva.headers).status_code == 403
    assert (
        changing.post(f"{ACCOUNTS}/{ids['eva@example.org']}/grants", json={"role": "steward"}, headers=eva.headers).status_code
        == 409
    )


def test_a_role_counts_from_the_moment_it_is_given_to_the_moment_it_ends(
    changing: TestClient, instance: Instance, eva: Person
) -> None:
    ana = staff(changing, instance, Role.member, "ana@example.org")
    (row,) = changing.get(f"{ACCOUNTS}?q=ANA@", headers=eva.headers).json()["items"]
    assert changing.get(ACCOUNTS, headers=ana.headers).status_code == 403
    given = changing.post(f"{ACCOUNTS}/{row['id']}/grants", json={"role": "secretariat"}, headers=eva.headers)
    assert given.status_code == 201
    assert changing.get(ACCOUNTS, headers=ana.headers).status_code == 200
    path = f"{ACCOUNTS}/{row['id']}/grants/{given.json()['id']}"
    assert changing.delete(path, headers=eva.headers).status_code == 204
    assert changing.get(ACCOUNTS, headers=ana.headers).status_code == 403
    assert changing.delete(path, headers=eva.headers).status_code == 404


def test_accounts_are_found_by_name_however_it_is_written_and_paged(changing: TestClient, instance: Instance, eva: Person) -> None:
    for number in range(30):
        body = {"email": f"p{number:02}@example.org", "name": f"Ärzte {number}", "language": "de"}
        changing.post(INVITATIONS, json=body, headers=eva.headers)
        if number % 10 == 0:
            accept(changing, instance, body["email"])
    found = changing.get(f"{ACCOUNTS}?q=invited", headers=eva.headers).json()
    assert [each["email"] for each in found["items"]] == ["p00@example.org", "p10@example.org", "p20@example.org"]


def test_recovery_tells_nobody_who_has_an_account(changing: TestClient, instance: Instance) -> None:
    sign_in(changing, instance)
    for email in ("ana@example.org", "nobody@example.org"):
        answer = changing.post(RECOVER, json={"email": email})
        assert (answer.status_code, answer.content) == (202, b"")
    assert len(letters(instance, "ana@example.org", "recovery")) == 1
    assert letters(instance, "nobody@example.org") == []


def test_a_new_password_ends_every_session_and_the_link_works_once(
    changing: TestClient, instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = sign_in(changing, instance)
    changing.post(RECOVER, json={"email": "Ana@Example.org"})
    token = link_token(letters(instance, "ana@example.org", "recovery")[-1])
    now = clock.now()
    with monkeypatch.context() as later:
        later.setattr(clock, "now", lambda: now + timedelta(hours=1, seconds=1))
        assert (
            changing.post(f"{RECOVER}/complete", json={"token": token, "password": "eight rivers, one bridge"}).status_code == 410
        )
    body = {"token": token, "password": "eight rivers, one bridge"}
    assert changing.post(f"{RECOVER}/complete", json=body).status_code == 204
    assert changing.post(f"{RECOVER}/complete", json=body).status_code == 410
    assert changing.get("/api/v1/me", headers=ana.headers).status_code == 401
    old = changing.post("/api/v1/auth/sign-in", json={"email": ana.email, "password": PASSWORD})
    assert old.status_code == 401
    new = changing.post("/api/v1/auth/sign-in", json={"email": ana.email, "password": body["password"]})
    assert new.status_code == 200
    assert letters(instance, "ana@example.org", "account-changed")[-1].values["what"] == "The password of your account was changed."


def test_letters_of_recovery_are_not_sent_without_end(changing: TestClient) -> None:
    answers = [changing.post(RECOVER, json={"email": "ana@example.org"}).status_code for _ in range(5)]
    assert answers == [202, 202, 202, 202, 429]
