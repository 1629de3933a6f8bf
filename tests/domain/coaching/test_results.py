"""What comes of a coaching: blind reports, action items, follow-ups, drafts that keep where they come from, and figures."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.domain.coaching.models import CoachingRequest, RequestState
from citypeers.domain.coaching.requests import deadlines
from citypeers.domain.coaching.results import deadlines as later
from citypeers.domain.coaching.results.following import months_later
from citypeers.domain.coaching.results.models import FollowUp
from tests.domain.coaching.people import REQUESTS, act, answer, invite, opened, problem, read
from tests.domain.projects.ledger import made
from tests.identity.people import Person, letters, sign_in, staff

REPORT: dict[str, Any] = {"learned": {"en": "Pay by repaired light"}, "usefulness": 5, "would_again": True}


def coached(
    client: TestClient, instance: Instance, one: Person, coach: Person, state: RequestState = RequestState.reporting
) -> str:
    """A coaching of koeln by hamburg that has come so far; its id."""
    id = opened(client, one)
    invite(client, one, id, "hamburg")
    answer(client, coach, id, "hamburg", "accept")
    with instance.database.transaction() as session:
        row = session.get_one(CoachingRequest, id)
        row.state, row.reporting_since = state, clock.now() if state is RequestState.reporting else None
    return id


def report(client: TestClient, person: Person, id: str, slug: str, **more: Any) -> Any:
    return client.post(f"{REQUESTS}/{id}/reports", json={**REPORT, "organisation": slug, **more}, headers=person.headers)


def reports(client: TestClient, person: Person, id: str) -> dict[str, Any]:
    body: dict[str, Any] = client.get(f"{REQUESTS}/{id}/reports", headers=person.headers).json()
    return body


def test_reports_are_blind_until_both_are_in(changing: TestClient, instance: Instance, koeln: Person, hamburg: Person) -> None:
    id = coached(changing, instance, koeln, hamburg)
    assert [each["slug"] for each in reports(changing, koeln, id)["may_write_for"]] == ["koeln"]
    assert [each["what"] for each in read(changing, koeln, id)["next"]] == ["report", "report"]
    first = report(changing, koeln, id, "koeln").json()
    assert (first["written"], first["expected"], first["is_open"], len(first["items"])) == (1, 2, False, 1)
    blind = reports(changing, hamburg, id)
    assert (blind["written"], blind["items"]) == (1, [])
    eva = staff(changing, instance)
    assert reports(changing, eva, id)["items"] == []
    assert problem(report(changing, koeln, id, "koeln")) == (409, "report-there")
    assert problem(report(changing, koeln, id, "hamburg")) == (403, "forbidden")
    assert problem(report(changing, koeln, id, "berlin")) == (422, "invalid")
    second = report(changing, hamburg, id, "hamburg", missing={"en": "More time"}).json()
    assert (second["is_open"], [each["organisation"]["slug"] for each in second["items"]]) == (True, ["koeln", "hamburg"])
    assert len(reports(changing, eva, id)["items"]) == 2
    assert read(changing, koeln, id)["state"] == "completed"


def test_after_two_weeks_they_open_all_the_same(
    changing: TestClient, instance: Instance, koeln: Person, hamburg: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = coached(changing, instance, koeln, hamburg)
    report(changing, koeln, id, "koeln")
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=14, minutes=1))
    with instance.database.transaction() as session:
        assert deadlines.run(session)
    monkeypatch.undo()
    assert read(changing, hamburg, id)["state"] == "completed"
    assert len(reports(changing, hamburg, id)["items"]) == 1
    assert report(changing, hamburg, id, "hamburg").status_code == 201  # late, and welcome still


def test_reports_follow_the_last_session(changing: TestClient, instance: Instance, koeln: Person, hamburg: Person) -> None:
    id = coached(changing, instance, koeln, hamburg, RequestState.in_progress)
    assert problem(report(changing, koeln, id, "koeln")) == (409, "report-too-early")


def test_finishing_early_takes_both_and_is_no_cancelling(
    changing: TestClient, instance: Instance, koeln: Person, hamburg: Person
) -> None:
    id = coached(changing, instance, koeln, hamburg, RequestState.in_progress)
    assert problem(act(changing, koeln, id, "finish_early")) == (409, "outcome-missing")
    etag = changing.get(f"{REQUESTS}/{id}", headers=hamburg.headers).headers["etag"]
    told = {"outcome": {"en": "A contract that pays by repaired light"}}
    written = changing.patch(f"{REQUESTS}/{id}", json=told, headers={**hamburg.headers, "If-Match": etag})
    assert written.json()["outcome"] == told["outcome"]
    agreed = act(changing, koeln, id, "finish_early").json()
    assert (agreed["state"], agreed["agreed"]) == ("in_progress", {"verb": "finish_early", "by": "requester"})
    assert "finish_early" not in agreed["may"]
    assert any("finish early" in mail.values["what"] for mail in letters(instance, hamburg.email, "coaching-step"))
    assert act(changing, hamburg, id, "finish_early").json()["state"] == "completed_early"
    eva = staff(changing, instance)
    figures = changing.get("/api/v1/networks/iscn/coaching-figures", headers=eva.headers).json()
    assert figures["by_state"] == {"completed_early": 1}
    follow_ups = changing.get(f"{REQUESTS}/{id}/follow-ups", headers=koeln.headers).json()["items"]
    assert sorted((each["organisation"]["slug"], each["months"]) for each in follow_ups) == [
        ("hamburg", 3),
        ("hamburg", 12),
        ("koeln", 3),
        ("koeln", 12),
    ]


def test_action_items(
    changing: TestClient, instance: Instance, koeln: Person, hamburg: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = coached(changing, instance, koeln, hamburg)
    due = (clock.now() + timedelta(days=5)).date().isoformat()
    body = {"organisation": "koeln", "text": {"en": "Write the tender"}, "due": due}
    made_ = changing.post(f"{REQUESTS}/{id}/actions", json=body, headers=hamburg.headers)
    path = f"/api/v1/coaching-actions/{made_.json()['id']}"
    stranger = sign_in(changing, instance, email="stranger@example.org")
    assert changing.get(path, headers=stranger.headers).status_code == 404
    wrong = changing.post(f"{REQUESTS}/{id}/actions", json={**body, "organisation": "berlin"}, headers=koeln.headers)
    assert [each["code"] for each in wrong.json()["errors"]] == ["not_a_side"]
    seen = changing.get(path, headers=hamburg.headers)
    assert (seen.json()["may"], made_.json()["is_done"]) == ([], False)
    done = {"is_done": True}
    assert changing.patch(path, json=done, headers={**hamburg.headers, "If-Match": seen.headers["etag"]}).status_code == 403
    desk = changing.get("/api/v1/me/coaching", headers=koeln.headers).json()
    assert [each["text"] for each in desk["actions"]] == [{"en": "Write the tender"}]
    assert [duty["what"] for each in desk["requests"] for duty in each["duties"]] == ["report"]
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=7))
    with instance.database.transaction() as session:
        assert later.run(session) == 1
        assert later.run(session) == 0
    monkeypatch.undo()
    assert "action items" in letters(instance, koeln.email, "coaching-step")[-1].values["what"]
    mine = {**koeln.headers, "If-Match": seen.headers["etag"]}
    changed = changing.patch(path, json={**done, "text": {"de": "Ausschreiben"}}, headers=mine).json()
    assert (changed["is_done"], changed["text"], bool(changed["done_at"])) == (
        True,
        {"en": "Write the tender", "de": "Ausschreiben"},
        True,
    )
    assert changing.patch(path, json=done, headers=mine).status_code == 412
    assert changing.get("/api/v1/me/coaching", headers=koeln.headers).json()["actions"] == []


def test_months_later_it_is_asked_what_changed(
    changing: TestClient, instance: Instance, koeln: Person, hamburg: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = coached(changing, instance, koeln, hamburg)
    report(changing, koeln, id, "koeln")
    report(changing, hamburg, id, "hamburg")
    asked = changing.get(f"{REQUESTS}/{id}/follow-ups", headers=koeln.headers).json()["items"]
    first = {each["organisation"]["slug"]: each["id"] for each in asked if each["months"] == 3}
    answered = {"change": "partly", "text": {"en": "The tender is out"}}
    refusals = {}
    for slug, follow_up in first.items():
        path = f"/api/v1/follow-ups/{follow_up}"
        mine = {**koeln.headers, "If-Match": changing.get(path, headers=koeln.headers).headers["etag"]}
        refusals[slug] = problem(changing.post(f"{path}/answers", json=answered, headers=mine))
    assert refusals == {"koeln": (409, "follow-up-too-early"), "hamburg": (403, "forbidden")}
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=95))
    with instance.database.transaction() as session:
        assert later.run(session) == 2
    monkeypatch.undo()
    assert "change anything" in letters(instance, koeln.email, "coaching-step")[-1].values["what"]
    with instance.database.transaction() as session:
        for row in session.scalars(select(FollowUp).where(col(FollowUp.months) == 3)):
            row.due_at = now
    waiting = changing.get("/api/v1/me/coaching", headers=koeln.headers).json()["follow_ups"]
    assert [each["id"] for each in waiting] == [first["koeln"]]
    path = f"/api/v1/follow-ups/{first['koeln']}"
    mine = {**koeln.headers, "If-Match": changing.get(path, headers=koeln.headers).headers["etag"]}
    assert changing.post(f"{path}/answers", json=answered, headers=mine).json()["change"] == "partly"
    assert changing.get("/api/v1/me/coaching", headers=koeln.headers).json()["follow_ups"] == []
    eva = staff(changing, instance)
    figures = changing.get("/api/v1/networks/iscn/coaching-figures?first=2020-01-01", headers=eva.headers).json()
    assert figures["followed_up"]["3"] == {"count": 1, "of": 2}
    assert figures["changed"]["3"] == {"count": 1, "of": 1}
    assert (figures["reported"], figures["usefulness"], figures["again"]) == ({"count": 2, "of": 2}, 5.0, {"count": 2, "of": 2})
    assert (figures["answered"], figures["found"]) == ({"count": 1, "of": 1}, {"count": 1, "of": 1})
    empty = changing.get("/api/v1/networks/iscn/coaching-figures?last=2020-01-01", headers=eva.headers).json()
    assert (empty["requests"], empty["usefulness"], empty["median_days_to_answer"]) == (0, None, None)
    assert problem(changing.get("/api/v1/networks/iscn/coaching-figures", headers=koeln.headers)) == (403, "forbidden")


def test_an_outcome_becomes_a_lesson_or_a_replication(
    changing: TestClient, instance: Instance, koeln: Person, hamburg: Person
) -> None:
    id = coached(changing, instance, koeln, hamburg)
    own, theirs = made(instance, "koeln", "Our lights"), made(instance, "hamburg", "Their lights")
    path = f"{REQUESTS}/{id}/harvests"
    lesson = {"kind": "lesson", "project": own, "happened": {"en": "Paying by repaired light works"}}
    kept = changing.post(path, json=lesson, headers=koeln.headers)
    assert kept.status_code == 201, kept.text
    assert kept.json()["href"] == f"/projects/{own}"
    desk = changing.get(f"/api/v1/projects/{own}/desk", headers=koeln.headers).json()
    written = desk["work"]["lessons"][0]
    assert written["happened"] == lesson["happened"]
    assert written["evidence"][0]["url"] == f"/coaching/{id}"
    assert written["evidence"][0]["label"]["de"] == f"Kollegiale Beratung {clock.now().year}-001"
    refused = changing.post(path, json={**lesson, "project": made(instance, "berlin")}, headers=koeln.headers)
    assert [each["code"] for each in refused.json()["errors"]] == ["not_a_sides_project"]
    asked = {"kind": "replication", "project": theirs, "organisation": "koeln", "kept": {"en": "the contract"}}
    declared = changing.post(path, json=asked, headers=koeln.headers).json()
    row = changing.get(f"/api/v1{declared['href']}", headers=koeln.headers).json()
    assert (row["state"], row["kept"]) == ("interested", {"en": "the contract"})
    practice = {"kind": "practice", "organisation": "hamburg", "title": {"en": "Pay by light"}, "summary": {"en": "A contract"}}
    drafted = changing.post(path, json=practice, headers=hamburg.headers).json()
    kept = changing.get(f"/api/v1{drafted['href']}", headers=hamburg.headers).json()
    assert (kept["state"], kept["topics"], kept["provenance"]) == ("draft", ["energy"], {"kind": "coaching_request", "id": id})
    made_of_it = [each["kind"] for each in changing.get(path, headers=hamburg.headers).json()["items"]]
    assert made_of_it == ["lesson", "replication", "practice"]
    eva = staff(changing, instance)
    assert problem(changing.post(path, json=lesson, headers=eva.headers)) == (403, "forbidden")
    early = opened(changing, koeln)
    assert problem(changing.post(f"{REQUESTS}/{early}/harvests", json=lesson, headers=koeln.headers)) == (409, "nothing-to-harvest")


def test_months_have_different_lengths() -> None:
    assert months_later(datetime(2026, 11, 30, 8, tzinfo=UTC), 3) == datetime(2027, 2, 28, 8, tzinfo=UTC)
    assert months_later(datetime(2026, 12, 31, 8, tzinfo=UTC), 12) == datetime(2027, 12, 31, 8, tzinfo=UTC)
