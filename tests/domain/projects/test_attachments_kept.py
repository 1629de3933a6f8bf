"""Room for the files of projects: how much they may take, where they lie, and that they go when nobody names them."""

import errno
import socket
import tempfile
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core import audit, clock
from citypeers.core.caller import Instance
from citypeers.core.problems import NotFound
from citypeers.core.storage import NoRoom, ObjectStorage
from citypeers.domain.projects.attachments import removing, service
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for
from tests.core.corpus import PDF
from tests.core.test_files import EICAR, Scanning
from tests.core.test_storage import bucket
from tests.domain.projects.files import PICTURE, part, pass_by, rows, status, stored, taken, upload
from tests.domain.projects.people import PROJECTS, begin, member, move, write
from tests.identity.people import Person
from tests.identity.test_sessions import at_once

__all__ = ["bucket"]


def test_the_files_of_a_project_take_no_more_than_they_may(fresh: Loaded) -> None:
    with TestClient(create_app(settings_for(fresh, project_files_mib=1))) as client:
        here: Instance = client.app.state.instance  # type: ignore[attr-defined]
        ana = member(client, here, "hamburg", "ana@example.org")
        id = begin(client, ana)
        for number, wanted in enumerate((201, 201, 409)):
            answer = upload(client, ana, id, f"{number}".encode() * 500_000, f"{number}.txt")
            assert answer.status_code == wanted
        assert (answer.json()["type"], answer.json()["numbers"]) == ("/problems/project-files-full", {"most": 500, "most_mib": 1})
        assert len(rows(here)) == 2


def test_a_project_has_no_more_files_than_it_may(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_FILES", 1)
    id = begin(changing, ana)
    taken(changing, ana, id)
    assert upload(changing, ana, id, PICTURE, "a.png").status_code == 409
    assert upload(changing, ana, id).status_code == 201, "the same file is no other"


def test_two_at_once_keep_to_the_quota(fresh: Loaded) -> None:
    with TestClient(create_app(settings_for(fresh, project_files_mib=1))) as client:
        here: Instance = client.app.state.instance  # type: ignore[attr-defined]
        ana = member(client, here, "hamburg", "ana@example.org")
        id = begin(client, ana)
        letters = iter((b"a", b"b"))
        told = at_once(lambda: upload(client, ana, id, next(letters) * 800_000, "a.txt").status_code, 2)
        assert sorted(told) == [201, 409]


def test_without_room_nothing_is_left(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = begin(changing, ana)
    put, calls = ObjectStorage.put, 0

    def full(storage: ObjectStorage, key: str, content: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise NoRoom
        put(storage, key, content)

    monkeypatch.setattr(ObjectStorage, "put", full)
    answer = upload(changing, ana, id, PICTURE, "a.png")
    assert (answer.status_code, answer.json()["type"]) == (507, "/problems/no-room")
    assert (stored(instance), rows(instance)) == ([], [])


def test_without_room_for_what_comes_in_neither(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = begin(changing, ana)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "write", full)
    assert upload(changing, ana, id).status_code == 507
    assert (stored(instance), rows(instance)) == ([], [])


def test_files_lie_in_a_bucket_as_in_a_folder(fresh: Loaded, bucket: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    with TestClient(create_app(settings_for(fresh, **bucket))) as client:
        here: Instance = client.app.state.instance  # type: ignore[attr-defined]
        ana = member(client, here, "hamburg", "ana@example.org")
        id = begin(client, ana)
        file, document = taken(client, ana, id, PICTURE, "a.png"), taken(client, ana, id)
        assert [status(client, id, file, ana, tail) for tail in ("", "/thumbnail")] == [200, 200]
        assert client.get(f"{PROJECTS}/{id}/attachments/{document}", headers=ana.headers).content == PDF
        pass_by(monkeypatch, 1.1)
        assert removing.remove(here.database, here.storage) == 2
        with pytest.raises(NotFound):
            here.storage.read(service.key(file))


def test_what_the_scanner_knows_is_not_kept(fresh: Loaded) -> None:
    line = socket.create_server(("127.0.0.1", 0))
    Scanning(line)
    with TestClient(create_app(settings_for(fresh, clamd_url=f"tcp://127.0.0.1:{line.getsockname()[1]}"))) as client:
        here: Instance = client.app.state.instance  # type: ignore[attr-defined]
        ana = member(client, here, "hamburg", "ana@example.org")
        id = begin(client, ana)
        answer = upload(client, ana, id, EICAR, "a.txt")
        assert (answer.status_code, answer.json()["type"]) == (422, "/problems/infected")
        assert upload(client, ana, id).status_code == 201
        line.shutdown(socket.SHUT_RDWR)
        line.close()
        away = upload(client, ana, id, PICTURE, "a.png")
        assert (away.status_code, away.json()["type"]) == (503, "/problems/scanner-away")
        assert len(rows(here)) == 1


def test_a_file_that_nobody_names_goes_after_a_day(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = begin(changing, ana)
    loose, named = taken(changing, ana, id, PICTURE, "a.png"), taken(changing, ana, id)
    write(changing, ana, id, attachments=[part(named)])
    assert removing.remove(instance.database, instance.storage) == 0
    pass_by(monkeypatch, 1.1)
    assert removing.remove(instance.database, instance.storage) == 1
    assert {each.id for each in rows(instance)} == {named}
    assert len(stored(instance)) == 1
    with instance.database.reading() as session:
        verbs = [each.verb for each in session.scalars(select(audit.AuditEvent).order_by(col(audit.AuditEvent.position)))]
        assert verbs.count("project.file_uploaded") == 2
        assert verbs[-1] == "project.file_removed"
        assert audit.verify(session)[1] is None
    assert loose not in {each.id for each in rows(instance)}


def test_a_file_of_a_kept_revision_stays_and_comes_back_with_it(
    changing: TestClient, instance: Instance, ana: Person, kai: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = begin(changing, ana)
    file = taken(changing, ana, id)
    write(changing, ana, id, attachments=[part(file)])
    move(changing, ana, id, "submit")
    move(changing, kai, id, "approve")
    number = changing.get(f"{PROJECTS}/{id}/revisions").json()["items"][0]["number"]
    write(changing, ana, id, attachments=None)
    move(changing, ana, id, "submit")
    move(changing, kai, id, "approve")
    later = clock.now() + timedelta(days=2)
    with monkeypatch.context() as then:
        then.setattr(clock, "now", lambda: later)
        assert removing.remove(instance.database, instance.storage) == 0
    etag = changing.get(f"{PROJECTS}/{id}/desk", headers=ana.headers).headers["etag"]
    path = f"{PROJECTS}/{id}/revisions/{number}/restore"
    restored = changing.post(path, headers={**ana.headers, "If-Match": etag})
    assert [each["file"] for each in restored.json()["work"]["attachments"]] == [file]
    assert status(changing, id, file, ana) == 200
    assert status(changing, id, file) == 404


def test_a_file_of_a_revision_that_gave_way_goes(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = begin(changing, ana)
    file = taken(changing, ana, id)
    write(changing, ana, id, attachments=[part(file)])
    write(changing, ana, id, attachments=[])  # of the same sitting
    pass_by(monkeypatch, 1.1)
    assert removing.remove(instance.database, instance.storage) == 1


def test_removing_that_was_cut_off_is_done_by_the_next_turn(
    changing: TestClient, instance: Instance, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = begin(changing, ana)
    file = taken(changing, ana, id)
    pass_by(monkeypatch, 1.1)
    with monkeypatch.context() as cut:
        cut.setattr(ObjectStorage, "remove", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            removing.remove(instance.database, instance.storage)
    assert write(changing, ana, id, attachments=[part(file)]).status_code == 422, "it is going"
    assert removing.remove(instance.database, instance.storage) == 1
    assert (stored(instance), rows(instance)) == ([], [])
