"""Rows of projects taken in: who may, what they name, what they resemble, and what became of each."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from citypeers.core.principal import Principal
from citypeers.domain.members import acting
from citypeers.domain.projects import loading, resembling, returning
from citypeers.domain.projects.editing import drafts
from citypeers.domain.projects.loading import ProjectOutcome
from citypeers.domain.projects.models import Project, ProjectKey
from citypeers.domain.projects.resembling import Candidate, Places
from citypeers.domain.projects.schemas import ProjectWrite

CREATE, SKIP = "create", "skip"
REFUSED, SKIPPED = "refused", "skipped"
"""What became of a row, besides the outcomes of projects."""


@dataclass(frozen=True)
class Way:
    """How rows become projects."""

    source: str
    publishes: bool
    """Whether they are published, as what public sources say; otherwise they become drafts."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What a row is that resembles a project, by its key: ``create``, ``skip``, or the id of the project that it is."""
    places: Places | None = None
    """None where nothing is compared."""
    named: Container[str] = frozenset()
    """All keys of the file."""


@dataclass(frozen=True)
class Refusal:
    """Why a row is not taken: the field, the name of the sentence, and the projects that it may mean."""

    field: str
    code: str
    candidates: Sequence[Candidate] = ()


@dataclass(frozen=True)
class Taken:
    """What became of one row; of what was written, the project, its version since, and what it was before."""

    outcome: str
    refusal: Refusal | None = None
    project_id: str | None = None
    version: int | None = None
    before: dict[str, Any] | None = None
    source: str | None = None
    linked: bool = False
    """Whether the row's key was given to a project that was there."""


def judged(session: Session, who: Principal, way: Way, writes: Sequence[ProjectWrite]) -> dict[int, Refusal]:
    """The places of the rows that are not taken."""
    missing = loading.missing(session, writes, way.source, way.named)
    found = {place: Refusal(*wrong) for place, wrong in missing.items()}
    if not way.publishes:
        for place, wrong in drafts.refused(session, who, writes).items():
            found.setdefault(place, Refusal(*wrong))
    sources = _sources(session, way, writes)
    present = _present(session, way, writes, sources)
    for place, write in enumerate(writes):
        answer = way.answers.get(write.key)
        if place not in found and place not in present and answer not in (None, CREATE, SKIP):
            wrong_link = _wrong_link(session, who, way, write, str(answer))
            found |= {place: wrong_link} if wrong_link else {}
    if way.places is not None:
        told = found.keys() | present.keys()
        unsaid = [place for place, write in enumerate(writes) if place not in told and write.key not in way.answers]
        rows = [writes[place] for place in unsaid]
        likely = resembling.candidates(session, way.places, rows, sorted(set(sources)))
        found |= {place: Refusal("title", "looks_alike", like) for place, like in zip(unsaid, likely, strict=True) if like}
    return found


def _sources(session: Session, way: Way, writes: Sequence[ProjectWrite]) -> list[str]:
    """Under which name the key of each row is remembered."""
    if way.publishes:
        return [way.source] * len(writes)
    leads = loading.leads(session, (write.organisation for write in writes))
    own = {slug: drafts.source_of(way.source, lead) for slug, lead in leads.items()}
    return [own.get(write.organisation, way.source) for write in writes]


def _present(session: Session, way: Way, writes: Sequence[ProjectWrite], sources: Sequence[str]) -> dict[int, Project]:
    """The projects of those rows whose keys are known, by place."""
    keys: dict[str, list[str]] = {}
    for write, source in zip(writes, sources, strict=True):
        keys.setdefault(source, []).append(write.key)
    known = {source: loading.known(session, source, some) for source, some in keys.items()}
    places = {place: known[source].get(write.key) for place, (write, source) in enumerate(zip(writes, sources, strict=True))}
    return {place: project for place, project in places.items() if project is not None}


def _wrong_link(session: Session, who: Principal, way: Way, write: ProjectWrite, id: str) -> Refusal | None:
    project = session.get(Project, id)
    if project is None:
        return Refusal("key", "unknown_project")
    is_own = project.organisation.slug == write.organisation and bool(acting.spoken_for(session, who, [project.organisation_id]))
    if not way.publishes and not is_own:
        return Refusal("key", "not_your_organisation")
    return None


def take(session: Session, who: Principal, way: Way, writes: Sequence[ProjectWrite], refused: Mapping[int, Refusal]) -> list[Taken]:
    """Save the rows that were not refused; what became of each in order."""
    sources = _sources(session, way, writes)
    present = _present(session, way, writes, sources)
    results: dict[int, Taken] = {place: Taken(REFUSED, refusal) for place, refusal in refused.items()}
    linked = set()
    for place, write in enumerate(writes):
        answer = way.answers.get(write.key)
        if place in results or place in present or answer in (None, CREATE):
            continue
        if answer == SKIP:
            results[place] = Taken(SKIPPED)
            continue
        present[place] = session.get_one(Project, str(answer))
        session.add(ProjectKey(source=sources[place], key=write.key, project_id=present[place].id))
        linked.add(place)
    session.flush()
    before = {place: returning.snapshot(project) for place, project in present.items()}
    left = [place for place in range(len(writes)) if place not in results]
    rows = [writes[place] for place in left]
    save = loading.save_each if way.publishes else drafts.save_each
    for place, (outcome, project) in zip(left, save(session, who, rows, way.source), strict=True):
        is_written = outcome in (ProjectOutcome.created, ProjectOutcome.changed)
        results[place] = Taken(
            outcome=outcome.value,
            project_id=project.id,
            version=project.version,
            before=before.get(place) if is_written else None,
            source=sources[place],
            linked=place in linked,
        )
    return [results[place] for place in range(len(writes))]
