"""One step from a coaching to a lesson, a practice or a replication, which keep where they come from."""

from typing import assert_never

from sqlmodel import Session, col

from citypeers.core import clock, rows
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid
from citypeers.core.rows import new_id
from citypeers.domain.coaching.models import REQUEST, WRITES, CoachingRequest
from citypeers.domain.coaching.requests import policy
from citypeers.domain.coaching.requests.settling import sides
from citypeers.domain.coaching.results.models import Harvest, HarvestKind
from citypeers.domain.coaching.results.schemas import HarvestWrite, LessonDraft, PracticeDraft, ReplicationDraft
from citypeers.domain.coaching.results.service import ACTED_IN
from citypeers.domain.members import acting
from citypeers.domain.practices import service as practices
from citypeers.domain.practices.models import PracticeKind
from citypeers.domain.practices.schemas import PracticeCreate, Provenance
from citypeers.domain.projects.editing import service as editing
from citypeers.domain.projects.editing.schemas import ProjectPatch
from citypeers.domain.projects.models import Project
from citypeers.domain.projects.replications import service as replications
from citypeers.domain.projects.replications.schemas import ReplicationCreate
from citypeers.domain.projects.schemas import Story

SOURCE = {
    "en": "Peer coaching {reference}",
    "de": "Kollegiale Beratung {reference}",
    "es": "Asesoría {reference}",
    "pt": "Mentoria {reference}",
}


class NothingToHarvest(Conflict):
    """No session was held yet."""

    name = "nothing-to-harvest"


def make(session: Session, who: Principal, id: str, write: HarvestWrite) -> Harvest:
    """Begin a lesson, a practice or a replication with what came of a coaching."""
    row = policy.requests.find(session, who, col(CoachingRequest.id) == id)
    if not acting.spoken_for(session, who, sides(session, row), WRITES):
        raise Forbidden
    if row.state not in ACTED_IN:
        raise NothingToHarvest(state=row.state.value)
    subject, part = _made(session, who, row, write)
    harvest = Harvest(request_id=id, kind=HarvestKind(write.kind), subject=subject, part=part, made_by=who.name)
    session.add(harvest)
    session.flush()
    return harvest


def _made(session: Session, who: Principal, row: CoachingRequest, write: HarvestWrite) -> tuple[str, str | None]:
    if isinstance(write, LessonDraft):
        return _lesson(session, who, row, write)
    if isinstance(write, ReplicationDraft):
        asked = ReplicationCreate(organisation=write.organisation, kept=write.kept)
        return replications.declare(session, who, write.project, asked).id, None
    if isinstance(write, PracticeDraft):
        return _practice(session, who, row, write), None
    assert_never(write)


def _lesson(session: Session, who: Principal, row: CoachingRequest, write: LessonDraft) -> tuple[str, str]:
    """A lesson in the version at work of a project, with the coaching as its evidence."""
    project = session.get(Project, write.project)
    if project is None or project.organisation_id not in sides(session, row):
        raise Invalid([("/project", "not_a_sides_project")])
    story = Story.model_validate(project.work or project.live)
    reference = f"{row.year}-{row.number:03}"
    label = {language: text.format(reference=reference) for language, text in SOURCE.items()}
    part = new_id()[:8]
    lesson = {
        "id": part,
        "kind": write.lesson_kind,
        "happened": write.happened,
        "advice": write.advice,
        "context": row.challenge,
        "evidence": [{"label": label, "url": f"/coaching/{row.id}"}],
    }
    lessons = [each.model_dump(mode="json") for each in story.lessons] + [lesson]
    editing.write(session, who, project.id, ProjectPatch.model_validate({"lessons": lessons}), rows.etag(project))
    return project.id, part


def _practice(session: Session, who: Principal, row: CoachingRequest, write: PracticeDraft) -> str:
    """A draft of a practice on the request's topics."""
    draft = PracticeCreate(
        organisation=write.organisation,
        kind=PracticeKind.good_practice,
        title=write.title,
        summary=write.summary,
        topics=row.topics,
        year=clock.now().year,
    )
    return practices.create(session, who, draft, Provenance(kind=REQUEST, id=row.id)).id
