"""What people are told: in the program, and by letter as each of them wants it."""

from citypeers.core.messages import say
from citypeers.identity.notices import letters as letters  # named to whoever lists letters, though only the worker writes it
from citypeers.identity.notices import messages

say({}, messages.VALUES)
