"""The weights of a network: which are in force, which were, and deciding others."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit
from citypeers.core.principal import Principal
from citypeers.core.problems import NotFound, PreconditionFailed
from citypeers.domain.coaching.matching.models import KIND, CoachingWeights
from citypeers.domain.coaching.matching.schemas import Weights, WeightsOut, WeightsVersion
from citypeers.domain.coaching.matching.terms import DEFAULT_WEIGHTS, FACTORS, Factor
from citypeers.domain.members.rules.service import lock
from citypeers.domain.networks.models import Network
from citypeers.domain.networks.policy import networks
from citypeers.identity.people import staff

DEFAULT_NUMBER = 0
"""The version that stands for the weights of a network that has not decided any."""


def in_force(session: Session, network_id: str | None) -> tuple[int, Mapping[Factor, int]]:
    """The weights of a network now, and their version; the default where it has decided none."""
    rows = _versions(session, network_id, 1) if network_id else []
    return (rows[0].number, _by_factor(rows[0])) if rows else (DEFAULT_NUMBER, DEFAULT_WEIGHTS)


def _versions(session: Session, network_id: str, limit: int | None = None) -> Sequence[CoachingWeights]:
    rows = select(CoachingWeights).where(col(CoachingWeights.network_id) == network_id)
    return session.scalars(rows.order_by(col(CoachingWeights.number).desc()).limit(limit)).all()


def _by_factor(row: CoachingWeights) -> Mapping[Factor, int]:
    return {factor: getattr(row, factor) for factor in FACTORS}


def _network(session: Session, who: Principal, slug: str) -> str:
    id = session.scalar(select(col(Network.id)).where(col(Network.slug) == slug, networks.see.where(who)))
    if id is None:
        raise NotFound
    return id


def _etag(network_id: str, number: int) -> str:
    return f'"{number}.{network_id[:8]}"'


def get(session: Session, who: Principal, slug: str) -> tuple[WeightsOut, str]:
    """The weights of a network with all former versions, and their entity tag."""
    network_id = _network(session, who, slug)
    rows = _versions(session, network_id)
    number, now = in_force(session, network_id)
    shown = WeightsOut(
        number=number,
        since=rows[0].since if rows else None,
        weights=Weights.model_validate(now),
        versions=[
            WeightsVersion(number=row.number, since=row.since, weights=Weights.model_validate(_by_factor(row))) for row in rows
        ],
    )
    return shown, _etag(network_id, number)


def decide(session: Session, who: Principal, slug: str, write: Weights, version: str) -> None:
    """Decide other weights, in force at once; the former ones stay to be read."""
    network_id = _network(session, who, slug)
    staff(who)
    lock(session, network_id)
    number, before = in_force(session, network_id)
    if version != _etag(network_id, number):
        raise PreconditionFailed
    row = CoachingWeights(network_id=network_id, number=number + 1, decided_by=who.name, **write.model_dump())
    session.add(row)
    session.flush()
    changed = {factor.value: (before[factor], value) for factor, value in _by_factor(row).items() if before[factor] != value}
    audit.record(session, who, "coaching_weights.decided", KIND, row.id, changed)
