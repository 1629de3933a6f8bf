"""The answer to a request: who could help in which order, who is left out and why, and who would be a good set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

import numpy as np
from sqlalchemy import or_, select
from sqlmodel import Session, col

from citypeers.core.problems import Invalid
from citypeers.domain.coaching.matching import factors, scoring, sets
from citypeers.domain.coaching.matching.columns import Columns, Whole
from citypeers.domain.coaching.matching.factors import Told
from citypeers.domain.coaching.matching.schemas import (
    Explained,
    LeftOutOut,
    Matches,
    MatchOut,
    MatchQuery,
    MatchSet,
    Missing,
    SetMember,
    Weights,
)
from citypeers.domain.coaching.matching.scoring import Scored
from citypeers.domain.coaching.matching.terms import REMEDIES, Factor, LeftOut, Remedy
from citypeers.domain.coaching.matching.wanted import Candidate, Place, Wanted
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.schemas import OrganisationLink

MOST_EXCLUDED = 12
EARTH_KM = 6371.0
KNOWN_TO_REQUEST = (LeftOut.declined_before, LeftOut.already_invited)
"""Reasons that lie in the request itself; whom they hold for is named first."""


@dataclass(frozen=True)
class Found:
    """What was found in the columns, taken out of them, so that others may change them meanwhile."""

    shown: Sequence[Told]
    total: int
    excluded: Sequence[Told]
    excluded_total: int
    asked_about: Told | None
    """The offer, of the organisation that is asked about, that comes nearest."""
    rank: int | None
    composed: Sequence[Told]
    common: sets.Composed | None


def found(columns: Columns, wanted: Wanted, weights: Mapping[Factor, int], query: MatchQuery, places: int) -> Found:
    """Score the candidates and choose those that are told of."""
    scored = scoring.score(columns, wanted, weights)
    left_out = _left_out(columns, scored)
    composed = sets.compose(columns, wanted, scored, places)
    asked_about, rank = _asked_about(columns, scored, query.explain)

    def told(rows: Iterable[int]) -> list[Told]:
        return [factors.told(columns, wanted, weights, scored, int(row)) for row in rows]

    return Found(
        shown=told(scored.ranked[: query.limit]),
        total=len(scored.ranked),
        excluded=told(left_out[:MOST_EXCLUDED]),
        excluded_total=len(left_out),
        asked_about=next(iter(told(asked_about)), None),
        rank=rank,
        composed=told(composed.rows if composed else ()),
        common=composed,
    )


def _left_out(columns: Columns, scored: Scored) -> Whole:
    """Who is left out, of each organisation the offer that was nearest; whom the request itself leaves out first."""
    proposed = np.zeros(len(columns.rows), np.bool_)
    proposed[columns.owner[scored.ranked]] = True
    named = scored.left_out_for(*(reason for reason in LeftOut if reason is not LeftOut.own_organisation))
    rows = np.flatnonzero(named & ~proposed[columns.owner]).astype(np.int32)
    order = scoring.best_first(columns, scored.total, rows)
    first = scored.left_out_for(*KNOWN_TO_REQUEST)[order]
    return np.concatenate([order[first], order[~first]])


def _asked_about(columns: Columns, scored: Scored, key: str | None) -> tuple[Sequence[int], int | None]:
    """The offer of an organisation that comes nearest, and its rank."""
    if key is None:
        return (), None
    rows = columns.rows.get(key) or [row for row, each in enumerate(columns.candidates) if each.slug == key]
    places = np.flatnonzero(np.isin(scored.ranked, rows))
    if len(places):
        return [int(scored.ranked[places[0]])], int(places[0]) + 1
    nearest = scoring.best_first(columns, scored.total, np.array(rows, np.int32))
    return [int(row) for row in nearest[:1]], None


@dataclass(frozen=True)
class Answer:
    """What was found, as it is answered. What was checked when it was written is not checked again."""

    wanted: Wanted
    weights: Mapping[Factor, int]
    number: int
    """The version of the weights."""
    found: Found

    def matches(self, session: Session, query: MatchQuery, may_invite: bool) -> Matches:
        """The whole answer."""
        found = self.found
        return Matches(
            items=[self._match(rank, each) for rank, each in enumerate(found.shown, 1)],
            total=found.total,
            may_invite=may_invite,
            weights_number=self.number,
            weights=Weights.model_validate(self.weights),
            excluded=[_excluded(each, reason) for each in found.excluded if (reason := each.reason)],
            excluded_total=found.excluded_total,
            explained=None if query.explain is None else self._explained(session, query.explain),
            composed=self._composed(found.common) if found.common else None,
        )

    def _match(self, rank: int, told: Told) -> MatchOut:
        candidate = told.candidate
        return MatchOut(
            rank=rank,
            organisation=_link(candidate),
            country=candidate.country,
            distance_km=distance_km(self.wanted.place, candidate.place),
            offer=candidate.offer_id,
            total=told.total,
            factors=told.factors,
        )

    def _explained(self, session: Session, key: str) -> Explained:
        """Why an organisation is not among those shown."""
        told, rank = self.found.asked_about, self.found.rank
        if told is None:
            return self._without_offer(session, key)
        is_shown = rank is not None and rank <= len(self.found.shown)
        last = self.found.shown[-1] if self.found.shown and not is_shown else told
        missing = [
            Missing(factor=own.factor, points=its.points - own.points)
            for own, its in zip(told.factors, last.factors, strict=True)
            if its.points > own.points
        ]
        return Explained(
            organisation=_link(told.candidate),
            rank=rank,
            is_shown=is_shown,
            reason=told.reason,
            remedy=_remedy(told.reason),
            total=told.total,
            factors=told.factors,
            behind=max(0, last.total - told.total),
            missing=missing,
        )

    def _without_offer(self, session: Session, key: str) -> Explained:
        """Whoever offers nothing has not agreed to be listed."""
        named = select(Organisation).where(or_(col(Organisation.id) == key, col(Organisation.slug) == key))
        body = session.scalars(named.limit(1)).one_or_none()
        if body is None:
            raise Invalid([("query:explain", "unknown_organisation")])
        reason = LeftOut.own_organisation if body.id == self.wanted.organisation_id else LeftOut.no_consent
        return Explained(
            organisation=_link(body),
            rank=None,
            is_shown=False,
            reason=reason,
            remedy=_remedy(reason),
            total=None,
            factors=[],
            behind=0,
            missing=[],
        )

    def _composed(self, common: sets.Composed) -> MatchSet:
        return MatchSet(
            members=[
                SetMember(
                    organisation=_link(each.candidate),
                    offer=each.candidate.offer_id,
                    total=each.total,
                    topics=[topic for topic in self.wanted.topics if topic in each.candidate.topics],
                    is_asked=each.candidate.organisation_id in self.wanted.invited,
                )
                for each in self.found.composed
            ],
            topics=list(common.topics),
            uncovered=[topic for topic in self.wanted.topics if topic not in common.topics],
            languages=list(common.languages),
            minutes=common.minutes,
            total=common.total,
            is_exact=common.is_exact,
        )


def _excluded(told: Told, reason: LeftOut) -> LeftOutOut:
    candidate = told.candidate
    return LeftOutOut(
        organisation=_link(candidate),
        country=candidate.country,
        offer=candidate.offer_id,
        reason=reason,
        remedy=_remedy(reason),
        total=told.total,
        factors=told.factors,
    )


def _link(body: Candidate | Organisation) -> OrganisationLink:
    return OrganisationLink.model_construct(slug=body.slug, name=body.name, label=body.label)


def _remedy(reason: LeftOut | None) -> Remedy | None:
    return None if reason is None else REMEDIES.get(reason)


def distance_km(one: Place | None, other: Place | None) -> int | None:
    """How far two places are apart as the crow flies (haversine formula); None where one is not known."""
    if one is None or other is None:
        return None
    north, south = radians(one[0]), radians(other[0])
    across, along = (south - north) / 2, radians(other[1] - one[1]) / 2
    return round(2 * EARTH_KM * asin(sqrt(sin(across) ** 2 + cos(north) * cos(south) * sin(along) ** 2)))
