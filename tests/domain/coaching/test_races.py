"""Many at once: places and capacities are given once each, on both databases."""

from collections import Counter
from functools import partial
from typing import Any

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from tests.domain.coaching.people import REQUESTS, invitation, invite, offer, opened, problem, read
from tests.domain.members.test_rules import at_once
from tests.domain.projects.ledger import of
from tests.identity.people import Person


def ready(client: TestClient, person: Person, id: str, slug: str) -> Any:
    """An acceptance that needs only to be sent."""
    path = f"{REQUESTS}/{id}/invitations/{invitation(client, person, id, slug)['id']}"
    etag = client.get(path, headers=person.headers).headers["etag"]
    return partial(client.post, f"{path}/transitions", json={"verb": "accept"}, headers={**person.headers, "If-Match": etag})


def test_three_race_for_one_place(changing: TestClient, instance: Instance) -> None:
    koeln = of(changing, instance, "koeln")
    people = {slug: offer(changing, instance, slug) for slug in ("hamburg", "berlin", "muenchen")}
    id = opened(changing, koeln)
    for slug in people:
        assert invite(changing, koeln, id, slug).status_code == 201
    answers = at_once([ready(changing, person, id, slug) for slug, person in people.items()])
    assert Counter(each.json()["state"] for each in answers) == {"accepted": 1, "reserve": 2}
    assert (read(changing, koeln, id)["state"], read(changing, koeln, id)["taken"]) == ("accepted", 1)


def test_eighteen_race_for_six_places(changing: TestClient, instance: Instance) -> None:
    koeln = of(changing, instance, "koeln")
    body = changing.get("/api/v1/organisations?country=DE&kind=municipality&limit=100").json()
    slugs = [each["slug"] for each in body["items"] if each["slug"] != "koeln"][:18]
    people = {slug: offer(changing, instance, slug) for slug in slugs}
    id = opened(changing, koeln, format="group", places=6)
    for slug in slugs:
        assert invite(changing, koeln, id, slug).status_code == 201
    answers = at_once([ready(changing, person, id, slug) for slug, person in people.items()])
    assert Counter(each.json().get("state") for each in answers) == {"accepted": 6, "reserve": 12}
    assert read(changing, koeln, id)["state"] == "accepted"


def test_twenty_race_for_the_last_capacity_of_one(changing: TestClient, instance: Instance) -> None:
    koeln = of(changing, instance, "koeln")
    hamburg = offer(changing, instance, "hamburg", capacity=1)
    ids = [opened(changing, koeln) for _ in range(20)]
    for id in ids:
        assert invite(changing, koeln, id, "hamburg").status_code == 201
    answers = at_once([ready(changing, hamburg, id, "hamburg") for id in ids])
    assert Counter(each.status_code for each in answers) == {200: 1, 409: 19}
    assert {problem(each)[1] for each in answers if each.status_code == 409} == {"no-capacity"}
    assert Counter(read(changing, koeln, id)["state"] for id in ids) == {"accepted": 1, "proposed": 19}
