"""Who sees a replication, and what somebody is to it."""

from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlmodel import Session, col

from citypeers.core.policy import Policy, Rule
from citypeers.core.principal import Principal
from citypeers.domain.members import acting
from citypeers.domain.projects.models import Project, Replication
from citypeers.domain.projects.replications.counting import counts
from citypeers.domain.projects.replications.states import ReplicationActor
from citypeers.domain.projects.service import PUBLIC

live = Rule(lambda who: col(Project.live_state).in_(sorted(PUBLIC)))
projects = live | acting.acts_for(col(Project.organisation_id))
"""The projects whose replications somebody may ask for."""


def _of_sources(rule: Rule) -> Rule:
    return Rule(lambda who: col(Replication.source_id).in_(select(col(Project.id)).where(rule.where(who))))


public = Rule(lambda who: and_(counts, _of_sources(live).where(who)))
adopter = acting.acts_for(col(Replication.organisation_id))
source = _of_sources(acting.acts_for(col(Project.organisation_id)))
replications = Policy(Replication, see=public | adopter | source, change=adopter | source)

own = {
    ReplicationActor.adopter: acting.speaks_for(col(Replication.organisation_id)),
    ReplicationActor.source: _of_sources(acting.speaks_for(col(Project.organisation_id))),
}
"""The replications of those who speak for a side, the staff apart."""


class Sides:
    """What somebody is to some replications, read at once for all of them."""

    def __init__(self, session: Session, who: Principal, rows: Sequence[Replication]) -> None:
        sources = {row.source_id for row in rows}
        leads = select(col(Project.id), col(Project.organisation_id)).where(col(Project.id).in_(sources))
        self.leads: dict[str, str] = {row[0]: row[1] for row in session.execute(leads)}
        bodies = {*self.leads.values(), *(row.organisation_id for row in rows)}
        self.mine = acting.spoken_for(session, who, bodies)
        self.is_staff = acting.is_staff(who)

    def of(self, row: Replication) -> frozenset[ReplicationActor]:
        """What somebody is to one of them."""
        found = {
            ReplicationActor.staff: self.is_staff,
            ReplicationActor.adopter: row.organisation_id in self.mine,
            ReplicationActor.source: self.leads[row.source_id] in self.mine,
        }
        return frozenset(actor for actor, is_one in found.items() if is_one)
