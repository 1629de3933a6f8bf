"""The governance rules of a network: versions that are never changed, each in force from a day on."""

from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from citypeers.core.dates import LONGEST_PARTIAL_DATE
from citypeers.core.rows import Json, Record

KIND = "rules"


class Rules(Record, table=True):
    """One version of a network's rules."""

    __tablename__ = "governance_rules"
    __table_args__ = (UniqueConstraint("network_id", "number"),)

    network_id: str = Field(foreign_key="network.id", max_length=32, index=True, ondelete="CASCADE")
    number: int
    valid_from: str = Field(max_length=LONGEST_PARTIAL_DATE)
    bounds: dict[str, Any] = Field(sa_type=Json)
    """A :class:`~citypeers.domain.members.rules.schemas.Bounds`."""
    decided_by: str = Field(max_length=60)
    sources: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
