"""Seats lose their people: a country leaves the network, or somebody's account ends."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.core.principal import Principal
from citypeers.domain.members.rules import service as rules
from citypeers.domain.members.seats import following, service
from citypeers.domain.members.seats.models import KIND, PersonState, Representative, Seat, SeatState
from citypeers.domain.members.seats.states import Verb, step
from citypeers.identity import accounts
from citypeers.identity.models import Account

ACCOUNT_GONE = "account_gone"


def close_all(session: Session, who: Principal, network_id: str, country: str, reason: str) -> None:
    """A country has left: its people's terms end, its nominations lapse, and this is the last day of its seats."""
    open_ = select(Seat).where(col(Seat.network_id) == network_id, col(Seat.country) == country, col(Seat.valid_to).is_(None))
    for seat in session.scalars(open_.order_by(col(Seat.id))).all():
        here = service.at(session, who, seat)
        for person in (here.deputy, here.person):
            if person is not None:
                verb = Verb.recall if person.state is PersonState.confirmed else Verb.refuse
                service.take(session, who, seat, step(verb), person, person.is_deputy, reason)
        service.take(session, who, seat, step(Verb.close), None, False, reason)


def account_gone(session: Session, who: Principal, account_id: str) -> None:
    """Whatever somebody's account held at seats ends with it, and who is named for one is named no more.

    Duties pass to the secretariat. This always succeeds.
    """
    held = {each.on_id for each in accounts.grants(session, account_id) if each.on_kind in (KIND, following.DEPUTY)}
    for id in sorted(held):
        _lose(session, who, session.get_one(Seat, id), account_id)
    for person in _named(session, account_id):
        seat = session.get_one(Seat, person.seat_id)
        rules.lock(session, seat.network_id)
        service.take(session, who, seat, step(Verb.refuse), person, person.is_deputy, None, ACCOUNT_GONE)
    following.pass_on(session, account_id, following.SECRETARIAT)


def _lose(session: Session, who: Principal, seat: Seat, account_id: str) -> None:
    """The seat loses somebody, who is its person or its deputy: a deputy on duty holds what the person does."""
    rules.lock(session, seat.network_id)
    here = service.at(session, who, seat)
    for person in (here.deputy, here.person):
        account = following.account_of(session, person) if person is not None else None
        if person is None or person.state is not PersonState.confirmed or account is None or account.id != account_id:
            continue
        service.take(session, who, seat, step(Verb.recall), person, person.is_deputy, None, ACCOUNT_GONE)
        if person.is_deputy and seat.state is SeatState.on_leave:  # nobody acts for the person on leave any more
            seat.state = SeatState.confirmed


def _named(session: Session, account_id: str) -> Sequence[Representative]:
    """The nominations of somebody that wait for a decision."""
    email = func.lower(session.get_one(Account, account_id).email)
    waiting = col(Representative.state) == PersonState.nominated
    return session.scalars(select(Representative).where(waiting, func.lower(col(Representative.email)) == email)).all()


accounts.WHEN_GONE.append(account_gone)
