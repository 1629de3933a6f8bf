"""Rooms for calls: whichever service this instance names makes them, and lets in whoever holds an address made for them."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, Self
from urllib.parse import quote, urlencode, urlsplit

from citypeers.core import clock
from citypeers.core.problems import Conflict, Unavailable
from citypeers.core.settings import CallService, Settings
from citypeers.domain.coaching.scheduling.models import SessionWay

OPENS = timedelta(minutes=30)
"""How long before a session its room opens, and for how long after its end one still gets in."""
TIMEOUT_SECONDS = 5.0
LONGEST_ANSWER = 64 * 1024
MADE = re.compile(rb"<returncode>\s*SUCCESS\s*</returncode>|<messageKey>\s*idNotUnique\s*</messageKey>")
"""That a room is there, just made or made before."""


class CallsSilent(Unavailable):
    name = "calls-silent"


class CallsNotOffered(Conflict):
    """This instance names no call service."""

    name = "calls-not-offered"


@dataclass(frozen=True)
class Call:
    """A session that is held as a call."""

    session: str
    title: str
    starts_at: datetime
    minutes: int

    @property
    def opens_at(self) -> datetime:
        return self.starts_at - OPENS

    @property
    def closes_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes) + OPENS


class RoomClosed(Conflict):
    """It is too early for a call, or too late."""

    name = "call-closed"

    @classmethod
    def of(cls, call: Call) -> Self:
        """With the hours of its room."""
        return cls(opens=f"{call.opens_at:%Y-%m-%d %H:%M} UTC", closes=f"{call.closes_at:%Y-%m-%d %H:%M} UTC")


@dataclass(frozen=True)
class Guest:
    """Who comes to a call; the service learns the name and nothing else."""

    name: str


class Calls(Protocol):
    """A service that holds calls."""

    def address(self, call: Call, guest: Guest) -> str:
        """Where one guest gets into the room of a call, until it closes; the room is made if need be."""
        ...


def _name(secret: str, call: Call, purpose: str = "room") -> str:
    """What nobody guesses who does not know the secret; the same for the same session."""
    return hmac.new(secret.encode(), f"{purpose}:{call.session}".encode(), hashlib.sha256).hexdigest()[:32]


class Jitsi:
    """Jitsi Meet with signed tokens: the room exists by being entered."""

    def __init__(self, home: str, app: str, secret: str) -> None:
        self._home, self._app, self._secret = home, app, secret

    def address(self, call: Call, guest: Guest) -> str:
        room = _name(self._secret, call)
        said = {
            "iss": self._app,
            "aud": "jitsi",
            "sub": urlsplit(self._home).hostname,
            "room": room,
            "nbf": int(call.opens_at.timestamp()),
            "exp": int(call.closes_at.timestamp()),
            "context": {"user": {"name": guest.name}},
        }
        return f"{self._home}/{room}?jwt={_signed(said, self._secret)}#config.subject={quote(json.dumps(call.title))}"


def _signed(said: Mapping[str, object], secret: str) -> str:
    """A token by a shared secret (RFC 7519, HS256), which Jitsi reads; none of ours are of this kind."""
    parts = [_packed(json.dumps(part, separators=(",", ":")).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, said)]
    seal = hmac.new(secret.encode(), ".".join(parts).encode(), hashlib.sha256).digest()
    return ".".join([*parts, _packed(seal)])


def _packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


class BigBlueButton:
    """BigBlueButton: a room is made by a call that a checksum proves, and entered by another."""

    def __init__(self, home: str, secret: str) -> None:
        self._home, self._secret = home, secret

    def address(self, call: Call, guest: Guest) -> str:
        room = _name(self._secret, call)
        keys = {f"{who}PW": _name(self._secret, call, who) for who in ("attendee", "moderator")}
        self._make({"meetingID": room, "name": call.title, "record": "false", **keys})
        asked = {"meetingID": room, "fullName": guest.name, "password": keys["moderatorPW"], "role": "MODERATOR"}
        return self._asked("join", asked)

    def _asked(self, what: str, parameters: Mapping[str, str]) -> str:
        query = urlencode(parameters)
        checksum = hashlib.sha256(f"{what}{query}{self._secret}".encode()).hexdigest()
        return f"{self._home}/api/{what}?{query}&checksum={checksum}"

    def _make(self, parameters: Mapping[str, str]) -> None:
        import httpx  # here, so that a process that asks no other service does not carry it

        try:
            with httpx.stream("GET", self._asked("create", parameters), timeout=TIMEOUT_SECONDS, follow_redirects=False) as answer:
                answer.raise_for_status()
                told = next(answer.iter_bytes(LONGEST_ANSWER), b"")
        except (httpx.HTTPError, httpx.InvalidURL):
            raise CallsSilent from None
        if not MADE.search(told):
            raise CallsSilent


def service_of(settings: Settings) -> Calls | None:
    """The call service that an instance names, if it does."""
    secret = settings.calls_secret.get_secret_value() if settings.calls_secret else ""
    if settings.calls_service is None or settings.calls_url is None:
        return None
    home = settings.calls_url.rstrip("/")
    if settings.calls_service is CallService.jitsi:
        return Jitsi(home, settings.calls_app or "", secret)
    return BigBlueButton(home, secret)


def ways(settings: Settings) -> list[SessionWay]:
    """How people can meet who use this instance."""
    return [way for way in SessionWay if way is not SessionWay.call or service_of(settings) is not None]


def enter(settings: Settings, call: Call, guest: Guest) -> str:
    """Where somebody gets into a call that is open now."""
    service = service_of(settings)
    if service is None:
        raise CallsSilent
    if not call.opens_at <= clock.now() <= call.closes_at:
        raise RoomClosed.of(call)
    return service.address(call, guest)
