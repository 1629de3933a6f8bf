"""Verbs on practices: begun, written on as drafts, and moved by the steps of the table."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import audit, clock, rendered, rows
from citypeers.core.merging import merged, validated
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid, ReasonNeeded
from citypeers.domain.members import acting, named
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.practices import policy, rendering
from citypeers.domain.practices.models import KIND, Practice, PracticeState
from citypeers.domain.practices.schemas import PracticeCreate, PracticeFacts, PracticeMove, PracticePatch, Provenance
from citypeers.domain.practices.states import REFUSAL, STEPS, PracticeActor, PracticeGuard
from citypeers.domain.topics.models import Topic

WHEN_CHANGED: list[Callable[[Session, frozenset[str]], None]] = []
"""Nouns that show something of practices add here what renders them anew."""
REQUIRED = ("summary", "topics")
"""Fields that what is published has."""


class PracticeWrongStep(Conflict):
    """The step does not lead on from where the practice stands."""

    name = "practice-wrong-step"


class PracticeIncomplete(Invalid):
    """Something is missing that others need."""

    name = REFUSAL[PracticeGuard.complete]


class NotDraft(Conflict):
    """Only a draft is written on."""

    name = "practice-not-draft"


def create(session: Session, who: Principal, write: PracticeCreate, provenance: Provenance | None = None) -> Practice:
    """A new draft in the name of an organisation that ``who`` acts for; ``provenance`` names what it came out of."""
    body = named.organisation(session, write.organisation)
    if not acting.acts(session, who, body.id):
        raise Forbidden
    _know_topics(session, write.topics)
    practice = Practice(
        **facts_of(write),
        organisation_id=body.id,
        organisation=body,
        provenance_kind=provenance.kind if provenance else None,
        provenance_id=provenance.id if provenance else None,
        created_by=who.name,
    )
    session.add(practice)
    session.flush()
    said = {"organisation": body.slug, "title": write.title} | ({"provenance": practice.provenance} if provenance else {})
    audit.record(session, who, "practice.created", KIND, practice.id, {name: (None, value) for name, value in said.items()})
    return practice


def change(session: Session, who: Principal, id: str, patch: PracticePatch, version: str) -> Practice:
    """Write on a draft."""
    practice = _held(session, who, id, version)
    if practice.state is not PracticeState.draft:
        raise NotDraft(state=practice.state.value)
    before = facts_of(practice)
    facts = validated(PracticeFacts, merged(before, patch.model_dump(mode="json", exclude_unset=True)))
    _know_topics(session, facts.topics)
    values = {name: value for name, value in facts_of(facts).items() if value != before[name]}
    if values:
        rows.rewrite(session, practice, {**values, "origin": Origin.member})
        said = {name: (before[name], value) for name, value in values.items()}
        audit.record(session, who, "practice.changed", KIND, practice.id, said)
    return practice


def move(session: Session, who: Principal, id: str, asked: PracticeMove, version: str) -> Practice:
    """Take one step of the table."""
    practice = _held(session, who, id, version)
    step = STEPS[asked.verb]
    if step.who.isdisjoint(policy.actors(session, who, [practice])[practice.id]):
        raise Forbidden
    if practice.state not in step.sources:
        raise PracticeWrongStep(state=practice.state.value)
    if step.needs_reason and not asked.reason:
        raise ReasonNeeded
    if PracticeGuard.complete in step.guards:
        _complete(practice)
    before = practice.state
    values: dict[str, Any] = {"state": step.target, "reason": asked.reason if step.needs_reason else None}
    if step.target is PracticeState.published:
        values["published_at"] = clock.now()
    rows.rewrite(session, practice, values)
    if PracticeState.published in (before, step.target):
        render(session, [practice.id])
    said = {"state": (before, step.target)} | ({"reason": (None, asked.reason)} if asked.reason else {})
    audit.record(session, who, f"practice.{step.verb.value}", KIND, practice.id, said)
    return practice


def may(practice: Practice, actors: frozenset[PracticeActor]) -> list[str]:
    """The verbs that somebody may take from here, ``write`` among them; what is missing is not looked at."""
    writes = ["write"] if actors and practice.state is PracticeState.draft else []
    return writes + [step.verb.value for step in STEPS.values() if practice.state in step.sources and step.who & actors]


def facts_of(given: Practice | PracticeFacts) -> dict[str, Any]:
    """What is said of a practice, as it is kept."""
    facts = PracticeFacts.model_validate({name: getattr(given, name) for name in PracticeFacts.model_fields})
    return facts.model_dump(mode="json")


def render(session: Session, ids: Iterable[str]) -> None:
    """Keep the served forms of some practices as they are now."""
    session.flush()
    for batch in rows.batched(sorted(ids)):
        found = session.scalars(select(Practice).where(col(Practice.id).in_(batch)).order_by(col(Practice.id))).unique().all()
        forms = [rendering.rendering(each) for each in found if each.state is PracticeState.published]
        if forms:
            rendered.put(session, *forms)
        hidden = [each.id for each in found if each.state is not PracticeState.published]
        if hidden:
            rendered.withdraw(session, KIND, *hidden)
        for follow in WHEN_CHANGED:
            follow(session, frozenset(batch))


def known_topics(session: Session, topics: Iterable[str]) -> set[str]:
    """Those of some topics that there are."""
    return set(session.scalars(select(col(Topic.id)).where(col(Topic.id).in_(list(topics)))))


def _know_topics(session: Session, topics: list[str]) -> None:
    known = known_topics(session, topics)
    unknown = [(f"/topics/{place}", "unknown_topic") for place, topic in enumerate(topics) if topic not in known]
    if unknown:
        raise Invalid(unknown)


def _held(session: Session, who: Principal, id: str, version: str) -> Practice:
    practice = policy.practices.find(session, who, col(Practice.id) == id, to=policy.practices.change)
    rows.matches(practice, version)
    return practice


def _complete(practice: Practice) -> None:
    missing = [(f"/{name}", "needed_to_publish") for name in REQUIRED if not getattr(practice, name)]
    if missing:
        raise PracticeIncomplete(missing)


def _follow(session: Session, ids: Iterable[str]) -> None:
    """Render anew the practices that show something of these organisations."""
    shown = {one for id in ids for kind, one in rendered.dependants(session, ORGANISATION, id) if kind == KIND}
    if shown:
        render(session, shown)


organisations.WHEN_CHANGED.append(_follow)
