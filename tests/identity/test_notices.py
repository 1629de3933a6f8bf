"""Notices: each told once in the program and as its reader wants it by letter; gathered, read, ended, forgotten, taken along."""

import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel import Session, col
from starlette.testclient import TestClient

from citypeers.core import clock, mail
from citypeers.core.caller import Instance
from citypeers.core.cursors import Cursors
from citypeers.core.principal import OPERATOR
from citypeers.core.text import LANGUAGES
from citypeers.domain.members import letters as wording
from citypeers.exchange.deadlines import service as deadlines
from citypeers.exchange.notices import sweeping
from citypeers.identity import accounts
from citypeers.identity import letters as duties
from citypeers.identity.notices import gathering, unsubscribing
from citypeers.identity.notices.models import Notice
from citypeers.identity.notices.telling import tell
from tests.domain.members.test_seats import act, named, seat_of
from tests.domain.projects.people import begin, member, move
from tests.identity.people import PASSWORD, Person, accept, letters, sign_in, signed_in, staff

ME = "/api/v1/me"
NOTICES = f"{ME}/notices"
NETWORK = {"en": "Cities of India", "de": "Städte Indiens"}
NIGHT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
MORNING = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)


@pytest.fixture
def ana(changing: TestClient, instance: Instance) -> Person:
    """Somebody who is told things."""
    return sign_in(changing, instance)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def told(instance: Instance, person: Person, member: str = "Pune", letter: str = wording.MEMBERSHIP_STEP) -> None:
    with instance.database.transaction() as session:
        account = accounts.by_email(session, person.email)
        assert account is not None
        tell(
            session, account, letter, "Because", network=NETWORK, member=member, what=wording.MEMBERSHIP["admit"], link="/networks"
        )


def page(client: TestClient, person: Person, query: str = "") -> dict[str, Any]:
    answer = client.get(f"{NOTICES}{query}", headers=person.headers)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def choose(client: TestClient, person: Person, way: str, group: str = "memberships", **more: Any) -> Any:
    body = {"hour": 8, "zone": "UTC", "groups": [{"group": group, "way": way}], **more}
    return client.put(f"{NOTICES}/settings", json=body, headers=person.headers)


def way_of(client: TestClient, person: Person, group: str = "memberships") -> str:
    groups = client.get(f"{NOTICES}/settings", headers=person.headers).json()["groups"]
    return next(str(each["way"]) for each in groups if each["group"] == group)


@pytest.mark.parametrize(("way", "written"), [("at_once", 1), ("digest", 0), ("in_app", 0)])
def test_what_is_told_stands_in_the_program_and_comes_by_letter_as_its_reader_wants(
    changing: TestClient, instance: Instance, ana: Person, way: str, written: int
) -> None:
    assert choose(changing, ana, way).status_code == 204
    assert way_of(changing, ana) == way
    told(instance, ana)
    assert len(letters(instance, ana.email, wording.MEMBERSHIP_STEP)) == written
    (item,) = page(changing, ana)["items"]
    assert item["title"]["de"] == "Städte Indiens: aufgenommen"
    assert item["text"]["en"] == "Pune: admitted.\nReason: Because"
    assert (set(item["title"]), item["link"], item["read_at"]) == (set(LANGUAGES), "/networks", None)


def test_what_concerns_the_safety_of_an_account_always_comes_at_once(changing: TestClient, instance: Instance, ana: Person) -> None:
    for group in mail.GROUPS:
        assert choose(changing, ana, "in_app", group).status_code == 204
    body = {"current": PASSWORD, "new": "eight bridges over two rivers"}
    assert changing.post("/api/v1/auth/password", json=body, headers=ana.headers).status_code == 204
    assert len(letters(instance, ana.email, duties.CHANGED)) == 1
    assert not {duties.CHANGED, duties.RECOVERY, duties.INVITATION} & mail.GROUP_OF.keys()


def test_every_letter_that_can_be_switched_off_is_of_a_group_that_has_a_name() -> None:
    assert set(mail.GROUP_OF.values()) <= mail.GROUPS.keys()
    assert all(set(label) == set(LANGUAGES) for label in mail.GROUPS.values())
    for letter in mail.GROUP_OF:
        assert all("{name}" in worded.paragraphs[0] for worded in mail.LETTERS[letter].values()), letter


def test_pages_hold_each_notice_once_the_newest_first(changing: TestClient, instance: Instance, ana: Person) -> None:
    for number in range(7):
        told(instance, ana, f"City {number}")
    seen, query = [], "?limit=3"
    while query:
        body = page(changing, ana, query)
        seen += [item["text"]["en"][:6] for item in body["items"]]
        query = f"?limit=3&cursor={body['next']}" if body["next"] else ""
    assert seen == [f"City {number}" for number in reversed(range(7))]


def test_what_is_read_is_read_and_nobody_reads_for_another(changing: TestClient, instance: Instance, ana: Person) -> None:
    kai = sign_in(changing, instance, email="kai@example.org")
    for each in ("Pune", "Surat", "Kochi"):
        told(instance, ana, each)
    first = page(changing, ana)["items"][-1]["id"]
    for person, left in ((kai, 3), (ana, 2), (ana, 2)):
        answer = changing.post(f"{NOTICES}/read", json={"ids": [first]}, headers=person.headers)
        assert (answer.status_code, page(changing, ana)["unread"]) == (204, left)
    assert page(changing, ana)["total"] == 3
    unread = page(changing, ana, "?unread=true")
    assert (unread["total"], len(unread["items"])) == (2, 2)
    until = unread["items"][0]["created_at"]
    assert changing.post(f"{NOTICES}/read", json={"until": until}, headers=ana.headers).status_code == 204
    assert page(changing, ana)["unread"] == 0
    assert page(changing, kai)["items"] == []


def test_settings_refuse_what_there_is_not_and_leave_what_is_not_named(changing: TestClient, ana: Person) -> None:
    assert choose(changing, ana, "digest", hour=20, zone="America/Fortaleza").status_code == 204
    assert choose(changing, ana, "in_app", "projects", hour=7).status_code == 204
    settings = changing.get(f"{NOTICES}/settings", headers=ana.headers).json()
    assert (settings["hour"], settings["zone"], way_of(changing, ana)) == (7, "UTC", "digest")
    for code, more in (("notice_zone", {"zone": "Mars/Olympus"}), ("notice_group", {"groups": [{"group": "x", "way": "digest"}]})):
        answer = choose(changing, ana, "digest", **more)
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, code)


@pytest.mark.parametrize(
    ("hour", "zone", "now", "passing"),
    [
        (8, "Europe/Berlin", "2026-10-25T06:59:00", "2026-10-24T06:00:00"),
        (8, "Europe/Berlin", "2026-10-25T07:00:00", "2026-10-25T07:00:00"),
        (2, "Europe/Berlin", "2026-03-29T05:00:00", "2026-03-29T01:00:00"),
        (8, "America/Fortaleza", "2026-11-21T10:59:59", "2026-11-20T11:00:00"),
        (0, "Asia/Kolkata", "2026-11-21T18:30:00", "2026-11-21T18:30:00"),
    ],
)
def test_an_hour_passes_by_the_clock_of_its_reader(hour: int, zone: str, now: str, passing: str) -> None:
    found = gathering.last_passing(hour, zone, datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert found == datetime.fromisoformat(passing).replace(tzinfo=UTC)


def gathered(instance: Instance, person: Person) -> list[str]:
    deadlines.run(instance.database, instance.settings)
    return [letter.values["news"] for letter in letters(instance, person.email, "notices-digest")]


def test_one_letter_a_day_gathers_what_waits_once_at_the_readers_hour(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(changing, ana, "digest")
    at(monkeypatch, NIGHT)
    told(instance, ana, "Pune")
    told(instance, ana, "Surat")
    assert gathered(instance, ana) == []
    at(monkeypatch, MORNING)
    told(instance, ana, "Kochi")
    line = "• Cities of India: admitted"
    assert gathered(instance, ana) == [f"{line}\n{line}"]
    assert len(gathered(instance, ana)) == 1
    at(monkeypatch, MORNING + timedelta(days=1))
    assert gathered(instance, ana)[1:] == [line]
    at(monkeypatch, MORNING + timedelta(days=2))
    assert len(gathered(instance, ana)) == 2


def test_what_was_read_or_ended_meanwhile_is_told_by_no_letter(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(changing, ana, "digest")
    token = ana.headers
    at(monkeypatch, NIGHT)
    told(instance, ana)
    monkeypatch.undo()
    (item,) = page(changing, ana)["items"]
    assert changing.post(f"{NOTICES}/read", json={"ids": [item["id"]]}, headers=token).status_code == 204
    told(instance, ana)
    choose(changing, ana, "in_app")
    at(monkeypatch, clock.now() + timedelta(days=2))
    assert gathered(instance, ana) == []


def test_more_than_a_letter_holds_is_counted_in_it(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MOST_TOLD", 2)
    choose(changing, ana, "digest")
    for _ in range(5):
        told(instance, ana)
    at(monkeypatch, clock.now() + timedelta(days=1))
    assert gathered(instance, ana)[0].splitlines()[-1] == "and 3 more in your notices"


def test_many_readers_are_looked_after_some_at_a_time(
    changing: TestClient, instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "AT_ONCE", 1)
    people = [sign_in(changing, instance, email=f"reader{number}@example.org") for number in range(3)]
    for person in people:
        choose(changing, person, "digest")
        told(instance, person)
    at(monkeypatch, clock.now() + timedelta(days=1))
    assert [len(gathered(instance, person)) for person in people] == [1, 1, 1]


def test_two_workers_write_one_letter(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(changing, ana, "digest")
    told(instance, ana)
    at(monkeypatch, clock.now() + timedelta(days=1))
    together = threading.Barrier(4)

    def work() -> None:
        together.wait()
        with instance.database.transaction() as session:
            gathering.send(session, Cursors("x"))

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(letters(instance, ana.email, "notices-digest")) == 1


KILLED = """
import os, signal, sys
from datetime import timedelta
from citypeers.core import clock
from citypeers.core.cursors import Cursors
from citypeers.core.db import Database
from citypeers.identity.notices import gathering
import citypeers.main
then = clock.now() + timedelta(days=1)
clock.now = lambda: then
with Database(sys.argv[1], 1).transaction() as session:
    assert gathering.send(session, Cursors("x")) == 1
    session.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_worker_that_is_killed_loses_and_doubles_nothing(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(changing, ana, "digest")
    told(instance, ana)
    url = instance.database.url.render_as_string(hide_password=False)
    ended = subprocess.run([sys.executable, "-c", KILLED, url], check=False, capture_output=True, timeout=60)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert letters(instance, ana.email, "notices-digest") == []
    at(monkeypatch, clock.now() + timedelta(days=1))
    assert len(gathered(instance, ana)) == 1


def test_a_letter_of_a_group_says_how_letters_like_it_end(changing: TestClient, instance: Instance, ana: Person) -> None:
    told(instance, ana)
    (letter,) = letters(instance, ana.email, wording.MEMBERSHIP_STEP)
    ends = unsubscribing.address(Cursors(instance.settings.secret_key.get_secret_value()), letter)
    assert ends is not None
    made = mail.message(letter, "x@example.org", "https://example.org", ends)
    assert made["List-Unsubscribe"] == f"<https://example.org{ends}>"
    assert made["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for language, said in (("en", "Choose how"), ("de", "Wählen, wie"), ("es", "Elegir cómo"), ("pt", "Escolher como")):
        letter.language = language
        assert f"{said}" in mail.written(letter, "https://example.org").text
        assert "https://example.org/me/notices" in mail.written(letter, "https://example.org").html
    opened = changing.get(ends, follow_redirects=False)
    assert (opened.status_code, opened.headers["location"]) == (302, f"/me/unsubscribe#{ends.rpartition('/')[2]}")
    assert way_of(changing, ana) == "at_once"  # opening the link alone ends nothing
    program = {"Content-Type": "application/x-www-form-urlencoded"}
    assert changing.post(ends, content="List-Unsubscribe=One-Click", headers=program).status_code == 204
    assert (way_of(changing, ana), way_of(changing, ana, "projects")) == ("in_app", "at_once")
    assert changing.post(ends + "x").status_code == 422


def test_daily_letters_end_by_their_own_link(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(changing, ana, "digest")
    choose(changing, ana, "digest", "projects")
    told(instance, ana)
    at(monkeypatch, clock.now() + timedelta(days=1))
    gathered(instance, ana)
    monkeypatch.undo()
    (letter,) = letters(instance, ana.email, "notices-digest")
    token = letter.values["aside"].partition("#")[2]
    assert changing.post("/api/v1/digests/unsubscribe", json={"token": token}).status_code == 204
    assert {way_of(changing, ana), way_of(changing, ana, "projects")} == {"in_app"}
    assert way_of(changing, ana, "replications") == "at_once"


def test_letters_that_cannot_be_switched_off_have_no_link_that_would(changing: TestClient, instance: Instance, ana: Person) -> None:
    told(instance, ana, letter=duties.CHANGED)
    (letter,) = letters(instance, ana.email, duties.CHANGED)
    assert unsubscribing.address(Cursors("x"), letter) is None
    assert mail.message(letter, "x@example.org", "")["List-Unsubscribe"] is None


def number_of_notices(instance: Instance) -> int:
    with instance.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Notice)) or 0


def swept(instance: Instance) -> int:
    with instance.database.transaction() as session:
        sweeping.sweep(session, instance.settings)
    return number_of_notices(instance)


def test_what_was_read_goes_after_90_days_and_what_nobody_reads_after_a_year(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(instance, ana)
    told(instance, ana)
    item = page(changing, ana)["items"][0]
    changing.post(f"{NOTICES}/read", json={"ids": [item["id"]]}, headers=ana.headers)
    now = clock.now()
    for days, left in ((89, 2), (91, 1), (364, 1), (366, 0)):
        at(monkeypatch, now + timedelta(days=days))
        assert swept(instance) == left, days


def test_notices_and_their_settings_are_in_ones_data_and_go_with_it(changing: TestClient, instance: Instance, ana: Person) -> None:
    choose(changing, ana, "digest", zone="Asia/Kolkata")
    told(instance, ana)
    data = changing.get(f"{ME}/data", headers=ana.headers).json()
    assert [each["title"]["en"] for each in data["notices"]] == ["Cities of India: admitted"]
    assert [each["way"] for each in data["notice_ways"]] == ["digest"]
    assert [each["zone"] for each in data["notice_hours"]] == ["Asia/Kolkata"]
    assert changing.post(f"{ME}/erasure", json={"password": PASSWORD}, headers=ana.headers).status_code == 204
    assert number_of_notices(instance) == 0


def test_what_others_were_told_of_a_person_goes_with_that_person(changing: TestClient, instance: Instance) -> None:
    people = staff(changing, instance, email="one@example.org"), staff(changing, instance, email="two@example.org")
    seat = seat_of(changing)["id"]
    assert act(changing, people[0], seat, "nominate", **named("rosa@example.org")).status_code == 201
    assert act(changing, people[1], seat, "confirm").status_code == 200
    rosa = accept(changing, instance, "rosa@example.org")
    step = act(changing, people[0], seat, "recall", reason="My own story")
    assert step.status_code == 200, step.text
    assert "My own story" in str(page(changing, people[0])["items"])
    rosa = signed_in(changing, rosa.email)  # a recall ends the sessions
    assert changing.post(f"{ME}/erasure", json={"password": PASSWORD}, headers=rosa.headers).status_code == 204
    assert "My own story" not in str(page(changing, people[0])["items"])


def test_a_step_of_a_project_is_told_to_who_speaks_for_it(changing: TestClient, instance: Instance) -> None:
    owner = member(changing, instance, "hamburg", "owner@example.org")
    reviewer = member(changing, instance, "muenchen", "reviewer@example.org")
    choose(changing, owner, "in_app", "projects")
    id = begin(changing, owner)
    assert move(changing, owner, id, "submit").status_code == 200
    assert move(changing, reviewer, id, "approve").status_code == 200
    (item,) = page(changing, owner)["items"]
    assert (item["letter"], item["link"]) == ("project-step", f"/projects/{id}/desk")
    assert letters(instance, owner.email, "project-step") == []


def test_a_disabled_account_gets_no_daily_letter(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(changing, ana, "digest")
    told(instance, ana)
    with instance.database.transaction() as session:
        _disable(session, ana.email)
    at(monkeypatch, clock.now() + timedelta(days=1))
    assert gathered(instance, ana) == []


def _disable(session: Session, email: str) -> None:
    account = accounts.by_email(session, email)
    assert account is not None
    accounts.disable(session, OPERATOR, account, "gone")
    assert session.scalar(select(func.count()).where(col(Notice.account_id) == account.id)) == 1
