"""A server that ends takes its worker along, whether it is asked to end or killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Loaded

PATIENCE_SECONDS = 60


@contextmanager
def beside(loaded: Loaded) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """A server that begins, and the id of its worker as soon as there is one."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    environment = {
        **os.environ,
        "CITYPEERS_ENVIRONMENT": "test",
        "CITYPEERS_DATABASE_URL": loaded.url,
        "CITYPEERS_INDEX_DIR": str(loaded.index),
        "CITYPEERS_STORAGE_URL": f"{loaded.index}-files",
    }
    command = [sys.executable, "-m", "citypeers", "serve", "--port", port, "--with-worker"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield server, _worker(server.pid)
    finally:
        server.kill()
        server.wait()


def _worker(server: int) -> int:
    children = Path(f"/proc/{server}/task")
    for _ in range(PATIENCE_SECONDS * 100):
        for found in (child for task in children.glob("*/children") for child in task.read_text().split()):
            if "worker" in Path(f"/proc/{found}/cmdline").read_text().split("\0"):
                return int(found)
        time.sleep(0.01)
    raise AssertionError("no worker came")


def _is_gone(process: int) -> bool:
    """Whether a process has ended; one that nobody has waited for yet has."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def _ends(process: int) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if _is_gone(process):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("ready", [False, True], ids=["at once", "when it works"])
def test_a_killed_server_leaves_no_worker(fresh: Loaded, ready: bool) -> None:
    with beside(fresh) as (server, worker):
        if ready:
            time.sleep(3)
        server.kill()
        server.wait()
        assert _ends(worker)


def test_a_server_that_is_asked_to_end_ends_its_worker_first(fresh: Loaded) -> None:
    with beside(fresh) as (server, worker):
        time.sleep(3)
        server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE_SECONDS) == 0
        assert _is_gone(worker)
