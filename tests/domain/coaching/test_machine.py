"""Any walk of anybody over requests and invitations keeps to the table, on both databases."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.caller import Instance
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound
from citypeers.core.rows import etag
from citypeers.domain.coaching import capacity
from citypeers.domain.coaching.models import (
    CoachingEvent,
    CoachingInvitation,
    CoachingRequest,
    InvitedState,
    Offer,
    OfferState,
    RequestState,
)
from citypeers.domain.coaching.requests import deadlines, inviting, policy, service
from citypeers.domain.coaching.requests.schemas import CoachingInvitationCreate, InvitationAnswer, RequestCreate, RequestStep
from citypeers.domain.coaching.requests.states import (
    FINAL,
    INVITATION_TABLE,
    MOST_INVITED_PER_PLACE,
    TABLE,
    CoachingActor,
    CoachingVerb,
)
from citypeers.domain.coaching.requests.states import (
    RequestState as State,
)
from citypeers.domain.coaching.scheduling.models import SessionWay
from citypeers.identity import accounts
from tests.domain.coaching.people import ASKED
from tests.domain.projects.ledger import organisation
from tests.domain.projects.test_replications_machine import PEOPLE, STAFF, prepare

COACHES = ("hamburg", "berlin")
ANYBODY = st.sampled_from([*PEOPLE, *STAFF])
VERBS = st.sampled_from([*RequestStep.model_fields["verb"].annotation.__args__])  # type: ignore[union-attr]
ANSWERS = st.sampled_from([CoachingVerb.accept, CoachingVerb.decline, CoachingVerb.recall])
FIRST = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""A Monday."""


def test_any_walk_keeps_to_the_table(instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    class Life(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.now = FIRST
            monkeypatch.setattr(clock, "now", lambda: self.now)
            with instance.database.transaction() as session:
                prepare(session)
                for offer in session.scalars(select(Offer)):
                    offer.state = OfferState.ended
                session.flush()
                for slug in COACHES:
                    body = organisation(session, slug)
                    session.add(
                        Offer(organisation_id=body.id, state=OfferState.listed, topics=["energy"], formats=["online"], capacity=1)
                    )
                self.ids = [self._create(session) for _ in range(2)]
            self.steps: dict[str, int] = dict.fromkeys(self.ids, 0)

        def _create(self, session: Session) -> str:
            return service.create(session, self._who(session, "koeln@example.org"), RequestCreate.model_validate(ASKED)).id

        def _who(self, session: Session, email: str) -> Principal:
            found = accounts.by_email(session, email)
            assert found is not None
            return accounts.acting(session, found.id)

        def _try(self, id: str, act: Callable[[Session, CoachingRequest], Any]) -> None:
            """Do it; what is done counts one step and one event, what is refused changes nothing."""
            with suppress(Conflict, Forbidden, Invalid, NotFound), instance.database.transaction() as session:
                row = session.get_one(CoachingRequest, id)
                before = row.state
                act(session, row)
                session.flush()
                session.refresh(row)
                event = session.scalars(
                    select(CoachingEvent).where(col(CoachingEvent.request_id) == id).order_by(col(CoachingEvent.position).desc())
                ).first()
                if event is None or event.position != row.version:
                    return  # one side agreed to what both do
                held = State(before) is State.on_hold
                lines = [
                    line for line in TABLE if line.verb == event.verb and (before in line.sources or (held and line.from_hold))
                ]
                assert lines, f"{event.verb} does not lead on from {before}"
                assert any(line.settles or line.target in (None, row.state) for line in lines)
                assert CoachingActor(event.side) in lines[0].who
                assert not lines[0].needs_reason or event.reason
                assert before not in FINAL

        @rule(at=st.integers(0, 1), email=ANYBODY, verb=VERBS, days=st.integers(0, 30), says=st.booleans())
        def step(self, at: int, email: str, verb: CoachingVerb, days: int, says: bool) -> None:
            until = (self.now + timedelta(days=days)).date()

            def act(session: Session, row: CoachingRequest) -> None:
                asked = RequestStep(verb=verb, reason="why" if says else None, until=until)
                service.move(session, self._who(session, email), row.id, asked, etag(row), SessionWay)

            self._try(self.ids[at], act)

        @rule(at=st.integers(0, 1), email=ANYBODY, slug=st.sampled_from([*COACHES, "koeln"]))
        def invite(self, at: int, email: str, slug: str) -> None:
            def act(session: Session, row: CoachingRequest) -> None:
                inviting.invite(session, self._who(session, email), row.id, CoachingInvitationCreate(organisation=slug), etag(row))

            self._try(self.ids[at], act)

        @rule(at=st.integers(0, 1), email=ANYBODY, slug=st.sampled_from(COACHES), verb=ANSWERS, says=st.booleans())
        def answer(self, at: int, email: str, slug: str, verb: CoachingVerb, says: bool) -> None:
            def act(session: Session, row: CoachingRequest) -> None:
                newest = select(CoachingInvitation).where(
                    col(CoachingInvitation.request_id) == row.id,
                    col(CoachingInvitation.organisation_id) == organisation(session, slug).id,
                )
                found = session.scalars(newest.order_by(col(CoachingInvitation.created_at).desc())).first()
                if found is None:
                    raise NotFound
                given = InvitationAnswer(verb=verb, reason="why" if says else None)  # type: ignore[arg-type]
                inviting.answer(session, self._who(session, email), row.id, found.id, given, etag(found))

            self._try(self.ids[at], act)

        @rule(days=st.integers(1, 16))
        def wait(self, days: int) -> None:
            self.now += timedelta(days=days)
            with instance.database.transaction() as session:
                while deadlines.run(session):
                    pass

        @invariant()
        def holds(self) -> None:
            with instance.database.reading() as session:
                for id in self.ids:
                    row = session.get_one(CoachingRequest, id)
                    asked = list(session.scalars(select(CoachingInvitation).where(col(CoachingInvitation.request_id) == id)))
                    states = [each.state for each in asked]
                    taken = states.count(InvitedState.accepted)
                    assert taken <= row.places
                    if row.state is not RequestState.on_hold:
                        assert states.count(InvitedState.invited) <= MOST_INVITED_PER_PLACE * row.places
                        if row.state in (RequestState.accepted, RequestState.scheduled, RequestState.in_progress):
                            assert taken == row.places
                        if row.state is RequestState.open:
                            assert InvitedState.invited not in states
                        if row.state is RequestState.proposed:
                            assert InvitedState.invited in states
                    if row.state in FINAL - {RequestState.completed, RequestState.completed_early}:
                        assert not {
                            InvitedState.invited,
                            InvitedState.accepted,
                            InvitedState.reserve,
                        } & set(states)
                    assert (row.state is RequestState.on_hold) == (row.held_from is not None)
                    for each in asked:
                        used = capacity.used(session, [each.offer_id], self.now.date()).get(each.offer_id, 0)
                        assert used <= 1
                for email in (*PEOPLE, *STAFF):
                    who = self._who(session, email)
                    seen = set(session.scalars(select(col(CoachingRequest.id)).where(policy.requests.see.where(who))))
                    changing = set(session.scalars(select(col(CoachingRequest.id)).where(policy.requests.change.where(who))))
                    assert changing <= seen

    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Life, settings=settings(max_examples=12, stateful_step_count=30, suppress_health_check=list(HealthCheck))
    )


def test_the_tables_are_whole() -> None:
    """Every verb has its lines, every state is reached and left, and nothing leads on from an end."""
    assert {line.verb for line in TABLE} == set(CoachingVerb)
    reached = {line.target for line in TABLE if line.target} | {State.draft, State.proposed, State.accepted, State.on_hold}
    assert reached == set(State)
    assert all(not line.sources & FINAL for line in TABLE)
    assert {state for line in INVITATION_TABLE for state in line.targets} == set(InvitedState)
    for line in TABLE:
        others = [each for each in TABLE if each is not line and each.verb is line.verb]
        assert all(not line.sources & each.sources for each in others), "a verb leads on from a state in one way"
