"""Letters on their way: claimed by one worker, handed to the mail server outside any transaction, tried again with growing pauses.

A worker that dies after the server took a letter leaves it claimed; when the claim ends another sends it once more, under
the same Message-ID, by which readers' programs tell that it is the same.
"""

import random
import smtplib
import ssl
import threading
from datetime import timedelta
from urllib.parse import unquote, urlsplit

import structlog
from sqlalchemy import and_, or_, select, update
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.cursors import Cursors
from citypeers.core.db import Database
from citypeers.core.mail import Mail, MailState, message
from citypeers.core.settings import Settings
from citypeers.identity.notices import unsubscribing

CLAIM = timedelta(minutes=5)
"""For so long a claimed letter is its worker's."""
PATIENCE_SECONDS = 30.0
"""How long the mail server may take for one answer."""
FIRST_PAUSE = 60.0
LONGEST_PAUSE = 6 * 3600.0
MOST_ATTEMPTS = 16
"""With the pauses, about two days."""
KEPT = timedelta(days=30)
"""How long a delivered letter is listed."""
POLL_SECONDS = 1.0
log = structlog.get_logger()


class Refused(Exception):
    """The server will never take this letter."""


def claim(session: Session) -> Mail | None:
    """The next letter that is due, from now on this worker's; two workers never get the same."""
    now = clock.now()
    due = and_(col(Mail.next_at) <= now, or_(col(Mail.state) == MailState.queued, col(Mail.state) == MailState.sending))
    row = session.scalars(
        select(Mail).where(due).order_by(col(Mail.next_at), col(Mail.id)).limit(1).with_for_update(skip_locked=True)
    ).one_or_none()
    if row is not None:
        row.state, row.attempts, row.next_at = MailState.sending, row.attempts + 1, now + CLAIM
    return row


def _settle(database: Database, mail: Mail, error: str | None, dead: bool) -> None:
    """Keep how a try ended, unless another worker has taken the letter over meanwhile."""
    with database.transaction() as session:
        mine = update(Mail).where(col(Mail.id) == mail.id, col(Mail.attempts) == mail.attempts)
        now = clock.now()
        if error is None:
            session.execute(mine.values(state=MailState.sent, sent_at=now, values={}, calendar=None, last_error=None))
        elif dead or mail.attempts >= MOST_ATTEMPTS:
            session.execute(mine.values(state=MailState.dead, last_error=error))
        else:
            pause = min(FIRST_PAUSE * 2 ** (mail.attempts - 1), LONGEST_PAUSE) * random.uniform(0.8, 1.2)  # noqa: S311
            session.execute(mine.values(state=MailState.queued, last_error=error, next_at=now + timedelta(seconds=pause)))


def hand_over(settings: Settings, mail: Mail) -> None:
    """Give one letter to the mail server."""
    url = urlsplit(settings.smtp_url.get_secret_value() if settings.smtp_url else "")
    host = url.hostname or ""
    secure = ssl.create_default_context()
    ends = unsubscribing.address(Cursors(settings.secret_key.get_secret_value()), mail)
    made = message(mail, settings.mail_from, settings.public_url, ends)
    try:
        if url.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, url.port or 465, timeout=PATIENCE_SECONDS, context=secure)
        else:
            server = smtplib.SMTP(host, url.port or 587, timeout=PATIENCE_SECONDS)
        with server:
            if url.scheme == "smtp":
                server.ehlo()
                if server.has_extn("starttls"):
                    server.starttls(context=secure)
                    server.ehlo()
            if url.username:
                server.login(unquote(url.username), unquote(url.password or ""))
            server.send_message(made)
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        if all(code >= 500 for code in codes):
            raise Refused(f"the recipient was refused ({codes[0]})") from None
        raise
    except smtplib.SMTPResponseException as error:
        if error.smtp_code >= 500 and not isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPConnectError):
            raise Refused(f"the letter was refused ({error.smtp_code})") from None
        raise


def deliver_one(database: Database, settings: Settings) -> bool:
    """Try the next letter; whether there was one."""
    with database.transaction() as session:
        mail = claim(session)
        if mail is None:
            return False
    try:
        hand_over(settings, mail)
    except Refused as error:
        log.warning("mail.refused", mail=mail.id)
        _settle(database, mail, str(error), dead=True)
    except (OSError, smtplib.SMTPException) as error:
        log.warning("mail.not_delivered", mail=mail.id, error=type(error).__name__)
        _settle(database, mail, f"the mail server did not take it ({type(error).__name__})", dead=False)
    except ValueError:
        log.exception("mail.unwritable", mail=mail.id)
        _settle(database, mail, "the letter cannot be written", dead=True)
    else:
        _settle(database, mail, None, dead=False)
    return True


def follow(database: Database, settings: Settings, stop: threading.Event) -> None:
    """Deliver until told to stop. Without a mail server letters stay where they are."""
    if settings.smtp_url is None:
        return
    while not stop.is_set():
        try:
            while not stop.is_set() and deliver_one(database, settings):
                pass
        except Exception:
            log.exception("mail.delivery_failed")
        stop.wait(POLL_SECONDS)
