"""Made-up offers for the tests of matching."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from citypeers.domain.coaching.matching.hours import Hours
from citypeers.domain.coaching.matching.wanted import Candidate, Wanted

TODAY = date(2026, 2, 2)
BERLIN, KOLKATA, FORTALEZA, LIMA = (Hours(zone) for zone in ("Europe/Berlin", "Asia/Kolkata", "America/Fortaleza", "America/Lima"))
TOPICS = ("energy", "financing", "infrastructure")


def candidate(slug: str, **given: Any) -> Candidate:
    """An offer that fits the request below in every way, but for what is given."""
    usual: dict[str, Any] = {
        "offer_id": f"offer-{slug}",
        "organisation_id": f"id-{slug}",
        "slug": slug,
        "consents": True,
        "topics": frozenset(TOPICS),
        "languages": {"en": "c1"},
        "formats": frozenset({"online"}),
        "capacity": 2,
        "hours": KOLKATA,
        "country": "IN",
        "population": 634_000,
    }
    return Candidate(**{**usual, **given})


def request(**given: Any) -> Wanted:
    """Kochi's request of the design."""
    usual: dict[str, Any] = {
        "organisation_id": "id-kochi",
        "today": TODAY,
        "start": date(2026, 3, 2),
        "end": date(2026, 6, 30),
        "topics": TOPICS,
        "languages": ("en",),
        "format": "online",
        "hours": KOLKATA,
        "country": "IN",
        "population": 634_000,
    }
    return Wanted(**{**usual, **given})


KNOWN_HOURS = st.sampled_from([BERLIN, KOLKATA, FORTALEZA, LIMA])
SOME_HOURS = st.none() | KNOWN_HOURS
SOME_TOPICS = st.frozensets(st.sampled_from([*TOPICS, "health"]), max_size=4)
LEVELS = st.sampled_from(["a1", "b1", "c1", "native"])


@st.composite
def candidates(draw: st.DrawFn, most: int = 12) -> list[Candidate]:
    """Some offers, at times two of one organisation."""
    names = draw(st.lists(st.sampled_from([f"city-{number}" for number in range(8)]), max_size=most))
    evidence = [{topic: [f"{place}-{topic}"] for topic in draw(SOME_TOPICS)} for place in range(len(names))]
    return [
        candidate(
            name,
            offer_id=f"offer-{place}",
            consents=draw(st.booleans()),
            topics=draw(SOME_TOPICS),
            projects=evidence[place],
            titles={id: {"en": id} for ids in evidence[place].values() for id in ids},
            lessons=draw(st.dictionaries(st.sampled_from(TOPICS), st.integers(0, 5))),
            languages=draw(st.dictionaries(st.sampled_from(["en", "de", "pt"]), LEVELS)),
            formats=draw(st.frozensets(st.sampled_from(["online", "webinar"]))),
            capacity=draw(st.integers(0, 3)),
            used={"2026-Q1": draw(st.integers(0, 3))},
            blackouts=draw(st.sampled_from([[], [(date(2026, 1, 1), date(2026, 4, 30)), (date(2026, 5, 1), date(2026, 12, 31))]])),
            hours=draw(SOME_HOURS),
            country=draw(st.sampled_from([None, "IN", "BR"])),
            population=draw(st.none() | st.integers(1, 30_000_000)),
        )
        for place, name in enumerate(names)
    ]


@st.composite
def requests(draw: st.DrawFn) -> Wanted:
    """A request, written or half written."""
    return request(
        topics=tuple(draw(SOME_TOPICS)),
        languages=tuple(draw(st.frozensets(st.sampled_from(["en", "de", "fr"])))),
        format=draw(st.sampled_from([None, "online", "webinar"])),
        interpreting=draw(st.booleans()),
        hours=draw(SOME_HOURS),
        country=draw(st.sampled_from([None, "IN", "BR"])),
        population=draw(st.none() | st.integers(1, 30_000_000)),
        organisation_id=draw(st.sampled_from(["id-kochi", "id-city-0"])),
        declined=draw(st.frozensets(st.sampled_from(["id-city-1", "id-city-2"]))),
        invited=draw(st.frozensets(st.sampled_from(["id-city-2", "id-city-3"]))),
    )
