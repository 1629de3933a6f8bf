"""Verbs on governance rules, and the check that every admission and confirmation passes."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import func, literal, select
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.dates import first_day, holding_on, last_day
from citypeers.core.db import METADATA
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, NotFound
from citypeers.domain.members.holding import HOST, held
from citypeers.domain.members.rules.bounds import Counted, after, refusals, warnings
from citypeers.domain.members.rules.models import KIND, Rules
from citypeers.domain.members.rules.schemas import (
    Bounds,
    Change,
    DryRun,
    DryRunOut,
    RulesCreate,
    RulesOut,
    RulesPage,
    RulesWrite,
)
from citypeers.domain.members.seats.models import PersonState, Representative, Seat
from citypeers.domain.networks.models import Membership, MembershipState, Network, Party
from citypeers.domain.networks.policy import networks
from citypeers.domain.organisations.service import Outcome
from citypeers.identity.people import staff

COUNTED = frozenset({MembershipState.active, MembershipState.suspended})
"""States in which a country takes one of the places."""
NONE = Bounds()


class BeyondBound(Conflict):
    """The change would pass an upper bound; ``numbers`` say which, and what would fit."""

    name = "beyond-bound"


class RulesInPast(Conflict):
    """Rules begin today or later: what was decided under others stays as it was."""

    name = "rules-in-past"


def _network(session: Session, who: Principal, slug: str) -> str:
    id = session.scalar(select(col(Network.id)).where(col(Network.slug) == slug, networks.see.where(who)))
    if id is None:
        raise NotFound
    return id


def lock(session: Session, network_id: str) -> None:
    """Let changes that the rules count come one at a time in a network; SQLite has one writer anyway."""
    session.execute(select(col(Network.id)).where(col(Network.id) == network_id).with_for_update())


def in_force(session: Session, network_id: str, day: date) -> tuple[Bounds, date]:
    """The bounds of a network on a day and since when; none where nobody has decided any."""
    row = session.scalars(
        select(Rules)
        .where(col(Rules.network_id) == network_id, col(Rules.valid_from) <= day.isoformat())
        .order_by(col(Rules.valid_from).desc(), col(Rules.number).desc())
        .limit(1)
    ).one_or_none()
    return (Bounds.model_validate(row.bounds), date.fromisoformat(row.valid_from)) if row else (NONE, day)


def count(session: Session, network_id: str, day: date) -> Counted:
    """What the rules count of a network on a day."""
    countries = col(Membership.party) == Party.country
    rows = session.scalars(select(Membership).where(col(Membership.network_id) == network_id, countries, held(day))).unique()
    partners: dict[str, date] = {}
    host = None
    for row in rows:
        began = row.valid_from or row.observed_on
        if row.country and row.role == HOST:
            host = row.country
        elif row.country and began and _counts(row, day):
            partners[row.country] = first_day(began)
    place = METADATA.tables[str(Seat.__tablename__)].c
    open_ = select(col(Seat.country), col(Seat.kind), func.count(col(Seat.id))).where(
        col(Seat.network_id) == network_id,
        holding_on(place.valid_from, place.valid_to, place.observed_on, literal(day.isoformat())),
    )
    seats = {(row[0], row[1]): int(row[2]) for row in session.execute(open_.group_by(col(Seat.country), col(Seat.kind)))}
    filled = open_.join(Representative, col(Representative.seat_id) == col(Seat.id)).where(
        col(Representative.state) == PersonState.confirmed, col(Representative.is_deputy).is_(False)
    )
    people = {(row[0], row[1]): int(row[2]) for row in session.execute(filled.group_by(col(Seat.country), col(Seat.kind)))}
    return Counted(partners, host, seats, people)


def _counts(row: Membership, day: date) -> bool:
    """Of a membership that holds on the day: one that has ended since was active then."""
    ended_later = row.state is MembershipState.former and row.valid_to is not None and day <= last_day(row.valid_to)
    return row.state in COUNTED or ended_later


def allow(session: Session, network_id: str, *changes: Change) -> None:
    """Refuse changes for which the rules in force leave no room; call :func:`lock` before."""
    today = clock.now().date()
    bounds, _ = in_force(session, network_id, today)
    before = wanted = count(session, network_id, today)
    for change in changes:
        wanted, bounds = after(wanted, bounds, change, today)
    for finding in refusals(bounds, before, wanted):
        raise BeyondBound(**finding.model_dump(exclude={"deadline"}))


def page(session: Session, who: Principal, slug: str) -> RulesPage:
    """Every version of the rules, and how the network stands today."""
    network_id = _network(session, who, slug)
    today = clock.now().date()
    rows = session.scalars(
        select(Rules).where(col(Rules.network_id) == network_id).order_by(col(Rules.valid_from).desc(), col(Rules.number).desc())
    ).all()
    now = next((row.id for row in rows if row.valid_from <= today.isoformat()), None)
    bounds, since = in_force(session, network_id, today)
    counted = count(session, network_id, today)
    return RulesPage(
        items=[_out(row, row.id == now) for row in rows],
        next=None,
        total=len(rows),
        standing=counted.standing(bounds),
        warnings=list(warnings(bounds, counted, since, today)),
    )


def _out(row: Rules, now: bool) -> RulesOut:
    shown = row.model_dump(include=set(RulesOut.model_fields))
    return RulesOut.model_validate({**shown, "in_force": now})


def create(session: Session, who: Principal, slug: str, write: RulesCreate) -> RulesOut:
    """Decide a new version; the former ones stay as they are."""
    staff(who)
    network_id = _network(session, who, slug)
    if write.valid_from < clock.now().date():
        raise RulesInPast
    lock(session, network_id)
    before, _ = in_force(session, network_id, write.valid_from)
    row = _add(session, who, network_id, write)
    changes = {name: (getattr(before, name), value) for name, value in write.bounds if getattr(before, name) != value}
    said = {name: (_plain(old), _plain(new)) for name, (old, new) in changes.items()}
    audit.record(session, who, "rules.decided", KIND, row.id, {"valid_from": (None, row.valid_from), **said})
    return _out(row, row.valid_from <= clock.now().date().isoformat())


def _plain(value: object) -> object:
    return value.model_dump() if hasattr(value, "model_dump") else value


def _add(session: Session, who: Principal, network_id: str, write: RulesCreate) -> Rules:
    number = session.scalar(select(func.max(col(Rules.number))).where(col(Rules.network_id) == network_id)) or 0
    row = Rules(
        network_id=network_id,
        number=number + 1,
        valid_from=write.valid_from.isoformat(),
        bounds=write.bounds.model_dump(mode="json"),
        decided_by=who.name,
        sources=[source.model_dump(mode="json") for source in write.sources],
    )
    session.add(row)
    session.flush()
    return row


def dry_run(session: Session, who: Principal, slug: str, asked: DryRun) -> DryRunOut:
    """What would follow if all changes happened at once; nothing is written."""
    network_id = _network(session, who, slug)
    day = asked.on or clock.now().date()
    bounds, since = in_force(session, network_id, day)
    before = wanted = count(session, network_id, day)
    then = bounds
    for change in asked.changes:
        wanted, then = after(wanted, then, change, day)
    found = list(refusals(then, before, wanted))
    return DryRunOut(
        allowed=not found,
        refusals=found,
        warnings=list(warnings(then, wanted, since, day)),
        before=before.standing(bounds),
        after=wanted.standing(then),
    )


def missing(session: Session, writes: Sequence[RulesWrite]) -> Mapping[int, tuple[str, str]]:
    """The places of those whose network there is not, each with the field and what is wrong."""
    known = set(session.scalars(select(col(Network.slug))))
    return {place: ("network", "unknown_network") for place, write in enumerate(writes) if write.network not in known}


def save_all(session: Session, who: Principal, writes: Sequence[RulesWrite]) -> list[Outcome]:
    """Load rules that were decided elsewhere, such as in a founding document."""
    ids = {row[0]: row[1] for row in session.execute(select(col(Network.slug), col(Network.id)))}
    outcomes = []
    for write in writes:
        known = session.scalars(
            select(Rules).where(col(Rules.network_id) == ids[write.network], col(Rules.valid_from) == write.valid_from.isoformat())
        ).all()
        same = any(Bounds.model_validate(row.bounds) == write.bounds for row in known)
        if not same:
            _add(session, who, ids[write.network], write)
        outcomes.append(Outcome.unchanged if same else Outcome.created)
    return outcomes
