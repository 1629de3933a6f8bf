"""What time does to requests: answers that do not come, coaches that are not found, steps that nobody takes."""

from datetime import datetime

from sqlalchemy import Select, and_, select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.principal import CLOCK
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState, RequestState
from citypeers.domain.coaching.requests import inviting, service, telling, working_days
from citypeers.domain.coaching.requests.states import (
    GOING_ON,
    INVITED_WORKING_DAYS,
    NUDGED_AFTER,
    NUDGES_BEFORE_CLOSING,
    REMINDED_AFTER_WORKING_DAYS,
    REPORTED_WITHIN,
    CoachingActor,
    CoachingVerb,
    step,
)
from citypeers.domain.organisations.models import Organisation

AT_ONCE = 100
"""Requests that one transaction takes, so that nobody waits long for it."""
_ACTORS = frozenset({CoachingActor.clock})


def run(session: Session) -> int:
    """Everything that is due now, some of it at a time; how much was done."""
    verbs = (CoachingVerb.resume, CoachingVerb.expire, CoachingVerb.complete, CoachingVerb.nudge)
    return _lapse(session) + _remind(session) + sum(_step(session, verb) for verb in verbs)


def _due(verb: CoachingVerb) -> Select[str]:
    now = clock.now()
    state = col(CoachingRequest.state)
    conditions = {
        CoachingVerb.expire: and_(state == RequestState.open, col(CoachingRequest.answer_by) <= now),
        CoachingVerb.complete: and_(state == RequestState.reporting, col(CoachingRequest.reporting_since) <= now - REPORTED_WITHIN),
        CoachingVerb.resume: and_(state == RequestState.on_hold, col(CoachingRequest.held_until) <= now.date().isoformat()),
        CoachingVerb.nudge: and_(
            state.in_(sorted(GOING_ON)),
            col(CoachingRequest.stepped_at) <= now - NUDGED_AFTER,
            col(CoachingRequest.nudges) < NUDGES_BEFORE_CLOSING,
        ),
    }
    return select(col(CoachingRequest.id)).where(conditions[verb]).order_by(col(CoachingRequest.id)).limit(AT_ONCE)


def _step(session: Session, verb: CoachingVerb) -> int:
    """Take a step of the clock on the requests for which it is due."""
    done = 0
    for id in session.scalars(_due(verb)).all():
        row = service.lock(session, id)
        line = step(verb, row.state)
        if line is None or session.scalar(_due(verb).where(col(CoachingRequest.id) == id)) is None:
            continue  # somebody was quicker
        service.take(session, CLOCK, row, line, None, _ACTORS)
        done += 1
    return done


def _invited(before: datetime) -> Select[str, str]:
    """Invitations that wait, of requests that are not held."""
    waiting = and_(col(CoachingInvitation.state) == InvitedState.invited, col(CoachingRequest.state) != RequestState.on_hold)
    joined = select(col(CoachingInvitation.request_id), col(CoachingInvitation.id)).join(
        CoachingRequest, col(CoachingRequest.id) == col(CoachingInvitation.request_id)
    )
    return joined.where(waiting, col(CoachingInvitation.answer_by) <= before).order_by(col(CoachingInvitation.id)).limit(AT_ONCE)


def _lapse(session: Session) -> int:
    done = 0
    for request_id, id in session.execute(_invited(clock.now())).all():
        row = service.lock(session, request_id)
        invitation = session.get_one(CoachingInvitation, id, populate_existing=True)
        line = step(CoachingVerb.lapse, row.state)
        if line is not None and invitation.state is InvitedState.invited and invitation.answer_by <= clock.now():
            inviting.settle(session, CLOCK, row, line, invitation, None, _ACTORS)
            done += 1
    return done


def _remind(session: Session) -> int:
    """Two letters to those who have not answered, after five and after eight working days."""
    done = 0
    waiting = select(CoachingInvitation, Organisation, CoachingRequest).where(
        col(CoachingInvitation.state) == InvitedState.invited,
        col(CoachingInvitation.reminders) < len(REMINDED_AFTER_WORKING_DAYS),
        col(Organisation.id) == col(CoachingInvitation.organisation_id),
        col(CoachingRequest.id) == col(CoachingInvitation.request_id),
        col(CoachingRequest.state) != RequestState.on_hold,
    )
    for invitation, body, row in session.execute(
        waiting.order_by(col(CoachingInvitation.id)).with_for_update(of=CoachingInvitation)
    ).all():
        days = INVITED_WORKING_DAYS - REMINDED_AFTER_WORKING_DAYS[invitation.reminders]
        if clock.now() < working_days.before(invitation.answer_by, days, body.country):
            continue
        invitation.reminders += 1
        telling.remind(session, row, invitation)
        done += 1
    session.flush()
    return done
