"""The text index: what it finds, what it refuses to be made to do, and that nothing is lost when its writer is killed."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from citypeers.core import clock, outbox
from citypeers.core.caller import Instance
from citypeers.core.db import Database
from citypeers.core.index import IndexBusy, IndexWriter, Searchable, TextIndex
from citypeers.core.principal import OPERATOR
from citypeers.domain.networks import service
from citypeers.domain.networks.models import Network
from citypeers.domain.networks.states import Verb
from citypeers.exchange.search import service as search
from tests.conftest import Loaded

STEMS = {
    "en": ("lighting streets", "street light"),
    "de": ("Die Häuser der Städte", "Haus Stadt"),
    "es": ("redes participativas", "red participativa"),
    "pt": ("cidades participativas", "cidade participativa"),
}
HOSTILE = (
    "(" * 5000,
    '"' * 300,
    "state:draft",
    "title:*",
    "* OR *",
    "a AND (b",
    "\\",
    "-x",
    "x^9999999",
    "\u0301" * 200,
    "ß",
    "🙂",
)


def record(id: str, **texts: str) -> Searchable:
    return Searchable("network", id, id, f"/networks/{id}", {"en": f"Network {id}"}, texts)


@pytest.mark.parametrize("language", STEMS)
def test_words_are_found_in_other_forms(tmp_path: Path, language: str) -> None:
    text, asked = STEMS[language]
    writer = IndexWriter(tmp_path)
    writer.write([record("one", **{language: text}), record("two", en="nothing of it")], [], 1)
    hits, total = TextIndex(tmp_path).search(asked, language)
    assert ([hit.id for hit in hits], total) == (["one"], 1)
    assert hits[0].highlights
    writer.close()


@pytest.mark.parametrize("spelling", ["München", "munchen", "MUENCHEN", "mu\u0308nchen", "Münch", "Munchem"])
def test_spellings_beginnings_and_slips_are_found(tmp_path: Path, spelling: str) -> None:
    writer = IndexWriter(tmp_path)
    writer.write(
        [Searchable("network", "m", "m", "/m", {"de": "München"}, {"de": "an der Isar"}), record("x", de="Hamburg")], [], 1
    )
    assert TextIndex(tmp_path).ids(spelling, "network") == ["m"]
    writer.close()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_query_is_syntax(client: TestClient, text: str) -> None:
    answer = client.get("/api/v1/search", params={"q": text[:300]})
    assert answer.status_code == 200
    assert client.get("/api/v1/networks", params={"q": text[:300]}).status_code == 200


def test_the_kind_and_the_page_are_kept_to(client: TestClient) -> None:
    both = client.get("/api/v1/search?q=mobility").json()
    networks = client.get("/api/v1/search?q=mobility&kind=network&limit=3").json()
    assert {item["kind"] for item in both["items"]} == {"network", "practice", "project", "topic"}
    assert {item["kind"] for item in networks["items"]} == {"network"}
    rest = client.get("/api/v1/search?q=mobility&kind=network&limit=100&offset=3").json()
    assert len(rest["items"]) + 3 == networks["total"] == rest["total"]


def test_only_one_process_writes(tmp_path: Path) -> None:
    first = IndexWriter(tmp_path)
    with pytest.raises(IndexBusy):
        IndexWriter(tmp_path)
    first.close()


def test_a_log_that_no_longer_reaches_back_leads_to_a_new_index(fresh: Loaded, tmp_path: Path) -> None:
    database = Database(fresh.url)
    with database.transaction() as session:
        service.move(session, OPERATOR, "wego", Verb.archive, "gone")
        service.move(session, OPERATOR, "oasc", Verb.flag, "old")
    behind = tmp_path / "behind"
    shutil.copytree(fresh.index, behind)
    with database.transaction() as session:
        outbox.prune(session, clock.now() + timedelta(seconds=1))
    for folder in (behind, tmp_path / "new"):
        search.catch_up(database, folder)
        assert "wego" not in {hit.slug for hit in TextIndex(folder).search("WeGO", "en", ["network"])[0]}
        assert len(TextIndex(folder).ids("cities", "network")) > 10
    database.close()


def worker(loaded: Loaded) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "CITYPEERS_DATABASE_URL": loaded.url, "CITYPEERS_INDEX_DIR": str(loaded.index)}
    return subprocess.Popen([sys.executable, "-m", "citypeers", "worker"], env=environment, stderr=subprocess.DEVNULL)


def wait_for(index: TextIndex, position: int, seconds: float) -> float:
    begun = time.monotonic()
    while index.position() < position:
        assert time.monotonic() - begun < seconds, f"position {index.position()} of {position}"
        time.sleep(0.01)
    return time.monotonic() - begun


def newest(database: Database) -> int:
    with database.reading() as session:
        return outbox.after(session, 0, 100_000)[-1].position


def test_a_commit_is_found_within_a_second(instance: Instance, fresh: Loaded) -> None:
    process = worker(fresh)
    try:
        with instance.database.transaction() as session:
            service.move(session, OPERATOR, "wego", Verb.flag, "warm")
        wait_for(instance.index, newest(instance.database), 30)
        with instance.database.transaction() as session:
            service.move(session, OPERATOR, "eurocities", Verb.archive, "gone")
        took = wait_for(instance.index, newest(instance.database), 10)
        assert took < 1.0
        assert "eurocities" not in {hit.slug for hit in instance.index.search("Eurocities", "en", ["network"])[0]}
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_a_killed_worker_loses_and_doubles_nothing(fresh: Loaded) -> None:
    database, index = Database(fresh.url), TextIndex(fresh.index)
    random.seed(7)
    slugs = ["wego", "oasc", "polis", "agora", "errin", "eukn"]
    for slug in slugs:
        process = worker(fresh)
        with database.transaction() as session:
            service.move(session, OPERATOR, slug, Verb.archive, "gone")
        time.sleep(random.uniform(0.6, 1.8))
        process.kill()
        process.wait()
    process = worker(fresh)
    wait_for(index, newest(database), 30)
    process.terminate()
    process.wait()
    found = index.ids("network networks cities city municipalities", "network") + index.ids("cities", "network")
    with database.reading() as session:
        public = {row.id for row in session.scalars(select(Network)) if row.slug not in slugs}
    assert set(found) <= public
    for slug in slugs:
        assert slug not in {hit.slug for hit in index.search(slug, "en", ["network"])[0]}
    database.close()
