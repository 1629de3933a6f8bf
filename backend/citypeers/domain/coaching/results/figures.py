"""How coaching goes in a network, in numbers: for the secretariat's report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from statistics import fmean, median

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.principal import Principal
from citypeers.core.problems import NotFound
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitationState, RequestState
from citypeers.domain.coaching.results.models import (
    FOLLOWED_AFTER_MONTHS,
    Change,
    CoachingAction,
    CoachingReport,
    FollowUp,
    Harvest,
    HarvestKind,
)
from citypeers.domain.coaching.results.schemas import CoachingFigures, FiguresQuery, Rate
from citypeers.domain.networks.models import Network
from citypeers.identity.people import staff

YES = frozenset({InvitationState.accepted, InvitationState.reserve, InvitationState.released})


def get(session: Session, who: Principal, slug: str, query: FiguresQuery) -> CoachingFigures:
    """The figures of the requests that were begun in a network on some days; for the staff alone."""
    staff(who)
    network = session.scalar(select(col(Network.id)).where(col(Network.slug) == slug))
    if network is None:
        raise NotFound
    asked = select(CoachingRequest).where(col(CoachingRequest.network_id) == network)
    if query.first is not None:
        asked = asked.where(col(CoachingRequest.created_at) >= _begin(query.first))
    if query.last is not None:
        asked = asked.where(col(CoachingRequest.created_at) < _begin(query.last + timedelta(days=1)))
    requests = session.scalars(asked).all()
    chosen = asked.with_only_columns(col(CoachingRequest.id)).scalar_subquery()
    invitations = session.scalars(select(CoachingInvitation).where(col(CoachingInvitation.request_id).in_(chosen))).all()
    reports = session.scalars(select(CoachingReport).where(col(CoachingReport.request_id).in_(chosen))).all()
    actions = session.scalars(select(CoachingAction).where(col(CoachingAction.request_id).in_(chosen))).all()
    follow_ups = session.scalars(select(FollowUp).where(col(FollowUp.request_id).in_(chosen))).all()
    harvests = session.scalars(select(Harvest).where(col(Harvest.request_id).in_(chosen))).all()
    answered = [each for each in invitations if each.answered_at is not None and each.state is not InvitationState.recalled]
    lapsed = [each for each in invitations if each.state is InvitationState.lapsed]
    opened = [each for each in requests if each.answer_by is not None]
    found = {each.request_id for each in invitations if each.accepted_at is not None}
    return CoachingFigures(
        first=query.first,
        last=query.last,
        requests=len(requests),
        by_state=_counted(each.state.value for each in requests),
        by_format=_counted(each.format.value for each in requests if each.format is not None),
        by_topic=_counted(topic for each in requests for topic in each.topics),
        invitations=len(invitations),
        answered=Rate(count=len(answered), of=len(answered) + len(lapsed)),
        accepted=Rate(count=sum(each.state in YES for each in answered), of=len(answered)),
        lapsed=len(lapsed),
        median_days_to_answer=_median_days(answered),
        found=Rate(count=sum(each.id in found for each in opened), of=len(opened)),
        reported=Rate(count=len(reports), of=max(len(reports), _expected(requests, invitations))),
        usefulness=round(fmean(each.usefulness for each in reports), 2) if reports else None,
        again=Rate(count=sum(each.would_again for each in reports), of=len(reports)),
        actions_done=Rate(count=sum(each.done_at is not None for each in actions), of=len(actions)),
        followed_up={months: _answered(follow_ups, months) for months in FOLLOWED_AFTER_MONTHS},
        changed={months: _changed(follow_ups, months) for months in FOLLOWED_AFTER_MONTHS},
        made={kind: sum(each.kind is kind for each in harvests) for kind in HarvestKind},
    )


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def _median_days(answered: Sequence[CoachingInvitation]) -> float | None:
    days = [(each.answered_at - each.invited_at) / timedelta(days=1) for each in answered if each.answered_at is not None]
    return round(median(days), 1) if days else None


def _expected(requests: Sequence[CoachingRequest], invitations: Sequence[CoachingInvitation]) -> int:
    """Reports that were asked for: of each side of what came to reporting."""
    asked = {each.id for each in requests if each.reporting_since is not None or each.state is RequestState.completed}
    coaches = sum(each.request_id in asked and each.state is InvitationState.accepted for each in invitations)
    return len(asked) + coaches


def _answered(follow_ups: Sequence[FollowUp], months: int) -> Rate:
    asked = [each for each in follow_ups if each.months == months and each.asked_at is not None]
    return Rate(count=sum(each.answered_at is not None for each in asked), of=len(asked))


def _changed(follow_ups: Sequence[FollowUp], months: int) -> Rate:
    answered = [each for each in follow_ups if each.months == months and each.change is not None]
    return Rate(count=sum(each.change in (Change.yes, Change.partly) for each in answered), of=len(answered))
