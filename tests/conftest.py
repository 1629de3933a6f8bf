"""Every test runs on migrated databases with the real data: SQLite, and a PostgreSQL that the suite starts itself."""

import gc
import os
import pwd
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import settings as examples
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import URL, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.util import LRUCache
from starlette.testclient import TestClient

from citypeers import main, migrating
from citypeers.core import cache, clock, db
from citypeers.core.caller import Instance
from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR
from citypeers.core.settings import Settings
from citypeers.exchange.imports import service as imports
from citypeers.exchange.search import service as search
from citypeers.identity import passwords
from citypeers.main import create_app
from tests.caller import Caller

DATA = Path(__file__).parents[1] / "data"
BACKENDS = ("sqlite", "postgresql")
TEMPLATE = "untouched"
"""PostgreSQL copies no database that anybody is connected to; to this one nobody ever is."""
LIGHT = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=64, parallelism=1),))
examples.register_profile("same", derandomize=True, database=None, deadline=None, print_blob=True)
examples.register_profile("new", deadline=None, print_blob=True)
examples.load_profile(os.environ.get("CITYPEERS_EXAMPLES", "same"))
"""A change is judged by the same examples as the last one was; `make explore` looks for new ones."""
MEMORY = Path("/dev/shm")
ENOUGH_BYTES = 2 * 2**30 * int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "2"))
"""Each worker with its write-ahead log, and the databases that tests of migrations make from nothing."""
IN_MEMORY = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH_BYTES
"""Some thousand copies of a database that live for a second need no disk, where there is room for them without."""
if IN_MEMORY:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
SHORT_LIVED = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off"
)
"""What a database does for the day after a crash, and against growing old; these are gone by then."""
STRATEGY = "FILE_COPY" if IN_MEMORY else "WAL_LOG"
"""Copying files needs a checkpoint, which is cheap in memory and dear on a disk."""
INSTALL_HINT = "PostgreSQL 15 is needed for the tests: apt-get install postgresql-15"


gc.freeze()


def pytest_collection_finish() -> None:
    """As where the program begins: what has been read stays, and no search for garbage goes over it again."""
    gc.freeze()


def _postgres_programs() -> Path:
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for place in places:
        if (place / "initdb").exists():
            return place
    raise pytest.UsageError(INSTALL_HINT)


def _as_owner(command: list[str]) -> None:
    """PostgreSQL refuses to run as root; then its own user runs it."""
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The socket folder of a server of our own."""
    programs = _postgres_programs()
    folder = Path(tempfile.mkdtemp(prefix="citypeers-pg-", dir=MEMORY if IN_MEMORY else "/tmp"))
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    cluster = folder / "data"
    _as_owner(
        [str(programs / "initdb"), "-D", str(cluster), "-U", "citypeers", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
    )
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=200 {SHORT_LIVED}"
    _as_owner([str(programs / "pg_ctl"), "-D", str(cluster), "-w", "-o", settings, "-l", str(folder / "log"), "start"])
    yield str(folder)
    _admin(str(folder)).close()
    _as_owner([str(programs / "pg_ctl"), "-D", str(cluster), "-m", "immediate", "stop"])
    shutil.rmtree(folder, ignore_errors=True)


@lru_cache
def _admin(socket: str) -> psycopg.Connection:
    """The one connection that makes and drops databases."""
    return psycopg.connect(f"postgresql://citypeers@/postgres?host={socket}", autocommit=True)


def _await_departure(socket: str, name: str) -> None:
    """The connections of a closed application are gone a moment later; who asks too soon waits a tenth of a second."""
    for _ in range(100):
        if not _admin(socket).execute("SELECT 1 FROM pg_stat_activity WHERE datname = %s", [name]).fetchall():
            return
        time.sleep(0.005)


def _create(socket: str, name: str, template: str = "template0") -> str:
    _await_departure(socket, template)
    _admin(socket).execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY {STRATEGY}")
    return f"postgresql://citypeers@/{name}?host={socket}"


def _drop(socket: str, url: str) -> None:
    name = make_url(url).database
    _await_departure(socket, name)
    _admin(socket).execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """All databases of one kind share what SQLAlchemy has compiled, as all requests to one server do.

    It keeps statements by dialect, and each engine has its own: every test would compile all of its statements again.
    """
    known: dict[str, Dialect] = {}
    compiled = LRUCache(4_000)

    def engine_of(url: URL, **options: Any) -> Engine:
        engine = create_engine(url, **options)
        if engine.name in known:
            engine.dialect = known[engine.name]
            engine.update_execution_options(compiled_cache=compiled)
        else:  # it knows its server once it is connected
            event.listen(engine, "engine_connect", lambda _: known.setdefault(engine.name, engine.dialect), once=True)
        return engine

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(db, "create_engine", engine_of)
        yield


@pytest.fixture(scope="session", autouse=True)
def without_delay() -> Iterator[None]:
    """Some thousand applications start and stop here; a server may take its time for both."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cache, "LOOK_SECONDS", 0.02)
        yield


@pytest.fixture(autouse=True)
def light_hashes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that cost what they have to would take much of the suite's time; what measures time takes those."""
    if request.node.get_closest_marker("alone") is None:
        monkeypatch.setattr(passwords, "_HASHES", LIGHT)


@dataclass(frozen=True)
class Loaded:
    """A database with the real data, and its index."""

    url: str
    index: Path


def load(database: Database) -> None:
    """Migrate a database and load the real data into it."""
    migrating.upgrade(database)
    for noun in imports.SEEDED:
        report = imports.run(
            database, OPERATOR, noun, imports.records(noun, DATA / f"{noun.file}.json"), False, False, lambda done, total: None
        )
        assert report.refused == 0, report.errors


@pytest.fixture(scope="session")
def loaded_on(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Loaded]:
    """The real data in a database of a kind, loaded once a session."""

    @lru_cache
    def loaded_on(backend: str) -> Loaded:
        folder = tmp_path_factory.mktemp("loaded")
        sqlite = backend == "sqlite"
        url = f"sqlite:///{folder}/citypeers.db" if sqlite else _create(request.getfixturevalue("postgres"), "loaded")
        database = Database(url)
        load(database)
        search.catch_up(database, folder / "index")
        database.close()
        if not sqlite:
            _create(request.getfixturevalue("postgres"), TEMPLATE, "loaded")
        return Loaded(url, folder / "index")

    return loaded_on


@pytest.fixture(scope="session", params=BACKENDS)
def loaded(request: pytest.FixtureRequest, loaded_on: Callable[[str], Loaded]) -> Loaded:
    """The real data; tests read it, those that write take ``fresh``."""
    return loaded_on(request.param)


def _copied(loaded: Loaded, folder: Path, request: pytest.FixtureRequest) -> Loaded:
    """A copy of the loaded database and its index, in a folder."""
    shutil.copytree(loaded.index, folder / "index", ignore=shutil.ignore_patterns("*.lock"))
    if loaded.url.startswith("sqlite"):
        source = Path(loaded.url.removeprefix("sqlite:///"))
        for part in source.parent.glob(source.name + "*"):
            shutil.copy(part, folder / part.name)
        return Loaded(f"sqlite:///{folder}/{source.name}", folder / "index")
    name = f"t{os.urandom(6).hex()}"
    return Loaded(_create(request.getfixturevalue("postgres"), name, TEMPLATE), folder / "index")


@pytest.fixture
def fresh(loaded: Loaded, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Loaded]:
    """A copy of the loaded database for one test to change."""
    copy = _copied(loaded, tmp_path, request)
    yield copy
    if not copy.url.startswith("sqlite"):
        _drop(request.getfixturevalue("postgres"), copy.url)


@pytest.fixture(scope="session")
def shared(loaded: Loaded, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """A copy for all that only read. What callers leave behind all the same, such as counted tries, is in no other copy."""
    return _copied(loaded, tmp_path_factory.mktemp("shared"), request)


def settings_for(loaded: Loaded, **more: object) -> Settings:
    """Settings of a test instance on one database."""
    nothing_built = loaded.index / "no-front-end"
    places = {"index_dir": loaded.index, "storage_url": f"{loaded.index}-files", "frontend_dir": nothing_built}
    return Settings.model_validate({"environment": "test", "database_url": loaded.url, **places, **more})


@pytest.fixture(scope="session")
def running(shared: Loaded) -> Iterator[TestClient]:
    """The one application of all that only read."""
    with Caller(create_app(settings_for(shared)), raise_server_exceptions=False) as caller:
        yield caller


@pytest.fixture(scope="session")
def callers(
    loaded_on: Callable[[str], Loaded], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[TestClient]]:
    """A caller of the API over each kind of database, for what is asked of them in turns; nobody changes what they hold."""
    copies = [_copied(loaded_on(each), tmp_path_factory.mktemp("callers"), request) for each in BACKENDS]
    with ExitStack() as opened:
        yield [opened.enter_context(Caller(create_app(settings_for(each)), raise_server_exceptions=False)) for each in copies]


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """No time passes, however slow the machine is: who has to wait a second waits until the test ends."""
    moment = clock.now()
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
def client(running: TestClient) -> TestClient:
    """A caller of the API over the real data, which nobody changes."""
    running.cookies.clear()
    return running


@pytest.fixture
def changing(fresh: Loaded) -> Iterator[TestClient]:
    """A caller of the API over a database of the test's own."""
    # Without the cache on PostgreSQL, whose answers may be a moment old there: its own tests say how old.
    exact = {} if fresh.url.startswith("sqlite") else {"response_cache_bytes": 0}
    with Caller(create_app(settings_for(fresh, **exact)), raise_server_exceptions=False) as caller:
        yield caller


@pytest.fixture
def instance(changing: TestClient) -> Instance:
    """The parts behind ``changing``."""
    found: Instance = changing.app.state.instance  # type: ignore[attr-defined]
    return found


def all_read() -> None:
    """Wait for what an application reads beside its first requests."""
    for thread in threading.enumerate():
        if thread.name == main.READING_AHEAD:
            thread.join()
