"""Editorial steps from the command line: what visitors see after each, and how a wrong one is refused."""

import pytest
from sqlalchemy import update
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core import outbox, rendered
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR, VISITOR
from citypeers.core.problems import Forbidden, NotFound, ReasonNeeded
from citypeers.domain.networks import service
from citypeers.domain.networks.models import KIND, Network, State
from citypeers.domain.networks.states import PUBLIC, TRANSITIONS, Transition, Verb


def _move(instance: Instance, slug: str, verb: Verb, reason: str | None = "because the test says so") -> None:
    with instance.database.transaction() as session:
        service.move(session, OPERATOR, slug, verb, reason)


def test_an_archived_network_is_gone_from_every_public_read(changing: TestClient, instance: Instance) -> None:
    before = changing.get("/api/v1/networks?facets=category&category=cities_and_regions").json()
    _move(instance, "eurocities", Verb.archive)
    assert changing.get("/api/v1/networks/eurocities").status_code == 404
    assert changing.get("/api/v1/networks/eurocities/relations").status_code == 404
    assert changing.get("/api/v1/networks/eurocities/revisions").status_code == 404
    after = changing.get("/api/v1/networks?facets=category&category=cities_and_regions").json()
    assert after["total"] == before["total"] - 1
    assert {each["value"]: each["count"] for each in after["facets"]["category"]}["cities_and_regions"] == 9
    assert changing.get("/api/v1/networks/analysis").json()["total"] == 33
    assert "eurocities" not in changing.get("/api/v1/networks?format=csv").text.split("\r\n")[1:]
    # The index may still know it; what is read back does not.
    found = changing.get("/api/v1/search?q=Eurocities&kind=network").json()
    assert "eurocities" not in {item["slug"] for item in found["items"]}


def test_restored_and_published_it_is_back_with_its_history(changing: TestClient, instance: Instance) -> None:
    _move(instance, "polis", Verb.archive)
    _move(instance, "polis", Verb.restore)
    assert changing.get("/api/v1/networks/polis").status_code == 404
    _move(instance, "polis", Verb.publish, None)
    network = changing.get("/api/v1/networks/polis").json()
    assert (network["state"], network["version"]) == ("published", 4)
    revisions = changing.get("/api/v1/networks/polis/revisions").json()["items"]
    # Visitors see published versions only; the archived and the restored draft are not theirs.
    assert [(each["number"], each["state"]) for each in revisions] == [(4, "published"), (1, "published")]


def test_a_profile_that_needs_an_update_stays_live(changing: TestClient, instance: Instance) -> None:
    _move(instance, "oasc", Verb.flag)
    assert changing.get("/api/v1/networks/oasc").json()["state"] == "needs_update"
    assert changing.get("/api/v1/networks").json()["total"] == 34


WRONG = [(state, step.verb) for state in State for step in TRANSITIONS if state not in step.sources]


@pytest.mark.parametrize(("state", "verb"), WRONG)
def test_a_step_from_the_wrong_state_is_refused(instance: Instance, state: State, verb: Verb) -> None:
    with instance.database.transaction() as session:
        session.execute(update(Network).where(col(Network.slug) == "wego").values(state=state))
    with pytest.raises(service.WrongState):
        _move(instance, "wego", verb)


@pytest.mark.parametrize("step", [step for step in TRANSITIONS if step.needs_reason], ids=lambda step: step.verb.value)
def test_a_step_that_ends_something_needs_a_reason(instance: Instance, step: Transition) -> None:
    with instance.database.transaction() as session:
        session.execute(update(Network).where(col(Network.slug) == "wego").values(state=min(step.sources)))
    with pytest.raises(ReasonNeeded):
        _move(instance, "wego", step.verb, None)


def test_visitors_take_no_step(instance: Instance) -> None:
    with pytest.raises(Forbidden), instance.database.transaction() as session:
        service.move(session, VISITOR, "wego", Verb.archive, "no")
    with pytest.raises(Forbidden), instance.database.transaction() as session:
        service.rename(session, VISITOR, "wego", "wego-2")


def test_an_old_slug_leads_to_the_present_one(changing: TestClient, instance: Instance) -> None:
    with instance.database.transaction() as session:
        service.rename(session, OPERATOR, "energy-cities", "energy-cities-europe")
    answer = changing.get("/api/v1/networks/energy-cities", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/api/v1/networks/energy-cities-europe")
    # Who names it shows the new slug: the covenant is led by it.
    covenant = changing.get("/api/v1/networks/covenant-of-mayors").json()
    assert "energy-cities-europe" in {each["network"]["slug"] for each in covenant["relations"] if each["network"]}
    with instance.database.transaction() as session:
        service.rename(session, OPERATOR, "energy-cities-europe", "energy-cities")
    assert changing.get("/api/v1/networks/energy-cities").status_code == 200
    assert changing.get("/api/v1/networks/energy-cities-europe").json()["slug"] == "energy-cities"


def test_a_slug_in_use_is_not_given_away(instance: Instance) -> None:
    with pytest.raises(service.SlugTaken), instance.database.transaction() as session:
        service.rename(session, OPERATOR, "wego", "oasc")


def test_an_archived_network_keeps_its_old_slugs_to_itself(changing: TestClient, instance: Instance) -> None:
    with instance.database.transaction() as session:
        service.rename(session, OPERATOR, "wego", "wego-world")
    _move(instance, "wego-world", Verb.archive)
    assert changing.get("/api/v1/networks/wego", follow_redirects=False).status_code == 404


def test_every_step_leaves_an_event_and_no_rendering_of_what_is_not_public(instance: Instance) -> None:
    with instance.database.transaction() as session:
        network = service.move(session, OPERATOR, "agora", Verb.archive, "ended")
        assert network.state not in PUBLIC
        assert rendered.of(session, KIND, [network.id]) == {}
        last = outbox.after(session, 0, limit=10_000)[-1]
        assert (last.topic, last.subject) == ("network.changed", network.id)


def test_nothing_stays_when_a_transaction_fails(changing: TestClient, instance: Instance) -> None:
    def archive_two() -> None:
        with instance.database.transaction() as session:
            service.move(session, OPERATOR, "iscn", Verb.archive, "first")
            service.move(session, OPERATOR, "nowhere", Verb.archive, "second")

    with pytest.raises(NotFound):
        archive_two()
    assert changing.get("/api/v1/networks/iscn").json()["version"] == 1
