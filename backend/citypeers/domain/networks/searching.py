"""What of a network is searched."""

from collections.abc import Mapping

from citypeers.core.index import Searchable
from citypeers.core.text import LANGUAGES
from citypeers.domain.networks.models import KIND
from citypeers.domain.networks.schemas import NetworkWhole


def searchable(network: NetworkWhole, labels: Mapping[str, Mapping[str, str]]) -> Searchable:
    """Names, texts and everything the network is known by; ``labels`` are those of the topics."""
    names = [network.name, *([network.long_name] if network.long_name else [])]
    return Searchable(
        kind=KIND,
        id=network.id,
        slug=network.slug,
        href=f"/networks/{network.slug}",
        titles=network.name,
        texts={language: _text(network, language) for language in LANGUAGES},
        words=[
            *(name for each in (*names, network.label) for name in each.values()),
            *([network.abbreviation] if network.abbreviation else []),
            *network.name_variants,
            *(word for keyword in network.keywords for word in keyword.values()),
            *(label for topic in network.topics for label in labels.get(topic, {}).values()),
            *(name for member in network.members for name in (member.name, *member.aliases)),
            *(name for relation in network.relations if relation.organisation for name in relation.organisation.values()),
            *network.german_municipalities,
        ],
    )


def _text(network: NetworkWhole, language: str) -> str:
    texts = [network.summary, *(entry.text for entry in network.profile if entry.text), *network.outputs]
    return " ".join(text[language] for text in texts if language in text)
