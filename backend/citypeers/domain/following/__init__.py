"""What somebody follows and searches again and again, and what is new of it."""

from citypeers.core.messages import say
from citypeers.domain.following import messages

say(messages.PROBLEMS, messages.VALUES)
