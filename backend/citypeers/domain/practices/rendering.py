"""A practice as what is served, and what of it is searched."""

from collections.abc import Mapping
from typing import Any

from citypeers.core.index import Searchable
from citypeers.core.listing import Entry
from citypeers.core.rendered import Rendering
from citypeers.core.text import LANGUAGES, sort_key, spoken
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.organisations.rendering import link
from citypeers.domain.practices.models import KIND, Practice
from citypeers.domain.practices.schemas import LICENCE, PracticeDisplay, PracticeFacts, PracticeRow, PracticeWhole, Provenance


def row(practice: Practice) -> PracticeRow:
    """The list form."""
    return PracticeRow(
        **{name: getattr(practice, name) for name in PracticeFacts.model_fields},
        id=practice.id,
        organisation=link(practice.organisation),
        origin=practice.origin,
        updated_at=practice.updated_at,
    )


def whole(practice: Practice) -> PracticeWhole:
    """The full form."""
    return PracticeWhole(
        **dict(row(practice)),
        version=practice.version,
        state=practice.state,
        provenance=Provenance.model_validate(practice.provenance) if practice.provenance else None,
        published_at=practice.published_at,
        data_licence=LICENCE,
    )


def display(practice: Practice, language: str) -> PracticeDisplay:
    """The practice's words for readers of one language, none of them in two languages where it can be helped."""
    served, title = spoken(practice.title, [language])
    summary = spoken(practice.summary, [served])[1] if practice.summary else None
    return PracticeDisplay(language=served, title=title, summary=summary)


def facets(row: PracticeRow) -> frozenset[tuple[str, str]]:
    """The values under which a practice is filtered and counted."""
    values: list[tuple[str, Any]] = [
        ("kind", row.kind),
        *(("topic", topic) for topic in row.topics),
        *(("language", language) for language in row.languages),
        *((("organisation", row.organisation.slug),) if row.organisation else ()),
    ]
    return frozenset((facet, str(value)) for facet, value in values)


def rendering(practice: Practice) -> Rendering:
    """Everything that is kept of a published practice."""
    item = row(practice)
    return Rendering(
        kind=KIND,
        id=practice.id,
        slug=practice.id,
        version=practice.version,
        item=item,
        whole=whole(practice),
        display={language: display(practice, language) for language in LANGUAGES},
        entry=Entry(
            keys={language: sort_key(spoken(practice.title, [language])[1]) for language in LANGUAGES}, values=facets(item)
        ),
        parts=frozenset({(ORGANISATION, practice.organisation_id)} if practice.organisation_id else ()),
    )


def searchable(practice: PracticeWhole, labels: Mapping[str, Mapping[str, str]]) -> Searchable:
    """Its words and everything it is known by; ``labels`` are those of the topics, in every language."""
    publisher = [*practice.organisation.label.values(), practice.organisation.name] if practice.organisation else []
    return Searchable(
        kind=KIND,
        id=practice.id,
        slug=practice.id,
        href=f"/practices/{practice.id}",
        titles=practice.title,
        texts={language: (practice.summary or {}).get(language, "") for language in LANGUAGES},
        words=[
            *practice.title.values(),
            *(label for topic in practice.topics for label in labels.get(topic, {}).values()),
            *publisher,
            *([practice.publisher] if practice.publisher else []),
        ],
        marks=sorted(f"{facet}:{value}" for facet, value in facets(practice)),
    )
