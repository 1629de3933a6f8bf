"""Any walk of anybody over a project keeps to the table, and what is public follows from where it stands, on both databases."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlmodel import Session

from citypeers.core import rendered
from citypeers.core.caller import Instance
from citypeers.core.principal import Held, Principal, Role
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound
from citypeers.core.rows import etag
from citypeers.domain.organisations import service as organisations
from citypeers.domain.projects.editing import policy, service
from citypeers.domain.projects.editing.schemas import CommentWrite, ProjectCreate, ProjectMove, ProjectPatch
from citypeers.domain.projects.editing.states import ProjectVerb
from citypeers.domain.projects.models import KIND, Project
from tests.domain.projects.people import STORY

OWNERS, PEER, STAFF, STRANGER = ("owner", "colleague"), "peer", "staff", "stranger"
WORK = {
    "submit": ({"draft", "changes_requested"}, "submitted"),
    "take_back": ({"submitted", "approved"}, "draft"),
    "request_changes": ({"submitted"}, "changes_requested"),
    "approve": ({"submitted"}, "approved"),
    "publish": ({"approved"}, None),
    "discard": ({"draft", "changes_requested", "approved"}, None),
}
LIVE = {
    "flag": ({"published"}, "needs_update"),
    "confirm": ({"published", "needs_update"}, "published"),
    "archive": ({"published", "needs_update"}, "archived"),
    "restore": ({"archived"}, "archived"),
}
BY_REVIEWERS, BY_STAFF, WITH_REASON = {"request_changes", "approve"}, {"flag"}, {"discard", "flag", "archive", "restore"}


@dataclass
class Stand:
    """Where a project has to stand: the states of its two versions, and whether the one at work is whole."""

    live: str | None = None
    work: str | None = "draft"
    whole: bool = True


def expected(now: Stand, person: str, verb: str, reason: bool, comments: bool) -> Stand | None:
    """Where a step leads by the design, None where it is refused."""
    sources, target = WORK.get(verb) or LIVE[verb]
    reviewer = person in (PEER, STAFF)
    may = reviewer if verb in BY_REVIEWERS else person == STAFF if verb in BY_STAFF else person in (*OWNERS, STAFF)
    state = now.work if verb in WORK else now.live
    if not may or state not in sources or (verb in WITH_REASON and not reason):
        return None
    if verb in ("submit", "approve", "publish") and not now.whole:
        return None
    if (verb == "request_changes" and not comments) or (verb in ("archive", "restore") and now.work is not None):
        return None
    if verb in ("approve", "publish"):
        return Stand("published", None)
    if verb == "discard":
        return Stand(now.live or "archived", None)
    if verb == "restore":
        return Stand("archived", "draft")
    return Stand(now.live, target, now.whole) if verb in WORK else Stand(target, now.work, now.whole)


@pytest.mark.hypothesis
def test_any_walk_keeps_to_the_table(instance: Instance) -> None:
    with instance.database.reading() as session:
        people = everybody(session)

    class Life(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            with instance.database.transaction() as session:
                create = ProjectCreate.model_validate({**STORY, "organisation": "hamburg"})
                self.id = service.create(session, people["owner"], create).id
            self.now = Stand()

        @rule(
            person=st.sampled_from([*OWNERS, PEER, STAFF, STRANGER]),
            verb=st.sampled_from(list(ProjectVerb)),
            reason=st.booleans(),
            comments=st.booleans(),
        )
        def step(self, person: str, verb: ProjectVerb, reason: bool, comments: bool) -> None:
            wanted = expected(self.now, person, verb.value, reason, comments)
            asked = ProjectMove(
                verb=verb, reason="because" if reason else None, comments=[CommentWrite(text="why?")] if comments else []
            )
            done = attempt(lambda session, tag: service.move(session, people[person], self.id, asked, tag), instance, self.id)
            assert done == (wanted is not None), (self.now, person, verb)
            self.now = wanted or self.now

        @rule(person=st.sampled_from([*OWNERS, PEER, STAFF]), whole=st.booleans())
        def write(self, person: str, whole: bool) -> None:
            fits = self.now.work in ("draft", "changes_requested") or (self.now.work is None and self.now.live != "archived")
            patch = ProjectPatch.model_validate({"lessons": STORY["lessons"] if whole else []})
            done = attempt(lambda session, tag: service.write(session, people[person], self.id, patch, tag), instance, self.id)
            assert done == (fits and person != PEER)
            if done and (self.now.work is not None or not whole):  # a live version is whole: to write the same begins nothing
                self.now = Stand(self.now.live, self.now.work or "draft", whole)

        @invariant()
        def it_stands_there_and_what_is_public_follows(self) -> None:
            with instance.database.reading() as session:
                project = session.get_one(Project, self.id)
                assert (project.live_state, project.work_state) == (self.now.live, self.now.work)
                assert bool(rendered.of(session, KIND, [self.id])) == (self.now.live in ("published", "needs_update"))
                for name, person in people.items():
                    may = service.can(person, project, policy.actors(session, person, project))
                    for verb in ProjectVerb:
                        wanted = expected(Stand(self.now.live, self.now.work), name, verb.value, reason=True, comments=True)
                        assert (verb.value in may) == (wanted is not None), (self.now, name, verb)

    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Life,
        settings=settings(max_examples=10, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)),
    )


def everybody(session: Session) -> dict[str, Principal]:
    """Two of the lead, one of another city, one of the secretariat, and somebody who speaks for nobody."""

    def of(name: str, slug: str) -> Principal:
        id = organisations.find(session, slug).id
        held = frozenset({Held(Role.member, "organisation", id)})
        return Principal(f"account:{name}", frozenset({Role.member}), account=name, held=held)

    return {
        "owner": of("owner", "hamburg"),
        "colleague": of("colleague", "hamburg"),
        PEER: of(PEER, "muenchen"),
        STAFF: Principal("account:staff", frozenset({Role.secretariat}), account=STAFF),
        STRANGER: Principal("account:stranger", frozenset({Role.member}), account=STRANGER),
    }


def attempt(act: Any, instance: Instance, id: str) -> bool:
    """Whether an act is let."""
    try:
        with instance.database.transaction() as session:
            act(session, etag(session.get_one(Project, id)))
    except (Conflict, Forbidden, Invalid, NotFound):
        return False
    return True
