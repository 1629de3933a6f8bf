from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.projects import messages
from citypeers.domain.projects.editing.states import ProjectVerb

say(messages.PROBLEMS, messages.VALUES)
recorded("project", "project.created", *(f"project.{verb.value}" for verb in ProjectVerb))
