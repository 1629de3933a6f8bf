"""Projects that are already here and look like one that a file brings: of the same lead, or in the same place, by their titles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import Session, col

from citypeers.core.rows import batched
from citypeers.core.text import fold
from citypeers.domain.projects import loading
from citypeers.domain.projects.models import Project, ProjectKey, ProjectState
from citypeers.domain.projects.schemas import ProjectWrite

ALIKE, VERY_ALIKE = 0.85, 0.95
"""How much of two titles is the same: of one lead, and of one place only."""
LONGEST = 200
MOST = 5
"""Candidates that are told of one row."""
Place = tuple[str, str]


@dataclass(frozen=True)
class Candidate:
    """A project that a row may mean."""

    id: str
    title: dict[str, str]


class Places:
    """Where every project is: kept while one file is read, as ids alone, so that it stays small."""

    def __init__(self, session: Session) -> None:
        self._ids: dict[Place, list[str]] = {}
        documents = select(col(Project.id), func.coalesce(col(Project.live), col(Project.work))["places"])
        for id, places in session.execute(documents.where(_not_archived()).execution_options(yield_per=500)):
            for place in places or []:
                self._ids.setdefault(_place(place["name"], place["country"]), []).append(id)

    def ids(self, write: ProjectWrite) -> set[str]:
        """The projects in the places of a row."""
        return {id for place in write.places for id in self._ids.get(_place(place.name, place.country), [])}


def _place(name: str, country: str) -> Place:
    return fold(name).strip(), country


def _not_archived() -> ColumnElement[bool]:
    return or_(col(Project.live_state).is_(None), col(Project.live_state) != ProjectState.archived)


def candidates(session: Session, places: Places, writes: Sequence[ProjectWrite], sources: Sequence[str]) -> list[list[Candidate]]:
    """For each row, the projects it may mean, the likest first; a source tells its own projects apart by itself."""
    leads = loading.leads(session, (write.organisation for write in writes))
    near = [places.ids(write) for write in writes]
    own = [col(Project.organisation_id).in_(some) for some in batched({lead.id for lead in leads.values()})]
    there = [col(Project.id).in_(some) for some in batched(set().union(*near))]
    keyed = select(col(ProjectKey.project_id)).where(col(ProjectKey.source).in_(sources))
    found: dict[str, tuple[str, dict[str, str]]] = {}
    titles = select(col(Project.id), col(Project.organisation_id), func.coalesce(col(Project.live), col(Project.work))["title"])
    for some in (*own, *there):
        rows = session.execute(titles.where(some, _not_archived(), col(Project.id).not_in(keyed)))
        found |= {row[0]: (row[1], row[2]) for row in rows}
    of_lead: dict[str, list[str]] = {}
    for id, (organisation, _) in found.items():
        of_lead.setdefault(organisation, []).append(id)
    return [
        _likest(write, found, of_lead.get(leads[write.organisation].id, []) if write.organisation in leads else [], close)
        for write, close in zip(writes, near, strict=True)
    ]


def _likest(
    write: ProjectWrite, found: Mapping[str, tuple[str, dict[str, str]]], own: Sequence[str], near: set[str]
) -> list[Candidate]:
    likeness: dict[str, float] = {}
    for ids, least in ((own, ALIKE), (sorted(near & found.keys()), VERY_ALIKE)):
        for id in ids:
            alike = _alike(write.title, found[id][1], least)
            if alike >= least:
                likeness[id] = max(alike, likeness.get(id, 0.0))
    best = sorted(likeness, key=lambda id: (-likeness[id], id))[:MOST]
    return [Candidate(id, found[id][1]) for id in best]


def _alike(mine: Mapping[str, str], theirs: Mapping[str, Any], least: float) -> float:
    """How much two titles have in common in the languages in which they have most."""
    best = 0.0
    for one in {fold(text)[:LONGEST] for text in mine.values()}:
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(one)
        for other in {fold(text)[:LONGEST] for text in theirs.values()}:
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
                best = max(best, matcher.ratio())
    return best
