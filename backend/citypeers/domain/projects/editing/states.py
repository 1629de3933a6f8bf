"""The editorial life of a project, as data that code, contract and screens read.

A project has a live version, a version at work beside it, or both; each step moves one of the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from citypeers.domain.projects.models import ProjectState


class Side(StrEnum):
    """Which of the two versions a step moves."""

    work = "work"
    live = "live"


class ProjectVerb(StrEnum):
    submit = "submit"
    take_back = "take_back"
    request_changes = "request_changes"
    approve = "approve"
    publish = "publish"
    discard = "discard"
    flag = "flag"
    confirm = "confirm"
    archive = "archive"
    restore = "restore"


class ProjectActor(StrEnum):
    """Who may take a step, by what they are to the project."""

    owner = "owner"
    """Whoever acts for its lead."""
    reviewer = "reviewer"
    """Whoever acts for another organisation, or the secretariat."""
    staff = "staff"
    clock = "clock"
    """Time itself: twelve months without a word."""


class ProjectGuard(StrEnum):
    """What has to hold besides."""

    complete = "complete"
    """Nothing is missing that others need."""
    other_organisation = "other_organisation"
    """The reviewer does not act for the lead, and did not begin the project."""
    asks_something = "asks_something"
    """At least one field is commented on."""
    nothing_at_work = "nothing_at_work"
    """No version is being written."""


class ProjectEffect(StrEnum):
    """What follows."""

    publishes_itself = "publishes_itself"
    """The version is published at once, where its owners want it so."""
    goes_live = "goes_live"
    """The version at work becomes the live one."""
    comments_kept = "comments_kept"
    comments_closed = "comments_closed"
    work_ends = "work_ends"
    """The version at work is kept in the history alone; a project that never was live is archived with it."""
    written_anew = "written_anew"
    """What was archived is a draft again, to be published as any other."""
    clock_starts = "clock_starts"
    """The twelve months begin anew."""
    notice_to_owner = "notice_to_owner"
    notice_to_secretariat = "notice_to_secretariat"


@dataclass(frozen=True)
class ProjectStep:
    """One line of the table: which version, from, verb, to, who may, guards, what follows."""

    side: Side
    sources: frozenset[ProjectState]
    verb: ProjectVerb
    target: ProjectState | None
    """None: there is no such version any more."""
    who: frozenset[ProjectActor]
    needs_reason: bool
    guards: tuple[ProjectGuard, ...] = ()
    effects: tuple[ProjectEffect, ...] = ()


_S, _A, _G, _E = ProjectState, ProjectActor, ProjectGuard, ProjectEffect
_OWNERS = frozenset({_A.owner, _A.staff})

TABLE = (
    ProjectStep(
        Side.work,
        frozenset({_S.draft, _S.changes_requested}),
        ProjectVerb.submit,
        _S.submitted,
        _OWNERS,
        False,
        (_G.complete,),
        (_E.comments_closed, _E.notice_to_secretariat),
    ),
    ProjectStep(Side.work, frozenset({_S.submitted, _S.approved}), ProjectVerb.take_back, _S.draft, _OWNERS, False),
    ProjectStep(
        Side.work,
        frozenset({_S.submitted}),
        ProjectVerb.request_changes,
        _S.changes_requested,
        frozenset({_A.reviewer}),
        False,
        (_G.other_organisation, _G.asks_something),
        (_E.comments_kept, _E.notice_to_owner),
    ),
    ProjectStep(
        Side.work,
        frozenset({_S.submitted}),
        ProjectVerb.approve,
        _S.approved,
        frozenset({_A.reviewer}),
        False,
        (_G.other_organisation, _G.complete),
        (_E.publishes_itself, _E.notice_to_owner),
    ),
    ProjectStep(
        Side.work,
        frozenset({_S.approved}),
        ProjectVerb.publish,
        None,
        _OWNERS,
        False,
        (_G.complete,),
        (_E.goes_live, _E.clock_starts),
    ),
    ProjectStep(
        Side.work,
        frozenset({_S.draft, _S.changes_requested, _S.approved}),
        ProjectVerb.discard,
        None,
        _OWNERS,
        True,
        (),
        (_E.comments_closed, _E.work_ends),
    ),
    ProjectStep(
        Side.live,
        frozenset({_S.published}),
        ProjectVerb.flag,
        _S.needs_update,
        frozenset({_A.staff, _A.clock}),
        True,
        (),
        (_E.notice_to_owner,),
    ),
    ProjectStep(
        Side.live,
        frozenset({_S.published, _S.needs_update}),
        ProjectVerb.confirm,
        _S.published,
        _OWNERS,
        False,
        (),
        (_E.clock_starts,),
    ),
    ProjectStep(
        Side.live,
        frozenset({_S.published, _S.needs_update}),
        ProjectVerb.archive,
        _S.archived,
        _OWNERS,
        True,
        (_G.nothing_at_work,),
        (_E.notice_to_owner,),
    ),
    ProjectStep(
        Side.live,
        frozenset({_S.archived}),
        ProjectVerb.restore,
        _S.archived,
        _OWNERS,
        True,
        (_G.nothing_at_work,),
        (_E.written_anew,),
    ),
)
STEPS: Mapping[ProjectVerb, ProjectStep] = {step.verb: step for step in TABLE}
WRITABLE = frozenset({ProjectState.draft, ProjectState.changes_requested})
"""States of the version at work in which it is written on."""
