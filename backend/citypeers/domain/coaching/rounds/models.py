"""Rounds of matching, and which coach each gives to which request."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from citypeers.core import clock
from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Record, choice
from citypeers.domain.coaching.rounds.states import RoundState

KIND = "matching_round"


class Way(StrEnum):
    """How coaches were given to requests."""

    together = "together"
    """All at once, for the most points altogether."""
    one_by_one = "one_by_one"
    """Each request in turn the best that is left, the oldest first: to compare with."""


class MatchingRound(Record, table=True):
    """One round: what it was worked out from, and what became of it."""

    __tablename__ = "matching_round"

    state: RoundState = Field(default=RoundState.draft, sa_type=choice(RoundState), index=True)
    computed_at: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    computed_by: str = Field(max_length=60)
    """As histories name actors."""
    digest: str = Field(max_length=64)
    """Of the assignment: the same where the same comes out."""
    confirmed_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    undone_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    reason: str | None = Field(default=None, max_length=500)
    """Why it was undone."""


class MatchingPlace(SQLModel, table=True):
    """A request of a round: how many coaches it wanted."""

    __tablename__ = "matching_place"

    round_id: str = Field(primary_key=True, foreign_key="matching_round.id", max_length=32, ondelete="CASCADE")
    request_id: str = Field(primary_key=True, foreign_key="coaching_request.id", max_length=32, index=True, ondelete="CASCADE")
    position: int
    """In the order in which requests were opened."""
    places: int


class MatchingAssignment(SQLModel, table=True):
    """That a round gives a coach to a request."""

    __tablename__ = "matching_assignment"

    round_id: str = Field(primary_key=True, foreign_key="matching_round.id", max_length=32, ondelete="CASCADE")
    way: Way = Field(primary_key=True, sa_type=choice(Way))
    request_id: str = Field(primary_key=True, foreign_key="coaching_request.id", max_length=32, index=True, ondelete="CASCADE")
    offer_id: str = Field(primary_key=True, foreign_key="offer.id", max_length=32, index=True, ondelete="CASCADE")
    points: int
    invitation_id: str | None = Field(default=None, foreign_key="coaching_invitation.id", max_length=32, ondelete="SET NULL")
    """The invitation that was sent for it."""
