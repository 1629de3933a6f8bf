"""The columns of a table of projects, and how a foreign table is to be read."""

from typing import Annotated

from pydantic import Field

from citypeers.core.forms import Part
from citypeers.core.text import LANGUAGES

TEXTS = ("title", "summary", "problem", "solution", "lesson")
FIELDS = (
    "key",
    *(f"{text}_{language}" for text in TEXTS for language in LANGUAGES),
    "organisation",
    "country",
    "place",
    "latitude",
    "longitude",
    "topics",
    "sdgs",
    "charter_points",
    "maturity",
    "start",
    "end",
    "budget_amount",
    "budget_currency",
    "budget_year",
    "funding_sources",
    "website",
    "source_url",
    "replicates",
)
"""The columns of a table of projects, as the template has them."""
LISTS = frozenset({"topics", "sdgs", "charter_points", "funding_sources"})

Encoding = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]+$", max_length=40)]
Delimiter = Annotated[str, Field(pattern=r"^[,;:|^~\t ]$")]


class Reading(Part):
    """How a foreign file is to be read, kept as a JSON file beside it."""

    source: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    """The name under which the file's keys are remembered, so that a later one changes what this one made."""
    columns: dict[str, str] = {}
    """Column of the file to field of ours; a column that bears our name needs no entry."""
    codes: dict[str, dict[str, str]] = {}
    """Field to the file's values and what they are with us; an empty text drops the value."""
    constants: dict[str, str] = {}
    """Fields that are the same in every row."""
    unknown: list[str] = []
    """Values that say that something is not known."""
    language: str = "en"
    """Of ``title``, ``summary`` and the other texts whose column names no language."""
    encoding: Encoding | None = None
    delimiter: Delimiter | None = None
    sheet: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    """Of a workbook; the first one where none is named."""
    separator: str = ";"
    """Between the values of a list in one cell."""
    decimal: Annotated[str, Field(pattern=r"^[.,]$")] | None = None
    day_first: bool | None = None
    duplicates: dict[Annotated[str, Field(max_length=200)], Annotated[str, Field(pattern=r"^(create|skip|[0-9a-f]{32})$")]] = {}
    """Key of a row that resembles a project here to what it is: ``create`` another, ``skip`` it, or the id of that project."""
