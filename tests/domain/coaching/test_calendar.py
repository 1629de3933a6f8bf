"""Appointments in people's calendars: the same one updated and struck, in its zone, and nothing slipped in."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar, Event

from citypeers.core import calendars, mail
from citypeers.core.calendars import Appointment, Attendee, Method
from citypeers.domain.coaching.scheduling import letters

HOME, SENDER = "https://citypeers.example", "citypeers@example.org"
ANA = Attendee(name="Ana Lima", email="ana@example.org")
BEFORE, AFTER = datetime(2026, 10, 23, 12, tzinfo=UTC), datetime(2026, 10, 26, 13, tzinfo=UTC)


def appointment(starts_at: datetime = BEFORE, zone: str = "Europe/Berlin", **more: object) -> Appointment:
    told = {
        "uid": "a" * 32,
        "sequence": 0,
        "starts_at": starts_at,
        "zone": zone,
        "minutes": 60,
        "summary": "Lights",
        "description": "Berlin\nFortaleza",
        "link": "/coaching/x",
        "changed_at": datetime(2026, 10, 1, tzinfo=UTC),
    }
    return Appointment.model_validate(told | more)


def event(text: str) -> Event:
    (found,) = Calendar.from_ical(text).walk("VEVENT")
    return found


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Fortaleza", "America/Mexico_City", "Asia/Kolkata", "America/Lima"])
@pytest.mark.parametrize("starts_at", [BEFORE, AFTER, datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 30, 12, tzinfo=UTC)])
def test_the_zone_comes_with_the_time(zone: str, starts_at: datetime) -> None:
    text = calendars.written(appointment(starts_at, zone), Method.request, HOME, SENDER, ANA)
    (rules,) = Calendar.from_ical(text).walk("VTIMEZONE")
    assert rules["TZID"] == zone
    starts = event(text)["DTSTART"]
    assert starts.params["TZID"] == zone
    own = rules.to_tz().utcoffset(starts.dt.replace(tzinfo=None))
    assert starts.dt.replace(tzinfo=None) - own == starts_at.replace(tzinfo=None), "by the rules in the file itself"


def test_an_invitation_names_who_invites_and_who_is_invited() -> None:
    text = calendars.written(appointment(), Method.request, HOME, SENDER, ANA)
    found = event(text)
    assert Calendar.from_ical(text)["METHOD"] == "REQUEST"
    assert found["UID"] == f"{'a' * 32}@citypeers"
    assert (found["ORGANIZER"], found["ATTENDEE"]) == (f"mailto:{SENDER}", "mailto:ana@example.org")
    assert found["ATTENDEE"].params["CN"] == "Ana Lima"
    assert found["URL"] == f"{HOME}/coaching/x"
    assert found["STATUS"] == "CONFIRMED"


def test_an_update_and_a_cancellation_are_of_the_same_appointment() -> None:
    texts = [
        calendars.written(made, calendars.method(made), HOME, SENDER, ANA)
        for made in (appointment(), appointment(AFTER, sequence=1), appointment(AFTER, sequence=2, is_cancelled=True))
    ]
    assert len({event(text)["UID"] for text in texts}) == 1
    assert [int(event(text)["SEQUENCE"]) for text in texts] == [0, 1, 2]
    assert [str(Calendar.from_ical(text)["METHOD"]) for text in texts] == ["REQUEST", "REQUEST", "CANCEL"]
    assert event(texts[2])["STATUS"] == "CANCELLED"


SLY = some.text(some.sampled_from("a\r\n\x0b\x0c\x85\u2028\x00;:,\"\\^'=é BEGINVEVENT"), max_size=60)


@given(SLY, SLY, SLY, SLY)
def test_whatever_the_words_hold_stays_in_its_line(summary: str, description: str, place: str, name: str) -> None:
    sly = "\r\nATTENDEE:mailto:evil@example.org\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n"
    made = appointment(summary=summary + sly, description=description + sly, place=place + sly)
    text = calendars.written(made, Method.request, HOME, SENDER, Attendee(name=name + sly, email=ANA.email))
    found = event(text)
    assert found["ATTENDEE"] == "mailto:ana@example.org"
    names = [line.partition(":")[0].partition(";")[0] for line in text.replace("\r\n ", "").split("\r\n") if line]
    assert names.count("ATTENDEE") == names.count("UID") == names.count("SUMMARY") == 1
    assert names.count("BEGIN") == names.count("END")
    assert all(name.replace("-", "").isalpha() and name.isupper() for name in names)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_an_address_that_ends_its_line_is_refused() -> None:
    with pytest.raises(ValueError, match="CR or LF"):
        calendars.written(appointment(link="https://x.example/\r\nX:1"), Method.request, HOME, SENDER, ANA)


def letter(**more: object) -> EmailMessage:
    values = {name: name for name in ("title", "day", "when", "where", "reason", "link")}
    row = mail.Mail(
        to_address=ANA.email,
        language="pt",
        letter=letters.BOOKED,
        values={**values, "name": "Ana Lima"},
        calendar=appointment(**more).model_dump(mode="json"),
    )
    return message_from_bytes(mail.message(row, SENDER, HOME).as_bytes(), policy=default)  # type: ignore[return-value]


def test_a_letter_carries_its_appointment_for_the_calendar() -> None:
    for is_cancelled, method in ((False, "REQUEST"), (True, "CANCEL")):
        made = letter(is_cancelled=is_cancelled)
        assert made.get_content_type() == "multipart/alternative"
        kinds = [part.get_content_type() for part in made.iter_parts()]
        assert kinds == ["text/plain", "text/html", "text/calendar"]
        part = list(made.iter_parts())[2]
        assert part.get_param("method") == method
        assert event(part.get_content())["ATTENDEE"].params["CN"] == "Ana Lima"
        assert Calendar.from_ical(part.get_content())["METHOD"] == method


def test_other_letters_carry_none() -> None:
    row = mail.Mail(
        to_address=ANA.email,
        language="en",
        letter=letters.BOOKED,
        values=dict.fromkeys(("title", "day", "when", "where", "reason", "link", "name"), "x"),
    )
    assert [part.get_content_type() for part in mail.message(row, SENDER, HOME).iter_parts()] == ["text/plain", "text/html"]
