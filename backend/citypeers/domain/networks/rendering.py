"""A network row as what is served: the one truth for its shape."""

from collections.abc import Sequence

from citypeers.core.listing import Entry
from citypeers.core.lists import NOT_STATED
from citypeers.core.rendered import Rendering
from citypeers.core.text import LANGUAGES, sort_key, spoken
from citypeers.domain.networks.models import KIND, FieldStatus, MemberKind, Membership, Network, NetworkRelation, ProfileField
from citypeers.domain.networks.schemas import (
    LICENCE,
    Details,
    Display,
    Facts,
    MemberOut,
    NetworkName,
    NetworkRow,
    NetworkWhole,
    ProfileEntry,
    RelationOut,
)
from citypeers.domain.organisations.models import KIND as ORGANISATION


def row(network: Network) -> NetworkRow:
    """The list form."""
    profile = [ProfileEntry.model_validate(entry) for entry in network.profile]
    return NetworkRow(
        **_facts(network),
        id=network.id,
        founded_year=network.founded_year,
        german_municipalities=german_municipalities(network.members),
        countries=sorted({member.country for member in network.members if member.country}),
        not_stated=[entry.field for entry in profile if entry.status is FieldStatus.not_stated],
        readings=[entry.field for entry in profile if entry.readings],
        updated_at=network.updated_at,
    )


def whole(network: Network) -> NetworkWhole:
    """The full form."""
    return NetworkWhole(
        **row(network).model_dump(),
        **{name: getattr(network, name) for name in Details.model_fields},
        version=network.version,
        state=network.state,
        licence=LICENCE,
        published_at=network.published_at,
        members=[member(each) for each in network.members],
        relations=[relation(each) for each in network.relations],
    )


def _facts(network: Network) -> dict[str, object]:
    facts = {name: getattr(network, name) for name in Facts.model_fields if name != "topics"}
    return {**facts, "topics": [link.topic_id for link in network.topic_links]}


def german_municipalities(members: Sequence[Membership]) -> list[str]:
    """The German municipalities named, under the inventory's name, once each."""
    german = (each for each in members if each.kind == MemberKind.municipality and each.country == "DE")
    return list(dict.fromkeys(each.organisation.name if each.organisation else each.name for each in german))


def member(row: Membership) -> MemberOut:
    """A named member with its place."""
    place = row.organisation if row.kind == MemberKind.municipality else None
    return MemberOut(
        name=row.name,
        country=row.country,
        kind=row.kind,
        role=row.role,
        aliases=place.aliases if place else [],
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        population=place.population if place else None,
    )


def name_of(network: Network) -> NetworkName:
    """The network as others name it."""
    return NetworkName(slug=network.slug, name=network.name, label=network.label)


def relation(row: NetworkRelation) -> RelationOut:
    """A relation with what its target is called."""
    target = name_of(row.target) if row.target else None
    return RelationOut(kind=row.kind, network=target, organisation=row.organisation, note=row.note)


def display(network: Network, language: str) -> Display:
    """The network's words for readers of one language, none of them in two languages."""
    served, name = spoken(network.name, [language])
    return Display(
        language=served,
        name=name,
        long_name=spoken(network.long_name, [served])[1] if network.long_name else None,
        summary=spoken(network.summary, [served])[1],
    )


def facets(row: NetworkRow) -> frozenset[tuple[str, str]]:
    """The values under which a network is filtered and counted."""
    values: list[tuple[str, str | None]] = [
        ("category", row.category),
        ("founding_type", row.founding_type),
        ("typology", row.typology),
        ("scope", row.geographic_scope),
        ("duration", NOT_STATED if ProfileField.duration in row.not_stated else row.duration_kind),
        *(("topic", topic) for topic in row.topics),
        *(("work_format", code) for code in row.work_formats),
        *(("funding", code) for code in ([NOT_STATED] if ProfileField.funding in row.not_stated else row.funding)),
        *(("country", country) for country in row.countries),
        *(("municipality", name) for name in row.german_municipalities),
        *(("not_stated", field) for field in row.not_stated),
    ]
    return frozenset((facet, str(value)) for facet, value in values if value is not None)


def rendering(network: Network) -> Rendering:
    """Everything that is kept of a published network."""
    item = row(network)
    return Rendering(
        kind=KIND,
        id=network.id,
        slug=network.slug,
        version=network.version,
        item=item,
        whole=whole(network),
        display={language: display(network, language) for language in LANGUAGES},
        entry=Entry(keys={language: sort_key(spoken(network.name, [language])[1]) for language in LANGUAGES}, values=facets(item)),
        parts=frozenset((KIND, each.target_id) for each in network.relations if each.target_id)
        | frozenset((ORGANISATION, each.organisation_id) for each in network.members if each.organisation_id),
    )
