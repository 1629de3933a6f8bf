"""Who may hold a line to a shared note: let on by a ticket that is used once, and for as long as access lasts."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.paths import API
from citypeers.domain.rooms import policy, service
from citypeers.domain.rooms.models import NoteTicket, RoomMember
from citypeers.domain.rooms.schemas import NoteTicketOut
from citypeers.identity.current import Signed
from citypeers.identity.models import Account, AccountState, BrowserSession
from citypeers.identity.sealing import digest

HOLDS = timedelta(seconds=30)


@dataclass(frozen=True)
class Seat:
    """One browser of one member of a room."""

    room: str
    account: str
    session: str
    name: str
    """As the others in the note see the person."""


def issue(session: Session, signed: Signed, id: str) -> NoteTicketOut:
    """A ticket to the shared note of a room that somebody is in."""
    service.enter(session, signed.who, id)
    now = clock.now()
    session.execute(delete(NoteTicket).where(col(NoteTicket.expires_at) <= now))
    ticket = secrets.token_urlsafe(32)
    row = NoteTicket(
        digest=digest(ticket), room_id=id, account_id=signed.account, session_id=signed.session, expires_at=now + HOLDS
    )
    session.add(row)
    session.flush()
    return NoteTicketOut(ticket=ticket, expires_at=row.expires_at, path=f"{API}/rooms/{id}/note?ticket={ticket}")


def take(database: Database, room: str, ticket: str) -> Seat | None:
    """The seat that a ticket is for; it is spent from now on. None where it opens nothing."""
    with database.transaction() as session:
        row = session.get(NoteTicket, digest(ticket))
        if row is None:
            return None
        spent = session.execute(delete(NoteTicket).where(col(NoteTicket.digest) == row.digest))
        if spent.rowcount != 1 or row.room_id != room or row.expires_at <= clock.now():  # type: ignore[attr-defined]  # of a cursor's result
            return None
        name = session.scalar(select(col(Account.name)).where(col(Account.id) == row.account_id))
        seat = Seat(room, row.account_id, row.session_id, name or "")
        return seat if lasting(session, [seat]) else None


def lasting(session: Session, seats: Collection[Seat]) -> set[Seat]:
    """Those of some seats that are still theirs: signed in, not disabled, and a member of the room."""
    rows = session.execute(
        select(col(BrowserSession.id), col(RoomMember.room_id))
        .join(Account, col(Account.id) == col(BrowserSession.account_id))
        .join(RoomMember, col(RoomMember.account_id) == col(Account.id))
        .where(
            col(BrowserSession.id).in_({seat.session for seat in seats}),
            col(BrowserSession.ended_at).is_(None),
            col(Account.state) == AccountState.active,
            col(RoomMember.room_id).in_({seat.room for seat in seats}),
            policy.lasts(),
        )
    )
    kept = {(row[0], row[1]) for row in rows}
    return {seat for seat in seats if (seat.session, seat.room) in kept}
