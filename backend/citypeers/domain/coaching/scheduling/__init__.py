from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.coaching.scheduling import messages

say(messages.PROBLEMS, messages.VALUES)
recorded("coaching_request", "coaching_request.times_answered")
recorded("coaching_hours", "coaching_hours.stated")
recorded(
    "coaching_session",
    "coaching_session.booked",
    "coaching_session.moved",
    "coaching_session.held",
    "coaching_session.missed",
    "coaching_session.cancelled",
)
