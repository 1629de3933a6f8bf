"""Which networks fit a municipality, each with its reasons; deterministic, from stated facts only."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.forms import Country, Form
from citypeers.core.principal import Principal
from citypeers.core.text import spoken
from citypeers.domain.networks import rendering
from citypeers.domain.networks.models import Life, Membership, Network, ProfileField, Scope
from citypeers.domain.networks.policy import networks
from citypeers.domain.networks.schemas import NetworkItem
from citypeers.domain.networks.wording import REASONS
from citypeers.domain.topics import service as topics
from citypeers.domain.topics.schemas import TopicId

EUROPEAN_UNION = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
EUROPE = EUROPEAN_UNION | frozenset(
    ["AD", "AL", "AM", "AZ", "BA", "CH", "GB", "GE", "IS", "LI", "MC", "MD", "ME", "MK", "NO", "RS", "SM", "TR", "UA", "XK"]
)
"""Members of the European Union, and of the Council of Europe with Kosovo (2026)."""
OPEN_TO = {Scope.germany: frozenset({"DE"}), Scope.eu: EUROPEAN_UNION, Scope.europe: EUROPE}
"""Countries that a stated reach covers; the other reaches cover every country."""
SIMILAR = 3
"""Municipalities are of similar size when neither has more than this many times the other's inhabitants."""


class ReasonCode(StrEnum):
    topics = "topics"
    members_in_country = "members_in_country"
    reach = "reach"
    similar_size = "similar_size"
    no_fee = "no_fee"


POINTS = {
    ReasonCode.topics: 20,
    ReasonCode.members_in_country: 15,
    ReasonCode.reach: 10,
    ReasonCode.similar_size: 10,
    ReasonCode.no_fee: 5,
}
"""What each reason adds; ``topics`` once for each topic in common, three at most."""


class RecommendationQuery(Form):
    """What is known of the municipality that asks."""

    model_config = ConfigDict(extra="forbid")

    country: Country | None = None
    population: Annotated[int | None, Field(ge=1, le=100_000_000)] = None
    topic: Annotated[list[TopicId], Field(max_length=50)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 10


class Reason(Form):
    """Why a network fits: the points it adds and the sentence, with what it rests on."""

    code: ReasonCode
    points: int
    text: str
    topics: list[str]
    members: list[str]


class Recommendation(Form):
    """A network that fits, and why."""

    network: NetworkItem
    score: int
    reasons: list[Reason]


class RecommendationPage(Form):
    """The networks that fit best first; ``total`` counts all that fit."""

    items: list[Recommendation]
    total: int


def recommend(session: Session, who: Principal, asked: RecommendationQuery, language: str) -> RecommendationPage:
    """Networks that are open to the municipality's country and share a topic, a country, or a size with it."""
    labels = topics.labels(session)
    rows = session.scalars(select(Network).where(networks.see.where(who), col(Network.life) != Life.ended)).unique().all()
    found = []
    for network in rows:
        if asked.country and network.geographic_scope in OPEN_TO and asked.country not in OPEN_TO[network.geographic_scope]:
            continue
        reasons = [*_reasons(network, asked, {id: spoken(label, [language])[1] for id, label in labels.items()}, language)]
        if any(reason.code is not ReasonCode.no_fee for reason in reasons):
            found.append((network, sum(reason.points for reason in reasons), reasons))
    found.sort(key=lambda each: (-each[1], each[0].slug))
    items = [
        Recommendation(
            network=NetworkItem(**rendering.row(network).model_dump(), display=rendering.display(network, language)),
            score=score,
            reasons=reasons,
        )
        for network, score, reasons in found[: asked.limit]
    ]
    return RecommendationPage(items=items, total=len(found))


def _reasons(network: Network, asked: RecommendationQuery, labels: dict[str, str], language: str) -> Sequence[Reason]:
    reasons: list[Reason] = []

    def add(code: ReasonCode, times: int = 1, shared: Sequence[str] = (), members: Sequence[str] = (), **words: object) -> None:
        text = REASONS[code.value][language].format(**words)
        reasons.append(Reason(code=code, points=POINTS[code] * times, text=text, topics=list(shared), members=list(members)))

    shared = [link.topic_id for link in network.topic_links if link.topic_id in asked.topic]
    if shared:
        add(ReasonCode.topics, min(len(shared), 3), shared, topics=", ".join(labels.get(topic, topic) for topic in shared))
    if asked.country:
        there = [member.name for member in network.members if member.country == asked.country]
        if there:
            add(ReasonCode.members_in_country, members=there, number=len(there), names=_few(there))
        if network.geographic_scope in OPEN_TO:
            add(ReasonCode.reach)
    if asked.population:
        similar = [member.name for member in network.members if _is_similar(member, asked.population)]
        if similar:
            add(ReasonCode.similar_size, members=similar, number=len(similar), names=_few(similar))
    stated = all(entry["status"] == "stated" for entry in network.profile if entry["field"] == ProfileField.funding)
    if reasons and stated and network.funding and "membership_fees" not in network.funding:
        add(ReasonCode.no_fee)
    return reasons


def _is_similar(member: Membership, population: int) -> bool:
    other = member.organisation.population if member.organisation else None
    return bool(other) and population <= SIMILAR * (other or 0) and (other or 0) <= SIMILAR * population


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
