"""The record of what was done: one unbroken chain however many write, every change of it is seen, erasure leaves it whole."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from starlette.testclient import TestClient
from typer.testing import CliRunner

from citypeers import cli
from citypeers.core import audit, clock
from citypeers.core.audit import AuditEvent
from citypeers.core.caller import Instance
from citypeers.core.deeds import DEEDS, recorded
from citypeers.core.principal import OPERATOR
from citypeers.domain.members import states as members
from citypeers.domain.members.seats import states as seats
from citypeers.domain.projects.editing import states as projects
from tests.identity.people import sign_in, staff

TAMPERED = {
    "at": "'2020-01-01 00:00:00.000000'",
    "actor": "'account:other'",
    "request_id": "'x'",
    "verb": "'x'",
    "kind": "'x'",
    "subject": "'x'",
    "changes": "'[]'",
    "previous": "'x'",
    "hash": "'x'",
}


def written(instance: Instance, number: int = 5, about: str | None = None) -> None:
    for each in range(number):
        with instance.database.transaction() as session:
            said = {"name": (None, f"ñ {each}")}
            audit.record(session, OPERATOR, "organisation.changed", "organisation", str(each), said, about=about)


def verified(instance: Instance) -> tuple[int, audit.Break | None]:
    with instance.database.reading() as session:
        return audit.verify(session)


def unguarded(instance: Instance, statement: str) -> None:
    """What somebody does who owns the database: the triggers go first."""
    with instance.database.engine.begin() as connection:
        for table, trigger in (("event", "event_changed"), ("event", "event_removed"), ("value", "value_changed")):
            on = "" if instance.database.is_sqlite else f" ON audit_{table}"
            connection.execute(text(f"DROP TRIGGER IF EXISTS audit_{trigger}{on}"))
        connection.execute(text(statement))


def test_the_chain_holds_and_the_program_says_so(instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    written(instance)
    assert verified(instance) == (5, None)
    monkeypatch.setenv("CITYPEERS_DATABASE_URL", instance.database.url.render_as_string(hide_password=False))
    held = CliRunner().invoke(cli.app, ["audit", "verify"])
    assert (held.exit_code, held.stdout) == (0, "audit: 5 events hold\n")
    unguarded(instance, "UPDATE audit_event SET verb = 'x' WHERE position = 3")
    broken = CliRunner().invoke(cli.app, ["audit", "verify"])
    assert broken.exit_code == 1
    assert "event 3 is not what was written" in broken.output


@pytest.mark.parametrize("column", TAMPERED)
def test_a_changed_column_is_seen(instance: Instance, column: str) -> None:
    written(instance)
    unguarded(instance, f"UPDATE audit_event SET {column} = {TAMPERED[column]} WHERE position = 3")
    _, found = verified(instance)
    assert found is not None
    assert found.position == 3


@pytest.mark.parametrize("position", [1, 3, 5])
def test_a_removed_event_is_seen(instance: Instance, position: int) -> None:
    written(instance)
    unguarded(instance, f"DELETE FROM audit_event WHERE position = {position}")
    assert verified(instance) == (position - 1, audit.Break(position, "is missing"))


def test_the_database_itself_refuses_to_change_the_record(instance: Instance) -> None:
    written(instance, about="someone")
    for statement in ("UPDATE audit_event SET verb = 'x'", "DELETE FROM audit_event", "UPDATE audit_value SET salt = 'x'"):
        with pytest.raises(DBAPIError, match="only grows"), instance.database.engine.begin() as connection:
            connection.execute(text(statement))
    assert verified(instance) == (5, None)


def test_what_is_told_of_a_person_is_erased_and_the_chain_holds(instance: Instance) -> None:
    written(instance, about="someone")
    unguarded(instance, "UPDATE audit_value SET after = '\"other\"' WHERE position = 2")
    assert verified(instance) == (1, audit.Break(2, "says something else of name"))
    with instance.database.transaction() as session:
        audit.forget(session, "someone")
    assert verified(instance) == (5, None)
    with instance.database.engine.connect() as connection:
        assert "ñ" not in str(connection.execute(text("SELECT * FROM audit_event")).all())


def test_old_events_go_and_the_rest_still_holds(instance: Instance) -> None:
    written(instance)
    with instance.database.transaction() as session:
        assert audit.prune(session, clock.now() - timedelta(days=1)) == 0
        assert audit.prune(session, clock.now() + timedelta(days=1)) == 5
    written(instance, 2)
    assert verified(instance) == (2, None)
    with pytest.raises(DBAPIError, match="only grows"), instance.database.engine.begin() as connection:
        connection.execute(text("DELETE FROM audit_event WHERE position = 6"))


def test_twenty_writers_make_one_chain(instance: Instance) -> None:
    threads = [threading.Thread(target=written, args=(instance, 3)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verified(instance) == (60, None)


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(values, values)
def test_a_digest_tells_different_values_apart_whatever_the_order_of_names(one: Any, other: Any) -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: turned(value[name]) for name in reversed(value)}
        return [turned(each) for each in value] if isinstance(value, list) else value

    def typed(value: Any) -> Any:
        """Python takes 1 and True for one value; JSON does not."""
        if isinstance(value, dict):
            return {name: typed(each) for name, each in value.items()}
        return [typed(each) for each in value] if isinstance(value, list) else (type(value).__name__, value)

    assert audit._digest(one) == audit._digest(turned(one))
    assert (audit._digest(one) == audit._digest(other)) == (typed(one) == typed(other))


def test_the_page_tells_who_did_what_to_the_staff(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance)
    ana = sign_in(changing, instance)
    etag = changing.get("/api/v1/me", headers=ana.headers).headers["etag"]
    headers = {**ana.headers, "If-Match": etag, "X-Request-ID": "a-request-of-mine"}
    assert changing.patch("/api/v1/me", json={"name": "Ana Sofia"}, headers=headers).status_code == 200
    page = changing.get("/api/v1/audit-events?verb=account.changed", headers=eva.headers).json()
    (event,) = page["items"]
    assert (event["actor_name"], event["request_id"]) == ("Ana Sofia", "a-request-of-mine")
    assert event["changes"] == [{"field": "name", "before": "Ana Lima", "after": "Ana Sofia", "erased": False}]
    assert changing.get("/api/v1/audit-events", headers=ana.headers).status_code == 403
    seen: list[int] = []
    cursor = ""
    while True:
        body = changing.get(f"/api/v1/audit-events?limit=2{cursor}", headers=eva.headers).json()
        seen += [each["position"] for each in body["items"]]
        if body["next"] is None:
            break
        cursor = f"&cursor={body['next']}"
    assert seen == sorted(seen, reverse=True)
    assert len(seen) == body["total"] == len(set(seen))
    with instance.database.reading() as session:
        assert session.get_one(AuditEvent, event["position"]).actor.startswith("account:")


def test_every_step_of_a_machine_can_be_recorded() -> None:
    machines = (("seat", seats.Verb), ("membership", members.Verb), ("project", projects.ProjectVerb))
    assert {f"{thing}.{verb}" for thing, verbs in machines for verb in verbs} <= DEEDS
    with pytest.raises(ValueError, match=r"seat\.opened"):
        recorded("seat", "seat.opened")


def test_what_the_screens_have_no_words_for_is_not_recorded(instance: Instance) -> None:
    for verb, kind in (("thing.changed", "seat"), ("seat.opened", "thing")):
        with instance.database.transaction() as session, pytest.raises(ValueError, match="thing"):
            audit.record(session, OPERATOR, verb, kind, "1")
    assert verified(instance) == (0, None)
