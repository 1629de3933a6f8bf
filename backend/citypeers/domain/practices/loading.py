"""Practices as they come from a source, which knows them by keys of its own."""

import uuid
from collections.abc import Mapping, Sequence
from enum import StrEnum

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.principal import Principal
from citypeers.core.rows import batched
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.practices.models import Practice, PracticeState
from citypeers.domain.practices.schemas import PracticeWrite
from citypeers.domain.practices.service import facts_of, known_topics, render

_KEYS = uuid.UUID("0b8f2f0e-5c0e-5f5b-9a53-2d5c4a2f7c90")
"""The namespace of ids that are made of a key, so that one practice has one address on every installation."""


class PracticeOutcome(StrEnum):
    """What became of one row of a source."""

    created = "created"
    changed = "changed"
    unchanged = "unchanged"
    kept_practice_at_work = "kept_practice_at_work"
    """It was withdrawn or archived here: the source does not bring it back."""
    kept_practice_of_its_people = "kept_practice_of_its_people"
    """Somebody has changed it here since."""


def id_of(key: str) -> str:
    """The id of the practice that the data call by a key."""
    return uuid.uuid5(_KEYS, key).hex


def save_all(session: Session, who: Principal, writes: Sequence[PracticeWrite]) -> list[PracticeOutcome]:
    """Create or change the published practices of public sources; an outcome for each in order."""
    present = _present(session, writes)
    publishers = _organisations(session, writes)
    outcomes = []
    for write in writes:
        practice = present.get(id_of(write.key))
        body = publishers[write.organisation] if write.organisation else None
        values = {**facts_of(write), "organisation_id": body.id if body else None}
        if practice is None:
            practice = Practice(
                id=id_of(write.key),
                **values,
                origin=Origin.public_source,
                state=PracticeState.published,
                published_at=clock.now(),
                created_by=who.name,
            )
            session.add(practice)
            outcomes.append(PracticeOutcome.created)
            continue
        outcomes.append(_outcome(practice, values))
        if outcomes[-1] is PracticeOutcome.changed:
            practice.sqlmodel_update(values)
            practice.version += 1
            practice.updated_at = clock.now()
    written = (PracticeOutcome.created, PracticeOutcome.changed)
    render(session, [id_of(write.key) for write, outcome in zip(writes, outcomes, strict=True) if outcome in written])
    return outcomes


def _outcome(practice: Practice, values: Mapping[str, object]) -> PracticeOutcome:
    if practice.state is not PracticeState.published:
        return PracticeOutcome.kept_practice_at_work
    if {**facts_of(practice), "organisation_id": practice.organisation_id} == values:
        return PracticeOutcome.unchanged
    return PracticeOutcome.changed if practice.origin is Origin.public_source else PracticeOutcome.kept_practice_of_its_people


def missing(session: Session, writes: Sequence[PracticeWrite]) -> Mapping[int, tuple[str, str]]:
    """The places of those that name what there is not, each with the field and what is wrong."""
    publishers = _organisations(session, writes)
    topics = known_topics(session, {topic for write in writes for topic in write.topics})
    found: dict[int, tuple[str, str]] = {}
    for place, write in enumerate(writes):
        if write.organisation is not None and write.organisation not in publishers:
            found[place] = ("organisation", "unknown_organisation")
        elif set(write.topics) - topics:
            found[place] = ("topics", "unknown_topic")
    return found


def _present(session: Session, writes: Sequence[PracticeWrite]) -> dict[str, Practice]:
    rows: dict[str, Practice] = {}
    for some in batched(id_of(write.key) for write in writes):
        rows |= {row.id: row for row in session.scalars(select(Practice).where(col(Practice.id).in_(some))).unique()}
    return rows


def _organisations(session: Session, writes: Sequence[PracticeWrite]) -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    for some in batched({write.organisation for write in writes if write.organisation}):
        rows = session.scalars(select(Organisation).where(col(Organisation.slug).in_(some)))
        found |= {row.slug: row for row in rows}
    return found
