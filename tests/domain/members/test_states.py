"""The table of a membership's life: every step it names, and no other, on both databases."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlmodel import Session, col
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, VISITOR
from citypeers.core.problems import Forbidden, NotFound, PreconditionFailed, ReasonNeeded
from citypeers.core.rows import etag
from citypeers.domain.members import service
from citypeers.domain.members.states import TABLE, UNSETTLED, Step, Verb
from citypeers.domain.networks.models import Membership, MembershipState

REASON = "because the test says so"
STATES = list(MembershipState)


def step_of(state: MembershipState, verb: Verb) -> Step | None:
    return next((each for each in TABLE if each.verb is verb and state in each.sources), None)


def kochi(session: Session) -> Membership:
    return session.scalars(select(Membership).where(col(Membership.name) == "Kochi")).unique().one()


def test_every_state_is_reached_and_left_and_every_verb_is_in_the_table() -> None:
    assert {each.verb for each in TABLE} == set(Verb)
    assert {each.target for each in TABLE} == set(MembershipState)
    assert set().union(*(each.sources for each in TABLE)) == set(MembershipState)
    pairs = [(source, each.verb) for each in TABLE for source in each.sources]
    assert len(pairs) == len(set(pairs))


def test_what_ends_or_refuses_needs_a_reason() -> None:
    ending = {MembershipState.refused, MembershipState.suspended, MembershipState.former}
    assert all(each.needs_reason for each in TABLE if each.target in ending)


@pytest.mark.parametrize("state", STATES)
def test_each_verb_from_each_state(instance: Instance, state: MembershipState) -> None:
    for verb in Verb:
        with Session(instance.database.engine) as session:  # never committed: each verb starts from the same place
            try_verb(session, state, verb)


def try_verb(session: Session, state: MembershipState, verb: Verb) -> None:
    step = step_of(state, verb)
    row = kochi(session)
    row.state = state
    session.flush()
    if step is None:
        with pytest.raises(service.WrongStep):
            service.move(session, OPERATOR, row.id, verb, REASON, etag(row))
        return
    if step.needs_reason:
        with pytest.raises(ReasonNeeded):
            service.move(session, OPERATOR, row.id, verb, None, etag(row))
    moved = service.move(session, OPERATOR, row.id, verb, REASON, etag(row))
    assert moved.state is step.target
    today = clock.now().date().isoformat()
    assert (moved.valid_from == today) is step.begins
    assert (moved.valid_to == today) is step.ends


def test_who_may_not_is_refused_and_who_is_late_too(instance: Instance) -> None:
    with instance.database.transaction() as session:
        row = kochi(session)
        with pytest.raises(Forbidden):
            service.move(session, VISITOR, row.id, Verb.leave, REASON, etag(row))
        with pytest.raises(PreconditionFailed):
            service.move(session, OPERATOR, row.id, Verb.leave, REASON, '"0.before"')
        with pytest.raises(NotFound):
            service.move(session, OPERATOR, "nowhere", Verb.leave, REASON, '"1"')


def test_a_return_is_a_new_membership_and_the_old_one_stays(changing: TestClient, instance: Instance) -> None:
    with instance.database.transaction() as session:
        before = session.scalars(select(Membership).where(col(Membership.name) == "Providencia")).unique().one()
        after = service.move(session, OPERATOR, before.id, Verb.readmit, REASON, etag(before))
        assert (before.state, before.valid_to, after.id == before.id) == (MembershipState.former, "2023-05-30", False)
    page = changing.get("/api/v1/organisations/providencia/memberships").json()
    assert sorted(each["state"] for each in page["items"]) == ["active", "former"]
    today = changing.get("/api/v1/networks/iscn/members").json()
    assert "Providencia" in {each["name"] for each in today["items"]}
    then = changing.get("/api/v1/networks/iscn/members?on=2019-09-20").json()
    assert [each["country"] for each in then["items"]] == ["BR", "CL", "IN", "MX", "PE"]


@pytest.mark.hypothesis
@pytest.mark.parametrize("start", STATES)
def test_any_walk_stays_within_the_table(instance: Instance, start: MembershipState) -> None:
    class Life(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            with instance.database.transaction() as session:
                first = session.scalars(select(Membership).where(col(Membership.name) == "Kochi")).unique().first()
                assert first is not None
                row = Membership(**first.model_dump(exclude={"id", "version", "state", "position"}), state=start)
                if start in UNSETTLED:
                    row.valid_from = row.observed_on = None
                session.add(row)
                session.flush()
                self.id, self.state, self.etag, self.ended = row.id, row.state, etag(row), 0

        @rule(verb=st.sampled_from(Verb), reasoned=st.booleans(), late=st.booleans())
        def step(self, verb: Verb, reasoned: bool, late: bool) -> None:
            step = step_of(self.state, verb)
            allowed = step is not None and not late and (reasoned or not step.needs_reason)
            try:
                with instance.database.transaction() as session:
                    row = service.move(
                        session, OPERATOR, self.id, verb, REASON if reasoned else None, "late" if late else self.etag
                    )
                    self.ended += row.id != self.id
                    self.id, self.state, self.etag = row.id, row.state, etag(row)
            except (service.WrongStep, ReasonNeeded, PreconditionFailed):
                assert not allowed
            else:
                assert allowed
                assert step is not None
                assert self.state is step.target

        @precondition(lambda self: self.state is MembershipState.former)
        @rule()
        def come_back(self) -> None:
            self.step(Verb.readmit, True, False)

        @invariant()
        def the_row_says_what_the_walk_says(self) -> None:
            with instance.database.reading() as session:
                row = session.get_one(Membership, self.id)
                assert (row.state, etag(row)) == (self.state, self.etag)
                assert row.valid_from is None or row.valid_to is None or row.valid_from <= row.valid_to

    run_state_machine_as_test(
        Life,
        settings=settings(max_examples=8, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)),
    )
