"""Any walk of anybody over requests, invitations and sessions keeps to the table, takes every line of it and reaches every
state, on both databases."""

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
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState, Offer, OfferState
from citypeers.domain.coaching.models import RequestState as State
from citypeers.domain.coaching.requests import deadlines, inviting, policy, service
from citypeers.domain.coaching.requests.schemas import (
    CoachingInvitationCreate,
    InvitationAnswer,
    RequestCreate,
    RequestPatch,
    RequestStep,
)
from citypeers.domain.coaching.requests.states import (
    FINAL,
    INVITATION_TABLE,
    MOST_INVITED_PER_PLACE,
    TABLE,
    CoachingActor,
    CoachingVerb,
    Step,
)
from citypeers.domain.coaching.results import service as results
from citypeers.domain.coaching.results.schemas import ReportWrite
from citypeers.domain.coaching.scheduling import polls
from citypeers.domain.coaching.scheduling.models import Availability, CoachingSession, SessionState, SessionWay
from citypeers.domain.coaching.scheduling.schemas import Arrangement, SlotAnswers
from citypeers.identity import accounts
from tests.domain.coaching.people import ASKED, OFFER
from tests.domain.coaching.witness import Witness
from tests.domain.projects.ledger import organisation
from tests.domain.projects.test_replications_machine import PEOPLE, STAFF, prepare

ASKS, COACHES = "koeln", ("hamburg", "berlin")
ANYBODY = st.sampled_from([*PEOPLE, *STAFF])
PLACES = st.integers(0, 1)
PICKS = st.lists(st.integers(0, len(TABLE) - 1), min_size=1, max_size=6)
CAPACITY = 2
VERBS = st.sampled_from([*RequestStep.model_fields["verb"].annotation.__args__])  # type: ignore[union-attr]  # a Literal
ANSWERS = st.sampled_from([CoachingVerb.accept, CoachingVerb.decline, CoachingVerb.recall])
FIRST = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""A Monday."""
MEETING = {"way": "link", "link": "https://calls.example.org/room"}
REPORT = {"learned": {"en": "Pay by repaired light"}, "usefulness": 4, "would_again": True}
THE_WAY = tuple(
    CoachingVerb[verb] for verb in ("submit", "invite", "accept", "schedule", "start", "schedule", "report", "complete")
)
Act = Callable[[Session, Principal, CoachingRequest], Any]


@pytest.mark.hypothesis
def test_any_walk_keeps_to_the_table(instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: set[Step] = set()
    reached: set[State] = set()
    monkeypatch.setattr(clock, "now", lambda: FIRST)
    with instance.database.transaction() as session:
        prepare(session)

    class Life(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.now = FIRST
            self.looked_at: object = None
            monkeypatch.setattr(clock, "now", lambda: self.now)
            with instance.database.transaction() as session:
                for offer in session.scalars(select(Offer)):
                    offer.state = OfferState.ended
                session.flush()
                for slug in COACHES:
                    values = OFFER | {"state": OfferState.listed, "capacity": CAPACITY}
                    session.add(Offer(organisation_id=organisation(session, slug).id, **values))
                self.ids = [self._create(session) for _ in range(2)]
            self.slots: dict[str, str] = {}

        def _create(self, session: Session) -> str:
            asked = RequestCreate.model_validate({**ASKED, "organisation": ASKS})
            return service.create(session, self._who(session, f"{ASKS}@example.org"), asked).id

        def _who(self, session: Session, email: str) -> Principal:
            found = accounts.by_email(session, email)
            assert found is not None
            return accounts.acting(session, found.id)

        def _try(self, id: str, email: str, act: Act) -> None:
            """Do it; what is done is a line of the table, and what is refused changes nothing."""
            with suppress(Conflict, Forbidden, Invalid, NotFound), instance.database.transaction() as session:
                row, who = session.get_one(CoachingRequest, id), self._who(session, email)
                witness = Witness(session, row, policy.Sides(session, who, [row]).of(row))
                act(session, who, row)
                taken.update(witness.lines())
                reached.add(row.state)

        @rule(at=PLACES)
        def begin(self, at: int) -> None:
            """Another request, where one has come to its end."""
            with instance.database.transaction() as session:
                if session.get_one(CoachingRequest, self.ids[at]).state in FINAL:
                    self.ids[at] = self._create(session)

        @rule(at=PLACES, email=ANYBODY, verb=VERBS, days=st.integers(0, 30), says=st.booleans())
        def step(self, at: int, email: str, verb: CoachingVerb, days: int, says: bool) -> None:
            until = (self.now + timedelta(days=days)).date()
            slot = self.slots.get(self.ids[at])

            def act(session: Session, who: Principal, row: CoachingRequest) -> None:
                meeting = Arrangement.model_validate(MEETING)
                reason, missing = ("why", COACHES[0]) if says else (None, None)
                asked = RequestStep(verb=verb, reason=reason, until=until, slot=slot, meeting=meeting, missing=missing)
                service.move(session, who, row.id, asked, etag(row), SessionWay)

            self._try(self.ids[at], email, act)

        @rule(at=PLACES, email=ANYBODY, slug=st.sampled_from([*COACHES, ASKS]))
        def invite(self, at: int, email: str, slug: str) -> None:
            def act(session: Session, who: Principal, row: CoachingRequest) -> None:
                inviting.invite(session, who, row.id, CoachingInvitationCreate(organisation=slug), etag(row))

            self._try(self.ids[at], email, act)

        @rule(at=PLACES, email=ANYBODY, slug=st.sampled_from(COACHES), verb=ANSWERS, says=st.booleans())
        def answer(self, at: int, email: str, slug: str, verb: CoachingVerb, says: bool) -> None:
            def act(session: Session, who: Principal, row: CoachingRequest) -> None:
                newest = select(CoachingInvitation).where(
                    col(CoachingInvitation.request_id) == row.id,
                    col(CoachingInvitation.organisation_id) == organisation(session, slug).id,
                )
                found = session.scalars(newest.order_by(col(CoachingInvitation.created_at).desc())).first()
                if found is None:
                    raise NotFound
                given = InvitationAnswer(verb=verb, reason="why" if says else None)  # type: ignore[arg-type]  # one of them
                inviting.answer(session, who, row.id, found.id, given, etag(found))

            self._try(self.ids[at], email, act)

        @rule(at=PLACES, email=ANYBODY, days=st.integers(0, 4), can=st.sampled_from(Availability))
        def mark(self, at: int, email: str, days: int, can: Availability) -> None:
            """Say for one's city whether it can on a day soon; that is the time that is booked next."""
            starts_at = (self.now + timedelta(days=1 + days)).replace(hour=10, minute=0)
            self.slots[self.ids[at]] = polls.key(self.ids[at], starts_at, 60)

            def act(session: Session, who: Principal, row: CoachingRequest) -> None:
                answers = [{"starts_at": starts_at, "answer": can}]
                polls.answer(session, who, row.id, SlotAnswers.model_validate({"minutes": 60, "answers": answers}))

            self._try(self.ids[at], email, act)

        @rule(at=PLACES, email=ANYBODY, slug=st.sampled_from([ASKS, *COACHES]))
        def report(self, at: int, email: str, slug: str) -> None:
            def act(session: Session, who: Principal, row: CoachingRequest) -> None:
                results.report(session, who, row.id, ReportWrite.model_validate({**REPORT, "organisation": slug}))

            self._try(self.ids[at], email, act)

        @rule(days=st.integers(1, 16))
        def wait(self, days: int) -> None:
            self.now += timedelta(days=days)
            with instance.database.transaction() as session:
                rows = [session.get_one(CoachingRequest, id) for id in self.ids]
                witnesses = [Witness(session, row, frozenset({CoachingActor.clock})) for row in rows]
                while deadlines.run(session):
                    pass
                taken.update(line for witness in witnesses for line in witness.lines())
                reached.update(row.state for row in rows)

        @rule(at=PLACES, as_far_as=st.integers(0, len(THE_WAY)), picks=PICKS, slug=st.sampled_from(COACHES), by_coach=st.booleans())
        def go_the_way(self, at: int, as_far_as: int, picks: list[int], slug: str, by_coach: bool) -> None:
            """From where a request begins on, perhaps to its end, and from there by whatever leads on."""
            self.begin(at)
            for verb in THE_WAY[:as_far_as]:
                self._lead(at, verb, slug, False)
            for pick in picks:
                state = self._state(at)
                fitting = [line.verb for line in TABLE if state in line.sources or (state is State.on_hold and line.from_hold)]
                if fitting:
                    self._lead(at, fitting[pick % len(fitting)], slug, by_coach)

        def take(self, line: Step) -> None:
            """Go the way of a new request until a line leads on, and take it."""
            self.now += timedelta(days=92)  # in another quarter, in which the coaches are free
            with instance.database.transaction() as session:
                self.ids[0] = self._create(session)
            for verb in THE_WAY:
                if self._state(0) in line.sources:
                    break
                self._lead(0, CoachingVerb.hold if line.sources == {State.on_hold} else verb, COACHES[0], False)
                self.holds()
            self._lead(0, line.verb, COACHES[0], False)
            self.holds()

        def _state(self, at: int) -> State:
            with instance.database.reading() as session:
                return session.get_one(CoachingRequest, self.ids[at]).state

        def _lead(self, at: int, verb: CoachingVerb, slug: str, by_coach: bool) -> None:
            """Take a step as one of those who may, once what it needs is there."""
            if verb is not CoachingVerb.invite:
                slug = self._coach(at, verb in (CoachingVerb.accept, CoachingVerb.decline, CoachingVerb.recall)) or slug
            city, coach, staff = f"{ASKS}@example.org", f"{slug}@example.org", STAFF[0]
            match verb:
                case CoachingVerb.invite:
                    self.invite(at, staff if by_coach else city, slug)
                case CoachingVerb.accept | CoachingVerb.decline:
                    self.answer(at, coach, slug, verb, True)
                case CoachingVerb.recall:
                    self.answer(at, staff, slug, verb, True)
                case CoachingVerb.lapse | CoachingVerb.expire | CoachingVerb.nudge:
                    self.wait(16)
                    self.wait(16)
                case CoachingVerb.complete:
                    self.report(at, city, ASKS)
                    self.report(at, coach, slug)
                case CoachingVerb.finish_early:
                    self._tell_the_outcome(at)
                    self.step(at, city, verb, 0, False)
                    self.step(at, coach, verb, 0, False)
                case CoachingVerb.close:
                    self.wait(16)
                    self.wait(16)
                    self.step(at, staff, verb, 0, True)
                case _:
                    if verb is CoachingVerb.no_show and self._state(at) is State.in_progress:
                        self._lead(at, CoachingVerb.schedule, slug, by_coach)
                    if verb in (CoachingVerb.schedule, CoachingVerb.reschedule):
                        self.mark(at, city, 1, Availability.yes)
                        self.mark(at, coach, 1, Availability.if_need_be)
                    if verb in (CoachingVerb.start, CoachingVerb.no_show, CoachingVerb.report):
                        self._let_sessions_begin(at)
                    self.step(at, coach if by_coach else city, verb, 9, True)

        def _coach(self, at: int, is_asked: bool) -> str | None:
            """The organisation that is asked, or that coaches."""
            state = InvitedState.invited if is_asked else InvitedState.accepted
            with instance.database.reading() as session:
                there = select(col(CoachingInvitation.organisation_id)).where(
                    col(CoachingInvitation.request_id) == self.ids[at], col(CoachingInvitation.state) == state
                )
                ids = set(session.scalars(there))
                return next((slug for slug in COACHES if organisation(session, slug).id in ids), None)

        def _tell_the_outcome(self, at: int) -> None:
            with suppress(Conflict), instance.database.transaction() as session:
                row, who = session.get_one(CoachingRequest, self.ids[at]), self._who(session, STAFF[0])
                patch = RequestPatch.model_validate({"outcome": {"en": "A contract"}})
                service.change(session, who, row.id, patch, etag(row))

        def _let_sessions_begin(self, at: int) -> None:
            with instance.database.reading() as session:
                planned = select(CoachingSession).where(
                    col(CoachingSession.request_id) == self.ids[at], col(CoachingSession.state) == SessionState.planned
                )
                ends = [each.starts_at + timedelta(minutes=each.minutes) for each in session.scalars(planned)]
            self.now = max([self.now, *ends])

        @invariant()
        def holds(self) -> None:
            with instance.database.reading() as session:
                rows = [session.get_one(CoachingRequest, id) for id in self.ids]
                looked_at = [(row.id, row.version) for row in rows]
                if looked_at == self.looked_at:
                    return
                self.looked_at = looked_at
                for row in rows:
                    self._holds(session, row)
                for email in (*PEOPLE, *STAFF):
                    who = self._who(session, email)
                    seen = set(session.scalars(select(col(CoachingRequest.id)).where(policy.requests.see.where(who))))
                    changing = set(session.scalars(select(col(CoachingRequest.id)).where(policy.requests.change.where(who))))
                    assert changing <= seen

        def _holds(self, session: Session, row: CoachingRequest) -> None:
            asked = list(session.scalars(select(CoachingInvitation).where(col(CoachingInvitation.request_id) == row.id)))
            states = [each.state for each in asked]
            places = states.count(InvitedState.accepted)
            meetings = set(session.scalars(select(col(CoachingSession.state)).where(col(CoachingSession.request_id) == row.id)))
            assert places <= row.places
            if row.state is not State.on_hold:
                assert states.count(InvitedState.invited) <= MOST_INVITED_PER_PLACE * row.places
                assert (SessionState.planned in meetings) <= (row.state in (State.scheduled, State.in_progress))
            if row.state in (State.accepted, State.scheduled, State.in_progress, State.reporting):
                assert places == row.places
            if row.state is State.open:
                assert InvitedState.invited not in states
            if row.state is State.proposed:
                assert InvitedState.invited in states
            if row.state is State.scheduled:
                assert SessionState.planned in meetings
            if row.state in (State.reporting, State.completed):
                assert SessionState.held in meetings
            if row.state in FINAL - {State.completed, State.completed_early}:
                assert not {InvitedState.invited, InvitedState.accepted, InvitedState.reserve} & set(states)
            assert (row.state is State.on_hold) == (row.held_from is not None)
            for each in asked:
                assert capacity.used(session, [each.offer_id], self.now.date()).get(each.offer_id, 0) <= CAPACITY

    guide = Life()  # whatever examples are drawn, no line is left out
    for line in TABLE:
        guide.take(line)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]  # Hypothesis has no types there
        Life,
        settings=settings(max_examples=10, stateful_step_count=30, suppress_health_check=list(HealthCheck)),
    )
    assert [f"{line.verb} from {', '.join(sorted(line.sources))}" for line in TABLE if line not in taken] == []
    assert reached == set(State)


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
