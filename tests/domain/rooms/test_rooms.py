"""Rooms: for those who are in them, while they are; private notes are for nobody else at all."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from citypeers.core import audit, clock
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, Role
from citypeers.domain.rooms import documents, service
from citypeers.domain.rooms.models import PrivateNote, RoomDocument
from citypeers.identity import accounts
from tests.core.corpus import PDF
from tests.domain.rooms.people import ROOMS, id_of, room_of, two
from tests.identity.people import Person, partner, sign_in, staff

SECRET = "what I would never say aloud"


@pytest.fixture
def people(changing: httpx.Client, instance: Instance) -> tuple[Person, Person]:
    """Ana and Kai."""
    return two(changing, instance)


@pytest.fixture
def room(changing: httpx.Client, instance: Instance, people: tuple[Person, Person]) -> str:
    """A room of theirs."""
    return room_of(changing, instance, *people)


def look(client: httpx.Client, person: Person, room: str) -> Any:
    """The room as somebody sees it."""
    return client.get(f"{ROOMS}/{room}", headers=person.headers)


def upload(client: httpx.Client, person: Person, room: str) -> Any:
    """Send a document."""
    return client.post(f"{ROOMS}/{room}/documents", params={"name": "plan.pdf"}, content=PDF, headers=person.headers)


def test_those_who_are_in_it_find_it_and_one_another(changing: httpx.Client, people: tuple[Person, Person], room: str) -> None:
    ana, _ = people
    (listed,) = changing.get(ROOMS, headers=ana.headers).json()["items"]
    shown = look(changing, ana, room).json()
    assert listed["id"] == room
    assert [person["name"] for person in shown["people"]] == ["Ana Lima", "Ana Lima"]
    assert shown["inside"] == {"agenda": [], "tasks": [], "documents": []}


def test_it_opens_once_for_one_thing(instance: Instance) -> None:
    with instance.database.transaction() as session:
        first, second = (service.open_room(session, OPERATOR, ("x", "1"), {"en": "X"}, []) for _ in range(2))
        assert first.id == second.id
        assert service.of(session, ("x", "1")) == first
        assert service.of(session, ("x", "2")) is None


def test_others_find_nothing_and_the_staff_only_that_it_exists(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    stranger = sign_in(changing, instance, Role.national_representative, "zoe@example.org")
    eva = staff(changing, instance)
    assert look(changing, stranger, room).status_code == 404
    assert look(changing, eva, room).json()["inside"] is None
    assert changing.get(ROOMS, headers=eva.headers).json()["total"] == 0
    for path in ("private-note", "documents/" + "0" * 32):
        assert changing.get(f"{ROOMS}/{room}/{path}", headers=eva.headers).status_code == 403
        assert changing.get(f"{ROOMS}/{room}/{path}", headers=stranger.headers).status_code == 404
    assert changing.post(f"{ROOMS}/{room}/note/ticket", headers=eva.headers).status_code == 403
    assert changing.get(f"{ROOMS}/{room}", headers=partner(changing, instance)).status_code == 401


def test_an_agenda_is_written_whole_to_what_was_seen(changing: httpx.Client, people: tuple[Person, Person], room: str) -> None:
    ana, kai = people
    tag = look(changing, ana, room).headers["etag"]
    points = [{"text": "Welcome", "minutes": 5}, {"text": "Shade", "minutes": None}]
    put = changing.put(f"{ROOMS}/{room}/agenda", json={"items": points}, headers={**ana.headers, "If-Match": tag})
    assert (put.status_code, put.json()["inside"]["agenda"]) == (200, points)
    stale = changing.put(f"{ROOMS}/{room}/agenda", json={"items": []}, headers={**kai.headers, "If-Match": tag})
    assert stale.status_code == 412
    assert look(changing, kai, room).json()["inside"]["agenda"] == points


def test_tasks_have_one_owner_and_come_to_an_end(changing: httpx.Client, people: tuple[Person, Person], room: str) -> None:
    ana, kai = people
    kai_id = id_of(changing, kai)
    asked = {"text": "Send the plan", "person": kai_id, "due": "2027-01-15"}
    made = changing.post(f"{ROOMS}/{room}/tasks", json=asked, headers=ana.headers)
    assert (made.status_code, made.json()["person"]["id"], made.json()["done_at"]) == (201, kai_id, None)
    path = f"{ROOMS}/{room}/tasks/{made.json()['id']}"

    def patch(body: dict[str, Any], tag: str) -> Any:
        headers = {**kai.headers, "If-Match": tag, "Content-Type": "application/merge-patch+json"}
        return changing.patch(path, json=body, headers=headers)

    done = patch({"done": True}, made.headers["etag"])
    assert done.json()["done_at"] is not None
    assert patch({"done": False}, made.headers["etag"]).status_code == 412
    both = patch({"organisation": "muenchen"}, done.headers["etag"])
    assert both.json()["errors"][0]["code"] == "one_owner"
    passed = patch({"organisation": "muenchen", "person": None, "done": False}, done.headers["etag"])
    assert (passed.json()["organisation"]["slug"], passed.json()["person"], passed.json()["done_at"]) == ("muenchen", None, None)
    assert patch({"text": None}, passed.headers["etag"]).status_code == 422
    assert changing.delete(path, headers=ana.headers).status_code == 204
    assert changing.delete(path, headers=ana.headers).status_code == 404


@pytest.mark.parametrize(
    ("body", "code"), [({"person": "0" * 32}, "not_of_this_room"), ({"organisation": "no-such"}, "unknown_organisation")]
)
def test_a_task_is_of_somebody_known(
    changing: httpx.Client, people: tuple[Person, Person], room: str, body: dict[str, str], code: str
) -> None:
    refused = changing.post(f"{ROOMS}/{room}/tasks", json={"text": "X", **body}, headers=people[0].headers)
    assert refused.json()["errors"][0]["code"] == code


def test_documents_are_kept_for_the_room_and_removed_for_good(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    ana, kai = people
    made = upload(changing, ana, room).json()
    assert upload(changing, kai, room).json()["id"] == made["id"]
    got = changing.get(made["href"], headers=kai.headers)
    assert (got.content, got.headers["content-disposition"].partition(";")[0]) == (PDF, "attachment")
    assert look(changing, kai, room).json()["inside"]["documents"] == [made]
    other = room_of(changing, instance, kai)
    assert changing.get(f"{ROOMS}/{other}/documents/{made['id']}", headers=kai.headers).status_code == 404
    assert changing.delete(made["href"], headers=kai.headers).status_code == 204
    assert changing.get(made["href"], headers=ana.headers).status_code == 404
    with instance.database.reading() as session:
        assert session.scalars(select(RoomDocument)).all() == []
    with pytest.raises(Exception, match="not-found"):
        instance.storage.read(documents.key(made["id"]))


def test_a_document_that_was_never_wholly_kept_is_swept(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    made = upload(changing, people[0], room).json()
    with instance.database.transaction() as session:
        row = session.get_one(RoomDocument, made["id"])
        row.is_stored, row.uploaded_at = False, clock.now() - timedelta(days=2)
    documents.sweep(instance.database, instance.storage)
    with instance.database.reading() as session:
        assert session.get(RoomDocument, made["id"]) is None


def test_a_private_note_never_leaves_its_author(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    ana, kai = people
    path = f"{ROOMS}/{room}/private-note"
    empty = changing.get(path, headers=ana.headers)
    assert empty.json() == {"text": "", "written_at": None}
    put = changing.put(path, json={"text": SECRET}, headers={**ana.headers, "If-Match": empty.headers["etag"]})
    assert put.status_code == 200
    again = changing.put(path, json={"text": "X"}, headers={**ana.headers, "If-Match": empty.headers["etag"]})
    assert again.status_code == 412
    assert changing.get(path, headers=ana.headers).json()["text"] == SECRET
    assert changing.get(path, headers=kai.headers).json()["text"] == ""
    administrator = staff(changing, instance, Role.administrator)
    for person in (kai, administrator):
        for where in (f"{ROOMS}/{room}", "/api/v1/audit-events", "/api/v1/me/data"):
            assert SECRET not in changing.get(where, headers=person.headers).text
    assert SECRET in changing.get("/api/v1/me/data", headers=ana.headers).text
    with instance.database.reading() as session:
        assert SECRET not in str([event.model_dump() for event in session.scalars(select(audit.AuditEvent))])


def test_of_two_first_words_at_once_one_writer_is_asked_to_look_again(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    ana, _ = people
    path = f"{ROOMS}/{room}/private-note"
    tagged = {**ana.headers, "If-Match": changing.get(path, headers=ana.headers).headers["etag"]}
    with ThreadPoolExecutor(1) as beside:
        with instance.database.transaction() as session:
            account = accounts.by_email(session, ana.email)
            assert account is not None
            session.add(PrivateNote(room_id=room, account_id=account.id, text="from another window"))
            session.flush()
            late = beside.submit(changing.put, path, json={"text": SECRET}, headers=tagged)
            assert not wait([late], 0.3).done, "it waits for the other"
        assert late.result().status_code == 412
    assert changing.get(path, headers=ana.headers).json()["text"] == "from another window"


def test_a_closed_room_is_read_and_not_written(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    ana, _ = people
    document = upload(changing, ana, room).json()
    with instance.database.transaction() as session:
        service.close(session, OPERATOR, room)
    shown = look(changing, ana, room)
    assert shown.json()["closed_at"] is not None
    tagged = {**ana.headers, "If-Match": shown.headers["etag"]}
    for answer in (
        changing.put(f"{ROOMS}/{room}/agenda", json={"items": []}, headers=tagged),
        changing.post(f"{ROOMS}/{room}/tasks", json={"text": "X"}, headers=ana.headers),
        changing.delete(document["href"], headers=ana.headers),
        upload(changing, ana, room),
    ):
        assert answer.json()["type"].endswith("room-closed")
    assert changing.get(document["href"], headers=ana.headers).status_code == 200
    own = changing.get(f"{ROOMS}/{room}/private-note", headers=ana.headers)
    assert changing.put(
        f"{ROOMS}/{room}/private-note", json={"text": "X"}, headers={**ana.headers, "If-Match": own.headers["etag"]}
    ).is_success


def test_who_leaves_is_out_and_may_come_back(
    changing: httpx.Client, instance: Instance, people: tuple[Person, Person], room: str
) -> None:
    ana, _ = people
    account = id_of(changing, ana)
    with instance.database.transaction() as session:
        service.remove_member(session, OPERATOR, room, account)
        service.remove_member(session, OPERATOR, room, account)
    assert look(changing, ana, room).status_code == 404
    with instance.database.transaction() as session:
        service.admit(session, OPERATOR, room, account)
    assert look(changing, ana, room).status_code == 200


def test_rooms_are_listed_page_by_page(changing: httpx.Client, instance: Instance, people: tuple[Person, Person]) -> None:
    made = {room_of(changing, instance, people[0]) for _ in range(3)}
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = changing.get(ROOMS, params={"limit": 2, **cursor}, headers=people[0].headers).json()
        found += [row["id"] for row in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert (len(found), set(found), page["total"]) == (3, made, 3)
