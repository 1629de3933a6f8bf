"""Seats of countries in a network, and the people on them."""

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from citypeers.core.dates import LONGEST_PARTIAL_DATE
from citypeers.core.rows import Json, Record, choice

KIND = "seat"
REPRESENTATIVE = "representative"
_PRESENT = "state IN ('nominated', 'confirmed')"


class SeatKind(StrEnum):
    national = "national"
    municipal = "municipal"


class SeatState(StrEnum):
    """Where a seat stands; the steps are the table of the seats."""

    vacant = "vacant"
    nominated = "nominated"
    confirmed = "confirmed"
    on_leave = "on_leave"


class PersonState(StrEnum):
    """Where a person stands on a seat: as the seat's own states, and the two ways in which it ends."""

    nominated = "nominated"
    confirmed = "confirmed"
    refused = "refused"
    ended = "ended"


class Seat(Record, table=True):
    """A place of one country in one network, for its ministry or for one of its cities. Terms end, the seat stays."""

    __table_args__ = (
        CheckConstraint("valid_from IS NOT NULL OR observed_on IS NOT NULL", name="begins"),
        Index("ix_seat_network_id_country", "network_id", "country"),
    )

    network_id: str = Field(foreign_key="network.id", max_length=32, ondelete="CASCADE")
    country: str = Field(max_length=2)
    kind: SeatKind = Field(sa_type=choice(SeatKind))
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", max_length=32, index=True)
    state: SeatState = Field(default=SeatState.vacant, sa_type=choice(SeatState))
    valid_from: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    valid_to: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    observed_on: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    sources: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)


class Representative(Record, table=True):
    """A person on a seat, or named for it; of a deputy, the one who acts while the seat is on leave."""

    __table_args__ = (
        Index("ix_representative_seat_id_state", "seat_id", "state"),
        # However many try at once, a seat has one person and one deputy.
        Index(
            "uq_representative_present",
            "seat_id",
            "is_deputy",
            unique=True,
            sqlite_where=text(_PRESENT),
            postgresql_where=text(_PRESENT),
        ),
    )

    seat_id: str = Field(foreign_key="seat.id", max_length=32, ondelete="CASCADE")
    is_deputy: bool = False
    is_focal_point: bool = False
    state: PersonState = Field(default=PersonState.nominated, sa_type=choice(PersonState))
    name: str | None = Field(default=None, max_length=300)
    """As the nomination says it; None once erased."""
    email: str | None = Field(default=None, max_length=254)
    language: str = Field(default="en", max_length=8)
    invitation_id: str | None = Field(default=None, foreign_key="invitation.id", max_length=32, index=True, ondelete="SET NULL")
    """By which the person got an account; None until confirmed."""
    nominated_by: str = Field(max_length=60)
    confirmed_by: str | None = Field(default=None, max_length=60)
    valid_from: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    valid_to: str | None = Field(default=None, max_length=LONGEST_PARTIAL_DATE)
    reason: str | None = Field(default=None, max_length=500)
