"""What the rules say of a count, with no database: findings about a standing, and the standing after a change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from citypeers.domain.members.rules.schemas import (
    Bounds,
    Change,
    CountryStanding,
    Filled,
    Finding,
    Joining,
    Ruling,
    Seating,
    Standing,
)
from citypeers.domain.members.seats.models import SeatKind


@dataclass(frozen=True)
class Counted:
    """What there is: partner countries with the day each began, and per country and kind the seats and the people."""

    partners: Mapping[str, date]
    host: str | None = None
    seats: Mapping[tuple[str, SeatKind], int] = field(default_factory=dict)
    people: Mapping[tuple[str, SeatKind], int] = field(default_factory=dict)

    def countries(self, bounds: Bounds) -> int:
        """How many countries the upper bound counts."""
        hosting = bounds.host_counts and self.host is not None and self.host not in self.partners
        return len(self.partners) + int(hosting)

    def standing(self, bounds: Bounds) -> Standing:
        """The same as the contract says it."""
        known = self.partners.keys() | {country for country, _ in self.seats}
        return Standing(
            partner_countries=self.countries(bounds),
            countries=[
                CountryStanding(country=country, **{str(kind): self._filled(country, kind) for kind in SeatKind})
                for country in sorted(known)
            ],
        )

    def _filled(self, country: str, kind: SeatKind) -> Filled:
        return Filled(seats=self.seats.get((country, kind), 0), confirmed=self.people.get((country, kind), 0))


def after(counted: Counted, bounds: Bounds, change: Change, day: date) -> tuple[Counted, Bounds]:
    """The count and the rules once a change has happened."""
    if isinstance(change, Ruling):
        return counted, change.bounds
    if isinstance(change, Joining):
        partners = {country: began for country, began in counted.partners.items() if country != change.country}
        if change.change == "join":
            partners[change.country] = counted.partners.get(change.country, day)
            return replace(counted, partners=partners), bounds
        stays = {place: number for place, number in counted.seats.items() if place[0] != change.country}
        people = {place: number for place, number in counted.people.items() if place[0] != change.country}
        return replace(counted, partners=partners, seats=stays, people=people), bounds
    return _seated(counted, change), bounds


def _seated(counted: Counted, change: Seating) -> Counted:
    place = (change.country, change.kind)
    step = change.number if change.change in ("open_seat", "confirm") else -change.number
    if change.change in ("open_seat", "close_seat"):
        return replace(counted, seats={**counted.seats, place: max(0, counted.seats.get(place, 0) + step)})
    people = max(0, counted.people.get(place, 0) + step)
    seats = max(counted.seats.get(place, 0), people)  # whoever is confirmed has a seat
    return replace(counted, people={**counted.people, place: people}, seats={**counted.seats, place: seats})


def refusals(bounds: Bounds, before: Counted, wanted: Counted) -> Iterator[Finding]:
    """Upper bounds that the change would pass. What is beyond them already may stay or shrink, not grow."""
    limit, there, asked = bounds.countries.at_most, before.countries(bounds), wanted.countries(bounds)
    if limit is not None and asked > max(limit, there):
        yield Finding(rule="countries", country=None, limit=limit, current=there, wanted=asked, fits=max(0, limit - there))
    for place in sorted(wanted.seats.keys() | wanted.people.keys()):
        country, kind = place
        most = bounds.seats(kind).at_most
        for now, then in ((before.seats, wanted.seats), (before.people, wanted.people)):
            has, shall = now.get(place, 0), then.get(place, 0)
            if most is not None and shall > max(most, has):
                rule = "national" if kind is SeatKind.national else "municipal"
                yield Finding(rule=rule, country=country, limit=most, current=has, wanted=shall, fits=max(0, most - has))
                break


def warnings(bounds: Bounds, counted: Counted, in_force: date, day: date) -> Iterator[Finding]:
    """Lower bounds that are not reached, each with the day until which they should be."""
    days = timedelta(days=bounds.complete_within_days)
    there, least = counted.countries(bounds), bounds.countries.at_least
    if there < least:
        yield Finding(
            rule="countries", country=None, limit=least, current=there, wanted=least, fits=least - there, deadline=in_force + days
        )
    for country, began in sorted(counted.partners.items()):
        for kind in SeatKind:
            least, there = bounds.seats(kind).at_least, counted.people.get((country, kind), 0)
            if there < least:
                rule = "national" if kind is SeatKind.national else "municipal"
                until = max(in_force, began) + days
                yield Finding(
                    rule=rule, country=country, limit=least, current=there, wanted=least, fits=least - there, deadline=until
                )
