"""Verbs on seats: opened, nominated for, confirmed, on leave, handed over, vacated. The rules are the table's."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.principal import Principal, Role
from citypeers.core.problems import Conflict, Forbidden, NotFound, ReasonNeeded
from citypeers.core.rows import matches
from citypeers.domain.members import named
from citypeers.domain.members.rules import service as rules
from citypeers.domain.members.rules.schemas import Seating
from citypeers.domain.members.seats import following
from citypeers.domain.members.seats.models import KIND, PersonState, Representative, Seat, SeatKind, SeatState
from citypeers.domain.members.seats.schemas import Nomination, SeatCreate, SeatStep
from citypeers.domain.members.seats.states import Actor, Guard, Step, Verb, step
from citypeers.identity import accounts
from citypeers.identity.models import Account
from citypeers.identity.people import STAFF, staff

ACTING = frozenset({Role.national_representative, Role.municipal_representative})
PRESENT = (PersonState.nominated, PersonState.confirmed)


class SeatWrongStep(Conflict):
    name = "seat-wrong-step"


class OwnNomination(Conflict):
    """Nobody confirms whom they nominated, nor themselves."""

    name = "own-nomination"


class FocalPointNominates(Conflict):
    """The country has a focal point: it nominates for the country."""

    name = "focal-point-nominates"


class SuccessorFirst(Conflict):
    """The last focal point of a country names a successor before leaving."""

    name = "successor-first"


class DeputyNeeded(Conflict):
    name = "deputy-needed"


class NotNational(Conflict):
    """The focal point is a confirmed national representative."""

    name = "not-national"


class OwnDeputy(Conflict):
    """Nobody is the deputy of themselves."""

    name = "own-deputy"


class SeatTaken(Conflict):
    """Somebody else was named meanwhile."""

    name = "seat-taken"


@dataclass(frozen=True)
class At:
    """A seat with the people on it, and what ``who`` is to it."""

    seat: Seat
    person: Representative | None
    deputy: Representative | None
    focal: Representative | None
    """The confirmed focal point of the seat's country in its network."""
    actors: frozenset[Actor]


def at(session: Session, who: Principal, seat: Seat) -> At:
    """How things stand at a seat."""
    people = session.scalars(
        select(Representative).where(col(Representative.seat_id) == seat.id, col(Representative.state).in_(PRESENT))
    ).all()
    person = next((each for each in people if not each.is_deputy), None)
    deputy = next((each for each in people if each.is_deputy), None)
    focal = following.focal_point(session, seat.network_id, seat.country)
    actors = set()
    if not who.roles.isdisjoint(STAFF):
        actors.add(Actor.secretariat)
    if focal is not None and ACTING & who.acting_on(KIND, focal.seat_id):
        actors.add(Actor.focal_point)
    if seat.state in (SeatState.confirmed, SeatState.on_leave) and ACTING & who.acting_on(KIND, seat.id):
        actors.add(Actor.holder)
    if any(each is not None and each.nominated_by == who.name for each in (person, deputy)):
        actors.add(Actor.nominator)
    return At(seat, person, deputy, focal, frozenset(actors))


def has_deputy(session: Session, here: At) -> bool:
    """Whether somebody can act for the person: a deputy who is confirmed and has accepted."""
    deputy = here.deputy
    return deputy is not None and deputy.state is PersonState.confirmed and following.account_of(session, deputy) is not None


def may(session: Session, here: At) -> list[Verb]:
    """The steps that the reader may take from here, as far as that is known before it is tried."""
    if here.seat.valid_to is not None:
        return []
    fitting = {
        Verb.nominate: here.focal is None or Actor.focal_point in here.actors,
        Verb.hand_over: here.seat.kind is SeatKind.national and here.person is not None and not here.person.is_focal_point,
        Verb.begin_leave: has_deputy(session, here),
        Verb.close: here.deputy is None,
    }
    open_ = [verb for verb in Verb if here.seat.state in step(verb).sources and step(verb).who & here.actors]
    return [verb for verb in open_ if fitting.get(verb, True)]


def create(session: Session, who: Principal, write: SeatCreate) -> Seat:
    """Open a seat, where the rules leave room for it."""
    staff(who)
    network_id = named.network(session, write.network)
    found = named.organisation(session, write.organisation) if write.organisation else None
    rules.lock(session, network_id)
    rules.allow(session, network_id, Seating(change="open_seat", country=write.country, kind=write.kind))
    today = clock.now().date().isoformat()
    organisation = found.id if found else None
    seat = Seat(network_id=network_id, country=write.country, kind=write.kind, organisation_id=organisation, valid_from=today)
    session.add(seat)
    session.flush()
    said = {"country": (None, seat.country), "kind": (None, seat.kind), "organisation": (None, write.organisation)}
    audit.record(session, who, "seat.opened", KIND, seat.id, said)
    return seat


def _find(session: Session, who: Principal, id: str, version: str | None) -> At:
    network_id = session.scalar(select(col(Seat.network_id)).where(col(Seat.id) == id))
    if network_id is None:
        raise NotFound
    rules.lock(session, network_id)
    seat = session.get_one(Seat, id, populate_existing=True)
    if version is not None:
        matches(seat, version)
    return at(session, who, seat)


def nominate(session: Session, who: Principal, id: str, write: Nomination, version: str) -> Seat:
    """Name somebody for a vacant seat, or as the deputy of its person."""
    here = _find(session, who, id, version)
    line = step(Verb.nominate)
    if not line.who & here.actors:
        raise Forbidden
    if here.focal is not None and Actor.focal_point not in here.actors:
        raise FocalPointNominates
    if here.seat.valid_to is not None or (here.deputy if write.is_deputy else here.person) is not None:
        raise SeatWrongStep(state=here.seat.state.value)
    beside = here.person if write.is_deputy else here.deputy
    if beside is not None and beside.email is not None and write.email is not None and beside.email.lower() == write.email.lower():
        raise OwnDeputy
    row = Representative(seat_id=here.seat.id, nominated_by=who.name, **write.model_dump())
    session.add(row)
    try:
        session.flush()
    except IntegrityError:
        raise SeatTaken from None
    if not write.is_deputy:
        here.seat.state = line.target
    _changed(session, who, here.seat, Verb.nominate, {"name": (None, row.name), "email": (None, row.email)}, row.id)
    following.tell(session, here.seat, row, line, None)
    return here.seat


def move(session: Session, who: Principal, id: str, asked: SeatStep, version: str | None) -> Seat:
    """Take one step of the table; ``version`` is the entity tag that was seen, None from within."""
    here = _find(session, who, id, version)
    line = step(asked.verb)
    if not line.who & here.actors:
        raise Forbidden
    person = here.deputy if asked.is_deputy else here.person
    _stands(here, line, person, asked.is_deputy)
    if line.needs_reason and not asked.reason:
        raise ReasonNeeded
    _guard(session, who, here, line, person)
    take(session, who, here.seat, line, person, asked.is_deputy, asked.reason)
    return here.seat


def _stands(here: At, line: Step, person: Representative | None, is_deputy: bool) -> None:
    """Refuse a step that does not lead on from here; a deputy's nomination does not wait for the seat's own state."""
    if is_deputy:
        decided = line.verb in (Verb.confirm, Verb.refuse, Verb.withdraw)
        rests = line.verb is Verb.recall and here.seat.state is not SeatState.on_leave
        wanted = PersonState.nominated if decided else PersonState.confirmed
        fits = (decided or rests) and person is not None and person.state is wanted
    else:
        fits = here.seat.state in line.sources and here.seat.valid_to is None
    if not fits:
        raise SeatWrongStep(state=here.seat.state.value)


def _guard(session: Session, who: Principal, here: At, line: Step, person: Representative | None) -> None:
    for guard in line.guards:
        if guard is Guard.other_confirms and person is not None and _is_own(session, who, person):
            raise OwnNomination
        if guard is Guard.within_bounds and person is not None and not person.is_deputy:
            rules.allow(session, here.seat.network_id, Seating(change="confirm", country=here.seat.country, kind=here.seat.kind))
        if guard is Guard.has_deputy and not has_deputy(session, here):
            raise DeputyNeeded
        if guard is Guard.successor_first and person is not None and person.is_focal_point and not _for_another(session, who, here):
            raise SuccessorFirst
        if guard is Guard.national_confirmed and here.seat.kind is not SeatKind.national:
            raise NotNational
        if guard is Guard.empty and (here.person is not None or here.deputy is not None):
            raise SeatWrongStep(state=here.seat.state.value)


def _for_another(session: Session, who: Principal, here: At) -> bool:
    """Whether the secretariat acts for a country; whoever is of both does not thereby free themselves."""
    return Actor.secretariat in here.actors and here.person is not None and not _is_self(session, who, here.person)


def _is_own(session: Session, who: Principal, person: Representative) -> bool:
    """Whether somebody decides on whom they nominated, or on themselves."""
    return person.nominated_by == who.name or _is_self(session, who, person)


def _is_self(session: Session, who: Principal, person: Representative) -> bool:
    """Whether the person is the one who asks."""
    self = session.get(Account, who.account) if who.account else None
    named = accounts.by_email(session, person.email) if person.email else None
    return self is not None and named is not None and named.id == self.id


def take(
    session: Session,
    who: Principal,
    seat: Seat,
    line: Step,
    person: Representative | None,
    is_deputy: bool,
    reason: str | None,
    told_as: str | None = None,
) -> None:
    """Do what a line says; ``told_as`` names what letters call it, where that is not the verb."""
    today = clock.now().date().isoformat()
    if person is not None and line.person is not None:
        person.state = line.person
        person.version += 1
        person.updated_at = clock.now()
        if line.person is PersonState.confirmed:
            person.valid_from, person.confirmed_by = today, who.name
        if line.person is PersonState.ended:
            person.valid_to, person.reason, person.is_focal_point = today, reason, False
        if line.person is PersonState.refused:
            person.reason = reason
    if line.verb is Verb.close:
        seat.valid_to = today
    if not is_deputy:
        seat.state = line.target
    session.flush()
    following.follow(session, who, seat, line, person, reason, told_as)
    _changed(session, who, seat, line.verb, {"reason": (None, reason)} if reason else {}, person.id if person else None)


def _changed(session: Session, who: Principal, seat: Seat, verb: Verb, said: dict[str, Any], about: str | None) -> None:
    seat.version += 1
    seat.updated_at = clock.now()
    session.flush()
    audit.record(session, who, f"seat.{verb}", KIND, seat.id, said, about=about)
