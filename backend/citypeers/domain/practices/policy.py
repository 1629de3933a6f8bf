"""Who sees a practice that is not published, and what somebody is to one."""

from collections.abc import Iterable, Mapping

from sqlalchemy import false
from sqlmodel import Session, col

from citypeers.core.policy import Policy, Rule
from citypeers.core.principal import Principal
from citypeers.domain.members import acting
from citypeers.domain.practices.models import Practice, PracticeState
from citypeers.domain.practices.states import PracticeActor
from citypeers.identity.people import STAFF

published = Rule(lambda who: col(Practice.state) == PracticeState.published)
_spoken_for = acting.speaks_for(col(Practice.organisation_id))
owner = Rule(lambda who: _spoken_for.where(who) if who.bound is None else false())
"""People alone: what a partner system is let do with projects says nothing of practices."""
practices = Policy(Practice, see=published | owner | acting.staff, change=owner | acting.staff)


def actors(session: Session, who: Principal, rows: Iterable[Practice]) -> Mapping[str, frozenset[PracticeActor]]:
    """What ``who`` is to some practices, by their ids."""
    rows = list(rows)
    bodies = {row.organisation_id for row in rows if row.organisation_id is not None}
    mine = acting.spoken_for(session, who, bodies) if bodies and who.bound is None else set()
    staff = frozenset() if who.roles.isdisjoint(STAFF) else frozenset({PracticeActor.staff})
    return {row.id: staff | ({PracticeActor.owner} if row.organisation_id in mine else frozenset()) for row in rows}
