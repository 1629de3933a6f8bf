"""A place as the facet value that projects are listed under: all that a map needs to know of it stands in the value."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field

from citypeers.core.lists import NOT_STATED
from citypeers.core.text import safe
from citypeers.domain.projects.schemas import Place

LONGEST_NAME = 100
"""Characters; of a longer name the beginning is the value's."""
KEPT = 10_000
"""Values whose parts are remembered."""
_FORM = r"[A-Z]{2}_-?[0-9]{1,2}\.[0-9]{3}_-?[0-9]{1,3}\.[0-9]{3}_[\s\S]{1,100}"
PlaceAsked = Annotated[
    str,
    Field(
        pattern=rf"^({_FORM}|{NOT_STATED})$",
        max_length=140,
        description="as the map of projects names it: country_latitude_longitude_name",
        examples=["DE_48.137_11.575_München"],
    ),
    AfterValidator(safe),
]
"""A place, or that none is stated whose coordinates are known."""


@dataclass(frozen=True)
class Spot:
    """A place as its value tells it."""

    country: str
    latitude: float
    longitude: float
    name: str


def value_of(place: Place) -> str | None:
    """The value that a place is listed under; None where nobody knows where it lies."""
    if place.latitude is None or place.longitude is None:
        return None
    return f"{place.country}_{_written(place.latitude)}_{_written(place.longitude)}_{place.name[:LONGEST_NAME]}"


def _written(degrees: float) -> str:
    """To about a hundred metres; what rounds to zero has no sign."""
    return f"{round(degrees, 3) + 0.0:.3f}"


@lru_cache(maxsize=KEPT)
def spot_of(value: str) -> Spot:
    """The place that a value stands for."""
    country, latitude, longitude, name = value.split("_", 3)
    return Spot(country, float(latitude), float(longitude), name)
