"""A real server with the real data and the built screens, on a port of its own, for what drives a browser."""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # without windows, too, words are as wide as readers see them
]
READY_SECONDS = 120
COMMAND = (sys.executable, "-m", "citypeers")


def chromium() -> str:
    """The browser that ``CHROMIUM`` names, or Debian's: if it is there, the one that draws no window around each page."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not found:
        raise SystemExit("Chromium is needed: apt-get install chromium-headless-shell, or set CHROMIUM")
    return found


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "CITYPEERS_ENVIRONMENT": "test",
        "CITYPEERS_DATABASE_URL": f"sqlite:///{folder}/citypeers.db",
        "CITYPEERS_INDEX_DIR": str(folder / "index"),
        "CITYPEERS_STORAGE_URL": str(folder / "files"),
        "CITYPEERS_FRONTEND_DIR": os.environ.get("CITYPEERS_FRONTEND_DIR", "frontend/dist"),
    }


@cache
def _loaded() -> Path:
    """A folder with the migrated database and the real data, made once a process; each server gets a copy."""
    folder = Path(tempfile.mkdtemp(prefix="citypeers-e2e-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for step in ("migrate", "seed"):
        subprocess.run([*COMMAND, step], cwd=ROOT, env=_environment(folder), check=True, capture_output=True)
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the real data below ``folder``; yields the address."""
    shutil.copytree(_loaded(), folder, dirs_exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**_environment(folder), "CITYPEERS_PUBLIC_URL": f"http://localhost:{port}", "PORT": str(port)}
    process = subprocess.Popen([*COMMAND, "serve", "--with-worker"], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(READY_SECONDS)


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/readyz"):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise RuntimeError("the server did not become ready")
