"""Invitations: sent by mail with a link that works once, accepted with a password of one's own choice."""

from datetime import timedelta

from babel.dates import format_date
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock, mail
from citypeers.core.db import Database
from citypeers.core.principal import Principal, Role
from citypeers.core.problems import Conflict, Forbidden, NotFound
from citypeers.identity import accounts, letters, links, passwords
from citypeers.identity.models import AccountState, Invitation, InvitationState, Purpose
from citypeers.identity.people import staff
from citypeers.identity.people_schemas import Accepting, InvitationCreate, InvitationPage, Invited

KIND = "invitation"
HOLDS = timedelta(days=14)


class InvitationClosed(Conflict):
    name = "invitation-closed"


def invite(session: Session, who: Principal, write: InvitationCreate) -> Invitation:
    """Ask somebody to sign in; whoever has an account already gets the role at once and is told."""
    row = Invitation(**write.model_dump(), invited_by=who.name, expires_at=clock.now() + HOLDS)
    session.add(row)
    session.flush()
    known = accounts.by_email(session, write.email)
    if known is not None and known.state is AccountState.active:
        accounts.grant(session, who, known.id, write.role, write.on_kind, write.on_id)
        row.state, row.account_id = InvitationState.accepted, known.id
    else:
        _send(session, row)
    said = {"email": (None, row.email), "name": (None, row.name), "role": (None, row.role), "on": (None, [row.on_kind, row.on_id])}
    audit.record(session, who, "invitation.sent", KIND, row.id, said, about=row.account_id or row.id)
    return row


def from_staff(session: Session, who: Principal, write: InvitationCreate) -> Invitation:
    """As :func:`invite`, asked for by hand; administrators alone make administrators."""
    staff(who)
    if write.role is Role.administrator and Role.administrator not in who.roles:
        raise Forbidden
    return invite(session, who, write)


def _send(session: Session, row: Invitation) -> None:
    token, expires = links.issue(session, Purpose.invitation, row.id, HOLDS)
    row.expires_at = expires
    mail.queue(
        session,
        row.email or "",
        row.language,
        letters.INVITATION,
        about=row.id,
        name=row.name,
        role=letters.ROLES[row.role],
        expires=format_date(expires.date(), "long", locale=row.language),
        link=f"/invitation#{token}",
    )


def again(session: Session, who: Principal, id: str) -> Invitation:
    """Send an open invitation once more; the former link opens nothing any more."""
    row = _open(session, who, id)
    _send(session, row)
    audit.record(session, who, "invitation.sent_again", KIND, row.id)
    return row


def revoke(session: Session, who: Principal, id: str) -> None:
    """Take an open invitation back."""
    close(session, who, _open(session, who, id))


def close(session: Session, who: Principal, row: Invitation) -> None:
    """Let an invitation open nothing any more."""
    row.state = InvitationState.revoked
    links.spend(session, Purpose.invitation, row.id)
    audit.record(session, who, "invitation.revoked", KIND, row.id)


def _open(session: Session, who: Principal, id: str) -> Invitation:
    staff(who)
    row = session.get(Invitation, id, with_for_update=True)
    if row is None:
        raise NotFound
    if row.state is not InvitationState.open:
        raise InvitationClosed
    return row


def page(session: Session, who: Principal) -> InvitationPage:
    """Open invitations, the newest first; the page is always whole."""
    staff(who)
    rows = session.scalars(
        select(Invitation)
        .where(col(Invitation.state) == InvitationState.open)
        .order_by(col(Invitation.created_at).desc(), col(Invitation.id))
    ).all()
    return InvitationPage.model_validate({"items": rows, "next": None, "total": len(rows)}, from_attributes=True)


def look(session: Session, token: str) -> Invited:
    """What the holder of a link is invited to."""
    row = session.get(Invitation, links.look(session, Purpose.invitation, token))
    if row is None or row.email is None:
        raise links.LinkSpent
    return Invited(email=row.email, name=row.name, language=row.language, role=row.role)


def accept(database: Database, given: Accepting) -> str:
    """Use the link: an account comes into being, with the role that was waiting. The account's id.

    Opens its own transactions, so that nobody waits for the password's hash.
    """
    token = given.token.get_secret_value()
    with database.reading() as session:
        invited = look(session, token)
    password = given.password.get_secret_value()
    passwords.check(password, "/password", invited.email, given.name)
    kept = passwords.hashed(password)
    with database.transaction() as session:
        row = session.get_one(Invitation, links.take(session, Purpose.invitation, token))
        account = accounts.add(session, invited.email, given.name, given.language, kept)
        self = accounts.principal(account.id)
        accounts.grant(session, Principal(row.invited_by, frozenset()), account.id, row.role, row.on_kind, row.on_id)
        row.state, row.account_id = InvitationState.accepted, account.id
        audit.record(session, self, "invitation.accepted", KIND, row.id)
        return account.id
