"""Requests as matching reads them: written ones, and one that is still being thought of."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.domain.coaching.matching.office import hours_of
from citypeers.domain.coaching.matching.schemas import MatchPreview
from citypeers.domain.coaching.matching.wanted import Wanted, place_of
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState
from citypeers.domain.coaching.scheduling import hours as offices
from citypeers.domain.organisations.models import Organisation

USUAL_WINDOW = timedelta(days=90)
"""How long a request is taken to have where it does not say."""
ASKED_ALREADY = frozenset({InvitedState.invited, InvitedState.accepted, InvitedState.reserve})


Asked = Mapping[str, Sequence[tuple[str, InvitedState]]]
"""By request who was invited, and what became of that."""


def asked(session: Session, ids: Sequence[str]) -> Asked:
    """The invitations of some requests."""
    found: dict[str, list[tuple[str, InvitedState]]] = {id: [] for id in ids}
    columns = (col(CoachingInvitation.request_id), col(CoachingInvitation.organisation_id), col(CoachingInvitation.state))
    for row in session.execute(select(*columns).where(columns[0].in_(ids))):
        found[row[0]].append((row[1], row[2]))
    return found


def wanted(session: Session, rows: Sequence[CoachingRequest], asked: Asked) -> dict[str, Wanted]:
    """Some requests, by their ids."""
    bodies = {row.organisation_id for row in rows}
    known = offices.of(session, bodies)
    return {
        row.id: _wanted(
            known[row.organisation_id],
            _window(row.window_from, row.window_to),
            row,
            frozenset(body for body, state in asked[row.id] if state is InvitedState.declined),
            frozenset(body for body, state in asked[row.id] if state in ASKED_ALREADY),
        )
        for row in rows
    }


def preview(session: Session, organisation: Organisation, asked: MatchPreview) -> Wanted:
    """A request that nobody has written down yet."""
    known = offices.of(session, [organisation.id])[organisation.id]
    return _wanted(known, _window(asked.window_from, asked.window_to), asked, frozenset(), frozenset())


def _wanted(
    office: offices.Office,
    window: tuple[date, date],
    asked: CoachingRequest | MatchPreview,
    declined: frozenset[str],
    invited: frozenset[str],
) -> Wanted:
    organisation = office.organisation
    return Wanted(
        organisation_id=organisation.id,
        today=clock.now().date(),
        start=window[0],
        end=window[1],
        topics=tuple(dict.fromkeys(asked.topics)),
        languages=tuple(dict.fromkeys(asked.languages)),
        format=asked.format.value if asked.format else None,
        interpreting=asked.interpretation,
        hours=hours_of(office),
        country=organisation.country,
        population=organisation.population,
        place=place_of(organisation.latitude, organisation.longitude),
        declined=declined,
        invited=invited,
    )


def _window(first: date | str | None, last: date | str | None) -> tuple[date, date]:
    """The first and the last day on which it could be; what is not said is from today on, and three months."""
    start = _day(first) or min(clock.now().date(), _day(last) or date.max)
    return start, _day(last) or start + USUAL_WINDOW


def _day(said: date | str | None) -> date | None:
    return date.fromisoformat(said) if isinstance(said, str) else said
