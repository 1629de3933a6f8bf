"""Any walk of anybody over the seats of a country keeps the rules of nomination, focal point and hand-over, on both databases."""

from contextlib import suppress
from string import ascii_uppercase
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from pydantic import SecretStr
from sqlalchemy import delete, select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, Principal, Role
from citypeers.core.problems import Conflict, Forbidden
from citypeers.core.rows import etag
from citypeers.domain.members.rules import service as rules
from citypeers.domain.members.rules.models import Rules
from citypeers.domain.members.rules.schemas import Bounds, Range
from citypeers.domain.members.seats import following, service
from citypeers.domain.members.seats.models import KIND, PersonState, Representative, Seat, SeatKind, SeatState
from citypeers.domain.members.seats.schemas import Nomination, SeatCreate, SeatStep
from citypeers.domain.members.seats.states import TABLE, Verb
from citypeers.identity import accounts
from citypeers.identity.models import Account, AccountState
from citypeers.identity.schemas import AccountCreate

STAFF, PEOPLE = ("s0@example.org", "s1@example.org"), tuple(f"p{number}@example.org" for number in range(4))
ANYBODY = st.sampled_from([*STAFF, *PEOPLE])
SEATS = st.integers(0, 3)
STEPS = [verb for verb in Verb if verb not in (Verb.nominate, Verb.close)]
MOST = 1
"""Confirmed people of cities that the rules of this walk allow, though there are two seats."""


def prepare(session: Session, country: str) -> list[str]:
    """Two national and two municipal seats of a country, opened before there are rules, and everybody's account."""
    session.execute(delete(Rules))
    for email in (*STAFF, *PEOPLE):
        if accounts.by_email(session, email) is None:
            role = Role.secretariat if email in STAFF else None
            write = AccountCreate(email=email, name=email, password=SecretStr("seven bridges over one river"), role=role)
            accounts.create(session, OPERATOR, write)
    kinds = [SeatKind.national, SeatKind.national, SeatKind.municipal, SeatKind.municipal]
    return [service.create(session, OPERATOR, SeatCreate(network="oasc", country=country, kind=kind)).id for kind in kinds]


@pytest.mark.hypothesis
def test_any_walk_keeps_the_rules(instance: Instance) -> None:
    codes = iter(f"{one}{two}" for one in ascii_uppercase for two in ascii_uppercase)

    class Life(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            with instance.database.transaction() as session:
                self.seats = prepare(session, next(codes))
                bounds = Bounds(national=Range(at_most=2), municipal=Range(at_most=MOST))
                rules.create(session, OPERATOR, "oasc", rules.RulesCreate(valid_from=clock.now().date(), bounds=bounds))

        def _who(self, session: Session, email: str) -> Principal:
            account = accounts.by_email(session, email)
            assert account is not None
            return accounts.acting(session, account.id)

        def _try(self, act: Any) -> None:
            with suppress(Forbidden, Conflict), instance.database.transaction() as session:
                act(session)

        def _actor(self, session: Session, data: st.DataObject, seat: str) -> Principal:
            """Mostly somebody who has to do with the seat, now and then anybody."""
            row = session.get_one(Seat, seat)
            focal = following.focal_point(session, row.network_id, row.country)
            near = [each.email for each in accounts.holders(session, KIND, seat)]
            near += [each.email for each in accounts.holders(session, KIND, focal.seat_id)] if focal else []
            return self._who(session, data.draw(st.sampled_from(sorted({*STAFF, *near})) | ANYBODY))

        @rule(data=st.data(), seat=SEATS, person=ANYBODY, deputy=st.booleans())
        def nominate(self, data: st.DataObject, seat: int, person: str, deputy: bool) -> None:
            def act(session: Session) -> None:
                row = session.get_one(Seat, self.seats[seat])
                focal = following.focal_point(session, row.network_id, row.country)
                who = self._actor(session, data, row.id)
                service.nominate(session, who, row.id, Nomination(name=person, email=person, is_deputy=deputy), etag(row))
                acts_for_country = focal is not None and any(held.id == focal.seat_id for held in who.held)
                assert acts_for_country if focal is not None else Role.secretariat in who.roles

            self._try(act)

        @rule(data=st.data(), seat=SEATS, deputy=st.booleans(), fitting=st.integers(0, 4))
        def move(self, data: st.DataObject, seat: int, deputy: bool, fitting: int) -> None:
            def act(session: Session) -> None:
                row = session.get_one(Seat, self.seats[seat])
                before, who = row.state, self._actor(session, data, row.id)
                open_ = [line.verb for line in TABLE if before in line.sources and line.verb in STEPS] if fitting else []
                verb = data.draw(st.sampled_from([Verb.confirm, *open_] if deputy else open_ or STEPS))
                here = service.at(session, who, row)
                focal = here.person if here.person is not None and here.person.is_focal_point else None
                self_ = following.account_of(session, focal) if focal else None
                bound = Role.secretariat not in who.roles or (self_ is not None and self_.id == who.account)
                was_last = focal is not None and bound
                service.move(session, who, row.id, SeatStep(verb=verb, reason="why", is_deputy=deputy), etag(row))
                assert any(line.verb is verb and (deputy or before in line.sources) for line in TABLE)
                assert not (was_last and not deputy and verb in (Verb.step_down, Verb.recall))

            self._try(act)

        @rule(seat=SEATS, person=st.sampled_from(PEOPLE), deputy=st.booleans())
        def fill(self, seat: int, person: str, deputy: bool) -> None:
            """Straight on to the seat, by whoever may: first as its nominator would like it, which is refused."""

            def act(session: Session) -> None:
                row = session.get_one(Seat, self.seats[seat])
                focal = following.focal_point(session, row.network_id, row.country)
                first = following.account_of(session, focal) if focal else accounts.by_email(session, STAFF[0])
                if first is None:
                    return
                nominator, other = accounts.acting(session, first.id), self._who(session, STAFF[1])
                service.nominate(session, nominator, row.id, Nomination(name=person, email=person, is_deputy=deputy), etag(row))
                step = SeatStep(verb=Verb.confirm, is_deputy=deputy)
                with pytest.raises((service.OwnNomination, Forbidden)):
                    service.move(session, nominator, row.id, step, None)
                full = not deputy and row.kind is SeatKind.municipal and self._cities(session) >= MOST
                if full:
                    with pytest.raises(rules.BeyondBound):
                        service.move(session, other, row.id, step, None)
                else:
                    service.move(session, other, row.id, step, None)

            self._try(act)

        @rule(seat=SEATS)
        def leave_as_the_last(self, seat: int) -> None:
            """A focal point does not just go, however it tries."""
            with instance.database.transaction() as session:
                row = session.get_one(Seat, self.seats[seat])
                focal = following.focal_point(session, row.network_id, row.country)
                self_ = following.account_of(session, focal) if focal else None
                if focal is None or self_ is None:
                    return
                for verb in (Verb.step_down, Verb.recall):
                    with pytest.raises(service.SuccessorFirst):
                        service.move(
                            session, accounts.acting(session, self_.id), focal.seat_id, SeatStep(verb=verb, reason="x"), None
                        )

        def _cities(self, session: Session) -> int:
            mine = select(Representative).where(
                col(Representative.seat_id).in_(self.seats[2:]),
                col(Representative.state) == PersonState.confirmed,
                col(Representative.is_deputy).is_(False),
            )
            return len(session.scalars(mine).all())

        @rule(person=st.sampled_from(PEOPLE), rarely=st.integers(0, 3))
        def lose_account(self, person: str, rarely: int) -> None:
            if rarely:
                return
            with instance.database.transaction() as session:
                account = accounts.by_email(session, person)
                assert account is not None
                accounts.disable(session, OPERATOR, account, "gone")
                assert accounts.grants(session, account.id) == []
                accounts.enable(session, OPERATOR, account, "back")

        @invariant()
        def the_rules_hold(self) -> None:
            with instance.database.reading() as session:
                seats = [session.get_one(Seat, id) for id in self.seats]
                people = {
                    seat.id: session.scalars(select(Representative).where(col(Representative.seat_id) == seat.id)).all()
                    for seat in seats
                }
                present = [each for rows in people.values() for each in rows if each.state is PersonState.confirmed]
                focal = [each for each in present if each.is_focal_point]
                assert len(focal) <= 1
                assert all(session.get_one(Seat, each.seat_id).kind is SeatKind.national for each in focal)
                assert not any(each.is_focal_point for rows in people.values() for each in rows if each.state is PersonState.ended)
                assert all(each.confirmed_by and each.confirmed_by != each.nominated_by for each in present)
                for each in present:
                    decided = session.get(Account, (each.confirmed_by or "").removeprefix("account:"))
                    assert decided is None or decided.email != each.email
                city = [
                    each
                    for each in present
                    if not each.is_deputy and session.get_one(Seat, each.seat_id).kind is SeatKind.municipal
                ]
                assert len(city) <= MOST
                for seat in seats:
                    self._grants_fit(session, seat, people[seat.id])

        def _grants_fit(self, session: Session, seat: Seat, people: Any) -> None:
            main = next((each for each in people if not each.is_deputy and each.state is PersonState.confirmed), None)
            deputy = next((each for each in people if each.is_deputy and each.state is PersonState.confirmed), None)
            acting = {each.email for each in accounts.holders(session, KIND, seat.id) if each.state is AccountState.active}
            expected = {main.email} if main is not None else set()
            if seat.state is SeatState.on_leave and deputy is not None:
                expected |= {deputy.email}
            assert acting == expected
            assert (seat.state in (SeatState.confirmed, SeatState.on_leave)) is (main is not None)

    run_state_machine_as_test(
        Life,
        settings=settings(max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)),
    )
