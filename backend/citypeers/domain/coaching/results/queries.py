"""Reads of what came of a coaching."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from sqlalchemy import and_, select
from sqlmodel import Session, SQLModel, col

from citypeers.core import clock
from citypeers.core.principal import Principal
from citypeers.core.problems import NotFound
from citypeers.core.rows import etag
from citypeers.domain.coaching.models import READS, WRITES, CoachingRequest
from citypeers.domain.coaching.requests import policy, settling
from citypeers.domain.coaching.requests.states import REPORTED_WITHIN
from citypeers.domain.coaching.results import service
from citypeers.domain.coaching.results.models import CoachingAction, CoachingReport, FollowUp, Harvest, HarvestKind
from citypeers.domain.coaching.results.schemas import (
    ActionOut,
    ActionPage,
    FollowUpOut,
    FollowUpPage,
    HarvestOut,
    HarvestPage,
    ReportOut,
    Reports,
)
from citypeers.domain.members import acting
from citypeers.domain.organisations import rendering

PAGES = {HarvestKind.lesson: "/projects", HarvestKind.practice: "/practices", HarvestKind.replication: "/replications"}


def _kept(row: SQLModel, shown: type[BaseModel]) -> dict[str, Any]:
    """The columns of a row that are shown as they are."""
    return row.model_dump(include=set(shown.model_fields) & set(type(row).model_fields))


def reports(session: Session, who: Principal, id: str) -> Reports:
    """The reports that the reader may read now: a side's own, and everybody's once they are open, for the sides and the staff."""
    row = policy.requests.find(session, who, col(CoachingRequest.id) == id)
    everybody = settling.sides(session, row)
    mine, read = (acting.spoken_for(session, who, everybody, scopes) for scopes in (WRITES, READS))
    is_open = row.state in service.ENDED_WELL
    whole = is_open and bool(read or acting.is_staff(who))
    written = session.scalars(
        select(CoachingReport).where(col(CoachingReport.request_id) == id).order_by(col(CoachingReport.written_at))
    ).all()
    links = rendering.links(session, everybody)
    told = {each.organisation_id for each in written}
    may_write = mine - told if row.state in service.REPORTED_IN else set()
    return Reports(
        items=[
            ReportOut.model_validate({**_kept(each, ReportOut), "organisation": links[each.organisation_id]})
            for each in written
            if whole or each.organisation_id in read
        ],
        is_open=is_open,
        written=len(written),
        expected=len(everybody),
        opens_at=row.reporting_since + REPORTED_WITHIN if row.reporting_since is not None and not is_open else None,
        may_write_for=[links[each] for each in everybody if each in may_write],
    )


def _took_part(session: Session, who: Principal, id: str) -> CoachingRequest:
    """A request of which the reader is a side or the staff: what came of it is nobody else's."""
    row = policy.requests.find(session, who, col(CoachingRequest.id) == id)
    if not acting.is_staff(who) and not acting.spoken_for(session, who, settling.sides(session, row), READS):
        raise NotFound
    return row


def actions(session: Session, who: Principal, id: str) -> ActionPage:
    """The action items of a request, the next due first."""
    row = _took_part(session, who, id)
    found = select(CoachingAction).where(col(CoachingAction.request_id) == row.id)
    rows = session.scalars(found.order_by(col(CoachingAction.due), col(CoachingAction.id))).all()
    return ActionPage(items=_actions(session, who, rows))


def action(session: Session, who: Principal, id: str) -> tuple[ActionOut, str]:
    """One action item and its entity tag."""
    row = session.get(CoachingAction, id)
    if row is None:
        raise NotFound
    _took_part(session, who, row.request_id)
    return _actions(session, who, [row])[0], etag(row)


def _actions(session: Session, who: Principal, found: Sequence[CoachingAction]) -> list[ActionOut]:
    links = rendering.links(session, [row.organisation_id for row in found])
    mine = acting.spoken_for(session, who, links, WRITES)
    return [
        ActionOut.model_validate(
            {
                **_kept(row, ActionOut),
                "request": row.request_id,
                "organisation": links[row.organisation_id],
                "is_done": row.done_at is not None,
                "may": ["change"] if row.organisation_id in mine else [],
            }
        )
        for row in found
    ]


def follow_ups(session: Session, who: Principal, id: str) -> FollowUpPage:
    """The follow-ups of a request, the first due first."""
    row = _took_part(session, who, id)
    found = select(FollowUp).where(col(FollowUp.request_id) == row.id)
    rows = session.scalars(found.order_by(col(FollowUp.due_at), col(FollowUp.id))).all()
    return FollowUpPage(items=_follow_ups(session, who, rows))


def follow_up(session: Session, who: Principal, id: str) -> tuple[FollowUpOut, str]:
    """One follow-up and its entity tag."""
    row = session.get(FollowUp, id)
    if row is None:
        raise NotFound
    _took_part(session, who, row.request_id)
    return _follow_ups(session, who, [row])[0], etag(row)


def _follow_ups(session: Session, who: Principal, found: Sequence[FollowUp]) -> list[FollowUpOut]:
    links = rendering.links(session, [row.organisation_id for row in found])
    mine = acting.spoken_for(session, who, links, WRITES)
    now = clock.now()
    return [
        FollowUpOut.model_validate(
            {
                **_kept(row, FollowUpOut),
                "request": row.request_id,
                "organisation": links[row.organisation_id],
                "may": ["answer"] if row.organisation_id in mine and row.due_at <= now else [],
            }
        )
        for row in found
    ]


def waiting(session: Session, who: Principal) -> tuple[list[ActionOut], list[FollowUpOut]]:
    """Action items and follow-ups that wait for the organisations for which somebody speaks, the next due first."""
    own = acting.speaks_for(col(CoachingAction.organisation_id), WRITES)
    undone = select(CoachingAction).where(own.where(who), col(CoachingAction.done_at).is_(None))
    asked = acting.speaks_for(col(FollowUp.organisation_id), WRITES)
    due = and_(col(FollowUp.due_at) <= clock.now(), col(FollowUp.answered_at).is_(None))
    unanswered = select(FollowUp).where(asked.where(who), due)
    return (
        _actions(session, who, session.scalars(undone.order_by(col(CoachingAction.due)).limit(50)).all()),
        _follow_ups(session, who, session.scalars(unanswered.order_by(col(FollowUp.due_at)).limit(50)).all()),
    )


def harvests(session: Session, who: Principal, id: str) -> HarvestPage:
    """Everything that was made of a coaching, the newest last."""
    row = _took_part(session, who, id)
    found = session.scalars(select(Harvest).where(col(Harvest.request_id) == row.id).order_by(col(Harvest.made_at)))
    return HarvestPage(items=[harvest(each) for each in found])


def harvest(row: Harvest) -> HarvestOut:
    """What was made, and where it is."""
    return HarvestOut.model_validate({**_kept(row, HarvestOut), "href": f"{PAGES[row.kind]}/{row.subject}"})
