"""Rooms for calls, each service proved against a stub that speaks its protocol."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from pydantic import SecretStr, TypeAdapter, ValidationError

from citypeers.core import clock
from citypeers.core.settings import CallService, Settings
from citypeers.domain.coaching.scheduling import calls
from citypeers.domain.coaching.scheduling.calls import Call, CallsSilent, Guest, RoomClosed
from citypeers.domain.coaching.scheduling.schemas import HttpsLink

SECRET = "shared with the call service"
STARTS = datetime(2026, 10, 26, 12, tzinfo=UTC)
CALL = Call("a" * 32, "Lights & “faults”", STARTS, 60)
ANA = Guest("Ana Lima & Co")


def settings(service: CallService, url: str) -> Settings:
    return Settings(calls_service=service, calls_url=url, calls_app="citypeers", calls_secret=SecretStr(SECRET))


@dataclass
class Meetings:
    """What a BigBlueButton keeps."""

    made: dict[str, dict[str, str]] = field(default_factory=dict)
    answer: bytes | None = None
    status: int = 200


@contextmanager
def big_blue_button() -> Iterator[tuple[str, Meetings]]:
    """A server that takes calls only with their checksum, makes a meeting once, and lets in who knows it."""
    kept = Meetings()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            call = asked.path.removeprefix("/bigbluebutton/api/")
            query, _, checksum = asked.query.rpartition("&checksum=")
            is_right = checksum == hashlib.sha256(f"{call}{query}{SECRET}".encode()).hexdigest()
            body = kept.answer or (self._done(call, dict(parse_qsl(query))) if is_right else _failed("checksumError"))
            self.send_response(kept.status)
            self.send_header("Content-Type", "text/xml")
            self.end_headers()
            self.wfile.write(body)

        def _done(self, call: str, given: dict[str, str]) -> bytes:
            before = kept.made.get(given["meetingID"])
            if call == "join":
                is_in = before is not None and given["password"] == before["moderatorPW"]
                return b"<response><returncode>SUCCESS</returncode></response>" if is_in else _failed("notFound")
            if before is not None and before != given:
                return _failed("idNotUnique")
            kept.made[given["meetingID"]] = given
            return b"<response>\n <returncode>SUCCESS</returncode></response>"

        def log_message(self, format: str, *args: Any) -> None:
            """Quietly."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/bigbluebutton", kept
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _failed(key: str) -> bytes:
    return f"<response><returncode>FAILED</returncode><messageKey>{key}</messageKey></response>".encode()


def read(part: str) -> Any:
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


@pytest.fixture
def in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: STARTS - timedelta(minutes=5))


@pytest.mark.usefixtures("in_time")
def test_jitsi_lets_in_who_brings_a_signed_token() -> None:
    address = calls.enter(settings(CallService.jitsi, "https://meet.example.org/"), CALL, ANA)
    parts = urlsplit(address)
    token = dict(parse_qsl(parts.query))["jwt"]
    signed, _, seal = token.rpartition(".")
    expected = hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).digest()
    header, said = (read(part) for part in signed.split("."))
    assert base64.urlsafe_b64decode(seal + "=") == expected
    assert header == {"alg": "HS256", "typ": "JWT"}
    assert (parts.hostname, parts.path.lstrip("/")) == ("meet.example.org", said["room"])
    assert {key: said[key] for key in ("iss", "aud", "sub", "context")} == {
        "iss": "citypeers",
        "aud": "jitsi",
        "sub": "meet.example.org",
        "context": {"user": {"name": ANA.name}},
    }
    assert (said["nbf"], said["exp"]) == (int(CALL.opens_at.timestamp()), int(CALL.closes_at.timestamp()))


@pytest.mark.usefixtures("in_time")
def test_nobody_guesses_the_room_from_the_session() -> None:
    ours, theirs = (calls.Jitsi("https://meet.example.org", "citypeers", secret) for secret in (SECRET, "another"))
    assert CALL.session not in ours.address(CALL, ANA)
    assert urlsplit(ours.address(CALL, ANA)).path == urlsplit(ours.address(CALL, Guest("Bo"))).path
    assert urlsplit(ours.address(CALL, ANA)).path != urlsplit(theirs.address(CALL, ANA)).path


@pytest.mark.usefixtures("in_time")
def test_bigbluebutton_makes_the_room_once_and_lets_everybody_in() -> None:
    with big_blue_button() as (url, kept):
        service = settings(CallService.bigbluebutton, url)
        addresses = [calls.enter(service, CALL, guest) for guest in (ANA, Guest("Bo"), ANA)]
        assert len(kept.made) == 1
        (made,) = kept.made.values()
        assert made["name"] == CALL.title
        assert made["record"] == "false"
        for address in addresses:
            assert b"SUCCESS" in httpx.get(address).content
            assert b"checksumError" in httpx.get(address.replace("MODERATOR", "VIEWER")).content
        assert dict(parse_qsl(urlsplit(addresses[0]).query))["fullName"] == ANA.name


@pytest.mark.usefixtures("in_time")
@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (_failed("checksumError"), 200),
        (b"", 500),
        (b"<html>sign in</html>", 200),
        (b"x" * 200_000 + b"<returncode>SUCCESS</returncode>", 200),
        (b"", 302),
    ],
)
def test_a_service_that_does_not_say_yes_is_silent(answer: bytes, status: int) -> None:
    with big_blue_button() as (url, kept):
        kept.answer, kept.status = answer or b" ", status
        with pytest.raises(CallsSilent):
            calls.enter(settings(CallService.bigbluebutton, url), CALL, ANA)


@pytest.mark.usefixtures("in_time")
def test_a_room_of_the_same_name_that_is_there_is_entered() -> None:
    with big_blue_button() as (url, kept):
        kept.answer = _failed("idNotUnique")
        assert "/api/join?" in calls.enter(settings(CallService.bigbluebutton, url), CALL, ANA)


@pytest.mark.usefixtures("in_time")
def test_a_service_that_is_not_there_is_silent() -> None:
    with big_blue_button() as (url, _):
        pass
    with pytest.raises(CallsSilent):
        calls.enter(settings(CallService.bigbluebutton, url), CALL, ANA)
    with pytest.raises(CallsSilent):
        calls.enter(Settings(), CALL, ANA)


@pytest.mark.parametrize("late", [timedelta(minutes=-31), timedelta(minutes=91)])
def test_a_room_is_open_around_its_session_only(monkeypatch: pytest.MonkeyPatch, late: timedelta) -> None:
    monkeypatch.setattr(clock, "now", lambda: STARTS + late)
    with pytest.raises(RoomClosed):
        calls.enter(settings(CallService.jitsi, "https://meet.example.org"), CALL, ANA)


@pytest.mark.parametrize(
    "given",
    [
        {"calls_service": "jitsi", "calls_url": "https://meet.example.org", "calls_secret": "x"},
        {"calls_service": "bigbluebutton", "calls_url": "https://meet.example.org"},
        {"calls_service": "bigbluebutton", "calls_url": "meet.example.org", "calls_secret": "x"},
        {"calls_service": "zoom", "calls_url": "https://meet.example.org", "calls_secret": "x"},
    ],
)
def test_a_service_is_named_whole(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Settings(**given)  # type: ignore[arg-type]  # as the environment would say it


LINK: TypeAdapter[str] = TypeAdapter(HttpsLink)


@pytest.mark.parametrize("link", ["https://meet.example.org/room?x=1#y", "https://a.example:8443", "https://a.example/ä"])
def test_a_pasted_link_is_taken(link: str) -> None:
    assert LINK.validate_python(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "http://meet.example.org",
        "javascript:alert(1)",
        "https://user:password@meet.example.org/",
        "https://meet.example.org\\@evil.example/",
        "https://meet.example.org/\r\nX: 1",
        "https://meet.example.org/<script>",
        "https:///nowhere",
        "ftp://meet.example.org",
        "https://meet.example.org/" + "x" * 500,
    ],
)
def test_a_link_that_is_none_is_refused(link: str) -> None:
    with pytest.raises(ValidationError):
        LINK.validate_python(link)
