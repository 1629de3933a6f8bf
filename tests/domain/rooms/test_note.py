"""The line to a shared note: who is let on, what is refused, when it is cut, and that everything written is kept."""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from websockets.exceptions import InvalidStatus

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.rooms import service
from citypeers.domain.rooms.models import RoomNote, RoomUpdate
from citypeers.domain.rooms.note import hub, keeping, wire
from citypeers.domain.rooms.note.line import MOST_WAITING, Code
from citypeers.identity import accounts
from citypeers.identity.models import Account
from citypeers.identity.router import COOKIE
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for
from tests.domain.rooms.conftest import listening
from tests.domain.rooms.people import ROOMS, Writer, id_of, line, room_of, settled, ticket, two
from tests.identity.people import Person, sign_in, signed_in


@pytest.fixture
def people(changing: httpx.Client, instance: Instance) -> tuple[Person, Person]:
    """Ana and Kai."""
    return two(changing, instance)


@pytest.fixture
def room(changing: httpx.Client, instance: Instance, people: tuple[Person, Person]) -> str:
    """A room of theirs."""
    return room_of(changing, instance, *people)


def refused(client: httpx.Client, path: str, origin: str | None = None) -> bool:
    """Whether a line is not opened."""
    try:
        line(client, path, origin).close()
    except InvalidStatus as answer:
        return answer.response.status_code == 403
    return False


def test_what_one_writes_the_other_reads(changing: httpx.Client, people: tuple[Person, Person], room: str) -> None:
    ana, kai = (Writer(changing, person, room).connect() for person in people)
    ana.write(0, "Shade for the square")
    assert settled([ana, kai], lambda: str(kai.text) != "") == "Shade for the square"
    kai.write(5, " and water")
    assert settled([ana, kai], lambda: "water" in str(ana.text)) == "Shade and water for the square"


def test_a_change_comes_without_being_asked_for(changing: httpx.Client, people: tuple[Person, Person], room: str) -> None:
    ana, kai = (Writer(changing, person, room).connect() for person in people)
    for writer in (ana, kai):
        writer.hear()
    ana.write(0, "at once")
    ana.send()
    assert kai.heard()[:2] == b"\x00\x02"


def test_a_ticket_opens_one_line_of_its_own_room_and_soon(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ticket(changing, people[0], room)
    assert not refused(changing, path)
    assert refused(changing, path)
    other = room_of(changing, instance, people[0])
    assert refused(changing, ticket(changing, people[0], room).replace(room, other))
    assert refused(changing, f"{ROOMS}/{room}/note")
    assert refused(changing, f"{ROOMS}/{room}/note?ticket={'x' * 200}")
    assert refused(changing, ticket(changing, people[0], room) + "&more=1")
    late = ticket(changing, people[0], room)
    then = clock.now() + timedelta(seconds=31)
    monkeypatch.setattr(clock, "now", lambda: then)
    assert refused(changing, late)


def test_a_line_is_opened_by_our_own_pages_and_by_programs(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    assert refused(changing, ticket(changing, people[0], room), "https://evil.example")
    assert refused(changing, ticket(changing, people[0], room), "null")
    for own in (str(changing.base_url).rstrip("/"), instance.settings.public_url):
        assert not refused(changing, ticket(changing, people[0], room), own)


def test_no_line_is_opened_elsewhere(changing: httpx.Client) -> None:
    for path in ("/", "/api/v1/networks", f"{ROOMS}/x/note"):
        assert refused(changing, path)


def test_a_ticket_opens_nothing_once_access_has_ended(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    path = ticket(changing, people[0], room)
    with instance.database.transaction() as session:
        service.remove_member(session, OPERATOR, room, id_of(changing, people[0]))
    assert refused(changing, path)


def test_signing_out_cuts_the_line(changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str) -> None:
    ana = Writer(changing, signed_in(changing, people[0].email), room).connect()
    ana.hear()
    cookie = changing.cookies.get(COOKIE)
    assert changing.post("/api/v1/auth/sign-out", headers={"Cookie": f"{COOKIE}={cookie}"}).status_code == 204
    assert ana.closed() == Code.access_ended


def test_the_end_of_a_membership_cuts_the_line(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    ana, kai = (Writer(changing, person, room).connect() for person in people)
    with instance.database.transaction() as session:
        until = clock.now() + timedelta(seconds=0.5)
        service.admit(session, OPERATOR, room, id_of(changing, people[0]), until)
    assert ana.closed() == Code.access_ended
    kai.hear()


def test_disabling_an_account_cuts_the_line(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    ana = Writer(changing, people[0], room).connect()
    with instance.database.transaction() as session:
        accounts.disable(session, OPERATOR, session.get_one(Account, id_of(changing, people[0])), "X")
    assert ana.closed() == Code.access_ended


def test_nothing_is_kept_of_whoever_is_out_already(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "WATCH_SECONDS", 60.0)
    ana = Writer(changing, people[0], room).connect()
    ana.hear()
    with instance.database.transaction() as session:
        service.remove_member(session, OPERATOR, room, id_of(changing, people[0]))
    ana.write(0, "too late")
    ana.send()
    assert ana.closed() == Code.access_ended
    with instance.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RoomUpdate)) == 0


def test_a_closed_room_is_read_and_takes_nothing(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    ana = Writer(changing, people[0], room).connect()
    ana.write(0, "what was said")
    ana.hear()
    with instance.database.transaction() as session:
        service.close(session, OPERATOR, room)
    kai = Writer(changing, people[1], room).connect()
    assert settled([kai], lambda: str(kai.text) != "") == "what was said"
    kai.write(0, "more: ")
    kai.send()
    assert kai.closed() == Code.room_closed


GARBAGE = [
    b"",
    b"\x00",
    b"\x07",
    b"\x00\x02\x05abc",
    b"\x00\x02\x03abc",
    b"\x00\x01\x04\xff\xff\xff\xff",
    b"\x00\x00\x02\xff\xff",
    b"\x00\x09\x01a",
    b"\x01\x02\x01\x01",
    b"\x01\x05\x01\x01\x01\x01{",
    b"\x01" + b"\xff" * 12,
    wire.shown([wire.Presence(1, 1, "NaN")]),
    wire.shown([wire.Presence(1, 1, '{"a": 1e999}')]),
    wire.shown([wire.Presence(1, 1, '["a"]')]),
    wire.shown([wire.Presence(1, 1, json.dumps({"a": "x" * 5000}))]),
    wire.shown([wire.Presence(number, 1, "{}") for number in range(6)]),
]


@pytest.mark.parametrize("garbage", GARBAGE)
def test_garbage_ends_the_line_that_it_comes_from_and_no_other(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str, garbage: bytes
) -> None:
    ana, kai = (Writer(changing, person, room).connect() for person in people)
    kai.line.send(garbage)
    assert kai.closed() == Code.unreadable
    ana.hear()
    ana.write(0, "as if nothing had been")
    ana.hear()
    with instance.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RoomUpdate)) == 1


def test_text_and_what_is_too_long_end_the_line(changing: httpx.Client, people: tuple[Person, Person], room: str) -> None:
    kai = Writer(changing, people[1], room).connect()
    kai.line.send("hello")
    assert kai.closed() == Code.unreadable
    kai = Writer(changing, people[1], room).connect()
    kai.line.send(b"\x00" * (wire.LONGEST + 1))
    assert kai.closed() == Code.too_large
    assert MOST_WAITING > wire.LONGEST


@given(st.binary(max_size=200))
def test_whatever_bytes_come_they_are_changes_or_refused(content: bytes) -> None:
    assert wire.is_update(content) in (True, False)
    with suppress(wire.Unreadable):
        wire.parsed(content)


def test_the_others_see_who_is_there_by_the_name_that_we_know(
    changing: httpx.Client, people: tuple[Person, Person], room: str
) -> None:
    ana, kai = (Writer(changing, person, room).connect() for person in people)
    for writer in (ana, kai):
        writer.hear()
    kai.line.send(wire.shown([wire.Presence(7, 1, '{"user": {"id": "x", "name": "The mayor"}, "cursor": null}')]))
    kai.hear()
    ana.hear()
    said = json.loads(ana.present[7])
    assert said == {"user": {"id": id_of(changing, people[1]), "name": "Ana Lima"}, "cursor": None}
    ana.line.send(wire.shown([wire.Presence(7, 9, "null")]))  # of another's copy nobody else speaks
    ana.hear()
    kai.hear()
    assert 7 not in kai.present
    late = Writer(changing, people[0], room).connect()
    late.hear()
    assert 7 in late.present
    kai.drop()
    for _ in range(50):
        ana.hear()
        if ana.present[7] == "null":
            return
    raise AssertionError


def test_a_note_is_gathered_when_nobody_has_it_open_and_nothing_is_lost(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "STAYS", timedelta(0))
    ana = Writer(changing, people[0], room).connect()
    for number in range(20):
        ana.write(10_000, f"{number} ")
        ana.hear()
    ana.drop()
    for _ in range(100):
        with instance.database.reading() as session:
            left = session.scalar(select(func.count()).select_from(RoomUpdate))
            if left == 0:
                assert session.get_one(RoomNote, room).position >= 20
                break
        time.sleep(0.02)
    assert left == 0
    kai = Writer(changing, people[1], room).connect()
    assert settled([kai], lambda: str(kai.text) != "") == str(ana.text)


def test_what_comes_before_its_beginning_survives_gathering(
    instance: Instance, changing: httpx.Client, people: tuple[Person, Person], room: str
) -> None:
    source = Writer(changing, people[0], room)
    parts: list[bytes] = []
    source.doc.observe(lambda event: parts.append(event.update))
    source.write(0, "first ")
    source.write(6, "second")
    ana = Writer(changing, people[0], room).connect()
    ana.line.send(wire.update(parts[1]))
    ana.hear()
    keeping.gather(instance.database, room)
    ana.line.send(wire.update(parts[0]))
    ana.hear()
    kai = Writer(changing, people[1], room).connect()
    assert settled([kai], lambda: str(kai.text) != "") == "first second"
    with instance.database.reading() as session:
        assert session.get_one(RoomNote, room).position == 1


@pytest.fixture
def second(changing: httpx.Client, fresh: Loaded) -> Iterator[httpx.Client]:
    """Another process on the same database."""
    with listening(create_app(settings_for(fresh))) as address, httpx.Client(base_url=address) as caller:
        yield caller


def test_processes_tell_one_another(changing: httpx.Client, second: httpx.Client, people: tuple[Person, Person], room: str) -> None:
    ana, kai = Writer(changing, people[0], room).connect(), Writer(second, people[1], room).connect()
    ana.write(0, "from one ")
    settled([ana, kai], lambda: "one" in str(kai.text))
    kai.write(9, "to the other")
    assert settled([ana, kai], lambda: "other" in str(ana.text)) == "from one to the other"


def test_a_stranger_gets_no_ticket(changing: httpx.Client, instance: Instance, room: str) -> None:
    zoe = sign_in(changing, instance, email="zoe@example.org")
    assert changing.post(f"{ROOMS}/{room}/note/ticket", headers=zoe.headers).status_code == 404
    assert changing.post(f"{ROOMS}/{room}/note/ticket").status_code == 401
