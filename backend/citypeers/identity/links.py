"""Links in letters that open one thing, once, for a time; only the digest of their token is kept."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.problems import Problem
from citypeers.identity.models import OneTimeLink, Purpose
from citypeers.identity.sealing import digest


class LinkSpent(Problem):
    """The link was used, has expired, was replaced, or never was one."""

    status, name = 410, "link-spent"


def issue(session: Session, purpose: Purpose, subject: str, holds: timedelta) -> tuple[str, datetime]:
    """A new token and when it expires; older ones of the same thing open nothing any more."""
    spend(session, purpose, subject)
    token, expires = secrets.token_urlsafe(32), clock.now() + holds
    session.add(OneTimeLink(digest=digest(token), purpose=purpose, subject=subject, expires_at=expires))
    return token, expires


def look(session: Session, purpose: Purpose, token: str) -> str:
    """What a token would open."""
    row = session.get(OneTimeLink, digest(token))
    if row is None or row.purpose is not purpose or row.used_at is not None or row.expires_at <= clock.now():
        raise LinkSpent
    return row.subject


def take(session: Session, purpose: Purpose, token: str) -> str:
    """Use a token; of two that come at once, one is first."""
    subject = look(session, purpose, token)
    unused = update(OneTimeLink).where(col(OneTimeLink.digest) == digest(token), col(OneTimeLink.used_at).is_(None))
    if session.execute(unused.values(used_at=clock.now())).rowcount != 1:  # type: ignore[attr-defined]  # of a cursor's result
        raise LinkSpent
    return subject


def spend(session: Session, purpose: Purpose, subject: str) -> None:
    """Let no link to one thing open it any more."""
    open_ = update(OneTimeLink).where(
        col(OneTimeLink.purpose) == purpose, col(OneTimeLink.subject) == subject, col(OneTimeLink.used_at).is_(None)
    )
    session.execute(open_.values(used_at=clock.now()))
