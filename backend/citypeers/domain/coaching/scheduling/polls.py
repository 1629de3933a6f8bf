"""Times that parties propose, and what each says to them: yes, if need be, no."""

import uuid
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import Session, SQLModel, col

from citypeers.core import audit, clock
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid
from citypeers.core.rows import put
from citypeers.domain.coaching.models import REQUEST, CoachingRequest
from citypeers.domain.coaching.requests import settling
from citypeers.domain.coaching.scheduling import parties
from citypeers.domain.coaching.scheduling.models import Availability, SessionAnswer, SessionSlot
from citypeers.domain.coaching.scheduling.schemas import SlotAnswers
from citypeers.domain.organisations.models import Organisation

POSSIBLE = frozenset({Availability.yes, Availability.if_need_be})
FARTHEST = timedelta(days=730)
EVEN = timedelta(minutes=15)
MOST_SLOTS = 500
"""Times to come that are proposed for one coaching at once."""
Said = Mapping[str, Availability]
"""What each organisation says, by its id."""


class SlotNotAgreed(Conflict):
    """Not every party can at that time."""

    name = "slot-not-agreed"


class SlotPast(Conflict):
    name = "slot-past"


def key(request_id: str, starts_at: datetime, minutes: int) -> str:
    """The id of a time: whoever proposes the same one proposes the same slot."""
    return uuid.uuid5(uuid.UUID(request_id), f"{starts_at.astimezone(UTC).isoformat()}/{minutes}").hex


def answer(session: Session, who: Principal, id: str, given: SlotAnswers) -> CoachingRequest:
    """Say for one's own city to some times whether it can; those that nobody has proposed are proposed by that."""
    row, mine = parties.readable(session, who, id)
    organisation_id = _speaking(session, mine, given.organisation)
    _check(given)
    slots = {key(row.id, each.starts_at, given.minutes): each for each in given.answers}
    known = set(session.scalars(select(col(SessionSlot.id)).where(col(SessionSlot.id).in_(slots))))
    new = slots.keys() - known
    coming = select(func.count()).where(col(SessionSlot.request_id) == row.id, col(SessionSlot.starts_at) > clock.now())
    if new and session.execute(coming).scalar_one() + len(new) > MOST_SLOTS:
        raise Invalid([("/answers", "too_many_slots")])
    now = clock.now()
    _put(
        session,
        [
            SessionSlot(
                id=slot,
                request_id=row.id,
                starts_at=slots[slot].starts_at,
                minutes=given.minutes,
                proposed_by=organisation_id,
                proposed_at=now,
            )
            for slot in slots
            if slot in new
        ],
    )
    _put(
        session,
        [
            SessionAnswer(slot_id=slot, organisation_id=organisation_id, answer=each.answer, answered_at=now)
            for slot, each in slots.items()
        ],
    )
    said = {"organisation": (None, organisation_id), "times": (None, len(slots))}
    audit.record(session, who, "coaching_request.times_answered", REQUEST, row.id, said)
    return row


def said(session: Session, slots: Iterable[str]) -> dict[str, dict[str, Availability]]:
    """What is said to some slots, by slot and organisation."""
    found: dict[str, dict[str, Availability]] = {}
    for each in session.scalars(select(SessionAnswer).where(col(SessionAnswer.slot_id).in_(list(slots)))):
        found.setdefault(each.slot_id, {})[each.organisation_id] = each.answer
    return found


def missing(said: Said, bodies: Collection[str]) -> list[str]:
    """The parties that have not said that they can."""
    return [id for id in bodies if said.get(id) not in POSSIBLE]


def is_agreed(said: Said, bodies: Collection[str]) -> bool:
    """Whether every party can; nobody agrees alone."""
    return len(bodies) > 1 and not missing(said, bodies)


def agreed(session: Session, row: CoachingRequest, slot_id: str | None, pointer: str = "/slot") -> SessionSlot:
    """A time that every party can at and that is still to come; refused if it is not, at the pointer where it was named."""
    slot = session.get(SessionSlot, slot_id) if slot_id is not None else None
    if slot is None or slot.request_id != row.id:
        raise Invalid([(pointer, "missing" if slot_id is None else "no_such_slot")])
    if slot.starts_at <= clock.now():
        raise SlotPast
    bodies = settling.sides(session, row)
    lacking = missing(said(session, [slot.id]).get(slot.id, {}), bodies)
    if lacking or len(bodies) < 2:
        names = session.scalars(
            select(col(Organisation.name)).where(col(Organisation.id).in_(lacking)).order_by(col(Organisation.name))
        )
        raise SlotNotAgreed(who=", ".join(names))
    return slot


def _speaking(session: Session, mine: Collection[str], slug: str | None) -> str:
    """The party for which somebody answers."""
    if not mine:
        raise Forbidden
    named = select(col(Organisation.id)).where(col(Organisation.id).in_(mine))
    found = session.scalars(named.where(col(Organisation.slug) == slug) if slug is not None else named).all()
    if len(found) != 1:
        raise Invalid([("/organisation", "not_a_party")])
    return found[0]


def _check(given: SlotAnswers) -> None:
    now = clock.now()
    seconds = EVEN.total_seconds()
    for place, each in enumerate(given.answers):
        wrong = {
            "slot_past": each.starts_at <= now,
            "slot_too_far": each.starts_at > now + FARTHEST,
            "slot_uneven": each.starts_at.timestamp() % seconds != 0,
        }
        codes = [(f"/answers/{place}/starts_at", code) for code, is_so in wrong.items() if is_so]
        if codes:
            raise Invalid(codes)


def _put(session: Session, rows: list[SQLModel]) -> None:
    if rows:
        session.flush()
        put(session, rows[0].__table__, [row.model_dump() for row in rows])  # type: ignore[attr-defined]  # of a table
