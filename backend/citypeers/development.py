"""One account per role for whoever develops, made as real ones are: never in production, and only where there is none yet."""

import secrets
from dataclasses import dataclass

from pydantic import SecretStr
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR, Principal, Role
from citypeers.core.rows import etag
from citypeers.domain.members.seats import service as seats
from citypeers.domain.members.seats.models import Seat, SeatKind
from citypeers.domain.members.seats.schemas import Nomination, SeatStep
from citypeers.domain.members.seats.states import Verb
from citypeers.domain.networks.models import KIND as NETWORK
from citypeers.domain.networks.models import Network
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.identity import accounts
from citypeers.identity.models import EVERYWHERE, Account
from citypeers.identity.schemas import AccountCreate

NETWORK_SLUG, COUNTRY, CITY = "iscn", "PE", "muenchen"
NAMES = {
    Role.administrator: "Ada Sesay",
    Role.secretariat: "Sanna Krüger",
    Role.national_representative: "Nadia Quispe",
    Role.municipal_representative: "Mateo Ríos",
    Role.steward: "Stella Okafor",
    Role.member: "Mira Huber",
}


@dataclass(frozen=True)
class Made:
    """An account as it is printed, once."""

    role: Role
    email: str
    password: str


def accounts_per_role(database: Database) -> list[Made]:
    """Make the accounts; none where somebody has an account already."""
    made = [Made(role, f"{role.replace('_representative', '')}@example.org", secrets.token_urlsafe(12)) for role in NAMES]
    with database.transaction() as session:
        if session.scalar(select(col(Account.id)).limit(1)) is not None:
            return []
        held = {each.role: _account(session, each) for each in made}
        _seat(session, held, SeatKind.national, made[2])
        _seat(session, held, SeatKind.municipal, made[3])
    return made


def _account(session: Session, made: Made) -> Account:
    on = {Role.member: (ORGANISATION, organisations.find(session, CITY).id), Role.steward: (NETWORK, _network(session))}
    kind, id = on.get(made.role, (EVERYWHERE, EVERYWHERE))
    write = AccountCreate(email=made.email, name=NAMES[made.role], password=SecretStr(made.password), role=None)
    account = accounts.create(session, OPERATOR, write)
    if made.role not in (Role.national_representative, Role.municipal_representative):
        accounts.grant(session, OPERATOR, account.id, made.role, kind, id)
    return account


def _network(session: Session) -> str:
    return str(session.execute(select(col(Network.id)).where(col(Network.slug) == NETWORK_SLUG)).scalar_one())


def _seat(session: Session, held: dict[Role, Account], kind: SeatKind, made: Made) -> None:
    """Onto a seat the way everybody gets there: named by one, confirmed by another."""
    place = select(Seat).where(
        col(Seat.network_id) == _network(session),
        col(Seat.country) == COUNTRY,
        col(Seat.kind) == kind,
        col(Seat.valid_to).is_(None),
    )
    seat = session.scalars(place.order_by(col(Seat.observed_on), col(Seat.id))).first()
    if seat is None:
        return
    one, other = (_staff(held[role]) for role in (Role.secretariat, Role.administrator))
    named = one if kind is SeatKind.national else accounts.acting(session, held[Role.national_representative].id)
    nomination = Nomination(name=NAMES[made.role], email=made.email, language="en")
    seats.nominate(session, named, seat.id, nomination, etag(seat))
    seats.move(session, other, seat.id, SeatStep(verb=Verb.confirm), None)


def _staff(account: Account) -> Principal:
    return Principal(accounts.principal(account.id).name, frozenset({Role.secretariat}), account=account.id)
