"""A PostgreSQL server of the benchmark's own, on a Unix socket in its folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH_BYTES = 12 * 2**30
IN_MEMORY = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH_BYTES
"""What was just copied or written would be read from the disk otherwise, which is another machine's business."""
PLACE = MEMORY if IN_MEMORY else Path("/tmp")
"""Sockets need short paths."""
SETTINGS = "-c shared_buffers=512MB -c max_connections=100 -c synchronous_commit=off -c max_wal_size=8GB"  # docs/operations.md


class Missing(Exception):
    """A program that the benchmark needs is not there; the text says how to install it."""


def _programs() -> Path:
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for place in places:
        if (place / "initdb").exists():
            return place
    raise Missing("PostgreSQL 15 is needed: apt-get install postgresql-15")


def _as_owner(command: list[str]) -> None:
    """PostgreSQL refuses to run as root; then its own user runs it."""
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, check=True, capture_output=True)


def version() -> str:
    """What the server calls itself."""
    return subprocess.run([_programs() / "postgres", "--version"], check=True, capture_output=True, text=True).stdout.split()[2]


@contextmanager
def server() -> Iterator[str]:
    """A running server with an empty database; its socket folder, which is removed at the end."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="citypeers-bench-pg-", dir=PLACE))
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    cluster = folder / "data"
    control = [str(programs / "pg_ctl"), "-D", str(cluster)]
    try:
        _as_owner(
            [str(programs / "initdb"), "-D", str(cluster), "-U", "citypeers", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        )
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} {SETTINGS}"
        _as_owner([*control, "-w", "-o", settings, "-l", str(folder / "log"), "start"])
        try:
            yield str(folder)
        finally:
            _as_owner([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
