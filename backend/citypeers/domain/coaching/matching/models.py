"""How much each factor of matching counts in a network: versions that are never changed."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from citypeers.core import clock
from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Record

KIND = "coaching_weights"


class CoachingWeights(Record, table=True):
    """One version of a network's weights, the most that each factor gives; a hundred altogether."""

    __tablename__ = "coaching_weights"
    __table_args__ = (UniqueConstraint("network_id", "number"),)

    network_id: str = Field(foreign_key="network.id", max_length=32, ondelete="CASCADE")
    number: int
    topics: int
    evidence: int
    languages: int
    office_hours: int
    similar_city: int
    free_capacity: int
    since: datetime = Field(default_factory=clock.now, sa_type=UTCDateTime)
    decided_by: str = Field(max_length=60)
    """As histories name actors."""
