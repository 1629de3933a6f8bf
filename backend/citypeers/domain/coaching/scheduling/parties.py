"""The cities that take part in a coaching, and what each carries of its sessions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden
from citypeers.domain.coaching.models import CoachingInvitation, CoachingRequest, InvitedState, Offer
from citypeers.domain.coaching.requests import policy, settling
from citypeers.domain.coaching.scheduling import hours
from citypeers.domain.coaching.scheduling.hours import Office
from citypeers.domain.coaching.scheduling.models import CoachingSession, SessionState
from citypeers.domain.coaching.scheduling.slots import Away, Party
from citypeers.domain.organisations.models import Organisation

COUNTED = (SessionState.planned, SessionState.held)
"""Sessions that burden somebody."""


class ZoneNotKnown(Conflict):
    """Nobody has said in which of its country's zones a city lies."""

    name = "zone-not-known"


@dataclass(frozen=True)
class Taking:
    """A city that takes part."""

    office: Office
    away: Sequence[Away]
    carried: int

    @property
    def organisation(self) -> Organisation:
        return self.office.organisation


def readable(session: Session, who: Principal, id: str) -> tuple[CoachingRequest, set[str]]:
    """A request for its sides and the staff, and the organisations among its parties for which the reader speaks."""
    row = policy.requests.find(session, who, col(CoachingRequest.id) == id)
    sides = policy.Sides(session, who, [row])
    if not sides.takes_part(row):
        raise Forbidden
    return row, sides.mine & settling.sides(session, row).keys()


def of(session: Session, row: CoachingRequest, but: str | None = None) -> list[Taking]:
    """Who takes part, with what each carries of the sessions until now; one session, to be moved, is left aside."""
    ids = list(settling.sides(session, row))
    offices, away, carried = hours.of(session, ids), _away(session, row), _carried(session, row, but)
    return [Taking(offices[id], away.get(id, ()), carried.get(id, 0)) for id in ids]


def unknown(parties: Iterable[Taking]) -> list[Taking]:
    """Those of whom nobody knows the zone."""
    return [each for each in parties if each.office.zone is None]


def placed(parties: Sequence[Taking]) -> list[Party]:
    """The parties as the slot finder takes them; refused where a zone is missing."""
    missing = unknown(parties)
    if missing:
        raise ZoneNotKnown(who=", ".join(each.organisation.name for each in missing))
    return [
        Party(each.organisation.slug, each.office.zone, each.organisation.country, each.office.hours, each.away, each.carried)
        for each in parties
        if each.office.zone is not None
    ]


def _away(session: Session, row: CoachingRequest) -> dict[str, list[Away]]:
    """The days on which the coaches are not there, as their offers say."""
    offers = (
        select(col(CoachingInvitation.organisation_id), col(Offer.blackouts))
        .join(Offer, col(Offer.id) == col(CoachingInvitation.offer_id))
        .where(col(CoachingInvitation.request_id) == row.id, col(CoachingInvitation.state) == InvitedState.accepted)
    )
    return {found[0]: [_stretch(each) for each in found[1]] for found in session.execute(offers)}


def _stretch(each: dict[str, Any]) -> Away:
    return Away(date.fromisoformat(each["first"]), date.fromisoformat(each["last"]))


def _carried(session: Session, row: CoachingRequest, but: str | None) -> dict[str, int]:
    """Minutes outside office hours until now, by organisation."""
    sessions = select(CoachingSession).where(col(CoachingSession.request_id) == row.id, col(CoachingSession.state).in_(COUNTED))
    total: dict[str, int] = {}
    for each in session.scalars(sessions):
        if each.id != but:
            for organisation, minutes in each.outside.items():
                total[organisation] = total.get(organisation, 0) + minutes
    return total
