"""Matching: which organisations can help with a request, in which order, and why."""

from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.coaching.matching import messages

say({}, messages.VALUES)
recorded("coaching_weights", "coaching_weights.decided")
