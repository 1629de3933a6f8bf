"""Verbs on organisations."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock, rendered
from citypeers.core.problems import NotFound
from citypeers.core.text import fold, fold_german
from citypeers.domain.organisations import chains, rendering
from citypeers.domain.organisations.models import KIND, Organisation, OrganisationName, OrganisationSpelling
from citypeers.domain.organisations.schemas import DatedNameWrite, OrganisationDocument, OrganisationFacts, OrganisationWrite

WHEN_CHANGED: list[Callable[[Session, frozenset[str]], None]] = []
"""What those who show something of organisations do when some are changed, in the same transaction; they register it here."""


class Outcome(StrEnum):
    created = "created"
    changed = "changed"
    unchanged = "unchanged"


@dataclass(frozen=True)
class Saved:
    """What saving did: an outcome for each row in order, and the ids of what is different now."""

    outcomes: list[Outcome]
    touched: frozenset[str]


def save_all(session: Session, writes: Sequence[OrganisationWrite]) -> Saved:
    """Create or change organisations, which may name one another; whatever shows something of them is rendered anew."""
    known = {row.slug: row for row in session.scalars(select(Organisation))}
    outcomes: list[Outcome] = []
    touched: list[tuple[Organisation, OrganisationWrite]] = []
    for write in writes:
        row = known.get(write.slug)
        fields = write.model_dump(include=set(OrganisationFacts.model_fields)) | {
            "sources": [source.model_dump(mode="json") for source in write.sources]
        }
        if row is None:
            row = known[write.slug] = Organisation(**fields)
            session.add(row)
            outcomes.append(Outcome.created)
        elif written(row) == write.model_dump(mode="json"):
            outcomes.append(Outcome.unchanged)
            continue
        else:
            row.sqlmodel_update({**fields, "version": row.version + 1, "updated_at": clock.now()})
            outcomes.append(Outcome.changed)
        touched.append((row, write))
    session.flush()
    for row, write in touched:
        row.parent_id, row.successor_id = (known[slug].id if slug else None for slug in (write.parent, write.successor))
        _rename(session, row, write)
    session.flush()
    ids = frozenset(row.id for row, _ in touched)
    dependants = {id for each in ids for kind, id in rendered.dependants(session, KIND, each) if kind == KIND}
    for row, _ in touched:
        _render(session, row)
    for id in dependants - ids:
        _render(session, session.get_one(Organisation, id))
    for follow in WHEN_CHANGED:
        follow(session, ids)
    return Saved(outcomes, ids)


def missing(session: Session, writes: Sequence[OrganisationWrite]) -> Mapping[int, tuple[str, str]]:
    """The places of those whose parent or successor there is not, or leads back; each with the field and what is wrong."""
    known = set(session.scalars(select(col(Organisation.slug)))) | {write.slug for write in writes}
    named = [(place, field, getattr(write, field)) for place, write in enumerate(writes) for field in ("successor", "parent")]
    unknown = {place: (field, "unknown_organisation") for place, field, slug in named if slug and slug not in known}
    return {place: (field, "leads_back") for place, (field, _) in chains.circles(session, writes).items()} | unknown


def written(row: Organisation) -> dict[str, Any]:
    """What the organisation was last saved with."""
    document = OrganisationDocument(
        **{name: getattr(row, name) for name in OrganisationFacts.model_fields},
        names=[DatedNameWrite.model_validate(name) for name in row.names],
        parent=row.parent.slug if row.parent else None,
        successor=row.successor.slug if row.successor else None,
        sources=row.sources,
    )
    return document.model_dump(mode="json")


def _rename(session: Session, row: Organisation, write: OrganisationWrite) -> None:
    """Keep the dated names, and the spellings that find the organisation by any of its names."""
    row.names = [
        session.merge(OrganisationName(organisation_id=row.id, position=place, **name.model_dump()))
        for place, name in enumerate(write.names)
    ]
    names = [write.name, *write.aliases, *write.label.values(), *(text for name in write.names for text in name.name.values())]
    wanted = {form(name)[:300] for name in names for form in (fold, fold_german)}
    spelled = select(OrganisationSpelling).where(col(OrganisationSpelling.organisation_id) == row.id)
    known = {each.folded: each for each in session.scalars(spelled)}
    for folded in wanted - known.keys():
        session.add(OrganisationSpelling(folded=folded, organisation_id=row.id))
    for folded in known.keys() - wanted:
        session.delete(known[folded])


def _render(session: Session, row: Organisation) -> None:
    session.flush()
    session.expire(row, ["names", "parent", "successor"])
    rendered.put(session, rendering.rendering(row))


def spellings(session: Session) -> Sequence[tuple[str, Organisation]]:
    """Every folded spelling with the organisation it finds."""
    statement = select(col(OrganisationSpelling.folded), Organisation).join(
        Organisation, col(Organisation.id) == col(OrganisationSpelling.organisation_id)
    )
    return [(row[0], row[1]) for row in session.execute(statement.order_by(col(Organisation.slug)))]


def find(session: Session, key: str) -> Organisation:
    """The organisation of one slug or id."""
    by_slug = session.scalars(select(Organisation).where(col(Organisation.slug) == key)).one_or_none()
    row = by_slug or session.get(Organisation, key)
    if row is None:
        raise NotFound
    return row
