"""What is written and read of practices."""

from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant, PartialDate, Year
from citypeers.core.forms import Code, FacetValue, Form, Part, Slug
from citypeers.core.text import LanguageMap, Line, Text, safe
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations.schemas import OrganisationLink
from citypeers.domain.practices.models import PracticeKind, PracticeState
from citypeers.domain.practices.states import PracticeActor, PracticeGuard, PracticeVerb
from citypeers.domain.topics.schemas import TopicId

LICENCE = "CC-BY-4.0"
LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]
Link = Annotated[str, Field(pattern=r"^https?://\S+$", max_length=300), AfterValidator(safe)]
TextPatch = dict[str, Text | None]
"""Texts by language that are set, or taken away by null; the other languages stay."""
Reason = Annotated[Line, Field(max_length=500)]


class PracticeFacts(Part):
    """What is said of a practice."""

    kind: PracticeKind
    title: LanguageMap
    summary: LanguageMap | None = None
    publisher: Line | None = None
    """As the work itself names it."""
    year: Year | None = None
    languages: Annotated[list[LanguageTag], Field(max_length=20)] = []
    """In which the work itself is."""
    licence: Line | None = None
    """Of the work itself."""
    link: Link | None = None
    topics: Annotated[list[TopicId], Field(max_length=20)] = []
    review_on: PartialDate | None = None
    """When somebody should look whether it is still right."""


class PracticeCreate(PracticeFacts):
    """A new draft of an organisation: a kind and a title in one language are enough to begin."""

    organisation: Slug


class PracticeWrite(PracticeFacts):
    """A practice as it comes in a file: its own key in the source, and its publisher by slug, by name, or both."""

    key: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^\S(.*\S)?$"), AfterValidator(safe)]
    organisation: Slug | None = None

    @model_validator(mode="after")
    def _some_publisher(self) -> Self:
        if self.organisation is None and self.publisher is None:
            raise PydanticCustomError("some_publisher", "a practice has a publisher")
        return self


class PracticePatch(Part):
    """A merge patch of a draft (RFC 7396): what is left out stays, null takes away, lists are replaced whole."""

    kind: PracticeKind | None = None
    title: TextPatch | None = None
    summary: TextPatch | None = None
    publisher: Line | None = None
    year: Year | None = None
    languages: list[LanguageTag] | None = None
    licence: Line | None = None
    link: Link | None = None
    topics: list[TopicId] | None = None
    review_on: PartialDate | None = None


class PracticeMove(Part):
    """A step that is to be taken."""

    verb: PracticeVerb
    reason: Reason | None = None


class Provenance(Part):
    """The record that a practice came out of, such as a coaching."""

    kind: Code
    id: Annotated[str, Field(max_length=64)]


class PracticeDisplay(Form):
    """The practice's words in the reader's language; ``language`` names what was served."""

    language: str
    title: str
    summary: str | None


class PracticeRow(PracticeFacts):
    """A practice in a list, in all its languages."""

    id: str
    organisation: OrganisationLink | None
    """Who publishes it here; null where the directory does not have its publisher."""
    origin: Origin
    updated_at: Instant


class PracticeWhole(PracticeRow):
    """Everything that is public about a practice, in all its languages."""

    version: int
    state: PracticeState
    provenance: Provenance | None
    published_at: Instant | None
    data_licence: str


class PracticeItem(PracticeRow):
    """A practice in a list, with its words in the reader's language."""

    display: PracticeDisplay


class PracticeOut(PracticeWhole):
    """One practice, with its words in the reader's language and what the reader may do."""

    reason: str | None
    """Why it was withdrawn, archived or taken up again; null to those who may not change it."""
    may: list[str]
    """Verbs of the table, and ``write``."""
    display: PracticeDisplay


class PracticePage(Form):
    """A page of practices; ``facets`` only where asked for."""

    items: list[PracticeItem]
    next: str | None
    total: int
    facets: dict[str, list[FacetValue]] | None


class OwnPracticeQuery(Form):
    """Which of one's own practices are asked for."""

    model_config = ConfigDict(extra="forbid")

    state: Annotated[list[PracticeState], Field(max_length=3)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class OwnPractice(PracticeRow):
    """A practice in a list of those who may change it."""

    version: int
    state: PracticeState
    may: list[str]


class OwnPracticePage(Form):
    """A page of the practices that the reader may change, the last changed first."""

    items: list[OwnPractice]
    next: str | None
    total: int


class PracticeGuardOut(Form):
    """What has to hold, and the problem by which a step is refused where it does not."""

    guard: PracticeGuard
    refusal: str


class PracticeStepOut(Form):
    """One line of the table of steps."""

    sources: list[PracticeState]
    verb: PracticeVerb
    target: PracticeState
    who: list[PracticeActor]
    needs_reason: bool
    guards: list[PracticeGuardOut]


class PracticeMachine(Form):
    """Every step in the life of a practice."""

    items: list[PracticeStepOut]
