"""Editing organisations: merge patches on the version that was seen, who may what, and everything that follows."""

import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core.audit import AuditEvent
from citypeers.core.caller import Instance
from citypeers.core.merging import merged
from citypeers.core.principal import OPERATOR, Role
from citypeers.domain.organisations import service
from citypeers.domain.organisations.models import KIND
from citypeers.domain.organisations.schemas import OrganisationWrite
from citypeers.exchange.search import service as search
from citypeers.identity import accounts
from citypeers.identity.clients_schemas import Bound, BoundKind
from citypeers.identity.scopes import ClientScope
from tests.conftest import Loaded
from tests.identity.people import Person, account, partner, sign_in, signed_in, staff
from tests.identity.test_sessions import at_once

ALL, MUNICH = "/api/v1/organisations", "/api/v1/organisations/muenchen"
NEW = {"slug": "new-town", "name": "New Town", "label": {"en": "New Town"}, "kind": "municipality", "country": "IN"}
TURNS = [("a", "b"), ("b", "a"), ("c", "a")]
"""Towns and what they would be part of; the last one leads into a circle without being on it."""
MERGE_PATCH = "application/merge-patch+json"


@pytest.fixture
def eva(changing: TestClient, instance: Instance) -> Person:
    """Somebody of the secretariat."""
    return staff(changing, instance)


@pytest.fixture
def marta(changing: TestClient, instance: Instance) -> Person:
    """Somebody who acts for Munich."""
    id = account(instance, Role.member, "marta@example.org")
    munich = changing.get(MUNICH).json()["id"]
    with instance.database.transaction() as session:
        accounts.grant(session, OPERATOR, id, Role.member, on_kind=KIND, on_id=munich)
    return signed_in(changing, "marta@example.org")


def seen(client: TestClient, who: Person, path: str = MUNICH, language: str = "en") -> Any:
    """As somebody who is signed in sees it: straight from the database."""
    return client.get(path, headers={**who.headers, "Accept-Language": language})


def tag(client: TestClient, who: Person, path: str = MUNICH, language: str = "en") -> str:
    etag: str = seen(client, who, path, language).headers["etag"]
    return etag


def edit(client: TestClient, who: Person, patch: dict[str, Any], path: str = MUNICH, etag: str | None = None) -> Any:
    headers = {**who.headers, "If-Match": etag or tag(client, who, path), "Content-Type": MERGE_PATCH}
    return client.patch(path, json=patch, headers=headers)


def created(client: TestClient, who: Person, slug: str, **more: Any) -> None:
    answer = client.post(ALL, json={**NEW, "slug": slug, **more}, headers=who.headers)
    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_patches_merge_as_in_the_appendix_of_rfc_7396(target: Any, patch: Any, result: Any) -> None:
    assert merged(target, patch) == result


def test_what_is_left_out_stays_and_null_takes_away(changing: TestClient, eva: Person) -> None:
    before = changing.get(MUNICH).json()
    label = {"label": {"fr": "Munich", "en": None}, "population": None, "website": "https://www.muenchen.de"}
    after = edit(changing, eva, label)
    assert after.status_code == 200, after.text
    expected = {**before["label"], "fr": "Munich"}
    expected.pop("en")
    body = after.json()
    assert (body["label"], body["population"], body["website"]) == (expected, None, "https://www.muenchen.de")
    assert (body["aliases"], body["names"], body["version"]) == (before["aliases"], before["names"], before["version"] + 1)
    assert after.headers["etag"] == tag(changing, eva)
    assert seen(changing, eva).json() == body
    assert edit(changing, eva, {"website": "https://www.muenchen.de"}).json()["version"] == body["version"]


def test_a_change_is_made_to_the_version_that_was_seen(changing: TestClient, eva: Person) -> None:
    etag = tag(changing, eva, language="de")
    assert changing.patch(MUNICH, json={"population": 1}, headers=eva.headers).status_code == 428
    assert edit(changing, eva, {"population": 1}, etag=etag).status_code == 200
    stale = edit(changing, eva, {"population": 2}, etag=etag)
    assert (stale.status_code, stale.json()["type"]) == (412, "/problems/precondition-failed")
    assert seen(changing, eva).json()["population"] == 1


def test_one_of_twenty_writers_wins(changing: TestClient, eva: Person) -> None:
    etag, version = tag(changing, eva), seen(changing, eva).json()["version"]
    answers = at_once(lambda: edit(TestClient(changing.app), eva, {"population": 7}, etag=etag), 20)
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 19
    assert seen(changing, eva).json()["version"] == version + 1


def test_who_acts_for_it_says_how_it_is_called_and_nothing_else(changing: TestClient, eva: Person, marta: Person) -> None:
    own = {"may": ["change"], "fields": ["aliases", "label", "names", "website"]}
    assert changing.get(f"{MUNICH}/may", headers=marta.headers).json() == own
    assert changing.get(f"{ALL}/fortaleza/may", headers=marta.headers).json() == {"may": [], "fields": []}
    assert "parent" in changing.get(f"{MUNICH}/may", headers=eva.headers).json()["fields"]
    assert changing.get(f"{MUNICH}/may").status_code == 401
    assert edit(changing, marta, {"aliases": ["Monaco di Baviera"], "kind": "municipality"}).status_code == 200
    refused = edit(changing, marta, {"aliases": [], "country": "AT", "parent": "fortaleza"})
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/fields-of-staff")
    assert [each["pointer"] for each in refused.json()["errors"]] == ["/country", "/parent"]
    assert edit(changing, marta, {"aliases": []}, f"{ALL}/fortaleza").status_code == 403
    assert changing.post(ALL, json=NEW, headers=marta.headers).status_code == 403
    assert edit(changing, eva, {"slug": "minga"}).status_code == 422


@pytest.mark.parametrize(
    ("kind", "id", "own", "others"),
    [
        (BoundKind.organisation, "fortaleza", ["fortaleza"], ["muenchen", "kochi"]),
        (BoundKind.country, "BR", ["fortaleza"], ["muenchen", "kochi"]),
        (BoundKind.country, "DE", ["muenchen", "bmi"], ["fortaleza"]),
    ],
)
def test_a_partner_system_keeps_right_what_it_is_bound_to(
    changing: TestClient, instance: Instance, kind: BoundKind, id: str, own: list[str], others: list[str]
) -> None:
    bound = Bound(kind=kind, id=id)
    headers = partner(changing, instance, ClientScope.organisations_write, bound=bound)
    portal = Person("", headers["Authorization"].removeprefix("Bearer "))
    for slug in own:
        path = f"{ALL}/{slug}"
        changed = edit(changing, portal, {"website": "https://example.org"}, path)
        assert (changed.status_code, changed.json()["website"]) == (200, "https://example.org"), slug
        beyond = edit(changing, portal, {"country": "IN", "population": 1}, path)
        assert (beyond.status_code, beyond.json()["type"]) == (403, "/problems/fields-of-staff"), slug
        assert [each["pointer"] for each in beyond.json()["errors"]] == ["/country", "/population"]
        assert edit(changing, portal, {"website": None}, path, etag='"old"').status_code == 412, slug
    for slug in others:
        assert edit(changing, portal, {"website": "https://example.org"}, f"{ALL}/{slug}").status_code == 403, slug
    with instance.database.reading() as session:
        (actor,) = set(session.scalars(select(col(AuditEvent.actor)).where(col(AuditEvent.verb) == "organisation.changed")))
    assert actor.startswith("client:")
    assert changing.post(ALL, json=NEW, headers=headers).status_code == 401
    rest = [scope for scope in ClientScope if scope is not ClientScope.organisations_write]
    for powerless in (partner(changing, instance, *rest, bound=bound), partner(changing, instance)):
        stranger = Person("", powerless["Authorization"].removeprefix("Bearer "))
        assert edit(changing, stranger, {"website": None}, f"{ALL}/{own[0]}").status_code == 403


def test_others_change_nothing(changing: TestClient, instance: Instance) -> None:
    assert changing.patch(MUNICH, json={"aliases": []}, headers={"If-Match": "*"}).status_code == 401
    ana = sign_in(changing, instance, Role.municipal_representative)
    assert edit(changing, ana, {"aliases": []}).status_code == 403


@pytest.mark.parametrize("field", ["parent", "successor"])
def test_nothing_leads_back_to_itself(changing: TestClient, eva: Person, field: str) -> None:
    created(changing, eva, "town-a")
    created(changing, eva, "town-b", **{field: "town-a"})
    created(changing, eva, "town-c", **{field: "town-b"})
    for slug, way in (("town-a", "town-a → town-a"), ("town-c", "town-a → town-c → town-b → town-a")):
        refused = edit(changing, eva, {field: slug}, f"{ALL}/town-a")
        assert (refused.status_code, refused.json()["type"]) == (422, "/problems/organisation-leads-back")
        assert refused.json()["numbers"] == {"way": way}
        assert refused.json()["errors"][0]["pointer"] == f"/{field}"
    unknown = edit(changing, eva, {field: "nowhere"}, f"{ALL}/town-a")
    assert (unknown.status_code, unknown.json()["errors"][0]["code"]) == (422, "unknown_organisation")
    assert edit(changing, eva, {field: None}, f"{ALL}/town-b").json()[field] is None
    assert edit(changing, eva, {field: "town-c"}, f"{ALL}/town-a").status_code == 200


@pytest.mark.parametrize(
    ("patch", "pointer", "code"),
    [
        ({"label": None}, "/label", "missing"),
        ({"label": {"en": None, "de": None, "es": None, "pt": None}}, "/label", "too_short"),
        ({"latitude": None}, "/longitude", "place_whole"),
        ({"longitude": None}, "/longitude", "place_whole"),
        ({"latitude": 91}, "/latitude", "less_than_equal"),
        ({"website": "javascript:alert(1)"}, "/website", "web_address"),
        ({"names": [{"name": {"en": "A"}}, {"name": {"en": "B"}, "valid_from": "2001"}]}, "/names", "names_in_order"),
        (
            {"names": [{"name": {"en": "A"}, "valid_to": "2001"}, {"name": {"en": "B"}, "valid_from": "1999-05"}]},
            "/names",
            "names_in_order",
        ),
        ({"names": [{"name": {"en": "A"}, "valid_from": "2001", "valid_to": "1999"}]}, "/names/0", "dates_in_order"),
        ({"colour": "red"}, "/colour", "extra_forbidden"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    changing: TestClient, eva: Person, patch: dict[str, Any], pointer: str, code: str
) -> None:
    refused = edit(changing, eva, patch)
    assert refused.status_code == 422
    assert [(each["pointer"], each["code"]) for each in refused.json()["errors"]] == [(pointer, code)]


def test_names_follow_one_another_and_may_touch_in_a_year(changing: TestClient, eva: Person) -> None:
    names = [
        {"name": {"en": "Old"}, "kind": "official", "valid_to": "1975"},
        {"name": {"en": "O"}, "kind": "short"},
        {"name": {"en": "New"}, "kind": "official", "valid_from": "1975"},
    ]
    changed = edit(changing, eva, {"names": names})
    assert changed.status_code == 200, changed.text
    assert [each["name"] for each in changed.json()["names"]] == [each["name"] for each in names]
    assert edit(changing, eva, {"names": names[:1]}).json()["names"][0]["valid_to"] == "1975"


def test_a_new_name_is_shown_wherever_the_organisation_is_and_found_within_a_second(
    changing: TestClient, eva: Person, fresh: Loaded, instance: Instance
) -> None:
    created(changing, eva, "new-town", parent="fortaleza")
    before = tag(changing, eva, "/api/v1/networks/iscn")
    patch = {"name": "Qqfortaleza", "label": {"en": "Qqfortaleza"}, "aliases": ["Qqalias"]}
    renamed = edit(changing, eva, patch, f"{ALL}/fortaleza")
    began = time.monotonic()
    assert renamed.status_code == 200, renamed.text
    search.catch_up(instance.database, Path(fresh.index))
    found = changing.get("/api/v1/search", params={"q": "Qqfortaleza"}).json()["items"]
    assert time.monotonic() - began < 1
    assert found[0]["href"] == "/organisations/fortaleza"
    assert seen(changing, eva, f"{ALL}/new-town").json()["parent"]["name"] == "Qqfortaleza"
    assert tag(changing, eva, "/api/v1/networks/iscn") != before


def test_the_record_says_who_changed_what(changing: TestClient, instance: Instance, eva: Person) -> None:
    created(changing, eva, "new-town")
    edit(changing, eva, {"population": 12, "label": {"de": "Neustadt"}}, f"{ALL}/new-town")
    edit(changing, eva, {"population": 12}, f"{ALL}/new-town")
    with instance.database.reading() as session:
        told = session.scalars(select(AuditEvent).where(col(AuditEvent.kind) == KIND).order_by(col(AuditEvent.position))).all()
        first, second = told
    assert (first.verb, second.verb) == ("organisation.created", "organisation.changed")
    assert first.actor == second.actor
    assert first.actor.startswith("account:")
    assert {each["field"]: (each["before"], each["after"]) for each in second.changes} == {
        "population": (None, 12),
        "label": ({"en": "New Town"}, {"en": "New Town", "de": "Neustadt"}),
    }


def test_a_slug_is_given_once_and_a_repeated_request_gives_its_answer(changing: TestClient, eva: Person) -> None:
    headers = {**eva.headers, "Idempotency-Key": "once"}
    first, again = (changing.post(ALL, json=NEW, headers=headers) for _ in range(2))
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert tag(changing, eva, f"{ALL}/new-town") == first.headers["etag"]
    taken = changing.post(ALL, json=NEW, headers=eva.headers)
    assert (taken.status_code, taken.json()["type"]) == (409, "/problems/organisation-slug-taken")
    assert taken.json()["errors"][0]["pointer"] == "/slug"


def test_an_import_goes_in_no_circle_either(instance: Instance) -> None:
    rows = [OrganisationWrite.model_validate({**NEW, "slug": f"town-{each}", "parent": f"town-{other}"}) for each, other in TURNS]
    with instance.database.reading() as session:
        assert service.missing(session, rows) == {0: ("parent", "leads_back"), 1: ("parent", "leads_back")}
