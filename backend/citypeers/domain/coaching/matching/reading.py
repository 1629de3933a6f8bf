"""Requests as matching reads them: written ones, and one that is still being thought of."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.domain.coaching.matching import office
from citypeers.domain.coaching.matching.hours import Hours
from citypeers.domain.coaching.matching.schemas import MatchPreview
from citypeers.domain.coaching.matching.wanted import Wanted
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitationState
from citypeers.domain.organisations.models import Organisation

USUAL_WINDOW = timedelta(days=90)
"""How long a request is taken to have where it does not say."""
ASKED_ALREADY = frozenset({InvitationState.invited, InvitationState.accepted, InvitationState.reserve})


def wanted(session: Session, rows: Sequence[CoachingRequest]) -> dict[str, Wanted]:
    """Some requests, by their ids."""
    ids, bodies = [row.id for row in rows], {row.organisation_id for row in rows}
    found = session.scalars(select(Organisation).where(col(Organisation.id).in_(bodies)))
    organisations = {each.id: each for each in found}
    hours = office.hours_of(session, sorted(bodies))
    declined, invited = defaultdict(set), defaultdict(set)
    asked = select(col(CoachingInvitation.request_id), col(CoachingInvitation.organisation_id), col(CoachingInvitation.state))
    for request_id, organisation_id, state in session.execute(asked.where(col(CoachingInvitation.request_id).in_(ids))):
        if state in ASKED_ALREADY:
            invited[request_id].add(organisation_id)
        if state is InvitationState.declined:
            declined[request_id].add(organisation_id)
    return {
        row.id: _wanted(
            organisations[row.organisation_id],
            hours.get(row.organisation_id),
            _window(row.window_from, row.window_to),
            row,
            frozenset(declined[row.id]),
            frozenset(invited[row.id]),
        )
        for row in rows
    }


def preview(session: Session, organisation: Organisation, asked: MatchPreview) -> Wanted:
    """A request that nobody has written down yet."""
    hours = office.hours_of(session, [organisation.id]).get(organisation.id)
    return _wanted(organisation, hours, _window(asked.window_from, asked.window_to), asked, frozenset(), frozenset())


def _wanted(
    organisation: Organisation,
    hours: Hours | None,
    window: tuple[date, date],
    asked: CoachingRequest | MatchPreview,
    declined: frozenset[str],
    invited: frozenset[str],
) -> Wanted:
    return Wanted(
        organisation_id=organisation.id,
        today=clock.now().date(),
        start=window[0],
        end=window[1],
        topics=tuple(dict.fromkeys(asked.topics)),
        languages=tuple(dict.fromkeys(asked.languages)),
        format=asked.format.value if asked.format else None,
        interpreting=asked.interpretation,
        hours=hours,
        country=organisation.country,
        population=organisation.population,
        declined=declined,
        invited=invited,
    )


def _window(first: date | str | None, last: date | str | None) -> tuple[date, date]:
    """The first and the last day on which it could be; what is not said is from today on, and three months."""
    start = _day(first) or min(clock.now().date(), _day(last) or date.max)
    return start, _day(last) or start + USUAL_WINDOW


def _day(said: date | str | None) -> date | None:
    return date.fromisoformat(said) if isinstance(said, str) else said
