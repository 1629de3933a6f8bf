"""Idempotency-Key: whoever asks twice gets the first answer, and it is done once, whatever happens in between."""

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select, update
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.mail import Mail, MailState
from citypeers.domain.members.seats.models import Seat
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for
from tests.contract.test_access import APPLICATION
from tests.domain.members.test_rules import at_once
from tests.identity.people import Person, letters, link_token, staff

SEATS = "/api/v1/seats"
BODY = {"network": "iscn", "country": "BR", "kind": "national"}


@pytest.fixture
def eva(changing: TestClient, instance: Instance) -> Person:
    """Somebody of the secretariat."""
    return staff(changing, instance)


def seats(instance: Instance) -> int:
    with instance.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Seat)) or 0


def test_the_same_request_gives_the_first_answer(changing: TestClient, instance: Instance, eva: Person) -> None:
    before = seats(instance)
    headers = {**eva.headers, "Idempotency-Key": "one"}
    first, second = (changing.post(SEATS, json=BODY, headers=headers) for _ in range(2))
    assert (first.status_code, second.status_code, second.headers["idempotency-replayed"]) == (201, 201, "true")
    assert (first.content, first.headers["etag"]) == (second.content, second.headers["etag"])
    assert seats(instance) == before + 1


def test_another_body_under_the_same_key_is_refused(changing: TestClient, instance: Instance, eva: Person) -> None:
    headers = {**eva.headers, "Idempotency-Key": "one"}
    changing.post(SEATS, json=BODY, headers=headers)
    other = changing.post(SEATS, json={**BODY, "country": "IN"}, headers=headers)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/idempotency-other-body")


def test_a_key_is_ones_own_and_a_refusal_is_not_kept(changing: TestClient, instance: Instance, eva: Person) -> None:
    two = staff(changing, instance, email="two@example.org")
    headers = {"Idempotency-Key": "one"}
    full = {"network": "iscn", "country": "PE", "kind": "municipal"}
    assert changing.post(SEATS, json=full, headers={**eva.headers, **headers}).status_code == 409
    assert changing.post(SEATS, json=BODY, headers={**eva.headers, **headers}).status_code == 201
    answer = changing.post(SEATS, json={**BODY, "country": "IN"}, headers={**two.headers, **headers})
    assert (answer.status_code, "idempotency-replayed" in answer.headers) == (201, False)


def test_what_was_refused_is_not_the_keys_first_answer(changing: TestClient, eva: Person) -> None:
    headers = {**eva.headers, "Idempotency-Key": "one"}
    assert changing.post(SEATS, json={**BODY, "country": "Brazil"}, headers=headers).status_code == 422
    assert changing.post(SEATS, json=BODY, headers=headers).status_code == 201


def replayed(answers: list[Any]) -> list[tuple[int, bool]]:
    return [(answer.status_code, "idempotency-replayed" in answer.headers) for answer in answers]


def test_a_letter_is_sent_again_once(changing: TestClient, instance: Instance, eva: Person) -> None:
    person = {"name": "Ben Sol", "email": "ben@example.org"}
    id = changing.post("/api/v1/invitations", json=person, headers=eva.headers).json()["id"]
    headers = {**eva.headers, "Idempotency-Key": "one"}
    answers = [changing.post(f"/api/v1/invitations/{id}/letters", headers=headers) for _ in range(2)]
    assert replayed(answers) == [(204, False), (204, True)]
    assert len(letters(instance, person["email"])) == 2, "the first letter and one more"


def test_a_letter_that_was_given_up_is_tried_once(changing: TestClient, instance: Instance, eva: Person) -> None:
    changing.post("/api/v1/invitations", json={"name": "Ben Sol", "email": "ben@example.org"}, headers=eva.headers)
    (row,) = letters(instance, "ben@example.org")
    with instance.database.transaction() as session:
        session.execute(update(Mail).where(col(Mail.id) == row.id).values(state=MailState.dead))
    headers = {**eva.headers, "Idempotency-Key": "one"}
    step = f"/api/v1/mails/{row.id}/transitions"
    answers = [changing.post(step, json={"verb": "retry"}, headers=headers) for _ in range(2)]
    assert replayed(answers) == [(200, False), (200, True)]
    assert changing.post(step, json={"verb": "retry"}, headers=eva.headers).status_code == 409


def test_a_visitor_applies_and_confirms_once(changing: TestClient, instance: Instance) -> None:
    apply, confirm = "/api/v1/networks/iscn/applications", "/api/v1/applications/confirmations"
    headers = {"Idempotency-Key": "one"}
    answers = [changing.post(apply, json=APPLICATION, headers=headers) for _ in range(2)]
    assert replayed(answers) == [(202, False), (202, True)]
    (letter,) = letters(instance, APPLICATION["email"])
    other = changing.post(apply, json={**APPLICATION, "email": "other@example.org"}, headers=headers)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/idempotency-other-body")
    body = {"token": link_token(letter)}
    assert replayed([changing.post(confirm, json=body, headers=headers) for _ in range(2)]) == [(204, False), (204, True)]
    assert changing.post(confirm, json=body).status_code == 410


def test_a_visitors_key_is_no_other_visitors(fresh: Loaded, instance: Instance) -> None:
    apply, headers = "/api/v1/networks/iscn/applications", {"Idempotency-Key": "one"}
    app = create_app(settings_for(fresh))
    for place, email in (("192.0.2.1", "one@example.org"), ("192.0.2.2", "two@example.org")):
        with TestClient(app, client=(place, 1)) as visitor:
            answer = visitor.post(apply, json={**APPLICATION, "email": email}, headers=headers)
            assert replayed([answer]) == [(202, False)]
        assert len(letters(instance, email)) == 1


def test_twenty_at_once_make_one(changing: TestClient, instance: Instance, eva: Person) -> None:
    before = seats(instance)
    headers = {**eva.headers, "Idempotency-Key": "one"}
    answers = at_once([lambda: changing.post(SEATS, json=BODY, headers=headers) for _ in range(20)])
    made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len(made) == 1
    assert seats(instance) == before + 1


def test_a_server_that_is_killed_midway_leaves_both_or_neither(
    fresh: Loaded, changing: TestClient, instance: Instance, eva: Person, tmp_path: Any
) -> None:
    before = seats(instance)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "CITYPEERS_ENVIRONMENT": "test",
        "CITYPEERS_DATABASE_URL": fresh.url,
        "CITYPEERS_INDEX_DIR": str(fresh.index),
        "PORT": str(port),
    }
    for number in range(3):
        server = subprocess.Popen(
            [sys.executable, "-m", "citypeers", "serve"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        base = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                httpx.get(f"{base}/healthz", timeout=1)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        else:
            raise AssertionError("the server did not become ready")
        killer = subprocess.Popen(["sh", "-c", f"sleep 0.0{number + 1}; kill -9 {server.pid}"])
        headers = {**eva.headers, "Idempotency-Key": "one", "Content-Type": "application/json"}
        with suppress(httpx.HTTPError):
            httpx.post(f"{base}{SEATS}", content=json.dumps(BODY), headers=headers, timeout=5)
        killer.wait()
        server.wait()
    last = changing.post(SEATS, json=BODY, headers={**eva.headers, "Idempotency-Key": "one"})
    assert last.status_code == 201, last.text
    assert seats(instance) == before + 1
