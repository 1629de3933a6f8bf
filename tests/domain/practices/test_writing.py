"""Writing practices: drafts of an organisation, published by its people, seen by nobody else before."""

from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.practices import service
from citypeers.domain.practices.loading import id_of
from citypeers.domain.practices.schemas import PracticeCreate, Provenance
from citypeers.domain.practices.states import TABLE, PracticeVerb
from citypeers.exchange.search import service as search
from citypeers.identity.clients_schemas import Bound, BoundKind
from citypeers.identity.scopes import ClientScope
from tests.domain.practices.people import PRACTICES, WHOLE, begin, move, write
from tests.identity.people import Person, partner, staff


def test_a_draft_is_for_those_who_act_for_its_publisher_and_the_staff(
    changing: TestClient, instance: Instance, ana: Person, kai: Person
) -> None:
    made = changing.post(
        PRACTICES, json={"organisation": "hamburg", "kind": "guide", "title": {"de": "Leitfaden"}}, headers=ana.headers
    )
    assert (made.status_code, made.json()["state"], made.json()["origin"]) == (201, "draft", "member")
    assert made.json()["may"] == ["write", "publish", "archive"]
    id, eva = made.json()["id"], staff(changing, instance)
    assert changing.get(f"{PRACTICES}/{id}", headers=eva.headers).status_code == 200
    assert changing.get(f"{PRACTICES}/{id}", headers=kai.headers).status_code == 404
    assert changing.get(f"{PRACTICES}/{id}").status_code == 404
    assert write(changing, kai, id, year=2020).status_code == 404
    assert changing.get(PRACTICES).json()["total"] == 33
    mine = changing.get("/api/v1/me/practices", headers=ana.headers).json()
    assert {(each["id"], each["state"]) for each in mine["items"]} == {(id, "draft"), (id_of("cut-project-report"), "published")}
    assert changing.get("/api/v1/me/practices", headers=kai.headers).json()["total"] == 0
    assert changing.get("/api/v1/me/practices?state=draft", headers=eva.headers).json()["total"] == 1


def test_nobody_begins_one_for_others(changing: TestClient, instance: Instance, ana: Person) -> None:
    assert changing.post(PRACTICES, json={**WHOLE, "organisation": "muenchen"}, headers=ana.headers).status_code == 403
    wrong = changing.post(PRACTICES, json={**WHOLE, "organisation": "nowhere"}, headers=ana.headers)
    assert wrong.json()["errors"][0]["code"] == "unknown_organisation"
    wrong = changing.post(PRACTICES, json={**WHOLE, "organisation": "hamburg", "topics": ["poetry"]}, headers=ana.headers)
    assert (wrong.json()["errors"][0]["pointer"], wrong.json()["errors"][0]["code"]) == ("/topics/0", "unknown_topic")
    assert changing.post(PRACTICES, json={**WHOLE, "organisation": "hamburg", "link": "javascript:x"}).status_code == 401
    unsafe = changing.post(PRACTICES, json={**WHOLE, "organisation": "hamburg", "link": "javascript:x"}, headers=ana.headers)
    assert unsafe.status_code == 422


def test_from_draft_to_published_found_and_back(changing: TestClient, instance: Instance, ana: Person, kai: Person) -> None:
    id = begin(changing, ana, summary=None)
    refused = move(changing, ana, id, "publish")
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/practice-incomplete")
    assert [each["pointer"] for each in refused.json()["errors"]] == ["/summary"]
    assert write(changing, ana, id, summary=WHOLE["summary"], link="https://example.org/liste").status_code == 200
    published = move(changing, ana, id, "publish")
    assert (published.status_code, published.json()["state"]) == (200, "published")
    assert published.json()["published_at"] is not None
    assert id in {each["id"] for each in changing.get(f"{PRACTICES}?kind=checklist").json()["items"]}
    search.catch_up(instance.database, instance.settings.index_dir)
    assert [each["id"] for each in changing.get("/api/v1/search?q=ausschreiben&kind=practice").json()["items"]] == [id]
    assert write(changing, ana, id, year=2020).json()["type"] == "/problems/practice-not-draft"
    assert move(changing, kai, id, "withdraw", reason="x").status_code == 403
    assert move(changing, ana, id, "withdraw").json()["type"] == "/problems/reason-needed"
    assert move(changing, ana, id, "withdraw", reason="a number is wrong").json()["reason"] == "a number is wrong"
    assert changing.get(PRACTICES).json()["total"] == 33
    assert changing.get(f"{PRACTICES}/{id}").status_code == 404
    search.catch_up(instance.database, instance.settings.index_dir)
    assert changing.get("/api/v1/search?q=ausschreiben&kind=practice").json()["total"] == 0


def test_a_reason_is_for_those_who_may_change_it(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana)
    move(changing, ana, id, "archive", reason="double")
    assert move(changing, ana, id, "restore", reason="it was not").json()["may"] == ["write", "publish", "archive"]
    assert move(changing, ana, id, "publish").json()["reason"] is None
    assert changing.get(f"{PRACTICES}/{id}").json()["may"] == []


def test_steps_that_do_not_lead_on_are_refused(changing: TestClient, ana: Person) -> None:
    for state, path in {"draft": [], "published": ["publish"], "archived": ["archive"]}.items():
        id = begin(changing, ana)
        for verb in path:
            assert move(changing, ana, id, verb, reason="x").status_code == 200
        open_ones = {line.verb for line in TABLE if state in line.sources}
        for verb in set(PracticeVerb) - open_ones:
            assert move(changing, ana, id, verb, reason="x").json()["type"] == "/problems/practice-wrong-step", (state, verb)


def test_a_change_is_made_to_the_version_that_was_seen(changing: TestClient, ana: Person) -> None:
    id = begin(changing, ana)
    seen = changing.get(f"{PRACTICES}/{id}", headers=ana.headers).headers["etag"]
    assert write(changing, ana, id, title={"en": "Buying sensors"}).json()["title"] == {**WHOLE["title"], "en": "Buying sensors"}
    late = changing.patch(f"{PRACTICES}/{id}", json={"year": 2020}, headers={**ana.headers, "If-Match": seen})
    assert late.status_code == 412
    assert changing.patch(f"{PRACTICES}/{id}", json={"year": 2020}, headers=ana.headers).status_code == 428
    assert write(changing, ana, id, kind=None).status_code == 422
    assert write(changing, ana, id, title={"en": None, "de": None}).status_code == 422
    assert write(changing, ana, id, year=2020).json()["version"] == 3
    assert write(changing, ana, id, year=2020).json()["version"] == 3


def test_what_was_done_is_recorded(changing: TestClient, instance: Instance, ana: Person) -> None:
    id = begin(changing, ana)
    write(changing, ana, id, year=2020)
    move(changing, ana, id, "publish")
    eva = staff(changing, instance)
    told = changing.get(f"/api/v1/audit-events?kind=practice&subject={id}", headers=eva.headers).json()["items"]
    assert {each["verb"] for each in told} >= {"practice.created", "practice.changed", "practice.publish"}


def test_a_partner_system_neither_sees_nor_writes_drafts(changing: TestClient, instance: Instance, ana: Person) -> None:
    id = begin(changing, ana)
    hamburg = changing.get("/api/v1/organisations/hamburg").json()["id"]
    headers = partner(changing, instance, ClientScope.projects_write, bound=Bound(kind=BoundKind.organisation, id=hamburg))
    assert changing.get(f"{PRACTICES}/{id}", headers=headers).status_code == 404
    assert changing.post(PRACTICES, json={**WHOLE, "organisation": "hamburg"}, headers=headers).status_code == 401


def test_a_practice_says_what_it_came_out_of(changing: TestClient, instance: Instance) -> None:
    with instance.database.transaction() as session:
        write = PracticeCreate(organisation="hamburg", **WHOLE)
        id = service.create(session, OPERATOR, write, Provenance(kind="coaching_request", id="0" * 32)).id
    eva = staff(changing, instance)
    shown = changing.get(f"{PRACTICES}/{id}", headers=eva.headers).json()
    assert shown["provenance"] == {"kind": "coaching_request", "id": "0" * 32}


def test_the_publishers_new_name_is_shown_at_once(changing: TestClient, instance: Instance) -> None:
    eva, path = staff(changing, instance), "/api/v1/organisations/un-habitat"
    tag = changing.get(path, headers=eva.headers).headers["etag"]
    label = {"label": {"en": "UN-Habitat (new)"}}
    assert changing.patch(path, json=label, headers={**eva.headers, "If-Match": tag}).status_code == 200
    items = changing.get(f"{PRACTICES}?organisation=un-habitat").json()["items"]
    assert {each["organisation"]["label"]["en"] for each in items} == {"UN-Habitat (new)"}


def test_the_machine_shows_every_step(client: TestClient) -> None:
    items = client.get(f"{PRACTICES}/machine").json()["items"]
    assert [each["verb"] for each in items] == [line.verb for line in TABLE]
    assert items[0]["guards"] == [{"guard": "complete", "refusal": "practice-incomplete"}]


def test_a_practice_of_nobody_in_the_directory_is_the_staffs(changing: TestClient, instance: Instance, ana: Person) -> None:
    id = id_of("brazilian-charter")
    assert move(changing, ana, id, "withdraw", reason="x").status_code == 403
    assert move(changing, staff(changing, instance), id, "withdraw", reason="The page is gone.").status_code == 200
