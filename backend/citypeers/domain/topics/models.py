"""Topics as SKOS concept schemes: what a network, project or question is about."""

from sqlmodel import Field

from citypeers.core.rows import Json, Record

KIND = "topic"
LanguageMap = dict[str, str]


class TopicScheme(Record, table=True):
    """A concept scheme (skos:ConceptScheme), such as the fields of action."""

    __tablename__ = "topic_scheme"

    position: int
    title: LanguageMap = Field(sa_type=Json)
    description: LanguageMap = Field(sa_type=Json)
    uri: str | None = Field(default=None, max_length=300)


class Topic(Record, table=True):
    """A concept (skos:Concept) of one scheme; its id is the stable slug that other records name."""

    id: str = Field(primary_key=True, max_length=64)
    scheme_id: str = Field(foreign_key="topic_scheme.id", max_length=32, index=True)
    position: int
    notation: str | None = Field(default=None, max_length=20)
    label: LanguageMap = Field(sa_type=Json)
    definition: LanguageMap | None = Field(default=None, sa_type=Json)
    broader_id: str | None = Field(default=None, foreign_key="topic.id", max_length=64)
    guiding_questions: list[LanguageMap] = Field(default_factory=list, sa_type=Json)
    matches: list[str] = Field(default_factory=list, sa_type=Json)
    """Ids of topics in other schemes that mean nearly the same (skos:closeMatch)."""
    uris: list[str] = Field(default_factory=list, sa_type=Json)
    keywords: dict[str, list[str]] = Field(default_factory=dict, sa_type=Json)
    """Everyday search words per language (skos:hiddenLabel)."""
    source_terms: list[str] = Field(default_factory=list, sa_type=Json)
    """Free topic words of sources that are filed under this topic."""
