"""Imports that were uploaded: the file in parts, how it is read, how far it has come, and what became of its rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Json, Record, choice
from citypeers.exchange.imports.runs.states import ImportState

KIND = "import"


class ImportRun(Record, table=True):
    """One file on its way. ``version`` counts what people and steps change; how far it has come is not counted."""

    __tablename__ = "import_run"
    __table_args__ = (Index("ix_import_run_owner_created_at", "owner", "created_at"),)

    owner: str = Field(max_length=60)
    """Who uploaded it, as histories name actors; nobody else sees it."""
    noun: str = Field(max_length=40)
    source: str = Field(max_length=60)
    publishes: bool
    file_name: str = Field(max_length=300)
    size: int
    state: ImportState = Field(default=ImportState.open, sa_type=choice(ImportState), index=True)
    reading: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    """How the file is read, and the answers given."""
    seen: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    """What was found out about the file, as far as it is read by now."""
    partly: bool = False
    """Whether the good rows are written even if others are refused."""
    position: int = 0
    """Rows of the file that the present pass is done with."""
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: int = 0
    skipped: int = 0
    refused: int = 0
    put_back: int = 0
    left: int = 0
    """Records that undoing left alone, because somebody has changed them since."""
    failure: str | None = Field(default=None, max_length=60)
    """Names the sentence that says why it could not go on."""
    committed_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UTCDateTime, index=True)


class ImportPart(SQLModel, table=True):
    """A part of the file, so that neither side ever holds it whole."""

    __tablename__ = "import_part"

    import_id: str = Field(primary_key=True, foreign_key="import_run.id", max_length=32, ondelete="CASCADE")
    number: int = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)


class ImportRow(SQLModel, table=True):
    """What became of one row that was not simply the same: what was wrong with it, or what there is to put back."""

    __tablename__ = "import_row"

    import_id: str = Field(primary_key=True, foreign_key="import_run.id", max_length=32, ondelete="CASCADE")
    number: int = Field(primary_key=True)
    line: int
    key: str = Field(max_length=200)
    outcome: str = Field(max_length=40)
    wrong: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    """What is wrong: ``{field, code, cell}``."""
    candidates: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    """Projects that the row may mean: ``{id, title}``."""
    project_id: str | None = Field(default=None, max_length=32, index=True)
    project_version: int | None = None
    before: dict[str, Any] | None = Field(default=None, sa_type=Json)
    key_source: str | None = Field(default=None, max_length=60)
    """Under which name the key was remembered, where this row gave it."""


class ImportMapping(Record, table=True):
    """How the files of somebody are read, kept under a name."""

    __tablename__ = "import_mapping"
    __table_args__ = (Index("uq_import_mapping_owner_name", "owner", "name", unique=True),)

    owner: str = Field(max_length=60)
    name: str = Field(max_length=60)
    reading: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
