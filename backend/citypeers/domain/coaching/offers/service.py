"""Verbs on offers and needs."""

from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from citypeers.core import audit, clock, rows
from citypeers.core.merging import merged, validated
from citypeers.core.policy import Policy
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid
from citypeers.domain.coaching.models import NEED, NOBODY, OFFER, WRITES, Need, Offer, OfferState
from citypeers.domain.coaching.offers import policy
from citypeers.domain.coaching.offers.schemas import (
    NeedCreate,
    NeedPatch,
    NeedStep,
    OfferCreate,
    Offered,
    OfferPatch,
    OfferStep,
)
from citypeers.domain.coaching.offers.states import NEED_TABLE, OFFER_TABLE, OfferVerb
from citypeers.domain.members import acting, named
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.models import Project
from citypeers.domain.topics.models import Topic

Row = TypeVar("Row", Offer, Need)


class OfferThere(Conflict):
    """The organisation, or the person, has an offer already; it is changed rather than made twice."""

    name = "offer-there"


class NeedThere(Conflict):
    name = "need-there"


class OfferEnded(Conflict):
    name = "offer-ended"


class OfferWrongStep(Conflict):
    name = "offer-wrong-step"


class NeedWrongStep(Conflict):
    name = "need-wrong-step"


def create(session: Session, who: Principal, write: OfferCreate) -> Offer:
    """A new offer, which others find once it is listed."""
    organisation = _own(session, who, write.organisation)
    if write.is_mine and who.account is None:
        raise Invalid([("/is_mine", "no_person")])
    offered = Offered.model_validate(write.model_dump(exclude={"organisation", "is_mine"}))
    row = Offer(
        organisation_id=organisation,
        person_id=who.account or NOBODY if write.is_mine else NOBODY,
        **_checked(session, offered),
    )
    session.add(row)
    _save(session, OfferThere)
    audit.record(session, who, "offer.created", OFFER, row.id, {"topics": (None, row.topics)})
    return row


def _own(session: Session, who: Principal, slug: str) -> str:
    organisation = named.organisation(session, slug)
    if not acting.acts(session, who, organisation.id, WRITES):
        raise Forbidden
    return organisation.id


def _save(session: Session, there: type[Conflict]) -> None:
    """Write to the database, which knows of what is there already."""
    try:
        session.flush()
    except IntegrityError:
        raise there from None


def _checked(session: Session, offered: Offered) -> dict[str, Any]:
    """What is offered, as columns; topics and projects that there are not are wrong values."""
    topics = list(dict.fromkeys(offered.topics))
    known = _topics(session, {*topics, *(each.topic for each in offered.evidence)})
    wrong = [(f"/topics/{at}", "unknown_topic") for at, topic in enumerate(offered.topics) if topic not in known]
    named_projects = {each.project for each in offered.evidence if each.project}
    live = select(col(Project.id)).where(col(Project.id).in_(named_projects), col(Project.live_state).in_(sorted(projects.PUBLIC)))
    published = set(session.scalars(live))
    for at, each in enumerate(offered.evidence):
        if each.topic not in topics:
            wrong.append((f"/evidence/{at}/topic", "topic_not_offered"))
        if each.project is not None and each.project not in published:
            wrong.append((f"/evidence/{at}/project", "unknown_project"))
    if wrong:
        raise Invalid(wrong)
    values = offered.model_dump(mode="json")
    return {**values, "topics": topics, "languages": list({each["language"]: each for each in values["languages"]}.values())}


def _topics(session: Session, asked: set[str]) -> set[str]:
    return set(session.scalars(select(col(Topic.id)).where(col(Topic.id).in_(asked))))


def _held(session: Session, who: Principal, table: Policy[Row], id: str, version: str) -> Row:
    """A row that ``who`` may change, kept from others, as it was seen."""
    kind = table.model
    table.find(session, who, col(kind.id) == id, to=table.change)
    row = session.scalars(select(kind).where(col(kind.id) == id).with_for_update(of=kind)).one()
    session.refresh(row)
    rows.matches(row, version)
    return row


def change(session: Session, who: Principal, id: str, patch: OfferPatch, version: str) -> Offer:
    """Merge a patch into an offer."""
    row = _held(session, who, policy.offers, id, version)
    if row.state is OfferState.ended:
        raise OfferEnded
    document = row.model_dump(include=set(Offered.model_fields), mode="json")
    offered = validated(Offered, merged(document, patch.model_dump(exclude_unset=True, mode="json")))
    _write(session, who, OFFER, row, _checked(session, offered))
    return row


def _write(session: Session, who: Principal, kind: str, row: Row, values: dict[str, Any]) -> None:
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not differing:
        return
    said = {name: (getattr(row, name), value) for name, value in differing.items()}
    row.sqlmodel_update({**differing, "version": row.version + 1, "updated_at": clock.now()})
    session.flush()
    audit.record(session, who, f"{kind}.changed", kind, row.id, said)


def move(session: Session, who: Principal, id: str, asked: OfferStep, version: str) -> Offer:
    """List an offer, take it off the list, or end it. To list it is to consent to being found."""
    row = _held(session, who, policy.offers, id, version)
    line = next((each for each in OFFER_TABLE if each.verb is asked.verb and row.state in each.sources), None)
    if line is None:
        raise OfferWrongStep(state=row.state.value)
    before, row.state = row.state, line.target
    consents = line.verb is OfferVerb.list
    row.consented_at, row.consented_by = (clock.now(), who.name) if consents else (None, None)
    row.version, row.updated_at = row.version + 1, clock.now()
    session.flush()
    audit.record(session, who, f"offer.{line.verb}", OFFER, row.id, {"state": (before.value, row.state.value)})
    return row


def need(session: Session, who: Principal, write: NeedCreate) -> Need:
    """A topic that an organisation wants to learn about."""
    organisation = _own(session, who, write.organisation)
    if write.topic not in _topics(session, {write.topic}):
        raise Invalid([("/topic", "unknown_topic")])
    row = Need(organisation_id=organisation, topic=write.topic, note=write.note)
    session.add(row)
    _save(session, NeedThere)
    audit.record(session, who, "need.created", NEED, row.id, {"topic": (None, row.topic)})
    return row


def change_need(session: Session, who: Principal, id: str, patch: NeedPatch, version: str) -> Need:
    """Say anew what exactly is wanted."""
    row = _held(session, who, policy.needs, id, version)
    given = patch.model_dump(exclude_unset=True)
    note = merged({"note": row.note}, given).get("note") or None
    _write(session, who, NEED, row, {"note": note})
    return row


def move_need(session: Session, who: Principal, id: str, asked: NeedStep, version: str) -> Need:
    """Say that a need is met, is none any more, or is one again."""
    row = _held(session, who, policy.needs, id, version)
    line = next((each for each in NEED_TABLE if each.verb is asked.verb and row.state in each.sources), None)
    if line is None:
        raise NeedWrongStep(state=row.state.value)
    before, row.state = row.state, line.target
    row.version, row.updated_at = row.version + 1, clock.now()
    _save(session, NeedThere)
    audit.record(session, who, f"need.{line.verb}", NEED, row.id, {"state": (before.value, row.state.value)})
    return row
