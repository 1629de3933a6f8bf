"""Synthetic networks beside the real ones: plausible in shape and size, reproducible, searchable by made-up words."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from types import SimpleNamespace
from typing import Any

from citypeers.domain.networks.models import (
    Category,
    DurationKind,
    FieldStatus,
    FoundingType,
    Life,
    MemberKind,
    MembershipState,
    Origin,
    Party,
    ProfileField,
    Qualifier,
    Scope,
    State,
    Typology,
)

SEED = 20261121
VOCABULARY = 5_000
COMMON = "samtorb"
"""A word that about four in ten records hold."""
COMMON_SHARE = 0.42
COUNTRIES = (
    *("AT", "BE", "BG", "BR", "CA", "CH", "CL", "CN", "CO", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU"),
    *("IE", "IN", "IT", "JP", "KE", "KR", "LT", "LV", "MA", "MX", "NL", "NO", "NZ", "PE", "PL", "PT", "RO", "SE", "SI", "SK"),
)
TEXTS = (ProfileField.founding, ProfileField.aims, ProfileField.topics, ProfileField.outputs)
"""The fields that a synthetic profile states at length."""
_BEGUN = datetime(2024, 1, 1, tzinfo=UTC)


def vocabulary(chance: random.Random) -> list[str]:
    """Words of seven letters that no stemmer shortens and none of which begins another, so that every engine counts alike."""
    words: set[str] = set()
    while len(words) < VOCABULARY:
        syllables = "".join(chance.choice("bdfgklmnprstvw") + chance.choice("aeiou") for _ in range(2))
        words.add(syllables + chance.choice("bdgklmp") + chance.choice(("rb", "lk", "mp")))
    words.discard(COMMON)
    return sorted(words, key=lambda word: chance.random())


@dataclass(frozen=True)
class Synthetic:
    """One made-up network: its row, and the rows that belong to it."""

    network: SimpleNamespace
    text: str
    """All its words in English, from which queries are drawn."""


class Maker:
    """Makes networks from the real topics and municipalities."""

    def __init__(self, topics: Sequence[str], places: Sequence[Any]) -> None:
        self._chance = random.Random(SEED)
        self._topics = topics
        self._places = places
        self._words = vocabulary(self._chance)
        weights = [1 / (rank + 10) for rank in range(len(self._words))]
        self._cumulative = list(accumulate(weights))

    def make(self, count: int) -> Iterator[Synthetic]:
        """So many networks, the same ones at every call on a new maker."""
        for number in range(count):
            yield self._one(number)

    def _said(self, length: int) -> str:
        return " ".join(self._chance.choices(self._words, cum_weights=self._cumulative, k=length))

    def _one(self, number: int) -> Synthetic:
        chance = self._chance
        name = " ".join(word.capitalize() for word in chance.sample(self._words, 2))
        texts = {field: {language: self._said(18) for language in ("en", "de")} for field in TEXTS}
        if chance.random() < COMMON_SHARE:
            said = texts[ProfileField.aims]
            texts[ProfileField.aims] = {language: f"{text} {COMMON}" for language, text in said.items()}
        summary = {language: self._said(12) for language in ("en", "de")}
        limited, founded = chance.random() < 0.4, chance.randint(1950, 2025)
        at = _BEGUN + timedelta(seconds=number * 600)
        members = [chance.randint(5, 900), Qualifier.about] if chance.random() < 0.8 else [None, None]
        network = SimpleNamespace(
            id=f"{chance.getrandbits(128):032x}",
            version=1,
            created_at=at,
            updated_at=at,
            slug=f"synthetic-{number:06}",
            state=State.published,
            life=Life.active,
            origin=Origin.public_source,
            published_at=at,
            name={"en": f"{name} Network", "de": f"Netzwerk {name}"},
            long_name=None,
            label={"en": name, "de": name},
            summary=summary,
            abbreviation=None,
            name_variants=[],
            keywords=[],
            category=chance.choice(list(Category)),
            founding_type=chance.choice(list(FoundingType)),
            typology=chance.choice(list(Typology)),
            founded=str(founded),
            founded_year=founded,
            end_year=founded + chance.randint(3, 12) if limited else None,
            duration_kind=DurationKind.limited if limited else DurationKind.unlimited,
            geographic_scope=chance.choice(list(Scope)),
            member_count=members[0],
            member_count_qualifier=members[1],
            countries_reached=None,
            work_formats=[],
            funding=[],
            outputs=[],
            emails=[f"office-{number}@example.org"],
            websites=[f"https://example.org/networks/{number}"],
            result_links=[],
            founding_place=None,
            profile=[_entry(field, texts.get(field)) for field in ProfileField],
            sources=[{"label": {"en": "Synthetic", "de": "Synthetisch"}, "locator": None, "url": None}],
            relations=[],
        )
        topics = chance.sample(self._topics, 2)
        network.topic_links = [
            SimpleNamespace(network_id=network.id, topic_id=topic, position=place) for place, topic in enumerate(topics)
        ]
        country = chance.choice(COUNTRIES)
        network.members = [_member(chance, network.id, 0, f"City of {self._said(1).capitalize()}", country, None)]
        if chance.random() < 0.5:
            place = chance.choice(self._places)
            network.members.append(_member(chance, network.id, 1, place.name, place.country, place))
        return Synthetic(network, " ".join((*summary["en"].split(), *(text["en"] for text in texts.values()))))


def _entry(field: ProfileField, text: dict[str, str] | None) -> dict[str, Any]:
    status = FieldStatus.stated if text else FieldStatus.not_applicable
    return {
        "field": field.value,
        "status": status.value,
        "text": text,
        "note": None,
        "as_of": "2026" if text else None,
        "sources": [],
        "readings": [],
    }


def _member(chance: random.Random, network: str, position: int, name: str, country: str, place: Any) -> SimpleNamespace:
    return SimpleNamespace(
        id=f"{chance.getrandbits(128):032x}",
        network_id=network,
        position=position,
        name=name,
        country=country,
        kind=MemberKind.municipality,
        role=None,
        organisation_id=place.id if place else None,
        organisation=place,
        party=Party.organisation,
        state=MembershipState.active,
        valid_from=None,
        valid_to=None,
        observed_on="2026",
        decision=None,
        sources=[],
        version=1,
        created_at=_BEGUN,
        updated_at=_BEGUN,
    )
