"""The slot finder: both clocks, both offices, holidays by name, and whose turn it is."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from citypeers.domain.coaching.scheduling import closures, series, slots, zones
from citypeers.domain.coaching.scheduling.slots import Away, ClosedFor, Day, Party, Range, Slot
from citypeers.domain.coaching.scheduling.zones import WallTime

ZONES = {
    "fortaleza": ("America/Fortaleza", "BR", -3.72, -38.54),
    "guadalajara": ("America/Mexico_City", "MX", 20.67, -103.35),
    "berlin": ("Europe/Berlin", "DE", 52.52, 13.40),
    "bhubaneswar": ("Asia/Kolkata", "IN", 20.27, 85.84),
    "lima": ("America/Lima", "PE", -12.04, -77.03),
}
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def hours(start: int = 9, end: int = 17, days: range = range(1, 6)) -> list[Range]:
    return [Range(day, start * 60, end * 60) for day in days]


def party(name: str, carried: int = 0, start: int = 9, end: int = 17, away: tuple[Away, ...] = ()) -> Party:
    zone, country, *_ = ZONES[name]
    return Party(name, zone, country, hours(start, end), away, carried)


def on(parties: list[Party], day: date, minutes: int = 60) -> Day:
    return slots.find(parties, day, day, minutes, LONG_AGO)[0]


def best(day: Day) -> Slot:
    return min(day.slots, key=lambda slot: slot.rank)


def local(slot: Slot) -> dict[str, str]:
    return {seen.organisation: f"{seen.starts:%H:%M}" for seen in slot.seen}


@pytest.mark.parametrize("name", ZONES)
def test_a_place_says_its_zone(name: str) -> None:
    zone, country, latitude, longitude = ZONES[name]
    assert zones.of_place(country, latitude, longitude, LONG_AGO) == zone


def test_a_country_says_the_zone_only_where_all_its_clocks_agree() -> None:
    assert zones.of_place("IN", None, None, LONG_AGO) == "Asia/Kolkata"
    assert zones.of_place("DE", None, None, datetime(2026, 1, 1, tzinfo=UTC)) == "Europe/Berlin"
    assert zones.of_place("BR", None, None, LONG_AGO) is None
    assert zones.of_place("MX", None, None, LONG_AGO) is None
    assert zones.of_place(None, None, None, LONG_AGO) is None
    assert zones.of_place("BR", 52.52, 13.40, LONG_AGO) is None, "a point in another country says nothing"


def test_an_hour_that_is_skipped_or_shown_twice_is_named() -> None:
    skipped = zones.meant(datetime(2026, 3, 29, 2, 30), "Europe/Berlin")
    twice = zones.meant(datetime(2026, 10, 25, 2, 30), "Europe/Berlin")
    assert (skipped.kind, skipped.instant) == (WallTime.skipped, datetime(2026, 3, 29, 1, 30, tzinfo=UTC))
    assert (twice.kind, twice.instant) == (WallTime.twice, datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert zones.meant(datetime(2026, 10, 25, 4, 30), "Europe/Berlin").kind is WallTime.once


@pytest.mark.parametrize(
    ("day", "minutes", "at"),
    [
        (date(2026, 3, 29), 60, datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (date(2026, 10, 25), -60, datetime(2026, 10, 25, 1, tzinfo=UTC)),
    ],
)
def test_a_change_of_clocks_is_named_with_its_day(day: date, minutes: int, at: datetime) -> None:
    assert zones.changes("Europe/Berlin", day - timedelta(days=3), day + timedelta(days=3)) == [zones.ClockChange(at, minutes)]
    assert zones.changes("America/Fortaleza", date(2026, 1, 1), date(2026, 12, 31)) == []
    found = slots.find([party("fortaleza"), party("berlin")], day, day, 60, LONG_AGO)[0]
    assert [(organisation, change.minutes) for organisation, change in found.changes] == [("berlin", minutes)]


def test_the_shared_hours_move_with_the_clocks_of_berlin() -> None:
    pair = [party("fortaleza"), party("berlin")]
    in_winter, in_summer = on(pair, date(2026, 10, 26)), on(pair, date(2026, 10, 23))
    at_work = [local(slot) for slot in in_winter.slots if not slot.outside]
    assert at_work[0] == {"fortaleza": "09:00", "berlin": "13:00"}
    assert next(local(slot) for slot in in_summer.slots if not slot.outside) == {"fortaleza": "09:00", "berlin": "14:00"}


def test_who_sits_outside_is_told_in_minutes_before_and_after() -> None:
    day = on([party("bhubaneswar", start=10), party("fortaleza", start=8)], date(2026, 4, 7))
    late = next(slot for slot in day.slots if local(slot)["bhubaneswar"] == "16:30")
    assert local(late) == {"bhubaneswar": "16:30", "fortaleza": "08:00"}
    assert [(seen.outside, seen.early, seen.late) for seen in late.seen] == [(30, 0, 30), (0, 0, 0)]
    early = next(slot for slot in day.slots if local(slot)["bhubaneswar"] == "16:00")
    assert [(seen.outside, seen.early, seen.late) for seen in early.seen] == [(0, 0, 0), (30, 30, 0)]


def test_the_one_who_sat_outside_less_has_the_turn() -> None:
    for carried, expected in (((0, 60), "16:30"), ((60, 0), "16:00")):
        pair = [party("bhubaneswar", carried[0], start=10), party("fortaleza", carried[1], start=8)]
        assert local(best(on(pair, date(2026, 4, 7))))["bhubaneswar"] == expected


def test_a_holiday_is_named_with_its_day_and_its_country() -> None:
    day = on([party("bhubaneswar"), party("fortaleza")], date(2026, 4, 3))
    assert not day.slots
    assert {(each.organisation, each.day, each.country) for each in day.closed} == {
        ("bhubaneswar", date(2026, 4, 3), "IN"),
        ("fortaleza", date(2026, 4, 3), "BR"),
    }
    assert {each.name["pt"] for each in day.closed if each.name and each.country == "BR"} == {"Sexta-feira Santa"}
    assert all(each.name and each.name["en"] == "Good Friday" for each in day.closed)


def test_a_country_without_a_calendar_says_so() -> None:
    assert closures.holiday("XX", date(2026, 12, 25)) is None
    assert not closures.is_known("XX", 2026)
    assert closures.is_known("PE", 2026)


def test_who_is_away_and_who_is_off_is_told() -> None:
    away = party("lima", away=(Away(date(2026, 5, 11), date(2026, 5, 12)),))
    found = slots.find([away, party("guadalajara")], date(2026, 5, 10), date(2026, 5, 13), 60, LONG_AGO)
    assert [sorted({each.why for each in day.closed}) for day in found] == [
        [ClosedFor.day_off],
        [ClosedFor.away],
        [ClosedFor.away],
        [],
    ]
    assert [bool(day.slots) for day in found] == [False, False, False, True]


def test_a_weekly_hour_stays_on_the_wall_when_the_clocks_change() -> None:
    for first, shift in ((datetime(2026, 3, 22, 13, tzinfo=UTC), -1), (datetime(2026, 10, 18, 12, tzinfo=UTC), 1)):
        before, after = series.again(first, "Europe/Berlin", 2, 1)
        assert series.wall_of(after.instant, "Europe/Berlin") == series.wall_of(before.instant, "Europe/Berlin") + timedelta(days=7)
        assert after.instant - before.instant == timedelta(days=7, hours=shift)
    assert [each.kind for each in series.again(datetime(2026, 3, 22, 1, 30, tzinfo=UTC), "Europe/Berlin", 2, 1)] == [
        WallTime.once,
        WallTime.skipped,
    ]


def test_a_series_takes_turns() -> None:
    pair = [party("bhubaneswar", start=10), party("fortaleza", start=8)]
    turns = series.balanced(pair, date(2026, 5, 5), 4, 1, 60, LONG_AGO)
    outside = [tuple(seen.outside for seen in turn.slot.seen) for turn in turns if turn.slot]
    assert len(outside) == 4
    assert sum(each[0] for each in outside) == sum(each[1] for each in outside) == 60


def test_a_series_names_why_it_left_its_day() -> None:
    turns = series.balanced([party("lima"), party("guadalajara")], date(2026, 4, 3), 1, 1, 60, LONG_AGO)
    assert turns[0].day == date(2026, 4, 6)
    assert any(each.name and each.name["en"] == "Good Friday" for each in turns[0].closed)


names = some.sampled_from(sorted(ZONES))
around = some.dates(date(2026, 1, 1), date(2026, 12, 20))


@given(names, names, around, some.sampled_from([30, 45, 60, 90, 120]), some.integers(0, 600), some.integers(0, 600))
def test_slots_are_true_on_every_clock(one: str, other: str, day: date, minutes: int, carried: int, others: int) -> None:
    parties = [party(one, carried), party(other, others)]
    found = slots.find(parties, day, day + timedelta(days=6), minutes, LONG_AGO)
    assert found == slots.find(parties, day, day + timedelta(days=6), minutes, LONG_AGO)
    every = [slot for each in found for slot in each.slots]
    assert sorted(slot.rank for slot in every) == list(range(1, len(every) + 1))
    assert [slot.outside for slot in sorted(every, key=lambda slot: slot.rank)] == sorted(slot.outside for slot in every)
    for each in found:
        for slot in each.slots:
            assert slot.seen[0].starts.date() == each.day
            assert slot.seen[0].starts.minute in (0, 30)
            weighed = slots.weigh(parties, slot.starts_at, minutes)
            for seen, who in zip(slot.seen, parties, strict=True):
                assert seen.starts == slot.starts_at == seen.starts.astimezone(UTC)
                assert seen.starts.utcoffset() == slot.starts_at.astimezone(ZoneInfo(who.zone)).utcoffset()
                assert weighed[who.organisation] == seen.outside or one == other
                assert 0 <= seen.outside <= minutes
                assert seen.early + seen.late == seen.outside
                assert seen.starts.hour >= 6
                assert seen.ends.hour < 22 or (seen.ends.hour, seen.ends.minute) == (22, 0)
                assert slots.closed_on(who, seen.starts.date()) is None


@given(names, around)
def test_no_working_day_is_left_out_without_a_word(name: str, day: date) -> None:
    who = party(name)
    found = on([who], day)
    assert bool(found.slots) is (slots.closed_on(who, day) is None)
    assert bool(found.slots) or found.closed
    holiday = closures.holiday(who.country, day)
    assert holiday is None or [each.name for each in found.closed if each.why is ClosedFor.holiday] == [holiday]
