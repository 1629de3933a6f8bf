"""A disk without room: a clear refusal, nothing lost, and everything caught up once there is room again.

The limit on the size of files stands for the disk: the system refuses the write in the same way, at the same place.
"""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from citypeers.core.db import Database
from citypeers.core.index import TextIndex
from citypeers.core.principal import OPERATOR
from citypeers.domain.networks import service
from citypeers.domain.networks.states import Verb
from citypeers.exchange.search import service as search
from citypeers.main import create_app
from tests.conftest import DATA, Loaded, load, settings_for
from tests.core.test_index import newest, wait_for
from tests.exchange.test_imports import dump

NO_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "1"}
"""Without room, Python 3.11 keeps half a bytecode file, which every later process would stumble over."""

NETWORKS = json.loads((DATA / "networks.json").read_text())


@pytest.fixture
def sqlite(tmp_path: Path) -> Loaded:
    """The embedded database; the disk of PostgreSQL is its server's to watch."""
    database = Database(f"sqlite:///{tmp_path}/citypeers.db")
    load(database)
    search.catch_up(database, tmp_path / "index")
    database.close()
    return Loaded(f"sqlite:///{tmp_path}/citypeers.db", tmp_path / "index")


def command(loaded: Loaded, largest_file: int, *words: str) -> "subprocess.CompletedProcess[str]":
    """The command line where no file may grow beyond ``largest_file`` bytes."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then the write fails with an error, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    environment = {
        "CITYPEERS_ENVIRONMENT": "test",
        "CITYPEERS_DATABASE_URL": loaded.url,
        "CITYPEERS_INDEX_DIR": str(loaded.index),
        "COLUMNS": "400",
        "PATH": "/usr/bin",
        "PYTHONPATH": ":".join(sys.path),
        **NO_BYTECODE,
    }
    program = [sys.executable, "-m", "citypeers", *words]
    return subprocess.run(program, env=environment, preexec_fn=limit, capture_output=True, text=True, timeout=120)


def many(tmp_path: Path) -> Path:
    """More networks than there is room for."""
    rows = [{**row, "slug": f"{row['slug']}-{number}", "relations": []} for number in range(12) for row in NETWORKS[:20]]
    path = tmp_path / "many.json"
    path.write_text(json.dumps(rows))
    return path


def test_an_import_without_room_is_refused_and_leaves_all_as_it_was(sqlite: Loaded, tmp_path: Path) -> None:
    before = dump(sqlite.url)
    file = Path(sqlite.url.removeprefix("sqlite:///"))
    result = command(sqlite, file.stat().st_size + 200_000, "import", "networks", str(many(tmp_path)))
    assert result.returncode == 1, result.stderr
    assert "no room" in result.stderr
    assert "Traceback" not in result.stderr
    assert dump(sqlite.url) == before
    with TestClient(create_app(settings_for(sqlite))) as client:
        assert client.get("/api/v1/networks").json()["total"] == 34
    again = command(sqlite, 2**40, "import", "networks", str(many(tmp_path)))
    assert (again.returncode, "240 created" in again.stdout) == (0, True), again.stderr


def test_an_index_without_room_is_caught_up_later(sqlite: Loaded) -> None:
    database = Database(sqlite.url, 1)
    with database.transaction() as session:
        service.rename(session, OPERATOR, "oasc", "oasc-renamed")
    shutil.rmtree(sqlite.index)
    refused = command(sqlite, 100, "index", "rebuild")
    assert refused.returncode == 1, refused.stderr
    assert "no room" in refused.stderr
    assert "Traceback" not in refused.stderr
    search.catch_up(database, sqlite.index)
    assert "oasc-renamed" in {hit.slug for hit in TextIndex(sqlite.index).search("oasc", "en")[0]}
    database.close()


def archive(database: Database, slug: str) -> None:
    with database.transaction() as session:
        service.move(session, OPERATOR, slug, Verb.archive, "gone")


def finds(index: TextIndex, slug: str) -> bool:
    return slug in {hit.slug for hit in index.search(slug, "en", ["network"])[0]}


def room(size: int, process: int) -> None:
    """Let no file of a process grow beyond ``size`` bytes."""
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def test_the_worker_outlasts_a_full_disk_and_catches_up(fresh: Loaded) -> None:
    database, index = Database(fresh.url), TextIndex(fresh.index)
    with database.reading() as session:
        service.known_slugs(session)  # this connection keeps the files beside a SQLite database in place
    environment = {**os.environ, **NO_BYTECODE, "CITYPEERS_DATABASE_URL": fresh.url, "CITYPEERS_INDEX_DIR": str(fresh.index)}
    worker = subprocess.Popen(
        [sys.executable, "-m", "citypeers", "worker"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        archive(database, "wego")
        wait_for(index, newest(database), 30)
        room(0, worker.pid)
        reached = index.position()
        archive(database, "eurocities")
        time.sleep(2)
        assert worker.poll() is None
        assert (index.position(), finds(index, "eurocities")) == (reached, True)
        archive(database, "polis")
        room(resource.RLIM_INFINITY, worker.pid)
        wait_for(index, newest(database), 30)
        assert [slug for slug in ("wego", "eurocities", "polis") if finds(index, slug)] == []
        assert len(index.ids("cities", "network")) > 10
    finally:
        worker.terminate()
        assert worker.wait(30) == 0
        database.close()
