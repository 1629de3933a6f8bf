"""Verbs on memberships."""

from collections.abc import Mapping, Sequence
from typing import Any

from babel import Locale
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock, counters
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, NotFound
from citypeers.domain.members.schemas import MembershipWrite
from citypeers.domain.members.states import TABLE, Verb
from citypeers.domain.networks.models import MemberKind, Membership, MembershipState, Network, Party
from citypeers.domain.organisations.models import Organisation, OrganisationKind
from citypeers.domain.organisations.service import Outcome

_COUNTRIES = Locale("en").territories


class WrongStep(Conflict):
    name = "wrong-step"


class MembershipReasonNeeded(Conflict):
    name = "reason-needed"


class Stale(Conflict):
    name = "changed-meanwhile"


def missing(session: Session, writes: Sequence[MembershipWrite]) -> Mapping[int, tuple[str, str]]:
    """The places of those whose network or organisation there is not, each with the field and what is wrong."""
    networks = set(session.scalars(select(col(Network.slug))))
    organisations = set(session.scalars(select(col(Organisation.slug))))
    found = {place: ("network", "unknown_network") for place, write in enumerate(writes) if write.network not in networks}
    for place, write in enumerate(writes):
        if write.organisation and write.organisation not in organisations:
            found[place] = ("organisation", "unknown_organisation")
    return found


def save_all(session: Session, writes: Sequence[MembershipWrite]) -> list[Outcome]:
    """Create or change dated memberships; what a profile names already is dated, not doubled."""
    networks = {row.slug: row.id for row in session.execute(select(col(Network.slug), col(Network.id)))}
    organisations = {row.slug: row for row in session.scalars(select(Organisation))}
    rows = session.scalars(select(Membership).order_by(col(Membership.created_at), col(Membership.id))).all()
    kept: dict[tuple[str, Party, str | None], list[Membership]] = {}
    for row in rows:
        kept.setdefault(_party(row), []).append(row)
    outcomes: list[Outcome] = []
    for write in writes:
        organisation = organisations[write.organisation] if write.organisation else None
        outcomes.append(_save(session, kept, write, networks[write.network], organisation))
    if any(outcome is not Outcome.unchanged for outcome in outcomes):
        counters.raise_(session, counters.Name.public)
    session.flush()
    return outcomes


def _party(row: Membership) -> tuple[str, Party, str | None]:
    return row.network_id, row.party, row.country if row.party is Party.country else row.organisation_id


def _save(
    session: Session,
    kept: dict[tuple[str, Party, str | None], list[Membership]],
    write: MembershipWrite,
    network_id: str,
    organisation: Organisation | None,
) -> Outcome:
    fields: dict[str, Any] = {
        **write.model_dump(mode="json", exclude={"network", "organisation", "country", "role"}),
        "party": write.party,
        "state": write.state,
        "organisation_id": organisation.id if organisation else None,
    }
    member = write.country if write.party is Party.country else fields["organisation_id"]
    same = kept.setdefault((network_id, write.party, member), [])
    begins = write.valid_from or write.observed_on
    row = next((each for each in same if each.sources and (each.valid_from or each.observed_on) == begins), None)
    row = row or next((each for each in same if not each.sources), None)
    if row is None:
        country = write.country or (organisation.country if organisation else None)
        name = _COUNTRIES.get(write.country or "", write.country) if write.party is Party.country else None
        row = Membership(
            network_id=network_id,
            name=name or (organisation.name if organisation else ""),
            country=country,
            kind=MemberKind.state if write.party is Party.country else _kind(organisation),
            role=write.role,
            **fields,
        )
        session.add(row)
        same.append(row)
        return Outcome.created
    if write.role and row.position is None:
        fields["role"] = write.role
    if all(getattr(row, name) == value for name, value in fields.items()):
        return Outcome.unchanged
    row.sqlmodel_update({**fields, "version": row.version + 1, "updated_at": clock.now()})
    return Outcome.changed


def _kind(organisation: Organisation | None) -> MemberKind:
    if organisation is None:
        return MemberKind.other
    if organisation.kind is OrganisationKind.national_ministry:
        return MemberKind.ministry
    return MemberKind(organisation.kind.value) if organisation.kind.value in MemberKind.__members__ else MemberKind.other


def move(session: Session, who: Principal, membership_id: str, verb: Verb, reason: str | None, version: int) -> Membership:
    """Take one step of a membership's life."""
    row = session.get(Membership, membership_id, with_for_update={"of": Membership}, populate_existing=True)
    if row is None:
        raise NotFound
    step = next((each for each in TABLE if each.verb is verb and row.state in each.sources), None)
    if who.roles.isdisjoint(role for each in TABLE if each.verb is verb for role in each.who):
        raise Forbidden
    if row.version != version:
        raise Stale
    if step is None:
        raise WrongStep(state=row.state.value)
    if step.needs_reason and not reason:
        raise MembershipReasonNeeded
    today = clock.now().date().isoformat()
    if step.begins and row.state is MembershipState.former:
        row = _return(session, row)
    row.state = step.target
    if step.begins:
        row.valid_from, row.valid_to = today, None
    if step.ends:
        row.valid_to = today
    if reason:
        row.decision = {"en": reason}
    row.version += 1
    row.updated_at = clock.now()
    counters.raise_(session, counters.Name.public)
    session.flush()
    return row


def _return(session: Session, before: Membership) -> Membership:
    """A new membership of one that ended; the old one stays as it was."""
    kept = before.model_dump(
        exclude={"id", "version", "created_at", "updated_at", "valid_from", "valid_to", "observed_on", "position"}
    )
    row = Membership(**kept, valid_from=clock.now().date().isoformat(), version=0)
    session.add(row)
    return row
