"""The small forms that records of every noun are written with."""

import warnings
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.warnings import UnsupportedFieldAttributeWarning

from citypeers.core.text import LanguageMap, Line

Slug = Annotated[str, Field(min_length=2, max_length=120, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Code = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
PartId = Annotated[str, Field(pattern=r"^[a-z0-9]{1,32}$")]
"""What names a part, such as a lesson, within its record for good."""
Count = Annotated[int, Field(ge=0, le=2_000_000_000)]


# The framework reads each body under a name, which means nothing there; it silences this only where it builds the reader at once.
warnings.filterwarnings("ignore", "The 'alias' attribute", UnsupportedFieldAttributeWarning)


class Form(BaseModel):
    """What is asked or answered, by name. What checks and writes it is built when it is first used: most processes use few.

    Pydantic does so under a lock; a ``TypeAdapter`` of a bare form it does not, and may hand one thread what another only begins.
    """

    model_config = ConfigDict(defer_build=True)


class Part(Form):
    """A value inside a record, closed to names it does not know."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, json_schema_serialization_defaults_required=True)


class Source(Part):
    """Where a fact is written: what, where in it, and its address."""

    label: LanguageMap
    locator: LanguageMap | None = None
    url: Line | None = None


class FacetValue(Form):
    """A facet value and how many records it would give."""

    value: str
    count: int
