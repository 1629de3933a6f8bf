"""Peer coaching: what organisations offer and need, what one asks of others, whom it invites, and how that goes."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from citypeers.core import clock
from citypeers.core.dates import LONGEST_PARTIAL_DATE, UTCDateTime
from citypeers.core.rows import Json, Record, choice, new_id
from citypeers.identity.scopes import ClientScope

REQUEST = "coaching_request"
INVITATION = "coaching_invitation"
OFFER = "offer"
NEED = "need"
LanguageMap = dict[str, str]
WRITES = frozenset({ClientScope.coaching_write})
READS = WRITES | {ClientScope.coaching_read}
"""Scopes by which partner systems act for a side, and by which they read what it may read."""
"""The scope by which a partner system acts in coaching for what it is bound to."""
MOST_PLACES = 6
NOBODY = ""
"""The person of an offer that the organisation makes as a whole."""


class CoachingFormat(StrEnum):
    """How cities learn from one another."""

    online = "online"
    visit_out = "visit_out"
    """The city that asks travels to its coach."""
    visit_in = "visit_in"
    """The coach travels to the city that asks."""
    sounding_board = "sounding_board"
    webinar = "webinar"
    joint_event = "joint_event"
    """Both take part in a technical event together."""
    group = "group"


SHARED = frozenset({CoachingFormat.sounding_board, CoachingFormat.group})
"""Formats of several coaches; the others have one."""
FEWEST_SHARED = 3


class LanguageLevel(StrEnum):
    """How well a language is spoken (Common European Framework of Reference)."""

    a1 = "a1"
    a2 = "a2"
    b1 = "b1"
    b2 = "b2"
    c1 = "c1"
    c2 = "c2"
    native = "native"


class OfferState(StrEnum):
    unlisted = "unlisted"
    listed = "listed"
    ended = "ended"


class NeedState(StrEnum):
    open = "open"
    met = "met"
    ended = "ended"


class Urgency(StrEnum):
    low = "low"
    normal = "normal"
    high = "high"


class Travel(StrEnum):
    """Who pays for travel."""

    not_covered = "not_covered"
    requester = "requester"
    coach = "coach"
    shared = "shared"
    network = "network"


class Confidentiality(StrEnum):
    """Who may read a request once it is open."""

    parties = "parties"
    """The sides, whoever is invited, and the secretariat."""
    network = "network"
    """Whoever is signed in."""


class RequestState(StrEnum):
    draft = "draft"
    open = "open"
    proposed = "proposed"
    accepted = "accepted"
    scheduled = "scheduled"
    in_progress = "in_progress"
    reporting = "reporting"
    completed = "completed"
    completed_early = "completed_early"
    expired = "expired"
    on_hold = "on_hold"
    withdrawn = "withdrawn"
    cancelled = "cancelled"


class InvitedState(StrEnum):
    invited = "invited"
    accepted = "accepted"
    reserve = "reserve"
    declined = "declined"
    lapsed = "lapsed"
    recalled = "recalled"
    released = "released"
    """Was accepted, or a reserve, and is needed no more."""


class Offer(Record, table=True):
    """What an organisation, or one of its people, can tell others."""

    __table_args__ = (
        CheckConstraint("capacity BETWEEN 0 AND 50", name="capacity"),
        Index(
            "uq_offer_open",
            "organisation_id",
            "person_id",
            unique=True,
            sqlite_where=text("state <> 'ended'"),
            postgresql_where=text("state <> 'ended'"),
        ),
    )

    organisation_id: str = Field(foreign_key="organisation.id", max_length=32, index=True)
    person_id: str = Field(default=NOBODY, max_length=32, index=True)
    """The account of the person who coaches."""
    state: OfferState = Field(default=OfferState.unlisted, sa_type=choice(OfferState), index=True)
    topics: list[str] = Field(default_factory=list, sa_type=Json)
    evidence: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    """By topic: a published project, or in words."""
    languages: list[dict[str, str]] = Field(default_factory=list, sa_type=Json)
    formats: list[str] = Field(default_factory=list, sa_type=Json)
    capacity: int = 1
    """Coachings that may begin in one quarter."""
    blackouts: list[dict[str, str]] = Field(default_factory=list, sa_type=Json)
    """Days, first and last included, on which nobody is there."""
    note: LanguageMap | None = Field(default=None, sa_type=Json)
    consented_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    """When it was agreed that others find it."""
    consented_by: str | None = Field(default=None, max_length=60)


class Need(Record, table=True):
    """A topic that an organisation wants to learn about."""

    __table_args__ = (
        Index(
            "uq_need_open",
            "organisation_id",
            "topic",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    organisation_id: str = Field(foreign_key="organisation.id", max_length=32, index=True)
    topic: str = Field(max_length=80, index=True)
    note: LanguageMap | None = Field(default=None, sa_type=Json)
    state: NeedState = Field(default=NeedState.open, sa_type=choice(NeedState))


class CoachingRequest(Record, table=True):
    """What a city asks of others, and how far that has come."""

    __tablename__ = REQUEST
    __table_args__ = (
        CheckConstraint(f"places BETWEEN 1 AND {MOST_PLACES}", name="places"),
        UniqueConstraint("year", "number"),
        Index("ix_coaching_request_state_answer_by", "state", "answer_by"),
    )

    year: int
    number: int
    """Counted anew each year: the two are what people call it by."""
    network_id: str = Field(foreign_key="network.id", max_length=32, index=True)
    organisation_id: str = Field(foreign_key="organisation.id", max_length=32, index=True)
    state: RequestState = Field(default=RequestState.draft, sa_type=choice(RequestState))
    created_by: str = Field(max_length=60)
    """As histories name actors."""
    title: LanguageMap = Field(sa_type=Json)
    challenge: LanguageMap | None = Field(default=None, sa_type=Json)
    tried: LanguageMap | None = Field(default=None, sa_type=Json)
    wished: LanguageMap | None = Field(default=None, sa_type=Json)
    questions: list[LanguageMap] = Field(default_factory=list, sa_type=Json)
    topics: list[str] = Field(default_factory=list, sa_type=Json)
    project_id: str | None = Field(default=None, foreign_key="project.id", max_length=32, index=True)
    format: CoachingFormat | None = Field(default=None, sa_type=choice(CoachingFormat))
    languages: list[str] = Field(default_factory=list, sa_type=Json)
    urgency: Urgency = Field(default=Urgency.normal, sa_type=choice(Urgency))
    window_from: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    window_to: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    places: int = 1
    confidentiality: Confidentiality = Field(default=Confidentiality.parties, sa_type=choice(Confidentiality))
    accessibility: LanguageMap | None = Field(default=None, sa_type=Json)
    interpretation: bool = False
    """Whether somebody interprets, so that no language need be shared."""
    travel: Travel = Field(default=Travel.not_covered, sa_type=choice(Travel))
    answer_by: datetime | None = Field(default=None, sa_type=UTCDateTime)
    """Until when a coach must be found, from each time on that it is open."""
    stepped_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime, index=True)
    """When somebody last took a step, or was last reminded to."""
    nudges: int = 0
    """Reminders since the last step."""
    held_from: RequestState | None = Field(default=None, sa_type=choice(RequestState))
    held_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    held_until: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    agreed_verb: str | None = Field(default=None, max_length=40)
    """A step that both sides take and one has agreed to."""
    agreed_by: str | None = Field(default=None, max_length=20)
    """The side that has."""
    reporting_since: datetime | None = Field(default=None, sa_type=UTCDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    outcome: LanguageMap | None = Field(default=None, sa_type=Json)


class CoachingInvitation(Record, table=True):
    """That an organisation is asked to be a coach, and what it answers."""

    __tablename__ = INVITATION
    __table_args__ = (
        Index(
            "uq_coaching_invitation_open",
            "request_id",
            "organisation_id",
            unique=True,
            sqlite_where=text("state IN ('invited', 'accepted', 'reserve')"),
            postgresql_where=text("state IN ('invited', 'accepted', 'reserve')"),
        ),
        Index("ix_coaching_invitation_state_answer_by", "state", "answer_by"),
        Index("ix_coaching_invitation_offer_id_accepted_at", "offer_id", "accepted_at"),
    )

    request_id: str = Field(foreign_key="coaching_request.id", max_length=32, index=True)
    organisation_id: str = Field(foreign_key="organisation.id", max_length=32, index=True)
    offer_id: str = Field(foreign_key="offer.id", max_length=32)
    state: InvitedState = Field(default=InvitedState.invited, sa_type=choice(InvitedState))
    invited_by: str = Field(max_length=60)
    """As histories name actors."""
    invited_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    answer_by: datetime = Field(sa_type=UTCDateTime)
    reminders: int = 0
    answered_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    accepted_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    reason: str | None = Field(default=None, max_length=500)
    score: dict[str, Any] | None = Field(default=None, sa_type=Json)
    """The points by which it was found, as they were then."""


class CoachingEvent(SQLModel, table=True):
    """One thing that happened to a request, for its people; the record of deeds holds it as well."""

    __tablename__ = "coaching_event"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)
    request_id: str = Field(foreign_key="coaching_request.id", max_length=32, index=True)
    position: int
    """The version that the request had then, and so the order."""
    at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    verb: str = Field(max_length=40)
    actor: str = Field(max_length=60)
    side: str = Field(max_length=20)
    """What the actor was to the request."""
    before: RequestState | None = Field(default=None, sa_type=choice(RequestState))
    after: RequestState = Field(sa_type=choice(RequestState))
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", max_length=32)
    """Whom it was about: who was invited, answered or missing."""
    reason: str | None = Field(default=None, max_length=500)
