"""What time does to projects: after twelve months without a word they need a look."""

from datetime import timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.principal import CLOCK
from citypeers.domain.projects.editing import service
from citypeers.domain.projects.editing.states import STEPS, ProjectVerb
from citypeers.domain.projects.models import Project, ProjectState

FRESH_FOR = timedelta(days=365)
AT_ONCE = 100
"""Projects that one transaction takes, so that nobody waits long for it."""


def age(session: Session) -> int:
    """Flag the projects that nobody published or confirmed for twelve months, some at a time; how many."""
    old = select(Project).where(
        col(Project.live_state) == ProjectState.published, col(Project.reviewed_at) <= clock.now() - FRESH_FOR
    )
    found = session.scalars(old.order_by(col(Project.reviewed_at)).limit(AT_ONCE).with_for_update(of=Project)).all()
    for project in found:
        service.take(session, CLOCK, project, STEPS[ProjectVerb.flag], None, [])
    return len(found)
