"""Which memberships hold on a day."""

from datetime import date

from sqlalchemy import ColumnElement, literal

from citypeers.core.dates import holding_on
from citypeers.core.db import METADATA
from citypeers.domain.networks.models import Membership

HOST = "host"
"""The role of the country that carries a network."""


def held(day: date) -> ColumnElement[bool]:
    """Memberships that hold on a day."""
    row = METADATA.tables[str(Membership.__tablename__)].c
    return holding_on(row.valid_from, row.valid_to, row.observed_on, literal(day.isoformat()))
