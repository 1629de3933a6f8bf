"""Imports over HTTP: uploaded, mapped, tried out, committed, undone; what the dry run says is what the commit does."""

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.projects.loading import id_of
from citypeers.domain.projects.models import Project, ProjectKey, ProjectState, Replication
from citypeers.exchange.imports.runs import service
from citypeers.exchange.imports.runs.schemas import Mapping
from citypeers.exchange.imports.service import OWN_DATA
from citypeers.identity import accounts
from citypeers.identity.clients_schemas import Bound, BoundKind
from citypeers.identity.scopes import ClientScope
from tests.conftest import Loaded
from tests.domain.projects.people import PROJECTS, desk, member, write
from tests.domain.projects.test_reimport import ROWS
from tests.exchange.importing import IMPORTS, done, errors, get, move, patch, upload, uploaded, work
from tests.exchange.test_foreign import GERMAN, MAPPING
from tests.exchange.test_imports import dump
from tests.identity.people import partner, sign_in, staff

SAID = {name: value for name, value in MAPPING.items() if name != "source"}
PLAIN = """key,title_en,organisation,place,country,start,replicates
A,Trees that ask for water,hamburg,Hamburg,DE,2020,
B,Lamps that count people,muenchen,München,DE,2021-05,A
C,A lake that speaks,fortaleza,Fortaleza,BR,,
"""


def project(client: TestClient, key: str, source: str = "city-portal") -> Any:
    return client.get(f"{PROJECTS}/{id_of(source, key)}")


def test_a_foreign_file_from_upload_to_commit_and_back(changing: TestClient, instance: Instance, fresh: Loaded) -> None:
    eva = staff(changing, instance).headers
    answer = upload(changing, eva, GERMAN)
    shown = answer.json()
    assert (answer.status_code, shown["state"], shown["publishes"]) == (201, "open", True)
    seen = shown["seen"]
    assert (seen["format"], seen["encoding"], seen["delimiter"]) == ("csv", "utf-8", ";")
    assert seen["sample"][0]["Titel"] == "Bäume gießen"
    assert seen["suggested"] == {
        "Kennung": "key", "Titel": "title", "Land": "country", "Stadt": "place", "Träger": "organisation", "Breite": "latitude",
        "Länge": "longitude", "Beginn": "start", "Kosten": "budget_amount", "Stand": "maturity", "Themen": "topics",
    }  # fmt: skip
    assert [each["field"] for each in shown["questions"]] == ["key", "title", "organisation"]
    id = shown["id"]
    refused = move(changing, eva, id, "dry_run")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/import-questions-open")
    doubts = patch(changing, eva, id, columns=seen["suggested"], language="de").json()["questions"]
    assert ("asked_decimal", "Breite", ["53,55", "48,14"]) in [(each["code"], each["column"], each["cells"]) for each in doubts]
    assert ("asked_unknown", "Stand", ["k. A."]) in [(each["code"], each["column"], each["cells"]) for each in doubts]
    answered = patch(changing, eva, id, **SAID)
    assert (answered.status_code, answered.json()["questions"]) == (200, [])
    before = dump(fresh.url)
    tried = done(changing, instance, eva, id, "dry_run")
    assert (tried["state"], tried["counts"]["created"], tried["counts"]["refused"]) == ("checked", 3, 0)
    after = dump(fresh.url)
    assert {name for name in before if before[name] != after[name]} <= {"import_run", "audit_event", "counter"}
    did = done(changing, instance, eva, id, "commit")
    assert (did["state"], did["counts"]) == ("committed", tried["counts"])
    assert project(changing, "P1").json()["title"] == {"de": "Bäume gießen"}
    undone = done(changing, instance, eva, id, "undo")
    assert (undone["state"], undone["counts"]["put_back"], undone["counts"]["left"]) == ("undone", 3, 0)
    assert project(changing, "P1").status_code == 404
    again = uploaded(changing, eva, GERMAN)
    assert patch(changing, eva, again, **SAID).status_code == 200
    done(changing, instance, eva, again, "dry_run")
    assert done(changing, instance, eva, again, "commit")["counts"]["created"] == 3
    assert project(changing, "P1").status_code == 200


def committed(client: TestClient, instance: Instance, headers: dict[str, str], content: str, **more: Any) -> dict[str, Any]:
    """A file of our own columns, tried out and committed."""
    id = uploaded(client, headers, content)
    tried = done(client, instance, headers, id, "dry_run")
    did = done(client, instance, headers, id, "commit", **more)
    assert did["counts"] == tried["counts"]
    return did


def test_undoing_puts_back_what_nobody_has_changed_since(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    first = committed(changing, instance, eva, PLAIN)
    assert first["counts"]["created"] == 3
    with instance.database.reading() as session:
        copied = select(Replication).where(col(Replication.project_id) == id_of("city-portal", "B"))
        assert session.scalars(copied).one().source_id == id_of("city-portal", "A")
    second = committed(changing, instance, eva, PLAIN.replace("Trees", "Bushes").replace("lake", "river"))
    assert (second["counts"]["changed"], second["counts"]["unchanged"]) == (2, 1)
    author = member(changing, instance, "hamburg", "author@example.org")
    id = id_of("city-portal", "A")
    assert write(changing, author, id, summary={"en": "Written since."}).status_code == 200
    undone = done(changing, instance, eva, second["id"], "undo")
    assert (undone["counts"]["put_back"], undone["counts"]["left"]) == (1, 1)
    assert errors(changing, eva, second["id"]) == [(2, "(row)", "changed_since")]
    assert project(changing, "C").json()["title"] == {"en": "A lake that speaks"}
    assert project(changing, "A").json()["title"] == {"en": "Bushes that ask for water"}
    undone = done(changing, instance, eva, first["id"], "undo")
    assert (undone["counts"]["put_back"], undone["counts"]["left"]) == (2, 1)
    assert project(changing, "C").status_code == 404
    revisions = changing.get(f"{PROJECTS}/{id_of('city-portal', 'C')}/revisions", headers=eva).json()["items"]
    assert [each["reason"] for each in revisions] == ["import undone", "import undone", None, None]


def test_rows_that_are_refused_come_with_reason_and_as_tables(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    wrong = PLAIN.replace("hamburg", "nowhere").replace("2021-05", "=1+1").replace("BR", "Atlantis")
    id = uploaded(changing, eva, wrong + "C,Again,fortaleza,Fortaleza,BR,,\n")
    tried = done(changing, instance, eva, id, "dry_run")
    assert (tried["counts"]["refused"], tried["counts"]["created"]) == (3, 1)
    assert errors(changing, eva, id) == [
        (2, "organisation", "unknown_organisation"), (3, "start", "asked_date"), (4, "country", "asked_country")
    ]  # fmt: skip
    table = changing.get(f"{IMPORTS}/{id}/errors?format=csv", headers={**eva, "Accept-Language": "de"})
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert (table.headers["content-type"], rows[1]["cell"]) == ("text/csv; charset=utf-8", "'=1+1")
    assert rows[1]["detail"].startswith("Das ist kein lesbares Datum")
    book = changing.get(f"{IMPORTS}/{id}/errors?format=xlsx", headers=eva)
    assert book.content.startswith(b"PK")
    page = changing.get(f"{IMPORTS}/{id}/errors?limit=2", headers=eva).json()
    rest = changing.get(f"{IMPORTS}/{id}/errors?cursor={page['next']}", headers=eva).json()
    assert (len(page["items"]), page["total"], len(rest["items"]), rest["next"]) == (2, 3, 1, None)
    refused = move(changing, eva, id, "commit")
    assert (refused.status_code, refused.json()["numbers"]) == (409, {"refused": 3})
    did = done(changing, instance, eva, id, "commit", partly=True)
    assert (did["state"], did["counts"]) == ("committed", tried["counts"])


def test_what_resembles_a_project_here_is_asked(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    row = ROWS[0]
    known = id_of(OWN_DATA, row["key"])
    title = row["title"]["en"] + "!"
    lines = "".join(f'{key},"{title}",{row["organisation"]},,,,\n' for key in ("X", "Y", "Z"))
    id = uploaded(changing, eva, PLAIN.splitlines()[0] + "\n" + lines)
    tried = done(changing, instance, eva, id, "dry_run")
    assert tried["counts"]["refused"] == 3
    item = changing.get(f"{IMPORTS}/{id}/errors", headers=eva).json()["items"][0]
    assert (item["code"], [each["id"] for each in item["candidates"]]) == ("looks_alike", [known])
    assert patch(changing, eva, id, duplicates={"X": known, "Y": "create", "Z": "skip"}).status_code == 200
    tried = done(changing, instance, eva, id, "dry_run")
    assert [tried["counts"][name] for name in ("changed", "created", "skipped", "refused")] == [1, 1, 1, 0]
    did = done(changing, instance, eva, id, "commit")
    assert did["counts"] == tried["counts"]
    assert changing.get(f"{PROJECTS}/{known}").json()["title"] == {"en": title}
    done(changing, instance, eva, id, "undo")
    assert changing.get(f"{PROJECTS}/{known}").json()["title"] == row["title"]
    with instance.database.reading() as session:
        assert session.scalars(select(ProjectKey).where(col(ProjectKey.source) == "city-portal")).all() == []


def test_people_bring_drafts_of_their_own_organisation(changing: TestClient, instance: Instance) -> None:
    author = member(changing, instance, "hamburg", "author@example.org")
    id = uploaded(changing, author.headers, PLAIN)
    assert not get(changing, author.headers, id)["publishes"]
    tried = done(changing, instance, author.headers, id, "dry_run")
    assert (tried["counts"]["created"], tried["counts"]["refused"]) == (1, 2)
    assert errors(changing, author.headers, id)[0] == (3, "organisation", "not_your_organisation")
    did = done(changing, instance, author.headers, id, "commit", partly=True)
    assert did["counts"] == tried["counts"]
    mine = changing.get("/api/v1/me/projects", headers=author.headers).json()["items"][0]
    assert (mine["work_state"], mine["live_state"], mine["title"]) == ("draft", None, {"en": "Trees that ask for water"})
    changed = uploaded(changing, author.headers, PLAIN.replace("Trees", "Bushes"))
    done(changing, instance, author.headers, changed, "dry_run")
    assert done(changing, instance, author.headers, changed, "commit", partly=True)["counts"]["changed"] == 1
    assert write(changing, author, mine["id"], title={"en": "By hand"}).status_code == 200
    third = uploaded(changing, author.headers, PLAIN)
    assert done(changing, instance, author.headers, third, "dry_run")["counts"]["kept"] == 1
    assert errors(changing, author.headers, third)[0][2] == "kept_of_its_people"
    assert done(changing, instance, author.headers, changed, "undo")["counts"]["left"] == 1
    assert desk(changing, author, mine["id"])["work"]["title"] == {"en": "By hand"}


def test_a_partner_system_brings_what_it_is_bound_to(changing: TestClient, instance: Instance) -> None:
    headers = partner(changing, instance, ClientScope.projects_write, bound=Bound(kind=BoundKind.country, id="DE"))
    id = uploaded(changing, headers, PLAIN.replace(",A\n", ",\n"))
    tried = done(changing, instance, headers, id, "dry_run")
    assert (tried["counts"]["created"], tried["counts"]["refused"]) == (2, 1)
    did = done(changing, instance, headers, id, "commit", partly=True)
    assert did["counts"] == tried["counts"]
    with instance.database.reading() as session:
        states = select(Project).join(ProjectKey).where(col(ProjectKey.source).startswith("city-portal/"))
        assert [each.work_state for each in session.scalars(states)] == [ProjectState.draft] * 2


def test_who_may_write_nothing_uploads_nothing_and_nobody_sees_others(changing: TestClient, instance: Instance) -> None:
    nobody = sign_in(changing, instance, email="nobody@example.org").headers
    assert upload(changing, nobody, PLAIN).status_code == 403
    assert upload(changing, {}, PLAIN).status_code == 401
    eva = staff(changing, instance).headers
    id = uploaded(changing, eva, PLAIN)
    other = staff(changing, instance, email="otto@example.org").headers
    for path in (f"{IMPORTS}/{id}", f"{IMPORTS}/{id}/errors"):
        assert changing.get(path, headers=other).status_code == 404
    tag = changing.get(f"{IMPORTS}/{id}", headers=eva).headers["etag"]
    tagged = {**other, "If-Match": tag}
    assert changing.patch(f"{IMPORTS}/{id}", json={}, headers=tagged).status_code == 404
    assert changing.post(f"{IMPORTS}/{id}/transitions", json={"verb": "cancel"}, headers=tagged).status_code == 404
    assert changing.get(IMPORTS, headers=other).json()["items"] == []
    assert changing.put("/api/v1/import-mappings/ours", json=SAID, headers=eva).status_code == 200
    assert changing.get("/api/v1/import-mappings/ours", headers=other).status_code == 404
    mine, theirs = (changing.get("/api/v1/me/data", headers=headers).json() for headers in (eva, other))
    assert ([each["id"] for each in mine["imports"]], [each["name"] for each in mine["import_mappings"]]) == ([id], ["ours"])
    assert (theirs["imports"], theirs["import_mappings"]) == ([], [])
    assert upload(changing, other, GERMAN, mapping="ours").status_code == 422
    assert upload(changing, eva, GERMAN, mapping="ours").json()["questions"] == []
    assert changing.delete("/api/v1/import-mappings/ours", headers=eva).status_code == 204
    assert changing.get("/api/v1/import-mappings", headers=eva).json()["items"] == []


def test_of_two_mappings_begun_at_once_under_one_name_the_later_stays(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance)
    with ThreadPoolExecutor(1) as beside:
        with instance.database.transaction() as session:
            account = accounts.by_email(session, eva.email)
            assert account is not None
            service.keep_mapping(session, accounts.acting(session, account.id), "ours", Mapping())
            later = beside.submit(changing.put, "/api/v1/import-mappings/ours", json=SAID, headers=eva.headers)
            assert not wait([later], 0.3).done, "it waits for the first"
        assert later.result().status_code == 200
    kept = changing.get("/api/v1/import-mappings/ours", headers=eva.headers).json()
    assert (kept["version"], Mapping.model_validate(kept["mapping"])) == (2, Mapping.model_validate(SAID))


def test_two_commits_at_once_are_one(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    id = uploaded(changing, eva, PLAIN)
    done(changing, instance, eva, id, "dry_run")
    tagged = {**eva, "If-Match": changing.get(f"{IMPORTS}/{id}", headers=eva).headers["etag"]}
    answers = [changing.post(f"{IMPORTS}/{id}/transitions", json={"verb": "commit"}, headers=tagged).status_code for _ in range(2)]
    assert answers == [200, 412]
    work(instance)
    work(instance)
    assert get(changing, eva, id)["counts"]["created"] == 3


def test_the_same_upload_twice_is_one(changing: TestClient, instance: Instance) -> None:
    eva = {**staff(changing, instance).headers, "Idempotency-Key": "once"}
    first, second = upload(changing, eva, PLAIN), upload(changing, eva, PLAIN)
    assert (second.json()["id"], second.headers["idempotency-replayed"]) == (first.json()["id"], "true")
    assert upload(changing, eva, GERMAN).status_code == 422


def test_whoever_loses_the_right_brings_nothing_more(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    id = uploaded(changing, eva, PLAIN)
    done(changing, instance, eva, id, "dry_run")
    assert move(changing, eva, id, "commit").status_code == 200
    with instance.database.transaction() as session:
        account = accounts.by_email(session, "eva@example.org")
        assert account is not None
        for held in accounts.grants(session, account.id):
            accounts.end_grant(session, OPERATOR, held.id)
    work(instance)
    shown = get(changing, eva, id)
    assert (shown["state"], shown["counts"]["created"]) == ("failed", 0)
    assert "may no longer" in shown["failure"]


def test_a_file_of_more_than_a_mebibyte_comes_in_and_one_of_too_many_does_not(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    rows = "".join(f"K{n},{'x' * 250},hamburg,,,,\n" for n in range(6_000))
    id = uploaded(changing, eva, PLAIN.splitlines()[0] + "\n" + rows)
    assert get(changing, eva, id)["size"] > 2**20
    answer = upload(changing, eva, b"x" * (25 * 2**20 + 1))
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")
    assert changing.post(PROJECTS, content=b"x" * (2**20 + 1), headers=eva).status_code == 413


HOSTILE: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "a.csv", "file_empty"),
    "many columns": (b",".join(b"c%d" % n for n in range(200_000)), "a.csv", "columns_many"),
    "a huge cell": (b"key,title_en\n1," + b"x" * 10**6, "a.csv", "csv_broken"),
    "no JSON": (b"{" * 100_000, "a.json", "json_broken"),
    "a name that is no text": (json.dumps([{"\ud800": 1}]).encode(), "a.json", "columns_unnamed"),
    "no workbook": (b"PK\x03\x04" + b"\0" * 100, "a.xlsx", "workbook_broken"),
    "endless number": (b'[{"key": ' + b"9" * 5_000 + b"}]", "a.json", "json_broken"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "name", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_with_the_reason(
    changing: TestClient, instance: Instance, content: bytes, name: str, code: str
) -> None:
    answer = upload(changing, staff(changing, instance).headers, content, file=name)
    assert (answer.status_code, [each["code"] for each in answer.json()["errors"]]) == (422, [code])


def test_hostile_cells_are_refused_as_rows(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    fine = {"key": "A", "title_en": "X", "organisation": "hamburg"}
    rows = [
        {**fine, "key": "N\0"}, {**fine, "key": "T", "title_en": "a\0b"}, {**fine, "key": "S", "title_en": "\ud800"},
        {**fine, "key": "I", "budget_amount": 1e308, "budget_currency": "EUR"}, {**fine, "key": "J", "latitude": 10**400}, fine,
    ]  # fmt: skip
    text = json.dumps(rows).replace("1e+308", "1e999")
    id = uploaded(changing, eva, text, file="a.json")
    tried = done(changing, instance, eva, id, "dry_run")
    assert (tried["state"], tried["counts"]["refused"], tried["counts"]["created"]) == ("checked", 5, 1)
    assert changing.get(f"{IMPORTS}/{id}/errors?format=xlsx", headers=eva).status_code == 200
    assert changing.get(f"{IMPORTS}/{id}/errors", headers=eva).json()["total"] == 5


def test_a_western_file_is_asked_about_and_then_read(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    answer = upload(changing, eva, GERMAN.encode("cp1252")).json()
    (question,) = answer["questions"]
    assert (question["code"], list(question["answers"])) == ("asked_encoding", ["windows-1252"])
    assert "Bäume" in question["answers"]["windows-1252"] or "Träger" in question["answers"]["windows-1252"]
    read = patch(changing, eva, answer["id"], encoding="windows-1252", **SAID).json()
    assert (read["questions"], read["seen"]["sample"][0]["Titel"]) == ([], "Bäume gießen")
    wrong = patch(changing, eva, answer["id"], columns={"Gone": "key"})
    assert (wrong.status_code, wrong.json()["errors"][0]["code"]) == (422, "mapping_wrong")


def test_too_many_imports_at_once_wait(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    ids = [uploaded(changing, eva, PLAIN) for _ in range(10)]
    assert upload(changing, eva, PLAIN).json()["type"] == "/problems/too-many-imports"
    assert move(changing, eva, ids[0], "cancel").json()["state"] == "cancelled"
    assert upload(changing, eva, PLAIN).status_code == 201
    page = changing.get(f"{IMPORTS}?limit=6", headers=eva).json()
    rest = changing.get(f"{IMPORTS}?limit=6&cursor={page['next']}", headers=eva).json()
    assert len({each["id"] for each in page["items"] + rest["items"]}) == page["total"] == 11
