"""What is written and read of imports."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.forms import Form, Part, Slug
from citypeers.core.text import LanguageMap, Line, Text
from citypeers.exchange.imports.runs.states import ImportActor, ImportGuard, ImportState, ImportVerb
from citypeers.exchange.imports.schemas import Delimiter, Encoding, Reading

SourceName = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=2, max_length=40)]
MappingName = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Answer = Annotated[str, Field(pattern=r"^(create|skip|[0-9a-f]{32})$")]
Column = Annotated[Line, Field(max_length=200)]
Key = Annotated[Line, Field(max_length=200)]
Value = Annotated[Text, Field(max_length=300)]
Texts = Annotated[dict[Column, Value], Field(max_length=1000)]


class Mapping(Part):
    """How a foreign file is read: theirs to ours; what is left out is as the template has it."""

    columns: Texts = {}
    """Column of the file to field of ours; a column that bears our name needs no entry."""
    codes: Annotated[dict[Column, Texts], Field(max_length=50)] = {}
    """Field to the file's values and what they are with us; an empty text drops the value."""
    constants: Texts = {}
    """Fields that are the same in every row."""
    unknown: Annotated[list[Column], Field(max_length=100)] = []
    """Values that say that something is not known."""
    language: Annotated[str, Field(pattern=r"^(en|de|es|pt)$")] = "en"
    """Of texts whose column names no language."""
    encoding: Encoding | None = None
    delimiter: Delimiter | None = None
    sheet: Annotated[Line, Field(max_length=100)] | None = None
    separator: Annotated[Line, Field(max_length=5)] = ";"
    decimal: Literal[".", ","] | None = None
    day_first: bool | None = None


class Answered(Mapping):
    """A mapping, and what the rows of one file are that resemble a project here."""

    duplicates: Annotated[dict[Key, Answer], Field(max_length=10_000)] = {}
    """Key of the row to ``create`` another, ``skip`` it, or the id of the project that it is."""

    def reading(self, source: str) -> Reading:
        """The same, for the reader of files."""
        return Reading.model_validate({**self.model_dump(), "source": source})


class ImportUpload(Form):
    """What is said of a file beside its bytes."""

    model_config = ConfigDict(extra="forbid")

    noun: Literal["projects"]
    source: SourceName
    """Whose keys these are: a later file of the same source changes what an earlier one made."""
    file: Annotated[Line, Field(max_length=200)]
    """Its name; the ending says what it is: csv, xlsx, ndjson, json, geojson."""
    mapping: MappingName | None = None
    """The name of a mapping that was kept."""


class ImportPatch(Part):
    """A merge patch of the mapping and the answers (RFC 7396): what is left out stays, null takes away."""

    columns: dict[Column, Value | None] | None = None
    codes: dict[Column, dict[Column, Value | None] | None] | None = None
    constants: dict[Column, Value | None] | None = None
    unknown: list[Column] | None = None
    language: Annotated[str, Field(pattern=r"^(en|de|es|pt)$")] | None = None
    encoding: Encoding | None = None
    delimiter: Delimiter | None = None
    sheet: Line | None = None
    separator: Line | None = None
    decimal: Literal[".", ","] | None = None
    day_first: bool | None = None
    duplicates: dict[Key, Answer | None] | None = None


class ImportMove(Part):
    """A step; ``partly`` writes the good rows even if others are refused."""

    verb: Literal["dry_run", "commit", "cancel", "undo"]
    partly: bool = False


class Question(Form):
    """What has to be said before a file can be read for certain: what may be, and cells that show it."""

    code: str
    detail: str
    field: str | None
    column: str | None
    cells: list[str]
    answers: dict[str, str]


class Seen(Form):
    """What was found out about a file."""

    format: str | None
    encoding: str | None
    delimiter: str | None
    columns: list[str]
    unread: list[str]
    """Columns that no field is filled from."""
    sheets: list[str]
    sample: list[dict[str, str]]
    """The first rows as they stand there."""
    suggested: dict[str, str]
    """Column to the field that its name sounds like; nothing is read by it unless it is put into the mapping."""


class Counts(Form):
    """How far an import has come."""

    read: int
    created: int
    changed: int
    unchanged: int
    kept: int
    """Records left as they are although the file says something else."""
    skipped: int
    refused: int
    put_back: int
    left: int
    """Records that undoing left alone, because somebody has changed them since."""


class ImportOut(Form):
    """One import, as its owner sees it."""

    id: str
    version: int
    noun: str
    source: str
    file_name: str
    size: int
    state: ImportState
    publishes: bool
    """Whether rows are published, as what public sources say; otherwise they become drafts."""
    partly: bool
    mapping: Answered
    seen: Seen
    questions: list[Question]
    counts: Counts
    failure: str | None
    """Why it could not go on."""
    may: list[ImportVerb]
    created_at: Instant
    updated_at: Instant
    committed_at: Instant | None
    undo_until: Instant | None


class ImportLine(Form):
    """An import in a list."""

    id: str
    version: int
    noun: str
    source: str
    file_name: str
    state: ImportState
    counts: Counts
    created_at: Instant


class ImportPage(Form):
    """A page of one's own imports, the newest first."""

    items: list[ImportLine]
    next: str | None
    total: int


class ImportQuery(Form):
    """Which page is asked for."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None


class ErrorQuery(ImportQuery):
    """Which errors are asked for; every form but JSON carries all of them."""

    format: Literal["json", "csv", "xlsx"] = "json"


class ImportCandidate(Form):
    """A project that a row may mean."""

    id: str
    title: LanguageMap


class RowErrorOut(Form):
    """One thing that is wrong with a row, or why its record stays as it is."""

    line: int
    key: str
    outcome: str
    field: str
    cell: str
    code: str
    detail: str
    candidates: list[ImportCandidate]


class RowErrorPage(Form):
    """A page of what is wrong, by line."""

    items: list[RowErrorOut]
    next: str | None
    total: int


class ImportStepOut(Form):
    """One line of the table of steps."""

    sources: list[ImportState]
    verb: ImportVerb
    target: ImportState
    who: ImportActor
    guards: list[ImportGuard]


class ImportMachine(Form):
    """The table of steps."""

    items: list[ImportStepOut]


class MappingOut(Form):
    """A mapping under its name."""

    name: Slug
    version: int
    mapping: Mapping
    updated_at: Instant


class MappingPage(Form):
    """One's own mappings, by name."""

    items: list[MappingOut]
    next: str | None
    total: int
