"""Whether one organisation stands in the list of matches of a request, and with which points."""

from dataclasses import dataclass

from sqlmodel import Session

from citypeers.domain.coaching.matching import candidates, reading, scoring, weights
from citypeers.domain.coaching.matching.columns import columns
from citypeers.domain.coaching.matching.terms import FACTORS
from citypeers.domain.coaching.models import CoachingRequest


@dataclass(frozen=True)
class Standing:
    """The offer by which an organisation is a match, and its points as they are now."""

    offer_id: str
    total: int
    factors: dict[str, int]
    weights_number: int

    @property
    def score(self) -> dict[str, int | dict[str, int]]:
        """The points as an invitation keeps them."""
        return {"total": self.total, "factors": self.factors, "weights_number": self.weights_number}


def of(session: Session, row: CoachingRequest, organisation_id: str) -> Standing | None:
    """How an organisation stands, read in this transaction; None where it is not proposed."""
    offers = columns(candidates.load(session, [organisation_id]))
    number, now = weights.in_force(session, row.network_id)
    scored = scoring.score(offers, reading.wanted(session, [row], reading.asked(session, [row.id]))[row.id], now)
    if not len(scored.ranked):
        return None
    best = int(scored.ranked[0])
    factors = {factor.value: int(scored.points[factor][best]) for factor in FACTORS}
    return Standing(offers.candidates[best].offer_id, int(scored.total[best]), factors, number)
