"""Imports: every row checked first, then all of them saved in one transaction, or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel
from sqlmodel import Session

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
from citypeers.domain.practices import loading as practices
from citypeers.domain.practices.schemas import PracticeWrite
from citypeers.domain.topics import service as topics
from citypeers.domain.topics.schemas import TopicSchemeWrite
from citypeers.exchange.imports.checking import checked
from citypeers.exchange.imports.files import Located, read_json
from citypeers.exchange.imports.projects import Progress, Projects, Saving
from citypeers.exchange.imports.reporting import Report

Row = TypeVar("Row", bound=BaseModel)
OWN_DATA = "citypeers"
"""The source under which the projects that come with the program have their keys."""
Finder = Callable[[Session, list[Row]], Mapping[int, tuple[str, str]]]
"""Finds the rows that name what there is not: place to field and what to do."""


class Noun(Protocol):
    """Something that can be imported: its key in a file, and the file that comes along."""

    @property
    def key(self) -> str: ...

    @property
    def file(self) -> str: ...

    def read(self, records: Iterable[Located], report: Report) -> Saving:
        """Check every row; what saves those that are right."""


@dataclass(frozen=True)
class Format(Generic[Row]):
    """How one noun is imported: its key in a file, the file that comes along, its row, what names a row, how rows are saved."""

    key: str
    file: str
    row: type[Row]
    identity: Callable[[Row], str]
    save: Callable[[Session, Principal, list[Row], Progress], list[str]]
    missing: Finder[Row] | None = None

    def read(self, records: Iterable[Located], report: Report) -> Saving:
        """Check every row; what saves those that are right."""
        rows = [(each.line, row) for each in checked(records, self.row, self.identity) if (row := report.judge(each)) is not None]

        def save(session: Session, who: Principal, progress: Progress) -> None:
            missing = self.missing(session, [row for _, row in rows]) if self.missing else {}
            for place, (name, detail) in sorted(missing.items()):
                line, row = rows[place]
                report.refuse(line, self.identity(row), name, detail)
            known = [each for place, each in enumerate(rows) if place not in missing]
            outcomes = self.save(session, who, [row for _, row in known], progress)
            report.count(outcomes)
            for (line, row), outcome in zip(known, outcomes, strict=True):
                report.keep(line, self.identity(row), outcome)

        return save


class _Undo(Exception):
    """Leaves the transaction without writing."""


def records(noun: Noun, path: Path) -> list[Located]:
    """The records of a file in the form of those that come with the program."""
    return read_json(path, noun.key)


def run(
    database: Database, who: Principal, noun: Noun, records: Iterable[Located], dry: bool, partly: bool, progress: Progress
) -> Report:
    """Import the records of a file. Nothing is written on a dry run, nor if a row is refused, unless ``partly`` says so."""
    report = Report()
    save = noun.read(records, report)
    try:
        with database.writing_much() as session:
            save(session, who, progress)
            if dry or (report.refused and not partly):
                raise _Undo
        report.written = True
    except _Undo:
        pass
    return report


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


TOPICS = Format("schemes", "topics", TopicSchemeWrite, lambda row: row.id, _save_topics)
ORGANISATIONS = Format(
    "organisations", "organisations", OrganisationWrite, lambda row: row.slug, _save_organisations, _said(organisations.missing)
)
NETWORKS = Format("networks", "networks", InventoryRow, lambda row: row.slug, _save_networks)
MEMBERS = Format("members", "members", MembershipWrite, lambda row: row.identity, _save_members, _said(members.missing))
RULES = Format("rules", "rules", RulesWrite, lambda row: f"{row.network}: {row.valid_from}", _save_rules, _said(rules.missing))
SEATS = Format("seats", "seats", SeatWrite, lambda row: row.identity, _save_seats, _said(loading.missing))
PRACTICES = Format("practices", "practices", PracticeWrite, lambda row: row.key, _save_practices, _said(practices.missing))
PROJECTS = Projects(OWN_DATA)
SEEDED: Sequence[Noun] = (TOPICS, ORGANISATIONS, NETWORKS, MEMBERS, RULES, SEATS, PRACTICES, PROJECTS)
"""What comes with the program, each after what it names."""
