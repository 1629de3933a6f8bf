"""Who is told of a step in the life of a replication."""

from collections.abc import Sequence

from sqlmodel import Session

from citypeers.core.principal import Principal
from citypeers.core.text import LANGUAGES
from citypeers.domain.members import acting, notices
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import Project, Replication
from citypeers.domain.projects.replications import letters
from citypeers.domain.projects.replications.states import ReplicationActor, Step
from citypeers.domain.projects.schemas import Story


def tell(
    session: Session,
    who: Principal,
    row: Replication,
    source: Project,
    actors: frozenset[ReplicationActor],
    lines: Sequence[Step],
    reason: str | None,
) -> None:
    """Write once of all that was done, to the sides that the table names, to both where only the staff acts; never to who acts."""
    sides = {ReplicationActor.adopter: row.organisation_id, ReplicationActor.source: source.organisation_id}
    named = frozenset(side for line in lines for side in line.told)
    told = named if actors - {ReplicationActor.staff} else frozenset(sides)
    readers = {each.id: each for side in sorted(told) for each in acting.speakers(session, sides[side]) if each.id != who.account}
    if not readers:
        return
    values: dict[str, notices.Told] = {
        "project": Story.model_validate(source.live or source.work).title,
        "organisation": session.get_one(Organisation, row.organisation_id).label,
        "what": {language: ". ".join(letters.WHAT[line.verb][language] for line in lines) for language in LANGUAGES},
        "link": f"/projects/{source.id}",
    }
    for account in readers.values():
        notices.tell(session, account, letters.STEP, reason, **values)
