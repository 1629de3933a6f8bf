"""Where the projects are that a list holds: each place once with how many it has, however many projects there are.

Where there are more places than a map shows, those that lie in one cell of a grid are told as one, under the name of
the place that has most.
"""

import heapq
import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Annotated, Any, Self

from pydantic import Field
from pyroaring import BitMap
from sqlalchemy import Select, bindparam, column, select, table

from citypeers.core.caller import Instance
from citypeers.core.db import prepared
from citypeers.core.forms import Country, Form
from citypeers.core.index import MAX_QUERY_CHARACTERS
from citypeers.core.lists import NOT_STATED, filters_of, found, wanted
from citypeers.core.marks import Held
from citypeers.core.pages import is_one_of
from citypeers.core.problems import Invalid
from citypeers.core.text import LanguageMap, Text
from citypeers.domain.projects.models import KIND, Maturity
from citypeers.domain.projects.places import Spot, spot_of
from citypeers.domain.projects.queries import CATALOGUE, Facet, ProjectFilters

MOST = 2_000
"""Places that are told one by one."""
FEW = 300
"""Places beside which projects are named."""
NAMED = 10
"""Projects that are named beside a place."""
CELLS = 64
"""Cells to a degree in the finest grid; each coarser one has half as many."""
COARSEST = 14
"""How often a grid can be halved: then a quarter of the world is one cell."""
_DEGREES = r"-?[0-9]{1,3}(\.[0-9]{1,6})?"


class MapQuery(ProjectFilters):
    """What the map is asked with: the filters of the list, and which part of the world is looked at."""

    q: Annotated[Text | None, Field(max_length=MAX_QUERY_CHARACTERS)] = None
    bbox: Annotated[
        str | None,
        Field(pattern=rf"^{_DEGREES}(,{_DEGREES}){{3}}$", description="west,south,east,north in degrees; west may lie beyond east"),
    ] = None


class MappedProject(Form):
    """A project in a place."""

    id: str
    title: LanguageMap
    maturity: Maturity | None


class MappedPlace(Form):
    """A place, or several that lie near one another, with the number of their projects."""

    value: str
    """What the list is filtered by, of the place with most projects."""
    name: str
    country: Country
    latitude: float
    longitude: float
    places: int
    """How many places this stands for."""
    count: int
    projects: list[MappedProject]
    """The first of them where the answer is short."""


class ProjectMap(Form):
    """Where projects are, most projects first."""

    total: int
    """Projects that pass the filters."""
    mapped: int
    """Of these, projects with a place in the part of the world that is looked at."""
    unplaced: int
    """Of these, projects none of whose places has coordinates."""
    places: int
    """Places in the part of the world that is looked at."""
    items: list[MappedPlace]


@dataclass(frozen=True)
class _Box:
    west: float
    south: float
    east: float
    north: float

    @classmethod
    def of(cls, bbox: str) -> Self:
        box = cls(*map(float, bbox.split(",")))
        if not (-90 <= box.south <= box.north <= 90 and -180 <= box.west <= 180 and -180 <= box.east <= 180):
            raise Invalid([("query:bbox", "bbox")])
        return box

    def holds(self, spot: Spot) -> bool:
        is_between = self.west <= spot.longitude <= self.east
        if self.west > self.east:
            is_between = spot.longitude >= self.west or spot.longitude <= self.east
        return is_between and self.south <= spot.latitude <= self.north


@prepared
def _items() -> Select[Any]:
    row = table("rendered", *(column(name) for name in ("kind", "id", "item")))
    return select(row.c.id, row.c.item).where(row.c.kind == bindparam("kind"), is_one_of(row.c.id, bindparam("ids")))


def answer(here: Instance, query: MapQuery) -> str:
    """The body that tells where the projects are that pass the filters."""
    box = _Box.of(query.bbox) if query.bbox else None
    filters = wanted(filters_of(Facet, query))
    conditions = found(here, KIND, query.q)
    ids = CATALOGUE.passing(here.database, conditions) if conditions else None
    held = here.marks.held(here.database, KIND, Facet.place, filters, ids)
    asked = set(query.place)  # a project of a place that is asked for may have others, which are not
    spots = {value: spot_of(value) for value in held.values if value != NOT_STATED and (not asked or value in asked)}
    seen = {value: spot for value, spot in spots.items() if box is None or box.holds(spot)}
    items = [_gathered(held, cell, spots) for cell in _cells(seen)]
    items.sort(key=lambda each: (-each[0].count, each[0].value))
    if len(items) <= FEW:
        _name(here, held, items)
    return ProjectMap(
        total=len(held.passing),
        mapped=len(BitMap.union(BitMap(), *(held.values[value] for value in seen))),
        unplaced=len(held.values.get(NOT_STATED, ())),
        places=len(seen),
        items=[place for place, _ in items],
    ).model_dump_json()


def _cells(spots: Mapping[str, Spot]) -> Iterable[Sequence[str]]:
    """The places that are told as one: each alone, or those of each cell of the finest grid that is short enough."""
    if len(spots) <= MOST:
        return [[value] for value in spots]
    at = [(floor(spot.latitude * CELLS), floor(spot.longitude * CELLS)) for spot in spots.values()]
    # A coarser grid never has more cells.
    halved = bisect_left(range(COARSEST), True, key=lambda times: _number(at, times) <= MOST)
    cells: dict[tuple[int, int], list[str]] = {}
    for value, (down, across) in zip(spots, at, strict=True):
        cells.setdefault((down >> halved, across >> halved), []).append(value)
    return cells.values()


def _number(at: Iterable[tuple[int, int]], halved: int) -> int:
    """How many cells hold something in the grid that is so many times as coarse as the finest."""
    return len({(down >> halved, across >> halved) for down, across in at})


def _gathered(held: Held, values: Sequence[str], spots: Mapping[str, Spot]) -> tuple[MappedPlace, BitMap]:
    """Some places as one, and its projects."""
    projects = held.values[values[0]] if len(values) == 1 else BitMap.union(*(held.values[value] for value in values))
    first = min(values, key=lambda value: (-len(held.values[value]), value))
    spot = spots[first]
    place = MappedPlace(
        value=first,
        name=spot.name,
        country=spot.country,
        latitude=spot.latitude,
        longitude=spot.longitude,
        places=len(values),
        count=len(projects),
        projects=[],
    )
    return place, projects


def _name(here: Instance, held: Held, items: Sequence[tuple[MappedPlace, BitMap]]) -> None:
    """Say of each place which projects are its first."""
    first = [heapq.nsmallest(NAMED, (held.ids[number] for number in projects)) for _, projects in items]
    ids = sorted({id for some in first for id in some})
    forms = {id: json.loads(item) for id, item in here.database.rows(_items(), {"kind": KIND, "ids": json.dumps(ids)})}
    for (place, _), some in zip(items, first, strict=True):
        # A project may have been withdrawn since it was counted.
        told = ({name: forms[id][name] for name in MappedProject.model_fields} for id in some if id in forms)
        place.projects = [MappedProject.model_validate(each) for each in told]
