"""Writing a project: begun, worked on beside what is live, and moved by the steps of the table."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock, rows
from citypeers.core.merging import merged, validated
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound, ReasonNeeded
from citypeers.domain.organisations import service as organisations
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.attachments import naming
from citypeers.domain.projects.attachments import queries as attachments
from citypeers.domain.projects.editing import completeness, following, policy
from citypeers.domain.projects.editing.schemas import CommentWrite, ProjectCreate, ProjectMove, ProjectPatch
from citypeers.domain.projects.editing.states import STEPS, WRITABLE, ProjectActor, ProjectGuard, ProjectStep, ProjectVerb, Side
from citypeers.domain.projects.models import KIND, Project, ProjectRevision, ProjectState
from citypeers.domain.projects.schemas import Story

SITTING = timedelta(minutes=30)
"""Saves by one person that follow one another so closely count as one."""


class ProjectWrongStep(Conflict):
    """The step does not lead on from where the version stands."""

    name = "project-wrong-step"


class ProjectIncomplete(Invalid):
    """Something is missing that others need."""

    name = "project-incomplete"


class OwnReview(Conflict):
    """Somebody reviews what their own organisation, or they themselves, wrote."""

    name = "own-review"


class NothingAsked(Conflict):
    """Changes are requested without saying which."""

    name = "nothing-asked"


class BeingReviewed(Conflict):
    """The version is with a reviewer; it is written on once it is taken back or returned."""

    name = "being-reviewed"


class WorkUnfinished(Conflict):
    """A version is being written; it is published or discarded first."""

    name = "work-unfinished"


def create(session: Session, who: Principal, write: ProjectCreate) -> Project:
    """A new project at work, in the name of an organisation that ``who`` acts for."""
    try:
        lead = organisations.find(session, write.organisation)
    except NotFound:
        raise Invalid([("/organisation", "unknown_organisation")]) from None
    project = Project(
        organisation_id=lead.id,
        organisation=lead,
        work_state=ProjectState.draft,
        publishes_itself=write.publishes_itself,
        created_by=who.name,
    )
    project.work = _named(session, projects.story(write), project)
    if not policy.actors(session, who, project) & {ProjectActor.owner, ProjectActor.staff}:
        raise Forbidden
    session.add(project)
    session.flush()
    projects.keep_revision(session, who, project, ProjectState.draft, project.work or {})
    audit.record(session, who, "project.created", KIND, project.id, {"title": (None, write.title)})
    return project


def find(session: Session, who: Principal, id: str) -> Project:
    """A project that ``who`` works on or reviews; others are sent to what is public."""
    return policy.workbench.find(session, who, col(Project.id) == id)


def _held(session: Session, who: Principal, id: str, version: str) -> Project:
    """As :func:`find`, kept from others until the transaction ends, and still as it was seen."""
    find(session, who, id)
    project = session.scalars(select(Project).where(col(Project.id) == id).with_for_update(of=Project)).one()
    session.refresh(project)
    rows.matches(project, version)
    return project


def write(session: Session, who: Principal, id: str, patch: ProjectPatch, version: str) -> Project:
    """Merge a patch into the version at work, which begins as a copy of the live one where there is none."""
    project = _writable(session, who, id, version)
    asked = patch.model_dump(mode="json", exclude_unset=True)
    itself = bool(asked.pop("publishes_itself", project.publishes_itself))
    document = _named(session, _story(merged(project.work or project.live or {}, asked)), project)
    if document == (project.work or project.live) and itself == project.publishes_itself:
        return project
    project.publishes_itself = itself
    _forget_sitting(session, who, project)
    return _rewritten(session, who, project, document)


def _forget_sitting(session: Session, who: Principal, project: Project) -> None:
    """What one person writes in one sitting is one revision: the last one gives way where it is of the same sitting."""
    last = session.get(ProjectRevision, (project.id, project.version))
    if (
        last is not None
        and last.state in WRITABLE
        and last.actor == who.name
        and clock.now() - last.at < SITTING
        and last.number > 1
    ):
        session.delete(last)


def restore_revision(session: Session, who: Principal, id: str, number: int, version: str) -> Project:
    """Make the version at work what it was in an earlier revision."""
    revision = session.get(ProjectRevision, (id, number))
    if revision is None:
        raise NotFound
    project = _writable(session, who, id, version)
    # What it was until now stays in the history, however lately it was written.
    return _rewritten(session, who, project, _named(session, _story(revision.document), project))


def _writable(session: Session, who: Principal, id: str, version: str) -> Project:
    """A project whose version at work ``who`` may write on now."""
    project = _held(session, who, id, version)
    if not policy.actors(session, who, project) & {ProjectActor.owner, ProjectActor.staff}:
        raise Forbidden
    if project.work_state is not None and project.work_state not in WRITABLE:
        raise BeingReviewed
    if project.live_state is ProjectState.archived and project.work is None:
        raise ProjectWrongStep(state=ProjectState.archived.value)
    return project


def _rewritten(session: Session, who: Principal, project: Project, document: dict[str, Any]) -> Project:
    """The version at work becomes another one; it begins with that where there was none."""
    project.work_state = project.work_state or ProjectState.draft
    project.work = document
    _saved(session, who, project, project.work_state, document)
    return project


def move(session: Session, who: Principal, id: str, asked: ProjectMove, version: str) -> Project:
    """Take one step of the table."""
    project = _held(session, who, id, version)
    step = STEPS[asked.verb]
    actors = policy.actors(session, who, project)
    if actors.isdisjoint(step.who):
        raise Forbidden
    _stands(project, step)
    if step.needs_reason and not asked.reason:
        raise ReasonNeeded
    for guard in step.guards:
        if guard is ProjectGuard.complete:
            _complete(session, project)
        else:
            _check(guard, project, who, actors, asked.comments)
    take(session, who, project, step, asked.reason, asked.comments)
    return project


def take(
    session: Session, who: Principal, project: Project, step: ProjectStep, reason: str | None, comments: list[CommentWrite]
) -> None:
    """Do what a line of the table says."""
    document = (project.work if step.side is Side.work else project.live) or {}
    shown = _shown(project)
    if step.side is Side.live:
        project.live_state = step.target
    elif step.target is not None:  # otherwise what follows ends the version whole
        project.work_state = step.target
    following.follow(session, who, project, step, reason, comments)
    state = project.live_state if step.target is None else step.target
    _saved(session, who, project, state or ProjectState.archived, document, reason)
    if _shown(project) != shown:  # otherwise nothing that is served has changed
        projects.render(session, [project.id])
    said = {"reason": (None, reason)} if reason else {}
    audit.record(session, who, f"project.{step.verb.value}", KIND, project.id, said)
    if following.publishes_itself(project, step):
        take(session, who, project, STEPS[ProjectVerb.publish], None, [])


def _shown(project: Project) -> tuple[Any, ...]:
    """What of a project everybody sees."""
    return project.live_state, project.live, project.published_at, project.reviewed_at


def _saved(
    session: Session, who: Principal, project: Project, state: ProjectState, document: dict[str, Any], reason: str | None = None
) -> None:
    project.version += 1
    project.updated_at = clock.now()
    projects.keep_revision(session, who, project, state, document, reason)
    session.flush()
    naming.follow(session, project)


def can(who: Principal, project: Project, actors: frozenset[ProjectActor]) -> list[str]:
    """The verbs that ``who``, being this to it, may take now, ``write`` among them; what a reviewer has to say is not looked at."""
    found = []
    writable = project.work_state in WRITABLE or (project.work is None and project.live_state is not ProjectState.archived)
    if writable and actors & {ProjectActor.owner, ProjectActor.staff}:
        found.append("write")
    for step in STEPS.values():
        try:
            _stands(project, step)
            for guard in step.guards:
                if guard not in (ProjectGuard.asks_something, ProjectGuard.complete):
                    _check(guard, project, who, actors, [])
        except Conflict:
            continue
        if not actors.isdisjoint(step.who):
            found.append(step.verb.value)
    return found


def _stands(project: Project, step: ProjectStep) -> None:
    state = project.work_state if step.side is Side.work else project.live_state
    if state not in step.sources:
        raise ProjectWrongStep(state=state.value if state else "")


def _check(
    guard: ProjectGuard, project: Project, who: Principal, actors: frozenset[ProjectActor], comments: list[CommentWrite]
) -> None:
    if guard is ProjectGuard.other_organisation:
        if ProjectActor.owner in actors or project.created_by == who.name:
            raise OwnReview
    elif guard is ProjectGuard.asks_something:
        if not comments:
            raise NothingAsked
    elif guard is ProjectGuard.nothing_at_work and project.work is not None:
        raise WorkUnfinished


def _complete(session: Session, project: Project) -> None:
    document = project.work or {}
    missing = completeness.lacks(Story.model_validate(document), attachments.pictures(session, document))
    if missing:
        raise ProjectIncomplete(missing)


def _story(document: dict[str, Any]) -> Story:
    return validated(Story, document)


def _named(session: Session, story: Story, project: Project) -> dict[str, Any]:
    """The document of a version that names only what there is."""
    missing = projects.named_by(session, [story]).lacks(story)
    if missing:
        raise Invalid([(f"/{field}", code) for field, code in missing])
    naming.check(session, project.id, story.attachments)
    return projects.document(story)
