"""What is asked and answered in a search across nouns."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from citypeers.core.forms import Form
from citypeers.core.index import MAX_QUERY_CHARACTERS
from citypeers.core.text import Text


class Kind(StrEnum):
    """What can be found."""

    network = "network"
    organisation = "organisation"
    project = "project"
    practice = "practice"
    topic = "topic"


class SearchQuery(Form):
    """The parameters of a search."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[Text, Field(min_length=1, max_length=MAX_QUERY_CHARACTERS)]
    kind: Annotated[list[Kind], Field(max_length=10)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    offset: Annotated[int, Field(ge=0, le=1000)] = 0


class FoundItem(Form):
    """One found record; ``highlights`` are character ranges of ``snippet`` that match."""

    kind: Kind
    id: str
    slug: str
    title: str
    href: str
    snippet: str
    highlights: list[tuple[int, int]]
    language: str


class SearchPage(Form):
    """The best records and the exact number of all."""

    items: list[FoundItem]
    total: int
