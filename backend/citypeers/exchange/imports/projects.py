"""Files of published projects, taken in part by part in one transaction, so that memory does not grow with them.

A file is read twice: once for what its rows say of one another, once to save them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlmodel import Session

from citypeers.core import listing
from citypeers.core.principal import Principal
from citypeers.core.problems import saying
from citypeers.core.rows import batched
from citypeers.core.text import spoken
from citypeers.domain.projects import loading, service
from citypeers.domain.projects.loading import KEPT
from citypeers.domain.projects.resembling import Places
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.exchange.imports.checking import Checked, checked
from citypeers.exchange.imports.files import Located
from citypeers.exchange.imports.reporting import Report
from citypeers.exchange.imports.taking import SKIPPED, Refusal, Way, judged, take

PART = 500
"""Rows that are saved together."""
Progress = Callable[[int, int], None]
"""Told how many rows of how many are done."""
Saving = Callable[[Session, Principal, Progress], None]
"""Saves the rows that were read."""


@dataclass(frozen=True)
class Projects:
    """How projects are imported whose keys are those of one source."""

    source: str
    answers: Mapping[str, str] | None = None
    """What rows are that resemble something that is there, by their keys; nothing is compared without."""
    key: str = "projects"
    file: str = "projects"

    def read(self, records: Iterable[Located], report: Report) -> Saving:
        """Check every row; what saves those that are right. The records are read again for it."""
        said = {row.key: row.replicates for each in _checked(records) if (row := report.judge(each)) is not None}

        def save(session: Session, who: Principal, progress: Progress) -> None:
            places = None if self.answers is None else Places(session)
            way = Way(self.source, True, self.answers or {}, places, said)
            silent: set[str] = set()
            done = 0
            with listing.gathered(session):
                for part in batched(_right(records), PART):
                    silent |= _save(session, who, way, part, report)
                    session.flush()
                    session.expunge_all()
                    done += len(part)
                    progress(done, len(said))
                for some in batched((key, original) for key, original in said.items() if original and key not in silent):
                    made = loading.replicate(session, dict(some), self.source)
                    service.render(session, {each.source_id for each in made})
                    session.expunge_all()

        return save


def _checked(records: Iterable[Located]) -> Iterator[Checked[ProjectWrite]]:
    return checked(records, ProjectWrite, lambda row: row.key)


def _right(records: Iterable[Located]) -> Iterator[tuple[int, ProjectWrite]]:
    """The rows that have nothing wrong in themselves, each with its line."""
    return ((each.line, each.row) for each in _checked(records) if each.row is not None)


def _save(session: Session, who: Principal, way: Way, part: list[tuple[int, ProjectWrite]], report: Report) -> set[str]:
    """Save the rows of a part that name only what there is; the keys of those that say nothing of others, being left out."""
    rows = [row for _, row in part]
    refused = judged(session, who, way, rows)
    silent = set()
    for (line, row), taken in zip(part, take(session, who, way, rows, refused), strict=True):
        if taken.refusal is not None:
            report.refuse(line, row.key, taken.refusal.field, _in_words(taken.refusal))
        report.count([taken.outcome])
        report.keep(line, row.key, taken.outcome)
        if taken.refusal is not None or taken.outcome == SKIPPED or taken.outcome in KEPT:
            silent.add(row.key)
    return silent


def _in_words(refusal: Refusal) -> str:
    like = "; ".join(f"{each.id} “{spoken(each.title, ('en',))[1]}”" for each in refusal.candidates)
    return f"{saying(refusal.code, 'en')} {like}".rstrip()
