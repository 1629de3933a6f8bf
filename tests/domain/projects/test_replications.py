"""Replications: who declares, takes further, corrects and confirms; what counts; what is refused; races; the family."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core.audit import AuditEvent
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.organisations.models import KIND as ORGANISATION
from citypeers.domain.projects.models import Project, ProjectState, Replication
from citypeers.domain.projects.replications import family as families
from citypeers.identity import accounts, clients
from citypeers.identity.clients_schemas import Bound, BoundKind, ClientCreate
from citypeers.identity.scopes import ClientScope
from tests.domain.members.test_rules import at_once
from tests.domain.projects.ledger import (
    PROJECTS,
    REPLICATIONS,
    VISOR,
    act,
    adopted,
    change,
    declare,
    made,
    of,
    organisation,
    problem,
    project,
    tag,
)
from tests.identity.people import GRANT, TOKEN, Person, letters, sign_in, staff

TOLD = {"kept": {"en": "the map"}, "changed": {"en": "the permits"}, "missing": {"en": "the land register"}}


@pytest.fixture
def visor(instance: Instance) -> str:
    return project(instance, VISOR)


@pytest.fixture
def koeln(changing: TestClient, instance: Instance) -> Person:
    return of(changing, instance, "koeln")


@pytest.fixture
def guadalajara(changing: TestClient, instance: Instance) -> Person:
    return of(changing, instance, "guadalajara")


def shown(client: TestClient, id: str, person: Person | None = None) -> set[str]:
    """The organisations that the list of replications names."""
    answer = client.get(f"{PROJECTS}/{id}/replications?limit=100", headers=person.headers if person else {})
    assert answer.json()["total"] == len(answer.json()["items"])
    return {each["organisation"]["slug"] for each in answer.json()["items"]}


def test_what_sources_tell_is_there_for_everybody(changing: TestClient, instance: Instance, visor: str) -> None:
    body = changing.get(f"{PROJECTS}/{visor}/replications").json()
    assert [each["organisation"]["slug"] for each in body["items"]] == ["jalisco", "zapopan"]
    for each in body["items"]:
        assert (each["state"], each["origin"], each["counts"], each["may"]) == ("adopted", "public_source", True, [])
        assert each["project"]["title"]["en"]
        assert changing.get(f"{REPLICATIONS}/{each['id']}").json() == each
    first = changing.get(f"{PROJECTS}/{visor}/replications?limit=1").json()
    rest = changing.get(f"{PROJECTS}/{visor}/replications?limit=1&cursor={first['next']}").json()
    assert first["items"] + rest["items"] == body["items"]
    assert rest["next"] is None
    assert changing.get(f"{PROJECTS}/{visor}/replications?state=abandoned").json()["items"] == []


def test_the_family_of_a_known_solution(changing: TestClient, instance: Instance, visor: str) -> None:
    both = [changing.get(f"{PROJECTS}/{id}/family").json() for id in (visor, project(instance, "zapopan-visor-urbano"))]
    for family in both:
        assert family["is_whole"] is True
        assert next(node["organisation"]["slug"] for node in family["nodes"]) == "guadalajara"
        assert {node["organisation"]["slug"] for node in family["nodes"]} == {"guadalajara", "zapopan", "jalisco"}
        assert [node["state"] for node in family["nodes"]] == [None, "adopted", "adopted"]
        assert {(edge["source"], edge["target"]) for edge in family["edges"]} == {
            (visor, project(instance, key)) for key in ("zapopan-visor-urbano", "jalisco-visor-urbano")
        }
        assert {node["country"] for node in family["nodes"]} == {"MX"}
    german = changing.get(f"{PROJECTS}/{project(instance, 'bamberg-green-sensors')}/family").json()
    assert [node["organisation"]["slug"] for node in german["nodes"]] == ["erlangen", "bamberg"]
    assert changing.get(f"{PROJECTS}/{'0' * 32}/family").status_code == 404


def test_it_counts_once_both_sides_have_confirmed(
    changing: TestClient, instance: Instance, koeln: Person, guadalajara: Person
) -> None:
    source = made(instance, "guadalajara", "A new one")
    id = adopted(changing, koeln, source, "koeln")
    assert letters(instance, guadalajara.email, "replication-step")
    by_adopter = act(changing, koeln, id, "confirm_as_adopter").json()
    assert (by_adopter["counts"], "confirm_as_adopter" in by_adopter["may"]) == (False, False)
    assert problem(changing.get(f"{REPLICATIONS}/{id}")) == (404, "not-found")
    assert shown(changing, source) == set()
    assert changing.get(f"{PROJECTS}/{source}").status_code == 404  # its forms are rendered once something of it changes
    both = act(changing, guadalajara, id, "confirm_as_source").json()
    assert both["counts"] is True
    assert changing.get(f"{PROJECTS}/{source}").json()["replicated"] is True
    assert shown(changing, source) == {"koeln"}
    assert letters(instance, koeln.email, "replication-step")
    assert changing.get(f"{REPLICATIONS}/{id}").json()["may"] == []


def test_a_change_after_a_confirmation_takes_that_of_the_other_away(
    changing: TestClient, instance: Instance, koeln: Person, guadalajara: Person, visor: str
) -> None:
    id = adopted(changing, koeln, visor, "koeln")
    act(changing, koeln, id, "confirm_as_adopter")
    act(changing, guadalajara, id, "confirm_as_source")
    unchanged = change(changing, koeln, id, kept=None).json()
    assert unchanged["counts"] is True
    corrected = change(changing, koeln, id, **TOLD).json()
    assert {name: corrected[name] for name in TOLD} == TOLD
    assert (corrected["counts"], corrected["confirmed_by_source_at"]) == (False, None)
    assert corrected["confirmed_by_adopter_at"]
    assert act(changing, guadalajara, id, "confirm_as_source").json()["counts"] is True
    other = change(changing, guadalajara, id, kept={"es": "el mapa"}).json()
    assert other["kept"] == {"en": "the map", "es": "el mapa"}
    assert (other["confirmed_by_adopter_at"], bool(other["confirmed_by_source_at"])) == (None, True)
    eva = staff(changing, instance)
    by_staff = change(changing, eva, id, missing=None).json()
    assert (by_staff["missing"], by_staff["confirmed_by_source_at"]) == (None, None)


def test_what_is_told_and_linked_at_once_is_one_letter(
    changing: TestClient, instance: Instance, koeln: Person, guadalajara: Person, visor: str
) -> None:
    id = declare(changing, koeln, visor, "koeln").json()["id"]
    before = len(letters(instance, guadalajara.email, "replication-step"))
    assert change(changing, koeln, id, kept={"en": "the map"}, project=made(instance, "koeln")).status_code == 200
    new = letters(instance, guadalajara.email, "replication-step")[before:]
    assert [mail.values["what"] for mail in new] == [
        "What was kept, changed or missing is told anew. Its own project is named anew"
    ]


def test_either_side_reopens_what_it_does_not_take_for_adopted(
    changing: TestClient, instance: Instance, koeln: Person, guadalajara: Person
) -> None:
    source = made(instance, "guadalajara", "A new one")
    id = adopted(changing, koeln, source, "koeln")
    act(changing, koeln, id, "confirm_as_adopter")
    act(changing, guadalajara, id, "confirm_as_source")
    assert problem(act(changing, guadalajara, id, "reopen")) == (409, "reason-needed")
    reopened = act(changing, guadalajara, id, "reopen", reason="It is something else").json()
    assert (reopened["state"], reopened["counts"], reopened["confirmed_by_adopter_at"]) == ("piloting", False, None)
    assert "something else" in letters(instance, koeln.email, "replication-step")[-1].values["reason"]
    assert changing.get(f"{PROJECTS}/{source}").json()["replicated"] is False
    left = act(changing, koeln, id, "abandon", reason="No money").json()
    assert (left["state"], left["reason"], left["may"]) == ("abandoned", "No money", ["correct"])
    with instance.database.reading() as session:
        rows = session.scalars(select(AuditEvent).where(col(AuditEvent.kind) == "replication").order_by(col(AuditEvent.position)))
        assert [row.verb.removeprefix("replication.") for row in rows] == [
            *("declare", "explore", "adapt", "pilot", "adopt"),
            *("confirm_as_adopter", "confirm_as_source", "reopen", "abandon"),
        ]
    assert declare(changing, koeln, source, "koeln").status_code == 201  # another try
    again = adopted_again(changing, koeln, source)
    assert problem(act(changing, koeln, again, "reopen", reason="x")) == (409, "replication-open")


def adopted_again(client: TestClient, person: Person, source: str) -> str:
    """The open replication goes to its end, and another one is opened."""
    (open_,) = client.get(f"{PROJECTS}/{source}/replications?state=interested", headers=person.headers).json()["items"]
    for verb in ("explore", "adapt", "adopt"):
        assert act(client, person, open_["id"], verb).status_code == 200
    assert declare(client, person, source, "koeln").status_code == 201
    return str(open_["id"])


def test_who_is_no_side_does_nothing_and_does_not_see_it(
    changing: TestClient, instance: Instance, koeln: Person, guadalajara: Person, visor: str
) -> None:
    id = declare(changing, koeln, visor, "koeln").json()["id"]
    etag = tag(changing, koeln, id)
    other = of(changing, instance, "hamburg")
    assert problem(changing.get(f"{REPLICATIONS}/{id}", headers=other.headers)) == (404, "not-found")
    assert act(changing, other, id, "explore", etag).status_code == 404
    assert change(changing, other, id, etag, kept={"en": "x"}).status_code == 404
    assert problem(declare(changing, other, visor, "koeln")) == (403, "forbidden")
    assert problem(act(changing, guadalajara, id, "explore", etag)) == (403, "forbidden")
    assert problem(change(changing, guadalajara, id, etag, project=visor)) == (403, "forbidden")
    assert shown(changing, visor, other) == {"jalisco", "zapopan"}
    assert shown(changing, visor, koeln) == shown(changing, visor, guadalajara) == {"jalisco", "zapopan", "koeln"}
    family = changing.get(f"{PROJECTS}/{visor}/family", headers=koeln.headers).json()
    here = next(node for node in family["nodes"] if node["organisation"]["slug"] == "koeln")
    assert (here["project"], here["title"], here["state"], here["country"]) == (None, None, "interested", "DE")
    (known, *_) = changing.get(f"{PROJECTS}/{visor}/replications").json()["items"]
    assert act(changing, other, known["id"], "reopen", reason="x").status_code == 403
    assert problem(act(changing, guadalajara, known["id"], "reopen", reason="x")) == (409, "replication-of-a-source")
    assert act(changing, koeln, id, "pilot").json()["type"] == "/problems/replication-wrong-step"
    assert act(changing, koeln, id, "explore", '"1-0.00000000"').status_code == 412


def test_nobody_does_their_own_project_again(changing: TestClient, instance: Instance, koeln: Person, visor: str) -> None:
    eva = staff(changing, instance)
    assert problem(declare(changing, eva, visor, "guadalajara")) == (409, "own-city")
    source = made(instance, "hamburg")
    for story in (
        {"partners": [{"organisation": "koeln"}]},
        {"places": [{"name": "Anywhere", "country": "DE", "geonames_id": place(instance, "koeln")}]},
    ):
        with instance.database.transaction() as session:
            session.get_one(Project, source).live = {"title": {"en": "X"}, **story}
        assert problem(declare(changing, koeln, source, "koeln")) == (409, "own-city")
    archived = made(instance, "hamburg", state=ProjectState.archived)
    assert declare(changing, koeln, archived, "koeln").status_code == 404
    assert problem(declare(changing, eva, archived, "koeln")) == (409, "project-not-live")
    assert declare(changing, eva, visor, "nowhere").json()["errors"][0]["code"] == "unknown_organisation"


def place(instance: Instance, slug: str) -> int:
    with instance.database.reading() as session:
        return organisation(session, slug).geonames_id or 0


def test_there_is_one_open_at_a_time_and_the_own_project_is_named_later(
    changing: TestClient, instance: Instance, koeln: Person, visor: str
) -> None:
    mine, foreign = made(instance, "koeln", state=None), made(instance, "hamburg")
    assert declare(changing, koeln, visor, "koeln", project=foreign).json()["errors"][0]["code"] == "not_its_project"
    first = declare(changing, koeln, visor, "koeln", **TOLD)
    assert first.status_code == 201
    assert {name: first.json()[name] for name in TOLD} == TOLD
    assert problem(declare(changing, koeln, visor, "koeln")) == (409, "replication-open")
    id = first.json()["id"]
    assert change(changing, koeln, id, project=foreign).status_code == 422
    assert change(changing, koeln, id, kept={"en": None}).status_code == 422
    linked = change(changing, koeln, id, project=mine).json()
    assert (linked["project"], linked["version"]) == ({"id": mine, "title": {"en": "Ours"}}, 2)
    guadalajara = of(changing, instance, "guadalajara")
    seen = changing.get(f"{REPLICATIONS}/{id}", headers=guadalajara.headers).json()
    assert seen["project"] is None  # a draft is its writers' own
    assert change(changing, koeln, id, project=None).json()["project"] is None


def test_no_solution_comes_back_to_where_it_came_from(changing: TestClient, instance: Instance, koeln: Person) -> None:
    hamburg = of(changing, instance, "hamburg")
    one, two = made(instance, "koeln"), made(instance, "hamburg")
    there = declare(changing, hamburg, one, "hamburg").json()["id"]
    back = declare(changing, koeln, two, "koeln")
    assert back.status_code == 201  # nothing says yet that the one stems from the other
    assert problem(change(changing, hamburg, there, project=two)) == (409, "replication-circle")
    assert act(changing, koeln, back.json()["id"], "abandon", reason="x").status_code == 200
    assert change(changing, hamburg, there, project=two).status_code == 200
    assert problem(declare(changing, koeln, two, "koeln")) == (409, "replication-circle")
    third = made(instance, "berlin")
    berlin = of(changing, instance, "berlin")
    assert declare(changing, berlin, two, "berlin", project=third).status_code == 201
    assert problem(declare(changing, koeln, third, "koeln")) == (409, "replication-circle")
    assert declare(changing, berlin, one, "berlin", project=third).status_code == 201  # from both: no circle
    family = changing.get(f"{PROJECTS}/{third}/family", headers=staff(changing, instance).headers).json()
    assert next(node["id"] for node in family["nodes"]) == one
    assert len(family["nodes"]) == 3
    assert len(family["edges"]) == 3


def test_the_staff_confirms_only_for_a_side_that_is_silent(
    changing: TestClient, instance: Instance, koeln: Person, visor: str
) -> None:
    eva, _other = staff(changing, instance), staff(changing, instance, email="other@example.org")
    id = adopted(changing, koeln, visor, "koeln")
    assert problem(act(changing, eva, id, "confirm_as_adopter")) == (409, "side-confirms-itself")
    assert act(changing, eva, id, "confirm_as_source").status_code == 200
    assert act(changing, koeln, id, "confirm_as_adopter").json()["counts"] is True


def test_the_staff_does_not_confirm_where_both_sides_are_silent(changing: TestClient, instance: Instance, visor: str) -> None:
    eva, other = staff(changing, instance), staff(changing, instance, email="other@example.org")
    id = adopted(changing, eva, visor, "hamburg")
    for verb in ("confirm_as_adopter", "confirm_as_source"):
        assert problem(act(changing, eva, id, verb)) == (409, "nobody-of-either-side")
    hamburg = of(changing, instance, "hamburg")
    assert act(changing, eva, id, "confirm_as_source").status_code == 200
    with instance.database.transaction() as session:
        found = accounts.by_email(session, hamburg.email)
        assert found is not None
        accounts.end_grants_on(session, OPERATOR, ORGANISATION, organisation(session, "hamburg").id, found.id)
    assert problem(act(changing, other, id, "confirm_as_adopter")) == (409, "nobody-of-either-side")


def test_a_partner_system_acts_for_its_organisation(changing: TestClient, instance: Instance, visor: str) -> None:
    def system(slug: str, *scopes: ClientScope) -> Person:
        bound = Bound(kind=BoundKind.organisation, id=slug)
        with instance.database.transaction() as session:
            made_ = clients.create(session, OPERATOR, ClientCreate(name="X", scopes=list(scopes), bound=bound))
        given = {**GRANT, "client_id": made_.id, "client_secret": made_.secret}
        return Person("", changing.post(TOKEN, data=given).json()["access_token"])

    theirs = system("koeln", ClientScope.projects_write)
    assert declare(changing, theirs, visor, "koeln").status_code == 201
    assert declare(changing, theirs, visor, "hamburg").status_code == 403
    assert declare(changing, system("koeln", ClientScope.projects_read), visor, "koeln").status_code == 403


def test_a_repeated_declaration_is_answered_as_the_first(changing: TestClient, koeln: Person, visor: str) -> None:
    keyed = Person(koeln.email, koeln.token, {"Idempotency-Key": "k1"})
    first, second = declare(changing, keyed, visor, "koeln"), declare(changing, keyed, visor, "koeln")
    assert (first.status_code, second.status_code, first.json()) == (201, 201, second.json())


def test_of_racing_declarations_one_wins(changing: TestClient, instance: Instance, koeln: Person, visor: str) -> None:
    answers = at_once([lambda: declare(changing, koeln, visor, "koeln") for _ in range(6)])
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 5]
    with instance.database.reading() as session:
        assert len(session.scalars(select(Replication).where(col(Replication.source_id) == visor)).all()) == 3


def test_racing_confirmations_of_both_sides_count(changing: TestClient, koeln: Person, guadalajara: Person, visor: str) -> None:
    id = adopted(changing, koeln, visor, "koeln")
    seen = tag(changing, koeln, id)
    sides = ((koeln, "confirm_as_adopter"), (guadalajara, "confirm_as_source"))
    answers = at_once([lambda side=side: act(changing, side[0], id, side[1], seen) for side in sides])
    assert [answer.status_code for answer in answers] == [200, 200]
    assert changing.get(f"{REPLICATIONS}/{id}").json()["counts"] is True


def test_who_confirms_confirms_what_was_seen(changing: TestClient, koeln: Person, guadalajara: Person, visor: str) -> None:
    id = adopted(changing, koeln, visor, "koeln")
    seen = tag(changing, guadalajara, id)
    change(changing, koeln, id, **TOLD)
    assert act(changing, guadalajara, id, "confirm_as_source", seen).status_code == 412


@pytest.mark.parametrize("length", [2, 3, 4])
def test_of_those_who_would_close_a_circle_at_once_one_is_refused(changing: TestClient, instance: Instance, length: int) -> None:
    slugs = ("koeln", "hamburg", "berlin", "bamberg")[:length]
    people = [of(changing, instance, slug) for slug in slugs]
    own = [made(instance, slug, slug) for slug in slugs]
    tasks: list[Any] = [
        lambda place=place: declare(changing, people[place], own[place - 1], slugs[place], project=own[place])
        for place in range(length)
    ]
    answers = at_once(tasks)
    assert sorted(answer.status_code for answer in answers) == [*[201] * (length - 1), 409]
    assert {problem(each)[1] for each in answers if each.status_code == 409} == {"replication-circle"}


def test_the_machine_tells_every_step_and_how_it_is_refused(client: TestClient) -> None:
    items = {each["verb"]: each for each in client.get(f"{REPLICATIONS}/machine").json()["items"]}
    assert items["declare"]["sources"] == []
    assert items["abandon"]["sources"] == ["adapting", "exploring", "interested", "piloting"]
    for each in items.values():
        for guard in each["guards"]:
            assert client.get(f"/problems/{guard['refusal']}").status_code == 200


def test_the_machine_is_no_replication(changing: TestClient, koeln: Person) -> None:
    for headers in ({}, koeln.headers, {**koeln.headers, "If-Match": '"1"'}):
        assert changing.patch(f"{REPLICATIONS}/machine", json={"kept": {"en": "x"}}, headers=headers).status_code == 405
    assert changing.patch(f"{REPLICATIONS}/machines", json={}, headers={**koeln.headers, "If-Match": '"1"'}).status_code == 422


def test_somebody_without_an_organisation_is_refused(changing: TestClient, instance: Instance, visor: str) -> None:
    nobody = sign_in(changing, instance)
    assert problem(declare(changing, nobody, visor, "koeln")) == (403, "forbidden")
    assert changing.post(f"{PROJECTS}/{visor}/replications", json={"organisation": "koeln"}).status_code == 401


def test_a_family_that_is_too_large_is_cut_and_says_so(changing: TestClient, visor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "MOST", 1)
    body = changing.get(f"{PROJECTS}/{visor}/family").json()
    assert (body["is_whole"], len(body["edges"]), len(body["nodes"])) == (False, 1, 2)
    assert body["nodes"][0]["id"] == visor


def test_a_project_can_be_written_while_it_is_replicated(
    changing: TestClient, koeln: Person, guadalajara: Person, visor: str
) -> None:
    desk = f"{PROJECTS}/{visor}/desk"
    seen = changing.get(desk, headers=guadalajara.headers).headers["etag"]
    headers = {**guadalajara.headers, "If-Match": seen, "Content-Type": "application/merge-patch+json"}
    answers = at_once(
        [
            lambda: changing.patch(desk, json={"sdgs": [11]}, headers=headers),
            *(lambda: declare(changing, koeln, visor, "koeln") for _ in range(3)),
        ]
    )
    assert sorted(answer.status_code for answer in answers) == [200, 201, 409, 409]
