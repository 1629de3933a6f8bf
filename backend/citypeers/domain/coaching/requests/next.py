"""What comes next of a request: who does what, until when."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState, RequestState
from citypeers.domain.coaching.requests.policy import Sides
from citypeers.domain.coaching.requests.schemas import Duty
from citypeers.domain.coaching.requests.states import NUDGED_AFTER, REPORTED_WITHIN, free_to_invite
from citypeers.domain.coaching.requests.states import CoachingActor as Actor
from citypeers.domain.organisations.schemas import OrganisationLink

Links = Mapping[str, OrganisationLink]


class _Next(NamedTuple):
    """A duty, before names are put to it."""

    who: Actor
    organisation_id: str | None
    what: str
    until: datetime | None
    number: int | None = None


def duties(row: CoachingRequest, sides: Sides, links: Links, reported: frozenset[str]) -> list[Duty]:
    """Everything that waits for somebody whom the reader may know of; ``reported`` are the organisations whose report is in."""
    known = {None, row.organisation_id, *(each.organisation_id for each in sides.seen(row))}
    return [
        Duty(
            who=each.who,
            organisation=links.get(each.organisation_id) if each.organisation_id else None,
            what=each.what,
            until=each.until,
            is_yours=each.organisation_id in sides.mine if each.organisation_id else sides.is_staff,
            number=each.number,
        )
        for each in _duties(row, sides.invitations[row.id], reported)
        if each.organisation_id in known
    ]


def _duties(row: CoachingRequest, invitations: list[CoachingInvitation], reported: frozenset[str]) -> Iterator[_Next]:
    coaches = [each.organisation_id for each in invitations if each.state is InvitedState.accepted]
    asked = [each for each in invitations if each.state is InvitedState.invited]
    sides = [(Actor.requester, row.organisation_id), *((Actor.coach, id) for id in coaches)]
    if row.state is RequestState.on_hold:
        until = datetime.fromisoformat(row.held_until).replace(tzinfo=UTC) if row.held_until else None
        yield _Next(Actor.requester, row.organisation_id, "wait", until)
        return
    for each in asked:
        yield _Next(Actor.invited, each.organisation_id, "answer", each.answer_by, each.reminders)
    if row.state is RequestState.draft:
        yield _Next(Actor.requester, row.organisation_id, "submit", None)
    if row.state in (RequestState.open, RequestState.proposed):
        more = free_to_invite(row.places, [each.state for each in invitations])
        yield _Next(Actor.requester, row.organisation_id, "invite", row.answer_by if not asked else None, more)
        yield _Next(Actor.staff, None, "step_in", max((each.answer_by for each in asked), default=row.answer_by))
    steps = {RequestState.accepted: "find_time", RequestState.scheduled: "meet", RequestState.in_progress: "go_on"}
    if row.state in steps:
        for actor, id in sides:
            yield _Next(actor, id, steps[row.state], row.stepped_at + NUDGED_AFTER)
    if row.state is RequestState.reporting:
        until = row.reporting_since + REPORTED_WITHIN if row.reporting_since else None
        for actor, id in sides:
            if id not in reported:
                yield _Next(actor, id, "report", until)
