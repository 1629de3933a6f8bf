"""The life of a seat and of the person on it, as data that code, contract and screens read."""

from dataclasses import dataclass
from enum import StrEnum

from citypeers.domain.members.seats.models import PersonState, SeatState


class Verb(StrEnum):
    nominate = "nominate"
    confirm = "confirm"
    refuse = "refuse"
    withdraw = "withdraw"
    begin_leave = "begin_leave"
    end_leave = "end_leave"
    step_down = "step_down"
    recall = "recall"
    hand_over = "hand_over"
    close = "close"


class Actor(StrEnum):
    """Who may take a step, by what they are to the seat."""

    secretariat = "secretariat"
    focal_point = "focal_point"
    """The focal point of the seat's country."""
    holder = "holder"
    """The person on the seat."""
    nominator = "nominator"
    """Whoever nominated the person."""


class Guard(StrEnum):
    """What has to hold besides."""

    first_by_secretariat = "first_by_secretariat"
    """A country's first is nominated by the secretariat; from then on its focal point nominates for the country."""
    other_confirms = "other_confirms"
    """Nobody confirms whom they nominated, nor themselves."""
    within_bounds = "within_bounds"
    """The network's rules leave room."""
    has_deputy = "has_deputy"
    successor_first = "successor_first"
    """The last focal point of a country names a successor before leaving."""
    national_confirmed = "national_confirmed"
    """The seat is national and its person confirmed."""
    empty = "empty"
    """Nobody is on the seat or named for it."""


class Effect(StrEnum):
    """What follows."""

    invitation = "invitation"
    """The person is invited, or gets the role at once where they have an account."""
    grant_begins = "grant_begins"
    grant_ends = "grant_ends"
    """With it end the sessions, unless the person holds other roles; open duties pass on."""
    deputy_acts = "deputy_acts"
    deputy_rests = "deputy_rests"
    focal_point_moves = "focal_point_moves"
    notice_to_person = "notice_to_person"
    notice_to_secretariat = "notice_to_secretariat"
    notice_to_nominator = "notice_to_nominator"


@dataclass(frozen=True)
class Step:
    """One line of the table: from, verb, to, who may, guards, what follows."""

    sources: frozenset[SeatState]
    verb: Verb
    target: SeatState
    who: frozenset[Actor]
    needs_reason: bool
    guards: tuple[Guard, ...] = ()
    effects: tuple[Effect, ...] = ()
    person: PersonState | None = None
    """What the person on the seat becomes."""


_S, _A, _G, _E = SeatState, Actor, Guard, Effect

TABLE = (
    Step(
        frozenset({_S.vacant}),
        Verb.nominate,
        _S.nominated,
        frozenset({_A.secretariat, _A.focal_point}),
        False,
        (_G.first_by_secretariat,),
        (_E.notice_to_secretariat,),
        PersonState.nominated,
    ),
    Step(
        frozenset({_S.nominated}),
        Verb.confirm,
        _S.confirmed,
        frozenset({_A.secretariat}),
        False,
        (_G.other_confirms, _G.within_bounds),
        (_E.invitation, _E.grant_begins, _E.notice_to_nominator),
        PersonState.confirmed,
    ),
    Step(
        frozenset({_S.nominated}),
        Verb.refuse,
        _S.vacant,
        frozenset({_A.secretariat}),
        True,
        (_G.other_confirms,),
        (_E.notice_to_nominator,),
        PersonState.refused,
    ),
    Step(
        frozenset({_S.nominated}),
        Verb.withdraw,
        _S.vacant,
        frozenset({_A.nominator, _A.focal_point}),
        True,
        (),
        (_E.notice_to_secretariat,),
        PersonState.refused,
    ),
    Step(
        frozenset({_S.confirmed}),
        Verb.begin_leave,
        _S.on_leave,
        frozenset({_A.holder, _A.focal_point, _A.secretariat}),
        False,
        (_G.has_deputy,),
        (_E.deputy_acts, _E.notice_to_secretariat),
    ),
    Step(
        frozenset({_S.on_leave}),
        Verb.end_leave,
        _S.confirmed,
        frozenset({_A.holder, _A.focal_point, _A.secretariat}),
        False,
        (),
        (_E.deputy_rests, _E.notice_to_secretariat),
    ),
    Step(
        frozenset({_S.confirmed, _S.on_leave}),
        Verb.step_down,
        _S.vacant,
        frozenset({_A.holder}),
        True,
        (_G.successor_first,),
        (_E.grant_ends, _E.deputy_rests, _E.notice_to_secretariat),
        PersonState.ended,
    ),
    Step(
        frozenset({_S.confirmed, _S.on_leave}),
        Verb.recall,
        _S.vacant,
        frozenset({_A.focal_point, _A.secretariat}),
        True,
        (_G.successor_first,),
        (_E.grant_ends, _E.deputy_rests, _E.notice_to_person, _E.notice_to_secretariat),
        PersonState.ended,
    ),
    Step(
        frozenset({_S.confirmed}),
        Verb.hand_over,
        _S.confirmed,
        frozenset({_A.focal_point, _A.secretariat}),
        False,
        (_G.national_confirmed,),
        (_E.focal_point_moves, _E.notice_to_person, _E.notice_to_secretariat),
    ),
    Step(frozenset({_S.vacant}), Verb.close, _S.vacant, frozenset({_A.secretariat}), True, (_G.empty,)),
)
"""Every step there is; what is not here is refused. ``hand_over`` makes the person on the seat their country's focal point;
``close`` is the seat's last day."""


def step(verb: Verb) -> Step:
    """The line of a verb; each verb has one."""
    return next(each for each in TABLE if each.verb is verb)
