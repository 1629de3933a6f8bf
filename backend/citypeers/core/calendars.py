"""Appointments for people's own calendars (iCalendar, RFC 5545; invitations, RFC 5546)."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from citypeers.core.forms import Form

MEDIA_TYPE = "text/calendar"
PRODUCT = "-//Citypeers//Appointments//EN"
AROUND = timedelta(days=370)
"""How far from the appointment the changes of clocks are told."""


class Method(StrEnum):
    publish = "PUBLISH"
    """To be kept by whoever takes it, without an invitation."""
    request = "REQUEST"
    cancel = "CANCEL"


class Appointment(Form):
    """When and where somebody is expected; the same ``uid`` with a higher ``sequence`` takes the place of the one before."""

    uid: str
    sequence: int
    starts_at: datetime
    zone: str
    minutes: int
    summary: str
    description: str = ""
    place: str | None = None
    link: str | None = None
    """An address, or a path here."""
    changed_at: datetime
    is_cancelled: bool = False


class Attendee(Form):
    """Who is invited."""

    name: str
    email: str


def method(appointment: Appointment) -> Method:
    """What a letter asks the reader's calendar to do."""
    return Method.cancel if appointment.is_cancelled else Method.request


def written(appointment: Appointment, method: Method, home: str, organiser: str, attendee: Attendee | None = None) -> str:
    """An appointment as an iCalendar file, with the rules of its zone; whatever the texts hold, it stays in its line."""
    from icalendar import Calendar  # half a second's worth of zones and grammars, which few letters need

    calendar = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", method.value)):
        calendar.add(name, value)
    calendar.add_component(_event(appointment, home, organiser, attendee))
    day = appointment.starts_at.date()
    calendar.add_missing_timezones(first_date=day - AROUND, last_date=day + AROUND)
    return bytes(calendar.to_ical()).decode()


def _event(appointment: Appointment, home: str, organiser: str, attendee: Attendee | None) -> Any:
    from icalendar import Event, vCalAddress, vText

    starts = appointment.starts_at.astimezone(ZoneInfo(appointment.zone))
    event = Event()
    event.add("uid", f"{appointment.uid}@citypeers")
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.changed_at)
    event.add("last-modified", appointment.changed_at)
    event.add("dtstart", starts)
    event.add("duration", timedelta(minutes=appointment.minutes))
    event.add("status", "CANCELLED" if appointment.is_cancelled else "CONFIRMED")
    event.add("summary", _line(appointment.summary))
    if appointment.description:
        event.add("description", "\n".join(map(_line, appointment.description.splitlines())))
    if appointment.place:
        event.add("location", _line(appointment.place))
    if appointment.link:
        event.add("url", home + appointment.link if appointment.link.startswith("/") else appointment.link)
    by = vCalAddress(f"mailto:{organiser}")
    by.params["CN"] = vText("Citypeers")
    event.add("organizer", by)
    if attendee is not None:
        invited = vCalAddress(f"mailto:{attendee.email}")
        invited.params["CN"] = vText(_line(attendee.name) or attendee.email)
        invited.params["ROLE"], invited.params["PARTSTAT"] = vText("REQ-PARTICIPANT"), vText("NEEDS-ACTION")
        invited.params["RSVP"] = vText("FALSE")  # replies are not read
        event.add("attendee", invited)
    return event


def _line(text: str) -> str:
    """One line without what no calendar may hold."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
