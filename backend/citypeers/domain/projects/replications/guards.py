"""What has to hold for a step of a replication, and how it is refused where it does not."""

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Invalid
from citypeers.domain.members import acting
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.models import Project, Replication
from citypeers.domain.projects.replications import lineage
from citypeers.domain.projects.replications.states import CONFIRMER, CONFIRMS, OTHER, REFUSAL, Step
from citypeers.domain.projects.replications.states import ReplicationActor as Actor
from citypeers.domain.projects.replications.states import ReplicationGuard as Guard
from citypeers.domain.projects.replications.states import ReplicationVerb as Verb
from citypeers.identity import accounts
from citypeers.identity.people import STAFF


class SourceNotLive(Conflict):
    name = REFUSAL[Guard.source_live]


class OwnCity(Conflict):
    """Nobody does their own project again."""

    name = REFUSAL[Guard.other_city]


class Circle(Conflict):
    """It would lead back to where it came from."""

    name = REFUSAL[Guard.no_circle]


class OpenAlready(Conflict):
    """There is one open replication of a project by an organisation at a time."""

    name = REFUSAL[Guard.one_open]


class ConfirmsForBoth(Conflict):
    """Somebody confirmed for one side and would for the other."""

    name = REFUSAL[Guard.other_confirms]


class SideConfirmsItself(Conflict):
    """The staff would confirm for a side for which somebody acts."""

    name = REFUSAL[Guard.side_is_silent]


class NobodyOfEither(Conflict):
    """The staff would confirm what nobody of either side stands for."""

    name = REFUSAL[Guard.one_side_itself]


class OfASource(Conflict):
    """A public source tells of it."""

    name = REFUSAL[Guard.not_from_a_source]


@dataclass(frozen=True)
class At:
    """A replication with its source, and what somebody is to it."""

    row: Replication
    source: Project
    actors: frozenset[Actor]


def check(session: Session, who: Principal, here: At, line: Step, project_id: str | None) -> None:
    """Refuse what the guards of a line do not let; ``one_open`` is the database's to say, in :func:`save`."""
    row, source = here.row, here.source
    for guard in line.guards:
        if guard is Guard.source_live and source.live_state not in projects.PUBLIC:
            raise SourceNotLive
        if guard is Guard.other_city and lineage.is_own(session, source, session.get_one(Organisation, row.organisation_id)):
            raise OwnCity
        if guard is Guard.its_project and project_id is not None:
            linked = session.get(Project, project_id)
            if linked is None or linked.organisation_id != row.organisation_id:
                raise Invalid([("/project", "not_its_project")])
        unlinks = line.verb is Verb.link and project_id is None
        if guard is Guard.no_circle and not unlinks and lineage.is_circle(session, source, row.organisation_id, project_id):
            raise Circle
        if guard is Guard.not_from_a_source and row.origin is Origin.public_source:
            raise OfASource
        if guard is Guard.other_confirms and who.name in (row.source_confirmer, row.adopter_confirmer):
            raise ConfirmsForBoth
        if (
            guard is Guard.side_is_silent
            and _by_the_staff(here, line)
            and acting.speakers(session, _body(here, CONFIRMS[line.verb]))
        ):
            raise SideConfirmsItself
        if guard is Guard.one_side_itself and _by_the_staff(here, line) and not _stands(session, here, OTHER[CONFIRMS[line.verb]]):
            raise NobodyOfEither


def _by_the_staff(here: At, line: Step) -> bool:
    """Whether somebody would confirm for a side without being of it."""
    return CONFIRMS[line.verb] not in here.actors


def _body(here: At, side: Actor) -> str:
    return here.source.organisation_id if side is Actor.source else here.row.organisation_id


def _stands(session: Session, here: At, side: Actor) -> bool:
    """Whether a side has confirmed it itself; where it has not yet, whether it could."""
    confirmer = getattr(here.row, CONFIRMER[side])
    speakers = {each.id for each in acting.speakers(session, _body(here, side))}
    if confirmer is None:
        return bool(speakers)
    kind, _, id = confirmer.partition(":")
    return kind != "account" or id in speakers or accounts.acting(session, id).roles.isdisjoint(STAFF)


def save(session: Session) -> None:
    """Write to the database, which knows of the open ones."""
    try:
        session.flush()
    except IntegrityError:
        raise OpenAlready from None
