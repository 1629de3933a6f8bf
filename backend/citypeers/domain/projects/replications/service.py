"""Verbs on replications: declared, taken further, confirmed by both sides, corrected, abandoned. The rules are the table's."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.merging import merged
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound, PreconditionFailed
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects import acting
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.models import Adoption, Project, Replication
from citypeers.domain.projects.replications import lineage, policy, telling
from citypeers.domain.projects.replications.counting import is_counted
from citypeers.domain.projects.replications.schemas import ReplicationCreate, ReplicationPatch, ReplicationStep, Told
from citypeers.domain.projects.replications.states import (
    CONFIRMS,
    REFUSAL,
    TABLE,
    ReplicationActor,
    ReplicationEffect,
    ReplicationGuard,
    ReplicationVerb,
    Step,
    step,
)

KIND = "replication"
CONFIRMER = {ReplicationActor.source: "source_confirmer", ReplicationActor.adopter: "adopter_confirmer"}
CONFIRMED_AT = {ReplicationActor.source: "confirmed_by_source_at", ReplicationActor.adopter: "confirmed_by_adopter_at"}


class ReplicationWrongStep(Conflict):
    name = "replication-wrong-step"


class ReplicationReasonNeeded(Conflict):
    name = "reason-needed"


class SourceNotLive(Conflict):
    name = REFUSAL[ReplicationGuard.source_live]


class OwnCity(Conflict):
    """Nobody does their own project again."""

    name = REFUSAL[ReplicationGuard.other_city]


class Circle(Conflict):
    """It would lead back to where it came from."""

    name = REFUSAL[ReplicationGuard.no_circle]


class OpenAlready(Conflict):
    """There is one open replication of a project by an organisation at a time."""

    name = REFUSAL[ReplicationGuard.one_open]


class ConfirmsForBoth(Conflict):
    """Somebody confirmed for one side and would for the other."""

    name = REFUSAL[ReplicationGuard.other_confirms]


class SideConfirmsItself(Conflict):
    """The staff would confirm for a side for which somebody acts."""

    name = REFUSAL[ReplicationGuard.side_is_silent]


class OfASource(Conflict):
    """A public source tells of it."""

    name = REFUSAL[ReplicationGuard.not_from_a_source]


@dataclass(frozen=True)
class At:
    """A replication with its source, and what somebody is to it."""

    row: Replication
    source: Project
    actors: frozenset[ReplicationActor]


def etag(row: Replication) -> str:
    """The entity tag of a replication: what was said of it, and which sides have confirmed that."""
    sides = (row.confirmed_by_source_at is not None) + 2 * (row.confirmed_by_adopter_at is not None)
    return f'"{row.version}-{sides}.{row.id[:8]}"'


def _is_seen(row: Replication, version: str, verb: ReplicationVerb) -> bool:
    """Whether a step is taken on what was seen; who confirms confirms what was said, whether or not the other side has by now."""
    if verb in CONFIRMS:
        return version.partition("-")[0] == etag(row).partition("-")[0] and version.endswith(f'.{row.id[:8]}"')
    return version == etag(row)


def may(row: Replication, actors: frozenset[ReplicationActor]) -> list[ReplicationVerb]:
    """The steps that somebody may take from here, as far as that is known before it is tried."""
    from_a_source = row.origin is Origin.public_source
    open_ = [line for line in TABLE if row.state in line.sources and line.who & actors]
    return [
        line.verb
        for line in open_
        if not (from_a_source and ReplicationGuard.not_from_a_source in line.guards) and not _is_confirmed(row, line.verb)
    ]


def _is_confirmed(row: Replication, verb: ReplicationVerb) -> bool:
    """Whether the side for which a verb confirms has done so."""
    return verb in CONFIRMS and getattr(row, CONFIRMED_AT[CONFIRMS[verb]]) is not None


def declare(session: Session, who: Principal, project_id: str, write: ReplicationCreate) -> Replication:
    """Say that an organisation is interested in doing a project again."""
    policy.may_try(who)
    lineage.lock(session, [project_id, write.project])
    seen = select(Project).where(col(Project.id) == project_id, policy.projects.where(who))
    source = session.scalars(seen).one_or_none()
    if source is None:
        raise NotFound
    adopter = session.scalars(select(Organisation).where(col(Organisation.slug) == write.organisation)).one_or_none()
    if adopter is None:
        raise Invalid([("/organisation", "unknown_organisation")])
    if not acting.acts(session, who, adopter.id):
        raise Forbidden
    texts = write.model_dump(include=set(Told.model_fields))
    row = Replication(source_id=source.id, organisation_id=adopter.id, project_id=write.project, **texts)
    line = step(ReplicationVerb.declare)
    here = At(row, source, policy.Sides(session, who, [row]).of(row))
    _guard(session, who, here, line, write.project)
    session.add(row)
    _flush(session)
    said = {name: (None, value) for name, value in {**texts, "project": write.project, "state": row.state}.items() if value}
    audit.record(session, who, f"replication.{line.verb}", KIND, row.id, {"organisation": (None, adopter.slug), **said})
    telling.tell(session, who, here.row, here.source, here.actors, line, None)
    return row


def _find(
    session: Session, who: Principal, id: str, version: str | None, verbs: tuple[ReplicationVerb, ...], project: str | None = None
) -> At:
    """A replication to act on, while nobody else changes the ledger."""
    policy.may_try(who)
    found = session.execute(
        select(col(Replication.source_id), col(Replication.project_id)).where(col(Replication.id) == id)
    ).first()
    if found is None:
        raise NotFound
    lineage.lock(session, [*found, project])
    session.expire_all()
    row = policy.replications.find(session, who, col(Replication.id) == id, to=policy.replications.change)
    here = At(row, session.get_one(Project, row.source_id), policy.Sides(session, who, [row]).of(row))
    if any(not step(verb).who & here.actors for verb in verbs):
        raise Forbidden
    if version is not None and any(not _is_seen(row, version, verb) for verb in verbs):
        raise PreconditionFailed
    if any(row.state not in step(verb).sources for verb in verbs):
        raise ReplicationWrongStep(state=row.state.value)
    return here


def move(session: Session, who: Principal, id: str, asked: ReplicationStep, version: str | None) -> Replication:
    """Take one step of the table; ``version`` is the entity tag that was seen, None from within."""
    here = _find(session, who, id, version, (asked.verb,))
    line = step(asked.verb)
    if _is_confirmed(here.row, asked.verb):
        return here.row
    if line.needs_reason and not asked.reason:
        raise ReplicationReasonNeeded
    _guard(session, who, here, line, here.row.project_id)
    return _take(session, who, here, [line], {}, asked.reason)


def change(session: Session, who: Principal, id: str, patch: ReplicationPatch, version: str | None) -> Replication:
    """Say anew what was kept, changed and missing, or which project the adopter made of it."""
    given = patch.model_dump(exclude_unset=True)
    corrects, links = not given.keys() <= {"project"}, "project" in given
    verbs = ((ReplicationVerb.correct,) if corrects else ()) + ((ReplicationVerb.link,) if links else ())
    here = _find(session, who, id, version, verbs or (ReplicationVerb.correct,), patch.project)
    row = here.row
    try:
        told = Told.model_validate(merged(row.model_dump(include=set(Told.model_fields)), given | {"project": None}))
    except ValidationError as error:
        raise Invalid([("/" + "/".join(map(str, each["loc"])), each["type"]) for each in error.errors()]) from None
    values = told.model_dump() | ({"project_id": patch.project} if links else {})
    values = {name: value for name, value in values.items() if getattr(row, name) != value}
    if "project_id" in values:
        _guard(session, who, here, step(ReplicationVerb.link), patch.project)
    lines = [
        step(verb)
        for verb, is_meant in (
            (ReplicationVerb.correct, values.keys() - {"project_id"}),
            (ReplicationVerb.link, "project_id" in values),
        )
        if is_meant
    ]
    return _take(session, who, here, lines, values, None) if lines else row


def _guard(session: Session, who: Principal, here: At, line: Step, project_id: str | None) -> None:
    """Refuse what the table's guards do not let; ``one_open`` is the database's to say."""
    row, source = here.row, here.source
    for guard in line.guards:
        if guard is ReplicationGuard.source_live and source.live_state not in projects.PUBLIC:
            raise SourceNotLive
        if guard is ReplicationGuard.other_city and lineage.is_own(
            session, source, session.get_one(Organisation, row.organisation_id)
        ):
            raise OwnCity
        if guard is ReplicationGuard.its_project and project_id is not None:
            linked = session.get(Project, project_id)
            if linked is None or linked.organisation_id != row.organisation_id:
                raise Invalid([("/project", "not_its_project")])
        if guard is ReplicationGuard.no_circle and lineage.is_circle(session, source, row.organisation_id, project_id):
            raise Circle
        if guard is ReplicationGuard.not_from_a_source and row.origin is Origin.public_source:
            raise OfASource
        if guard is ReplicationGuard.other_confirms and who.name in (row.source_confirmer, row.adopter_confirmer):
            raise ConfirmsForBoth
        if guard is ReplicationGuard.side_is_silent:
            _silent(session, here, line)


def _silent(session: Session, here: At, line: Step) -> None:
    """The staff confirms for a side only where nobody speaks for it."""
    side = CONFIRMS[line.verb]
    body = here.source.organisation_id if side is ReplicationActor.source else here.row.organisation_id
    if side not in here.actors and acting.speakers(session, body):
        raise SideConfirmsItself


def _take(session: Session, who: Principal, here: At, lines: list[Step], values: dict[str, Any], reason: str | None) -> Replication:
    """Do what some lines say, keep what else is new, and let those know who are told."""
    row = here.row
    counted, before = is_counted(row), row.model_dump()
    row.sqlmodel_update(values)
    for line in lines:
        row.state = line.target or row.state
        for effect in line.effects:
            _bring_about(who, here, line, effect)
    if row.state is Adoption.abandoned and before["state"] is not Adoption.abandoned:
        row.reason = reason
    if lines[0].verb not in CONFIRMS:
        row.version += 1
    row.updated_at = clock.now()
    _flush(session)
    for line in lines:
        audit.record(session, who, f"replication.{line.verb}", KIND, row.id, _said(before, row, line, reason))
        telling.tell(session, who, row, here.source, here.actors, line, reason)
    if is_counted(row) is not counted:
        projects.render(session, [row.source_id])
    return row


def _said(before: dict[str, Any], row: Replication, line: Step, reason: str | None) -> dict[str, tuple[Any, Any]]:
    """What a step changed, for the history."""
    names = {ReplicationVerb.link: ["project_id"], ReplicationVerb.correct: list(Told.model_fields)}.get(line.verb, ["state"])
    said = {name: (before[name], getattr(row, name)) for name in names if before[name] != getattr(row, name)}
    for name in CONFIRMER.values():
        if before[name] != getattr(row, name):
            said[name] = (before[name], getattr(row, name))
    return said | ({"reason": (None, reason)} if reason else {})


def _bring_about(who: Principal, here: At, line: Step, effect: ReplicationEffect) -> None:
    if effect is ReplicationEffect.side_confirms:
        _confirmation(here.row, CONFIRMS[line.verb], who)
    for side, name in CONFIRMER.items():
        others = side not in here.actors or (here.actors >= CONFIRMER.keys() and getattr(here.row, name) != who.name)
        if effect is ReplicationEffect.confirmations_fall or (
            effect is ReplicationEffect.confirmation_of_the_other_falls and others
        ):
            _confirmation(here.row, side, None)


def _confirmation(row: Replication, side: ReplicationActor, who: Principal | None) -> None:
    """A side has confirmed, or has not any more."""
    setattr(row, CONFIRMER[side], who.name if who else None)
    setattr(row, CONFIRMED_AT[side], clock.now() if who else None)


def _flush(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError:
        raise OpenAlready from None
