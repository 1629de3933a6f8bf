"""Verbs on imports: uploaded, mapped and answered, tried out, committed, cancelled, undone. The steps are the table's."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import delete, func, insert, select
from sqlmodel import Session, col

from citypeers.core import audit, clock, counters, rows
from citypeers.core.db import Database
from citypeers.core.merging import merged, validated
from citypeers.core.principal import Principal, Role
from citypeers.core.problems import Conflict, Forbidden, Invalid, NotFound
from citypeers.domain.members import acting
from citypeers.domain.organisations.models import Organisation
from citypeers.exchange.imports.runs import detecting
from citypeers.exchange.imports.runs.models import KIND, ImportMapping, ImportPart, ImportRow, ImportRun
from citypeers.exchange.imports.runs.schemas import Answered, ImportMove, ImportPatch, ImportUpload, Mapping
from citypeers.exchange.imports.runs.states import ENDED, OF_OWNERS, UNDO_FOR, ImportGuard, ImportState, ImportStep, ImportVerb
from citypeers.identity import accounts

PART_BYTES = 2**20
STAFF = frozenset({Role.administrator, Role.secretariat})
SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".ndjson", ".jsonl", ".json", ".geojson")
MOST_AT_ONCE = 10
"""Imports of one owner that have not ended."""
COUNTED = ("created", "changed", "unchanged", "kept", "skipped", "refused", "put_back", "left")


class ImportWrongStep(Conflict):
    """The step does not lead on from where the import stands."""

    name = "import-wrong-step"


class QuestionsOpen(Conflict):
    """Something about the file as a whole is not certain."""

    name = "import-questions-open"


class RowsRefused(Conflict):
    """Some rows were refused, and nobody has said that the others are to be written without them."""

    name = "import-rows-refused"


class UndoTooLate(Conflict):
    name = "import-undo-too-late"


class TooManyImports(Conflict):
    """Files wait to be committed or cancelled before others come."""

    name = "too-many-imports"


def guard_upload(database: Database, who: Principal) -> None:
    """As :func:`guard`, before a body is taken in."""
    with database.reading() as session:
        guard(session, who)


def guard(session: Session, who: Principal) -> None:
    """Refuse whoever may write no project at all."""
    mine = select(col(Organisation.id)).where(acting.acts_for(col(Organisation.id)).where(who)).limit(1)
    if session.scalar(mine) is None:
        raise Forbidden


def looked_at(database: Database, who: Principal, asked: ImportUpload, path: Path) -> tuple[Answered, dict[str, Any]]:
    """How a file that has just come is read, and what can be told of it; before anything is written, so that nobody waits."""
    how = Answered()
    if asked.mapping is not None:
        with database.reading() as session:
            kept = mapping(session, who, asked.mapping)
            if kept is None:
                raise Invalid([("query:mapping", "mapping_unknown")])
            how = Answered.model_validate(kept.reading)
    return how, detecting.look(path, how.reading(asked.source))


def upload(
    session: Session, who: Principal, asked: ImportUpload, path: Path, size: int, how: Answered, seen: dict[str, Any]
) -> ImportRun:
    """A new import of a file."""
    waiting = select(func.count()).select_from(ImportRun).where(col(ImportRun.owner) == who.name)
    if (session.scalar(waiting.where(col(ImportRun.state).not_in(sorted(ENDED)))) or 0) >= MOST_AT_ONCE:
        raise TooManyImports(most=MOST_AT_ONCE)
    run = ImportRun(
        owner=who.name,
        noun=asked.noun,
        source=asked.source,
        publishes=not who.roles.isdisjoint(STAFF),
        file_name=asked.file,
        size=size,
        reading=how.model_dump(mode="json"),
        seen=seen,
    )
    session.add(run)
    session.flush()
    with path.open("rb") as file:
        for number, content in enumerate(iter(lambda: file.read(PART_BYTES), b"")):
            session.execute(insert(ImportPart).values(import_id=run.id, number=number, content=content))
    audit.record(session, who, "import.uploaded", KIND, run.id, {"source": (None, asked.source)})
    return run


def find(session: Session, who: Principal, id: str, locked: bool = False) -> ImportRun:
    """One of one's own imports; nobody sees those of others."""
    run = session.get(ImportRun, id, with_for_update=locked or None)
    if run is None or run.owner != who.name:
        raise NotFound
    return run


@contextmanager
def file_of(database: Database, run: ImportRun) -> Iterator[Path]:
    """The uploaded file, on the disk while the block lasts."""
    with tempfile.TemporaryDirectory(prefix="citypeers-import-") as folder:
        path = Path(folder) / f"file{suffix_of(run.file_name)}"
        with path.open("wb") as file, database.reading() as session:
            numbers = select(col(ImportPart.number)).where(col(ImportPart.import_id) == run.id).order_by(col(ImportPart.number))
            for number in session.scalars(numbers).all():
                part = select(col(ImportPart.content)).where(col(ImportPart.import_id) == run.id, col(ImportPart.number) == number)
                file.write(session.execute(part).scalar_one())
        yield path


def suffix_of(name: str) -> str:
    """The ending of a file's name, where it is one that says what a file is; other tables are CSV."""
    suffix = Path(name).suffix.lower()
    return suffix if suffix in SUFFIXES else ".csv"


def change(database: Database, who: Principal, id: str, patch: ImportPatch, version: str) -> None:
    """Merge a patch into the mapping and the answers, and look at the file again; what was tried out counts no more."""
    with database.reading() as session:
        run = find(session, who, id)
        _changeable(run, version)
        session.expunge(run)
    asked = merged(run.reading, patch.model_dump(mode="json", exclude_unset=True))
    how = validated(Answered, asked)
    with file_of(database, run) as path:
        seen = detecting.look(path, how.reading(run.source))
    with database.transaction() as session:
        run = find(session, who, id, locked=True)
        _changeable(run, version)
        run.reading, run.seen = how.model_dump(mode="json"), seen
        become(run, ImportState.open)
        begin_anew(session, run)


def _changeable(run: ImportRun, version: str) -> None:
    rows.matches(run, version)
    if run.state not in (ImportState.open, ImportState.checked):
        raise ImportWrongStep(state=run.state.value)


def move(session: Session, who: Principal, id: str, asked: ImportMove, version: str) -> ImportRun:
    """Take a step; what takes long is done by the worker."""
    run = find(session, who, id, locked=True)
    rows.matches(run, version)
    step = OF_OWNERS[ImportVerb(asked.verb)]
    stands(run, step, asked.partly)
    if step.verb is ImportVerb.undo:
        run.position = 0
    elif step.verb is not ImportVerb.cancel:
        begin_anew(session, run)
        run.partly = asked.partly
    become(run, step.target)
    session.flush()
    audit.record(session, who, f"import.{step.verb.value}", KIND, run.id)
    return run


def stands(run: ImportRun, step: ImportStep, partly: bool) -> None:
    """Refuse a step that does not lead on from where an import stands."""
    if run.state not in step.sources:
        raise ImportWrongStep(state=run.state.value)
    for guard in step.guards:
        if guard is ImportGuard.answered and any(each["is_of_file"] for each in run.seen["questions"]):
            raise QuestionsOpen
        if guard is ImportGuard.none_refused and run.refused and not partly:
            raise RowsRefused(refused=run.refused)
        if guard is ImportGuard.within_a_day and (run.ended_at is None or clock.now() - run.ended_at > UNDO_FOR):
            raise UndoTooLate


def may(run: ImportRun) -> list[ImportVerb]:
    """The verbs that the owner may take now."""
    found = []
    for step in OF_OWNERS.values():
        try:
            stands(run, step, partly=True)
        except Conflict:
            continue
        found.append(step.verb)
    return found


def become(run: ImportRun, state: ImportState) -> None:
    """Stand in another state from now on."""
    run.state = state
    run.version += 1
    run.updated_at = clock.now()
    if state in ENDED and run.ended_at is None:
        run.ended_at = run.updated_at
    if state is ImportState.committed:
        run.committed_at = run.updated_at


def begin_anew(session: Session, run: ImportRun) -> None:
    """Forget what became of the rows: they are gone through again."""
    session.execute(delete(ImportRow).where(col(ImportRow.import_id) == run.id))
    run.position, run.failure = 0, None
    for name in COUNTED:
        setattr(run, name, 0)


def mapping(session: Session, who: Principal, name: str) -> ImportMapping | None:
    """One of one's own mappings."""
    mine = (col(ImportMapping.owner) == who.name, col(ImportMapping.name) == name)
    return session.scalars(select(ImportMapping).where(*mine)).one_or_none()


def keep_mapping(session: Session, who: Principal, name: str, write: Mapping) -> ImportMapping:
    """Keep a mapping under a name; what was kept under it before gives way."""
    guard(session, who)
    counters.hold(session)  # of two that begin the same name at once the later one stays
    row = mapping(session, who, name)
    if row is None:
        row = ImportMapping(owner=who.name, name=name)
        session.add(row)
    else:
        row.version += 1
        row.updated_at = clock.now()
    row.reading = write.model_dump(mode="json")
    session.flush()
    return row


def find_mapping(session: Session, who: Principal, name: str) -> ImportMapping:
    """As :func:`mapping`; 404 where there is none."""
    row = mapping(session, who, name)
    if row is None:
        raise NotFound
    return row


def forget_mapping(session: Session, who: Principal, name: str) -> None:
    """Keep a mapping no more."""
    session.delete(find_mapping(session, who, name))


def account_gone(session: Session, who: Principal, account_id: str) -> None:
    """What somebody uploaded goes with their account; what it brought stays."""
    owner = accounts.principal(account_id).name
    session.execute(delete(ImportRun).where(col(ImportRun.owner) == owner))
    session.execute(delete(ImportMapping).where(col(ImportMapping.owner) == owner))


Owned = TypeVar("Owned", ImportRun, ImportMapping)


def _owned(table: type[Owned]) -> Callable[[Session, str], Sequence[Owned]]:
    owner = col(table.owner)
    return lambda session, account_id: session.scalars(
        select(table).where(owner == accounts.principal(account_id).name).order_by(col(table.created_at))
    ).all()


accounts.WHEN_GONE.append(account_gone)
accounts.KEPT |= {"imports": _owned(ImportRun), "import_mappings": _owned(ImportMapping)}
