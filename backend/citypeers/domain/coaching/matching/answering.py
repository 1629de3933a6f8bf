"""The answer to a request: who could help in which order, who is left out and why, and who would be a good set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

import numpy as np
from sqlalchemy import or_, select
from sqlmodel import Session, col

from citypeers.core.problems import Invalid
from citypeers.core.rows import batched
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
from citypeers.domain.coaching.matching.terms import REMEDIES, Factor, LeftOut
from citypeers.domain.coaching.matching.wanted import Wanted
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.schemas import OrganisationLink
from citypeers.domain.projects.models import Project
from citypeers.domain.projects.replications.schemas import ProjectLink
from citypeers.domain.projects.service import PUBLIC

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
        return [factors.told(columns, wanted, scored, int(row)) for row in rows]

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


class Answer:
    """What was found, with the names that the database has for it."""

    def __init__(self, session: Session, wanted: Wanted, weights: Mapping[Factor, int], found: Found) -> None:
        every = [*found.shown, *found.excluded, *found.composed, *([found.asked_about] if found.asked_about else [])]
        self._session, self._wanted, self._weights, self._found = session, wanted, weights, found
        ids = {each.candidate.organisation_id for each in every} | {wanted.organisation_id}
        bodies = select(Organisation).where(col(Organisation.id).in_(ids))
        self._bodies = {row.id: row for row in session.scalars(bodies)}
        self._titles = _titles(session, {id for each in every for id in each.projects})

    def matches(self, query: MatchQuery, may_invite: bool, number: int) -> Matches:
        """The whole answer."""
        found = self._found
        return Matches(
            items=[self._match(rank, each) for rank, each in enumerate(found.shown, 1)],
            total=found.total,
            may_invite=may_invite,
            weights_number=number,
            weights=Weights.model_validate(self._weights),
            excluded=[self._excluded(each) for each in found.excluded],
            excluded_total=found.excluded_total,
            explained=None if query.explain is None else self._explained(query.explain),
            composed=self._composed(found.common) if found.common else None,
        )

    def _link(self, told: Told) -> OrganisationLink:
        return OrganisationLink.model_validate(self._bodies[told.candidate.organisation_id])

    def _match(self, rank: int, told: Told) -> MatchOut:
        own, other = self._bodies[self._wanted.organisation_id], self._bodies[told.candidate.organisation_id]
        return MatchOut(
            rank=rank,
            organisation=self._link(told),
            country=told.candidate.country,
            distance_km=distance_km(own, other),
            offer=told.candidate.offer_id,
            total=told.total,
            factors=told.out(self._weights, self._titles),
        )

    def _excluded(self, told: Told) -> LeftOutOut:
        return LeftOutOut(
            organisation=self._link(told),
            country=told.candidate.country,
            offer=told.candidate.offer_id,
            reason=LeftOut(told.reason),
            remedy=REMEDIES.get(LeftOut(told.reason)),
            total=told.total,
            factors=told.out(self._weights, self._titles),
        )

    def _explained(self, key: str) -> Explained:
        """Why an organisation is not among those shown; one that offers nothing has not agreed to be listed."""
        told, rank = self._found.asked_about, self._found.rank
        if told is None:
            named = select(Organisation).where(or_(col(Organisation.id) == key, col(Organisation.slug) == key))
            body = self._session.scalars(named.limit(1)).one_or_none()
            if body is None:
                raise Invalid([("query:explain", "unknown_organisation")])
            reason = LeftOut.own_organisation if body.id == self._wanted.organisation_id else LeftOut.no_consent
            return Explained(
                organisation=OrganisationLink.model_validate(body),
                rank=None,
                is_shown=False,
                reason=reason,
                remedy=None,
                total=None,
                factors=[],
                behind=0,
                missing=[],
            )
        is_shown = rank is not None and rank <= len(self._found.shown)
        last = self._found.shown[-1] if self._found.shown and not is_shown else told
        behind = {factor: points for factor, points, _ in last.factors}
        missing = [Missing(factor=factor, points=behind[factor] - points) for factor, points, _ in told.factors]
        return Explained(
            organisation=self._link(told),
            rank=rank,
            is_shown=is_shown,
            reason=told.reason,
            remedy=REMEDIES.get(told.reason) if told.reason else None,
            total=told.total,
            factors=told.out(self._weights, self._titles),
            behind=max(0, last.total - told.total),
            missing=[each for each in missing if each.points > 0],
        )

    def _composed(self, common: sets.Composed) -> MatchSet:
        return MatchSet(
            members=[
                SetMember(organisation=self._link(each), offer=each.candidate.offer_id, total=each.total)
                for each in self._found.composed
            ],
            topics=list(common.topics),
            uncovered=[topic for topic in self._wanted.topics if topic not in common.topics],
            languages=list(common.languages),
            minutes=common.minutes,
            total=common.total,
            is_exact=common.is_exact,
        )


def _titles(session: Session, ids: Iterable[str]) -> dict[str, ProjectLink]:
    """The projects that are named, while they are published."""
    found: dict[str, ProjectLink] = {}
    for batch in batched(sorted(ids)):
        rows = select(col(Project.id), col(Project.live)["title"]).where(
            col(Project.id).in_(batch), col(Project.live_state).in_(sorted(PUBLIC))
        )
        found |= {row[0]: ProjectLink(id=row[0], title=row[1]) for row in session.execute(rows)}
    return found


def distance_km(one: Organisation, other: Organisation) -> int | None:
    """How far two organisations are apart as the crow flies (haversine formula)."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, south = radians(one.latitude), radians(other.latitude)
    across, along = (south - north) / 2, radians(other.longitude - one.longitude) / 2
    return round(2 * EARTH_KM * asin(sqrt(sin(across) ** 2 + cos(north) * cos(south) * sin(along) ** 2)))
