"""The lives of an offer and of a need, as data."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from citypeers.domain.coaching.models import NeedState, OfferState

State = TypeVar("State", bound=StrEnum)
Verb = TypeVar("Verb", bound=StrEnum)


class OfferVerb(StrEnum):
    list = "list"
    """The organisation agrees that others find the offer: its consent, with its day."""
    unlist = "unlist"
    end = "end"


class NeedVerb(StrEnum):
    meet = "meet"
    end = "end"
    reopen = "reopen"


@dataclass(frozen=True)
class Step(Generic[State, Verb]):
    """One line: from, verb, to. Whoever acts for the organisation takes it."""

    sources: frozenset[State]
    verb: Verb
    target: State


_O, _N = OfferState, NeedState
OFFER_TABLE = (
    Step(frozenset({_O.unlisted}), OfferVerb.list, _O.listed),
    Step(frozenset({_O.listed}), OfferVerb.unlist, _O.unlisted),
    Step(frozenset({_O.unlisted, _O.listed}), OfferVerb.end, _O.ended),
)
NEED_TABLE = (
    Step(frozenset({_N.open}), NeedVerb.meet, _N.met),
    Step(frozenset({_N.open}), NeedVerb.end, _N.ended),
    Step(frozenset({_N.met, _N.ended}), NeedVerb.reopen, _N.open),
)
"""Every step there is; what is not here is refused."""
