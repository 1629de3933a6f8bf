"""Imports: every row checked first, then all of them saved in one transaction, or none."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel
from sqlmodel import Session

from citypeers.core.answers import neutral
from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR, Principal
from citypeers.core.problems import saying
from citypeers.core.text import spoken
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
from citypeers.domain.practices import loading as practices
from citypeers.domain.practices.schemas import PracticeWrite
from citypeers.domain.projects.resembling import Places
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.domain.topics import service as topics
from citypeers.domain.topics.schemas import TopicSchemeWrite
from citypeers.exchange.imports.checking import Checked, checked
from citypeers.exchange.imports.files import Located, read_json
from citypeers.exchange.imports.taking import SKIPPED, Refusal, Way, judged, take

Row = TypeVar("Row", bound=BaseModel)
OWN_DATA = "citypeers"
"""The source under which the projects that come with the program have their keys."""
Finder = Callable[[Session, list[Row]], Mapping[int, tuple[str, str]]]
"""Finds the rows that name what there is not: place to field and what to do."""
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
    skipped: int = 0
    """Rows that are left out because the mapping says so."""
    refused: int = 0
    errors: list[RowError] = field(default_factory=list)
    written: bool = False

    def count(self, outcomes: Sequence[str]) -> None:
        """Add outcomes of saving."""
        counted = Counter(outcomes)
        self.created += counted["created"]
        self.changed += counted["changed"]
        self.unchanged += counted["unchanged"]
        self.skipped += counted[SKIPPED]

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
    missing: Finder[Row] | None = None


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
    rows = [each for each in checked(records, noun.row, noun.identity) if _is_right(each, report)]
    try:
        with database.transaction() as session:
            known = _known(noun, session, who, rows, report)
            outcomes = noun.save(session, who, [row for _, row in known], progress)
            report.count(outcomes)
            _tell_kept(noun, known, outcomes, report)
            if dry or (report.refused and not partly):
                raise _Undo
        report.written = True
    except _Undo:
        pass
    return report


def _is_right(row: Checked[Row], report: Report) -> bool:
    """Whether a row can go on; what is wrong with it is told."""
    if row.row is None:
        report.errors += [RowError(row.line, row.key, wrong.field, wrong.detail) for wrong in row.wrong]
        report.refused += 1
    return row.row is not None


def _tell_kept(noun: Format[Row], rows: list[tuple[int, Row]], outcomes: list[str], report: Report) -> None:
    """Add what was left as it is, with the reason; the rows bear ``kept`` in their outcome."""
    for (line, row), outcome in zip(rows, outcomes, strict=True):
        if outcome.startswith("kept_"):
            report.kept += 1
            report.errors.append(RowError(line, noun.identity(row), "(kept)", saying(outcome, "en")))


def _known(noun: Format[Row], session: Session, who: Principal, rows: list[Checked[Row]], report: Report) -> list[tuple[int, Row]]:
    """The rows that name only what there is, each with its line."""
    right = [(each.line, each.row) for each in rows if each.row is not None]
    missing = noun.missing(session, [row for _, row in right]) if noun.missing else {}
    for place, (name, detail) in sorted(missing.items()):
        line, row = right[place]
        report.errors.append(RowError(line, noun.identity(row), name, detail))
        report.refused += 1
    return [each for place, each in enumerate(right) if place not in missing]


def _said(find: Callable[[Session, list[Row]], Mapping[int, tuple[str, str]]]) -> Finder[Row]:
    """What finds rows that name what there is not, with its codes in words."""
    return lambda session, rows: {place: (name, saying(code, "en")) for place, (name, code) in find(session, rows).items()}


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


def _save_practices(session: Session, who: Principal, rows: list[PracticeWrite], progress: Progress) -> list[str]:
    outcomes = practices.save_all(session, who, rows)
    progress(len(rows), len(rows))
    return [str(outcome) for outcome in outcomes]


def projects_of(source: str, answers: Mapping[str, str] | None = None) -> Format[ProjectWrite]:
    """How projects are imported whose keys are those of one source.

    With ``answers`` rows are compared with what is there; these say what those are that resemble something.
    """

    def save(session: Session, who: Principal, rows: list[ProjectWrite], progress: Progress) -> list[str]:
        outcomes = [taken.outcome for taken in take(session, who, Way(source, True, answers or {}), rows, {})]
        progress(len(rows), len(rows))
        return outcomes

    def missing(session: Session, rows: list[ProjectWrite]) -> Mapping[int, tuple[str, str]]:
        way = Way(source, True, answers or {}, None if answers is None else Places(session))
        return {place: (wrong.field, _in_words(wrong)) for place, wrong in judged(session, OPERATOR, way, rows).items()}

    return Format("projects", "projects", ProjectWrite, lambda row: row.key, save, missing)


def _in_words(refusal: Refusal) -> str:
    like = "; ".join(f"{each.id} “{spoken(each.title, ('en',))[1]}”" for each in refusal.candidates)
    return f"{saying(refusal.code, 'en')} {like}".rstrip()


TOPICS = Format("schemes", "topics", TopicSchemeWrite, lambda row: row.id, _save_topics)
ORGANISATIONS = Format(
    "organisations", "organisations", OrganisationWrite, lambda row: row.slug, _save_organisations, _said(organisations.missing)
)
NETWORKS = Format("networks", "networks", InventoryRow, lambda row: row.slug, _save_networks)
MEMBERS = Format("members", "members", MembershipWrite, lambda row: row.identity, _save_members, _said(members.missing))
RULES = Format("rules", "rules", RulesWrite, lambda row: f"{row.network}: {row.valid_from}", _save_rules, _said(rules.missing))
SEATS = Format("seats", "seats", SeatWrite, lambda row: row.identity, _save_seats, _said(loading.missing))
PROJECTS = projects_of(OWN_DATA)
PRACTICES = Format("practices", "practices", PracticeWrite, lambda row: row.key, _save_practices, _said(practices.missing))
SEEDED: Sequence[Format[Any]] = (TOPICS, ORGANISATIONS, NETWORKS, MEMBERS, RULES, SEATS, PROJECTS, PRACTICES)
"""What comes with the program, each after what it names."""
