"""Who may do what with organisations."""

from sqlalchemy import true
from sqlmodel import col

from citypeers.core.policy import Policy, Rule, holds, role
from citypeers.core.principal import Held, Principal, Role
from citypeers.core.problems import Forbidden
from citypeers.domain.organisations.models import KIND, Organisation
from citypeers.domain.organisations.schemas import OrganisationPatch
from citypeers.identity.people import STAFF

ITS_OWN = frozenset({"label", "aliases", "website", "names"})
"""What an organisation says of itself; everything else of it is the staff's."""

everyone = Rule(lambda who: true())
staff = role(Role.administrator) | role(Role.secretariat)
own = holds(Role.member, KIND, col(Organisation.id))
organisations = Policy(Organisation, see=everyone, change=staff | own)


def may_create(who: Principal) -> None:
    """Refuse whoever is not of the staff."""
    if who.roles.isdisjoint(STAFF):
        raise Forbidden


def fields(who: Principal, id: str) -> frozenset[str]:
    """The fields of one organisation that ``who`` may change."""
    if not who.roles.isdisjoint(STAFF):
        return frozenset(OrganisationPatch.model_fields)
    return ITS_OWN if Held(Role.member, KIND, id) in who.held else frozenset()
