"""Rounds of matching: all open requests get their coaches at once."""

from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.domain.coaching.rounds import messages
from citypeers.domain.coaching.rounds.states import RoundVerb

say(messages.PROBLEMS)
recorded("matching_round", *(f"matching_round.{verb.value}" for verb in RoundVerb))
