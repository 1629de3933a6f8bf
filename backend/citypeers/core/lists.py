"""What the public list of any noun is asked with, and how its page is answered."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Generic, TypeVar

from pydantic import ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from citypeers.core.answers import Format, chosen, etag_of, page_body, public_json
from citypeers.core.caller import Instance
from citypeers.core.forms import FacetValue, Form
from citypeers.core.index import MAX_QUERY_CHARACTERS
from citypeers.core.pages import Asked, Catalogue, Page
from citypeers.core.problems import Invalid
from citypeers.core.text import Text, words

MOST_FOUND = 10_000
"""How many records a text filter looks at, best first."""
NOT_STATED = "not_stated"
"""The facet value of records whose source does not say."""
FacetName = TypeVar("FacetName", bound=StrEnum)
Counts = Mapping[str, Sequence[FacetValue]]


class ListQuery(Form):
    """What every list is asked with; a noun adds its filters: any of a filter's values, all of the filters."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[Text | None, Field(max_length=MAX_QUERY_CHARACTERS)] = None
    sort: Annotated[str, Field(max_length=100)] = "name"
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None
    facets: Annotated[str | None, Field(max_length=200, description="facets to count, by comma")] = None
    format: Format | None = None


def found(here: Instance, kind: str, q: str | None) -> dict[str, Any]:
    """The condition of a text: that the index finds the record by it."""
    if q is None or not words(q):
        return {}
    return {"found": {"found": json.dumps(here.index.ids(q, kind, MOST_FOUND))}}


@cache
def _names(facets: type[StrEnum]) -> tuple[str, ...]:
    return tuple(facet.value for facet in facets)


def filters_of(facets: type[StrEnum], query: Form) -> dict[str, Sequence[Any]]:
    """What a query says of each facet that has a filter of its name."""
    return {name: getattr(query, name) for name in _names(facets)}


def wanted(filters: Mapping[str, Sequence[Any]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The filters that are set, each value once."""
    return tuple((facet, tuple(dict.fromkeys(map(str, values)))) for facet, values in filters.items() if values)


def asked(
    here: Instance,
    catalogue: Catalogue,
    query: ListQuery,
    language: str,
    filters: Mapping[str, Sequence[str]],
    conditions: Mapping[str, Any],
) -> Asked:
    """What the parameters mean."""
    return Asked(
        language=language,
        filters=wanted(filters),
        conditions={**conditions, **found(here, catalogue.kind, query.q)},
        sort=catalogue.order(query.sort),
        limit=query.limit,
        cursor=query.cursor,
    )


def facets_of(offered: type[FacetName], query: ListQuery) -> list[FacetName]:
    """The facets asked for; refused if one is not offered."""
    names = [name for name in (query.facets or "").split(",") if name]
    if any(name not in set(offered) for name in names):
        raise Invalid([("query:facets", "facet")])
    return [offered(name) for name in dict.fromkeys(names)]


@dataclass(frozen=True)
class Listing(Generic[FacetName]):
    """The public list of one noun: what can be counted beside it, and how it is written to a file."""

    catalogue: Catalogue
    facets: type[FacetName]
    closed: Mapping[FacetName, Sequence[str]]
    """Facets of which all values are shown, those that nothing has included, in their own order."""
    file: Callable[[Instance, Asked, str, Format], Response]

    async def answer(self, request: Request, here: Instance, language: str, query: ListQuery, asked: Asked) -> Response:
        """One page with its total and the counts asked for, or the whole filtered set as a file."""
        facets = facets_of(self.facets, query)
        format = chosen(query.format, request.headers.get("accept"))
        if format is not Format.json:
            return await here.database.read(False, self.file, here, asked, language, format)
        found, counts = await here.database.read(asked.bounded and not facets, self._page, here, asked, facets)
        counted = _counts_body(counts)
        # A record's digest stands for its item, so the bytes of the page need not be gone through.
        etag = etag_of(language, *found.digests, str(found.total), found.next or "", counted)
        return public_json(request, page_body(found.items, found.next, found.total, counted), language, etag, found.next)

    def _page(self, here: Instance, asked: Asked, facets: Sequence[FacetName]) -> tuple[Page, Counts | None]:
        if asked.bounded and not facets:
            return self.catalogue.page(here.database, asked, here.cursors), None
        kind = self.catalogue.kind
        ids = self.catalogue.passing(here.database, asked.conditions) if asked.conditions else None
        counted = here.marks.counts(here.database, kind, [facet.value for facet in facets], asked.filters, ids)
        # The page walks along the first filter that it can: the fewer records pass that, the sooner it is full.
        narrowest = tuple(sorted(asked.filters, key=lambda each: counted.alone[each[0]]))
        found = self.catalogue.page(here.database, replace(asked, filters=narrowest), here.cursors, total=counted.total)
        if not facets:
            return found, None
        return found, {facet.value: _counts(counted.facets[facet.value], self.closed.get(facet)) for facet in facets}


def _counts(counted: Mapping[str, int], values: Sequence[str] | None) -> list[FacetValue]:
    if values is not None:
        return [FacetValue(value=value, count=counted.get(value, 0)) for value in values]
    most_first = sorted(counted.items(), key=lambda pair: (pair[0] == NOT_STATED, -pair[1], pair[0]))
    return [FacetValue(value=value, count=count) for value, count in most_first]


def _counts_body(counts: Counts | None) -> str:
    """The part of an answer that carries counts."""
    facets = {name: [each.model_dump() for each in values] for name, values in counts.items()} if counts is not None else None
    return f',"facets":{json.dumps(facets, ensure_ascii=False)}'
