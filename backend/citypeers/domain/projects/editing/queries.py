"""Reads of projects for those who work on them or review them, and of what they were before."""

from typing import Any

from sqlalchemy import func, select, true
from sqlmodel import Session, col

from citypeers.core import newest
from citypeers.core.cursors import Cursors
from citypeers.core.history import changes
from citypeers.core.policy import Rule
from citypeers.core.principal import Principal
from citypeers.core.problems import FieldError, NotFound, saying
from citypeers.core.rows import etag
from citypeers.domain.organisations.rendering import link
from citypeers.domain.projects.attachments import queries as attachments
from citypeers.domain.projects.editing import authors, completeness, policy, service
from citypeers.domain.projects.editing.schemas import (
    CommentOut,
    Desk,
    DeskPage,
    DeskQuery,
    DeskRow,
    ProjectRevisionOut,
    ProjectRevisionPage,
    ProjectStepOut,
)
from citypeers.domain.projects.editing.states import TABLE
from citypeers.domain.projects.models import Project, ProjectRevision, ReviewComment
from citypeers.domain.projects.rendering import open_to_all
from citypeers.domain.projects.schemas import Story
from citypeers.domain.projects.service import PUBLIC
from citypeers.domain.projects.service import document as document_of


def desk(session: Session, who: Principal, project: Project, language: str) -> tuple[Desk, str]:
    """Both versions of a project, with its entity tag."""
    session.flush()
    asked = select(ReviewComment).where(col(ReviewComment.project_id) == project.id)
    comments = session.scalars(asked.order_by(col(ReviewComment.created_at), col(ReviewComment.id)))
    document = project.work or project.live or {}
    lacks = completeness.lacks(Story.model_validate(document), attachments.pictures(session, document))
    files = attachments.known(session, attachments.named(project.live, project.work)).values()
    shown = Desk(
        id=project.id,
        version=project.version,
        organisation=link(project.organisation),
        live_state=project.live_state,
        work_state=project.work_state,
        live=project.live,
        work=project.work,
        publishes_itself=project.publishes_itself,
        lacks=[FieldError(pointer=at, detail=saying(code, language), code=code) for at, code in lacks],
        files=[attachments.shown(file) for file in files],
        comments=[CommentOut.model_validate(each) for each in comments],
        may=service.can(who, project, policy.actors(session, who, project)),
        updated_at=project.updated_at,
    )
    return shown, etag(project)


def mine(session: Session, who: Principal, query: DeskQuery, cursors: Cursors) -> DeskPage:
    """A page of the projects of the organisations that ``who`` speaks for, the last changed first."""
    return _page(session, who, policy.owner, query, cursors)


def waiting(session: Session, who: Principal, query: DeskQuery, cursors: Cursors) -> DeskPage:
    """A page of what waits for ``who`` to review it, the last changed first."""
    return _page(session, who, policy.waiting, query, cursors)


def _page(session: Session, who: Principal, rule: Rule, query: DeskQuery, cursors: Cursors) -> DeskPage:
    page = newest.page(session, select(Project).where(rule.where(who)), Project, col(Project.updated_at), query, cursors)
    found = page.rows
    actors = policy.actors_of_all(session, who, found)
    open_ones = (
        select(col(ReviewComment.project_id), func.count())
        .where(col(ReviewComment.project_id).in_([row.id for row in found]), col(ReviewComment.is_open))
        .group_by(col(ReviewComment.project_id))
    )
    comments: dict[str, int] = {row[0]: row[1] for row in session.execute(open_ones)}
    items = [
        DeskRow(
            id=row.id,
            version=row.version,
            organisation=link(row.organisation),
            title=(row.work or row.live or {})["title"],
            live_state=row.live_state,
            work_state=row.work_state,
            open_comments=comments.get(row.id, 0),
            may=service.can(who, row, actors[row.organisation_id]),
            updated_at=row.updated_at,
        )
        for row in found
    ]
    return DeskPage(items=items, next=page.next, total=page.total)


def machine() -> list[ProjectStepOut]:
    """The table of steps."""
    return [
        ProjectStepOut(
            side=step.side,
            sources=sorted(step.sources),
            verb=step.verb,
            target=step.target,
            who=sorted(step.who),
            needs_reason=step.needs_reason,
            guards=list(step.guards),
            effects=list(step.effects),
        )
        for step in TABLE
    ]


def revisions(session: Session, who: Principal, id: str) -> ProjectRevisionPage:
    """The saved versions of a project that ``who`` may see, the newest first, each with what it changed of what they may read."""
    everything = policy.workbench.change.where(who)
    works_on_it = session.scalar(select(col(Project.id)).where(col(Project.id) == id, everything)) is not None
    public = col(Project.live_state).in_(sorted(PUBLIC))
    if not works_on_it and session.scalar(select(col(Project.id)).where(col(Project.id) == id, public)) is None:
        raise NotFound
    rows = session.scalars(
        select(ProjectRevision)
        .where(col(ProjectRevision.project_id) == id, true() if works_on_it else col(ProjectRevision.state).in_(sorted(PUBLIC)))
        .order_by(col(ProjectRevision.number))
    ).all()
    leads = session.scalars(select(col(Project.organisation_id)).where(col(Project.id) == id)).one()
    people = authors.known(session, who, leads, {each.actor for each in rows})
    items: list[ProjectRevisionOut] = []
    before: dict[str, Any] = {}
    for each in rows:
        document = each.document if works_on_it else _open(each.document)
        items.append(
            ProjectRevisionOut(
                number=each.number,
                at=each.at,
                actor=each.actor,
                author=people.get(each.actor, authors.NOBODY),
                state=each.state,
                reason=each.reason,
                changes=changes(before, document),
            )
        )
        before = document
    return ProjectRevisionPage(items=items[::-1], next=None, total=len(items))


def _open(document: dict[str, Any]) -> dict[str, Any]:
    return document_of(open_to_all(Story.model_validate(document)))
