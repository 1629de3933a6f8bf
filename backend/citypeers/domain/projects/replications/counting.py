"""Which replications count."""

from sqlalchemy import and_, or_
from sqlmodel import col

from citypeers.domain.networks.models import Origin
from citypeers.domain.projects.models import Adoption, Replication

counts = and_(
    col(Replication.state) == Adoption.adopted,
    or_(
        col(Replication.origin) == Origin.public_source,
        and_(col(Replication.confirmed_by_source_at).is_not(None), col(Replication.confirmed_by_adopter_at).is_not(None)),
    ),
)
"""Those that both sides have confirmed, and those of which a public source tells."""


def is_confirmed(row: Replication) -> bool:
    """Whether both sides have confirmed one."""
    return row.confirmed_by_source_at is not None and row.confirmed_by_adopter_at is not None


def is_counted(row: Replication) -> bool:
    """As :data:`counts`, of one row."""
    return row.state is Adoption.adopted and (row.origin is Origin.public_source or is_confirmed(row))
