"""The life of a round of matching, as data that code, contract and screens read."""

from dataclasses import dataclass
from enum import StrEnum


class RoundState(StrEnum):
    draft = "draft"
    """Worked out; nobody has heard of it."""
    confirmed = "confirmed"
    undone = "undone"
    discarded = "discarded"


class RoundVerb(StrEnum):
    compute = "compute"
    confirm = "confirm"
    undo = "undo"
    discard = "discard"


class RoundActor(StrEnum):
    """Who may take a step."""

    staff = "staff"


class RoundGuard(StrEnum):
    """What has to hold besides."""

    still_fits = "still_fits"
    """Worked out again it would give the same: no request, no offer and no weight has changed what comes of it."""
    nobody_answered = "nobody_answered"
    """None of the coaches that it invited has answered."""


REFUSAL = {
    RoundGuard.still_fits: "round-outdated",
    RoundGuard.nobody_answered: "round-answered",
}
"""The problem by which a step is refused where a guard does not hold; one that does not lead on from a state is
``round-wrong-step``, one without its reason ``reason-needed``."""


class RoundEffect(StrEnum):
    """What follows."""

    assigned = "assigned"
    """Every open request gets its coaches, on paper."""
    invited = "invited"
    """The coaches are invited, as if one by one."""
    recalled = "recalled"
    """Their invitations are recalled."""


@dataclass(frozen=True)
class RoundStep:
    """One line of the table: from, verb, to, who may, guards, what follows."""

    sources: frozenset[RoundState]
    verb: RoundVerb
    target: RoundState
    who: frozenset[RoundActor] = frozenset({RoundActor.staff})
    needs_reason: bool = False
    guards: tuple[RoundGuard, ...] = ()
    effects: tuple[RoundEffect, ...] = ()


_S, _V, _G, _E = RoundState, RoundVerb, RoundGuard, RoundEffect

TABLE = (
    RoundStep(frozenset({_S.draft}), _V.compute, _S.draft, effects=(_E.assigned,)),
    RoundStep(frozenset({_S.draft}), _V.confirm, _S.confirmed, guards=(_G.still_fits,), effects=(_E.invited,)),
    RoundStep(
        frozenset({_S.confirmed}),
        _V.undo,
        _S.undone,
        needs_reason=True,
        guards=(_G.nobody_answered,),
        effects=(_E.recalled,),
    ),
    RoundStep(frozenset({_S.draft}), _V.discard, _S.discarded),
)
"""Every step there is; what is not here is refused. A round begins as a draft that is worked out; ``compute`` works it out anew."""


def step(verb: RoundVerb) -> RoundStep:
    """The line of a verb; each verb has one."""
    return next(each for each in TABLE if each.verb is verb)
