"""Who reads what of a request: its sides, whoever is asked, the network, strangers, and partner systems."""

from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.domain.organisations.models import Organisation
from citypeers.identity.clients_schemas import Bound, BoundKind
from citypeers.identity.scopes import ClientScope
from tests.domain.coaching.people import REQUESTS, act, answer, invite, offer, opened, problem, read
from tests.identity.people import Person, partner, sign_in


def test_who_reads_what(changing: TestClient, instance: Instance, koeln: Person, hamburg: Person) -> None:
    stranger = sign_in(changing, instance, email="stranger@example.org")
    closed, shared = opened(changing, koeln), opened(changing, koeln, confidentiality="network")
    assert changing.get(f"{REQUESTS}/{closed}", headers=stranger.headers).status_code == 404
    body = read(changing, stranger, shared)
    assert (body["sides"], body["may"], body["invitations"]) == ([], [], [])
    assert problem(act(changing, stranger, shared, "withdraw", reason="x")) == (403, "forbidden")
    listed = changing.get(f"{REQUESTS}?topic=energy&state=open&network=iscn&organisation=koeln", headers=stranger.headers).json()
    assert [each["id"] for each in listed["items"]] == [shared]
    assert changing.get(f"{REQUESTS}?side=requester", headers=stranger.headers).json()["total"] == 0
    assert changing.get(f"{REQUESTS}?side=requester&topic=mobility", headers=koeln.headers).json()["total"] == 0
    for slug in ("berlin", "hamburg"):
        if slug == "berlin":
            offer(changing, instance, slug)
        invite(changing, koeln, closed, slug)
    assert [each["organisation"]["slug"] for each in read(changing, hamburg, closed)["invitations"]] == ["hamburg"]
    history = changing.get(f"{REQUESTS}/{closed}/history", headers=hamburg.headers).json()["items"]
    assert [each["organisation"] and each["organisation"]["slug"] for each in history] == [None, "hamburg"]
    first = changing.get(f"{REQUESTS}?limit=1", headers=koeln.headers).json()
    second = changing.get(f"{REQUESTS}?limit=1&cursor={first['next']}", headers=koeln.headers).json()
    assert [first["items"][0]["id"], second["items"][0]["id"], second["next"]] == [closed, shared, None]


def test_what_the_sides_tell_each_other_is_theirs(changing: TestClient, instance: Instance, koeln: Person, hamburg: Person) -> None:
    stranger = sign_in(changing, instance, email="stranger@example.org")
    offer(changing, instance, "berlin")
    id = opened(changing, koeln, confidentiality="network")
    for slug in ("hamburg", "berlin"):
        invite(changing, koeln, id, slug)
    answer(changing, hamburg, id, "hamburg", "accept")
    act(changing, koeln, id, "rematch", reason="Their expert is ill")
    invite(changing, koeln, id, "hamburg")
    answer(changing, hamburg, id, "hamburg", "decline", reason="Ill still")

    def reasons(person: Person) -> list[str]:
        items = changing.get(f"{REQUESTS}/{id}/history", headers=person.headers).json()["items"]
        return [each["reason"] for each in items if each["reason"]]

    assert reasons(koeln) == ["Their expert is ill", "Ill still"]
    assert reasons(stranger) == []
    told = {each["who"]: each for each in read(changing, stranger, id)["next"]}
    own = {each["who"]: each for each in read(changing, koeln, id)["next"]}
    assert set(told) == {"requester", "staff"}
    assert set(own) == {"requester", "invited", "staff"}
    assert told["requester"]["number"] == own["requester"]["number"] == 2


def test_what_came_of_it_is_for_its_sides(changing: TestClient, koeln: Person, hamburg: Person, instance: Instance) -> None:
    stranger = sign_in(changing, instance, email="stranger@example.org")
    id = opened(changing, koeln, confidentiality="network")
    invite(changing, koeln, id, "hamburg")
    answer(changing, hamburg, id, "hamburg", "accept")
    etag = changing.get(f"{REQUESTS}/{id}", headers=hamburg.headers).headers["etag"]
    told = {"outcome": {"en": "Repairs are checked by two people"}}
    changed = changing.patch(f"{REQUESTS}/{id}", json=told, headers={**hamburg.headers, "If-Match": etag})
    assert changed.json()["outcome"] == read(changing, koeln, id)["outcome"] == told["outcome"]
    assert read(changing, stranger, id)["outcome"] is None


def test_a_partner_system_reads_without_acting(changing: TestClient, instance: Instance, koeln: Person, hamburg: Person) -> None:
    id = opened(changing, koeln)
    invite(changing, koeln, id, "hamburg")
    with instance.database.reading() as session:
        body = session.scalars(select(Organisation.id).where(col(Organisation.slug) == "hamburg")).one()
    bound = Bound(kind=BoundKind.organisation, id=body)
    reading = partner(changing, instance, ClientScope.coaching_read, bound=bound)
    seen = changing.get(f"{REQUESTS}/{id}", headers=reading).json()
    assert (seen["sides"], seen["may"], seen["invitations"][0]["may"]) == (["invited"], [], [])
    assert changing.get(f"{REQUESTS}?side=invited", headers=reading).json()["total"] == 1
    path = f"{REQUESTS}/{id}/invitations/{seen['invitations'][0]['id']}"
    answering = {**reading, "If-Match": changing.get(path, headers=reading).headers["etag"]}
    assert problem(changing.post(f"{path}/transitions", json={"verb": "accept"}, headers=answering)) == (403, "forbidden")
    writing = partner(changing, instance, ClientScope.coaching_write, bound=bound)
    assert changing.post(f"{path}/transitions", json={"verb": "accept"}, headers={**answering, **writing}).status_code == 200
    other = partner(changing, instance, ClientScope.projects_read, bound=bound)
    assert changing.get(f"{REQUESTS}/{id}", headers=other).status_code == 404
