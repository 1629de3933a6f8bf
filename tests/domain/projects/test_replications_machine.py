"""Any walk of anybody over the ledger keeps to the table, counts rightly and never leads in a circle, on both databases."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from pydantic import SecretStr
from sqlalchemy import select
from sqlmodel import Session, col

from citypeers.core import rendered
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, Principal, Role
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound, PreconditionFailed
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.models import KIND, Adoption, Replication
from citypeers.domain.projects.replications import guards, policy, service
from citypeers.domain.projects.replications.schemas import ReplicationCreate, ReplicationPatch, ReplicationStep
from citypeers.domain.projects.replications.states import CONFIRMS, OPEN, TABLE, step
from citypeers.domain.projects.replications.states import ReplicationActor as Actor
from citypeers.domain.projects.replications.states import ReplicationVerb as Verb
from citypeers.identity import accounts
from citypeers.identity.schemas import AccountCreate
from tests.domain.projects.ledger import new_project, organisation

SLUGS = ("koeln", "hamburg", "berlin")
PEOPLE = {"both@example.org": SLUGS[:2], **{f"{slug}@example.org": (slug,) for slug in SLUGS}, "nobody@example.org": ()}
STAFF = ("s0@example.org", "s1@example.org")
ANYBODY = st.sampled_from([*PEOPLE, *STAFF])
PLACES = st.integers(0, len(SLUGS) - 1)
STEPS = [verb for verb in Verb if verb not in (Verb.declare, Verb.correct, Verb.link)]


def prepare(session: Session) -> list[str]:
    """A new published project of each organisation, and everybody's account."""
    for email in (*PEOPLE, *STAFF):
        if accounts.by_email(session, email) is None:
            role = Role.secretariat if email in STAFF else None
            write = AccountCreate(email=email, name=email, password=SecretStr("seven bridges over one river"), role=role)
            account = accounts.create(session, OPERATOR, write)
            for slug in PEOPLE.get(email, ()):
                accounts.grant(session, OPERATOR, account.id, Role.member, ORGANISATION, organisation(session, slug).id)
    ids = [new_project(session, slug, slug) for slug in SLUGS]
    projects.render(session, ids)
    return ids


@pytest.mark.hypothesis
def test_any_walk_keeps_to_the_table(instance: Instance) -> None:
    class Life(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            with instance.database.transaction() as session:
                self.own = prepare(session)

        def _try(self, act: Any) -> None:
            with (
                suppress(Forbidden, Conflict, Invalid, NotFound, PreconditionFailed),
                instance.database.transaction() as session,
            ):
                act(session)

        def _who(self, session: Session, email: str) -> Principal:
            account = accounts.by_email(session, email)
            assert account is not None
            return accounts.acting(session, account.id)

        def _rows(self, session: Session) -> list[Replication]:
            mine = select(Replication).where(col(Replication.source_id).in_(self.own))
            return list(session.scalars(mine.order_by(col(Replication.created_at), col(Replication.id))))

        @rule(person=ANYBODY, source=PLACES, adopter=PLACES, linked=st.none() | PLACES)
        def declare(self, person: str, source: int, adopter: int, linked: int | None) -> None:
            def act(session: Session) -> None:
                who = self._who(session, person)
                write = ReplicationCreate(organisation=SLUGS[adopter], project=None if linked is None else self.own[linked])
                row = service.declare(session, who, self.own[source], write)
                assert SLUGS[adopter] in PEOPLE.get(person, SLUGS)
                assert row.state is Adoption.interested
                assert source != adopter
                assert linked in (None, adopter)

            self._try(act)

        @rule(data=st.data(), person=ANYBODY, near=st.booleans(), fitting=st.integers(0, 4))
        def move(self, data: st.DataObject, person: str, near: bool, fitting: int) -> None:
            def act(session: Session) -> None:
                rows = self._rows(session)
                if not rows:
                    return
                row = data.draw(st.sampled_from(rows))
                if near:
                    sides = (self._slug(session, row.organisation_id), SLUGS[self.own.index(row.source_id)])
                    self_ = data.draw(st.sampled_from([*(f"{slug}@example.org" for slug in sides), "both@example.org"]))
                else:
                    self_ = person
                who = self._who(session, self_)
                actors = policy.Sides(session, who, [row]).of(row)
                may = service.may(row, actors)
                open_ = [verb for verb in STEPS if row.state in step(verb).sources]
                verb = data.draw(st.sampled_from(([each for each in may if each in STEPS] if fitting else []) or open_ or STEPS))
                before = row.model_dump()
                row = service.move(session, who, row.id, ReplicationStep(verb=verb, reason="why"), service.etag(row))
                line = next(each for each in TABLE if each.verb is verb)
                assert before["state"] in line.sources
                assert row.state is (line.target or before["state"])
                assert line.who & actors
                assert verb in may or (verb in CONFIRMS and row.model_dump() == before)

            self._try(act)

        @rule(source=PLACES, adopter=PLACES, linked=st.booleans(), as_far_as=st.integers(1, 6), by_both=st.booleans())
        def go_the_way(self, source: int, adopter: int, linked: bool, as_far_as: int, by_both: bool) -> None:
            """From the declaration on, perhaps to the end; whoever speaks for both sides does not confirm for both."""

            def act(session: Session) -> None:
                people = [self._who(session, f"{SLUGS[place]}@example.org") for place in (source, adopter)]
                if by_both:
                    people = [self._who(session, "both@example.org")] * 2
                own = self.own[adopter] if linked else None
                row = service.declare(
                    session, people[1], self.own[source], ReplicationCreate(organisation=SLUGS[adopter], project=own)
                )
                for verb in (Verb.explore, Verb.adapt, Verb.adopt, Verb.confirm_as_adopter, Verb.confirm_as_source)[:as_far_as]:
                    who = people[0] if verb is Verb.confirm_as_source else people[1]
                    if by_both and verb is Verb.confirm_as_source:
                        with pytest.raises(guards.ConfirmsForBoth):
                            service.move(session, who, row.id, ReplicationStep(verb=verb), None)
                    else:
                        service.move(session, who, row.id, ReplicationStep(verb=verb), None)

            self._try(act)

        @rule(data=st.data(), person=ANYBODY, text=st.sampled_from(["a", "b"]), linked=st.none() | PLACES, what=st.integers(1, 3))
        def change(self, data: st.DataObject, person: str, text: str, linked: int | None, what: int) -> None:
            def act(session: Session) -> None:
                rows = self._rows(session)
                if not rows:
                    return
                row = data.draw(st.sampled_from(rows))
                who, before = self._who(session, person), row.model_dump()
                patch: dict[str, Any] = {"kept": {"en": text}} if what & 1 else {}
                patch |= {"project": None if linked is None else self.own[linked]} if what & 2 else {}
                actors = policy.Sides(session, who, [row]).of(row)
                row = service.change(session, who, row.id, ReplicationPatch.model_validate(patch), service.etag(row))
                is_other = (row.kept, row.project_id) != (before["kept"], before["project_id"])
                assert row.version == before["version"] + is_other
                if is_other and Actor.adopter not in actors:
                    assert row.confirmed_by_adopter_at is None
                if is_other and Actor.source not in actors:
                    assert row.confirmed_by_source_at is None

            self._try(act)

        def _slug(self, session: Session, id: str) -> str:
            return next(slug for slug in SLUGS if organisation(session, slug).id == id)

        @invariant()
        def the_ledger_holds(self) -> None:
            with instance.database.reading() as session:
                rows = self._rows(session)
                pairs = [(row.source_id, row.organisation_id) for row in rows if row.state in OPEN]
                assert len(pairs) == len(set(pairs))
                counted = set()
                for row in rows:
                    assert (row.source_confirmer is None) is (row.confirmed_by_source_at is None)
                    assert (row.adopter_confirmer is None) is (row.confirmed_by_adopter_at is None)
                    confirmed = row.source_confirmer is not None and row.adopter_confirmer is not None
                    assert not confirmed or row.source_confirmer != row.adopter_confirmer
                    assert row.state is Adoption.adopted or not (row.source_confirmer or row.adopter_confirmer)
                    assert (row.reason is not None) is (row.state is Adoption.abandoned)
                    if confirmed:
                        counted.add(row.source_id)
                kept = rendered.of(session, KIND, self.own)
                assert {id for id in self.own if '"replicated":true' in kept[id].item} == counted
                self._no_circle(rows)

        def _no_circle(self, rows: list[Replication]) -> None:
            onward = {
                id: {row.project_id for row in rows if row.source_id == id and row.state is not Adoption.abandoned}
                for id in self.own
            }
            for start in self.own:
                reached, newest = set(), onward[start] - {None}
                while newest:
                    reached |= newest
                    newest = {after for id in newest for after in onward[id or ""] if after} - reached
                assert start not in reached

    run_state_machine_as_test(
        Life,
        settings=settings(max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)),
    )
