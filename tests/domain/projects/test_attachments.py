"""Files of projects: taken from those who write, named by versions, and read by those who may."""

import json

import pytest
from pydantic import ValidationError
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.files.receiving import MOST
from citypeers.core.principal import OPERATOR
from citypeers.domain.projects import loading
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.exchange.imports import service as imports
from tests.conftest import DATA
from tests.core.corpus import BAD, GOOD, PDF
from tests.domain.projects.files import PICTURE, part, rows, status, stored, taken, upload
from tests.domain.projects.people import PROJECTS, STORY, begin, desk, move, published, write
from tests.identity.people import Person, staff


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
