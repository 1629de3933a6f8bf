"""The life of an import, as data that code, contract and screens read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

UNDO_FOR = timedelta(days=1)


class ImportState(StrEnum):
    """Where an import stands."""

    open = "open"
    """Uploaded; its mapping and its answers are being given."""
    checking = "checking"
    checked = "checked"
    """Tried out: what a commit would do is known."""
    committing = "committing"
    committed = "committed"
    undoing = "undoing"
    undone = "undone"
    cancelled = "cancelled"
    failed = "failed"
    """It could not go on; what was written until then can be undone."""


class ImportVerb(StrEnum):
    dry_run = "dry_run"
    commit = "commit"
    cancel = "cancel"
    undo = "undo"
    finish = "finish"
    fail = "fail"


class ImportActor(StrEnum):
    """Who may take a step."""

    owner = "owner"
    worker = "worker"


class ImportGuard(StrEnum):
    """What has to hold besides."""

    answered = "answered"
    """No question about the file as a whole is open."""
    none_refused = "none_refused"
    """No row was refused, or the good ones are to be written all the same."""
    within_a_day = "within_a_day"


@dataclass(frozen=True)
class ImportStep:
    """One line of the table: from, verb, to, who may, guards."""

    sources: frozenset[ImportState]
    verb: ImportVerb
    target: ImportState
    who: ImportActor
    guards: tuple[ImportGuard, ...] = ()


_S, _V, _A, _G = ImportState, ImportVerb, ImportActor, ImportGuard
TABLE = (
    ImportStep(frozenset({_S.open, _S.checked}), _V.dry_run, _S.checking, _A.owner, (_G.answered,)),
    ImportStep(frozenset({_S.checking}), _V.finish, _S.checked, _A.worker),
    ImportStep(frozenset({_S.checked}), _V.commit, _S.committing, _A.owner, (_G.none_refused,)),
    ImportStep(frozenset({_S.committing}), _V.finish, _S.committed, _A.worker),
    ImportStep(frozenset({_S.open, _S.checking, _S.checked}), _V.cancel, _S.cancelled, _A.owner),
    ImportStep(frozenset({_S.committed, _S.failed}), _V.undo, _S.undoing, _A.owner, (_G.within_a_day,)),
    ImportStep(frozenset({_S.undoing}), _V.finish, _S.undone, _A.worker),
    ImportStep(frozenset({_S.checking, _S.committing, _S.undoing}), _V.fail, _S.failed, _A.worker),
)
AT_WORK = frozenset({ImportState.checking, ImportState.committing, ImportState.undoing})
"""States in which the worker goes on by itself."""
ENDED = frozenset({ImportState.committed, ImportState.undone, ImportState.cancelled, ImportState.failed})
OF_OWNERS: Mapping[ImportVerb, ImportStep] = {step.verb: step for step in TABLE if step.who is ImportActor.owner}


def of_worker(verb: ImportVerb, state: ImportState) -> ImportStep:
    """The step that the worker takes from a state."""
    return next(step for step in TABLE if step.who is ImportActor.worker and step.verb is verb and state in step.sources)
