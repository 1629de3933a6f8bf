"""Office hours and polls: what is known of a city, what it says to times, and what may be taken."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState
from citypeers.domain.coaching.scheduling import polls
from citypeers.domain.coaching.scheduling.polls import SlotNotAgreed, SlotPast
from tests.domain.coaching.meeting import REQUESTS, agree, coming, look, matched, say
from tests.domain.members.test_rules import at_once
from tests.domain.projects.ledger import of, problem
from tests.identity.people import Person, sign_in, staff

HOURS = "/api/v1/organisations/{}/office-hours"
WEEK = [{"weekday": day, "start": "08:00", "end": "17:00"} for day in range(1, 6)]


@pytest.fixture
def berlin(changing: TestClient, instance: Instance) -> Person:
    return of(changing, instance, "berlin")


@pytest.fixture
def fortaleza(changing: TestClient, instance: Instance) -> Person:
    return of(changing, instance, "fortaleza")


@pytest.fixture
def coaching(instance: Instance) -> str:
    return matched(instance, "berlin", "fortaleza")


def state(client: TestClient, person: Person, slug: str, etag: str | None = None, **body: Any) -> Any:
    """State office hours, on what they are now unless a tag is named."""
    tag = etag or client.get(HOURS.format(slug), headers=person.headers).headers["etag"]
    return client.put(HOURS.format(slug), json=body, headers={**person.headers, "If-Match": tag})


def agreed(instance: Instance, id: str, slot: str) -> None:
    with instance.database.reading() as session:
        polls.agreed(session, session.get_one(CoachingRequest, id), slot)


def test_a_city_has_the_zone_of_its_place_until_it_states_another(changing: TestClient, fortaleza: Person) -> None:
    body = changing.get(HOURS.format("fortaleza"), headers=fortaleza.headers).json()
    assert (body["zone"], body["zone_from"], body["hours_stated"]) == ("America/Fortaleza", "place", False)
    assert body["zones"][0] == "America/Fortaleza"
    assert [each["weekday"] for each in body["hours"]] == [1, 2, 3, 4, 5]
    stated = state(changing, fortaleza, "fortaleza", zone="America/Recife", hours=WEEK)
    assert stated.status_code == 200, stated.text
    assert stated.json() == changing.get(HOURS.format("fortaleza"), headers=fortaleza.headers).json()
    assert (stated.json()["zone"], stated.json()["zone_from"], stated.json()["hours"]) == ("America/Recife", "stated", WEEK)


def test_a_body_without_a_place_in_a_country_of_many_zones_has_none(
    changing: TestClient, instance: Instance, berlin: Person
) -> None:
    ministry = of(changing, instance, "mdr")
    body = changing.get(HOURS.format("mdr"), headers=ministry.headers).json()
    assert (body["zone"], body["zone_from"]) == (None, None)
    assert "America/Sao_Paulo" in body["zones"]
    coaching = matched(instance, "berlin", "mdr")
    found = look(changing, berlin, coaching)
    assert (found["zone_missing"], found["days"]) == (["mdr"], [])
    assert state(changing, ministry, "mdr", zone="America/Sao_Paulo").status_code == 200
    assert look(changing, berlin, coaching)["days"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"zone": "Europe/Atlantis"}, "zone_unknown"),
        ({"zone": "UTC"}, "zone_unknown"),
        ({"hours": [{"weekday": 1, "start": "17:00", "end": "09:00"}]}, "ends_before_it_starts"),
        ({"hours": [WEEK[0], {"weekday": 1, "start": "16:30", "end": "18:00"}]}, "hours_overlap"),
        ({"hours": [{"weekday": 8, "start": "09:00", "end": "17:00"}]}, "less_than_equal"),
        ({"hours": [{"weekday": 1, "start": "9", "end": "24:30"}]}, "string_pattern_mismatch"),
    ],
)
def test_hours_that_are_none_are_refused(changing: TestClient, berlin: Person, body: dict[str, Any], code: str) -> None:
    answer = state(changing, berlin, "berlin", **body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == code


def test_of_two_who_state_hours_at_once_one_is_asked_to_look_again(changing: TestClient, berlin: Person) -> None:
    tag = changing.get(HOURS.format("berlin"), headers=berlin.headers).headers["etag"]
    answers = at_once([lambda: state(changing, berlin, "berlin", tag, hours=WEEK)] * 8)
    assert sorted(answer.status_code for answer in answers) == [200, *[412] * 7]
    assert state(changing, berlin, "berlin", tag, hours=WEEK).status_code == 412


def test_only_who_acts_for_a_city_knows_and_states_its_hours(changing: TestClient, instance: Instance, berlin: Person) -> None:
    for person in (berlin, sign_in(changing, instance, email="nobody@example.org")):
        assert changing.get(HOURS.format("fortaleza"), headers=person.headers).status_code == 403
        assert state(changing, person, "fortaleza", '"0.x"', hours=WEEK).status_code == 403
    assert changing.get(HOURS.format("fortaleza")).status_code == 401
    assert state(changing, staff(changing, instance), "fortaleza", hours=WEEK).status_code == 200


def test_slots_are_shown_on_both_clocks(changing: TestClient, berlin: Person, coaching: str) -> None:
    found = look(changing, berlin, coaching, days=14)
    assert [(each["hours"]["organisation"]["slug"], each["mine"]) for each in found["parties"]] == [
        ("berlin", True),
        ("fortaleza", False),
    ]
    assert len(found["days"]) == 14
    slots = [slot for day in found["days"] for slot in day["slots"]]
    best = min(slots, key=lambda slot: slot["rank"])
    assert best["outside"] == 0
    assert [each["organisation"] for each in best["seen"]] == ["berlin", "fortaleza"]
    assert not best["agreed"]
    assert best["id"] is None


def test_a_day_off_a_holiday_and_an_absence_are_named(changing: TestClient, instance: Instance, berlin: Person) -> None:
    coaching = matched(instance, "berlin", "fortaleza", blackouts=[{"first": "2027-03-30", "last": "2027-03-30"}])
    days = {day["day"]: day for day in look(changing, berlin, coaching, first="2027-03-26", days=5)["days"]}
    friday = {each["organisation"]: each for each in days["2027-03-26"]["closed"]}
    assert (friday["berlin"]["name"]["de"], friday["berlin"]["country"]) == ("Karfreitag", "DE")
    assert (friday["fortaleza"]["name"]["pt"], friday["fortaleza"]["country"]) == ("Sexta-feira Santa", "BR")
    assert {each["why"] for each in days["2027-03-27"]["closed"]} == {"day_off"}
    assert [(each["organisation"], each["minutes"]) for each in days["2027-03-28"]["changes"]] == [("berlin", 60)]
    assert [each["why"] for each in days["2027-03-30"]["closed"]] == ["away"]
    assert not any(days[day]["slots"] for day in ("2027-03-26", "2027-03-27", "2027-03-30"))


def test_only_a_time_that_both_can_is_agreed(
    changing: TestClient, instance: Instance, berlin: Person, fortaleza: Person, coaching: str
) -> None:
    one, other = coming(10), coming(11)
    answer = say(changing, berlin, coaching, {one: "yes", other: "if_need_be"})
    assert answer.status_code == 200, answer.text
    ids = {each["starts_at"]: each["id"] for each in answer.json()["proposed"]}
    with pytest.raises(SlotNotAgreed) as refused:
        agreed(instance, coaching, ids[one])
    assert refused.value.numbers == {"who": "Fortaleza"}
    proposed = say(changing, fortaleza, coaching, {one: "no", other: "if_need_be"}).json()["proposed"]
    assert {each["starts_at"]: each["agreed"] for each in proposed} == {one: False, other: True}
    agreed(instance, coaching, ids[other])
    with pytest.raises(SlotNotAgreed):
        agreed(instance, coaching, ids[one])
    again = say(changing, fortaleza, coaching, {one: "yes"}).json()["proposed"]
    assert all(each["agreed"] for each in again)
    assert {each["id"] for each in again} == set(ids.values())


def test_a_time_that_is_over_is_not_taken(
    changing: TestClient, instance: Instance, berlin: Person, fortaleza: Person, coaching: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = agree(changing, coaching, coming(3), berlin, fortaleza)
    later = clock.now() + timedelta(days=4)
    monkeypatch.setattr(clock, "now", lambda: later)
    with pytest.raises(SlotPast):
        agreed(instance, coaching, slot)


@pytest.mark.parametrize(
    ("starts_at", "code"),
    [
        ("2020-01-01T10:00:00Z", "slot_past"),
        ("2099-01-01T10:00:00Z", "slot_too_far"),
        (coming().replace(":00Z", ":07Z"), "slot_uneven"),
    ],
)
def test_times_that_are_none_are_refused(changing: TestClient, berlin: Person, coaching: str, starts_at: str, code: str) -> None:
    answer = say(changing, berlin, coaching, {starts_at: "yes"})
    assert answer.status_code == 422
    assert [each["code"] for each in answer.json()["errors"]] == [code]


def test_who_is_no_party_neither_reads_nor_answers(changing: TestClient, instance: Instance, coaching: str) -> None:
    stranger = of(changing, instance, "guadalajara")
    path = f"{REQUESTS}/{coaching}/slots"
    assert changing.get(path).status_code == 401
    assert changing.get(path, headers=stranger.headers).status_code == 404
    assert say(changing, stranger, coaching, {coming(): "yes"}).status_code == 404
    secretariat = staff(changing, instance)
    assert changing.get(path, headers=secretariat.headers).status_code == 200
    assert problem(say(changing, secretariat, coaching, {coming(): "yes"})) == (403, "forbidden")


def test_nobody_answers_for_the_other_city(changing: TestClient, berlin: Person, coaching: str) -> None:
    answer = say(changing, berlin, coaching, {coming(): "yes"}, organisation="fortaleza")
    assert answer.json()["errors"][0]["code"] == "not_a_party"


def test_the_same_time_proposed_at_once_is_one_slot(changing: TestClient, berlin: Person, fortaleza: Person, coaching: str) -> None:
    starts_at = coming()
    answers = at_once(
        [lambda person=person: say(changing, person, coaching, {starts_at: "yes"}) for person in [berlin, fortaleza] * 3]
    )
    assert {answer.status_code for answer in answers} == {200}
    (slot,) = look(changing, berlin, coaching)["proposed"]
    assert slot["agreed"]


def test_a_coach_who_leaves_takes_the_answer_along(
    changing: TestClient, instance: Instance, berlin: Person, fortaleza: Person, coaching: str
) -> None:

    slot = agree(changing, coaching, coming(), berlin, fortaleza)
    with instance.database.transaction() as session:
        session.execute(
            update(CoachingInvitation).where(col(CoachingInvitation.request_id) == coaching).values(state=InvitedState.released)
        )
    with pytest.raises(SlotNotAgreed):
        agreed(instance, coaching, slot)
    assert changing.get(f"{REQUESTS}/{coaching}/slots", headers=fortaleza.headers).status_code == 403


def test_a_series_takes_turns_and_keeps_its_hour(changing: TestClient, instance: Instance) -> None:
    kochi = of(changing, instance, "kochi")
    of(changing, instance, "hortolandia")
    coaching = matched(instance, "kochi", "hortolandia")
    asked = {"first": "2027-01-12", "sessions": 4, "weeks": 2, "minutes": 60}
    body = changing.get(f"{REQUESTS}/{coaching}/slots/series", params=asked, headers=kochi.headers).json()
    outside = [[seen["outside"] for seen in turn["slot"]["seen"]] for turn in body["sessions"]]
    assert len(outside) == len(body["weekly"]) == 4
    assert abs(sum(each[0] for each in outside) - sum(each[1] for each in outside)) <= 60
    assert {each["wall"] for each in body["weekly"]} == {"once"}
    clocks = [[seen["start"] for seen in each["slot"]["seen"]] for each in body["weekly"]]
    assert clocks == [clocks[0]] * 4
    assert [each["slot"]["starts_at"] for each in body["weekly"]] == [each["starts_at"] for each in body["weekly"]]
