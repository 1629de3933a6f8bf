"""Sessions: booked at a time that all agreed to, moved, held, missed, cancelled; letters and calendars follow."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from icalendar import Calendar
from pydantic import SecretStr
from starlette.testclient import TestClient

from citypeers.core import calendars, clock
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.core.problems import Invalid
from citypeers.core.settings import CallService
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.scheduling import calls, service
from citypeers.domain.coaching.scheduling.models import SessionState, SessionWay
from citypeers.domain.coaching.scheduling.polls import SlotNotAgreed
from citypeers.domain.coaching.scheduling.schemas import Arrangement
from citypeers.domain.coaching.scheduling.service import SessionNotPlanned
from tests.domain.coaching.meeting import REQUESTS, agree, booked, coming, kept, look, matched, say
from tests.domain.coaching.people import act
from tests.domain.projects.ledger import of, problem
from tests.identity.people import Person, letters


@pytest.fixture
def kochi(changing: TestClient, instance: Instance) -> Person:
    return of(changing, instance, "kochi")


@pytest.fixture
def hortolandia(changing: TestClient, instance: Instance) -> Person:
    return of(changing, instance, "hortolandia")


@pytest.fixture
def coaching(instance: Instance) -> str:
    return matched(instance, "kochi", "hortolandia")


@pytest.fixture
def planned(changing: TestClient, instance: Instance, kochi: Person, hortolandia: Person, coaching: str) -> str:
    return booked(instance, coaching, agree(changing, coaching, coming(10, 11), kochi, hortolandia))


def shown(client: TestClient, person: Person, coaching: str, session: str) -> dict[str, object]:
    body: dict[str, object] = client.get(f"{REQUESTS}/{coaching}/sessions/{session}", headers=person.headers).json()
    return body


def test_a_session_is_booked_only_at_a_time_that_all_agreed_to(
    changing: TestClient, instance: Instance, kochi: Person, coaching: str
) -> None:
    proposed = say(changing, kochi, coaching, {coming(): "yes"}).json()["proposed"]
    with pytest.raises(SlotNotAgreed):
        booked(instance, coaching, proposed[0]["id"])
    for slot in (None, "0" * 32):
        with pytest.raises(Invalid):
            booked(instance, coaching, slot)


def test_a_session_is_shown_on_both_clocks_with_who_sits_outside(
    changing: TestClient, kochi: Person, coaching: str, planned: str
) -> None:
    body = shown(changing, kochi, coaching, planned)
    assert (body["zone"], body["state"], body["way"], body["minutes"]) == ("Asia/Kolkata", "planned", "call", 60)
    seen = {each["organisation"]: each for each in body["seen"]}  # type: ignore[attr-defined]
    assert (seen["kochi"]["start"], seen["kochi"]["end"]) == ("16:30", "17:30")
    assert (seen["hortolandia"]["start"], seen["hortolandia"]["end"]) == ("08:00", "09:00")
    page = changing.get(f"{REQUESTS}/{coaching}/sessions", headers=kochi.headers).json()
    assert (page["total"], page["items"]) == (1, [body])


def test_the_burden_of_a_session_is_carried_into_the_next(
    changing: TestClient, instance: Instance, kochi: Person, hortolandia: Person, coaching: str
) -> None:
    day = next(day["day"] for day in look(changing, kochi, coaching, days=14)["days"] if day["slots"] and not day["closed"])
    booked(instance, coaching, agree(changing, coaching, f"{day}T11:00:00Z", kochi, hortolandia))
    carried = {each["hours"]["organisation"]["slug"]: each["carried"] for each in look(changing, kochi, coaching)["parties"]}
    assert carried == {"kochi": 30, "hortolandia": 60}


@pytest.mark.usefixtures("planned")
def test_everybody_gets_it_for_their_calendar(instance: Instance, kochi: Person, hortolandia: Person) -> None:
    for person in (kochi, hortolandia):
        (letter,) = letters(instance, person.email, "coaching-session-booked")
        assert letter.calendar is not None
        made = calendars.Appointment.model_validate(letter.calendar)
        assert (made.sequence, made.zone, made.is_cancelled) == (0, "Asia/Kolkata", False)
        assert "Asia/Kolkata" in letter.values["when"]
        assert "America/Sao_Paulo" in letter.values["when"]
        assert letter.values["link"].startswith("/coaching/")


def test_a_session_moves_in_every_calendar(
    changing: TestClient, instance: Instance, kochi: Person, hortolandia: Person, coaching: str, planned: str
) -> None:
    slot = agree(changing, coaching, coming(12, 12), kochi, hortolandia)
    with instance.database.transaction() as session:
        service.move(session, OPERATOR, session.get_one(CoachingRequest, coaching), planned, slot, None, "Carnival")
    assert kept(instance, planned).starts_at == datetime.fromisoformat(coming(12, 12))
    (letter,) = letters(instance, kochi.email, "coaching-session-moved")
    made = calendars.Appointment.model_validate(letter.calendar)
    assert (made.uid, made.sequence) == (planned, 1)
    assert "Carnival" in letter.values["reason"]


def test_a_session_is_struck_from_every_calendar(
    instance: Instance, kochi: Person, hortolandia: Person, coaching: str, planned: str
) -> None:
    with instance.database.transaction() as session:
        service.cancel_all(session, OPERATOR, session.get_one(CoachingRequest, coaching), "The coach is ill")
    assert kept(instance, planned).state is SessionState.cancelled
    for person in (kochi, hortolandia):
        (letter,) = letters(instance, person.email, "coaching-session-cancelled")
        made = calendars.Appointment.model_validate(letter.calendar)
        assert (made.uid, made.sequence, made.is_cancelled) == (planned, 1, True)
    with instance.database.transaction() as session, pytest.raises(SessionNotPlanned):
        service.move(session, OPERATOR, session.get_one(CoachingRequest, coaching), planned, None, None)


def test_what_became_of_a_session_is_kept(instance: Instance, coaching: str, planned: str, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, instance, planned, minutes=10)
    with instance.database.transaction() as session:
        row = session.get_one(CoachingRequest, coaching)
        for missing in ([], ["berlin"]):
            with pytest.raises(Invalid):
                service.missed(session, OPERATOR, row, missing, "x")
        service.missed(session, OPERATOR, row, ["hortolandia"], "No power")
    row_ = kept(instance, planned)
    assert (row_.state, row_.missing, row_.reason) == (SessionState.no_show, ["hortolandia"], "No power")


def test_a_missed_session_burdens_nobody(
    changing: TestClient, instance: Instance, kochi: Person, coaching: str, planned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, instance, planned, minutes=10)
    with instance.database.transaction() as session:
        service.missed(session, OPERATOR, session.get_one(CoachingRequest, coaching), ["hortolandia"], "No power", planned)
    assert {each["carried"] for each in look(changing, kochi, coaching)["parties"]} == {0}


def test_both_take_part_in_an_event_at_its_own_date(changing: TestClient, instance: Instance, kochi: Person, coaching: str) -> None:
    starts_at = clock.now().replace(second=0, microsecond=0) + timedelta(days=40)
    event = Arrangement(way=SessionWay.event, link="https://expo.example/2026", place="Barcelona", starts_at=starts_at, minutes=480)
    made = shown(changing, kochi, coaching, booked(instance, coaching, None, event))
    assert (made["way"], made["link"], made["place"], made["minutes"]) == ("event", "https://expo.example/2026", "Barcelona", 480)
    (letter,) = letters(instance, kochi.email, "coaching-session-booked")
    assert "https://expo.example/2026" in letter.values["where"]
    for wrong in (
        Arrangement(way=SessionWay.event, link="https://x.example"),
        Arrangement(way=SessionWay.event, starts_at=starts_at, minutes=60),
    ):
        with pytest.raises(Invalid):
            booked(instance, coaching, None, wrong)


def test_a_calendar_takes_the_file_of_a_session(changing: TestClient, kochi: Person, coaching: str, planned: str) -> None:
    path = f"{REQUESTS}/{coaching}/sessions/{planned}/calendar"
    answer = changing.get(path, headers=kochi.headers)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.text).walk("VEVENT")
    assert (event["UID"], str(event["SUMMARY"])) == (f"{planned}@citypeers", "Lights that report their own faults")
    assert Calendar.from_ical(answer.text)["METHOD"] == "PUBLISH"
    assert "ATTENDEE" not in event
    assert changing.get(path).status_code == 401


def test_nobody_else_reads_a_session(changing: TestClient, instance: Instance, coaching: str, planned: str) -> None:
    stranger = of(changing, instance, "guadalajara")
    for tail in ("", f"/{planned}", f"/{planned}/calendar"):
        assert changing.get(f"{REQUESTS}/{coaching}/sessions{tail}", headers=stranger.headers).status_code == 404
    other = matched_again(instance, coaching)
    assert changing.get(f"{REQUESTS}/{other}/sessions/{planned}", headers=stranger.headers).status_code == 404
    assert changing.post(f"{REQUESTS}/{coaching}/sessions/{planned}/entrance", headers=stranger.headers).status_code == 404


def with_calls(monkeypatch: pytest.MonkeyPatch, instance: Instance) -> None:
    """Let the instance be connected to a call service."""
    for name, value in {
        "calls_service": CallService.jitsi,
        "calls_url": "https://meet.example.org",
        "calls_app": "citypeers",
        "calls_secret": SecretStr("x"),
    }.items():
        monkeypatch.setattr(instance.settings, name, value)


def matched_again(instance: Instance, coaching: str) -> str:
    """A coaching of others."""
    with instance.database.transaction() as session:
        session.get_one(CoachingRequest, coaching).number = 901
    return matched(instance, "guadalajara", "berlin")


def test_the_way_into_a_call_opens_with_its_room(
    changing: TestClient, instance: Instance, kochi: Person, coaching: str, planned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"{REQUESTS}/{coaching}/sessions/{planned}/entrance"
    assert problem(changing.post(path, headers=kochi.headers)) == (503, "calls-silent")
    with_calls(monkeypatch, instance)
    assert problem(changing.post(path, headers=kochi.headers)) == (409, "call-closed")
    starts_at = kept(instance, planned).starts_at
    monkeypatch.setattr(calls, "clock", SimpleNamespace(now=lambda: starts_at))  # the session of the browser does not age with it
    answer = changing.post(path, headers=kochi.headers)
    assert answer.json()["address"].startswith("https://meet.example.org/")


LINK = {"way": "link", "link": "https://meet.example.org/x"}


def later(monkeypatch: pytest.MonkeyPatch, instance: Instance, session: str, **by: int) -> None:
    """Let it be some time after a session begins, for all that does not sign in."""
    moment = kept(instance, session).starts_at + timedelta(**by)
    monkeypatch.setattr(service, "clock", SimpleNamespace(now=lambda: moment))


def the_one(client: TestClient, person: Person, coaching: str) -> str:
    (planned,) = client.get(f"{REQUESTS}/{coaching}/sessions", headers=person.headers).json()["items"]
    return str(planned["id"])


def test_the_steps_of_a_request_hold_its_sessions(
    changing: TestClient,
    instance: Instance,
    kochi: Person,
    hortolandia: Person,
    coaching: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slot = agree(changing, coaching, coming(10, 11), kochi, hortolandia)
    assert act(changing, kochi, coaching, "schedule", slot=slot).json()["errors"][0]["pointer"] == "/meeting"
    scheduled = act(changing, kochi, coaching, "schedule", slot=slot, meeting=LINK)
    assert (scheduled.status_code, scheduled.json()["state"]) == (200, "scheduled"), scheduled.text
    assert [letter.letter for letter in letters(instance, hortolandia.email)] == ["coaching-session-booked"]
    session = the_one(changing, kochi, coaching)
    assert problem(act(changing, hortolandia, coaching, "start")) == (409, "session-ahead")
    assert problem(act(changing, hortolandia, coaching, "reschedule", slot=slot[::-1])) == (422, "invalid")
    other = agree(changing, coaching, coming(12, 12), kochi, hortolandia)
    moved = act(changing, hortolandia, coaching, "reschedule", slot=other)
    assert (moved.status_code, moved.json()["state"]) == (200, "scheduled"), moved.text
    assert kept(instance, session).sequence == 1
    later(monkeypatch, instance, session, minutes=-10)
    started = act(changing, hortolandia, coaching, "start")
    assert (started.status_code, started.json()["state"]) == (200, "in_progress"), started.text
    assert kept(instance, session).state is SessionState.held
    assert act(changing, kochi, coaching, "report").json()["state"] == "reporting"


def test_what_is_held_puts_off_the_sessions_before_its_day(
    changing: TestClient, instance: Instance, kochi: Person, hortolandia: Person, coaching: str
) -> None:
    early, late = (agree(changing, coaching, coming(days, 11), kochi, hortolandia) for days in (10, 40))
    assert act(changing, kochi, coaching, "schedule", slot=early, slots=[late], meeting=LINK).status_code == 200
    until = datetime.fromisoformat(coming(20, 11)).date().isoformat()
    assert act(changing, hortolandia, coaching, "hold", until=until).status_code == 403
    assert act(changing, kochi, coaching, "hold", until=until, reason="Elections").json()["state"] == "on_hold"
    (struck,) = letters(instance, hortolandia.email, "coaching-session-cancelled")
    assert "Elections" in struck.values["reason"]
    assert act(changing, kochi, coaching, "resume").json()["state"] == "scheduled"
    until = datetime.fromisoformat(coming(60, 11)).date().isoformat()
    assert act(changing, kochi, coaching, "hold", until=until).json()["held_from"] == "scheduled"
    assert len(letters(instance, hortolandia.email, "coaching-session-cancelled")) == 2
    assert act(changing, kochi, coaching, "resume").json()["state"] == "accepted"


def test_a_session_to_which_somebody_did_not_come_leads_back(
    changing: TestClient,
    instance: Instance,
    kochi: Person,
    hortolandia: Person,
    coaching: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slot = agree(changing, coaching, coming(10, 11), kochi, hortolandia)
    act(changing, kochi, coaching, "schedule", slot=slot, meeting=LINK)
    session = the_one(changing, kochi, coaching)
    later(monkeypatch, instance, session, hours=1)
    back = act(changing, kochi, coaching, "no_show", missing="hortolandia", reason="Nobody came")
    assert (back.status_code, back.json()["state"]) == (200, "accepted"), back.text
    assert kept(instance, session).missing == ["hortolandia"]
    assert problem(act(changing, kochi, coaching, "start"))[1] == "coaching-wrong-step"


@pytest.mark.parametrize(("verb", "state"), [("cancel", "cancelled"), ("rematch", "open")])
def test_a_coaching_that_ends_strikes_its_sessions_from_every_calendar(
    changing: TestClient, instance: Instance, kochi: Person, hortolandia: Person, coaching: str, verb: str, state: str
) -> None:
    slot = agree(changing, coaching, coming(10, 11), kochi, hortolandia)
    act(changing, kochi, coaching, "schedule", slot=slot, meeting=LINK)
    ended = act(changing, kochi, coaching, verb, reason="Plans have changed")
    assert (ended.status_code, ended.json()["state"]) == (200, state), ended.text
    for person in (kochi, hortolandia):
        assert letters(instance, person.email, "coaching-session-cancelled"), person.email
    assert changing.get(f"{REQUESTS}/{coaching}/sessions", headers=kochi.headers).json()["items"][0]["state"] == "cancelled"


def test_a_session_is_not_scheduled_at_a_time_that_one_side_refused(
    changing: TestClient, kochi: Person, hortolandia: Person, coaching: str
) -> None:
    slot = agree(changing, coaching, coming(), kochi, hortolandia)
    say(changing, hortolandia, coaching, {coming(): "no"})
    refused = act(changing, kochi, coaching, "schedule", slot=slot, meeting=LINK)
    assert problem(refused) == (409, "slot-not-agreed")
    assert refused.json()["numbers"] == {"who": "Hortolândia"}


@pytest.mark.parametrize("has_calls", [True, False])
def test_a_call_is_booked_only_where_there_is_a_service_for_it(
    changing: TestClient,
    instance: Instance,
    kochi: Person,
    hortolandia: Person,
    coaching: str,
    monkeypatch: pytest.MonkeyPatch,
    has_calls: bool,
) -> None:
    if has_calls:
        with_calls(monkeypatch, instance)
    assert ("call" in look(changing, kochi, coaching)["ways"]) is has_calls
    slot = agree(changing, coaching, coming(10, 11), kochi, hortolandia)
    answer = act(changing, kochi, coaching, "schedule", slot=slot, meeting={"way": "call"})
    assert (answer.status_code == 200) is has_calls, answer.text
    if has_calls:
        return
    assert problem(answer) == (409, "calls-not-offered")
    assert changing.get(f"{REQUESTS}/{coaching}/sessions", headers=kochi.headers).json()["total"] == 0
    act(changing, kochi, coaching, "schedule", slot=slot, meeting=LINK)
    moved = act(changing, kochi, coaching, "reschedule", slot=slot, meeting={"way": "call"})
    assert problem(moved) == (409, "calls-not-offered")


def test_a_series_is_booked_whole_or_not_at_all(
    changing: TestClient, instance: Instance, kochi: Person, hortolandia: Person, coaching: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (agree(changing, coaching, coming(days, 11), kochi, hortolandia) for days in (10, 24, 38))
    say(changing, hortolandia, coaching, {coming(38, 11): "no"})
    refused = act(changing, kochi, coaching, "schedule", slot=first, slots=[second, third], meeting=LINK)
    assert problem(refused) == (409, "slot-not-agreed")
    unknown = act(changing, kochi, coaching, "schedule", slot=first, slots=[second, "0" * 32], meeting=LINK)
    assert unknown.json()["errors"][0]["pointer"] == "/slots/1"
    event = {"way": "event", "link": "https://expo.example", "starts_at": coming(50), "minutes": 60}
    named = act(changing, kochi, coaching, "schedule", slots=[second], meeting=event)
    assert [each["code"] for each in named.json()["errors"]] == ["series_of_event"]
    path = f"{REQUESTS}/{coaching}/sessions"
    assert changing.get(path, headers=kochi.headers).json()["total"] == 0
    booked_ = act(changing, kochi, coaching, "schedule", slot=first, slots=[second, second], meeting=LINK)
    assert (booked_.status_code, booked_.json()["state"]) == (200, "scheduled"), booked_.text
    planned = changing.get(path, headers=kochi.headers).json()["items"]
    assert [each["starts_at"] for each in planned] == [coming(10, 11), coming(24, 11)]
    later(monkeypatch, instance, planned[0]["id"], hours=1)
    missed = act(changing, kochi, coaching, "no_show", missing="hortolandia", reason="Nobody came")
    assert missed.json()["state"] == "scheduled", missed.text
    later(monkeypatch, instance, planned[1]["id"], hours=1)
    missed = act(changing, kochi, coaching, "no_show", missing="hortolandia", reason="Nobody came")
    assert missed.json()["state"] == "accepted", missed.text
