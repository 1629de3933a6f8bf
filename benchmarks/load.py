"""Load by wrk: sixteen connections that ask for a file of addresses in turn."""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.postgres import Missing
from benchmarks.servers import HOST, LOAD_CORE, PORT, pin

CONNECTIONS = 16
LONGER = 12.0
WARMING = 4.0
"""Seconds before a measurement, of every program alike; ours reads what it counts with meanwhile."""
SCRIPT = Path(__file__).with_name("rotate.lua")


@dataclass(frozen=True)
class Speed:
    """What one measurement gave."""

    per_second: float
    p99: float
    """Milliseconds."""


class Failed(Exception):
    """Some answers were not good, so the figure means nothing."""


def program() -> str:
    """Where wrk is."""
    found = shutil.which("wrk")
    if found is None:
        raise Missing("wrk is needed to measure: apt-get install wrk")
    return found


def version() -> str:
    """What wrk calls itself."""
    return subprocess.run([program(), "-v"], check=False, capture_output=True, text=True).stdout.split()[1]


def write(file: Path, addresses: Sequence[str]) -> Path:
    """The addresses that a measurement asks for."""
    file.write_text("\n".join(addresses) + "\n")
    return file


def start(
    addresses: Path, seconds: float, connections: int = CONNECTIONS, headers: Mapping[str, str] | None = None
) -> "subprocess.Popen[str]":
    """Begin to ask."""
    said = [part for name, value in (headers or {}).items() for part in ("-H", f"{name}: {value}")]
    arguments = [program(), "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--timeout", "30s", "-s", str(SCRIPT), *said]
    return subprocess.Popen(
        [*arguments, f"http://{HOST}:{PORT}", "--", str(addresses)],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: pin(LOAD_CORE),
    )


def result(process: "subprocess.Popen[str]") -> Speed:
    """What asking gave, once it has ended."""
    output, _ = process.communicate(timeout=120)
    said = json.loads(output.strip().splitlines()[-1])
    if said["failed"]:
        raise Failed(output)
    return Speed(said["requests"] / said["microseconds"] * 1e6, said["p99"] / 1000)


def measured(addresses: Path, seconds: float, headers: Mapping[str, str] | None = None) -> Speed:
    """Ask for so many seconds; longer where not one answer came by then."""
    speed = result(start(addresses, seconds, headers=headers))
    return speed if speed.per_second else result(start(addresses, LONGER, headers=headers))


def warmed(addresses: Path, seconds: float) -> Speed:
    """As :func:`measured`, of a server that has been asked the same before."""
    start(addresses, WARMING).communicate()
    return measured(addresses, seconds)
