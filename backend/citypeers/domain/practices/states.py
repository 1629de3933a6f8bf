"""The life of a practice, as data that code, contract and screens read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from citypeers.domain.practices.models import PracticeState


class PracticeVerb(StrEnum):
    publish = "publish"
    withdraw = "withdraw"
    archive = "archive"
    restore = "restore"


class PracticeActor(StrEnum):
    """Who may take a step, by what they are to the practice."""

    owner = "owner"
    """Whoever acts for the organisation that publishes it."""
    staff = "staff"


class PracticeGuard(StrEnum):
    """What has to hold besides."""

    complete = "complete"
    """It has a summary and a topic, so that others can find and judge it."""


REFUSAL = {PracticeGuard.complete: "practice-incomplete"}
"""The problem by which a step is refused where a guard does not hold; one that does not lead on from a state is
``practice-wrong-step``, one without its reason ``reason-needed``."""


@dataclass(frozen=True)
class PracticeStep:
    """One line of the table: from, verb, to, who may, guards."""

    sources: frozenset[PracticeState]
    verb: PracticeVerb
    target: PracticeState
    who: frozenset[PracticeActor]
    needs_reason: bool = False
    guards: tuple[PracticeGuard, ...] = ()


_S, _V, _ALL = PracticeState, PracticeVerb, frozenset(PracticeActor)

TABLE = (
    PracticeStep(frozenset({_S.draft}), _V.publish, _S.published, _ALL, guards=(PracticeGuard.complete,)),
    PracticeStep(frozenset({_S.published}), _V.withdraw, _S.draft, _ALL, needs_reason=True),
    PracticeStep(frozenset({_S.draft, _S.published}), _V.archive, _S.archived, _ALL, needs_reason=True),
    PracticeStep(frozenset({_S.archived}), _V.restore, _S.draft, _ALL, needs_reason=True),
)
"""Every step there is; what is not here is refused. Only a draft is written on: what is published is withdrawn first."""
STEPS: Mapping[PracticeVerb, PracticeStep] = {step.verb: step for step in TABLE}
