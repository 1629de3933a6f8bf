"""Who may do what with organisations."""

from sqlalchemy import true
from sqlmodel import col

from citypeers.core.policy import Policy, Rule, holds, role, scoped
from citypeers.core.principal import Principal, Role
from citypeers.core.problems import Forbidden
from citypeers.domain.organisations.models import KIND, Organisation
from citypeers.domain.organisations.schemas import OrganisationPatch
from citypeers.identity.clients_schemas import BoundKind
from citypeers.identity.people import STAFF
from citypeers.identity.scopes import ClientScope

ITS_OWN = frozenset({"label", "aliases", "website", "names"})
"""What an organisation says of itself; everything else of it is the staff's."""

everyone = Rule(lambda who: true())
staff = role(Role.administrator) | role(Role.secretariat)
own = holds(Role.member, KIND, col(Organisation.id))
partner = scoped(
    ClientScope.organisations_write, {BoundKind.organisation: col(Organisation.id), BoundKind.country: col(Organisation.country)}
)
"""A partner system that is bound to an organisation, or to the country of some."""
organisations = Policy(Organisation, see=everyone, change=staff | own | partner)


def may_create(who: Principal) -> None:
    """Refuse whoever is not of the staff."""
    if who.roles.isdisjoint(STAFF):
        raise Forbidden


def fields(who: Principal) -> frozenset[str]:
    """The fields that ``who`` may change of an organisation that they may change."""
    return ITS_OWN if who.roles.isdisjoint(STAFF) else frozenset(OrganisationPatch.model_fields)
