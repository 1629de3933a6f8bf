"""The things that a body names by slug, where one of them that there is not is a wrong value and not a missing page."""

from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core.problems import Invalid
from citypeers.domain.networks.models import Network
from citypeers.domain.organisations.models import Organisation


def network(session: Session, slug: str) -> str:
    """The id of a network."""
    found: str | None = session.scalar(select(col(Network.id)).where(col(Network.slug) == slug))
    if found is None:
        raise Invalid([("/network", "unknown_network")])
    return found


def organisation(session: Session, slug: str) -> Organisation:
    """An organisation."""
    found = session.scalars(select(Organisation).where(col(Organisation.slug) == slug)).one_or_none()
    if found is None:
        raise Invalid([("/organisation", "unknown_organisation")])
    return found
