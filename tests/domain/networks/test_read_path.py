"""What is served is what rows and schemas say now, whatever was written; and pages stay whole while others write."""

import itertools
import json
import uuid
from collections import Counter
from collections.abc import Mapping
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlmodel import Session, col
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.core.cursors import Cursors
from citypeers.core.db import Database, Prepared
from citypeers.core.listing import Listed, ListedCount
from citypeers.core.pages import Asked
from citypeers.core.principal import OPERATOR
from citypeers.core.text import LANGUAGES
from citypeers.domain.networks import rendering, service
from citypeers.domain.networks.models import KIND, Network, State
from citypeers.domain.networks.queries import CATALOGUE
from citypeers.domain.networks.schemas import NetworkItem, NetworkOut, NetworkWrite
from citypeers.domain.networks.states import Verb
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.models import OrganisationKind
from citypeers.domain.organisations.schemas import OrganisationWrite
from tests.conftest import Loaded
from tests.factories import MAPS, networks

SLUGS = ("alpha-net", "beta-net", "gamma-net")
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
ORDERS = st.sampled_from(["name", "-name", "founded_year", "-founded_year", "member_count,-name", "-member_count", "-updated_at"])


def said(network: Network, language: str) -> tuple[object, object]:
    """The list form and the full form, straight from the row by Pydantic."""
    display = rendering.display(network, language)
    item = NetworkItem(**rendering.row(network).model_dump(), display=display)
    whole = NetworkOut(**rendering.whole(network).model_dump(), display=display)
    return json.loads(item.model_dump_json()), json.loads(whole.model_dump_json())


def check_all(client: TestClient, session: Session, language: str) -> None:
    """Every public network, list and one, against the rows."""
    headers = {"Accept-Language": language}
    served = {}
    cursor: str | None = ""
    while cursor is not None:
        page = client.get(
            "/api/v1/networks", params={"limit": 100, **({"cursor": cursor} if cursor else {})}, headers=headers
        ).json()
        served |= {item["slug"]: item for item in page["items"]}
        cursor = page["next"]
    rows = {row.slug: row for row in session.scalars(select(Network)).unique()}
    assert served.keys() == rows.keys()
    for slug, row in rows.items():
        item, whole = said(row, language)
        assert served[slug] == item
        assert client.get(f"/api/v1/networks/{slug}", headers=headers).json() == whole


def check_tags(client: TestClient, told: dict[str, bytes]) -> None:
    """That no entity tag of a list has been that of another body."""
    for language in LANGUAGES:
        for query in ("", "?limit=2", "?limit=2&sort=-name", "?facets=category", "?facets=category&category=national"):
            page = client.get(f"/api/v1/networks{query}", headers={"Accept-Language": language})
            assert told.setdefault(page.headers["etag"], page.content) == page.content


@settings(max_examples=12, deadline=None, suppress_health_check=SHARED)
@given(data=st.data())
def test_served_equals_said(changing: TestClient, instance: Instance, data: st.DataObject) -> None:
    writes = [data.draw(networks(slug, tuple(other for other in SLUGS if other != slug))) for slug in SLUGS]
    with instance.database.transaction() as session:
        service.save_all(session, OPERATOR, writes, State.published)
    told: dict[str, bytes] = {}
    check_tags(changing, told)
    renamed = writes[0].model_copy(update={"name": data.draw(MAPS), "label": data.draw(MAPS)})
    with instance.database.transaction() as session:
        service.save_all(session, OPERATOR, [renamed], State.published)
    check_tags(changing, told)
    with instance.database.reading() as session:
        check_all(changing, session, data.draw(st.sampled_from(LANGUAGES)))
        counted = Counter(
            (facet, value)
            for facet, value in session.execute(
                select(col(Listed.facet), col(Listed.value)).where(col(Listed.kind) == KIND, col(Listed.language) == "en")
            )
        )
        kept = {
            (row.facet, row.value): row.count
            for row in session.scalars(select(ListedCount).where(col(ListedCount.kind) == KIND))
            if row.count
        }
        assert counted == kept


def test_a_new_name_of_a_municipality_reaches_those_who_name_it(changing: TestClient, instance: Instance) -> None:
    with instance.database.transaction() as session:
        write = OrganisationWrite(
            slug="muenchen",
            name="München",
            label={"de": "München"},
            kind=OrganisationKind.municipality,
            country="DE",
            aliases=["Minga"],
            latitude=48.1,
            longitude=11.5,
        )
        saved = organisations.save_all(session, [write])
        assert saved.outcomes == ["changed"]
        service.follow_organisations(session, saved.touched)
    assert changing.get("/api/v1/networks?municipality=minga").json()["total"] == 9
    assert changing.get("/api/v1/networks?municipality=Munich").json()["total"] == 0
    with instance.database.reading() as session:
        check_all(changing, session, "de")


ACTS = st.lists(networks("a-slug") | st.integers(0, 99), min_size=1, max_size=12)
"""What is done after each page: a network that is published, or the place of one that is archived. Drawn before anything is
done, for what is drawn may not depend on what a database holds."""


@settings(max_examples=8, deadline=None, suppress_health_check=SHARED)
@given(order=ORDERS, limit=st.integers(3, 9), acts=ACTS)
def test_pages_stay_whole_while_others_write(
    changing: TestClient, instance: Instance, order: str, limit: int, acts: list[NetworkWrite | int]
) -> None:
    stable = {item["slug"] for item in changing.get("/api/v1/networks?limit=100").json()["items"]}
    seen: list[str] = []
    cursor: str | None = ""
    done = itertools.cycle(acts)
    while cursor is not None:
        page = changing.get("/api/v1/networks", params={"sort": order, "limit": limit, **({"cursor": cursor} if cursor else {})})
        seen += [item["slug"] for item in page.json()["items"]]
        cursor = page.json()["next"]
        with instance.database.transaction() as session:
            act = next(done)
            if not isinstance(act, int):
                slug = f"new-{uuid.uuid4().hex[:8]}"
                service.save_all(session, OPERATOR, [act.model_copy(update={"slug": slug})], State.published)
            elif stable:
                gone = sorted(stable)[act % len(stable)]
                service.move(session, OPERATOR, gone, Verb.archive, "meanwhile")
                stable.discard(gone)
    counted = Counter(seen)
    assert all(counted[slug] == 1 for slug in stable), {slug: counted[slug] for slug in stable if counted[slug] != 1}
    assert max(counted.values()) == 1


@pytest.mark.parametrize("cursor", ["abc", "AAAA", "%%%", "ä", "x" * 1000])
def test_a_cursor_that_is_not_ours_is_refused(client: TestClient, cursor: str) -> None:
    assert client.get("/api/v1/networks", params={"cursor": cursor}).status_code == 422


def test_a_cursor_of_another_order_or_language_is_refused(client: TestClient) -> None:
    cursor = client.get("/api/v1/networks?limit=2&sort=-name").json()["next"]
    assert client.get("/api/v1/networks", params={"cursor": cursor, "sort": "-name"}).status_code == 200
    assert client.get("/api/v1/networks", params={"cursor": cursor}).status_code == 422
    other = client.get("/api/v1/networks", params={"cursor": cursor, "sort": "-name"}, headers={"Accept-Language": "de"})
    assert other.status_code == 422


def test_the_narrow_table_forgets_a_withdrawn_record(instance: Instance) -> None:
    with instance.database.transaction() as session:
        network = service.move(session, OPERATOR, "errin", Verb.archive, "gone")
        left = session.scalar(select(func.count()).select_from(Listed).where(col(Listed.id) == network.id))
        assert left == 0


@pytest.mark.parametrize("loaded", ["postgresql"], indirect=True)
def test_a_page_of_many_finds_each_record_by_a_hash(fresh: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    plans: list[str] = []

    def explain(database: Database, statement: Prepared, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        values = [{**statement.fixed, **parameters}[name] for name in statement.order]
        with database.connect_postgresql() as connection:
            told = psycopg.RawCursor(connection).execute(f"EXPLAIN {statement.postgresql}", values)
            plans.append("\n".join(line for (line,) in told))
        return []

    database = Database(fresh.url)
    with database.connect_postgresql() as connection:
        connection.execute(
            "INSERT INTO rendered SELECT 'network', 'id ' || n, 'slug ' || n, 1, '', '', '', '', '', '', ''"
            " FROM generate_series(1, 5000) n"
        )
        connection.execute(
            "INSERT INTO listing SELECT 'network', 'all', '', 'en', 'key ' || n, 'id ' || n FROM generate_series(1, 5000) n"
        )
        connection.execute("ANALYZE rendered, listing")
    monkeypatch.setattr(Database, "rows", explain)
    CATALOGUE.page(database, Asked("en"), Cursors("secret"), total=5000)
    database.close()
    assert "Index Scan using ix_rendered_id" in plans[0]
