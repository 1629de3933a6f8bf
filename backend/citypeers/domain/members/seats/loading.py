"""Seats that a source tells of, loaded with their dates."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.domain.members.seats.models import Seat
from citypeers.domain.members.seats.schemas import SeatWrite
from citypeers.domain.networks.models import Network
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.service import Outcome


def _ids(session: Session) -> tuple[dict[str, str], dict[str, str]]:
    networks = {row[0]: row[1] for row in session.execute(select(col(Network.slug), col(Network.id)))}
    return networks, {row[0]: row[1] for row in session.execute(select(col(Organisation.slug), col(Organisation.id)))}


def missing(session: Session, writes: Sequence[SeatWrite]) -> Mapping[int, tuple[str, str]]:
    """The places of those whose network or organisation there is not, each with the field and what is wrong."""
    networks, organisations = _ids(session)
    found = {place: ("network", "unknown_network") for place, write in enumerate(writes) if write.network not in networks}
    for place, write in enumerate(writes):
        if write.organisation and write.organisation not in organisations:
            found[place] = ("organisation", "unknown_organisation")
    return found


def save_all(session: Session, writes: Sequence[SeatWrite]) -> list[Outcome]:
    """Create or change dated seats; who sits on them is not a source's to say."""
    networks, organisations = _ids(session)
    known: dict[tuple[object, ...], list[Seat]] = {}
    for row in session.scalars(select(Seat).order_by(col(Seat.created_at), col(Seat.id))):
        known.setdefault((row.network_id, row.country, row.kind, row.organisation_id, row.observed_on), []).append(row)
    outcomes = []
    for write in writes:
        body = organisations[write.organisation] if write.organisation else None
        key = (networks[write.network], write.country, write.kind, body, write.observed_on)
        fields = write.model_dump(mode="json", include={"valid_from", "valid_to", "observed_on", "sources"})
        found = known.get(key, [])
        seat = found.pop(0) if found else None
        if seat is None:
            named: dict[str, Any] = {"network_id": key[0], "country": write.country, "kind": write.kind, "organisation_id": body}
            session.add(Seat(**named, **fields))
            outcomes.append(Outcome.created)
        elif all(getattr(seat, name) == value for name, value in fields.items()):
            outcomes.append(Outcome.unchanged)
        else:
            seat.sqlmodel_update({**fields, "version": seat.version + 1, "updated_at": clock.now()})
            outcomes.append(Outcome.changed)
    session.flush()
    return outcomes
