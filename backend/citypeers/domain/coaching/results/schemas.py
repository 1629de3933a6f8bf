"""What is written and read of what came of a coaching."""

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.forms import Form, Part, Slug
from citypeers.core.rows import Id
from citypeers.core.text import LanguageMap, Text
from citypeers.domain.coaching.requests.schemas import Duty
from citypeers.domain.coaching.results.models import HarvestKind, Impact
from citypeers.domain.organisations.schemas import OrganisationLink
from citypeers.domain.projects.models import LessonKind


class ReportWrite(Part):
    """What one side says of a coaching."""

    organisation: Slug
    learned: LanguageMap
    missing: LanguageMap | None = None
    usefulness: Annotated[int, Field(ge=1, le=5)]
    would_again: bool


class ReportOut(Part):
    """What one side said."""

    organisation: OrganisationLink
    written_at: Instant
    learned: LanguageMap
    missing: LanguageMap | None
    usefulness: int
    would_again: bool


class Reports(Form):
    """The reports that the reader may read now: their own, and all once they are open."""

    items: list[ReportOut]
    is_open: bool
    written: int
    """How many are in, readable or not."""
    expected: int
    opens_at: Instant | None
    """When they open at the latest."""
    may_write_for: list[OrganisationLink]


class ActionCreate(Part):
    """What an organisation will do because of it, until when."""

    organisation: Slug
    text: LanguageMap
    due: date


class ActionPatch(Part):
    """A merge patch of an action item (RFC 7396)."""

    text: dict[str, Text | None] | None = None
    due: date | None = None
    is_done: bool | None = None


class ActionOut(Part):
    """An action item."""

    id: str
    version: int
    request: str
    organisation: OrganisationLink
    text: LanguageMap
    due: date
    is_done: bool
    done_at: Instant | None
    may: list[Literal["change"]]


class ActionPage(Form):
    """The action items of a request, the next due first."""

    items: list[ActionOut]


class FollowUpAnswer(Part):
    """Whether it changed anything, and what."""

    change: Impact
    text: LanguageMap | None = None


class FollowUpOut(Part):
    """The question whether a coaching changed anything."""

    id: str
    version: int
    request: str
    organisation: OrganisationLink
    months: int
    due_at: Instant
    answered_at: Instant | None
    change: Impact | None
    text: LanguageMap | None
    may: list[Literal["answer"]]


class FollowUpPage(Form):
    """The follow-ups of a request, the first due first."""

    items: list[FollowUpOut]


class LessonDraft(Part):
    """A lesson for a project of one of the sides."""

    kind: Literal[HarvestKind.lesson]
    project: Id
    happened: LanguageMap
    advice: LanguageMap | None = None
    lesson_kind: LessonKind = LessonKind.worked


class ReplicationDraft(Part):
    """That an organisation is interested in doing a project again."""

    kind: Literal[HarvestKind.replication]
    project: Id
    """The project that is to be done again."""
    organisation: Slug
    kept: LanguageMap | None = None


class PracticeDraft(Part):
    """A practice of one of the sides, to be worked on."""

    kind: Literal[HarvestKind.practice]
    organisation: Slug
    title: LanguageMap
    summary: LanguageMap


HarvestWrite = Annotated[LessonDraft | ReplicationDraft | PracticeDraft, Field(discriminator="kind")]


class HarvestOut(Part):
    """What was made of a coaching, and where it is."""

    kind: HarvestKind
    subject: str
    part: str | None
    href: str
    made_at: Instant


class HarvestPage(Form):
    """Everything that was made of a coaching, the newest last."""

    items: list[HarvestOut]


class WaitingRequest(Form):
    """A request in which something waits for the reader."""

    id: str
    reference: str
    title: LanguageMap
    organisation: OrganisationLink
    duties: list[Duty]


class CoachingDesk(Form):
    """What of coaching waits for the reader, the most pressing first."""

    requests: list[WaitingRequest]
    actions: list[ActionOut]
    follow_ups: list[FollowUpOut]


class Rate(Part):
    """So many of so many."""

    count: int
    of: int


class CoachingFigures(Form):
    """How coaching goes in a network, over requests begun in some days. Small numbers stay numbers; no city is named."""

    first: date | None
    last: date | None
    requests: int
    by_state: dict[str, int]
    by_format: dict[str, int]
    by_topic: dict[str, int]
    invitations: int
    answered: Rate
    """Invitations that were answered, of those answered or lapsed."""
    accepted: Rate
    lapsed: int
    median_days_to_answer: float | None
    found: Rate
    """Requests that found their coaches, of those that were opened."""
    reported: Rate
    """Reports that are in, of those asked for."""
    usefulness: float | None
    """The mean of the reports, from 1 to 5."""
    again: Rate
    actions_done: Rate
    followed_up: dict[int, Rate]
    """By months: follow-ups that were answered, of those asked."""
    changed: dict[int, Rate]
    """By months: answers that say it changed something, wholly or partly."""
    made: dict[HarvestKind, int]


class FiguresQuery(Form):
    """Of which days: those on which requests were begun."""

    model_config = ConfigDict(extra="forbid")

    first: date | None = None
    last: date | None = None
