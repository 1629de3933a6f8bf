"""The lives of a request and of an invitation, as data that code, contract and screens read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from citypeers.domain.coaching.models import InvitedState, RequestState

ANSWERED_WITHIN = timedelta(days=30)
"""So long a request is open before it expires, anew each time it comes to be open."""
INVITED_WORKING_DAYS = 10
REMINDED_AFTER_WORKING_DAYS = (5, 8)
MOST_INVITED_PER_PLACE = 3
NUDGED_AFTER = timedelta(days=14)
NUDGES_BEFORE_CLOSING = 2
REPORTED_WITHIN = timedelta(days=14)


class CoachingVerb(StrEnum):
    submit = "submit"
    invite = "invite"
    accept = "accept"
    decline = "decline"
    lapse = "lapse"
    recall = "recall"
    expire = "expire"
    schedule = "schedule"
    reschedule = "reschedule"
    start = "start"
    no_show = "no_show"
    report = "report"
    complete = "complete"
    finish_early = "finish_early"
    rematch = "rematch"
    nudge = "nudge"
    close = "close"
    hold = "hold"
    resume = "resume"
    withdraw = "withdraw"
    cancel = "cancel"


class CoachingActor(StrEnum):
    """Who may take a step, by what they are to the request."""

    requester = "requester"
    invited = "invited"
    """Whoever acts for the organisation of the invitation that is answered."""
    coach = "coach"
    """Whoever acts for an organisation that accepted."""
    staff = "staff"
    clock = "clock"


class CoachingGuard(StrEnum):
    """What has to hold besides."""

    is_complete = "is_complete"
    """A topic, a language and a format, and as many places as the format has."""
    is_match = "is_match"
    """The organisation stands in the list of matches."""
    room_to_invite = "room_to_invite"
    """At most three open invitations for each place that is free."""
    still_asked = "still_asked"
    """The invitation waits for its answer."""
    has_capacity = "has_capacity"
    """The coach has a coaching left in this quarter; checked while nobody else can take it."""
    slot_agreed = "slot_agreed"
    """Both sides have marked the slot as possible."""
    day_ahead = "day_ahead"
    """The day named is still to come, and within a year."""
    session_planned = "session_planned"
    session_held = "session_held"
    outcome_told = "outcome_told"
    nudged_twice = "nudged_twice"
    all_reported = "all_reported"
    """Every side's report is in, or two weeks have passed; with the last report it is done."""


REFUSAL = {
    CoachingGuard.is_complete: "coaching-incomplete",
    CoachingGuard.is_match: "not-a-match",
    CoachingGuard.room_to_invite: "invitations-full",
    CoachingGuard.still_asked: "invitation-answered",
    CoachingGuard.has_capacity: "no-capacity",
    CoachingGuard.slot_agreed: "slot-not-agreed",
    CoachingGuard.day_ahead: "invalid",
    CoachingGuard.session_planned: "no-session-planned",
    CoachingGuard.session_held: "no-session-held",
    CoachingGuard.outcome_told: "outcome-missing",
    CoachingGuard.nudged_twice: "not-nudged-twice",
    CoachingGuard.all_reported: "coaching-wrong-step",
}
"""The problem by which a step is refused where a guard does not hold; one that does not lead on from a state is
``coaching-wrong-step``, one without its reason ``reason-needed``."""


class CoachingEffect(StrEnum):
    """What follows."""

    answer_within_30_days = "answer_within_30_days"
    invitation_goes_out = "invitation_goes_out"
    place_or_reserve = "place_or_reserve"
    """A place, while one is free; after the last one, a place among the reserves."""
    not_matched_again = "not_matched_again"
    """Who declined is left out of the matches of this request."""
    invitations_recalled = "invitations_recalled"
    coaches_released = "coaches_released"
    """Their places in the quarter are free again."""
    reserves_asked = "reserves_asked"
    session_booked = "session_booked"
    session_moved = "session_moved"
    session_held = "session_held"
    session_missed = "session_missed"
    sessions_cancelled = "sessions_cancelled"
    sessions_put_off = "sessions_put_off"
    """Those planned for before the day until which it is held are cancelled."""
    reports_asked = "reports_asked"
    reports_opened = "reports_opened"
    """Both sides may read what the other wrote; the follow-ups are set."""
    deadlines_pause = "deadlines_pause"
    deadlines_go_on = "deadlines_go_on"


@dataclass(frozen=True)
class Step:
    """One line of the table: from, verb, to, who may, guards, what follows, who is told."""

    sources: frozenset[RequestState]
    verb: CoachingVerb
    target: RequestState | None
    """None where the state stays, or follows from the invitations."""
    who: frozenset[CoachingActor]
    told: frozenset[CoachingActor]
    """Those who get a letter, whoever acts apart."""
    settles: bool = False
    """Whether the state follows from the invitations: accepted once all places are taken, proposed while one waits, else open;
    of a scheduled one from its sessions: accepted once none is planned."""
    needs_reason: bool = False
    needs_both: bool = False
    """Whether each side has to take the step; the first to do so agrees to it."""
    from_hold: bool = False
    """Whether it may be taken from being held as well."""
    guards: tuple[CoachingGuard, ...] = ()
    effects: tuple[CoachingEffect, ...] = ()


_A, _E, _G, _S, _V = CoachingActor, CoachingEffect, CoachingGuard, RequestState, CoachingVerb
_REQUESTER, _INVITED, _COACH, _STAFF, _CLOCK = (
    frozenset({each}) for each in (_A.requester, _A.invited, _A.coach, _A.staff, _A.clock)
)
_EITHER = _REQUESTER | _COACH
FINAL = frozenset({_S.completed, _S.completed_early, _S.expired, _S.withdrawn, _S.cancelled})
GOING_ON = frozenset({_S.accepted, _S.scheduled, _S.in_progress})
SEEKING = frozenset({_S.open, _S.proposed})
MATCHED = GOING_ON | {_S.reporting}
"""States in which a request has its coaches."""
_ANSWERED_IN = frozenset({_S.proposed}) | MATCHED
"""Who answers after the last place was taken becomes a reserve."""

TABLE = (
    Step(
        frozenset({_S.draft}), _V.submit, _S.open, _REQUESTER, _STAFF, guards=(_G.is_complete,), effects=(_E.answer_within_30_days,)
    ),
    Step(
        SEEKING,
        _V.invite,
        _S.proposed,
        _REQUESTER | _STAFF,
        _INVITED,
        guards=(_G.is_match, _G.room_to_invite),
        effects=(_E.invitation_goes_out,),
    ),
    Step(
        _ANSWERED_IN,
        _V.accept,
        None,
        _INVITED,
        _REQUESTER,
        settles=True,
        guards=(_G.still_asked, _G.has_capacity),
        effects=(_E.place_or_reserve,),
    ),
    Step(
        _ANSWERED_IN,
        _V.decline,
        None,
        _INVITED,
        _REQUESTER,
        settles=True,
        needs_reason=True,
        guards=(_G.still_asked,),
        effects=(_E.not_matched_again,),
    ),
    Step(_ANSWERED_IN, _V.lapse, None, _CLOCK, _REQUESTER | _INVITED | _STAFF, settles=True, guards=(_G.still_asked,)),
    Step(_ANSWERED_IN, _V.recall, None, _STAFF, _REQUESTER | _INVITED, settles=True, guards=(_G.still_asked,)),
    Step(frozenset({_S.open}), _V.expire, _S.expired, _CLOCK, _REQUESTER | _STAFF | _COACH, effects=(_E.coaches_released,)),
    Step(
        frozenset({_S.accepted}),
        _V.schedule,
        _S.scheduled,
        _EITHER,
        _EITHER,
        guards=(_G.slot_agreed,),
        effects=(_E.session_booked,),
    ),
    Step(
        frozenset({_S.in_progress}),
        _V.schedule,
        None,
        _EITHER,
        _EITHER,
        guards=(_G.slot_agreed,),
        effects=(_E.session_booked,),
    ),
    Step(
        frozenset({_S.scheduled, _S.in_progress}),
        _V.reschedule,
        None,
        _EITHER,
        _EITHER,
        guards=(_G.session_planned, _G.slot_agreed),
        effects=(_E.session_moved,),
    ),
    Step(
        frozenset({_S.scheduled}),
        _V.start,
        _S.in_progress,
        _EITHER,
        _EITHER,
        guards=(_G.session_planned,),
        effects=(_E.session_held,),
    ),
    Step(
        frozenset({_S.scheduled}),
        _V.no_show,
        None,
        _EITHER,
        _EITHER | _STAFF,
        settles=True,
        needs_reason=True,
        guards=(_G.session_planned,),
        effects=(_E.session_missed,),
    ),
    Step(
        frozenset({_S.in_progress}),
        _V.no_show,
        None,
        _EITHER,
        _EITHER | _STAFF,
        needs_reason=True,
        guards=(_G.session_planned,),
        effects=(_E.session_missed,),
    ),
    Step(
        frozenset({_S.in_progress}),
        _V.report,
        _S.reporting,
        _EITHER,
        _EITHER,
        guards=(_G.session_held,),
        effects=(_E.reports_asked,),
    ),
    Step(
        frozenset({_S.reporting}),
        _V.complete,
        _S.completed,
        _EITHER | _CLOCK,
        _EITHER | _STAFF,
        guards=(_G.all_reported,),
        effects=(_E.reports_opened,),
    ),
    Step(
        frozenset({_S.in_progress}),
        _V.finish_early,
        _S.completed_early,
        _EITHER,
        _EITHER | _STAFF,
        needs_both=True,
        guards=(_G.outcome_told,),
        effects=(_E.sessions_cancelled, _E.reports_opened),
    ),
    Step(
        frozenset({_S.accepted, _S.scheduled}),
        _V.rematch,
        _S.open,
        _EITHER | _STAFF,
        _EITHER | _STAFF,
        settles=True,
        needs_reason=True,
        effects=(_E.sessions_cancelled, _E.coaches_released, _E.reserves_asked, _E.answer_within_30_days),
    ),
    Step(GOING_ON, _V.nudge, None, _CLOCK, _EITHER),
    Step(
        GOING_ON,
        _V.close,
        _S.cancelled,
        _STAFF,
        _EITHER,
        needs_reason=True,
        guards=(_G.nudged_twice,),
        effects=(_E.sessions_cancelled, _E.coaches_released),
    ),
    Step(
        frozenset(_S) - FINAL - {_S.on_hold},
        _V.hold,
        _S.on_hold,
        _REQUESTER | _STAFF,
        _EITHER | _INVITED,
        guards=(_G.day_ahead,),
        effects=(_E.deadlines_pause, _E.sessions_put_off),
    ),
    Step(
        frozenset({_S.on_hold}),
        _V.resume,
        None,
        _REQUESTER | _STAFF | _CLOCK,
        _EITHER | _INVITED,
        effects=(_E.deadlines_go_on,),
    ),
    Step(
        frozenset({_S.draft}) | SEEKING,
        _V.withdraw,
        _S.withdrawn,
        _REQUESTER,
        _INVITED | _COACH | _STAFF,
        needs_reason=True,
        from_hold=True,
        effects=(_E.invitations_recalled, _E.coaches_released),
    ),
    Step(
        MATCHED,
        _V.cancel,
        _S.cancelled,
        _EITHER | _STAFF,
        _EITHER | _STAFF,
        needs_reason=True,
        from_hold=True,
        effects=(_E.sessions_cancelled, _E.invitations_recalled, _E.coaches_released),
    ),
)
"""Every step there is; what is not here is refused."""


def asked_at_once(places: int, invited: Sequence[InvitedState]) -> int:
    """How many invitations may wait for their answers; ``invited`` is what became of those there are."""
    return MOST_INVITED_PER_PLACE * (places - invited.count(InvitedState.accepted))


def free_to_invite(places: int, invited: Sequence[InvitedState]) -> int:
    """How many more may be asked now."""
    return max(0, asked_at_once(places, invited) - invited.count(InvitedState.invited))


def step(verb: CoachingVerb, state: RequestState) -> Step | None:
    """The line by which a verb leads on from a state."""
    return next((each for each in TABLE if each.verb is verb and state in each.sources), None)


@dataclass(frozen=True)
class InvitationStep:
    """One line of an invitation's table."""

    sources: frozenset[InvitedState]
    verb: CoachingVerb
    targets: tuple[InvitedState, ...]
    """Of several the first that is possible."""


_I = InvitedState
ASKED = frozenset({_I.invited})
HELD = frozenset({_I.accepted, _I.reserve})
INVITATION_TABLE = (
    InvitationStep(frozenset(), _V.invite, (_I.invited,)),
    InvitationStep(ASKED, _V.accept, (_I.accepted, _I.reserve)),
    InvitationStep(ASKED, _V.decline, (_I.declined,)),
    InvitationStep(ASKED, _V.lapse, (_I.lapsed,)),
    InvitationStep(ASKED, _V.recall, (_I.recalled,)),
    InvitationStep(frozenset({_I.reserve}), _V.rematch, (_I.invited,)),
    InvitationStep(frozenset({_I.accepted}), _V.rematch, (_I.released,)),
    *(
        line
        for verb in (_V.expire, _V.close, _V.withdraw, _V.cancel)
        for line in (InvitationStep(ASKED, verb, (_I.recalled,)), InvitationStep(HELD, verb, (_I.released,)))
    ),
)
"""What becomes of an invitation: by its own verbs, and by those of its request."""
