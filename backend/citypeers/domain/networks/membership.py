"""The members that a profile names, kept as memberships."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.countries import country_names
from citypeers.core.text import fold
from citypeers.domain.networks.models import MemberKind, Membership, Party
from citypeers.domain.networks.schemas import MemberWrite
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import OrganisationKind

SURVEYED = "2023"
"""When the inventory saw the members that it names."""


class Directory:
    """Finds organisations by the names that sources give them."""

    def __init__(self, session: Session) -> None:
        self._ids: dict[tuple[str, str | None, bool], str] = {}
        for folded, each in organisations.spellings(session):
            self._ids.setdefault((folded, each.country, each.kind == OrganisationKind.municipality), each.id)

    def find(self, name: str, country: str | None, municipality: bool) -> str | None:
        """The id of the organisation of that name; a municipality is found only as one."""
        return self._ids.get((fold(name), country, municipality))


def name_all(session: Session, network_id: str, members: Sequence[MemberWrite], directory: Directory) -> None:
    """Make these the members that the profile names, in order; what is dated otherwise stays as it is."""
    rows = session.scalars(
        select(Membership).where(col(Membership.network_id) == network_id).order_by(col(Membership.created_at))
    ).all()
    left = list(rows)
    for position, member in enumerate(members):
        organisation_id = directory.find(member.name, member.country, member.kind == MemberKind.municipality)
        row = next((each for each in left if _is_same(each, member, organisation_id)), None)
        fields = {
            **member.model_dump(),
            "position": position,
            "organisation_id": organisation_id,
            "party": _party(member, organisation_id),
        }
        if row is None:
            session.add(Membership(network_id=network_id, observed_on=SURVEYED, **fields))
        else:
            left.remove(row)
            _update(row, fields)
    for row in left:
        if row.sources:
            _update(row, {"position": None})
        else:
            session.delete(row)
    session.flush()


def _is_same(row: Membership, member: MemberWrite, organisation_id: str | None) -> bool:
    if (row.name, row.country, row.kind) == (member.name, member.country, member.kind):
        return True
    return organisation_id is not None and row.organisation_id == organisation_id and row.party is Party.organisation


def _party(member: MemberWrite, organisation_id: str | None) -> Party:
    """A state is the country itself where the source gives nothing but the country's name."""
    is_country = organisation_id is None and member.country and member.name == country_names("en").get(member.country)
    return Party.country if is_country else Party.organisation


def _update(row: Membership, fields: dict[str, object]) -> None:
    if any(getattr(row, name) != value for name, value in fields.items()):
        row.sqlmodel_update({**fields, "version": row.version + 1, "updated_at": clock.now()})
