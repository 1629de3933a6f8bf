"""Parents and successors: each leads on to another organisation, and never back."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.domain.organisations.models import Organisation
from citypeers.domain.organisations.schemas import OrganisationWrite

CHAINS = ("parent", "successor")


def circles(session: Session, writes: Sequence[OrganisationWrite]) -> Mapping[int, tuple[str, list[str]]]:
    """The places of those that would lead back to themselves, each with the field and the slugs on the way."""
    found: dict[int, tuple[str, list[str]]] = {}
    for field in CHAINS:
        leads = _leads(session, field) | {write.slug: getattr(write, field) for write in writes}
        for place, write in enumerate(writes):
            way = _way(leads, write.slug)
            if way[-1] == write.slug and len(way) > 1:
                found.setdefault(place, (field, way))
    return found


def _leads(session: Session, field: str) -> dict[str, str | None]:
    rows = session.execute(select(col(Organisation.id), col(Organisation.slug), getattr(Organisation, f"{field}_id"))).all()
    slugs = {row[0]: row[1] for row in rows}
    return {slug: slugs[other] for _, slug, other in rows if other}


def _way(leads: Mapping[str, str | None], start: str) -> list[str]:
    way = [start]
    while (onward := leads.get(way[-1])) and onward not in way[1:]:
        way.append(onward)
    return way
