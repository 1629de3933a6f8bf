"""A request from draft to its coaches: who sees it, who may what, what the clock does, and what is refused."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.domain.coaching.requests import deadlines, working_days
from tests.domain.coaching.people import (
    REQUESTS,
    act,
    answer,
    draft,
    invitation,
    invite,
    offer,
    opened,
    problem,
    read,
)
from tests.identity.people import Person, letters, staff

Later = Callable[[timedelta], None]


@pytest.fixture
def later(instance: Instance, monkeypatch: pytest.MonkeyPatch) -> Later:
    """Let time pass, and the worker do what is due."""
    now = clock.now()
    passed = timedelta()

    def go(by: timedelta) -> None:
        nonlocal passed
        passed += by
        monkeypatch.setattr(clock, "now", lambda: now + passed)
        with instance.database.transaction() as session:
            while deadlines.run(session):
                pass

    return go


def test_a_draft_is_for_its_own_people(changing: TestClient, instance: Instance, koeln: Person, hamburg: Person) -> None:
    id = draft(changing, koeln, topics=[], format=None)
    mine = read(changing, koeln, id)
    assert (mine["state"], mine["reference"][5:], mine["sides"]) == ("draft", "001", ["requester"])
    assert mine["may"] == ["submit", "hold", "withdraw"]
    assert changing.get(f"{REQUESTS}/{id}", headers=hamburg.headers).status_code == 404
    assert changing.get(f"{REQUESTS}/{id}").status_code == 401
    refused = act(changing, koeln, id, "submit")
    assert problem(refused) == (422, "coaching-incomplete")
    assert {each["pointer"] for each in refused.json()["errors"]} == {"/topics", "/format"}
    etag = changing.get(f"{REQUESTS}/{id}", headers=koeln.headers).headers["etag"]
    filled = {"topics": ["energy"], "format": "group", "places": 2}
    written = {**koeln.headers, "If-Match": etag}
    assert changing.patch(f"{REQUESTS}/{id}", json=filled, headers=written).json()["places"] == 2
    assert changing.patch(f"{REQUESTS}/{id}", json=filled, headers=written).status_code == 412
    assert [each["code"] for each in act(changing, koeln, id, "submit").json()["errors"]] == ["places_of_a_group"]
    assert draft(changing, koeln) != id
    assert changing.get(REQUESTS, headers=koeln.headers).json()["total"] == 2
    assert problem(changing.post(REQUESTS, json={"organisation": "hamburg", "title": {"en": "x"}}, headers=koeln.headers))[0] == 403


def test_one_is_asked_and_says_yes(changing: TestClient, instance: Instance, koeln: Person, hamburg: Person) -> None:
    eva = staff(changing, instance)
    id = opened(changing, koeln)
    assert letters(instance, eva.email, "coaching-step")
    assert [each["what"] for each in read(changing, koeln, id)["next"]] == ["invite", "step_in"]
    assert problem(invite(changing, koeln, id, "berlin")) == (409, "not-a-match")
    asked = invite(changing, koeln, id, "hamburg")
    assert asked.status_code == 201, asked.text
    assert asked.json()["working_days_left"] == 10
    assert letters(instance, hamburg.email, "coaching-invitation")
    seen = read(changing, hamburg, id)
    assert (seen["state"], seen["sides"], len(seen["invitations"])) == ("proposed", ["invited"], 1)
    mine = next(each for each in seen["next"] if each["is_yours"])
    assert (mine["what"], mine["organisation"]["slug"]) == ("answer", "hamburg")
    assert problem(invite(changing, hamburg, id, "koeln")) == (403, "forbidden")
    assert problem(answer(changing, koeln, id, "hamburg", "accept")) == (403, "forbidden")
    assert answer(changing, hamburg, id, "hamburg", "accept").json()["state"] == "accepted"
    both = read(changing, koeln, id)
    assert (both["state"], both["taken"]) == ("accepted", 1)
    assert [each["what"] for each in both["next"]] == ["find_time", "find_time"]
    assert problem(answer(changing, hamburg, id, "hamburg", "accept")) == (409, "invitation-answered")
    history = changing.get(f"{REQUESTS}/{id}/history", headers=koeln.headers).json()["items"]
    assert [(each["verb"], each["side"], each["after"]) for each in history] == [
        ("submit", "requester", "open"),
        ("invite", "requester", "proposed"),
        ("accept", "invited", "accepted"),
    ]


def test_its_people_have_a_room_while_it_goes_on(changing: TestClient, instance: Instance, koeln: Person) -> None:
    people = {slug: offer(changing, instance, slug) for slug in ("hamburg", "berlin")}
    id = opened(changing, koeln)
    for slug in people:
        invite(changing, koeln, id, slug)
    assert read(changing, koeln, id)["room"] is None
    for slug in people:
        answer(changing, people[slug], id, slug, "accept")
    room = f"/api/v1/rooms/{read(changing, koeln, id)['room']}"
    statuses = [changing.get(room, headers=each.headers).status_code for each in (koeln, *people.values())]
    assert statuses == [200, 200, 404]
    act(changing, koeln, id, "rematch", reason="No common month")
    assert changing.get(room, headers=people["hamburg"].headers).status_code == 404
    answer(changing, people["berlin"], id, "berlin", "accept")
    assert changing.get(room, headers=people["berlin"].headers).status_code == 200
    act(changing, koeln, id, "cancel", reason="No time")
    task = changing.post(f"{room}/tasks", json={"text": "X"}, headers=koeln.headers)
    assert problem(task) == (409, "room-closed")


def test_at_most_three_are_asked_for_one_place(changing: TestClient, instance: Instance, koeln: Person) -> None:
    slugs = ("hamburg", "berlin", "muenchen", "dresden")
    people = {slug: offer(changing, instance, slug) for slug in slugs}
    id = opened(changing, koeln)
    for slug in slugs[:3]:
        assert invite(changing, koeln, id, slug).status_code == 201
    assert "invite" not in read(changing, koeln, id)["may"]
    assert problem(invite(changing, koeln, id, "dresden")) == (409, "invitations-full")
    assert problem(answer(changing, people["hamburg"], id, "hamburg", "decline")) == (409, "reason-needed")
    declined = answer(changing, people["hamburg"], id, "hamburg", "decline", reason="Too much to do")
    assert declined.json()["state"] == "declined"
    assert changing.get(f"{REQUESTS}/{id}", headers=people["hamburg"].headers).status_code == 404
    assert problem(invite(changing, koeln, id, "hamburg")) == (409, "not-a-match")
    assert invite(changing, koeln, id, "dresden").status_code == 201
    eva = staff(changing, instance)
    assert answer(changing, eva, id, "dresden", "recall").json()["state"] == "recalled"
    accepted = answer(changing, people["berlin"], id, "berlin", "accept").json()
    late = answer(changing, people["muenchen"], id, "muenchen", "accept").json()
    assert (accepted["state"], late["state"]) == ("accepted", "reserve")


def test_another_coach_is_looked_for_and_reserves_come_first(changing: TestClient, instance: Instance, koeln: Person) -> None:
    people = {slug: offer(changing, instance, slug) for slug in ("hamburg", "berlin")}
    id = opened(changing, koeln)
    for slug in people:
        invite(changing, koeln, id, slug)
    for slug in people:
        answer(changing, people[slug], id, slug, "accept")
    assert problem(act(changing, koeln, id, "rematch")) == (409, "reason-needed")
    again = act(changing, koeln, id, "rematch", reason="No common month").json()
    assert again["state"] == "proposed"
    assert {each["organisation"]["slug"]: each["state"] for each in again["invitations"]} == {
        "hamburg": "released",
        "berlin": "invited",
    }
    assert read(changing, people["hamburg"], id)["state"] == "proposed"  # history stays readable
    assert answer(changing, people["berlin"], id, "berlin", "accept").json()["state"] == "accepted"


def test_a_full_quarter_refuses_and_a_cancelled_coaching_frees_it(changing: TestClient, instance: Instance, koeln: Person) -> None:
    hamburg = offer(changing, instance, "hamburg", capacity=1)
    ids = [opened(changing, koeln) for _ in range(2)]
    for id in ids:
        invite(changing, koeln, id, "hamburg")
    answer(changing, hamburg, ids[0], "hamburg", "accept")
    refused = answer(changing, hamburg, ids[1], "hamburg", "accept")
    assert problem(refused) == (409, "no-capacity")
    assert refused.json()["numbers"] == {"taken": 1, "capacity": 1}
    assert act(changing, hamburg, ids[0], "cancel", reason="We cannot").json()["state"] == "cancelled"
    assert answer(changing, hamburg, ids[1], "hamburg", "accept").status_code == 200


def test_answers_that_do_not_come(
    changing: TestClient, instance: Instance, koeln: Person, hamburg: Person, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    eva = staff(changing, instance)
    id = opened(changing, koeln)
    until = datetime.fromisoformat(invite(changing, koeln, id, "hamburg").json()["answer_by"])
    assert working_days.left(clock.now(), until, "DE") == 10
    before = len(letters(instance, hamburg.email, "coaching-invitation"))
    later(timedelta(days=4))
    assert len(letters(instance, hamburg.email, "coaching-invitation")) == before
    later(until - timedelta(hours=20) - clock.now())
    assert len(letters(instance, hamburg.email, "coaching-invitation")) == before + 2
    later(timedelta(days=1))
    monkeypatch.undo()
    body = read(changing, koeln, id)
    assert (body["state"], body["invitations"][0]["state"]) == ("open", "lapsed")
    assert any("did not answer" in mail.values["what"] for mail in letters(instance, eva.email, "coaching-step"))
    assert invite(changing, koeln, id, "hamburg").status_code == 201  # who was silent may be asked again


def test_a_request_expires_thirty_days_after_it_was_last_open(
    changing: TestClient, instance: Instance, koeln: Person, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = opened(changing, koeln)
    later(timedelta(days=29))
    monkeypatch.undo()
    assert read(changing, koeln, id)["state"] == "open"
    later(timedelta(days=2))
    monkeypatch.undo()
    assert (read(changing, koeln, id)["state"], read(changing, koeln, id)["may"]) == ("expired", [])


def test_what_is_held_has_no_deadlines(
    changing: TestClient, instance: Instance, koeln: Person, hamburg: Person, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = opened(changing, koeln)
    invite(changing, koeln, id, "hamburg")
    before = datetime.fromisoformat(invitation(changing, koeln, id, "hamburg")["answer_by"])
    assert [each["code"] for each in act(changing, koeln, id, "hold").json()["errors"]] == ["missing"]
    until = (clock.now() + timedelta(days=60)).date().isoformat()
    assert act(changing, koeln, id, "hold", until=until).json()["state"] == "on_hold"
    later(timedelta(days=45))
    monkeypatch.undo()
    assert invitation(changing, koeln, id, "hamburg")["state"] == "invited"
    assert act(changing, hamburg, id, "resume").status_code == 403
    later(timedelta(days=16))
    monkeypatch.undo()
    body = read(changing, koeln, id)
    assert body["state"] == "proposed"
    after = datetime.fromisoformat(body["invitations"][0]["answer_by"])
    assert 60 <= (after - before).days <= 62


def test_held_requests_may_be_withdrawn(changing: TestClient, koeln: Person, hamburg: Person) -> None:
    id = opened(changing, koeln)
    invite(changing, koeln, id, "hamburg")
    until = (clock.now() + timedelta(days=9)).date().isoformat()
    act(changing, koeln, id, "hold", until=until)
    assert problem(act(changing, koeln, id, "cancel", reason="x")) == (409, "coaching-wrong-step")
    done = act(changing, koeln, id, "withdraw", reason="Solved otherwise").json()
    assert (done["state"], done["invitations"][0]["state"]) == ("withdrawn", "recalled")
    assert (done["held_from"], done["held_until"]) == (None, None)


def test_two_weeks_without_a_step(
    changing: TestClient, instance: Instance, koeln: Person, hamburg: Person, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    eva = staff(changing, instance)
    id = opened(changing, koeln)
    invite(changing, koeln, id, "hamburg")
    answer(changing, hamburg, id, "hamburg", "accept")
    assert problem(act(changing, eva, id, "close", reason="x")) == (409, "not-nudged-twice")
    for days in (14, 14, 14):
        later(timedelta(days=days, minutes=1))
    monkeypatch.undo()
    assert len([mail for mail in letters(instance, koeln.email, "coaching-step") if "two weeks" in mail.values["what"]]) == 2
    assert "close" in read(changing, eva, id)["may"]
    assert act(changing, eva, id, "close", reason="Nobody answers").json()["state"] == "cancelled"


def test_the_machine_is_open_to_read(client: TestClient) -> None:
    body = client.get(f"{REQUESTS}/machine").json()
    assert {line["verb"] for line in body["items"]} >= {"submit", "rematch", "finish_early", "nudge"}
    assert body["terms"]["invitation_working_days"] == 10


def test_working_days_know_weekends_and_holidays() -> None:
    friday = datetime(2026, 12, 18, 9, tzinfo=UTC)
    assert working_days.after(friday, 5, "DE") == datetime(2026, 12, 28, 9, tzinfo=UTC)  # 25 December is a holiday, 26 a Saturday
    assert working_days.before(datetime(2026, 12, 28, 9, tzinfo=UTC), 5, "DE") == friday
    assert working_days.left(friday, datetime(2026, 12, 28, 9, tzinfo=UTC), "DE") == 5
    assert working_days.after(friday, 5, None) == datetime(2026, 12, 25, 9, tzinfo=UTC)
