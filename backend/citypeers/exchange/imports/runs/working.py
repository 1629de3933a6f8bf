"""The worker's part of an import: rows in batches, each with the position it leads to, so that nothing is lost or done twice.

Whoever is killed leaves the position of the last whole batch; whoever comes next reads the file up to it and goes on.
"""

import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice

import structlog
from sqlalchemy import delete, select
from sqlmodel import Session, col

from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.principal import Principal
from citypeers.domain.projects import loading
from citypeers.domain.projects import service as projects
from citypeers.domain.projects.resembling import Places
from citypeers.domain.projects.schemas import ProjectWrite
from citypeers.exchange.imports import foreign
from citypeers.exchange.imports.checking import Checked, checked
from citypeers.exchange.imports.files import Located, UnreadableFile
from citypeers.exchange.imports.runs import service, undoing
from citypeers.exchange.imports.runs.models import ImportPart, ImportRow, ImportRun
from citypeers.exchange.imports.runs.schemas import Answered
from citypeers.exchange.imports.runs.states import AT_WORK, UNDO_FOR, ImportState, ImportVerb, of_worker
from citypeers.exchange.imports.taking import REFUSED, Taken, Way, judged, take
from citypeers.identity import standing

EVERY_SECONDS = 0.5
BATCH = 100
"""Rows of one transaction, so that nobody waits long for it."""
MOST_TRIES = 120
"""A minute of trying: a database that restarts is back by then."""
ABANDONED = timedelta(days=7)
FORGOTTEN = timedelta(days=30)
WRITTEN = ("created", "changed")
log = structlog.get_logger()
Row = Checked[ProjectWrite]


class _Elsewhere(Exception):
    """Somebody else has taken the import further, or its owner has."""


def follow(database: Database, stop: threading.Event) -> None:
    """Go on with what waits, until told to stop."""
    failed: Counter[str] = Counter()
    clock.every(EVERY_SECONDS, stop, "imports", lambda: run(database, stop, failed))


def run(database: Database, stop: threading.Event, failed: Counter[str]) -> None:
    """Everything that waits now; ``failed`` remembers how often in a row each could not go on."""
    with database.reading() as session:
        waiting = select(col(ImportRun.id)).where(col(ImportRun.state).in_(sorted(AT_WORK))).order_by(col(ImportRun.updated_at))
        ids = session.scalars(waiting).all()
    for id in ids:
        if not stop.is_set():
            try:
                go_on(database, id, stop)
                del failed[id]
            except Exception:  # one that fails keeps no other waiting; it is tried again at the next turn
                log.exception("import.failed", id=id)
                failed[id] += 1
                if failed[id] >= MOST_TRIES:
                    _fail(database, id, "import_stuck")
    tidy(database)


def go_on(database: Database, id: str, stop: threading.Event) -> None:
    """Take one import to the end of its pass; a file that turns out to be broken ends it."""
    with database.reading() as session:
        found = session.get(ImportRun, id)
        if found is None or found.state not in AT_WORK:
            return
        session.expunge(found)
    try:
        if found.state is ImportState.undoing:
            undoing.undo(database, id, stop)
        else:
            _rows(database, found, stop)
    except UnreadableFile as error:
        _fail(database, id, error.code)
    except _Elsewhere:
        pass


def _rows(database: Database, found: ImportRun, stop: threading.Event) -> None:
    """One pass over the file: what a dry run tells and what a commit writes come of the same steps."""
    how = Answered.model_validate(found.reading).reading(found.source)
    with service.file_of(database, found) as path:
        with foreign.opened(path, how) as file:
            said = {row.key: row.row.replicates for row in _checked(file.records) if row.row is not None}
        with database.reading() as session:
            places = Places(session)
        way = Way(found.source, found.publishes, how.duplicates, places, frozenset(said))
        position = found.position
        with foreign.opened(path, how) as file:
            rows = _checked(file.records)
            for _ in islice(rows, position):  # done before; read again for what they say of one another
                pass
            while batch := list(islice(rows, BATCH)):
                if stop.is_set():
                    return
                _batch(database, found, position, batch, way)
                position += len(batch)
    _finish(database, found, position, said)


def _checked(records: Iterable[Located]) -> Iterator[Row]:
    return checked(records, ProjectWrite, lambda row: row.key)


def held(session: Session, id: str, state: ImportState, position: int) -> ImportRun:
    """An import that is still where it was left, kept from others until the transaction ends."""
    found = session.get(ImportRun, id, with_for_update=True)
    if found is None or found.state is not state or found.position != position:
        raise _Elsewhere
    return found


def _batch(database: Database, found: ImportRun, position: int, batch: list[Row], way: Way) -> None:
    with database.transaction() as session:
        here = held(session, found.id, found.state, position)
        who = _owner(session, here)
        if who is None:
            fail(session, here, "import_rights_gone")
            return
        if here.state is ImportState.checking:
            trial = session.begin_nested()
            taken = _taken(session, who, way, batch)
            trial.rollback()
        else:
            taken = _taken(session, who, way, batch)
        for number, (row, result) in enumerate(zip(batch, taken, strict=True), position):
            _count(here, result.outcome)
            if (kept := _kept(here, number, row, result)) is not None:
                session.add(kept)
        here.position += len(batch)


def _owner(session: Session, found: ImportRun) -> Principal | None:
    """Whoever uploaded it, with what they may now; None where they may no longer bring what it brings."""
    who = standing.of(session, found.owner)
    return who if who is not None and (not found.publishes or not who.roles.isdisjoint(service.STAFF)) else None


def _taken(session: Session, who: Principal, way: Way, batch: list[Row]) -> list[Taken]:
    writes = [row.row for row in batch if row.row is not None]
    results = iter(take(session, who, way, writes, judged(session, who, way, writes)))
    return [Taken(REFUSED) if row.row is None else next(results) for row in batch]


def _count(found: ImportRun, outcome: str) -> None:
    name = "kept" if outcome.startswith("kept_") else outcome
    setattr(found, name, getattr(found, name) + 1)


def _kept(found: ImportRun, number: int, row: Row, result: Taken) -> ImportRow | None:
    """What there is to tell of a row, or to put back; None of one that was simply the same."""
    wrong = [{"field": each.field, "code": each.code, "cell": each.cell} for each in row.wrong]
    candidates: list[dict[str, object]] = []
    if result.refusal is not None:
        wrong = [{"field": result.refusal.field, "code": result.refusal.code, "cell": ""}]
        candidates = [{"id": each.id, "title": each.title} for each in result.refusal.candidates]
    elif result.outcome.startswith("kept_"):
        wrong = [{"field": "(row)", "code": result.outcome, "cell": ""}]
    is_written = result.outcome in WRITTEN and found.state is ImportState.committing
    gives_key = found.state is ImportState.committing and (result.linked or result.outcome == "created")
    if not (wrong or is_written or gives_key):
        return None
    return ImportRow(
        import_id=found.id,
        number=number,
        line=row.line,
        key=row.key[:200],
        outcome=result.outcome,
        wrong=wrong,
        candidates=candidates,
        project_id=result.project_id,
        project_version=result.version if is_written else None,
        before=result.before if is_written else None,
        key_source=result.source if gives_key else None,
    )


def _finish(database: Database, found: ImportRun, position: int, said: dict[str, str | None]) -> None:
    with database.transaction() as session:
        here = held(session, found.id, found.state, position)
        if here.state is ImportState.committing and here.publishes:
            _replicate(session, here, said)
        finish(session, here)


def _replicate(session: Session, found: ImportRun, said: dict[str, str | None]) -> None:
    """Keep what rows say of one another, once all are there; rows that were not taken say nothing."""
    silent = select(col(ImportRow.key)).where(col(ImportRow.import_id) == found.id, col(ImportRow.outcome).not_in(WRITTEN))
    left_out = set(session.scalars(silent))
    made = loading.replicate(session, {key: original for key, original in said.items() if key not in left_out}, found.source)
    for number, replication in enumerate(made, found.position):
        row = ImportRow(import_id=found.id, number=number, line=0, key="", outcome="replicated", before={"id": replication.id})
        session.add(row)
    projects.render(session, {each.source_id for each in made})


def finish(session: Session, found: ImportRun) -> None:
    """End a pass."""
    service.become(found, of_worker(ImportVerb.finish, found.state).target)
    session.flush()


def _fail(database: Database, id: str, code: str) -> None:
    with database.transaction() as session:
        found = session.get(ImportRun, id, with_for_update=True)
        if found is not None and found.state in AT_WORK:
            fail(session, found, code)


def fail(session: Session, found: ImportRun, code: str) -> None:
    """End an import that cannot go on; what was written until now can be undone."""
    found.failure = code
    service.become(found, of_worker(ImportVerb.fail, found.state).target)
    session.flush()


def tidy(database: Database) -> None:
    """Forget files and what could be put back a day after the end, imports after a month, those that lie about after a week."""
    now = clock.now()
    with database.reading() as session:
        ended = select(col(ImportRun.id)).where(col(ImportRun.ended_at) < now - UNDO_FOR)
        has_file = select(col(ImportPart.import_id)).where(col(ImportPart.import_id).in_(ended)).limit(1)
        waits = col(ImportRun.state).in_((ImportState.open, ImportState.checked))
        lying = select(col(ImportRun.id)).where(waits, col(ImportRun.updated_at) < now - ABANDONED)
        old = select(col(ImportRun.id)).where(col(ImportRun.ended_at) < now - FORGOTTEN)
        due = [session.scalar(each.limit(1)) for each in (has_file, lying, old)]
    if not any(due):
        return
    with database.transaction() as session:
        for found in session.scalars(select(ImportRun).where(col(ImportRun.id).in_(lying)).with_for_update()):
            service.become(found, ImportState.cancelled)
        session.execute(delete(ImportPart).where(col(ImportPart.import_id).in_(ended)))
        session.execute(delete(ImportRow).where(col(ImportRow.import_id).in_(ended), col(ImportRow.outcome).in_(undoing.TO_UNDO)))
        session.execute(delete(ImportRun).where(col(ImportRun.id).in_(old)))
