"""Who acts for an organisation: its members, who sits for it or for its country, and the partner systems bound to either."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from citypeers.core.policy import Rule, role
from citypeers.core.principal import Principal, Role
from citypeers.domain.members.seats.models import KIND as SEAT
from citypeers.domain.members.seats.models import Seat, SeatKind
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation
from citypeers.identity import accounts
from citypeers.identity.clients_schemas import BoundKind
from citypeers.identity.models import Account
from citypeers.identity.people import STAFF
from citypeers.identity.scopes import ClientScope

Scopes = frozenset[ClientScope]
WRITES: Scopes = frozenset({ClientScope.projects_write})
"""One of which a partner system needs where a noun names none of its own."""
staff = role(Role.administrator) | role(Role.secretariat)


def speaks_for(organisation_id: "Mapped[Any]", scopes: Scopes = WRITES) -> Rule:
    """Rows of the organisations for which somebody speaks, the staff apart; the column names a row's organisation.

    A partner system speaks for what it is bound to where it has one of the scopes.
    """
    return Rule(lambda who: organisation_id.in_(select(col(Organisation.id)).where(_spoken_for(who, scopes))))


def acts_for(organisation_id: "Mapped[str]", scopes: Scopes = WRITES) -> Rule:
    """Rows of the organisations for which somebody speaks; all rows for the staff."""
    return staff | speaks_for(organisation_id, scopes)


def spoken_for(session: Session, who: Principal, organisations: Iterable[str], scopes: Scopes = WRITES) -> set[str]:
    """Those of some organisations for which somebody speaks, the staff apart."""
    mine = select(col(Organisation.id)).where(col(Organisation.id).in_(list(organisations)), _spoken_for(who, scopes))
    return set(session.scalars(mine))


def acts(session: Session, who: Principal, organisation_id: str, scopes: Scopes = WRITES) -> bool:
    """Whether somebody speaks for one organisation or is of the staff."""
    one = col(Organisation.id) == organisation_id
    mine = select(col(Organisation.id)).where(one, or_(_spoken_for(who, scopes), staff.where(who)))
    return session.scalar(mine) is not None


def is_staff(who: Principal) -> bool:
    """Whether somebody is of the staff."""
    return not who.roles.isdisjoint(STAFF)


def speakers(session: Session, organisation_id: str) -> list[Account]:
    """The people who speak for an organisation; where it has none of its own, those who sit for its country."""
    organisation = session.get_one(Organisation, organisation_id)
    own = accounts.holders(session, ORGANISATION, organisation_id, Role.member)
    for seat in session.scalars(select(col(Seat.id)).where(col(Seat.organisation_id) == organisation_id)):
        own += accounts.holders(session, SEAT, seat, Role.municipal_representative)
    if not own and organisation.country is not None:
        national = select(col(Seat.id)).where(col(Seat.kind) == SeatKind.national, col(Seat.country) == organisation.country)
        for seat in session.scalars(national):
            own += accounts.holders(session, SEAT, seat, Role.national_representative)
    return list({each.id: each for each in own}.values())


def _spoken_for(who: Principal, scopes: Scopes) -> ColumnElement[bool]:
    """The condition on organisations."""
    return or_(_by_person(who), _by_partner(who, scopes))


def _by_person(who: Principal) -> ColumnElement[bool]:
    """By what somebody holds alone: what nobody holds would be asked of the database at every request."""
    found: list[ColumnElement[bool]] = [false()]
    if member := _held(who, Role.member, ORGANISATION):
        found.append(col(Organisation.id).in_(member))
    if municipal := _held(who, Role.municipal_representative, SEAT):
        found.append(col(Organisation.id).in_(_seats(municipal, col(Seat.organisation_id))))
    if national := _held(who, Role.national_representative, SEAT):
        found.append(
            and_(col(Organisation.country).is_not(None), col(Organisation.country).in_(_seats(national, col(Seat.country))))
        )
    return or_(*found)


def _held(who: Principal, role: Role, kind: str) -> list[str]:
    return [each.id for each in who.held if (each.role, each.kind) == (role, kind)]


def _seats(held: list[str], column: "Mapped[Any]") -> Select[tuple[Any]]:
    return select(column).where(col(Seat.id).in_(held), column.is_not(None))


def _by_partner(who: Principal, scopes: Scopes) -> ColumnElement[bool]:
    if who.bound is None or scopes.isdisjoint(who.scopes):
        return false()
    kind, id = who.bound
    return col(Organisation.country) == id if kind == BoundKind.country else col(Organisation.id) == id
