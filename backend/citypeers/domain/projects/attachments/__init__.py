from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.projects.attachments import messages

say(messages.PROBLEMS, messages.VALUES)
recorded("project", "project.file_uploaded", "project.file_removed")
