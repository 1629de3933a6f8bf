"""Imports: every row checked first, then all of them saved in one transaction, or none."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from sqlmodel import Session

from citypeers.core.answers import neutral
from citypeers.core.db import Database
from citypeers.core.principal import Principal
from citypeers.core.problems import saying
from citypeers.domain.members import service as members
from citypeers.domain.members.rules import service as rules
from citypeers.domain.members.rules.schemas import RulesWrite
from citypeers.domain.members.schemas import MembershipWrite
from citypeers.domain.members.seats import loading
from citypeers.domain.members.seats.schemas import SeatWrite
from citypeers.domain.networks import service as networks
from citypeers.domain.networks.inventory import InventoryRow, network_of
from citypeers.domain.networks.models import State
from citypeers.domain.organisations import service as organisations
from citypeers.domain.organisations.schemas import OrganisationWrite
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.domain.topics import service as topics
from citypeers.domain.topics.schemas import TopicSchemeWrite
from citypeers.exchange.imports.files import Located, read_json

Row = TypeVar("Row", bound=BaseModel)
OWN_DATA = "citypeers"
"""The source under which the projects that come with the program have their keys."""
Progress = Callable[[int, int], None]
"""Told how many rows of how many are done."""


@dataclass(frozen=True)
class RowError:
    """Why one row was refused: where it stands, which field, and what to do."""

    line: int
    row: str
    field: str
    detail: str


@dataclass
class Report:
    """What an import did, or would do."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: int = 0
    """Rows whose records were left as they are although the file says something else; ``errors`` says why."""
    refused: int = 0
    errors: list[RowError] = field(default_factory=list)
    written: bool = False

    def count(self, outcomes: Sequence[str]) -> None:
        """Add outcomes of saving."""
        counted = Counter(outcomes)
        self.created += counted["created"]
        self.changed += counted["changed"]
        self.unchanged += counted["unchanged"]

    def as_csv(self) -> str:
        """The refused rows as a table, formulas neutralised."""
        out = io.StringIO(newline="")
        table = csv.writer(out)
        table.writerow(("line", "row", "field", "detail"))
        table.writerows([neutral(cell) for cell in (each.line, each.row, each.field, each.detail)] for each in self.errors)
        return out.getvalue()


@dataclass(frozen=True)
class Format(Generic[Row]):
    """How one noun is imported: its key in a file, the file that comes along, its row, what names a row, how rows are saved."""

    key: str
    file: str
    row: type[Row]
    identity: Callable[[Row], str]
    save: Callable[[Session, Principal, list[Row], Progress], list[str]]
    missing: Callable[[Session, list[Row]], Mapping[int, tuple[str, str]]] | None = None
    """Finds the rows that name what there is not: place to field and code."""


class _Undo(Exception):
    """Leaves the transaction without writing."""


def records(noun: Format[Any], path: Path) -> list[Located]:
    """The records of a file in the form of those that come with the program."""
    return read_json(path, noun.key)


def run(
    database: Database, who: Principal, noun: Format[Row], records: list[Located], dry: bool, partly: bool, progress: Progress
) -> Report:
    """Import the records of a file. Nothing is written on a dry run, nor if a row is refused, unless ``partly`` says so."""
    report = Report()
    checked = _check(noun, records, report)
    try:
        with database.transaction() as session:
            rows = _known(noun, session, checked, report)
            outcomes = noun.save(session, who, [row for _, row in rows], progress)
            report.count(outcomes)
            _tell_kept(noun, rows, outcomes, report)
            if dry or (report.refused and not partly):
                raise _Undo
        report.written = True
    except _Undo:
        pass
    return report


def _check(noun: Format[Row], located: list[Located], report: Report) -> list[tuple[Located, Row]]:
    rows: list[tuple[Located, Row]] = []
    seen: dict[str, int] = {}
    for each in located:
        if each.problems:
            name = str(each.value.get("key", "?"))[:80]
            report.errors += [RowError(each.line, name, doubt.column, doubt.detail) for doubt in each.problems]
            report.refused += 1
            continue
        try:
            row = noun.row.model_validate(each.value)
        except ValidationError as error:
            report.errors += [_error(each, noun, problem["loc"], problem["type"]) for problem in error.errors()]
            report.refused += 1
            continue
        identity = noun.identity(row)
        if identity in seen:
            detail = f"“{identity}” stands in line {seen[identity]} already; each may occur once"
            report.errors.append(RowError(each.line, identity, "slug", detail))
            report.refused += 1
            continue
        seen[identity] = each.line
        rows.append((each, row))
    return rows


def _tell_kept(noun: Format[Row], rows: list[tuple[Located, Row]], outcomes: list[str], report: Report) -> None:
    """Add what was left as it is, with the reason; the rows bear ``kept`` in their outcome."""
    for (located, row), outcome in zip(rows, outcomes, strict=True):
        if outcome.startswith("kept_"):
            report.kept += 1
            report.errors.append(RowError(located.line, noun.identity(row), "(kept)", saying(outcome, "en")))


def _known(noun: Format[Row], session: Session, checked: list[tuple[Located, Row]], report: Report) -> list[tuple[Located, Row]]:
    """The rows that name only what there is."""
    missing = noun.missing(session, [row for _, row in checked]) if noun.missing else {}
    for place, (name, code) in sorted(missing.items()):
        located, row = checked[place]
        report.errors.append(RowError(located.line, noun.identity(row), name, saying(code, "en")))
        report.refused += 1
    return [each for place, each in enumerate(checked) if place not in missing]


def _error(located: Located, noun: Format[Any], location: tuple[str | int, ...], code: str) -> RowError:
    value = located.value if isinstance(located.value, dict) else {}
    name = next((str(value[key])[:80] for key in ("slug", "key", "id", "name") if isinstance(value.get(key), str)), "?")
    return RowError(located.line, name, ".".join(map(str, location)) or "(row)", saying(code, "en"))


def _save_topics(session: Session, who: Principal, rows: list[TopicSchemeWrite], progress: Progress) -> list[str]:
    outcomes = []
    for position, row in enumerate(rows):
        outcomes.append(topics.save_scheme(session, position, row))
        progress(position + 1, len(rows))
    return outcomes


def _save_organisations(session: Session, who: Principal, rows: list[OrganisationWrite], progress: Progress) -> list[str]:
    saved = organisations.save_all(session, rows)
    progress(len(rows), len(rows))
    return [str(outcome) for outcome in saved.outcomes]


def _save_members(session: Session, who: Principal, rows: list[MembershipWrite], progress: Progress) -> list[str]:
    outcomes = members.save_all(session, rows)
    progress(len(rows), len(rows))
    return [str(outcome) for outcome in outcomes]


def _save_rules(session: Session, who: Principal, rows: list[RulesWrite], progress: Progress) -> list[str]:
    outcomes = rules.save_all(session, who, rows)
    progress(len(rows), len(rows))
    return [str(outcome) for outcome in outcomes]


def _save_seats(session: Session, who: Principal, rows: list[SeatWrite], progress: Progress) -> list[str]:
    outcomes = loading.save_all(session, rows)
    progress(len(rows), len(rows))
    return [str(outcome) for outcome in outcomes]


def _save_networks(session: Session, who: Principal, rows: list[InventoryRow], progress: Progress) -> list[str]:
    slugs = networks.known_slugs(session) | {row.slug for row in rows}
    filed = topics.by_source_term(session)
    writes = []
    for done, row in enumerate(rows, 1):
        writes.append(network_of(row, slugs, filed))
        progress(done, len(rows))
    return [str(outcome) for outcome in networks.save_all(session, who, writes, State.published).values()]


def projects_of(source: str) -> Format[ProjectWrite]:
    """How projects are imported whose keys are those of one source."""

    def save(session: Session, who: Principal, rows: list[ProjectWrite], progress: Progress) -> list[str]:
        outcomes = projects.save_all(session, who, rows, source)
        progress(len(rows), len(rows))
        return [str(outcome) for outcome in outcomes]

    return Format(
        "projects",
        "projects",
        ProjectWrite,
        lambda row: row.key,
        save,
        lambda session, rows: projects.missing(session, rows, source),
    )


TOPICS = Format("schemes", "topics", TopicSchemeWrite, lambda row: row.id, _save_topics)
ORGANISATIONS = Format(
    "organisations", "organisations", OrganisationWrite, lambda row: row.slug, _save_organisations, organisations.missing
)
NETWORKS = Format("networks", "networks", InventoryRow, lambda row: row.slug, _save_networks)
MEMBERS = Format("members", "members", MembershipWrite, lambda row: row.identity, _save_members, members.missing)
RULES = Format("rules", "rules", RulesWrite, lambda row: f"{row.network}: {row.valid_from}", _save_rules, rules.missing)
SEATS = Format("seats", "seats", SeatWrite, lambda row: row.identity, _save_seats, loading.missing)
PROJECTS = projects_of(OWN_DATA)
SEEDED: Sequence[Format[Any]] = (TOPICS, ORGANISATIONS, NETWORKS, MEMBERS, RULES, SEATS, PROJECTS)
"""What comes with the program, each after what it names."""
