"""Letters: worded in four languages, delivered once over real SMTP, tried again, given up visibly, and never lost with a worker."""

import email
import email.policy
import os
import signal
import socket
import string
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from starlette.testclient import TestClient

from citypeers.core import clock, mail
from citypeers.core.calendars import Appointment
from citypeers.core.caller import Instance
from citypeers.core.mail import LETTERS, Mail, MailState
from citypeers.core.settings import Settings
from citypeers.core.text import LANGUAGES
from citypeers.exchange.notices import delivery
from citypeers.identity import letters as wording
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for
from tests.identity.people import letters, staff

TO = "joerg@example.org"


class Box:
    """A mail server's inbox; ``answer`` is asked before each letter is taken."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.got: list[EmailMessage] = []
        self.answer: Callable[[], str] = lambda: "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        said = self.answer()
        if said.startswith("250"):
            self.got.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return said


@pytest.fixture
def box() -> Iterator[Box]:
    """A mail server on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        found = Box(free.getsockname()[1])
    controller = Controller(found, hostname="127.0.0.1", port=found.port, ready_timeout=20)
    controller.start()
    yield found
    controller.stop()


def served(fresh: Loaded, box: Box) -> Settings:
    return settings_for(fresh, smtp_url=f"smtp://127.0.0.1:{box.port}", mail_from="no-reply@citypeers.example")


def queued(instance: Instance, number: int = 1, language: str = "en", name: str = "Jörg Müßig") -> list[str]:
    with instance.database.transaction() as session:
        rows = [
            mail.queue(session, TO, language, wording.RECOVERY, about="someone", name=name, link=f"/recovery#{each}")
            for each in range(number)
        ]
        return [row.id for row in rows]


def states(instance: Instance) -> list[MailState]:
    return [row.state for row in letters(instance, TO)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_comes_in_its_readers_language_as_text_and_html(
    fresh: Loaded, instance: Instance, box: Box, language: str
) -> None:
    (id,) = queued(instance, language=language, name="Jörg <b>Müßig</b>")
    assert delivery.deliver_one(instance.database, served(fresh, box)) is True
    assert delivery.deliver_one(instance.database, served(fresh, box)) is False
    (got,) = box.got
    assert (got["Subject"], got["To"]) == (LETTERS[wording.RECOVERY][language].subject, TO)
    assert (got["Message-ID"], got["Auto-Submitted"]) == (f"<{id}@citypeers.example>", "auto-generated")
    text, page = got.get_body(("plain",)), got.get_body(("html",))
    assert text is not None
    assert page is not None
    assert "http://localhost:8000/recovery#0" in text.get_content()
    assert "Jörg <b>Müßig</b>" in text.get_content()
    assert "Jörg &lt;b&gt;Müßig&lt;/b&gt;" in page.get_content()
    assert f'lang="{language}"' in page.get_content()
    (row,) = letters(instance, TO)
    assert (row.state, row.values) == (MailState.sent, {})  # what opens an account is kept no longer than needed


def test_an_appointment_goes_with_its_letter_and_is_kept_no_longer(fresh: Loaded, instance: Instance, box: Box) -> None:
    (id,) = queued(instance)
    at = clock.now()
    told = Appointment(uid=id, sequence=0, starts_at=at, zone="America/Lima", minutes=60, summary="Süd", changed_at=at)
    with instance.database.transaction() as session:
        session.get_one(Mail, id).calendar = told.model_dump(mode="json")
    assert delivery.deliver_one(instance.database, served(fresh, box)) is True
    (got,) = box.got
    (part,) = [each for each in got.iter_parts() if each.get_content_type() == "text/calendar"]
    assert part.get_param("method") == "REQUEST"
    assert "SUMMARY:Süd" in part.get_content()
    assert "TZID:America/Lima" in part.get_content()
    (row,) = letters(instance, TO)
    assert (row.state, row.calendar) == (MailState.sent, None)


def test_every_letter_is_whole_in_every_language_and_has_the_same_gaps() -> None:
    for name, worded in LETTERS.items():
        gaps = [sorted(set(_gaps(each))) for each in worded.values()]
        assert len(gaps) == len(LANGUAGES)
        assert all(each == gaps[0] for each in gaps), name


def _gaps(words: mail.Words) -> Iterator[str]:
    for text in (words.subject, *words.paragraphs):
        yield from (name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_nobody_writes_a_header_of_their_own(instance: Instance) -> None:
    row = Mail(
        to_address="a@example.org\r\nBcc: b@example.org", language="en", letter=wording.CHANGED, values={"name": "x", "what": "y"}
    )
    with pytest.raises(ValueError, match=r"CR|invalid"):
        mail.message(row, "x@example.org", "")
    sly = Mail(
        to_address=TO,
        language="en",
        letter="seat-step",
        values={"network": "x\r\nBcc: b@example.org", "what": "y", "name": "", "seat": "", "reason": "", "link": ""},
    )
    assert mail.message(sly, "x@example.org", "")["Bcc"] is None


def test_what_fails_for_a_time_is_tried_again_later(
    fresh: Loaded, instance: Instance, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    queued(instance)
    box.answer = lambda: "451 try later"
    assert delivery.deliver_one(instance.database, served(fresh, box)) is True
    (row,) = letters(instance, TO)
    assert (row.state, row.attempts, row.next_at > clock.now()) == (MailState.queued, 1, True)
    assert row.last_error == "the mail server did not take it (SMTPDataError)"
    box.answer = lambda: "250 OK"
    assert delivery.deliver_one(instance.database, served(fresh, box)) is False
    later = row.next_at
    monkeypatch.setattr(clock, "now", lambda: later)
    assert delivery.deliver_one(instance.database, served(fresh, box)) is True
    assert states(instance) == [MailState.sent]


def test_what_is_refused_for_good_is_given_up_seen_and_can_be_tried_by_hand(
    fresh: Loaded, changing: TestClient, instance: Instance, box: Box
) -> None:
    eva = staff(changing, instance)
    (id,) = queued(instance)
    box.answer = lambda: "550 no such person"
    delivery.deliver_one(instance.database, served(fresh, box))
    page = changing.get("/api/v1/mails?state=dead", headers=eva.headers).json()
    assert [(each["id"], each["last_error"]) for each in page["items"]] == [(id, "the letter was refused (550)")]
    assert "recovery#" not in str(page)
    retried = changing.post(f"/api/v1/mails/{id}/transitions", json={"verb": "retry"}, headers=eva.headers)
    assert retried.json()["state"] == "queued"
    box.answer = lambda: "250 OK"
    delivery.deliver_one(instance.database, served(fresh, box))
    assert states(instance) == [MailState.sent]
    again = changing.post(f"/api/v1/mails/{id}/transitions", json={"verb": "retry"}, headers=eva.headers)
    assert again.json()["type"] == "/problems/mail-not-dead"


def test_after_the_last_try_it_is_given_up(fresh: Loaded, instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    queued(instance)
    nowhere = settings_for(fresh, smtp_url="smtp://127.0.0.1:1")
    start, waited = clock.now(), 0.0
    for _ in range(delivery.MOST_ATTEMPTS):
        now = letters(instance, TO)[0].next_at
        monkeypatch.setattr(clock, "now", lambda now=now: now)
        assert delivery.deliver_one(instance.database, nowhere) is True
        waited = (now - start).total_seconds()
    assert states(instance) == [MailState.dead]
    assert 86_400 < waited < 4 * 86_400  # tried over days, not for minutes


def test_a_server_that_hangs_is_not_waited_for_for_ever(
    fresh: Loaded, instance: Instance, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setattr(delivery, "PATIENCE_SECONDS", 0.3)
        queued(instance)
        settings = settings_for(fresh, smtp_url=f"smtp://127.0.0.1:{silent.getsockname()[1]}")
        before = time.monotonic()
        assert delivery.deliver_one(instance.database, settings) is True
        assert time.monotonic() - before < 5
    assert states(instance) == [MailState.queued]


def test_two_workers_deliver_each_letter_once(fresh: Loaded, instance: Instance, box: Box) -> None:
    ids = queued(instance, 60)
    settings = served(fresh, box)

    def deliver() -> None:
        while delivery.deliver_one(instance.database, settings):
            pass

    workers = [threading.Thread(target=deliver) for _ in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert sorted(got["Message-ID"] for got in box.got) == sorted(f"<{id}@citypeers.example>" for id in ids)


def test_a_worker_that_is_killed_while_it_sends_loses_no_letter(
    fresh: Loaded, instance: Instance, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    (id,) = queued(instance)
    taken = threading.Event()

    def answer() -> str:
        taken.set()
        time.sleep(1.0)  # long enough to be killed: the server has the letter, the worker does not know
        return "250 OK"

    box.answer = answer
    environment = {
        **os.environ,
        "CITYPEERS_DATABASE_URL": fresh.url,
        "CITYPEERS_INDEX_DIR": str(fresh.index),
        "CITYPEERS_SMTP_URL": f"smtp://127.0.0.1:{box.port}",
        "CITYPEERS_MAIL_FROM": "no-reply@citypeers.example",
    }
    worker = subprocess.Popen(
        [sys.executable, "-m", "citypeers", "worker"], env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    assert taken.wait(60)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    box.answer = lambda: "250 OK"
    assert states(instance) == [MailState.sending]
    assert delivery.deliver_one(instance.database, served(fresh, box)) is False  # it is still that worker's
    later = clock.now() + delivery.CLAIM
    monkeypatch.setattr(clock, "now", lambda: later)
    assert delivery.deliver_one(instance.database, served(fresh, box)) is True
    assert {got["Message-ID"] for got in box.got} == {f"<{id}@citypeers.example>"}
    assert states(instance) == [MailState.sent]


def test_whoever_develops_reads_the_letters_here_and_nobody_in_production(
    fresh: Loaded, changing: TestClient, instance: Instance
) -> None:
    (id,) = queued(instance, name="<script>x</script>")
    assert "Choose a new password" in changing.get("/dev/mail").text
    shown = changing.get(f"/dev/mail/{id}")
    assert 'href="/recovery#0"' in shown.text
    assert "<script>" not in shown.text
    production = {"environment": "production", "secret_key": "x" * 40, "public_url": "https://citypeers.example"}
    with TestClient(create_app(settings_for(fresh, **production)), base_url="https://citypeers.example") as caller:
        assert caller.get("/dev/mail").status_code == 404
        assert caller.get(f"/dev/mail/{id}").status_code == 404


@pytest.mark.parametrize("url", ["localhost:25", "http://mail.example.org", "smtp://"])
def test_a_broken_address_of_the_mail_server_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(ValueError, match="CITYPEERS_SMTP_URL"):
        Settings(smtp_url=url)  # type: ignore[arg-type]
