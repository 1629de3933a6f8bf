"""Taking an import back: record by record, each to what it was, unless somebody has changed it since."""

import threading

from sqlalchemy import select, update
from sqlmodel import Session, col

from citypeers.core.db import Database
from citypeers.core.principal import Principal
from citypeers.domain.projects import returning
from citypeers.exchange.imports.runs import service
from citypeers.exchange.imports.runs.models import ImportRow, ImportRun
from citypeers.exchange.imports.runs.states import ImportState, ImportVerb, of_worker
from citypeers.identity import standing

BATCH = 100
REPLICATED, CHANGED_SINCE = "replicated", "changed_since"
TO_UNDO = ("created", "changed", REPLICATED)


def undo(database: Database, id: str, stop: threading.Event) -> None:
    """Put back what an import wrote, the last first, in batches that each keep what they did."""
    while not stop.is_set():
        with database.transaction() as session:
            run = session.get(ImportRun, id, with_for_update=True)
            if run is None or run.state is not ImportState.undoing:
                return
            who = standing.of(session, run.owner) or Principal(run.owner, frozenset())
            left = (col(ImportRow.outcome).in_(TO_UNDO)) | (col(ImportRow.key_source).is_not(None))
            rows = select(ImportRow).where(col(ImportRow.import_id) == id, left).order_by(col(ImportRow.number).desc())
            batch = session.scalars(rows.limit(BATCH)).all()
            for row in batch:
                _put_back(session, who, run, row)
            run.position += len(batch)
            if not batch:
                service.become(run, of_worker(ImportVerb.finish, run.state).target)
                return


def _put_back(session: Session, who: Principal, run: ImportRun, row: ImportRow) -> None:
    """One row; what cannot be put back is told."""
    if row.outcome == REPLICATED:
        is_back = returning.unsay(session, str((row.before or {}).get("id")))
    elif row.outcome in TO_UNDO and row.project_id is not None and row.project_version is not None:
        now = returning.put_back(session, who, row.project_id, row.project_version, row.before)
        is_back = now is not None
        # What an earlier import left is there again, and can be undone in its turn.
        earlier = (col(ImportRow.project_id) == row.project_id, col(ImportRow.project_version) == row.project_version - 1)
        if is_back:
            session.execute(update(ImportRow).where(*earlier).values(project_version=now))
        run.put_back += is_back
        run.left += not is_back
    else:
        is_back = True
    if row.key_source is not None and row.project_id is not None and is_back:
        returning.let_go(session, row.key_source, row.key, row.project_id)
    row.key_source = None
    if not is_back:
        row.wrong = [{"field": "(row)", "code": CHANGED_SINCE, "cell": ""}]
    row.outcome = "put_back" if is_back else CHANGED_SINCE
