from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.rooms import messages

say(messages.PROBLEMS, messages.VALUES)
recorded(
    "room",
    "room.opened",
    "room.admitted",
    "room.left",
    "room.closed",
    "room.planned",
    "room.task_added",
    "room.task_changed",
    "room.task_removed",
    "room.document_added",
    "room.document_removed",
)
