"""One server process at a time, pinned to one core; what it takes until it is ready, and its memory."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HOST = "127.0.0.1"
with socket.create_server((HOST, 0)) as _free:
    PORT: int = _free.getsockname()[1]
READY_WITHIN = 60.0
ROOT = Path(__file__).parents[1]
SERVER_CORE, LOAD_CORE = 0, (os.cpu_count() or 1) - 1


class NotReady(Exception):
    """A server ended or did not answer in time; the text is what it wrote."""


@dataclass(frozen=True)
class Command:
    """How one server is started, and the address that says it is ready."""

    arguments: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    ready: str = "/readyz"


@dataclass(frozen=True)
class Running:
    """A server that answers."""

    process: int
    started_in: float
    """Seconds from the start of the process to the first good answer."""

    def memory(self) -> tuple[float, float]:
        """Megabytes in memory: everything, and without the pages of mapped data files, which the system takes back at will."""
        total = mapped = 0
        data = False
        for line in Path(f"/proc/{self.process}/smaps").read_text().splitlines():
            words = line.split()
            if "-" in words[0] and not words[0].endswith(":"):
                name = words[5] if len(words) > 5 else ""
                data = name.startswith("/") and not name.endswith((".so", "/python3.11")) and ".so." not in name
                data = data and not name.startswith(("/usr/", "/lib", "/dev/zero"))
            elif words[0] == "Rss:":
                total += int(words[1])
                mapped += int(words[1]) if data else 0
        return total / 1024, (total - mapped) / 1024


def pin(core: int) -> None:
    """Keep this process, and those it starts, on one core."""
    os.sched_setaffinity(0, {core})


def fetch(path: str, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
    """One answer of the server that runs."""
    connection = http.client.HTTPConnection(HOST, PORT, timeout=30)
    try:
        connection.request("GET", path, headers=dict(headers or {}))
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


@contextmanager
def running(command: Command, log: Path) -> Iterator[Running]:
    """Start a server and end it; what it writes goes to ``log``."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'backend'}", **command.environment}
    began = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command.arguments,
            env=environment,
            cwd=ROOT,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=lambda: pin(SERVER_CORE),  # no threads of ours run yet
        )
    try:
        yield Running(process.pid, _await(process, command.ready, began, log))
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _await(process: "subprocess.Popen[bytes]", ready: str, began: float, log: Path) -> float:
    while time.perf_counter() - began < READY_WITHIN:
        try:
            if fetch(ready)[0] == 200:
                return time.perf_counter() - began
        except OSError:
            pass
        if process.poll() is not None:
            break
        time.sleep(0.005)
    raise NotReady(log.read_text(errors="replace")[-2_000:])
