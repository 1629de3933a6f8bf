"""What is written and read of coaching requests and invitations."""

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.forms import Code, Form, Part, Slug
from citypeers.core.rows import Id
from citypeers.core.text import LanguageMap, Line, Text
from citypeers.domain.coaching.models import (
    MOST_PLACES,
    CoachingFormat,
    Confidentiality,
    InvitedState,
    RequestState,
    Travel,
    Urgency,
)
from citypeers.domain.coaching.requests.states import CoachingActor, CoachingEffect, CoachingGuard, CoachingVerb
from citypeers.domain.coaching.scheduling.schemas import MOST_SESSIONS, Arrangement
from citypeers.domain.organisations.schemas import OrganisationLink

Reason = Annotated[Line, Field(max_length=500)]
LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=20)]
TopicId = Annotated[str, Field(min_length=1, max_length=80)]
Patched = dict[str, Text | None]


class Asked(Part):
    """What a request asks for. A draft may leave everything but its title open."""

    title: LanguageMap
    challenge: LanguageMap | None = None
    tried: LanguageMap | None = None
    wished: LanguageMap | None = None
    questions: Annotated[list[LanguageMap], Field(max_length=10)] = []
    topics: Annotated[list[TopicId], Field(max_length=10)] = []
    project: Id | None = None
    """A published project that the request is about."""
    format: CoachingFormat | None = None
    languages: Annotated[list[LanguageTag], Field(max_length=10)] = []
    urgency: Urgency = Urgency.normal
    window_from: date | None = None
    window_to: date | None = None
    places: Annotated[int, Field(ge=1, le=MOST_PLACES)] = 1
    """Coaches that are looked for: one, or three to six for a group or a sounding board."""
    confidentiality: Confidentiality = Confidentiality.parties
    accessibility: LanguageMap | None = None
    interpretation: bool = False
    travel: Travel = Travel.not_covered


class RequestCreate(Asked):
    """A new request of an organisation, as a draft."""

    organisation: Slug
    network: Slug = "iscn"


class RequestPatch(Part):
    """A merge patch of a request (RFC 7396): what is left out stays, null takes away."""

    title: Patched | None = None
    challenge: Patched | None = None
    tried: Patched | None = None
    wished: Patched | None = None
    questions: Annotated[list[LanguageMap], Field(max_length=10)] | None = None
    topics: Annotated[list[TopicId], Field(max_length=10)] | None = None
    project: Id | None = None
    format: CoachingFormat | None = None
    languages: Annotated[list[LanguageTag], Field(max_length=10)] | None = None
    urgency: Urgency | None = None
    window_from: date | None = None
    window_to: date | None = None
    places: Annotated[int, Field(ge=1, le=MOST_PLACES)] | None = None
    confidentiality: Confidentiality | None = None
    accessibility: Patched | None = None
    interpretation: bool | None = None
    travel: Travel | None = None
    outcome: Patched | None = None
    """What came of it; told once a session was held."""


class RequestStep(Part):
    """A step of a request; those of an invitation have a path of their own, and those of the clock none."""

    verb: Literal[
        CoachingVerb.submit,
        CoachingVerb.schedule,
        CoachingVerb.reschedule,
        CoachingVerb.start,
        CoachingVerb.no_show,
        CoachingVerb.report,
        CoachingVerb.finish_early,
        CoachingVerb.rematch,
        CoachingVerb.close,
        CoachingVerb.hold,
        CoachingVerb.resume,
        CoachingVerb.withdraw,
        CoachingVerb.cancel,
    ]
    reason: Reason | None = None
    until: date | None = None
    """Of ``hold``: the day on which it goes on by itself."""
    slot: Id | None = None
    """Of ``schedule`` and ``reschedule``: the slot that both sides marked; an event has none."""
    slots: Annotated[list[Id], Field(max_length=MOST_SESSIONS - 1)] | None = None
    """Of ``schedule``: the further times of a series, booked in the same way along with the first, or none of them."""
    meeting: Arrangement | None = None
    """Of ``schedule``: how they meet; of ``reschedule`` where that changes too."""
    session: Id | None = None
    """Of ``reschedule``, ``start`` and ``no_show``: the session, where there is more than one planned."""
    missing: Slug | None = None
    """Of ``no_show``: the organisation that did not come."""


class CoachingInvitationCreate(Part):
    """Whom to ask."""

    organisation: Slug


class InvitationAnswer(Part):
    """A step of an invitation."""

    verb: Literal[CoachingVerb.accept, CoachingVerb.decline, CoachingVerb.recall]
    reason: Reason | None = None


class CoachingInvitationOut(Form):
    """An invitation, as the sides of a request and whoever is invited read it."""

    id: str
    version: int
    organisation: OrganisationLink
    offer: str
    state: InvitedState
    invited_at: Instant
    answer_by: Instant
    working_days_left: int
    """Whole working days, in the country of the invited, until the answer is due."""
    reminders: int
    answered_at: Instant | None
    reason: str | None
    may: list[CoachingVerb]


class Agreement(Part):
    """A step that both sides take and one has agreed to."""

    verb: CoachingVerb
    by: CoachingActor


class Duty(Part):
    """What somebody does next, and until when: one line of what comes next."""

    who: CoachingActor
    organisation: OrganisationLink | None
    what: Code
    until: Instant | None
    is_yours: bool
    number: int | None = None
    """Such as how many more may be invited."""


class ProjectNamed(Part):
    """A project, as others name it."""

    id: str
    title: LanguageMap


class RequestItem(Form):
    """A request in a list; ``may`` names the steps that the reader may take now."""

    id: str
    version: int
    reference: str
    """The year and the number in it, such as ``2026-014``."""
    organisation: OrganisationLink
    network: str
    state: RequestState
    title: LanguageMap
    topics: list[str]
    format: CoachingFormat | None
    languages: list[str]
    urgency: Urgency
    window_from: date | None
    window_to: date | None
    places: int
    taken: int
    """Places that have their coach."""
    answer_by: Instant | None
    created_at: Instant
    updated_at: Instant
    sides: list[CoachingActor]
    """What the reader is to it."""
    may: list[CoachingVerb]


class RequestOut(RequestItem):
    """A request, as those who may read it see it."""

    challenge: LanguageMap | None
    tried: LanguageMap | None
    wished: LanguageMap | None
    questions: list[LanguageMap]
    project: ProjectNamed | None
    confidentiality: Confidentiality
    accessibility: LanguageMap | None
    interpretation: bool
    travel: Travel
    outcome: LanguageMap | None
    held_until: date | None
    held_from: RequestState | None
    agreed: Agreement | None
    room: str | None
    """The room in which its people work together, for those who are in it."""
    invitations: list[CoachingInvitationOut]
    """Whoever is only invited sees their own alone."""
    next: list[Duty]


class RequestPage(Form):
    """A page of requests, the last changed first."""

    items: list[RequestItem]
    next: str | None
    total: int


class RequestQuery(Form):
    """Which requests are asked for."""

    model_config = ConfigDict(extra="forbid")

    state: Annotated[list[RequestState], Field(max_length=13)] = []
    side: Annotated[list[Literal[CoachingActor.requester, CoachingActor.invited, CoachingActor.coach]], Field(max_length=3)] = []
    """Only those to which the reader is one of these."""
    topic: Annotated[list[TopicId], Field(max_length=20)] = []
    organisation: Annotated[list[Slug], Field(max_length=20)] = []
    network: Annotated[list[Slug], Field(max_length=20)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class EventOut(Form):
    """One thing that happened; whose person did it stays with their side."""

    at: Instant
    verb: CoachingVerb
    side: CoachingActor
    before: RequestState | None
    after: RequestState
    organisation: OrganisationLink | None
    reason: str | None


class History(Form):
    """Everything that happened to a request, the oldest first."""

    items: list[EventOut]


class CoachingGuardOut(Form):
    """What has to hold, and the problem by which a step is refused where it does not."""

    guard: CoachingGuard
    refusal: str


class CoachingStepOut(Form):
    """One line of the machine, as the screens explain it; ``target`` is null where the state stays or follows from invitations."""

    verb: CoachingVerb
    sources: list[RequestState]
    target: RequestState | None
    settles: bool
    who: list[CoachingActor]
    told: list[CoachingActor]
    needs_reason: bool
    needs_both: bool
    from_hold: bool
    guards: list[CoachingGuardOut]
    effects: list[CoachingEffect]


class InvitationStepOut(Form):
    """One line of an invitation's machine; of several targets the first that is possible."""

    sources: list[InvitedState]
    verb: CoachingVerb
    targets: list[InvitedState]


class Terms(Form):
    """The numbers that the machine goes by."""

    open_days: int
    invitation_working_days: int
    reminders_after_working_days: list[int]
    invitations_per_place: int
    nudge_days: int
    nudges_before_closing: int
    report_days: int


class CoachingMachine(Form):
    """Every step in the life of a request and of an invitation."""

    items: list[CoachingStepOut]
    invitations: list[InvitationStepOut]
    terms: Terms
