"""What a member of a room writes for themselves; no list, no record and nobody else's export knows of it."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from citypeers.core.principal import Principal
from citypeers.core.problems import PreconditionFailed
from citypeers.core.rows import etag, matches, rewrite
from citypeers.domain.rooms import service
from citypeers.domain.rooms.models import PrivateNote
from citypeers.domain.rooms.schemas import PrivateNoteOut, PrivateNoteSet


def read(session: Session, who: Principal, id: str) -> tuple[PrivateNoteOut, str]:
    """One's own note in a room and its entity tag; an empty one where nothing was written."""
    service.enter(session, who, id)
    return _out(_own(session, who, id), id)


def write(session: Session, who: Principal, id: str, given: PrivateNoteSet, version: str) -> tuple[PrivateNoteOut, str]:
    """Put another text in the place of the one that was seen; in a closed room too, for it is nobody else's."""
    service.enter(session, who, id)
    row = _own(session, who, id)
    if row is None:
        if version != _nothing(id):
            raise PreconditionFailed
        row = PrivateNote(room_id=id, account_id=str(who.account), text=given.text)
        session.add(row)
        try:
            session.flush()
        except IntegrityError:  # from another window of theirs, at the same moment
            raise PreconditionFailed from None
    else:
        matches(row, version)
        rewrite(session, row, {"text": given.text})
    return _out(row, id)


def _own(session: Session, who: Principal, id: str) -> PrivateNote | None:
    mine = select(PrivateNote).where(col(PrivateNote.room_id) == id, col(PrivateNote.account_id) == who.account)
    return session.scalars(mine).one_or_none()


def _nothing(id: str) -> str:
    """The entity tag of what was never written."""
    return f'"0.{id[:8]}"'


def _out(row: PrivateNote | None, id: str) -> tuple[PrivateNoteOut, str]:
    if row is None:
        return PrivateNoteOut(text="", written_at=None), _nothing(id)
    return PrivateNoteOut(text=row.text, written_at=row.updated_at), etag(row)
