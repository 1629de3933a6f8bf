"""Rooms are tried on a server that listens: lines are dropped, cut and killed as they are in the world."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from citypeers.core.caller import Instance
from citypeers.domain.rooms.note import hub
from citypeers.main import create_app
from tests.conftest import Loaded, settings_for
from tests.domain.rooms.people import close_lines


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
    """Serve an application meanwhile; its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, ws_per_message_deflate=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        close_lines()
        server.should_exit = True
        thread.join()


@pytest.fixture
def app(fresh: Loaded) -> FastAPI:
    """The application that is served."""
    return create_app(settings_for(fresh))


@pytest.fixture
def changing(app: FastAPI) -> Iterator[httpx.Client]:
    """A caller of the API."""
    with listening(app) as address, httpx.Client(base_url=address) as caller:
        yield caller


@pytest.fixture
def instance(app: FastAPI, changing: httpx.Client) -> Instance:
    """The parts behind ``changing``."""
    found: Instance = app.state.instance
    return found


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Access is looked at often, so that tests wait for less."""
    monkeypatch.setattr(hub, "WATCH_SECONDS", 0.05)
