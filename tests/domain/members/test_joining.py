"""Joining: applications confirmed by mail and decided with a reason, waiting after a refusal, and invitations that are answered."""

from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from citypeers.core import clock
from citypeers.core.caller import Instance
from tests.identity.people import Person, accept, letters, link_token, staff

APPLY, ALL = "/api/v1/networks/iscn/applications", "/api/v1/applications"
WHY = "We run an open data platform and would like to compare notes."
NEW = {"name": "Ayuntamiento de Ñuñoa", "kind": "municipality", "country": "CL"}
Document = dict[str, Any]


@pytest.fixture
def eva(changing: TestClient, instance: Instance) -> Person:
    """Somebody of the secretariat."""
    return staff(changing, instance)


def body(email: str = "mayor@example.org", **organisation: Any) -> Document:
    who = {"name": "Carla Soto", "email": email, "language": "es", "motivation": WHY}
    return {**who, **(organisation or {"organisation": "muenchen"})}


def applied(client: TestClient, instance: Instance, **organisation: Any) -> None:
    """An application whose link was opened."""
    made = client.post(APPLY, json=body(**organisation))
    assert made.status_code == 202, made.text
    token = link_token(letters(instance, "mayor@example.org", "confirm-application")[-1])
    assert client.post(f"{ALL}/confirmations", json={"token": token}).status_code == 204


def decide(client: TestClient, eva: Person, verb: str, reason: str | None = None) -> Any:
    (row,) = client.get(ALL, headers=eva.headers).json()["items"]
    etag = client.get(f"{ALL}/{row['id']}", headers=eva.headers).headers["etag"]
    headers = {**eva.headers, "If-Match": etag}
    return client.post(f"{ALL}/{row['id']}/decisions", json={"verb": verb, "reason": reason}, headers=headers)


def test_nothing_is_asked_before_the_link_is_opened_and_it_opens_once(
    changing: TestClient, instance: Instance, eva: Person
) -> None:
    assert changing.post(APPLY, json=body()).status_code == 202
    assert changing.get(ALL, headers=eva.headers).json()["total"] == 0
    (told,) = letters(instance, "mayor@example.org")
    assert (told.language, told.letter) == ("es", "confirm-application")
    token = {"token": link_token(told)}
    assert changing.post(f"{ALL}/confirmations", json=token).status_code == 204
    spent = changing.post(f"{ALL}/confirmations", json=token)
    assert (spent.status_code, spent.json()["type"]) == (410, "/problems/link-spent")
    (row,) = changing.get(ALL, headers=eva.headers).json()["items"]
    assert (row["organisation"], row["state"], row["motivation"]) == ("muenchen", "open", WHY)
    assert (row["network"]["slug"], row["network"]["label"]["en"]) == ("iscn", "ISCN")
    assert letters(instance, "eva@example.org", "membership-step")[-1].values["member"] == "München"
    assert "München" not in changing.get("/api/v1/networks/iscn/members").text


def test_an_organisation_that_nobody_knew_is_admitted_and_its_applicant_acts_for_it(
    changing: TestClient, instance: Instance, eva: Person
) -> None:
    applied(changing, instance, new_organisation=NEW)
    done = decide(changing, eva, "admit")
    assert (done.status_code, done.json()["state"]) == (200, "admitted")
    assert letters(instance, "mayor@example.org", "membership-step")[-1].values["what"] == "admitido"
    carla = accept(changing, instance, "mayor@example.org")
    (held,) = changing.get("/api/v1/me", headers=carla.headers).json()["grants"]
    assert (held["role"], held["on_kind"]) == ("member", "organisation")
    organisation = changing.get(f"/api/v1/organisations/{held['on_id']}").json()
    assert (organisation["slug"], organisation["name"], organisation["country"]) == ("ayuntamiento-de-nunoa", NEW["name"], "CL")
    (membership,) = changing.get(f"/api/v1/organisations/{held['on_id']}/memberships").json()["items"]
    seen = changing.get(f"/api/v1/memberships/{membership['id']}", headers=carla.headers)
    assert (seen.json()["state"], seen.json()["may"]) == ("active", ["leave"])
    headers = {**carla.headers, "If-Match": seen.headers["etag"]}
    leave = {"verb": "leave", "reason": "elections"}
    left = changing.post(f"/api/v1/memberships/{membership['id']}/transitions", json=leave, headers=headers)
    assert left.json()["state"] == "former"


def test_a_refusal_has_a_reason_is_told_and_a_new_application_waits(
    changing: TestClient, instance: Instance, eva: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    applied(changing, instance)
    assert decide(changing, eva, "refuse").json()["type"] == "/problems/reason-needed"
    assert decide(changing, eva, "refuse", "No hay plazas este año.").json()["state"] == "refused"
    told = letters(instance, "mayor@example.org", "membership-step")[-1]
    assert (told.values["what"], told.values["reason"]) == ("solicitud no aceptada", "Motivo: No hay plazas este año.")
    early = changing.post(APPLY, json=body("other@example.org"))
    until = (clock.now() + timedelta(days=180)).date().isoformat()
    assert (early.status_code, early.json()["numbers"]) == (409, {"until": until})
    later = clock.now() + timedelta(days=181)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert changing.post(APPLY, json=body("other@example.org")).status_code == 202


def test_who_is_in_already_is_told_so_when_the_link_is_opened(changing: TestClient, instance: Instance) -> None:
    assert changing.post(APPLY, json=body(organisation="fortaleza")).status_code == 202
    token = link_token(letters(instance, "mayor@example.org")[-1])
    refused = changing.post(f"{ALL}/confirmations", json={"token": token})
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/already-member")


@pytest.mark.parametrize(
    ("wrong", "pointer", "code"),
    [
        ({"new_organisation": None}, "/", "member_named"),
        ({"organisation": "nowhere"}, "/organisation", "unknown_organisation"),
        ({"organisation": "muenchen", "new_organisation": NEW}, "/", "member_named"),
        ({"new_organisation": {**NEW, "country": "XXX"}}, "/new_organisation/country", "string_pattern_mismatch"),
    ],
)
def test_an_application_names_one_organisation(changing: TestClient, wrong: Document, pointer: str, code: str) -> None:
    refused = changing.post(APPLY, json=body(**wrong))
    assert refused.status_code == 422
    assert [(each["pointer"], each["code"]) for each in refused.json()["errors"]] == [(pointer, code)]


def test_an_application_for_a_network_that_there_is_not_goes_nowhere(changing: TestClient) -> None:
    assert changing.post(APPLY.replace("iscn", "nowhere"), json=body(organisation="muenchen")).status_code == 404


@pytest.mark.parametrize(("field", "code"), [("network", "unknown_network"), ("organisation", "unknown_organisation")])
def test_an_invitation_or_a_seat_names_what_there_is(changing: TestClient, eva: Person, field: str, code: str) -> None:
    contact = {"name": "Camila Rojas", "email": "min@example.org"}
    asked = {"/api/v1/memberships": {"network": "iscn", "organisation": "muenchen", "contact": contact}}
    asked["/api/v1/seats"] = {"network": "iscn", "organisation": "muenchen", "country": "DE", "kind": "municipal"}
    for path, write in asked.items():
        refused = changing.post(path, json={**write, field: "nowhere"}, headers=eva.headers)
        assert refused.status_code == 422, path
        assert [(each["pointer"], each["code"]) for each in refused.json()["errors"]] == [(f"/{field}", code)], path


def test_a_fourth_application_of_one_address_waits(changing: TestClient) -> None:
    answers = [changing.post(APPLY, json=body(new_organisation={**NEW, "name": f"City {number}"})) for number in range(5)]
    assert [answer.status_code for answer in answers] == [202, 202, 202, 202, 429]
    assert int(answers[-1].headers["retry-after"]) > 0


@pytest.mark.parametrize(("verb", "reason", "state"), [("accept", None, "active"), ("decline", "no staff for it", "refused")])
def test_a_country_is_invited_and_answers_for_itself(
    changing: TestClient, instance: Instance, eva: Person, verb: str, reason: str | None, state: str
) -> None:
    contact = {"name": "Camila Rojas", "email": "min@example.org", "language": "es"}
    invited = changing.post(
        "/api/v1/memberships", json={"network": "iscn", "country": "CL", "contact": contact}, headers=eva.headers
    )
    assert (invited.status_code, invited.json()["state"]) == (201, "invited")
    id = invited.json()["id"]
    assert changing.get(f"/api/v1/memberships/{id}").status_code == 404
    waiting = "/api/v1/memberships?state=invited"
    assert [each["id"] for each in changing.get(waiting, headers=eva.headers).json()["items"]] == [id]
    assert changing.get(waiting).json()["total"] == 0
    again = changing.post("/api/v1/memberships", json={"network": "iscn", "country": "CL", "contact": contact}, headers=eva.headers)
    assert again.json()["type"] == "/problems/already-member"
    camila = accept(changing, instance, "min@example.org")
    seen = changing.get(f"/api/v1/memberships/{id}", headers=camila.headers)
    assert set(seen.json()["may"]) == {"accept", "decline", "withdraw"}
    headers = {**camila.headers, "If-Match": seen.headers["etag"]}
    step = {"verb": verb, "reason": reason}
    answered = changing.post(f"/api/v1/memberships/{id}/transitions", json=step, headers=headers)
    assert (answered.status_code, answered.json()["state"]) == (200, state)
    stale = changing.post(f"/api/v1/memberships/{id}/transitions", json=step, headers=headers)
    assert stale.status_code == 412
    countries = {each["country"] for each in changing.get("/api/v1/networks/iscn/members").json()["items"]}
    assert ("CL" in countries) is (state == "active")
