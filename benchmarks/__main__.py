"""The whole comparison: build the data, start each variant in turn, ask, and write the table."""

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path

from sqlmodel import Session, col, select

from benchmarks import answers, coaching, comparison, dataset, load, notes, postgres, projects, report, servers, signed
from benchmarks.postgres import Missing
from benchmarks.report import OFF, Results
from benchmarks.variants import LIST, ONE, THREE, Variant
from citypeers.core import rendered
from citypeers.core.db import Database
from citypeers.domain.networks import rendering
from citypeers.domain.networks.models import Network

RECORDS, ROUNDS, SECONDS = 100_000, 3, 3.0
QUICK_RECORDS, QUICK_ROUNDS, QUICK_SECONDS = 10_000, 1, 1.0
MOST_SECONDS = 20 * 60
"""No round begins that would end after so long."""
SEARCHERS = 4
PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
_BEGUN = time.monotonic()


def say(text: str) -> None:
    """Tell whoever waits what is going on; the table alone goes to stdout."""
    print(f"{time.monotonic() - _BEGUN:6.0f} s  {text}", file=sys.stderr, flush=True)


@contextmanager
def commits(url: str) -> Iterator[None]:
    """Save one public record a second meanwhile, as an editor would."""
    stop = threading.Event()
    database = Database(url, 1)

    def save() -> None:
        while not stop.wait(1.0):
            with database.transaction() as session:
                rendered.put(session, rendering.rendering(_some(session)))

    thread = threading.Thread(target=save)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        database.close()


def _some(session: Session) -> Network:
    return session.exec(select(Network).order_by(col(Network.slug)).limit(1)).unique().one()


def measure(variant: Variant, results: Results, files: Path, seconds: float, url: str, expected: answers.Expected) -> None:
    """One round of one variant."""
    if variant.name == OFF:  # by the start that is measured, the files of the program are in memory
        with servers.running(variant.command, files / "server.log"):
            pass
    with servers.running(variant.command, files / "server.log") as server, commits(url) if variant.commits else nullcontext():
        answers.check(variant, expected)
        for endpoint, addresses in variant.addresses.items():
            asked = load.write(files / "addresses.txt", addresses)
            if variant.name == report.CACHED:  # what is asked once is kept; slow answers would not all be within the warming
                for address in addresses:
                    servers.fetch(address)
            results.speeds.setdefault((variant.name, endpoint), []).append(load.warmed(asked, seconds))
        if variant.name == OFF:
            results.started_in.append(server.started_in)
            results.beside.append(_beside(variant, files, seconds))
        if variant.name == report.CACHED:
            results.memory.append(server.memory())


def _beside(variant: Variant, files: Path, seconds: float) -> float:
    """Records by id per second while four connections search."""
    searched = load.write(files / "searched.txt", variant.addresses[THREE])
    asked = load.write(files / "addresses.txt", variant.addresses[ONE])
    searching = load.start(searched, seconds + 1, SEARCHERS)
    try:
        time.sleep(0.5)
        return load.measured(asked, seconds).per_second
    finally:
        load.result(searching)


def main() -> int:
    """Run it; 1 where something that is needed is missing."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smaller run; docs/benchmarks.md stays as it is")
    parser.add_argument("--records", type=int, help=f"synthetic networks ({RECORDS:,})")
    parser.add_argument("--rounds", type=int, help=f"interleaved rounds ({ROUNDS})")
    parser.add_argument("--seconds", type=float, help=f"of each measurement ({SECONDS:g})")
    parser.add_argument("--only", default="", help="parts of names of variants, by comma; docs/benchmarks.md stays as it is")
    parser.add_argument("--data", type=Path, help="keep the SQLite data here, and use it again")
    options = parser.parse_args()
    records = options.records or (QUICK_RECORDS if options.quick else RECORDS)
    rounds = options.rounds or (QUICK_ROUNDS if options.quick else ROUNDS)
    seconds = options.seconds or (QUICK_SECONDS if options.quick else SECONDS)
    try:
        text = _run(records, rounds, seconds, options.data, [part for part in options.only.split(",") if part])
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    print(text)
    if not options.quick and not options.only:
        PAGE.write_text(text)
    return 0


def _run(records: int, rounds: int, seconds: float, data: Path | None, only: list[str]) -> str:
    load.program()
    comparison.versions()
    results = Results()
    with ExitStack() as open_:
        socket = open_.enter_context(postgres.server())
        files = Path(open_.enter_context(tempfile.TemporaryDirectory(prefix="citypeers-bench-")))
        built = dataset.built(data or files / "data", records, say)
        say("copying the rows to PostgreSQL")
        copied = dataset.copied_to_postgresql(built, socket)
        say("asking for the answers that all must give")
        with servers.running(comparison.reference(built), files / "server.log"):
            expected = answers.collected(built)
        say("the same networks for the other programs")
        variants = comparison.variants(built, copied, socket, expected, files)
        if only:
            variants = [each for each in variants if any(part in each.name for part in only)]
        done = 0
        while done < rounds:
            began = time.monotonic()
            for variant in variants:
                say(f"round {done + 1} of {rounds}: {variant.name}")
                measure(variant, results, files, seconds, built.sqlite, expected)
            say(f"round {done + 1} of {rounds}: signed in")
            results.signed.append(signed.measured(built, expected.addresses[LIST], files, seconds))
            done += 1
            if time.monotonic() - _BEGUN + (time.monotonic() - began) > MOST_SECONDS:
                break
        (files / "projects").mkdir()
        about_projects = [] if only else projects.table(projects.measured(files / "projects", records, socket, done, seconds, say))
        about_coaching = [] if only else coaching.table(coaching.measured(files / "coaching", say))
        say("shared notes")
        about_notes = [] if only else notes.table(notes.measured(files / "notes"))
        took = time.monotonic() - _BEGUN
        about = [
            f"{records:,} synthetic networks beside the real ones; one server process at a time on one core, wrk on another with "
            f"{load.CONNECTIONS} connections; medians of {done} interleaved rounds of {seconds:g} s each, "
            f"{len(expected.addresses[LIST])} addresses of lists and {len(expected.addresses[ONE])} of records in turn; "
            f"{answers.COMPARED} answers of each compared first. PostgreSQL's files are "
            f"{'in memory' if postgres.IN_MEMORY else 'on the disk'}. The whole took {took / 60:.0f} minutes.",
            *report.machine({"PostgreSQL": postgres.version(), "wrk": load.version()} | comparison.versions()),
        ]
    return "# Benchmarks\n\n" + report.table(
        results, [each.name for each in variants], [*about_projects, *about_coaching, *about_notes, "", *about]
    )


if __name__ == "__main__":
    raise SystemExit(main())
