from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.projects.replications import messages
from citypeers.domain.projects.replications.states import ReplicationVerb

say(messages.PROBLEMS, messages.VALUES)
recorded("replication", *(f"replication.{verb.value}" for verb in ReplicationVerb))
