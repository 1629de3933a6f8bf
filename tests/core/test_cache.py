"""The response cache answers as the program would, and never with what is older than the last public commit."""

import asyncio
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import AsyncMock, Mock

import pytest
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from citypeers.core import cache, clock, counters, outbox
from citypeers.core.caller import Instance
from citypeers.core.principal import OPERATOR
from citypeers.domain.networks import service
from citypeers.domain.networks.states import Verb
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for

NOTIFICATION_SECONDS = 2.0
"""Far above the milliseconds that a notification of PostgreSQL takes; on SQLite there is no gap."""
PATHS = (
    "/api/v1/networks",
    "/api/v1/networks?category=national&facets=topic&limit=3",
    "/api/v1/networks/iscn",
    "/api/v1/networks/analysis",
    "/api/v1/networks?format=csv",
    "/api/v1/search?q=mobility",
    "/api/v1/topic-schemes",
    "/api/v1/organisations?country=BR&facets=kind",
    "/api/v1/networks/iscn/members",
)
HEADERS: tuple[dict[str, str], ...] = (
    {"Accept-Encoding": "identity"},
    {"Accept-Encoding": "gzip", "Accept-Language": "de"},
    {"Accept-Encoding": "identity", "Accept-Language": "pt-BR,pt;q=0.9", "Accept": "application/json"},
)


@pytest.fixture
def client(shared: Loaded) -> Iterator[TestClient]:
    """An application of the test's own, whose cache it looks into."""
    with TestClient(create_app(settings_for(shared)), raise_server_exceptions=False) as caller:
        yield caller


@pytest.fixture
def changing(fresh: Loaded) -> Iterator[TestClient]:
    """A caller of the API over a database of the test's own, with the cache on either."""
    with TestClient(create_app(settings_for(fresh)), raise_server_exceptions=False) as caller:
        yield caller


@pytest.fixture
def plain(loaded: Loaded) -> Iterator[TestClient]:
    """The same data without the cache."""
    with TestClient(create_app(settings_for(loaded, response_cache_bytes=0))) as caller:
        yield caller


def stored(client: TestClient) -> cache.ResponseCache:
    """The cache of a running application."""
    layer: Any = client.app.middleware_stack  # type: ignore[attr-defined]
    while not isinstance(layer, cache.ResponseCache):
        layer = layer.app
    return layer


def settled(client: TestClient) -> None:
    """Wait until the watch knows the counter."""
    deadline = time.monotonic() + NOTIFICATION_SECONDS
    while stored(client)._watch.version() is None and time.monotonic() < deadline:
        time.sleep(0.01)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("headers", HEADERS, ids=str)
def test_a_hit_is_what_the_program_says(client: TestClient, plain: TestClient, path: str, headers: dict[str, str]) -> None:
    client.get(path)
    settled(client)
    without = ("date", "x-request-id", "content-length")
    answers = [caller.get(path, headers=headers) for caller in (plain, client, client)]
    assert len(stored(client)._entries) >= 1
    assert answers[0].content == answers[1].content == answers[2].content
    kept = [{name: value for name, value in each.headers.items() if name not in without} for each in answers]
    assert kept[0] == kept[1] == kept[2]


def test_the_second_answer_comes_from_the_cache(client: TestClient) -> None:
    plain = {"Accept-Encoding": "identity"}
    client.get("/api/v1/networks/iscn", headers=plain)
    settled(client)
    client.get("/api/v1/networks/iscn", headers=plain)
    entries = stored(client)._entries
    (key,) = (key for key in entries if key[0] == "/api/v1/networks/iscn")
    headers, body, tag = entries[key]
    planted = body.replace(b'"iscn"', b'"nscI"')
    entries[key] = (headers, planted, tag)
    assert client.get("/api/v1/networks/iscn", headers=plain).json()["slug"] == "nscI"


def test_a_commit_is_seen_at_once(changing: TestClient, instance: Instance) -> None:
    assert changing.get("/api/v1/networks").json()["total"] == 34
    settled(changing)
    for round_, slug in enumerate(("wego", "oasc", "polis", "agora", "errin"), 1):
        changing.get("/api/v1/networks")
        with instance.database.transaction() as session:
            service.move(session, OPERATOR, slug, Verb.archive, "gone")
        deadline = time.monotonic() + (0 if instance.database.is_sqlite else NOTIFICATION_SECONDS)
        while True:
            total = changing.get("/api/v1/networks").json()["total"]
            if total == 34 - round_ or time.monotonic() > deadline:
                break
        assert total == 34 - round_


def test_events_alone_flush_nothing(changing: TestClient, instance: Instance) -> None:
    changing.get("/api/v1/networks")
    settled(changing)
    changing.get("/api/v1/networks")
    with instance.database.transaction() as session:
        outbox.record(session, "nothing.public", "network", "x")
    time.sleep(0.05)
    changing.get("/api/v1/networks/iscn")
    assert {key[0] for key in stored(changing)._entries} == {"/api/v1/networks", "/api/v1/networks/iscn"}


@pytest.mark.parametrize("name", ["Authorization", "Cookie"])
def test_nothing_personal_is_kept_or_answered_from_the_cache(client: TestClient, name: str) -> None:
    client.get("/api/v1/topic-schemes")
    settled(client)
    client.get("/api/v1/topics/mobility", headers={name: "secret=1"})
    assert not any("topics/mobility" in key[0] for key in stored(client)._entries)


def test_refusals_are_not_kept(client: TestClient) -> None:
    client.get("/api/v1/networks")
    settled(client)
    for _ in range(2):
        assert client.get("/api/v1/networks/nowhere").status_code == 404
    assert not any("nowhere" in key[0] for key in stored(client)._entries)


def test_what_the_caller_holds_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/networks/iscn")
    settled(client)
    for _ in range(3):
        again = client.get("/api/v1/networks/iscn", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        client.get("/api/v1/networks/iscn")
    german = client.get("/api/v1/networks/iscn", headers={"Accept-Language": "de"})
    assert german.headers["etag"] != first.headers["etag"]


def test_the_cache_stays_within_its_bound(loaded: Loaded) -> None:
    with TestClient(create_app(settings_for(loaded, response_cache_bytes=400_000))) as caller:
        caller.get("/api/v1/networks")
        settled(caller)
        for limit in range(1, 60):
            caller.get(f"/api/v1/networks?limit={limit}", headers={"Accept-Encoding": "identity"})
        kept = stored(caller)
        held = sum(len(body) for _, body, _ in kept._entries.values())
        assert 0 < held <= kept._size <= 400_000


def test_an_answer_that_many_ask_for_at_once_counts_once() -> None:
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}

    async def asked_by(many: int) -> cache.ResponseCache:
        kept = cache.ResponseCache(_Together(many), watch=Mock(version=lambda: 1), limit=10_000, prefix="/")
        await asyncio.gather(*(kept(scope, AsyncMock(), AsyncMock()) for _ in range(many)))
        return kept

    one, four = asyncio.run(asked_by(1)), asyncio.run(asked_by(4))
    assert (len(four._entries), four._size) == (1, one._size)
    assert one._size > len(b"so it is")


class _Together:
    """Answers once so many have asked."""

    def __init__(self, many: int) -> None:
        self._all = asyncio.Barrier(many)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._all.wait()
        await send({"type": "http.response.start", "status": 200, "headers": [(b"cache-control", b"public")]})
        await send({"type": "http.response.body", "body": b"so it is"})


def test_the_counter_only_moves_with_public_content(instance: Instance) -> None:
    with instance.database.transaction() as session:
        before = counters.read(session, counters.Name.public)
        outbox.record(session, "x", "network", "x")
        assert counters.read(session, counters.Name.public) == before
        service.move(session, OPERATOR, "wego", Verb.flag, "old")
        assert counters.read(session, counters.Name.public) > before


def test_answers_that_depend_on_today_end_with_the_day(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "/api/v1/networks/iscn/members"
    assert client.get(path).json()["on"] == clock.now().date().isoformat()
    settled(client)
    client.get(path)
    tomorrow = clock.now() + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    assert client.get(path).json()["on"] == tomorrow.date().isoformat()


def test_what_is_not_served_yet_watches_nothing(loaded: Loaded) -> None:
    before = set(threading.enumerate())
    app = create_app(settings_for(loaded))
    assert set(threading.enumerate()) <= before
    with TestClient(app) as caller:
        settled(caller)
        assert stored(caller)._watch.version() is not None
    assert stored(caller)._watch.version() is None
