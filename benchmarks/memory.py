"""What an import of projects takes of memory above what the idle process has, in a process of its own."""

import csv
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR
from citypeers.exchange.imports import foreign
from citypeers.exchange.imports import service as imports
from citypeers.exchange.imports.projects import Projects
from citypeers.exchange.imports.schemas import FIELDS, Reading

EVERY_SECONDS = 0.02


def above_idle(file: Path, url: str) -> float:
    """Megabytes at the peak of an import, in a process of its own, without the pages of mapped files."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.memory", str(file), url], check=True, capture_output=True, text=True)
    return float(done.stdout)


def write(path: Path, rows: Iterable[Mapping[str, Any]], key: str) -> None:
    """Made-up projects as the table that a partner would send, under keys that begin with ``key``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, FIELDS)
        table.writeheader()
        for row in rows:
            (place,) = row["places"]
            texts = {"title": row["title"], "summary": row["summary"], "lesson": row["lessons"][0]["happened"]}
            cells = {f"{name}_{language}": text for name, said in texts.items() for language, text in said.items()}
            lists = {name: ";".join(map(str, row[name])) for name in ("topics", "sdgs")}
            plain = {name: row[name] for name in ("organisation", "maturity", "start")}
            spot = {name: place[name] for name in ("country", "latitude", "longitude")}
            table.writerow({**cells, **lists, **plain, **spot, "place": place["name"], "key": f"{key}{row['key']}"})


def _private() -> int:
    """Kilobytes of this process that no file backs."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon"))


def _measured(file: Path, url: str) -> float:
    database = Database(url, 2)
    empty = file.with_name("empty.csv")
    write(empty, [], "")
    how = Reading(source="benchmark-memory", decimal=".")

    def take_in(path: Path) -> imports.Report:
        records = foreign.Records(path, how)
        return imports.run(database, OPERATOR, Projects(how.source), records, False, False, lambda done, total: None)

    take_in(empty)
    idle = peak = _private()
    stop = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not stop.wait(EVERY_SECONDS):
            peak = max(peak, _private())

    watching = threading.Thread(target=watch)
    watching.start()
    report = take_in(file)
    stop.set()
    watching.join()
    database.close()
    if report.refused or not report.created:
        raise ValueError(report.errors[:3])
    return (peak - idle) / 1024


if __name__ == "__main__":
    print(_measured(Path(sys.argv[1]), sys.argv[2]))
