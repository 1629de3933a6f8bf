"""Writing projects: beside what is live, reviewed by others, kept in its history, and looked at again after a year."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core import audit, clock
from citypeers.core.caller import Instance
from citypeers.core.outbox import Event
from citypeers.domain.projects.editing.ageing import FRESH_FOR
from citypeers.domain.projects.editing.states import TABLE
from citypeers.exchange.deadlines import service as deadlines
from citypeers.identity.clients_schemas import Bound, BoundKind
from citypeers.identity.scopes import ClientScope
from tests.domain.projects.people import PROJECTS, STORY, begin, desk, member, move, published, write
from tests.identity.people import PASSWORD, Person, letters, partner, staff
from tests.identity.test_sessions import at_once


def test_a_title_in_one_language_is_enough_to_begin_and_nobody_else_sees_it(changing: TestClient, ana: Person, kai: Person) -> None:
    body = {"organisation": "hamburg", "title": {"de": "Bäume"}}
    made = changing.post(PROJECTS, json=body, headers=ana.headers)
    assert (made.status_code, made.json()["work_state"], made.json()["live"]) == (201, "draft", None)
    assert {each["pointer"] for each in made.json()["lacks"]} == {
        "/summary",
        "/places",
        "/topics",
        "/maturity",
        "/lessons",
        "/contacts",
    }
    id = made.json()["id"]
    assert changing.get(f"{PROJECTS}/{id}").status_code == 404
    assert changing.get(f"{PROJECTS}/{id}/desk", headers=kai.headers).status_code == 404
    assert changing.get(f"{PROJECTS}/{id}/desk").status_code == 401
    assert changing.get(f"{PROJECTS}/{id}/revisions").status_code == 404


def test_from_nothing_to_published_and_found(changing: TestClient, instance: Instance, ana: Person, kai: Person) -> None:
    id = published(changing, ana, kai)
    shown = changing.get(f"{PROJECTS}/{id}", headers={"Accept-Language": "de"}).json()
    assert (shown["display"]["title"], shown["state"], shown["origin"]) == ("Sensoren für Stadtbäume", "published", "member")
    found = changing.get(f"{PROJECTS}?organisation=hamburg&maturity=pilot&has_lessons=true").json()["items"]
    assert id in {each["id"] for each in found}
    assert desk(changing, ana, id)["work"] is None
    assert [each.letter for each in letters(instance, "ana@example.org")][-1:] == ["project-step"]


def test_a_live_project_stays_as_it_is_while_its_next_version_is_written(changing: TestClient, ana: Person, kai: Person) -> None:
    id = published(changing, ana, kai)
    assert write(changing, ana, id, summary={"en": "Trees are watered when they need it."}, sdgs=[11]).status_code == 200
    now = desk(changing, ana, id)
    assert (now["live_state"], now["work_state"]) == ("published", "draft")
    assert now["work"]["summary"] == {**STORY["summary"], "en": "Trees are watered when they need it."}
    assert changing.get(f"{PROJECTS}/{id}").json()["summary"] == STORY["summary"]
    assert move(changing, ana, id, "submit").status_code == 200
    assert write(changing, ana, id, sdgs=[13]).json()["type"] == "/problems/being-reviewed"
    assert move(changing, kai, id, "approve").status_code == 200
    assert changing.get(f"{PROJECTS}/{id}").json()["sdgs"] == [11]


def test_changes_are_requested_field_by_field_and_answered(
    changing: TestClient, instance: Instance, ana: Person, kai: Person
) -> None:
    id = begin(changing, ana)
    move(changing, ana, id, "submit")
    assert [row["id"] for row in changing.get("/api/v1/me/reviews", headers=kai.headers).json()["items"]] == [id]
    assert changing.get("/api/v1/me/reviews", headers=ana.headers).json()["total"] == 0
    assert move(changing, kai, id, "request_changes").json()["type"] == "/problems/nothing-asked"
    asked = [{"pointer": "/summary", "text": "Which trees?"}]
    assert move(changing, kai, id, "request_changes", comments=asked).status_code == 200
    now = desk(changing, ana, id)
    assert (now["work_state"], [(each["pointer"], each["is_open"]) for each in now["comments"]]) == (
        "changes_requested",
        [("/summary", True)],
    )
    assert changing.get("/api/v1/me/projects", headers=ana.headers).json()["items"][0]["open_comments"] == 1
    assert letters(instance, "ana@example.org", "project-step")
    write(changing, ana, id, summary={"de": "Junge Bäume."})
    assert move(changing, ana, id, "submit").status_code == 200
    assert not desk(changing, ana, id)["comments"][0]["is_open"]


def test_nobody_reviews_what_their_own_organisation_wrote(changing: TestClient, instance: Instance, ana: Person) -> None:
    other = member(changing, instance, "hamburg", "ida@example.org")
    id = begin(changing, ana)
    move(changing, ana, id, "submit")
    for person in (ana, other):
        assert move(changing, person, id, "approve").json()["type"] == "/problems/own-review"
    eva = staff(changing, instance)
    assert move(changing, eva, id, "approve").status_code == 200


def test_who_began_a_project_does_not_review_it_whatever_else_they_are(changing: TestClient, instance: Instance) -> None:
    eva, another = staff(changing, instance), staff(changing, instance, email="two@example.org")
    id = begin(changing, eva)
    move(changing, eva, id, "submit")
    assert move(changing, eva, id, "approve").json()["type"] == "/problems/own-review"
    assert "approve" not in desk(changing, eva, id)["may"]
    assert move(changing, another, id, "approve").status_code == 200


def test_what_is_missing_is_told_when_it_is_submitted_not_when_it_is_saved(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana, lessons=[], maturity="discontinued")
    refused = move(changing, ana, id, "submit")
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/project-incomplete")
    assert {each["pointer"] for each in refused.json()["errors"]} == {"/lessons", "/discontinued_because"}
    told = {"lessons": STORY["lessons"], "discontinued_because": {"de": "Zu teuer."}}
    assert write(changing, ana, id, **told).json()["lacks"] == []
    assert move(changing, ana, id, "submit").status_code == 200


def test_an_indicator_is_measured_or_says_why_not(changing: TestClient, ana: Person) -> None:
    indicator = {"id": "1", "name": {"de": "Wasser"}, "unit": {"de": "m³"}}
    id = begin(changing, ana, indicators=[indicator])
    assert [each["pointer"] for each in desk(changing, ana, id)["lacks"]] == ["/indicators/0/measurements"]
    for more in ({"not_measured": {"de": "Kein Zähler."}}, {"measurements": [{"on": "2026-03", "value": 12.5}]}):
        assert write(changing, ana, id, indicators=[{**indicator, **more}]).json()["lacks"] == []


def test_approved_waits_for_its_owners_where_they_want_so(changing: TestClient, ana: Person, kai: Person) -> None:
    id = begin(changing, ana, publishes_itself=False)
    move(changing, ana, id, "submit")
    assert move(changing, kai, id, "approve").json()["work_state"] == "approved"
    assert changing.get(f"{PROJECTS}/{id}").status_code == 404
    assert move(changing, kai, id, "publish").status_code == 403
    assert move(changing, ana, id, "publish").status_code == 200
    assert changing.get(f"{PROJECTS}/{id}").status_code == 200


def test_history_tells_who_changed_what_and_an_earlier_version_comes_back_as_a_draft(
    changing: TestClient, ana: Person, kai: Person
) -> None:
    id = published(changing, ana, kai)
    write(changing, ana, id, summary={"de": "Anders."}, website="https://example.org")
    move(changing, ana, id, "submit")
    move(changing, kai, id, "approve")
    history = changing.get(f"{PROJECTS}/{id}/revisions", headers=ana.headers).json()["items"]
    written = next(each for each in history if each["changes"])
    assert {each["field"] for each in written["changes"]} == {"summary", "website"}
    seen = changing.get(f"{PROJECTS}/{id}/revisions").json()
    assert [each["state"] for each in seen["items"]] == ["published", "published"]
    assert {each["field"] for each in seen["items"][0]["changes"]} == {"summary", "website"}
    etag = changing.get(f"{PROJECTS}/{id}/desk", headers=ana.headers).headers["etag"]
    path = f"{PROJECTS}/{id}/revisions/{history[-1]['number']}/restore"
    back = changing.post(path, headers={**ana.headers, "If-Match": etag}).json()
    assert (back["work"]["summary"], back["work"]["website"], back["live"]["website"]) == (
        STORY["summary"],
        None,
        "https://example.org",
    )


def test_authors_are_named_to_their_own_organisation_and_the_staff_and_others_read_the_organisation(
    changing: TestClient, instance: Instance, ana: Person, kai: Person
) -> None:
    id = published(changing, ana, kai)
    colleague = member(changing, instance, "hamburg", "colleague@example.org")
    secretariat = staff(changing, instance)

    def authors(headers: dict[str, str]) -> set[tuple[str | None, str | None]]:
        items = changing.get(f"{PROJECTS}/{id}/revisions", headers=headers).json()["items"]
        found = [each["author"] for each in items]
        return {(each["name"], each["organisation"] and each["organisation"]["slug"]) for each in found}

    assert authors({}) == {(None, "muenchen")}
    assert authors(kai.headers) == {("Ana Lima", "muenchen")}
    assert authors(colleague.headers) == {("Ana Lima", "hamburg"), (None, "muenchen")}
    assert authors(secretariat.headers) == {("Ana Lima", "hamburg"), ("Ana Lima", "muenchen")}
    erased = changing.post("/api/v1/me/erasure", json={"password": PASSWORD}, headers=kai.headers)
    assert erased.status_code == 204
    assert authors(secretariat.headers) == {("Ana Lima", "hamburg"), (None, None)}


def test_what_one_person_saves_in_one_sitting_is_one_revision(
    changing: TestClient, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = begin(changing, ana)
    for goal in range(1, 5):
        write(changing, ana, id, sdgs=[goal])
    path = f"{PROJECTS}/{id}/revisions"
    first, last = changing.get(path, headers=ana.headers).json()["items"][::-1]
    assert [(each["field"], each["before"], each["after"]) for each in last["changes"]] == [("sdgs", [], [4])]
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(hours=1))
    write(changing, ana, id, sdgs=[5])
    monkeypatch.setattr(clock, "now", lambda: now)
    kept = changing.get(path, headers=ana.headers).json()["items"]
    assert [each["number"] for each in kept] == [last["number"] + 1, last["number"], first["number"]]


def test_what_is_archived_leaves_every_list_and_comes_back_by_a_review(changing: TestClient, ana: Person, kai: Person) -> None:
    id = published(changing, ana, kai)
    assert move(changing, ana, id, "archive").json()["type"] == "/problems/reason-needed"
    assert move(changing, ana, id, "archive", reason="over").status_code == 200
    assert changing.get(f"{PROJECTS}/{id}").status_code == 404
    assert write(changing, ana, id, sdgs=[1]).status_code == 409
    assert move(changing, ana, id, "restore", reason="again").json()["work_state"] == "draft"
    move(changing, ana, id, "submit")
    move(changing, kai, id, "approve")
    assert changing.get(f"{PROJECTS}/{id}").json()["state"] == "published"


def test_what_never_was_live_is_kept_when_it_is_discarded(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana)
    assert move(changing, ana, id, "discard", reason="a mistake").json()["live_state"] == "archived"
    assert changing.get(f"{PROJECTS}/{id}").status_code == 404
    assert desk(changing, ana, id)["live"]["title"] == STORY["title"]


def test_after_a_year_without_a_word_a_project_needs_a_look(
    changing: TestClient, instance: Instance, ana: Person, kai: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = published(changing, ana, kai)
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + FRESH_FOR - timedelta(hours=1))
    deadlines.run(instance.database, instance.settings)
    assert changing.get(f"{PROJECTS}/{id}").json()["state"] == "published"
    monkeypatch.setattr(clock, "now", lambda: now + FRESH_FOR + timedelta(hours=1))
    deadlines.run(instance.database, instance.settings)
    with instance.database.reading() as session:
        steps = session.scalars(select(audit.AuditEvent).where(col(audit.AuditEvent.verb) == "project.flag")).all()
    assert len(steps) == 107, "this one and the 106 that came with the program"
    monkeypatch.setattr(clock, "now", lambda: now)
    shown = changing.get(f"{PROJECTS}/{id}").json()
    assert shown["state"] == "needs_update"
    assert letters(instance, "ana@example.org", "project-step")[-1].values["what"].startswith("Please look")
    assert move(changing, ana, id, "confirm").json()["live_state"] == "published"


def test_of_twenty_writers_at_once_one_wins(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana)
    path = f"{PROJECTS}/{id}/desk"
    etag = changing.get(path, headers=ana.headers).headers["etag"]
    headers = {**ana.headers, "If-Match": etag}
    assert changing.patch(path, json={"sdgs": [1]}, headers=ana.headers).status_code == 428
    answers = at_once(lambda: changing.patch(path, json={"sdgs": [11]}, headers=headers).status_code, 20)
    assert sorted(answers) == [200] + [412] * 19


def test_a_partner_system_writes_for_what_it_is_bound_to_and_nothing_else(
    changing: TestClient, instance: Instance, ana: Person
) -> None:
    germany = partner(changing, instance, ClientScope.projects_write, bound=Bound(kind=BoundKind.country, id="DE"))
    made = changing.post(PROJECTS, json={**STORY, "organisation": "hamburg"}, headers=germany)
    assert made.status_code == 201, made.text
    elsewhere = changing.post(PROJECTS, json={**STORY, "organisation": "fortaleza"}, headers=germany)
    assert elsewhere.status_code == 403
    reader = partner(changing, instance, ClientScope.projects_read, bound=Bound(kind=BoundKind.country, id="DE"))
    assert changing.post(PROJECTS, json={**STORY, "organisation": "hamburg"}, headers=reader).status_code == 403
    assert desk(changing, ana, made.json()["id"])["work"]["title"] == STORY["title"]


@pytest.mark.parametrize(
    ("patch", "pointer"),
    [
        ({"topics": ["nothing"]}, "/topics"),
        ({"networks": ["nowhere"]}, "/networks"),
        ({"partners": [{"organisation": "nowhere"}]}, "/partners"),
        ({"start": "2021", "end": "2020"}, "/"),
        ({"title": {"de": None}}, "/title"),
        ({"version": 7}, "/version"),
        ({"live_state": "published"}, "/live_state"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(changing: TestClient, ana: Person, patch: dict[str, Any], pointer: str) -> None:
    id = begin(changing, ana)
    refused = write(changing, ana, id, **patch)
    assert (refused.status_code, [each["pointer"] for each in refused.json()["errors"]]) == (422, [pointer])


def test_the_table_is_told_whole(client: TestClient) -> None:
    told = client.get(f"{PROJECTS}/machine").json()["items"]
    assert [each["verb"] for each in told] == [step.verb for step in TABLE]


def test_contacts_and_lessons_for_members_are_in_no_public_answer(changing: TestClient, ana: Person, kai: Person) -> None:
    hidden = {"function": {"de": "Amt"}, "email": "hidden@example.org", "audience": "members"}
    lesson = {"id": "2", "happened": {"de": "Vertrauliches"}, "audience": "secretariat"}
    id = published(changing, ana, kai, contacts=[*STORY["contacts"], hidden], lessons=[*STORY["lessons"], lesson])
    for path in (f"{PROJECTS}/{id}", f"{PROJECTS}?organisation=hamburg", f"{PROJECTS}?format=ndjson", f"{PROJECTS}/{id}/revisions"):
        answer = changing.get(path).text
        assert "hidden@example.org" not in answer, path
        assert "Vertrauliches" not in answer, path


def test_what_changes_of_hidden_parts_is_told_to_those_who_may_read_them(changing: TestClient, ana: Person, kai: Person) -> None:
    hidden = {"function": {"de": "Amt"}, "email": "hidden@example.org", "audience": "members"}
    lesson = {"id": "2", "happened": {"de": "Vertrauliches"}, "audience": "secretariat"}
    id = published(changing, ana, kai)
    write(changing, ana, id, sdgs=[4], contacts=[*STORY["contacts"], hidden], lessons=[*STORY["lessons"], lesson])
    move(changing, ana, id, "submit")
    move(changing, kai, id, "approve")
    path = f"{PROJECTS}/{id}/revisions"
    seen = changing.get(path)
    assert [each["field"] for each in seen.json()["items"][0]["changes"]] == ["sdgs"]
    assert "hidden@example.org" not in seen.text
    assert "Vertrauliches" not in seen.text
    told = next(each for each in changing.get(path, headers=ana.headers).json()["items"] if each["changes"])
    assert {each["field"] for each in told["changes"]} == {"sdgs", "contacts", "lessons"}


def test_writing_beside_what_is_live_disturbs_no_reader(changing: TestClient, instance: Instance, ana: Person, kai: Person) -> None:
    id = published(changing, ana, kai)

    def signals() -> int:
        with instance.database.reading() as session:
            return session.scalar(select(func.count()).select_from(Event).where(col(Event.subject) == id)) or 0

    before, seen = signals(), changing.get(f"{PROJECTS}/{id}")
    write(changing, ana, id, sdgs=[4])
    move(changing, ana, id, "submit")
    assert signals() == before
    assert changing.get(f"{PROJECTS}/{id}").headers["etag"] == seen.headers["etag"]
    move(changing, kai, id, "approve")
    assert signals() == before + 1
    assert desk(changing, ana, id)["live"]["sdgs"] == [4]


def test_an_earlier_version_comes_back_whole_and_what_it_replaces_stays_in_the_history(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana)
    write(changing, ana, id, summary={"en": "Trees are watered."}, transferability={"legal": {"de": "Baumschutz", "en": "Trees"}})
    path = f"{PROJECTS}/{id}/revisions"
    first, last = changing.get(path, headers=ana.headers).json()["items"][::-1]
    etag = changing.get(f"{PROJECTS}/{id}/desk", headers=ana.headers).headers["etag"]
    back = changing.post(f"{path}/{first['number']}/restore", headers={**ana.headers, "If-Match": etag}).json()
    assert (back["work"]["summary"], back["work"]["transferability"]) == (STORY["summary"], None)
    assert last["number"] in {each["number"] for each in changing.get(path, headers=ana.headers).json()["items"]}


def test_the_checklist_is_patched_text_by_text(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana)
    write(changing, ana, id, transferability={"legal": {"de": "Baumschutz", "en": "Trees"}, "economic": {"de": "Wasser"}})
    written = write(changing, ana, id, transferability={"legal": {"en": None}}).json()["work"]["transferability"]
    assert (written["legal"], written["economic"]) == ({"de": "Baumschutz"}, {"de": "Wasser"})
