"""What an import did, or would do, and why rows were refused or their records left as they are."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from citypeers.core.answers import neutral
from citypeers.core.problems import saying
from citypeers.exchange.imports.checking import Checked, Row
from citypeers.exchange.imports.taking import SKIPPED


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

    def judge(self, row: Checked[Row]) -> Row | None:
        """A row that can go on; what is wrong with another is told."""
        if row.row is None:
            self.errors += [RowError(row.line, row.key, wrong.field, wrong.detail) for wrong in row.wrong]
            self.refused += 1
        return row.row

    def refuse(self, line: int, row: str, field: str, detail: str) -> None:
        """Tell that a row cannot go on."""
        self.errors.append(RowError(line, row, field, detail))
        self.refused += 1

    def keep(self, line: int, row: str, outcome: str) -> None:
        """Tell why a record was left as it is, where that is its outcome."""
        if outcome.startswith("kept_"):
            self.kept += 1
            self.errors.append(RowError(line, row, "(kept)", saying(outcome, "en")))

    def as_csv(self) -> str:
        """The refused rows as a table, formulas neutralised."""
        out = io.StringIO(newline="")
        table = csv.writer(out)
        table.writerow(("line", "row", "field", "detail"))
        table.writerows([neutral(cell) for cell in (each.line, each.row, each.field, each.detail)] for each in self.errors)
        return out.getvalue()
