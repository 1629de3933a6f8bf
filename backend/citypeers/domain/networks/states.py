"""The editorial machine of a network profile, as data that code, contract and screens read."""

from dataclasses import dataclass
from enum import StrEnum

from citypeers.core.principal import Role
from citypeers.domain.networks.models import State


class Verb(StrEnum):
    submit = "submit"
    send_back = "send_back"
    publish = "publish"
    flag = "flag"
    archive = "archive"
    restore = "restore"


@dataclass(frozen=True)
class Transition:
    """One step: who may take it, from where to where, and whether it needs a reason."""

    verb: Verb
    sources: frozenset[State]
    target: State
    who: frozenset[Role]
    needs_reason: bool


_EDITORS = frozenset({Role.administrator, Role.secretariat, Role.steward})

TRANSITIONS = (
    Transition(Verb.submit, frozenset({State.draft}), State.in_review, _EDITORS, needs_reason=False),
    Transition(Verb.send_back, frozenset({State.in_review}), State.draft, _EDITORS, needs_reason=True),
    Transition(
        Verb.publish, frozenset({State.draft, State.in_review, State.needs_update}), State.published, _EDITORS, needs_reason=False
    ),
    Transition(Verb.flag, frozenset({State.published}), State.needs_update, _EDITORS, needs_reason=True),
    Transition(
        Verb.archive, frozenset({State.published, State.needs_update, State.draft}), State.archived, _EDITORS, needs_reason=True
    ),
    Transition(Verb.restore, frozenset({State.archived}), State.draft, _EDITORS, needs_reason=True),
)

PUBLIC = frozenset({State.published, State.needs_update})
"""States in which visitors see a profile; one that needs an update stays live."""


def transition(verb: Verb) -> Transition:
    """The step a verb stands for."""
    return next(each for each in TRANSITIONS if each.verb is verb)
