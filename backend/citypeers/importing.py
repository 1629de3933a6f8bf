"""The commands that load records from files."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from citypeers.core.principal import OPERATOR
from citypeers.exchange.imports import foreign
from citypeers.exchange.imports import service as imports
from citypeers.exchange.imports.files import Located, UnreadableFile
from citypeers.exchange.imports.projects import Projects
from citypeers.exchange.imports.reporting import Report
from citypeers.exchange.imports.schemas import Reading
from citypeers.terminal import FILE_REFUSED, ROWS_KEPT, console, database_here

import_app = typer.Typer(no_args_is_help=True, help="Load records from files.")
MAPPING = typer.Option("--mapping", help="A JSON file that says what the file's columns and codes are.")
SOURCE = typer.Option("--source", help="Whose keys these are, where no mapping says so.")
ERRORS = typer.Option("--errors", help="Write the refused rows to this CSV file.")


@import_app.command("networks")
def import_networks(
    file: Path,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check and count, write nothing.")] = False,
    partly: Annotated[bool, typer.Option("--partly", help="Write the good rows even if others are refused.")] = False,
) -> None:
    """Load networks from a JSON file in the form of data/networks.json."""
    load(imports.NETWORKS, file, dry_run, partly)


@import_app.command("topics")
def import_topics(file: Path, dry_run: Annotated[bool, typer.Option("--dry-run")] = False) -> None:
    """Load topic schemes from a JSON file in the form of data/topics.json."""
    load(imports.TOPICS, file, dry_run, partly=False)


@import_app.command("organisations")
def import_organisations(file: Path, dry_run: Annotated[bool, typer.Option("--dry-run")] = False) -> None:
    """Load organisations from a JSON file in the form of data/organisations.json."""
    load(imports.ORGANISATIONS, file, dry_run, partly=False)


@import_app.command("members")
def import_members(file: Path, dry_run: Annotated[bool, typer.Option("--dry-run")] = False) -> None:
    """Load dated memberships from a JSON file in the form of data/members.json."""
    load(imports.MEMBERS, file, dry_run, partly=False)


@import_app.command("rules")
def import_rules(file: Path, dry_run: Annotated[bool, typer.Option("--dry-run")] = False) -> None:
    """Load governance rules from a JSON file in the form of data/rules.json."""
    load(imports.RULES, file, dry_run, partly=False)


@import_app.command("projects")
def import_projects(
    file: Path,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", help="A JSON file that says what the file's columns and codes are.")
    ] = None,
    source: Annotated[str, SOURCE] = imports.OWN_DATA,
    errors: Annotated[Path | None, ERRORS] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check and count, write nothing.")] = False,
    partly: Annotated[bool, typer.Option("--partly", help="Write the good rows even if others are refused.")] = False,
) -> None:
    """Load projects: JSON in the form of data/projects.json; or CSV, XLSX, NDJSON, GeoJSON and foreign JSON by their columns."""
    if mapping is None and file.suffix == ".json":
        _end(load(imports.PROJECTS, file, dry_run, partly, errors))
        return
    with _readable(file):
        how = foreign.mapping(mapping) if mapping else Reading(source=source)
        with foreign.opened(file, how) as found:
            notes = found.notes
        for note in notes:
            console.print(f"{file.name}: {note}", markup=False, highlight=False)
        projects = Projects(how.source, how.duplicates)
        _end(_take_in(projects, file, foreign.Records(file, how), dry_run, partly, errors))


@import_app.command("practices")
def import_practices(file: Path, dry_run: Annotated[bool, typer.Option("--dry-run")] = False) -> None:
    """Load practices from a JSON file in the form of data/practices.json."""
    _end(load(imports.PRACTICES, file, dry_run, partly=False))


def _end(report: Report) -> None:
    """Let a script know that something was left as it is."""
    if report.kept:
        raise typer.Exit(ROWS_KEPT)


@import_app.command("template")
def import_template() -> None:
    """Print the header of a table of projects."""
    print(foreign.template(), end="")


@import_app.command("seats")
def import_seats(file: Path, dry_run: Annotated[bool, typer.Option("--dry-run")] = False) -> None:
    """Load dated seats from a JSON file in the form of data/seats.json."""
    load(imports.SEATS, file, dry_run, partly=False)


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    try:
        yield
    except UnreadableFile as error:
        console.print(f"[bold]{file}[/]: {error}. Nothing was written.", markup=True, highlight=False)
        raise typer.Exit(FILE_REFUSED) from None


def load(noun: imports.Noun, file: Path, dry_run: bool, partly: bool, errors: Path | None = None) -> Report:
    """Load a file in the form of those that come with the program."""
    with _readable(file):
        records = imports.records(noun, file)
    return _take_in(noun, file, records, dry_run, partly, errors)


def _take_in(
    noun: imports.Noun, file: Path, records: Iterable[Located], dry_run: bool, partly: bool, errors: Path | None
) -> Report:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with database_here() as database, Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(f"{noun.key} from {file.name}", total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        report = imports.run(database, OPERATOR, noun, records, dry_run, partly, show)
    for refused in report.errors:
        console.print(f"line {refused.line}: {refused.row}: {refused.field}: {refused.detail}", markup=False, highlight=False)
    if errors is not None:
        errors.write_text(report.as_csv(), encoding="utf-8")
    note = "" if report.written else " (nothing written)"
    kept = f"{report.kept} kept as they are, " if report.kept else ""
    skipped = f"{report.skipped} skipped, " if report.skipped else ""
    print(
        f"{noun.key}: {report.created} created, {report.changed} changed, {report.unchanged} unchanged, "
        f"{kept}{skipped}{report.refused} refused{note}"
    )
    if report.refused:
        raise typer.Exit(FILE_REFUSED)
    return report
