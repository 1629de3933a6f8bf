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
from sqlalchemy import func, select
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.domain.members.seats.models import Seat
from tests.conftest import Loaded
from tests.domain.members.test_rules import at_once
from tests.identity.people import Person, staff

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
        killer = subprocess.Popen(["sh", "-c", f"sleep 0.0{number + 1}; kill -9 {server.pid}"])
        headers = {**eva.headers, "Idempotency-Key": "one", "Content-Type": "application/json"}
        with suppress(httpx.HTTPError):
            httpx.post(f"{base}{SEATS}", content=json.dumps(BODY), headers=headers, timeout=5)
        killer.wait()
        server.wait()
    last = changing.post(SEATS, json=BODY, headers={**eva.headers, "Idempotency-Key": "one"})
    assert last.status_code == 201, last.text
    assert seats(instance) == before + 1
