"""Requests as matching reads them: written ones, and one that is still being thought of."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.domain.coaching.matching import bodies
from citypeers.domain.coaching.matching.bodies import Body
from citypeers.domain.coaching.matching.schemas import MatchPreview
from citypeers.domain.coaching.matching.wanted import Wanted
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState
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
    known = bodies.of(session, {row.organisation_id for row in rows})
    return {
        row.id: _wanted(
            known[row.organisation_id],
            _window(row.window_from, row.window_to),
            row,
            frozenset(id for id, state in asked[row.id] if state is InvitedState.declined),
            frozenset(id for id, state in asked[row.id] if state in ASKED_ALREADY),
        )
        for row in rows
    }


def preview(session: Session, organisation: Organisation, asked: MatchPreview) -> Wanted:
    """A request that nobody has written down yet."""
    known = bodies.of(session, [organisation.id])[organisation.id]
    return _wanted(known, _window(asked.window_from, asked.window_to), asked, frozenset(), frozenset())


def _wanted(
    body: Body,
    window: tuple[date, date],
    asked: CoachingRequest | MatchPreview,
    declined: frozenset[str],
    invited: frozenset[str],
) -> Wanted:
    return Wanted(
        organisation_id=body.id,
        today=clock.now().date(),
        start=window[0],
        end=window[1],
        topics=tuple(dict.fromkeys(asked.topics)),
        languages=tuple(dict.fromkeys(asked.languages)),
        format=asked.format.value if asked.format else None,
        interpreting=asked.interpretation,
        hours=body.hours,
        country=body.country,
        population=body.population,
        place=body.place,
        declined=declined,
        invited=invited,
    )


def _window(first: date | str | None, last: date | str | None) -> tuple[date, date]:
    """The first and the last day on which it could be; what is not said is from today on, and three months."""
    start = _day(first) or min(clock.now().date(), _day(last) or date.max)
    return start, _day(last) or start + USUAL_WINDOW


def _day(said: date | str | None) -> date | None:
    return date.fromisoformat(said) if isinstance(said, str) else said
