"""An organisation as what is served, and what of it is searched."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.index import Searchable
from citypeers.core.listing import Entry
from citypeers.core.rendered import Rendering
from citypeers.core.text import LANGUAGES, sort_key, spoken
from citypeers.domain.organisations.models import KIND, Organisation
from citypeers.domain.organisations.schemas import (
    DatedName,
    OrganisationDisplay,
    OrganisationFacts,
    OrganisationLink,
    OrganisationRow,
    OrganisationWhole,
)

LICENCE = "CC-BY-4.0"


def row(organisation: Organisation) -> OrganisationRow:
    """The list form."""
    facts = {name: getattr(organisation, name) for name in OrganisationFacts.model_fields}
    return OrganisationRow(**facts, id=organisation.id, updated_at=organisation.updated_at)


def whole(organisation: Organisation) -> OrganisationWhole:
    """The full form."""
    return OrganisationWhole(
        **row(organisation).model_dump(),
        version=organisation.version,
        licence=LICENCE,
        names=[DatedName.model_validate(name) for name in organisation.names],
        parent=link(organisation.parent),
        successor=link(organisation.successor),
        sources=organisation.sources,
    )


def link(organisation: Organisation | None) -> OrganisationLink | None:
    """The organisation as others name it."""
    return OrganisationLink.model_validate(organisation) if organisation else None


def links(session: Session, ids: Iterable[str]) -> dict[str, OrganisationLink]:
    """Some organisations as others name them, by id."""
    rows = session.scalars(select(Organisation).where(col(Organisation.id).in_(set(ids))))
    return {row.id: OrganisationLink.model_validate(row) for row in rows}


def display(organisation: Organisation, language: str) -> OrganisationDisplay:
    """The organisation's name for readers of one language."""
    served, name = spoken(organisation.label, [language])
    return OrganisationDisplay(language=served, name=name)


def rendering(organisation: Organisation) -> Rendering:
    """Everything that is kept of an organisation; all of them are public."""
    others = (organisation.parent_id, organisation.successor_id)
    return Rendering(
        kind=KIND,
        id=organisation.id,
        slug=organisation.slug,
        version=organisation.version,
        item=row(organisation),
        whole=whole(organisation),
        display={language: display(organisation, language) for language in LANGUAGES},
        entry=Entry(
            keys={language: sort_key(spoken(organisation.label, [language])[1]) for language in LANGUAGES},
            values=frozenset(
                (facet, str(value))
                for facet, value in (("kind", organisation.kind.value), ("country", organisation.country))
                if value is not None
            ),
        ),
        parts=frozenset((KIND, other) for other in others if other),
    )


def searchable(organisation: OrganisationWhole) -> Searchable:
    """Every name the organisation is known by."""
    names = [organisation.name, *organisation.aliases]
    return Searchable(
        kind=KIND,
        id=organisation.id,
        slug=organisation.slug,
        href=f"/organisations/{organisation.slug}",
        titles=organisation.label,
        texts={
            language: "; ".join(each.name[language] for each in organisation.names if language in each.name)
            for language in LANGUAGES
        },
        words=[*names, *(text for each in organisation.names for text in each.name.values())],
    )
