"""Making and changing one organisation, by those who may."""

from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session, col

from citypeers.core import audit, counters, rendered
from citypeers.core.merging import merged, validated
from citypeers.core.principal import Principal
from citypeers.core.problems import Conflict, Forbidden, Invalid, PreconditionFailed
from citypeers.domain.organisations import chains, policy, service
from citypeers.domain.organisations.models import KIND, Organisation
from citypeers.domain.organisations.schemas import OrganisationMay, OrganisationPatch, OrganisationVerb, OrganisationWrite


class OrganisationSlugTaken(Conflict):
    name = "organisation-slug-taken"


class LeadsBack(Invalid):
    """Parents or successors would go in a circle."""

    name = "organisation-leads-back"


class FieldsOfStaff(Forbidden):
    """Somebody who acts for the organisation changes what only the staff may."""

    name = "fields-of-staff"


def create(session: Session, who: Principal, write: OrganisationWrite) -> str:
    """A new organisation; its id."""
    policy.may_create(who)
    counters.raise_(session, counters.Name.public)  # one writer at a time, so that what is checked below still holds
    if session.scalar(select(col(Organisation.id)).where(col(Organisation.slug) == write.slug)):
        raise OrganisationSlugTaken([("/slug", "slug_taken")])
    _refuse_wrong_ways(session, write)
    (id,) = service.save_all(session, [write]).touched
    said = {name: (None, value) for name, value in write.model_dump(mode="json").items() if value not in (None, [])}
    audit.record(session, who, "organisation.created", KIND, id, said)
    return id


def change(session: Session, who: Principal, key: str, patch: OrganisationPatch, version: str) -> str:
    """Merge a patch into an organisation; ``version`` is the entity tag that was seen. Its id."""
    named = or_(col(Organisation.slug) == key, col(Organisation.id) == key)
    counters.raise_(session, counters.Name.public)  # one writer at a time, so that what is checked below still holds
    organisation = policy.organisations.find(session, who, named, to=policy.organisations.change)
    if not rendered.is_current(rendered.of(session, KIND, [organisation.id])[organisation.id], version):
        raise PreconditionFailed
    before = service.written(organisation)
    after = _merged(before, patch)
    document = after.model_dump(mode="json")
    changes = {name: (before[name], document[name]) for name in before if before[name] != document[name]}
    others = changes.keys() - policy.fields(who)
    if others:
        raise FieldsOfStaff([(f"/{name}", "field_of_staff") for name in sorted(others)])
    if changes:
        _refuse_wrong_ways(session, after)
        service.save_all(session, [after])
        audit.record(session, who, "organisation.changed", KIND, organisation.id, changes)
    return organisation.id


def may(session: Session, who: Principal, key: str) -> OrganisationMay:
    """What ``who`` may do with one organisation."""
    may_change = policy.organisations.change.where(who)
    allowed = session.scalar(select(may_change).where(col(Organisation.id) == service.find(session, key).id))
    fields = policy.fields(who) if allowed else frozenset()
    return OrganisationMay(may=[OrganisationVerb.change] if fields else [], fields=sorted(fields))


def _merged(before: dict[str, Any], patch: OrganisationPatch) -> OrganisationWrite:
    document = merged(before, patch.model_dump(mode="json", exclude_unset=True))
    return validated(OrganisationWrite, document)


def _refuse_wrong_ways(session: Session, write: OrganisationWrite) -> None:
    """Refuse a parent or a successor that there is not, or that leads back."""
    for field, way in chains.circles(session, [write]).values():
        raise LeadsBack([(f"/{field}", "leads_back")], way=" → ".join(way))
    unknown = service.missing(session, [write])
    if unknown:
        raise Invalid([(f"/{field}", code) for field, code in unknown.values()])
