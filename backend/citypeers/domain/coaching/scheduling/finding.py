"""Reads of times: when the parties can meet, what they say to it, and series that take turns."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.principal import Principal
from citypeers.domain.coaching.models import CoachingRequest
from citypeers.domain.coaching.scheduling import closures, hours, parties, polls, series, slots, zones
from citypeers.domain.coaching.scheduling.models import SessionSlot, SessionWay
from citypeers.domain.coaching.scheduling.parties import Taking
from citypeers.domain.coaching.scheduling.polls import Said
from citypeers.domain.coaching.scheduling.schemas import (
    AnswerOut,
    ClockChangeOut,
    OfficeClosed,
    SeriesQuery,
    SeriesTurn,
    SessionAgain,
    SessionSeries,
    SessionSlots,
    SlotDay,
    SlotOut,
    SlotParty,
    SlotQuery,
    SlotSeen,
)
from citypeers.domain.coaching.scheduling.slots import Closed, Party, Seen, Slot
from citypeers.domain.coaching.scheduling.zones import Meant


class _Poll:
    """What was proposed for a request and is yet to come, with what is said to it."""

    def __init__(self, session: Session, row: CoachingRequest, taking: Sequence[Taking]) -> None:
        coming = select(SessionSlot).where(col(SessionSlot.request_id) == row.id, col(SessionSlot.starts_at) > clock.now())
        self.row = row
        self.slots = list(session.scalars(coming.order_by(col(SessionSlot.starts_at), col(SessionSlot.minutes))))
        self.said = polls.said(session, [slot.id for slot in self.slots])
        self.slugs = {each.organisation.id: each.organisation.slug for each in taking}

    def out(self, slot: Slot) -> SlotOut:
        """A slot as it is shown."""
        key = polls.key(self.row.id, slot.starts_at, slot.minutes)
        said: Said = self.said.get(key, {})
        return SlotOut(
            id=key if key in self.said else None,
            starts_at=slot.starts_at,
            minutes=slot.minutes,
            rank=slot.rank or None,
            outside=slot.outside,
            spread=slot.spread,
            seen=[_seen(each) for each in slot.seen],
            answers=[AnswerOut(organisation=self.slugs[id], answer=said[id]) for id in self.slugs if id in said],
            agreed=polls.is_agreed(said, self.slugs),
        )


def find(session: Session, who: Principal, id: str, asked: SlotQuery, ways: Sequence[SessionWay]) -> SessionSlots:
    """When the parties can meet, and what they say to it."""
    row, mine = parties.readable(session, who, id)
    taking = parties.of(session, row)
    poll = _Poll(session, row, taking)
    unknown = [each.organisation.slug for each in parties.unknown(taking)]
    first = asked.first or _today(taking) + timedelta(days=1)
    last = first + timedelta(days=asked.days - 1)
    placed = [] if unknown else parties.placed(taking)
    found = slots.find(placed, first, last, asked.minutes, clock.now()) if placed else []
    return SessionSlots(
        parties=_parties(taking, mine, first),
        zone_missing=unknown,
        ways=list(ways),
        minutes=asked.minutes,
        days=[
            SlotDay(
                day=each.day,
                slots=[poll.out(slot) for slot in each.slots],
                closed=[closed(one) for one in each.closed],
                changes=[ClockChangeOut(organisation=slug, at=change.at, minutes=change.minutes) for slug, change in each.changes],
            )
            for each in found
        ],
        proposed=[poll.out(_proposed(placed, slot)) for slot in poll.slots],
    )


def turns(session: Session, who: Principal, id: str, asked: SeriesQuery) -> SessionSeries:
    """A series of sessions in which the parties take turns at sitting outside their office hours."""
    row, mine = parties.readable(session, who, id)
    taking = parties.of(session, row)
    poll = _Poll(session, row, taking)
    unknown = [each.organisation.slug for each in parties.unknown(taking)]
    placed = [] if unknown else parties.placed(taking)
    found = series.balanced(placed, asked.first, asked.sessions, asked.weeks, asked.minutes, clock.now()) if placed else []
    first = next((turn.slot for turn in found if turn.slot is not None), None)
    weekly = series.again(first.starts_at, placed[0].zone, asked.sessions, asked.weeks) if first is not None else []
    return SessionSeries(
        parties=_parties(taking, mine, asked.first),
        zone_missing=unknown,
        sessions=[
            SeriesTurn(day=turn.day, slot=poll.out(turn.slot) if turn.slot else None, closed=[closed(each) for each in turn.closed])
            for turn in found
        ],
        weekly=[_again(poll, placed, each, asked.minutes) for each in weekly],
    )


def _again(poll: _Poll, placed: Sequence[Party], meant: Meant, minutes: int) -> SessionAgain:
    """A session at the hour on the wall of the first one, which nobody has looked whether it suits."""
    slot = _proposed(placed, SessionSlot(request_id="", proposed_by="", starts_at=meant.instant, minutes=minutes))
    found = [slots.closed_on(party, meant.instant.astimezone(ZoneInfo(party.zone)).date()) for party in placed]
    return SessionAgain(
        starts_at=meant.instant, wall=meant.kind, slot=poll.out(slot), closed=[closed(each) for each in found if each is not None]
    )


def seen(taking: Iterable[Taking], starts_at: datetime, minutes: int, outside: Mapping[str, int]) -> list[SlotSeen]:
    """A time on the clock of each party, with minutes outside office hours as they were counted, by organisation."""
    found = []
    for each in taking:
        if each.office.zone is not None:
            placed = Party(each.organisation.slug, each.office.zone, each.organisation.country, each.office.hours)
            (told,) = _proposed([placed], SessionSlot(request_id="", proposed_by="", starts_at=starts_at, minutes=minutes)).seen
            found.append(_seen(told).model_copy(update={"outside": outside.get(each.organisation.id, told.outside)}))
    return found


def closed(each: Closed) -> OfficeClosed:
    return OfficeClosed(
        organisation=each.organisation,
        day=each.day,
        why=each.why,
        name=dict(each.name) if each.name else None,
        country=each.country,
    )


def _proposed(placed: Sequence[Party], slot: SessionSlot) -> Slot:
    """A time that somebody has proposed, on every clock, whenever it is; it has no rank."""
    ends_at = slot.starts_at + timedelta(minutes=slot.minutes)
    outside = slots.weigh(placed, slot.starts_at, slot.minutes)
    whole = [
        Seen(
            organisation=party.organisation,
            starts=slot.starts_at.astimezone(ZoneInfo(party.zone)),
            ends=ends_at.astimezone(ZoneInfo(party.zone)),
            outside=outside[party.organisation],
            early=0,
            late=0,
        )
        for party in placed
    ]
    burdens = [party.carried + outside[party.organisation] for party in placed] or [0]
    return Slot(slot.starts_at, slot.minutes, whole, sum(outside.values()), max(burdens) - min(burdens))


def _seen(each: Seen) -> SlotSeen:
    return SlotSeen(
        organisation=each.organisation,
        day=each.starts.date(),
        start=f"{each.starts:%H:%M}",
        end=f"{each.ends:%H:%M}",
        offset=zones.offset_minutes(each.starts, str(each.starts.tzinfo)),
        outside=each.outside,
        early=each.early,
        late=each.late,
    )


def _parties(taking: Iterable[Taking], mine: set[str], day: date) -> list[SlotParty]:
    return [
        SlotParty(
            hours=hours.out(each.office),
            carried=each.carried,
            holidays_known=closures.is_known(each.organisation.country, day.year),
            mine=each.organisation.id in mine,
        )
        for each in taking
    ]


def _today(taking: Sequence[Taking]) -> date:
    """The day that it is where the coaching was asked for."""
    zone = taking[0].office.zone
    return clock.now().astimezone(ZoneInfo(zone)).date() if zone else clock.now().date()
