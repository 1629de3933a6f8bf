"""Files of projects: taken from those who write, named by versions, read by those who may, and gone when nobody names them."""

import errno
import json
import socket
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core import audit, clock
from citypeers.core.caller import Instance
from citypeers.core.files.receiving import MOST
from citypeers.core.principal import OPERATOR
from citypeers.core.problems import NotFound
from citypeers.core.storage import NoRoom, ObjectStorage
from citypeers.domain.projects import loading
from citypeers.domain.projects.attachments import removing, service
from citypeers.domain.projects.models import ProjectFile
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.exchange.imports import service as imports
from citypeers.main import create_app
from tests.conftest import DATA, Loaded, settings_for
from tests.core.corpus import BAD, GOOD, PDF, picture
from tests.core.test_files import EICAR, Scanning
from tests.core.test_storage import bucket
from tests.domain.projects.people import PROJECTS, STORY, begin, desk, member, move, write
from tests.domain.projects.test_editing import published
from tests.identity.people import Person, staff
from tests.identity.test_sessions import at_once

__all__ = ["bucket"]
PICTURE = picture("PNG", 640, 480)


@pytest.fixture
def ana(changing: TestClient, instance: Instance) -> Person:
    """Somebody of Hamburg."""
    return member(changing, instance, "hamburg", "ana@example.org")


@pytest.fixture
def kai(changing: TestClient, instance: Instance) -> Person:
    """Somebody of Munich."""
    return member(changing, instance, "muenchen", "kai@example.org")


def upload(client: TestClient, person: Person, id: str, content: bytes = PDF, name: str = "plan.pdf") -> Any:
    """Send a file, whatever it is, as one that says it is a web page."""
    headers = {**person.headers, "Content-Type": "text/html"}
    return client.post(f"{PROJECTS}/{id}/attachments", params={"name": name}, content=content, headers=headers)


def taken(client: TestClient, person: Person, id: str, content: bytes = PDF, name: str = "plan.pdf") -> str:
    """The id of a file that was taken."""
    answer = upload(client, person, id, content, name)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def part(file: str, id: str = "1", **more: Any) -> dict[str, Any]:
    """An attachment as a version names it."""
    return {"id": id, "file": file, "title": {"de": "Der Plan"}, **more}


def status(client: TestClient, id: str, file: str, person: Person | None = None, tail: str = "") -> int:
    """What somebody gets who asks for a file."""
    headers = person.headers if person else {}
    return client.get(f"{PROJECTS}/{id}/attachments/{file}{tail}", headers=headers).status_code


def stored(instance: Instance) -> list[Path]:
    """Everything in the storage."""
    return [path for path in Path(instance.settings.storage_url).rglob("*") if path.is_file()]


def rows(instance: Instance) -> Sequence[ProjectFile]:
    with instance.database.reading() as session:
        return session.scalars(select(ProjectFile)).all()


def pass_by(monkeypatch: pytest.MonkeyPatch, days: float) -> None:
    at = clock.now() + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: at)


@pytest.mark.parametrize("name", GOOD)
def test_what_is_taken_comes_back_as_a_download(changing: TestClient, ana: Person, name: str) -> None:
    content, media_type = GOOD[name]
    id = begin(changing, ana)
    told = upload(changing, ana, id, content, name).json()
    answer = changing.get(told["href"], headers=ana.headers)
    assert (answer.status_code, answer.headers["content-type"], len(answer.content)) == (200, media_type, told["size"])
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert media_type.startswith("image/") or answer.content == content
    assert (told["thumbnail"] is not None) == media_type.startswith("image/")


@pytest.mark.parametrize(
    "case", ["empty", "pdf and page", "svg with script", "zip that unfolds", "way out", "macros", "xlsx called docx"]
)
def test_what_is_not_taken_leaves_nothing(changing: TestClient, instance: Instance, ana: Person, case: str) -> None:
    name, content, code = BAD[case]
    id = begin(changing, ana)
    answer = upload(changing, ana, id, content, name)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/file-refused")
    assert [each["code"] for each in answer.json()["errors"]] == [code]
    assert (stored(instance), rows(instance)) == ([], [])


def test_a_file_is_as_large_as_may_be_and_no_larger(changing: TestClient, instance: Instance, ana: Person) -> None:
    id = begin(changing, ana)
    text = b"a line of text\n" * (MOST // 15)
    assert upload(changing, ana, id, text + b"x" * (MOST - len(text)), "a.txt").status_code == 201
    said = upload(changing, ana, id, text + b"x" * (MOST - len(text) + 1), "a.txt")
    assert (said.status_code, said.json()["type"]) == (413, "/problems/too-large")
    unsaid = changing.post(f"{PROJECTS}/{id}/attachments?name=a.txt", content=iter([text, b"x" * 2**20]), headers=ana.headers)
    assert (unsaid.status_code, unsaid.json()["type"]) == (413, "/problems/too-large")
    assert len(rows(instance)) == 1
    large = {"title": {"de": "x" * 2**20}}
    assert changing.patch(f"{PROJECTS}/{id}/desk", json=large, headers=ana.headers).status_code == 413


def test_a_name_is_needed_and_nothing_else_is_known(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana)
    assert changing.post(f"{PROJECTS}/{id}/attachments", content=PDF, headers=ana.headers).status_code == 422
    strange = changing.post(f"{PROJECTS}/{id}/attachments?name=a.pdf&type=x", content=PDF, headers=ana.headers)
    assert strange.status_code == 422


def test_only_those_who_write_upload_and_others_are_told_before_they_send(
    changing: TestClient, instance: Instance, ana: Person, kai: Person
) -> None:
    id = begin(changing, ana)
    assert upload(changing, kai, id).status_code == 404
    assert changing.post(f"{PROJECTS}/{id}/attachments?name=a.pdf", content=PDF).status_code == 401
    assert move(changing, ana, id, "submit").status_code == 200
    assert upload(changing, kai, id).status_code == 403, "a reviewer sees it and writes nothing"
    assert upload(changing, staff(changing, instance), id).status_code == 201


def test_a_draft_is_nobody_elses_until_it_is_live(changing: TestClient, ana: Person, kai: Person) -> None:
    id = begin(changing, ana)
    file, loose = taken(changing, ana, id, PICTURE, "a.png"), taken(changing, ana, id)
    assert write(changing, ana, id, attachments=[part(file, alt={"de": "Ein Baum"})]).status_code == 200
    assert [status(changing, id, each, ana) for each in (file, loose)] == [200, 200]
    assert [status(changing, id, file, who) for who in (kai, None)] == [404, 404]
    move(changing, ana, id, "submit")
    assert [status(changing, id, each, kai) for each in (file, loose)] == [200, 404], "what is reviewed, and no more"
    assert status(changing, id, file, None, "/thumbnail") == 404
    move(changing, kai, id, "approve")
    assert [status(changing, id, file, None, tail) for tail in ("", "/thumbnail", "/thumbnail?width=1280")] == [200, 200, 200]
    assert status(changing, id, loose) == 404
    shown = changing.get(f"{PROJECTS}/{id}").json()["attachments"][0]
    assert (shown["name"], shown["width"], shown["alt"]) == ("a.png", 640, {"de": "Ein Baum"})
    move(changing, ana, id, "archive", reason="x")
    assert [status(changing, id, file, who) for who in (None, ana)] == [404, 200]


def test_what_is_live_stays_while_the_next_version_is_without_it(changing: TestClient, ana: Person, kai: Person) -> None:
    id = begin(changing, ana)
    file = taken(changing, ana, id)
    write(changing, ana, id, attachments=[part(file)])
    move(changing, ana, id, "submit")
    move(changing, kai, id, "approve")
    assert write(changing, ana, id, attachments=[]).status_code == 200
    assert status(changing, id, file) == 200
    move(changing, ana, id, "submit")
    move(changing, kai, id, "approve")
    assert status(changing, id, file) == 404
    assert changing.get(f"{PROJECTS}/{id}").json()["attachments"] == []
    latest = changing.get(f"{PROJECTS}/{id}/revisions").json()["items"][0]
    assert [(each["field"], each["after"]) for each in latest["changes"]] == [("attachments", None)]


def test_a_picture_is_not_submitted_without_words(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana)
    file, document = taken(changing, ana, id, PICTURE, "a.png"), taken(changing, ana, id)
    write(changing, ana, id, attachments=[part(document), part(file, "2")])
    lacks = [(each["pointer"], each["code"]) for each in desk(changing, ana, id)["lacks"]]
    assert lacks == [("/attachments/1/alt", "picture_in_words")]
    assert move(changing, ana, id, "submit").json()["type"] == "/problems/project-incomplete"
    write(changing, ana, id, attachments=[part(document), part(file, "2", alt={"de": "Ein Baum"})])
    assert move(changing, ana, id, "submit").status_code == 200


def test_a_project_names_only_its_own_files(changing: TestClient, ana: Person, kai: Person) -> None:
    mine, other = begin(changing, ana), begin(changing, kai, "muenchen")
    file = taken(changing, kai, other)
    for each in (file, "0" * 32):
        answer = write(changing, ana, mine, attachments=[part(each)])
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/attachments/0/file")
        assert status(changing, mine, each, ana) == 404
    named = {"organisation": "hamburg", "title": {"de": "x"}, "attachments": [part(file)]}
    assert changing.post(PROJECTS, json=named, headers=ana.headers).status_code == 422
    assert status(changing, other, file, ana) == 404


def test_the_same_bytes_are_the_same_file(changing: TestClient, instance: Instance, ana: Person) -> None:
    id = begin(changing, ana)
    assert taken(changing, ana, id, PICTURE, "a.png") == taken(changing, ana, id, PICTURE, "b.png")
    assert len(rows(instance)) == 1
    assert len(stored(instance)) == 3
    assert taken(changing, ana, begin(changing, ana), PICTURE, "a.png") != rows(instance)[0].id


def test_a_file_is_not_sent_to_those_who_have_it(changing: TestClient, ana: Person, kai: Person) -> None:
    id = begin(changing, ana)
    file = taken(changing, ana, id, PICTURE, 'Straße "1.png')
    write(changing, ana, id, attachments=[part(file, alt={"de": "x"})])
    move(changing, ana, id, "submit")
    move(changing, kai, id, "approve")
    for tail, kept in (("", "no-cache"), ("/thumbnail", "public, no-cache")):
        assert status(changing, id, file, tail=f"{tail}?colour=blue") == 422
        first = changing.get(f"{PROJECTS}/{id}/attachments/{file}{tail}")
        assert first.headers["cache-control"] == kept
        again = changing.get(f"{PROJECTS}/{id}/attachments/{file}{tail}", headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert changing.head(f"{PROJECTS}/{id}/attachments/{file}{tail}").status_code == 200
    said = changing.get(f"{PROJECTS}/{id}/attachments/{file}").headers["content-disposition"]
    assert said == "attachment; filename=\"Stra_e 1.png\"; filename*=UTF-8''Stra%C3%9Fe%201.png"


def test_a_document_has_no_small_picture(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana)
    assert status(changing, id, taken(changing, ana, id), ana, "/thumbnail") == 404
    picture_file = taken(changing, ana, id, PICTURE, "a.png")
    assert status(changing, id, picture_file, ana, "/thumbnail?width=77") == 422


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


def test_an_import_neither_brings_files_nor_takes_them_away(changing: TestClient, instance: Instance, kai: Person) -> None:
    eva = staff(changing, instance)
    told = json.loads((DATA / "projects.json").read_text())["projects"][0]
    id = loading.id_of(imports.OWN_DATA, told["key"])
    file = taken(changing, eva, id)
    assert write(changing, eva, id, **STORY, attachments=[part(file)]).status_code == 200
    assert move(changing, eva, id, "submit").status_code == 200
    assert move(changing, kai, id, "approve").status_code == 200
    with pytest.raises(ValidationError):
        ProjectWrite.model_validate({**told, "attachments": [part(file)]})
    again = ProjectWrite.model_validate({**told, "title": {"en": "Anew"}})
    with instance.database.transaction() as session:
        assert loading.save_all(session, OPERATOR, [again], imports.OWN_DATA) == ["kept_of_its_people"]
    assert status(changing, id, file) == 200


def test_file_rows_name_nobody(changing: TestClient, instance: Instance, ana: Person) -> None:
    id = begin(changing, ana)
    taken(changing, ana, id)
    told = rows(instance)[0].model_dump_json()
    assert rows(instance)[0].uploaded_by.startswith("account:")
    assert "ana@example.org" not in told
    assert "Ana" not in told


def test_published_lists_what_live_names(changing: TestClient, ana: Person, kai: Person) -> None:
    assert changing.get(f"{PROJECTS}/{published(changing, ana, kai)}").json()["attachments"] == []
