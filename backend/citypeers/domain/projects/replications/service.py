"""Verbs on replications: declared, taken further, confirmed by both sides, corrected, abandoned. The rules are the table's."""

from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock
from citypeers.core.merging import merged, validated
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, NotFound, PreconditionFailed, ReasonNeeded
from citypeers.domain.members import acting, named
from citypeers.domain.networks.models import Origin
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.models import Adoption, Project, Replication
from citypeers.domain.projects.replications import lineage, policy, telling
from citypeers.domain.projects.replications.counting import is_counted
from citypeers.domain.projects.replications.guards import At, check, save
from citypeers.domain.projects.replications.schemas import ReplicationCreate, ReplicationPatch, ReplicationStep, Told
from citypeers.domain.projects.replications.states import CONFIRMER, CONFIRMS, TABLE, Step, step
from citypeers.domain.projects.replications.states import ReplicationActor as Actor
from citypeers.domain.projects.replications.states import ReplicationEffect as Effect
from citypeers.domain.projects.replications.states import ReplicationGuard as Guard
from citypeers.domain.projects.replications.states import ReplicationVerb as Verb

KIND = "replication"
CONFIRMED_AT = {Actor.source: "confirmed_by_source_at", Actor.adopter: "confirmed_by_adopter_at"}


class ReplicationWrongStep(Conflict):
    name = "replication-wrong-step"


def etag(row: Replication) -> str:
    """The entity tag of a replication: what was said of it, and which sides have confirmed that."""
    sides = (row.confirmed_by_source_at is not None) + 2 * (row.confirmed_by_adopter_at is not None)
    return f'"{row.version}-{sides}.{row.id[:8]}"'


def _is_seen(row: Replication, version: str, verb: Verb) -> bool:
    """Whether a step is taken on what was seen; who confirms confirms what was said, whether or not the other side has by now."""
    if verb in CONFIRMS:
        return version.partition("-")[0] == etag(row).partition("-")[0] and version.endswith(f'.{row.id[:8]}"')
    return version == etag(row)


def may(row: Replication, actors: frozenset[Actor]) -> list[Verb]:
    """The steps that somebody may take from here, as far as that is known before it is tried."""
    from_a_source = row.origin is Origin.public_source
    open_ = [line for line in TABLE if row.state in line.sources and line.who & actors]
    return [
        line.verb
        for line in open_
        if not (from_a_source and Guard.not_from_a_source in line.guards) and not _is_confirmed(row, line.verb)
    ]


def _is_confirmed(row: Replication, verb: Verb) -> bool:
    """Whether the side for which a verb confirms has done so."""
    return verb in CONFIRMS and getattr(row, CONFIRMED_AT[CONFIRMS[verb]]) is not None


def declare(session: Session, who: Principal, project_id: str, write: ReplicationCreate) -> Replication:
    """Say that an organisation is interested in doing a project again."""
    lineage.lock(session, [project_id, write.project])
    seen = select(Project).where(col(Project.id) == project_id, policy.projects.where(who))
    source = session.scalars(seen).one_or_none()
    if source is None:
        raise NotFound
    adopter = named.organisation(session, write.organisation)
    if not acting.acts(session, who, adopter.id):
        raise Forbidden
    texts = write.model_dump(include=set(Told.model_fields))
    row = Replication(source_id=source.id, organisation_id=adopter.id, project_id=write.project, **texts)
    line = step(Verb.declare)
    here = At(row, source, policy.Sides(session, who, [row]).of(row))
    check(session, who, here, line, write.project)
    session.add(row)
    save(session)
    said = {name: (None, value) for name, value in {**texts, "project": write.project, "state": row.state}.items() if value}
    audit.record(session, who, f"replication.{line.verb}", KIND, row.id, {"organisation": (None, adopter.slug), **said})
    telling.tell(session, who, here.row, here.source, here.actors, [line], None)
    return row


def _find(
    session: Session, who: Principal, id: str, version: str | None, verbs: tuple[Verb, ...], project: str | None = None
) -> At:
    """A replication to act on, while nobody else changes the ledger."""
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
        raise ReasonNeeded
    check(session, who, here, line, here.row.project_id)
    return _take(session, who, here, [line], {}, asked.reason)


def change(session: Session, who: Principal, id: str, patch: ReplicationPatch, version: str | None) -> Replication:
    """Say anew what was kept, changed and missing, or which project the adopter made of it."""
    given = patch.model_dump(exclude_unset=True)
    corrects, links = not given.keys() <= {"project"}, "project" in given
    verbs = ((Verb.correct,) if corrects else ()) + ((Verb.link,) if links else ())
    here = _find(session, who, id, version, verbs or (Verb.correct,), patch.project)
    row = here.row
    told = validated(Told, merged(row.model_dump(include=set(Told.model_fields)), given | {"project": None}))
    values = told.model_dump() | ({"project_id": patch.project} if links else {})
    values = {name: value for name, value in values.items() if getattr(row, name) != value}
    if "project_id" in values:
        check(session, who, here, step(Verb.link), patch.project)
    lines = [step(Verb.correct)] if values.keys() - {"project_id"} else []
    lines += [step(Verb.link)] if "project_id" in values else []
    return _take(session, who, here, lines, values, None) if lines else row


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
    save(session)
    for line in lines:
        audit.record(session, who, f"replication.{line.verb}", KIND, row.id, _said(before, row, line, reason))
    telling.tell(session, who, row, here.source, here.actors, lines, reason)
    if is_counted(row) is not counted:
        projects.render(session, [row.source_id])
    return row


def _said(before: dict[str, Any], row: Replication, line: Step, reason: str | None) -> dict[str, tuple[Any, Any]]:
    """What a step changed, for the history."""
    names = {Verb.link: ["project_id"], Verb.correct: list(Told.model_fields)}.get(line.verb, ["state"])
    said = {name: (before[name], getattr(row, name)) for name in names if before[name] != getattr(row, name)}
    for name in CONFIRMER.values():
        if before[name] != getattr(row, name):
            said[name] = (before[name], getattr(row, name))
    return said | ({"reason": (None, reason)} if reason else {})


def _bring_about(who: Principal, here: At, line: Step, effect: Effect) -> None:
    if effect is Effect.side_confirms:
        _confirmation(here.row, CONFIRMS[line.verb], who)
    for side, name in CONFIRMER.items():
        others = side not in here.actors or (here.actors >= CONFIRMER.keys() and getattr(here.row, name) != who.name)
        if effect is Effect.confirmations_fall or (effect is Effect.confirmation_of_the_other_falls and others):
            _confirmation(here.row, side, None)


def _confirmation(row: Replication, side: Actor, who: Principal | None) -> None:
    """A side has confirmed, or has not any more."""
    setattr(row, CONFIRMER[side], who.name if who else None)
    setattr(row, CONFIRMED_AT[side], clock.now() if who else None)
