"""Letters to people: queued in the transaction that causes them, worded in four languages, delivered by the worker.

Whoever owns a letter registers its words here; text and HTML come from the same sentences.
"""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, Session, SQLModel

from citypeers.core import calendars, clock
from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Json, choice, new_id
from citypeers.core.text import LANGUAGES, spoken

SIGNATURE = {
    "en": "Citypeers, the platform of networks of cities. This message was written by the program; replies are not read.",
    "de": "Citypeers, die Plattform der Städtenetzwerke. Diese Nachricht hat das Programm geschrieben; Antworten liest niemand.",
    "es": "Citypeers, la plataforma de las redes de ciudades. Este mensaje lo escribió el programa; nadie lee las respuestas.",
    "pt": "Citypeers, a plataforma das redes de cidades. Esta mensagem foi escrita pelo programa; ninguém lê as respostas.",
}
CHOICE = {
    "en": "Choose how you are told of this",
    "de": "Wählen, wie Sie davon erfahren",
    "es": "Elegir cómo se le avisa de esto",
    "pt": "Escolher como você é avisado disto",
}
"""The smaller link under letters that can be switched off."""
CHOICE_PAGE = "/me/notices"
STYLE = "font-family:'Fira Sans',Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:36em"
BUTTON = "display:inline-block;padding:.6em 1.2em;background:#14365c;color:#fff;text-decoration:none;border-radius:4px"


class MailState(StrEnum):
    queued = "queued"
    sending = "sending"
    sent = "sent"
    dead = "dead"


class Mail(SQLModel, table=True):
    """A letter to one person, and how far it has come."""

    __table_args__ = (Index("ix_mail_state_next_at", "state", "next_at"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    to_address: str = Field(max_length=254)
    language: str = Field(max_length=8)
    letter: str = Field(max_length=60)
    values: dict[str, str] = Field(default_factory=dict, sa_type=Json)
    """What stands in the gaps of its words; emptied once it is delivered, because it may open an account.

    ``group`` is the group of letters that its reader may end, where there is one.
    """
    calendar: dict[str, Any] | None = Field(default=None, sa_type=Json)
    """The appointment that goes with it into the reader's calendar; emptied with the values."""
    about: str | None = Field(default=None, max_length=64, index=True)
    """The account or the representative it is written to."""
    state: MailState = Field(default=MailState.queued, sa_type=choice(MailState))
    attempts: int = 0
    next_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    """When it is tried next; of one being sent, when another worker may take it for abandoned."""
    last_error: str | None = Field(default=None, max_length=200)
    created_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime, index=True)
    sent_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


@dataclass(frozen=True)
class Words:
    """One letter in one language; gaps are ``{name}``. A letter with a ``button`` has the value ``link``, a path here."""

    subject: str
    paragraphs: tuple[str, ...]
    button: str | None = None
    aside: str | None = None
    """What a second, smaller link says; its path is the value ``aside``."""


LETTERS: dict[str, Mapping[str, Words]] = {}
GROUPS: dict[str, Mapping[str, str]] = {}
"""The groups of letters of which each reader says how they come, and what the groups are called."""
GROUP_OF: dict[str, str] = {}
"""The group of each letter that can be switched off; the others are duties and always go."""


def group(name: str, called: Mapping[str, str]) -> str:
    """Register a group of letters; returns its name."""
    GROUPS[name] = called
    return name


def words(name: str, worded: Mapping[str, Words], group: str | None = None) -> str:
    """Register a letter, whole in all four languages, its first paragraph a greeting; returns its name."""
    if set(worded) != set(LANGUAGES):
        raise ValueError(f"{name} is not worded in {', '.join(sorted(set(LANGUAGES) - set(worded)))}")
    LETTERS[name] = worded
    if group is not None:
        GROUP_OF[name] = group
    return name


def queue(
    session: Session, to: str, language: str, letter: str, about: str | None = None, **values: str | Mapping[str, str]
) -> Mail:
    """Send a letter once this transaction is committed; a language map is told in the reader's language."""
    if letter not in LETTERS:
        raise ValueError(f"no letter is called {letter}")
    mail = Mail(to_address=to, language=language, letter=letter, values=in_language(values, language), about=about)
    session.add(mail)
    return mail


def in_language(values: Mapping[str, str | Mapping[str, str]], language: str) -> dict[str, str]:
    """What stands in the gaps of a letter, language maps told in one language; one without any text leaves its gap empty."""
    return {
        name: value if isinstance(value, str) else spoken(value, [language])[1] if any(value.values()) else ""
        for name, value in values.items()
    }


def subject(worded: Words, values: Mapping[str, str]) -> str:
    """The subject on one line, its gaps filled."""
    return " ".join(worded.subject.format(**values).split())


def paragraphs(worded: Words, values: Mapping[str, str]) -> list[str]:
    """The paragraphs that say something once their gaps are filled, the greeting first."""
    return [told for paragraph in worded.paragraphs if (told := paragraph.format(**values).strip())]


@dataclass(frozen=True)
class Written:
    """A letter as it is read."""

    subject: str
    text: str
    html: str


def written(mail: Mail, home: str) -> Written:
    """The letter in the reader's language, as text and as HTML; ``home`` is the address of this instance."""
    language = mail.language if mail.language in LANGUAGES else "en"
    said = LETTERS[mail.letter][language]
    link = home + mail.values.get("link", "")
    plain = paragraphs(said, mail.values)
    signature = SIGNATURE[language]
    beside, aside = said.aside, home + mail.values.get("aside", "")
    if mail.values.get("group") in GROUPS:
        beside, aside = CHOICE[language], home + CHOICE_PAGE
    links = [f"{name}:\n{address}" for name, address in ((said.button, link), (beside, aside)) if name]
    text = "\n\n".join([*plain, *links, f"-- \n{signature}"]) + "\n"
    parts = [f"<p>{html.escape(paragraph).replace(chr(10), '<br>')}</p>" for paragraph in plain]
    if said.button:
        address = html.escape(link)
        parts.append(f'<p><a href="{address}" style="{BUTTON}">{html.escape(said.button)}</a></p><p>{address}</p>')
    if beside:
        parts.append(f'<p style="font-size:14px"><a href="{html.escape(aside)}">{html.escape(beside)}</a></p>')
    parts.append(f'<p style="color:#555;font-size:14px">{html.escape(signature)}</p>')
    headed = subject(said, mail.values)
    page = (
        f'<!doctype html><html lang="{mail.language}"><head><meta charset="utf-8"><title>{html.escape(headed)}</title></head>'
        f'<body><div style="{STYLE}">{"".join(parts)}</div></body></html>'
    )
    return Written(headed, text, page)


def message(mail: Mail, sender: str, home: str, ends: str | None = None) -> EmailMessage:
    """The letter for the wire (RFC 5322), the same however often it is sent; ``sender`` is an address of this instance.

    ``ends`` is the path by which its reader gets no more of its kind.
    """
    letter = written(mail, home)
    host = sender.rpartition("@")[2]
    made = EmailMessage()
    made["From"] = Address("Citypeers", addr_spec=sender)
    made["To"] = Address(addr_spec=mail.to_address)
    made["Subject"] = letter.subject
    made["Date"] = mail.created_at
    made["Message-ID"] = f"<{mail.id}@{host}>"
    made["Content-Language"] = mail.language
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday reply comes back
    if ends is not None:
        made["List-Unsubscribe"] = f"<{home}{ends}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058: the reader's program may do it by itself
    made.set_content(letter.text)
    made.add_alternative(letter.html, subtype="html")
    if mail.calendar is not None:
        appointment = calendars.Appointment.model_validate(mail.calendar)
        reader = calendars.Attendee(name=mail.values.get("name", ""), email=mail.to_address)
        text = calendars.written(appointment, calendars.method(appointment), home, sender, reader)
        made.add_alternative(text, subtype="calendar", params={"method": calendars.method(appointment)})
    return made
