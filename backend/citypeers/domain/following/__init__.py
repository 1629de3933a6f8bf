"""What somebody follows and searches again and again, and what is new of it."""

from citypeers.core.messages import say
from citypeers.domain.following import letters as letters  # named to whoever lists letters, though only the worker writes it
from citypeers.domain.following import messages

say(messages.PROBLEMS, messages.VALUES)
