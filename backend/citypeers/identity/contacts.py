"""What people show of themselves, to whom, by a consent that has a day."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.principal import Principal, Role
from citypeers.identity import accounts
from citypeers.identity.models import Account, Audience, Contact
from citypeers.identity.people import STAFF
from citypeers.identity.people_schemas import ContactPage, ContactSet

WIDER: Mapping[Audience, frozenset[Audience]] = {
    Audience.public: frozenset({Audience.public}),
    Audience.members: frozenset({Audience.public, Audience.members}),
    Audience.secretariat: frozenset(Audience),
}
"""The audiences whose contacts a reader of one audience sees."""


def audience(who: Principal) -> Audience:
    """To which audience a reader belongs."""
    if not who.roles.isdisjoint(STAFF):
        return Audience.secretariat
    acting = who.roles | {each.role for each in who.held}
    return Audience.public if acting <= {Role.visitor} else Audience.members


def shown(session: Session, who: Principal, account_ids: Sequence[str]) -> dict[str, list[Contact]]:
    """What these people show to the reader, by account."""
    rows = session.scalars(
        select(Contact)
        .where(
            col(Contact.account_id).in_(account_ids),
            col(Contact.withdrawn_at).is_(None),
            col(Contact.audience).in_(sorted(WIDER[audience(who)])),
        )
        .order_by(col(Contact.kind), col(Contact.consented_at))
    )
    found: dict[str, list[Contact]] = {}
    for row in rows:
        found.setdefault(row.account_id, []).append(row)
    return found


def page(session: Session, account: Account) -> ContactPage:
    """What one shows oneself, withdrawn consents included, the newest first; always whole."""
    rows = session.scalars(
        select(Contact).where(col(Contact.account_id) == account.id).order_by(col(Contact.consented_at).desc(), col(Contact.id))
    ).all()
    return ContactPage.model_validate({"items": rows, "next": None, "total": len(rows)}, from_attributes=True)


def show(session: Session, account: Account, write: ContactSet) -> None:
    """Consent that an audience may know something; what stood under the same kind before is withdrawn."""
    withdraw(session, account, write.kind)
    row = Contact(account_id=account.id, consented_at=clock.now(), **write.model_dump())
    session.add(row)
    session.flush()
    said = {"kind": (None, row.kind), "value": (None, row.value), "audience": (None, row.audience)}
    audit.record(session, accounts.principal(account.id), "contact.shown", accounts.KIND, account.id, said, about=account.id)


def withdraw(session: Session, account: Account, kind: str) -> None:
    """Withdraw the consent for one kind; nobody sees it from this moment."""
    open_ = select(Contact).where(
        col(Contact.account_id) == account.id, col(Contact.kind) == kind, col(Contact.withdrawn_at).is_(None)
    )
    for row in session.scalars(open_).all():
        row.withdrawn_at = clock.now()
        session.flush()
        audit.record(
            session, accounts.principal(account.id), "contact.withdrawn", accounts.KIND, account.id, {"kind": (row.kind, None)}
        )
