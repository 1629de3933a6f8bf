"""Everything that is kept of one person, from every room."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlmodel import Session, SQLModel, col

from citypeers.core import audit
from citypeers.core.answers import flat
from citypeers.core.audit import AuditEvent, AuditValue
from citypeers.core.mail import Mail
from citypeers.domain.coaching.models import Offer
from citypeers.domain.following.models import Attention, Follow, SavedSearch
from citypeers.domain.members.joining.models import Application
from citypeers.domain.members.seats.models import Representative
from citypeers.domain.rooms.models import PrivateNote, RoomMember, RoomTask
from citypeers.identity import accounts
from citypeers.identity.models import Account, BrowserSession, Contact, Grant, Invitation, Passkey, ProviderLink
from citypeers.identity.notices.models import Notice, NoticeHour, NoticeWay

SECRET = {"password_hash", "totp_sealed", "totp_begun", "totp_step", "name_key", "email_key", "organisation_key", "values"}
"""What is kept of a person but opens or seals something, or repeats another field in another form."""
Rows = Sequence[SQLModel]


@dataclass(frozen=True)
class Kept:
    """The rows of every table that tell of a person."""

    account: Sequence[Account]
    grants: Sequence[Grant]
    sessions: Sequence[BrowserSession]
    passkeys: Sequence[Passkey]
    provider_links: Sequence[ProviderLink]
    contacts: Sequence[Contact]
    invitations: Sequence[Invitation]
    seats: Sequence[Representative]
    applications: Sequence[Application]
    follows: Sequence[Follow]
    searches: Sequence[SavedSearch]
    attention: Sequence[Attention]
    rooms: Sequence[RoomMember]
    tasks: Sequence[RoomTask]
    private_notes: Sequence[PrivateNote]
    offers: Sequence[Offer]
    notices: Sequence[Notice]
    notice_ways: Sequence[NoticeWay]
    notice_hours: Sequence[NoticeHour]
    letters: Sequence[Mail]


def kept(session: Session, account: Account) -> Kept:
    """Whatever is kept of a person, of an account or of an address."""
    email = account.email.lower()  # however others have written it
    addressed = func.lower(col(Invitation.email)) == email
    invited = session.scalars(select(Invitation).where(or_(col(Invitation.account_id) == account.id, addressed))).all()
    ids = [each.id for each in invited]
    named = or_(col(Representative.invitation_id).in_(ids), func.lower(col(Representative.email)) == email)
    letters = or_(col(Mail.about) == account.id, func.lower(col(Mail.to_address)) == email)
    return Kept(
        account=[account],
        grants=session.scalars(select(Grant).where(col(Grant.account_id) == account.id)).all(),
        sessions=session.scalars(select(BrowserSession).where(col(BrowserSession.account_id) == account.id)).all(),
        passkeys=session.scalars(select(Passkey).where(col(Passkey.account_id) == account.id)).all(),
        provider_links=session.scalars(select(ProviderLink).where(col(ProviderLink.account_id) == account.id)).all(),
        contacts=session.scalars(select(Contact).where(col(Contact.account_id) == account.id)).all(),
        invitations=invited,
        seats=session.scalars(select(Representative).where(named)).all(),
        applications=session.scalars(select(Application).where(col(Application.email_key) == account.email_key)).all(),
        follows=session.scalars(select(Follow).where(col(Follow.account_id) == account.id)).all(),
        searches=session.scalars(select(SavedSearch).where(col(SavedSearch.account_id) == account.id)).all(),
        attention=session.scalars(select(Attention).where(col(Attention.account_id) == account.id)).all(),
        rooms=session.scalars(select(RoomMember).where(col(RoomMember.account_id) == account.id)).all(),
        tasks=session.scalars(select(RoomTask).where(col(RoomTask.owner_account_id) == account.id)).all(),
        offers=session.scalars(select(Offer).where(col(Offer.person_id) == account.id)).all(),
        private_notes=session.scalars(select(PrivateNote).where(col(PrivateNote.account_id) == account.id)).all(),
        notices=session.scalars(select(Notice).where(col(Notice.account_id) == account.id)).all(),
        notice_ways=session.scalars(select(NoticeWay).where(col(NoticeWay.account_id) == account.id)).all(),
        notice_hours=session.scalars(select(NoticeHour).where(col(NoticeHour.account_id) == account.id)).all(),
        letters=session.scalars(select(Mail).where(letters)).all(),
    )


def sections(session: Session, account: Account) -> dict[str, list[dict[str, Any]]]:
    """What a person takes along, as plain values by section."""
    rows: dict[str, Rows] = vars(kept(session, account)) | {name: find(session, account.id) for name, find in accounts.KEPT.items()}
    told = {name: [json.loads(row.model_dump_json(exclude=SECRET)) for row in each] for name, each in rows.items()}
    return {**told, "activity": _activity(session, account)}


def _activity(session: Session, account: Account) -> list[dict[str, Any]]:
    """What the person did, and what was done to their account, with what is still kept of the values."""
    mine = select(col(AuditValue.position)).where(col(AuditValue.about) == account.id)
    events = session.scalars(
        select(AuditEvent)
        .where(
            or_(
                col(AuditEvent.actor) == accounts.principal(account.id).name,
                col(AuditEvent.subject) == account.id,
                col(AuditEvent.position).in_(mine),
            )
        )
        .order_by(col(AuditEvent.position))
    ).all()
    values = audit.values(session, [event.position for event in events])
    return [
        {
            "at": event.at.isoformat(),
            "verb": event.verb,
            "kind": event.kind,
            "subject": event.subject,
            "changes": [
                {"field": value.field, "before": value.before, "after": value.after}
                for (position, _), value in values.items()
                if position == event.position and value.about == account.id
            ],
        }
        for event in events
    ]


def archive(told: Mapping[str, Sequence[Mapping[str, Any]]]) -> bytes:
    """The sections as one JSON file and as a CSV file each, in a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("my-data.json", json.dumps(told, ensure_ascii=False, indent=1))
        for name, rows in told.items():
            flattened = [flat(row) for row in rows]
            columns = list(dict.fromkeys(column for row in flattened for column in row))
            text = io.StringIO()
            writer = csv.DictWriter(text, columns, lineterminator="\r\n")
            writer.writeheader()
            writer.writerows(flattened)
            zipped.writestr(f"{name}.csv", text.getvalue())
    return buffer.getvalue()
