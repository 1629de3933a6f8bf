"""Verbs on coaching requests: written, opened, taken through their life. The rules are the table's."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from citypeers.core import audit, clock, counters, rows
from citypeers.core.merging import merged, validated
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid, ReasonNeeded
from citypeers.domain.coaching.models import (
    FEWEST_SHARED,
    REQUEST,
    SHARED,
    WRITES,
    CoachingEvent,
    CoachingInvitation,
    CoachingRequest,
    RequestState,
)
from citypeers.domain.coaching.requests import gathering, meeting, policy, settling, telling
from citypeers.domain.coaching.requests.schemas import Asked, RequestCreate, RequestPatch, RequestStep
from citypeers.domain.coaching.requests.states import ANSWERED_WITHIN, FINAL, GOING_ON, NUDGES_BEFORE_CLOSING, REFUSAL, Step, step
from citypeers.domain.coaching.requests.states import CoachingActor as Actor
from citypeers.domain.coaching.requests.states import CoachingGuard as Guard
from citypeers.domain.coaching.requests.states import CoachingVerb as Verb
from citypeers.domain.coaching.scheduling.models import SessionWay
from citypeers.domain.members import acting, named
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.models import Project
from citypeers.domain.topics.models import Topic

LONGEST_HOLD = timedelta(days=365)
WRITABLE = frozenset({RequestState.draft, RequestState.open})
TOLD_IN = GOING_ON | {RequestState.reporting}
"""States in which the sides may tell what came of it."""


class CoachingWrongStep(Conflict):
    """The step does not lead on from where the request stands."""

    name = "coaching-wrong-step"


class CoachingNotWritable(Conflict):
    """What was asked stays as others have read it."""

    name = "coaching-not-writable"


class CoachingIncomplete(Invalid):
    """Something is missing without which no coach is found."""

    name = REFUSAL[Guard.is_complete]


class OutcomeMissing(Conflict):
    name = REFUSAL[Guard.outcome_told]


class NotNudgedTwice(Conflict):
    name = REFUSAL[Guard.nudged_twice]


def create(session: Session, who: Principal, write: RequestCreate) -> CoachingRequest:
    """A draft of an organisation that ``who`` acts for."""
    organisation = named.organisation(session, write.organisation)
    if not acting.acts(session, who, organisation.id, WRITES):
        raise Forbidden
    network_id = named.network(session, write.network)
    values = _checked(session, Asked.model_validate(write.model_dump(exclude={"organisation", "network"})))
    year = clock.now().year
    counters.hold(session)  # two that begin at once get two numbers
    number = session.scalar(select(func.max(CoachingRequest.number)).where(col(CoachingRequest.year) == year)) or 0
    row = CoachingRequest(
        year=year, number=number + 1, network_id=network_id, organisation_id=organisation.id, created_by=who.name, **values
    )
    session.add(row)
    session.flush()
    audit.record(session, who, "coaching_request.created", REQUEST, row.id, {"title": (None, row.title)})
    return row


def _checked(session: Session, asked: Asked) -> dict[str, Any]:
    """What is asked for, as columns; things that there are not are wrong values."""
    wrong = []
    known = set(session.scalars(select(col(Topic.id)).where(col(Topic.id).in_(asked.topics))))
    wrong += [(f"/topics/{at}", "unknown_topic") for at, topic in enumerate(asked.topics) if topic not in known]
    if asked.project is not None:
        project = session.get(Project, asked.project)
        if project is None or project.live_state not in projects.PUBLIC:
            wrong.append(("/project", "unknown_project"))
    if asked.window_from and asked.window_to and asked.window_to < asked.window_from:
        wrong.append(("/window_to", "ends_before"))
    if wrong:
        raise Invalid(wrong)
    values = asked.model_dump(exclude={"project"}, mode="json")
    return {**values, "project_id": asked.project, "topics": list(dict.fromkeys(asked.topics))}


def find(session: Session, who: Principal, id: str) -> tuple[CoachingRequest, policy.Sides]:
    """A request that ``who`` may act on, kept from others until the transaction ends, with what they are to it."""
    policy.requests.find(session, who, col(CoachingRequest.id) == id, to=policy.requests.change)
    row = lock(session, id)
    return row, policy.Sides(session, who, [row])


def lock(session: Session, id: str) -> CoachingRequest:
    """A request, kept from others until the transaction ends, as it is now."""
    row = session.scalars(select(CoachingRequest).where(col(CoachingRequest.id) == id).with_for_update(of=CoachingRequest)).one()
    session.refresh(row)
    return row


def change(session: Session, who: Principal, id: str, patch: RequestPatch, version: str) -> CoachingRequest:
    """Merge a patch into a request: what it asks for while no one is invited, what came of it once it goes on."""
    row, sides = find(session, who, id)
    actors = sides.of(row)
    given = patch.model_dump(exclude_unset=True, mode="json")
    allowed = {Actor.requester, Actor.staff} | ({Actor.coach} if set(given) <= {"outcome"} else set())
    if actors.isdisjoint(allowed):
        raise Forbidden
    rows.matches(row, version)
    if ("outcome" in given and row.state not in TOLD_IN) or (set(given) - {"outcome"} and row.state not in WRITABLE):
        raise CoachingNotWritable(state=row.state.value)
    before = _document(row)
    outcome = merged(row.outcome, given.pop("outcome")) if "outcome" in given else row.outcome
    asked = validated(Asked, merged(before, given))
    values = {**_checked(session, asked), "outcome": outcome or None}
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not differing:
        return row
    if row.state is not RequestState.draft:
        _complete(asked)
    said = {name: (getattr(row, name), value) for name, value in differing.items()}
    row.sqlmodel_update({**differing, "version": row.version + 1, "updated_at": clock.now()})
    session.flush()
    audit.record(session, who, "coaching_request.changed", REQUEST, row.id, said)
    return row


def _document(row: CoachingRequest) -> dict[str, Any]:
    document = row.model_dump(include=set(Asked.model_fields), mode="json")
    return {**document, "project": row.project_id}


def _complete(asked: Asked) -> None:
    """Refuse a request for which nobody could be found."""
    wrong = [(f"/{name}", "missing") for name in ("topics", "languages", "format", "challenge") if not getattr(asked, name)]
    if asked.format is not None:
        shared = asked.format in SHARED
        if shared and asked.places < FEWEST_SHARED:
            wrong.append(("/places", "places_of_a_group"))
        if not shared and asked.places != 1:
            wrong.append(("/places", "one_place"))
    if wrong:
        raise CoachingIncomplete(wrong)


def move(
    session: Session, who: Principal, id: str, asked: RequestStep, version: str, ways: Collection[SessionWay]
) -> CoachingRequest:
    """Take one step of the table; ``ways`` are those in which people can meet here."""
    row, sides = find(session, who, id)
    actors = sides.of(row)
    verb = Verb(asked.verb)
    line = step_from(row, verb)
    if line is None:
        rows.matches(row, version)
        raise CoachingWrongStep(state=row.state.value)
    if not line.who & actors:
        raise Forbidden
    rows.matches(row, version)
    if line.needs_reason and not asked.reason:
        raise ReasonNeeded
    check(session, row, line, asked)
    meeting.offered(asked, ways)
    if line.needs_both and _is_first_to_agree(row, line, actors):
        return agree(session, who, row, line, actors)
    return take(session, who, row, line, asked.reason, actors, asked=asked)


def step_from(row: CoachingRequest, verb: Verb) -> Step | None:
    """The line by which a verb leads on from where a request is; from being held for some as from where it was held."""
    line = step(verb, row.state)
    if line is None and row.state is RequestState.on_hold and row.held_from is not None:
        held = step(verb, row.held_from)
        return held if held is not None and held.from_hold else None
    return line


def _is_first_to_agree(row: CoachingRequest, line: Step, actors: frozenset[Actor]) -> bool:
    """Whether the other side has yet to take a step that both take."""
    other = row.agreed_verb == line.verb and row.agreed_by not in actors
    return not other and not {Actor.requester, Actor.coach} <= actors


def agree(session: Session, who: Principal, row: CoachingRequest, line: Step, actors: frozenset[Actor]) -> CoachingRequest:
    """Note that one side takes a step that both take."""
    side = Actor.requester if Actor.requester in actors else Actor.coach
    row.sqlmodel_update({"agreed_verb": line.verb.value, "agreed_by": side.value, "version": row.version + 1})
    row.updated_at = row.stepped_at = clock.now()
    session.flush()
    audit.record(session, who, "coaching_request.agreed", REQUEST, row.id, {"verb": (None, line.verb.value)})
    telling.agreed(session, who, row, line, side)
    return row


def check(session: Session, row: CoachingRequest, line: Step, asked: RequestStep) -> None:
    """Refuse what the guards of a line do not let; those of invitations are their own."""
    for guard in line.guards:
        if guard is Guard.is_complete:
            _complete(Asked.model_validate(_document(row)))
        if guard is Guard.day_ahead:
            today = clock.now().date()
            if asked.until is None or not today < asked.until <= today + LONGEST_HOLD:
                raise Invalid([("/until", "missing" if asked.until is None else "day_ahead")])
        if guard is Guard.outcome_told and not row.outcome:
            raise OutcomeMissing
        if guard is Guard.nudged_twice and row.nudges < NUDGES_BEFORE_CLOSING:
            raise NotNudgedTwice(nudges=row.nudges, limit=NUDGES_BEFORE_CLOSING)
        meeting.check(session, row, guard, asked)


def take(
    session: Session,
    who: Principal,
    row: CoachingRequest,
    line: Step,
    reason: str | None,
    actors: frozenset[Actor],
    *,
    asked: RequestStep | None = None,
    invitation: CoachingInvitation | None = None,
) -> CoachingRequest:
    """Do what a line says, write it down, and tell those who are told."""
    audience = telling.audience(session, row, line, invitation)
    before = row.state
    now = clock.now()
    if line.target is not None:
        row.state = line.target
    meeting.follow(session, who, row, line, reason, asked)
    settling.follow(session, row, line, before, asked)
    if line.settles:
        row.state = settling.settled(session, row)
    if row.state is RequestState.open and before is not RequestState.on_hold:
        row.answer_by = now + ANSWERED_WITHIN
    if row.state is RequestState.reporting and before is RequestState.in_progress:
        row.reporting_since = now
    if row.state in FINAL:
        row.ended_at = now
    row.nudges = row.nudges + 1 if line.verb is Verb.nudge else 0
    row.agreed_verb = row.agreed_by = None
    row.stepped_at = row.updated_at = now
    row.version += 1
    session.flush()
    gathering.follow(session, who, row)
    _write_down(session, who, row, line, before, reason, actors, invitation)
    if meeting.CALENDARS_TELL.isdisjoint(line.effects):
        telling.tell(session, who, row, line, audience, reason, invitation)
    return row


def _write_down(
    session: Session,
    who: Principal,
    row: CoachingRequest,
    line: Step,
    before: RequestState,
    reason: str | None,
    actors: frozenset[Actor],
    invitation: CoachingInvitation | None,
) -> None:
    side = next((actor for actor in Actor if actor in actors and actor in line.who), Actor.clock)
    about = invitation.organisation_id if invitation is not None else None
    session.add(
        CoachingEvent(
            request_id=row.id,
            position=row.version,
            verb=line.verb.value,
            actor=who.name,
            side=side.value,
            before=before,
            after=row.state,
            organisation_id=about,
            reason=reason,
        )
    )
    said: dict[str, tuple[Any, Any]] = {"state": (before.value, row.state.value)} if before is not row.state else {}
    said |= {"organisation": (None, about)} if about else {}
    said |= {"reason": (None, reason)} if reason else {}
    audit.record(session, who, f"coaching_request.{line.verb}", REQUEST, row.id, said)
