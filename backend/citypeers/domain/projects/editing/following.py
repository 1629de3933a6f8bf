"""What follows a step of a project: what is live, comments, the twelve months, letters."""

from sqlalchemy import update
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.principal import Principal
from citypeers.domain.members import acting, notices
from citypeers.domain.networks.models import Origin
from citypeers.domain.projects import letters
from citypeers.domain.projects.editing.schemas import CommentWrite
from citypeers.domain.projects.editing.states import ProjectEffect, ProjectStep
from citypeers.domain.projects.models import Project, ProjectState, ReviewComment
from citypeers.identity.models import Account


def publishes_itself(project: Project, step: ProjectStep) -> bool:
    """Whether a version that was approved is published at once."""
    return ProjectEffect.publishes_itself in step.effects and project.publishes_itself


def follow(
    session: Session, who: Principal, project: Project, step: ProjectStep, reason: str | None, comments: list[CommentWrite]
) -> None:
    """Bring about what the table says."""
    for effect in step.effects:
        if effect is ProjectEffect.goes_live:
            _go_live(project)
        elif effect is ProjectEffect.clock_starts:
            project.reviewed_at = clock.now()
        elif effect is ProjectEffect.work_ends:
            _end_work(project)
        elif effect is ProjectEffect.written_anew:
            project.work, project.work_state = project.live, ProjectState.draft
        elif effect is ProjectEffect.comments_kept:
            for each in comments:
                session.add(ReviewComment(project_id=project.id, **each.model_dump(), written_by=who.name))
        elif effect is ProjectEffect.comments_closed:
            session.execute(update(ReviewComment).where(col(ReviewComment.project_id) == project.id).values(is_open=False))
    session.flush()
    _tell(session, project, step, reason)


def _go_live(project: Project) -> None:
    document = project.work or {}
    project.live, project.live_state = document, ProjectState.published
    project.origin = Origin.member  # whatever it was taken from, its own people stand for it now
    project.start, project.end = document.get("start"), document.get("end")
    project.published_at = project.published_at or clock.now()
    project.work = project.work_state = None


def _end_work(project: Project) -> None:
    if project.live is None:  # what never was live is kept where what once was is kept
        project.live, project.live_state = project.work, ProjectState.archived
    project.work = project.work_state = None


def _tell(session: Session, project: Project, step: ProjectStep, reason: str | None) -> None:
    told: dict[str, Account] = {}
    if ProjectEffect.notice_to_owner in step.effects:
        told |= {each.id: each for each in acting.speakers(session, project.organisation_id)}
    if ProjectEffect.notice_to_secretariat in step.effects:
        told |= {each.id: each for each in notices.secretariat(session)}
    document = project.work or project.live or {}
    for account in told.values():
        notices.tell(
            session,
            account,
            letters.PROJECT_STEP,
            reason,
            title=document["title"],
            what=letters.WHAT[step.verb],
            link=f"/projects/{project.id}/desk",
        )
