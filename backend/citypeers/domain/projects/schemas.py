"""What is written and read of projects."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from citypeers.core.dates import Instant, PartialDate, Year, first_day, last_day
from citypeers.core.forms import Count, Country, FacetValue, Form, Part, PartId, Slug, Source
from citypeers.core.rows import Id
from citypeers.core.text import LanguageMap, Line, safe
from citypeers.domain.networks.models import Origin
from citypeers.domain.organisations.schemas import Latitude, Longitude, OrganisationLink
from citypeers.domain.practices.models import PracticeKind
from citypeers.domain.projects.attachments.schemas import Attachment, AttachmentOut
from citypeers.domain.projects.budget import Band
from citypeers.domain.projects.models import LessonKind, Maturity, ProjectState
from citypeers.domain.topics.schemas import TopicId
from citypeers.identity.models import Audience

LICENCE = "CC-BY-4.0"
Goal = Annotated[int, Field(ge=1, le=17)]
"""One of the 17 Sustainable Development Goals."""
CharterPoint = Annotated[str, Field(pattern=r"^[1-4]\.[1-3]$")]
"""A point of the Smart City Charter, such as 1.2."""
Trait = Annotated[str, Field(pattern=r"^trait-[1-8]$")]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class Place(Part):
    """Where a project is."""

    name: Line
    country: Country
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    geonames_id: Count | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise PydanticCustomError("place_whole", "a place has both coordinates")
        return self


class Partner(Part):
    """Who takes part beside the lead: an organisation of the directory (by slug), or another by its name."""

    organisation: Slug | None = None
    name: LanguageMap | None = None
    role: LanguageMap | None = None

    @model_validator(mode="after")
    def _one_name(self) -> Self:
        if (self.organisation is None) == (self.name is None):
            raise PydanticCustomError("one_target", "a partner is an organisation of the directory or has a name of its own")
        return self


class Budget(Part):
    """What a project costs: an amount in full units of its currency, or only its order of magnitude in euro."""

    amount: Annotated[int | float, Field(gt=0, le=1e15)] | None = None
    currency: Currency | None = None
    year: Year | None = None
    band: Band | None = None

    @model_validator(mode="after")
    def _amount_or_band(self) -> Self:
        if (self.amount is None) != (self.currency is None):
            raise PydanticCustomError("amount_and_currency", "an amount has a currency")
        if (self.amount is None) == (self.band is None):
            raise PydanticCustomError("amount_or_band", "a budget is an amount or a band")
        return self


class Lesson(Part):
    """What was learned, as others can use it."""

    id: PartId
    kind: LessonKind | None = None
    """None where the source does not say."""
    context: LanguageMap | None = None
    happened: LanguageMap
    cause: LanguageMap | None = None
    advice: LanguageMap | None = None
    evidence: list[Source] = []
    audience: Audience = Audience.public


class Measurement(Part):
    """A value of an indicator on a day."""

    on: PartialDate
    value: Annotated[float, Field(allow_inf_nan=False)]
    source: Source | None = None


class Indicator(Part):
    """What is to change, from where to where, and what was measured since: plan against actual."""

    id: PartId
    name: LanguageMap
    unit: LanguageMap
    baseline: Measurement | None = None
    target: Measurement | None = None
    measurements: Annotated[list[Measurement], Field(max_length=500)] = []
    not_measured: LanguageMap | None = None
    """Why there is nothing measured, where that is so."""
    source: Source | None = None

    @model_validator(mode="after")
    def _measured_or_not(self) -> Self:
        if self.not_measured is not None and self.measurements:
            raise PydanticCustomError("measured_or_not", "an indicator is measured or it is not")
        days = [measured.on for measured in self.measurements]
        if len(set(days)) < len(days):
            raise PydanticCustomError("one_a_day", "an indicator has one value a day")
        return self


class Transferability(Part):
    """What another city needs to know before it does the same."""

    economic: LanguageMap | None = None
    organisational: LanguageMap | None = None
    financial: LanguageMap | None = None
    technical: LanguageMap | None = None
    legal: LanguageMap | None = None
    needed_first: LanguageMap | None = None


class ProjectContact(Part):
    """Whom to ask: a function rather than a person, by choice."""

    function: LanguageMap
    email: Line | None = None
    website: Line | None = None
    audience: Audience = Audience.members

    @model_validator(mode="after")
    def _some_way(self) -> Self:
        if self.email is None and self.website is None:
            raise PydanticCustomError("some_way", "a contact has an e-mail address or a website")
        return self


class Facts(Part):
    """What the list form shows and the full form repeats."""

    title: LanguageMap
    summary: LanguageMap | None = None
    places: Annotated[list[Place], Field(max_length=50)] = []
    topics: Annotated[list[TopicId], Field(max_length=20)] = []
    sdgs: Annotated[list[Goal], Field(max_length=17)] = []
    charter_points: Annotated[list[CharterPoint], Field(max_length=12)] = []
    maturity: Maturity | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    budget: Budget | None = None


class Details(Part):
    """What only the full form of a project holds."""

    problem: LanguageMap | None = None
    solution: LanguageMap | None = None
    discontinued_because: LanguageMap | None = None
    traits: Annotated[list[Trait], Field(max_length=8)] = []
    keywords: Annotated[list[LanguageMap], Field(max_length=50)] = []
    funding_sources: Annotated[list[LanguageMap], Field(max_length=50)] = []
    operator_model: LanguageMap | None = None
    technology: LanguageMap | None = None
    open_standards: Annotated[list[Line], Field(max_length=50)] = []
    """Such as the Minimal Interoperability Mechanisms (MIM1, MIM2, ...)."""
    data_governance: LanguageMap | None = None
    participation: LanguageMap | None = None
    licence: Line | None = None
    """Of what the project made: its software, its plans."""
    repository: Line | None = None
    website: Line | None = None
    transferability: Transferability | None = None
    sources: Annotated[list[Source], Field(max_length=100)] = []


class Story(Details, Facts):
    """A project as it is kept, whole."""

    partners: Annotated[list[Partner], Field(max_length=100)] = []
    networks: Annotated[list[Slug], Field(max_length=34)] = []
    """Networks of the directory in which the project was made or shown."""
    practices: Annotated[list[Id], Field(max_length=50)] = []
    """Practices that it follows, or that tell of it."""
    lessons: Annotated[list[Lesson], Field(max_length=100)] = []
    indicators: Annotated[list[Indicator], Field(max_length=100)] = []
    contacts: Annotated[list[ProjectContact], Field(max_length=20)] = []
    attachments: Annotated[list[Attachment], Field(max_length=50)] = []

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.start and self.end and last_day(self.end) < first_day(self.start):
            raise PydanticCustomError("dates_in_order", "a project does not end before it begins")
        for parts in (self.lessons, self.indicators, self.attachments):
            if len({part.id for part in parts}) < len(parts):
                raise PydanticCustomError("ids_once", "an id names one part of a project")
        return self


class ProjectWrite(Story):
    """A project as it comes in a file: its own key in the source, its lead, and what it says it was copied from."""

    key: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^\S(.*\S)?$"), AfterValidator(safe)]
    organisation: Slug
    replicates: Annotated[str, Field(max_length=200), AfterValidator(safe)] | None = None
    """The key of the project that this one copies, where a source says so."""
    attachments: Annotated[list[Attachment], Field(max_length=0)] = []
    """None: files are uploaded to a project, not told of."""


class ProjectDisplay(Form):
    """The project's words in the reader's language; ``language`` names what was served."""

    language: str
    title: str
    summary: str | None


class ProjectRow(Facts):
    """A project in a list, in all its languages."""

    id: str
    organisation: OrganisationLink
    country: Country | None
    """Where its first place is, or its lead."""
    budget_band: Band | None
    """The order of magnitude in euro, by rough rates where the amount is in another currency."""
    languages: list[str]
    """In which the title and the summary are."""
    has_lessons: bool
    replicated: bool
    """Whether another city has done it again."""
    origin: Origin
    updated_at: Instant


class PartnerOut(Form):
    """A partner, as others name it."""

    organisation: OrganisationLink | None
    name: LanguageMap
    role: LanguageMap | None


class NetworkLink(Form):
    """A network, as others name it."""

    slug: str
    label: LanguageMap


class PracticeLink(Form):
    """A published practice, as others name it."""

    id: str
    kind: PracticeKind
    title: LanguageMap


class ProjectWhole(Details, ProjectRow):
    """Everything that is public about a project, in all its languages."""

    version: int
    state: ProjectState
    published_at: Instant | None
    reviewed_at: Instant | None
    data_licence: str
    partners: list[PartnerOut]
    networks: list[NetworkLink]
    practices: list[PracticeLink]
    lessons: list[Lesson]
    indicators: list[Indicator]
    contacts: list[ProjectContact]
    attachments: list[AttachmentOut]


class ProjectItem(ProjectRow):
    """A project in a list, with its words in the reader's language."""

    display: ProjectDisplay


class ProjectOut(ProjectWhole):
    """One project, with its words in the reader's language."""

    display: ProjectDisplay


class ProjectPage(Form):
    """A page of projects; ``facets`` only where asked for."""

    items: list[ProjectItem]
    next: str | None
    total: int
    facets: dict[str, list[FacetValue]] | None
