"""What is written and read of topics."""

from typing import Annotated

from pydantic import ConfigDict, Field

from citypeers.core.forms import Form
from citypeers.core.text import LanguageMap, Line

TopicId = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[a-z0-9][a-z0-9.-]*$")]


class TopicWrite(Form):
    """A topic as it is imported."""

    model_config = ConfigDict(extra="forbid")

    id: TopicId
    notation: Line | None = None
    label: LanguageMap
    definition: LanguageMap | None = None
    broader: TopicId | None = None
    guiding_questions: list[LanguageMap] = []
    matches: list[TopicId] = []
    uris: list[Line] = []
    keywords: dict[str, list[Line]] = {}
    source_terms: list[Line] = []


class TopicSchemeWrite(Form):
    """A scheme with all its topics, broader ones before narrower ones."""

    model_config = ConfigDict(extra="forbid")

    id: TopicId
    title: LanguageMap
    description: LanguageMap
    uri: Line | None = None
    topics: list[TopicWrite]


class TopicDisplay(Form):
    """The topic in the reader's language; ``language`` names what was served."""

    language: str
    label: str
    definition: str | None


class TopicItem(Form):
    """A topic in a list."""

    id: str
    scheme: str
    notation: str | None
    label: LanguageMap
    broader: str | None
    narrower: list[str]


class TopicWhole(TopicItem):
    """Everything about a topic itself."""

    scheme_title: LanguageMap
    definition: LanguageMap | None
    guiding_questions: list[LanguageMap]
    matches: list[str]
    uris: list[str]
    keywords: dict[str, list[str]]
    version: int


class TopicListed(TopicItem):
    """A topic in a list, with its words in the reader's language."""

    display: TopicDisplay


class TopicOut(TopicWhole):
    """One topic, with its words in the reader's language."""

    display: TopicDisplay


class TopicPage(Form):
    """A page of topics."""

    items: list[TopicListed]
    next: str | None
    total: int


class TopicSchemeOut(Form):
    """A scheme with its topics in order."""

    id: str
    title: LanguageMap
    description: LanguageMap
    uri: str | None
    topics: list[TopicItem]


class TopicSchemePage(Form):
    """All schemes; there are few, so the page is always whole."""

    items: list[TopicSchemeOut]
    next: str | None
    total: int
