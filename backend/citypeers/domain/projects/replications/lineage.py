"""Which projects stem from which, and where that would go in a circle."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from citypeers.core import counters
from citypeers.core.text import fold
from citypeers.domain.organisations.models import Organisation
from citypeers.domain.projects.models import Adoption, Project, Replication
from citypeers.domain.projects.schemas import Story

_GOES_ON = col(Replication.state) != Adoption.abandoned


def lock(session: Session, ids: Iterable[str | None]) -> None:
    """Let changes of the ledger come one at a time, whatever projects they join; SQLite has one writer anyway.

    The projects first and by their ids, then everything that only one may do: who edits a project locks in this order.
    """
    rows = select(col(Project.id)).where(col(Project.id).in_([id for id in ids if id])).order_by(col(Project.id))
    session.execute(rows.with_for_update())
    counters.hold(session)


def is_circle(session: Session, source: Project, organisation_id: str, project_id: str | None) -> bool:
    """Whether an organisation that does ``source`` again, perhaps as ``project_id``, would lead back to where it came from.

    What the source stems from and what will stem from it must have no organisation in common.
    """
    before = _reached(session, {source.id}, col(Replication.project_id), col(Replication.source_id))
    after = _reached(session, {project_id}, col(Replication.source_id), col(Replication.project_id)) if project_id else set()
    leads = select(col(Project.organisation_id)).where(col(Project.id).in_(before))
    adopters = select(col(Replication.organisation_id)).where(col(Replication.source_id).in_(after), _GOES_ON)
    return bool(before & after) or not set(session.scalars(leads)).isdisjoint({organisation_id, *session.scalars(adopters)})


def _reached(session: Session, start: set[str], here: "Mapped[Any]", there: "Mapped[Any]") -> set[str]:
    """These projects and all that are reached from them, a generation at a time."""
    reached, newest = set(start), set(start)
    while newest:
        onward = select(there).where(here.in_(newest), there.is_not(None), _GOES_ON)
        newest = set(session.scalars(onward)) - reached
        reached |= newest
    return reached


def is_own(session: Session, source: Project, adopter: Organisation) -> bool:
    """Whether a project is the adopter's own: led by it, with it as a partner, or in the same place."""
    story = Story.model_validate(source.live)
    if adopter.id == source.organisation_id or adopter.slug in {each.organisation for each in story.partners}:
        return True
    lead = source.organisation
    if adopter.geonames_id is not None:
        return adopter.geonames_id in {lead.geonames_id, *(place.geonames_id for place in story.places)}
    names = {fold(each) for each in (adopter.name, *adopter.label.values())}
    return any(place.country == adopter.country and fold(place.name) in names for place in story.places)
