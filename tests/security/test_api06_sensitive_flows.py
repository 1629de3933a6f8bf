"""API6:2023, unrestricted access to sensitive flows: letters are not sent at will, and nobody learns who has an account.

Sign-in answers a known and an unknown address alike (``tests/identity/test_sessions.py``); a fourth application of one address
waits (``tests/domain/members/test_joining.py``).
"""

from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.domain.members.joining import service as joining
from citypeers.identity import recovery
from citypeers.identity.attempts import LONGEST_WAIT
from tests.contract.test_access import APPLICATION
from tests.identity.people import PASSWORD, account, letters, link_token, sign_in, staff

RECOVERY = "/api/v1/auth/recovery"
APPLY = "/api/v1/networks/iscn/applications"


def essence(answer: Any) -> tuple[int, str, set[str]]:
    return answer.status_code, answer.text, set(answer.headers)


def test_recovery_tells_a_stranger_nothing(changing: TestClient, instance: Instance) -> None:
    account(instance)
    known = changing.post(RECOVERY, json={"email": "ana@example.org"})
    unknown = changing.post(RECOVERY, json={"email": "nobody@example.org"})
    assert essence(known) == essence(unknown)
    assert len(letters(instance, "ana@example.org", "recovery")) == 1
    assert letters(instance, "nobody@example.org") == []


def test_recovery_fills_no_mailbox(changing: TestClient, instance: Instance) -> None:
    account(instance)
    told = [changing.post(RECOVERY, json={"email": "ANA@example.org"}).status_code for _ in range(10)]
    assert told.count(202) == len(letters(instance, "ana@example.org", "recovery")) == recovery.FREE_PER_ACCOUNT + 1


def test_one_place_on_the_network_asks_for_few_recoveries(changing: TestClient, instance: Instance) -> None:
    told = [
        changing.post(RECOVERY, json={"email": f"p{number}@example.org"}).status_code
        for number in range(recovery.FREE_PER_ADDRESS + 3)
    ]
    assert told[: recovery.FREE_PER_ADDRESS] == [202] * recovery.FREE_PER_ADDRESS
    assert told[-1] == 429


def test_a_link_of_recovery_opens_once_and_the_one_before_it_never(changing: TestClient, instance: Instance) -> None:
    person = sign_in(changing, instance)
    for _ in range(2):
        changing.post(RECOVERY, json={"email": person.email})
    first, second = (link_token(each) for each in letters(instance, person.email, "recovery"))
    new = "a quiet street behind the market"
    told = [
        changing.post(f"{RECOVERY}/complete", json={"token": token, "password": new}).status_code
        for token in (first, second, second)
    ]
    assert told == [410, 204, 410]
    assert changing.get("/api/v1/me", headers=person.headers).status_code == 401, "whoever was signed in is not any more"
    assert changing.post("/api/v1/auth/sign-in", json={"email": person.email, "password": PASSWORD}).status_code == 401


def test_recovery_goes_past_no_second_factor(changing: TestClient, instance: Instance) -> None:
    person = staff(changing, instance)
    changing.post(RECOVERY, json={"email": person.email})
    token = link_token(letters(instance, person.email, "recovery")[-1])
    new = "a quiet street behind the market"
    assert changing.post(f"{RECOVERY}/complete", json={"token": token, "password": new}).status_code == 204
    told = changing.post("/api/v1/auth/sign-in", json={"email": person.email, "password": new})
    assert (told.status_code, told.json()["type"]) == (401, "/problems/code-needed")


def test_a_link_is_good_for_what_it_was_sent_for_alone(changing: TestClient, instance: Instance) -> None:
    account(instance)
    changing.post(RECOVERY, json={"email": "ana@example.org"})
    token = link_token(letters(instance, "ana@example.org", "recovery")[-1])
    accepting = {"token": token, "name": "X", "language": "en", "password": PASSWORD}
    assert changing.post("/api/v1/auth/invitation/accept", json=accepting).status_code == 410
    assert changing.post("/api/v1/applications/confirmations", json={"token": token}).status_code == 410


def test_one_place_on_the_network_applies_few_times(changing: TestClient, instance: Instance) -> None:
    told = [
        changing.post(APPLY, json=APPLICATION | {"email": f"p{number}@example.org"})
        for number in range(joining.FREE_PER_NETWORK_ADDRESS + 3)
    ]
    assert [each.status_code for each in told[: joining.FREE_PER_NETWORK_ADDRESS]] == [202] * joining.FREE_PER_NETWORK_ADDRESS
    assert told[-1].status_code == 429
    assert 1 <= int(told[-1].headers["retry-after"]) <= LONGEST_WAIT


def test_an_application_tells_nothing_of_accounts(changing: TestClient, instance: Instance) -> None:
    account(instance)
    known = changing.post(APPLY, json=APPLICATION | {"email": "ana@example.org"})
    unknown = changing.post(APPLY, json=APPLICATION | {"email": "nobody@example.org"})
    assert essence(known) == essence(unknown)


@pytest.mark.parametrize("email", ["ana@example.org", "new@example.org"])
def test_an_invitation_is_sent_once_however_often_its_request_comes(changing: TestClient, instance: Instance, email: str) -> None:
    eva = staff(changing, instance)
    keyed = {**eva.headers, "Idempotency-Key": "one invitation"}
    told = {changing.post("/api/v1/invitations", json={"name": "X", "email": email}, headers=keyed).json()["id"] for _ in range(3)}
    assert len(told) == 1
    assert len(letters(instance, email, "invitation")) == 1
