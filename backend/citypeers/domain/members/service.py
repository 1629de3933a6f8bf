"""Verbs on memberships."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock, counters
from citypeers.core.countries import country_names
from citypeers.core.principal import Principal, Role
from citypeers.core.problems import Conflict, Forbidden, NotFound, ReasonNeeded
from citypeers.core.rows import matches
from citypeers.domain.members import letters, named, notices
from citypeers.domain.members.rules import service as rules
from citypeers.domain.members.rules.schemas import Joining
from citypeers.domain.members.schemas import MembershipInvite, MembershipWrite
from citypeers.domain.members.seats import leaving
from citypeers.domain.members.states import TABLE, Notice, Step, Verb
from citypeers.domain.networks.models import MemberKind, Membership, MembershipState, Network, Party
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.models import Organisation, OrganisationKind
from citypeers.domain.organisations.service import Outcome
from citypeers.identity import accounts, invitations
from citypeers.identity.models import Account
from citypeers.identity.people import staff
from citypeers.identity.people_schemas import InvitationCreate

KIND = "membership"


class WrongStep(Conflict):
    name = "wrong-step"


class AlreadyThere(Conflict):
    """It belongs to the network already, or is asked or asks to."""

    name = "already-member"


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
        name = country_names("en").get(write.country or "", write.country) if write.party is Party.country else None
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


def move(
    session: Session, who: Principal, membership_id: str, verb: Verb, reason: str | None, version: str | None = None
) -> Membership:
    """Take one step of a membership's life; ``version`` is the entity tag that was seen, None from within."""
    network_id = session.scalar(select(col(Membership.network_id)).where(col(Membership.id) == membership_id))
    if network_id is None:
        raise NotFound
    rules.lock(session, network_id)
    row = session.get_one(Membership, membership_id, with_for_update={"of": Membership}, populate_existing=True)
    lines = [each for each in TABLE if each.verb is verb]
    if _roles(who, row).isdisjoint(role for each in lines for role in each.who):
        raise Forbidden
    if version is not None:
        matches(row, version)
    step = next((each for each in lines if row.state in each.sources), None)
    if step is None:
        raise WrongStep(state=row.state.value)
    if step.needs_reason and not reason:
        raise ReasonNeeded
    today = clock.now().date().isoformat()
    before = row.state
    if row.party is Party.country and row.country and step.target in rules.COUNTED and before not in rules.COUNTED:
        rules.allow(session, network_id, Joining(change="join", country=row.country))
    if step.begins and before is MembershipState.former:
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
    session.flush()
    if step.ends and row.party is Party.country and row.country:
        leaving.close_all(session, who, network_id, row.country, reason or "")
    _told(session, row, step, reason)
    counters.raise_(session, counters.Name.public)
    said = {"state": (before, row.state), **({"reason": (None, reason)} if reason else {})}
    audit.record(session, who, f"membership.{verb}", KIND, row.id, said)
    return row


def _roles(who: Principal, row: Membership) -> frozenset[Role]:
    """What somebody is to a membership: of the staff, or acting for the member."""
    on_body = who.acting_on(ORGANISATION, row.organisation_id) if row.organisation_id else frozenset()
    return who.acting_on(KIND, row.id) | on_body


def may(who: Principal, row: Membership) -> list[Verb]:
    """The steps that somebody may take from where a membership stands."""
    return [each.verb for each in TABLE if row.state in each.sources and each.who & _roles(who, row)]


def _told(session: Session, row: Membership, step: Step, reason: str | None) -> None:
    network = session.get_one(Network, row.network_id)
    told: dict[str, Account] = {}
    if step.notice in (Notice.secretariat, Notice.both):
        told |= {each.id: each for each in notices.secretariat(session)}
    if step.notice in (Notice.member, Notice.both):
        told |= {each.id: each for each in acting_for(session, row)}
    values: dict[str, notices.Told] = {
        "network": network.label,
        "member": row.name,
        "what": letters.MEMBERSHIP[step.verb],
        "link": f"/networks/{network.slug}/members",
    }
    for account in told.values():
        notices.tell(session, account, letters.MEMBERSHIP_STEP, reason, **values)


def acting_for(session: Session, row: Membership) -> list[Account]:
    """Whoever acts for a member."""
    mine = accounts.holders(session, KIND, row.id)
    return mine + (accounts.holders(session, ORGANISATION, row.organisation_id) if row.organisation_id else [])


def invite(session: Session, who: Principal, write: MembershipInvite) -> Membership:
    """Ask a country or an organisation to join; the person who is named gets a letter and decides for it."""
    staff(who)
    network_id = named.network(session, write.network)
    organisation = named.organisation(session, write.organisation) if write.organisation else None
    rules.lock(session, network_id)
    country = write.country or (organisation.country if organisation else None)
    name = organisation.name if organisation else country_names("en").get(country or "", str(country))
    party = Party.organisation if organisation else Party.country
    row = add(session, network_id, party, organisation, name, country, MembershipState.invited)
    on = (ORGANISATION, organisation.id) if organisation else (KIND, row.id)
    asked = {**write.contact.model_dump(), "role": Role.member, "on_kind": on[0], "on_id": on[1]}
    invitations.invite(session, who, InvitationCreate.model_validate(asked))
    audit.record(session, who, "membership.invite", KIND, row.id, {"state": (None, row.state)})
    return row


def add(
    session: Session,
    network_id: str,
    party: Party,
    organisation: Organisation | None,
    name: str,
    country: str | None,
    state: MembershipState,
) -> Membership:
    """A membership that waits for a decision; one that is there already is in the way."""
    there = select(Membership).where(
        col(Membership.network_id) == network_id,
        col(Membership.party) == party,
        col(Membership.state).not_in([MembershipState.former, MembershipState.refused]),
    )
    if party is Party.country:
        there = there.where(col(Membership.country) == country)
    elif organisation is not None:
        there = there.where(col(Membership.organisation_id) == organisation.id)
    else:
        there = there.where(col(Membership.name) == name, col(Membership.country) == country)
    if session.scalars(there).unique().first() is not None:
        raise AlreadyThere
    row = Membership(
        network_id=network_id,
        organisation_id=organisation.id if organisation else None,
        party=party,
        name=name,
        country=country,
        kind=MemberKind.state if party is Party.country else _kind(organisation),
        state=state,
    )
    session.add(row)
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
