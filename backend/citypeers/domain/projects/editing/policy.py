"""Who may see what is being written, and who somebody is to a project."""

from collections.abc import Iterable, Mapping

from sqlalchemy import and_, false, not_
from sqlmodel import Session, col

from citypeers.core.policy import Policy, Rule
from citypeers.core.principal import Principal, Role
from citypeers.domain.members import acting
from citypeers.domain.projects.editing.states import ProjectActor
from citypeers.domain.projects.models import Project, ProjectState

STAFF = frozenset({Role.administrator, Role.secretariat})
PEERS = frozenset({Role.member, Role.municipal_representative, Role.national_representative})
"""Roles in which a person speaks for some organisation, and so reviews what others wrote."""


def _is_peer(who: Principal) -> bool:
    return any(each.role in PEERS for each in who.held)


owner = acting.speaks_for(col(Project.organisation_id))
under_review = Rule(
    lambda who: col(Project.work_state).in_([ProjectState.submitted, ProjectState.approved]) if _is_peer(who) else false()
)
workbench = Policy(Project, see=owner | acting.staff | under_review, change=owner | acting.staff)
waiting = Rule(
    lambda who: and_(
        col(Project.work_state) == ProjectState.submitted,
        (under_review | acting.staff).where(who),
        not_(owner.where(who)),
        col(Project.created_by) != who.name,
    )
)
"""What waits for a reviewer who is of another organisation."""


def actors(session: Session, who: Principal, project: Project) -> frozenset[ProjectActor]:
    """What ``who`` is to a project."""
    return actors_of_all(session, who, [project])[project.organisation_id]


def actors_of_all(session: Session, who: Principal, projects: Iterable[Project]) -> Mapping[str, frozenset[ProjectActor]]:
    """What ``who`` is to some projects, by the organisations that lead them, read at once."""
    bodies = {project.organisation_id for project in projects}
    mine = acting.spoken_for(session, who, bodies)
    everywhere = set()
    if not who.roles.isdisjoint(STAFF):
        everywhere = {ProjectActor.staff, ProjectActor.reviewer}
    elif _is_peer(who):
        everywhere = {ProjectActor.reviewer}
    return {body: frozenset(everywhere | {ProjectActor.owner} if body in mine else everywhere) for body in bodies}
