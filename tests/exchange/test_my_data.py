"""One's own data: seen whole, taken along as JSON and CSV, and erased so that no trace is found anywhere."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from sqlalchemy import func, select
from starlette.testclient import TestClient

from citypeers.core import audit, clock
from citypeers.core.caller import Instance
from citypeers.exchange.imports.runs.models import ImportMapping, ImportRun
from citypeers.exchange.mydata import collecting
from citypeers.exchange.notices import sweeping
from citypeers.identity.models import Export
from tests.conftest import Loaded
from tests.domain.members.test_seats import act, seat_of
from tests.exchange.test_imports import dump
from tests.identity.people import PASSWORD, Person, accept, letters, link_token, signed_in, staff

MARK = "zweifelsfrei-unique-marker"
EMAIL = f"{MARK}@example.org"
NAME = f"Rosa {MARK} Quispe"
PHONE = f"+51 {MARK}"
REASON = f"because of {MARK}"
ME = "/api/v1/me"


@pytest.fixture
def people(changing: TestClient, instance: Instance) -> tuple[Person, Person]:
    """Two of the secretariat."""
    return staff(changing, instance, email="one@example.org"), staff(changing, instance, email="two@example.org")


@pytest.fixture
def rosa(changing: TestClient, instance: Instance, people: tuple[Person, Person]) -> Person:
    """Somebody of whom something is kept in every room: a seat, contacts, letters, an application, an archive, a session."""
    seat = seat_of(changing)["id"]
    nomination = {"name": NAME, "email": EMAIL, "language": "es"}
    keyed = Person(people[0].email, people[0].token, {"Idempotency-Key": "kept for a day"})
    assert act(changing, keyed, seat, "nominate", **nomination).status_code == 201
    assert act(changing, people[1], seat, "confirm").status_code == 200
    person = accept(changing, instance, EMAIL)
    etag = changing.get(ME, headers=person.headers).headers["etag"]
    assert changing.patch(ME, json={"name": NAME}, headers={**person.headers, "If-Match": etag}).status_code == 200
    for kind, value, audience in (("phone", PHONE, "public"), ("email", EMAIL, "members"), ("phone", f"{PHONE} 2", "public")):
        body = {"kind": kind, "value": value, "audience": audience}
        assert changing.put(f"{ME}/contacts", json=body, headers=person.headers).status_code == 204
    asked = {
        "organisation": "hamburg",
        "name": NAME,
        "email": EMAIL,
        "language": "es",
        "motivation": f"We are {MARK} and would learn.",
    }
    assert changing.post("/api/v1/networks/iscn/applications", json=asked).status_code == 202
    token = link_token(letters(instance, EMAIL, "confirm-application")[-1])
    assert changing.post("/api/v1/applications/confirmations", json={"token": token}).status_code == 204
    assert changing.post("/api/v1/auth/recovery", json={"email": EMAIL}).status_code == 202
    kept = {"noun": "projects", "query": f"q={MARK}", "name": MARK}
    assert changing.post(f"{ME}/searches", json=kept, headers=person.headers).status_code == 201
    agent = {"User-Agent": f"Browser of {MARK}"}
    signed = changing.post("/api/v1/auth/sign-in", json={"email": EMAIL, "password": PASSWORD}, headers=agent)
    assert signed.status_code == 200
    assert changing.post(f"{ME}/exports", headers={**person.headers, "Idempotency-Key": MARK}).status_code == 201
    return person


def test_an_archive_holds_everything_and_nothing_that_opens_or_seals(
    changing: TestClient, instance: Instance, rosa: Person
) -> None:
    (export,) = changing.get(f"{ME}/exports", headers=rosa.headers).json()["items"]
    answer = changing.get(f"{ME}/exports/{export['id']}", headers=rosa.headers)
    assert (answer.headers["content-type"], len(answer.content)) == ("application/zip", export["size"])
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        told = json.loads(archive.read("my-data.json"))
        tables = {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode())))
            for name in archive.namelist()
            if name.endswith(".csv")
        }
    assert told["account"][0]["email"] == EMAIL
    assert [each["role"] for each in told["grants"]] == ["national_representative"]
    assert {each["value"] for each in told["contacts"]} == {PHONE, EMAIL, f"{PHONE} 2"}
    assert told["seats"][0]["name"] == NAME
    assert MARK in told["applications"][0]["motivation"]
    assert any(MARK in each["agent"] for each in told["sessions"])
    assert {"confirm-application", "invitation", "recovery", "seat-step"} & {each["letter"] for each in told["letters"]}
    assert "contact.shown" in {each["verb"] for each in told["activity"]}
    assert {name.removesuffix(".csv"): len(rows) for name, rows in tables.items()} == {
        name: len(rows) for name, rows in told.items()
    }
    assert tables["account.csv"][0]["email"] == EMAIL
    assert changing.get(f"{ME}/data", headers=rosa.headers).json()["account"][0]["name"] == NAME
    written = answer.content.decode("latin-1") + json.dumps(told)
    for secret in ("password_hash", "argon2", "totp", "recovery#", "invitation#"):
        assert secret not in written


def test_whatever_is_kept_has_a_word_on_the_screen() -> None:
    kept = {each for rows in get_type_hints(collecting.Kept).values() for each in get_args(rows)} | {ImportRun, ImportMapping}
    fields = {field for row in kept for field in row.model_fields} - collecting.SECRET
    words = (Path(__file__).parents[2] / "frontend/src/features/mydata/fieldWords.ts").read_text()
    assert fields - set(re.findall(r"^ {2}(\w+): msg", words, re.MULTILINE)) == set()


def test_an_archive_is_its_owners_alone_and_lasts_a_week(
    changing: TestClient, instance: Instance, rosa: Person, people: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    (export,) = changing.get(f"{ME}/exports", headers=rosa.headers).json()["items"]
    path = f"{ME}/exports/{export['id']}"
    assert changing.get(path, headers=people[0].headers).status_code == 404
    later = clock.now() + timedelta(days=7, minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert changing.get(path, headers=rosa.headers).status_code == 404
    assert changing.get(f"{ME}/exports", headers=rosa.headers).json()["total"] == 0
    with instance.database.transaction() as session:
        sweeping.sweep(session, instance.settings)
    with instance.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Export)) == 0


def traces(instance: Instance, fresh: Loaded) -> Iterator[str]:
    """Where the marker is still found: in any row of any table, in the text index, in the files of the database."""
    url = instance.database.url.render_as_string(hide_password=False)
    for table, rows in dump(url).items():
        yield from (f"{table}: {row[:120]}" for row in rows if MARK in row)
    folders = [fresh.index] + ([Path(fresh.url.removeprefix("sqlite:///")).parent] if instance.database.is_sqlite else [])
    for file in (each for folder in folders for each in folder.rglob("*") if each.is_file()):
        if MARK.encode() in file.read_bytes():
            yield str(file.name)


def test_after_erasure_no_trace_is_found_and_the_record_still_holds(
    changing: TestClient, instance: Instance, fresh: Loaded, rosa: Person, people: tuple[Person, Person]
) -> None:
    assert list(traces(instance, fresh))  # the scan finds what there is
    wrong = changing.post(f"{ME}/erasure", json={"password": "not that one"}, headers=rosa.headers)
    assert (wrong.status_code, wrong.json()["errors"][0]["code"]) == (422, "password_wrong")
    assert changing.post(f"{ME}/erasure", json={"password": PASSWORD}, headers=rosa.headers).status_code == 204
    assert list(traces(instance, fresh)) == []
    assert changing.get(ME, headers=rosa.headers).status_code == 401
    refused = changing.post("/api/v1/auth/sign-in", json={"email": EMAIL, "password": PASSWORD})
    assert refused.json()["type"] == "/problems/wrong-credentials"
    assert seat_of(changing)["state"] == "vacant"
    with instance.database.reading() as session:
        number, broken = audit.verify(session)
    assert (number > 10, broken) == (True, None)
    events = changing.get("/api/v1/audit-events?verb=contact.shown", headers=people[0].headers).json()["items"]
    assert events
    assert all(change["erased"] and change["after"] is None for event in events for change in event["changes"])
    told = letters(instance, "one@example.org", "seat-step")[-1]
    assert told.values["what"] == "An account ended; its duties are the secretariat's now"


def test_the_address_is_free_again_after_erasure(
    changing: TestClient, instance: Instance, rosa: Person, people: tuple[Person, Person]
) -> None:
    assert changing.post(f"{ME}/erasure", json={"password": PASSWORD}, headers=rosa.headers).status_code == 204
    body = {"email": EMAIL, "name": "Somebody", "language": "en"}
    assert changing.post("/api/v1/invitations", json=body, headers=people[0].headers).status_code == 201
    accept(changing, instance, EMAIL)
    assert changing.get(ME, headers=signed_in(changing, EMAIL).headers).json()["grants"][0]["role"] == "member"
