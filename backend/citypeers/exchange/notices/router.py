"""Paths of letters, and the mailbox of a developer."""

import html
from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import select
from sqlmodel import col
from starlette.responses import HTMLResponse, Response

from citypeers.core.caller import ForeignOrigin, Here, Reading, Writing
from citypeers.core.mail import Mail, message, written
from citypeers.core.paths import api_router
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound, Unauthorised, declares
from citypeers.core.rows import Id
from citypeers.exchange.notices import service
from citypeers.exchange.notices.service import MailOut, MailPage, MailQuery, MailStep
from citypeers.identity.current import Who
from citypeers.identity.idempotency import Idempotent
from citypeers.identity.notices import unsubscribing
from citypeers.identity.router import private

router = api_router(prefix="/mails", tags=["mails"])
mailbox = APIRouter(prefix="/dev/mail", include_in_schema=False)
NEWEST = 100


@router.get("", operation_id="mails.page", response_model=MailPage, responses=declares(Unauthorised, Forbidden, Invalid))
def page(here: Here, who: Who, session: Reading, asked: Annotated[MailQuery, Query()]) -> Response:
    """Letters on their way, delivered, or given up."""
    return private(service.page(session, who, asked, here.cursors))


@router.post(
    "/{id}/transitions",
    operation_id="mails.move",
    response_model=MailOut,
    responses=declares(Unauthorised, Forbidden, ForeignOrigin, NotFound, Conflict, Invalid),
)
def move(who: Who, session: Writing, once: Idempotent, id: Id, step: MailStep) -> Response:
    """Try a letter that was given up anew."""
    return once.keep(private(service.move(session, who, id, step)))


def _page(title: str, body: str) -> HTMLResponse:
    head = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    sheet = '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/plain.css"></head>'
    return HTMLResponse(
        f"{head}{sheet}<body><main><h1>{title}</h1>{body}</main></body></html>", headers={"Cache-Control": "no-store"}
    )


@mailbox.get("")
def inbox(here: Here, session: Reading) -> Response:
    """What was written to people, for whoever develops; not in production."""
    if here.settings.environment == "production":
        raise NotFound
    rows = session.scalars(select(Mail).order_by(col(Mail.created_at).desc(), col(Mail.id)).limit(NEWEST)).all()
    lines = "".join(
        f'<li><a href="/dev/mail/{row.id}">{html.escape(_subject(row, here.settings.public_url))}</a>, '
        f"to {html.escape(row.to_address)}, {row.state}</li>"
        for row in rows
    )
    return _page("Mailbox", f"<ul>{lines}</ul>" if rows else "<p>No letters yet.</p>")


def _subject(row: Mail, home: str) -> str:
    return written(row, home).subject if row.values else row.letter


@mailbox.get("/{id}")
def letter(here: Here, session: Reading, id: Id) -> Response:
    """One letter, its link made to be followed."""
    row = session.get(Mail, id)
    if here.settings.environment == "production" or row is None:
        raise NotFound
    if not row.values:
        return _page(row.letter, "<p>This letter was delivered; its text is kept no more.</p>")
    told = written(row, here.settings.public_url)
    link = html.escape(row.values.get("link", ""))
    follow = f'<p><a href="{link}">Follow the link</a></p>' if link else ""
    ends = unsubscribing.address(here.cursors, row)
    source = html.escape(message(row, here.settings.mail_from, here.settings.public_url, ends).as_string())
    body = f"<pre>{html.escape(told.text)}</pre>{follow}<details><summary>Source</summary><pre>{source}</pre></details>"
    return _page(html.escape(told.subject), body)
