"""Who acts for an organisation, role by role, and for which others they do not."""

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, VISITOR, Held, Principal, Role
from citypeers.domain.members import acting
from citypeers.domain.members.seats.models import KIND as SEAT
from citypeers.domain.members.seats.models import Seat, SeatKind
from citypeers.domain.networks.models import Network
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import Project
from citypeers.identity import accounts
from tests.identity.people import account

HERE, NEAR, FAR = "koeln", "hamburg", "guadalajara"


def organisation(session: Session, slug: str) -> Organisation:
    return session.scalars(select(Organisation).where(col(Organisation.slug) == slug)).one()


def seat(session: Session, kind: SeatKind) -> str:
    """A seat of Germany, the municipal one for Cologne."""
    body = organisation(session, HERE).id if kind is SeatKind.municipal else None
    network = session.scalars(select(col(Network.id)).where(col(Network.slug) == "iscn")).one()
    row = Seat(network_id=network, country="DE", kind=kind, organisation_id=body, valid_from="2020")
    session.add(row)
    session.flush()
    return row.id


def somebody(*held: Held) -> Principal:
    return Principal("account:x", frozenset({Role.visitor}), account="x", held=frozenset(held))


def system(bound: tuple[str, str] | None, scope: str = "projects:write") -> Principal:
    return Principal("client:x", frozenset({Role.client}), scopes=frozenset({scope}), bound=bound)


def whom(session: Session, case: str) -> Principal:
    here = organisation(session, HERE).id
    municipal, national = seat(session, SeatKind.municipal), seat(session, SeatKind.national)
    return {
        "member": somebody(Held(Role.member, ORGANISATION, here)),
        "steward of it": somebody(Held(Role.steward, ORGANISATION, here)),
        "municipal": somebody(Held(Role.municipal_representative, SEAT, municipal)),
        "municipal on a national seat": somebody(Held(Role.municipal_representative, SEAT, national)),
        "national": somebody(Held(Role.national_representative, SEAT, national)),
        "partner of the organisation": system((ORGANISATION, here)),
        "partner of the country": system(("country", "DE")),
        "partner of all": system(None),
        "partner that reads": system((ORGANISATION, here), "projects:read"),
        "staff": OPERATOR,
        "visitor": VISITOR,
    }[case]


ACT_FOR = {
    "member": {HERE},
    "steward of it": set[str](),
    "municipal": {HERE},
    "municipal on a national seat": set[str](),
    "national": {HERE, NEAR},
    "partner of the organisation": {HERE},
    "partner of the country": {HERE, NEAR},
    "partner of all": set[str](),
    "partner that reads": set[str](),
    "staff": {HERE, NEAR, FAR},
    "visitor": set[str](),
}


@pytest.mark.parametrize("case", ACT_FOR)
def test_who_acts_for_whom(instance: Instance, case: str) -> None:
    with instance.database.transaction() as session:
        who = whom(session, case)
        bodies = {slug: organisation(session, slug).id for slug in (HERE, NEAR, FAR)}
        acting_for = {slug for slug, id in bodies.items() if acting.acts(session, who, id)}
        assert acting_for == ACT_FOR[case]
        mine = acting.spoken_for(session, who, bodies.values())
        speaking = {slug for slug, id in bodies.items() if id in mine}
        assert speaking == (set() if case == "staff" else ACT_FOR[case])
        leads = select(col(Project.organisation_id)).where(acting.acts_for(col(Project.organisation_id)).where(who))
        found = set(session.scalars(leads))
        assert {slug for slug, id in bodies.items() if id in found} == ACT_FOR[case]


def test_the_country_speaks_where_an_organisation_has_nobody(instance: Instance) -> None:
    near, far = account(instance, email="near@example.org"), account(instance, email="far@example.org")
    with instance.database.transaction() as session:
        here = organisation(session, HERE).id
        assert acting.speakers(session, here) == []
        accounts.grant(session, OPERATOR, far, Role.national_representative, SEAT, seat(session, SeatKind.national))
        assert [each.id for each in acting.speakers(session, here)] == [far]
        accounts.grant(session, OPERATOR, near, Role.municipal_representative, SEAT, seat(session, SeatKind.municipal))
        accounts.grant(session, OPERATOR, near, Role.member, ORGANISATION, here)
        assert [each.id for each in acting.speakers(session, here)] == [near]
