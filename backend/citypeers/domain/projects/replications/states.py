"""The life of a replication, as data that code, contract and screens read."""

from dataclasses import dataclass
from enum import StrEnum

from citypeers.domain.projects.models import Adoption


class ReplicationVerb(StrEnum):
    declare = "declare"
    explore = "explore"
    adapt = "adapt"
    pilot = "pilot"
    adopt = "adopt"
    confirm_as_source = "confirm_as_source"
    confirm_as_adopter = "confirm_as_adopter"
    reopen = "reopen"
    abandon = "abandon"
    correct = "correct"
    link = "link"


class ReplicationActor(StrEnum):
    """Who may take a step, by what they are to the replication."""

    adopter = "adopter"
    """Whoever acts for the organisation that does the project again."""
    source = "source"
    """Whoever acts for the lead of the project that is done again."""
    staff = "staff"


class ReplicationGuard(StrEnum):
    """What has to hold besides."""

    source_live = "source_live"
    """The project is published."""
    other_city = "other_city"
    """The adopter neither leads the project nor takes part in it, and is in another place."""
    no_circle = "no_circle"
    """The project does not descend from one that the adopter leads, nor does the adopter's project lead back to its lead."""
    one_open = "one_open"
    """An organisation has one open replication of a project at a time."""
    its_project = "its_project"
    """The project that is linked is led by the adopter."""
    other_confirms = "other_confirms"
    """Nobody confirms for both sides."""
    side_is_silent = "side_is_silent"
    """The staff confirms only for a side for which nobody else could."""
    one_side_itself = "one_side_itself"
    """The staff confirms for one side only, and never where both are silent: somebody of the two stands for it."""
    not_from_a_source = "not_from_a_source"
    """What a public source tells changes with the source."""


REFUSAL = {
    ReplicationGuard.source_live: "project-not-live",
    ReplicationGuard.other_city: "own-city",
    ReplicationGuard.no_circle: "replication-circle",
    ReplicationGuard.one_open: "replication-open",
    ReplicationGuard.its_project: "invalid",
    ReplicationGuard.other_confirms: "confirms-for-both",
    ReplicationGuard.side_is_silent: "side-confirms-itself",
    ReplicationGuard.one_side_itself: "nobody-of-either-side",
    ReplicationGuard.not_from_a_source: "replication-of-a-source",
}
"""The problem by which a step is refused where a guard does not hold; one that does not lead on from a state is
``replication-wrong-step``, one without its reason ``reason-needed``."""


class ReplicationEffect(StrEnum):
    """What follows."""

    side_confirms = "side_confirms"
    confirmation_of_the_other_falls = "confirmation_of_the_other_falls"
    """What the other side has confirmed is no longer what is there; where only the staff changes it, neither has."""
    confirmations_fall = "confirmations_fall"


@dataclass(frozen=True)
class Step:
    """One line of the table: from, verb, to, who may, guards, what follows, who is told."""

    sources: frozenset[Adoption]
    """Of ``declare`` none: there is nothing before."""
    verb: ReplicationVerb
    target: Adoption | None
    """None where the state stays."""
    who: frozenset[ReplicationActor]
    told: frozenset[ReplicationActor]
    """The sides that get a letter; where only the staff acts, both do."""
    needs_reason: bool = False
    guards: tuple[ReplicationGuard, ...] = ()
    effects: tuple[ReplicationEffect, ...] = ()


_A, _G, _E, _V, _W = Adoption, ReplicationGuard, ReplicationEffect, ReplicationVerb, ReplicationActor
_ADOPTER, _SOURCE = frozenset({_W.adopter}), frozenset({_W.source})
_EITHER = _ADOPTER | _SOURCE
_BY_ADOPTER, _BY_ANYBODY = _ADOPTER | {_W.staff}, _EITHER | {_W.staff}
OPEN = frozenset({_A.interested, _A.exploring, _A.adapting, _A.piloting})
"""States from which it goes on."""
CONFIRMS = {_V.confirm_as_source: _W.source, _V.confirm_as_adopter: _W.adopter}
"""The side for which a verb confirms."""
CONFIRMER = {_W.source: "source_confirmer", _W.adopter: "adopter_confirmer"}
"""Where it is kept who confirmed for a side."""
OTHER = {_W.source: _W.adopter, _W.adopter: _W.source}

TABLE = (
    Step(
        frozenset(),
        _V.declare,
        _A.interested,
        _BY_ADOPTER,
        _SOURCE,
        guards=(_G.source_live, _G.its_project, _G.other_city, _G.no_circle, _G.one_open),
    ),
    Step(frozenset({_A.interested, _A.adapting}), _V.explore, _A.exploring, _BY_ADOPTER, _SOURCE),
    Step(frozenset({_A.exploring, _A.piloting}), _V.adapt, _A.adapting, _BY_ADOPTER, _SOURCE),
    Step(frozenset({_A.adapting}), _V.pilot, _A.piloting, _BY_ADOPTER, _SOURCE),
    Step(frozenset({_A.adapting, _A.piloting}), _V.adopt, _A.adopted, _BY_ADOPTER, _SOURCE),
    Step(
        frozenset({_A.adopted}),
        _V.confirm_as_source,
        None,
        _SOURCE | {_W.staff},
        _ADOPTER,
        guards=(_G.other_confirms, _G.side_is_silent, _G.one_side_itself),
        effects=(_E.side_confirms,),
    ),
    Step(
        frozenset({_A.adopted}),
        _V.confirm_as_adopter,
        None,
        _BY_ADOPTER,
        _SOURCE,
        guards=(_G.other_confirms, _G.side_is_silent, _G.one_side_itself),
        effects=(_E.side_confirms,),
    ),
    Step(
        frozenset({_A.adopted}),
        _V.reopen,
        _A.piloting,
        _BY_ANYBODY,
        _EITHER,
        needs_reason=True,
        guards=(_G.not_from_a_source, _G.one_open),
        effects=(_E.confirmations_fall,),
    ),
    Step(OPEN, _V.abandon, _A.abandoned, _BY_ADOPTER, _SOURCE, needs_reason=True),
    Step(
        frozenset(Adoption),
        _V.correct,
        None,
        _BY_ANYBODY,
        _EITHER,
        effects=(_E.confirmation_of_the_other_falls,),
    ),
    Step(
        OPEN | {_A.adopted},
        _V.link,
        None,
        _BY_ADOPTER,
        _SOURCE,
        guards=(_G.not_from_a_source, _G.its_project, _G.no_circle),
        effects=(_E.confirmation_of_the_other_falls,),
    ),
)
"""Every step there is; what is not here is refused. ``correct`` says anew what was kept, changed and missing; ``link`` names the
project that the adopter made of it. Steps back are steps as well: a pilot may send the adopter back to adapting, and either side
may reopen what it does not take for adopted."""


def step(verb: ReplicationVerb) -> Step:
    """The line of a verb; each verb has one."""
    return next(each for each in TABLE if each.verb is verb)
