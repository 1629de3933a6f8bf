"""The life of a membership, as data that code, contract and screens read."""

from dataclasses import dataclass
from enum import StrEnum

from citypeers.core.principal import Role
from citypeers.domain.networks.models import MembershipState


class Verb(StrEnum):
    accept = "accept"
    admit = "admit"
    decline = "decline"
    refuse = "refuse"
    withdraw = "withdraw"
    reapply = "reapply"
    reinvite = "reinvite"
    observe = "observe"
    suspend = "suspend"
    resume = "resume"
    leave = "leave"
    expel = "expel"
    readmit = "readmit"


class Notice(StrEnum):
    """Who is told of a step."""

    member = "member"
    secretariat = "secretariat"
    both = "both"


@dataclass(frozen=True)
class Step:
    """One line of the table: from, verb, to, who may, and what follows."""

    sources: frozenset[MembershipState]
    verb: Verb
    target: MembershipState
    who: frozenset[Role]
    needs_reason: bool
    notice: Notice
    begins: bool = False
    """Whether the membership is valid from that day; of one that ended, a new one begins."""
    ends: bool = False
    """Whether that day is its last."""


_S = MembershipState
_SECRETARIAT = frozenset({Role.administrator, Role.secretariat})
_MEMBER = _SECRETARIAT | {Role.member}
"""Whoever acts for the member: those who hold that role on its organisation or on the membership."""
_BY_MEMBER = frozenset({Verb.accept, Verb.decline, Verb.withdraw, Verb.reapply, Verb.leave})


def _step(
    sources: set[MembershipState], verb: Verb, target: MembershipState, reason: bool, notice: Notice, **follows: bool
) -> Step:
    return Step(frozenset(sources), verb, target, _MEMBER if verb in _BY_MEMBER else _SECRETARIAT, reason, notice, **follows)


TABLE = (
    _step({_S.invited}, Verb.accept, _S.active, False, Notice.secretariat, begins=True),
    _step({_S.applied}, Verb.admit, _S.active, False, Notice.member, begins=True),
    _step({_S.invited}, Verb.decline, _S.refused, True, Notice.secretariat),
    _step({_S.applied}, Verb.refuse, _S.refused, True, Notice.member),
    _step({_S.invited, _S.applied}, Verb.withdraw, _S.refused, True, Notice.both),
    _step({_S.refused}, Verb.reapply, _S.applied, False, Notice.secretariat),
    _step({_S.refused}, Verb.reinvite, _S.invited, False, Notice.member),
    _step({_S.active}, Verb.observe, _S.observer, True, Notice.both),
    _step({_S.active, _S.observer}, Verb.suspend, _S.suspended, True, Notice.member),
    _step({_S.observer, _S.suspended}, Verb.resume, _S.active, False, Notice.member),
    _step({_S.active, _S.observer, _S.suspended}, Verb.leave, _S.former, True, Notice.secretariat, ends=True),
    _step({_S.active, _S.observer, _S.suspended}, Verb.expel, _S.former, True, Notice.member, ends=True),
    _step({_S.former}, Verb.readmit, _S.active, True, Notice.member, begins=True),
)
"""Every step there is; what is not here is refused."""

UNSETTLED = frozenset({_S.invited, _S.applied, _S.refused})
"""States between the network and who asks or is asked; visitors do not see them, and nothing has begun."""
