"""Who may see what is being written, and who somebody is to a project."""

from sqlalchemy import and_, false, not_
from sqlmodel import Session, col

from citypeers.core.policy import Policy, Rule
from citypeers.core.principal import Principal, Role
from citypeers.domain.projects import acting
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
    found = set()
    if acting.speaks(session, who, project.organisation_id):
        found.add(ProjectActor.owner)
    if not who.roles.isdisjoint(STAFF):
        found |= {ProjectActor.staff, ProjectActor.reviewer}
    elif _is_peer(who):
        found.add(ProjectActor.reviewer)
    return frozenset(found)
