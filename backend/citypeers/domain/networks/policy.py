"""Who may do what with networks."""

from sqlmodel import col

from citypeers.core.policy import Policy, Rule, role
from citypeers.core.principal import Role
from citypeers.domain.networks.models import Network
from citypeers.domain.networks.states import PUBLIC

staff = role(Role.administrator)
public = Rule(lambda who: col(Network.state).in_(sorted(PUBLIC)))
networks = Policy(Network, see=public | staff, change=staff)
