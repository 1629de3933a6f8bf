"""Who may do what with networks."""

from sqlmodel import col

from citypeers.core.policy import Policy, Rule, holds, role
from citypeers.core.principal import Role
from citypeers.domain.networks.models import KIND, Network
from citypeers.domain.networks.states import PUBLIC

staff = role(Role.administrator) | role(Role.secretariat)
steward = holds(Role.steward, KIND, col(Network.id))
public = Rule(lambda who: col(Network.state).in_(sorted(PUBLIC)))
networks = Policy(Network, see=public | staff | steward, change=staff | steward)
