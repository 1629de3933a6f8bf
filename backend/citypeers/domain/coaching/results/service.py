"""Verbs on what came of a coaching."""

from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from citypeers.core import audit, clock, rows
from citypeers.core.merging import merged
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound
from citypeers.domain.coaching.models import WRITES, CoachingRequest, RequestState
from citypeers.domain.coaching.requests import policy, service
from citypeers.domain.coaching.requests.settling import sides
from citypeers.domain.coaching.requests.states import CoachingVerb, step
from citypeers.domain.coaching.results.models import ACTION, FOLLOW_UP, REPORT, CoachingAction, CoachingReport, FollowUp
from citypeers.domain.coaching.results.schemas import ActionCreate, ActionPatch, FollowUpAnswer, ReportWrite
from citypeers.domain.members import acting, named

ENDED_WELL = frozenset({RequestState.completed, RequestState.completed_early})
REPORTED_IN = ENDED_WELL | {RequestState.reporting}
"""States in which reports are written; one that is late is welcome still."""
ACTED_IN = REPORTED_IN | {RequestState.in_progress}
Row = TypeVar("Row", CoachingAction, FollowUp)


class ReportTooEarly(Conflict):
    """Reports follow the last session."""

    name = "report-too-early"


class ReportThere(Conflict):
    """Each side says it once."""

    name = "report-there"


class FollowUpTooEarly(Conflict):
    name = "follow-up-too-early"


def _of(session: Session, who: Principal, row: CoachingRequest, slug: str) -> str:
    """A side that ``who`` speaks for."""
    organisation = named.organisation(session, slug)
    if organisation.id not in sides(session, row):
        raise Invalid([("/organisation", "not_a_side")])
    if not acting.spoken_for(session, who, [organisation.id], WRITES):
        raise Forbidden
    return organisation.id


def _seen(session: Session, who: Principal, id: str) -> CoachingRequest:
    policy.requests.find(session, who, col(CoachingRequest.id) == id)
    return service.lock(session, id)


def report(session: Session, who: Principal, id: str, write: ReportWrite) -> CoachingReport:
    """Say what one side learned; when all have, the coaching is completed and each reads the others'."""
    row = _seen(session, who, id)
    organisation = _of(session, who, row, write.organisation)
    if row.state not in REPORTED_IN:
        raise ReportTooEarly(state=row.state.value)
    told = CoachingReport(
        request_id=id, organisation_id=organisation, written_by=who.name, **write.model_dump(exclude={"organisation"})
    )
    session.add(told)
    try:
        session.flush()
    except IntegrityError:
        raise ReportThere from None
    audit.record(session, who, "coaching_report.written", REPORT, told.id, {"organisation": (None, organisation)})
    everybody = sides(session, row)
    line = step(CoachingVerb.complete, row.state)
    if line is not None and reported(session, id) >= everybody.keys():
        service.take(session, who, row, line, None, frozenset({everybody[organisation]}))
    return told


def reported(session: Session, id: str) -> frozenset[str]:
    """The organisations whose report is in."""
    return frozenset(session.scalars(select(col(CoachingReport.organisation_id)).where(col(CoachingReport.request_id) == id)))


def act(session: Session, who: Principal, id: str, write: ActionCreate) -> CoachingAction:
    """Write down what an organisation will do, until when."""
    row = _seen(session, who, id)
    organisation = named.organisation(session, write.organisation)
    everybody = sides(session, row)
    if organisation.id not in everybody:
        raise Invalid([("/organisation", "not_a_side")])
    if not acting.spoken_for(session, who, everybody, WRITES):
        raise Forbidden
    if row.state not in ACTED_IN:
        raise service.CoachingWrongStep(state=row.state.value)
    action = CoachingAction(request_id=id, organisation_id=organisation.id, text=write.text, due=write.due.isoformat())
    session.add(action)
    session.flush()
    audit.record(
        session, who, "coaching_action.created", ACTION, action.id, {"text": (None, action.text), "due": (None, action.due)}
    )
    return action


def _held(session: Session, who: Principal, kind: type[Row], id: str) -> Row:
    """An action or a follow-up of a request that ``who`` may read, kept from others; only its own organisation changes it."""
    row = session.scalars(select(kind).where(col(kind.id) == id).with_for_update(of=kind)).one_or_none()
    if row is None:
        raise NotFound
    policy.requests.find(session, who, col(CoachingRequest.id) == row.request_id)
    if not acting.spoken_for(session, who, [row.organisation_id], WRITES):
        raise Forbidden
    session.refresh(row)
    return row


def change_action(session: Session, who: Principal, id: str, patch: ActionPatch, version: str) -> CoachingAction:
    """Change an action item, or say that it is done."""
    row = _held(session, who, CoachingAction, id)
    rows.matches(row, version)
    given = patch.model_dump(exclude_unset=True, mode="json")
    text = merged({"text": row.text}, {"text": given["text"]})["text"] if given.get("text") else row.text
    if not text:
        raise Invalid([("/text", "missing")])
    done = row.done_at
    if given.get("is_done") is not None:
        done = (row.done_at or clock.now()) if given["is_done"] else None
    values: dict[str, Any] = {"text": text, "due": given.get("due") or row.due, "done_at": done}
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    if differing:
        said = {name: (str(getattr(row, name)), str(value)) for name, value in differing.items()}
        row.sqlmodel_update({**differing, "version": row.version + 1, "updated_at": clock.now()})
        session.flush()
        audit.record(session, who, "coaching_action.changed", ACTION, row.id, said)
    return row


def answer(session: Session, who: Principal, id: str, given: FollowUpAnswer, version: str) -> FollowUp:
    """Say whether a coaching changed anything; what was said may be said anew."""
    row = _held(session, who, FollowUp, id)
    rows.matches(row, version)
    if row.due_at > clock.now():
        raise FollowUpTooEarly
    row.sqlmodel_update({**given.model_dump(), "answered_at": clock.now(), "version": row.version + 1})
    row.updated_at = clock.now()
    session.flush()
    audit.record(session, who, "follow_up.answered", FOLLOW_UP, row.id, {"change": (None, given.change.value)})
    return row
