"""What a step of a coaching was, seen from outside: which line of the table, and whether what the line asks for was there."""

from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.domain.coaching.models import CoachingEvent, CoachingInvitation, CoachingRequest, InvitedState
from citypeers.domain.coaching.models import RequestState as State
from citypeers.domain.coaching.requests.states import FINAL, MATCHED, SEEKING, TABLE, CoachingActor, CoachingVerb, Step
from citypeers.domain.coaching.results.models import CoachingReport
from citypeers.domain.coaching.scheduling.models import Availability, CoachingSession, SessionAnswer, SessionSlot, SessionState


class Witness:
    """How a request stood before something was done to it, and what whoever did it was to it."""

    def __init__(self, session: Session, row: CoachingRequest, actors: frozenset[CoachingActor]) -> None:
        self._session, self._row, self._actors = session, row, actors
        self._state, self._held_from, self._version, self._nudges = row.state, row.held_from, row.version, row.nudges
        self._agreed = (row.agreed_verb, row.agreed_by)
        self._planned = self._sessions(SessionState.planned)

    def lines(self) -> list[Step]:
        """The lines that were taken since; where there are none, one side agreed to what both do, or all is as it was."""
        self._session.flush()
        self._session.refresh(self._row)
        written = select(CoachingEvent).where(
            col(CoachingEvent.request_id) == self._row.id, col(CoachingEvent.position) > self._version
        )
        events = list(self._session.scalars(written.order_by(col(CoachingEvent.position))))
        if not events:
            assert self._row.state is self._state
            assert self._row.version == self._version or self._one_side_agreed()
            return []
        assert [each.position for each in events] == [*range(self._version + 1, self._row.version + 1)]
        found = [self._line(event) for event in events]
        assert self._row.state is self._state
        return found

    def _one_side_agreed(self) -> bool:
        verb, side = self._row.agreed_verb, self._row.agreed_by
        awaited = any(each.needs_both and each.verb == verb and self._state in each.sources for each in TABLE)
        return awaited and self._row.version == self._version + 1 and side in self._actors

    def _line(self, event: CoachingEvent) -> Step:
        """The one line by which an event led on from where the request was."""
        assert event.before is self._state
        assert event.before not in FINAL
        verb = CoachingVerb(event.verb)
        is_from_hold = event.before is State.on_hold and verb is not CoachingVerb.resume
        stood = self._held_from if is_from_hold else event.before
        (line,) = [each for each in TABLE if each.verb is verb and stood in each.sources and each.from_hold >= is_from_hold]
        assert event.after in self._targets(line)
        assert event.side in line.who & self._actors
        assert event.reason or not line.needs_reason
        both = {CoachingActor.requester, CoachingActor.coach}
        assert not line.needs_both or both <= self._actors or (self._agreed[0] == verb and self._agreed[1] not in self._actors)
        assert self._had_what_it_needs(line.verb, event)
        self._state = event.after
        return line

    def _targets(self, line: Step) -> frozenset[State]:
        if line.verb is CoachingVerb.resume:
            assert self._held_from is not None
            return frozenset({self._scheduled() if self._held_from is State.scheduled else self._held_from})
        if line.settles and line.target is None and self._state is State.scheduled:
            return frozenset({self._scheduled()})
        if line.settles and (line.target is State.open or self._state not in MATCHED):
            return SEEKING | {State.accepted}
        return frozenset({line.target or self._state})

    def _scheduled(self) -> State:
        """What becomes of one that was scheduled: as it was while a session is planned."""
        return State.scheduled if self._sessions(SessionState.planned) else State.accepted

    def _had_what_it_needs(self, verb: CoachingVerb, event: CoachingEvent) -> bool:
        """Whether the guard of a step held, by what is written down."""
        match verb:
            case CoachingVerb.close:
                return self._nudges >= 2
            case CoachingVerb.finish_early:
                return bool(self._row.outcome)
            case CoachingVerb.complete:
                reports = select(func.count()).where(col(CoachingReport.request_id) == self._row.id)
                return event.side == CoachingActor.clock or self._session.scalar(reports) == 1 + self._row.places
            case CoachingVerb.report:
                return bool(self._sessions(SessionState.held)) and not self._sessions(SessionState.planned)
            case CoachingVerb.start:
                return bool(self._planned.keys() & self._sessions(SessionState.held).keys())
            case CoachingVerb.no_show:
                return bool(self._planned.keys() & self._sessions(SessionState.no_show).keys())
            case CoachingVerb.schedule | CoachingVerb.reschedule:
                ((starts_at, _),) = dict(self._sessions(SessionState.planned).items() - self._planned.items()).values()
                return self._parties() <= self._can_at(starts_at)
        return True

    def _sessions(self, state: SessionState) -> dict[str, tuple[datetime, int]]:
        """The sessions in a state: when each begins, and how often it was changed."""
        those = col(CoachingSession.request_id) == self._row.id, col(CoachingSession.state) == state
        return {each.id: (each.starts_at, each.version) for each in self._session.scalars(select(CoachingSession).where(*those))}

    def _parties(self) -> set[str]:
        coaches = select(col(CoachingInvitation.organisation_id)).where(
            col(CoachingInvitation.request_id) == self._row.id, col(CoachingInvitation.state) == InvitedState.accepted
        )
        return {self._row.organisation_id, *self._session.scalars(coaches)}

    def _can_at(self, starts_at: datetime) -> set[str]:
        said = select(col(SessionAnswer.organisation_id)).join(SessionSlot, col(SessionSlot.id) == col(SessionAnswer.slot_id))
        those = col(SessionSlot.request_id) == self._row.id, col(SessionSlot.starts_at) == starts_at
        return set(self._session.scalars(said.where(*those, col(SessionAnswer.answer) != Availability.no)))
