"""What the public list of any noun is asked with, and how its page is answered."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from citypeers.core.answers import Format, page_body
from citypeers.core.caller import Instance
from citypeers.core.forms import FacetValue
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


class ListQuery(BaseModel):
    """What every list is asked with; a noun adds its filters: any of a filter's values, all of the filters."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[Text | None, Field(max_length=MAX_QUERY_CHARACTERS)] = None
    sort: Annotated[str, Field(max_length=100)] = "name"
    limit: Annotated[int, Field(ge=1, le=100)] = 25
    cursor: Annotated[str | None, Field(max_length=1000)] = None
    facets: Annotated[str | None, Field(max_length=200, description="facets to count, by comma")] = None
    format: Format | None = None


def asked(
    here: Instance,
    catalogue: Catalogue,
    query: ListQuery,
    language: str,
    filters: Mapping[str, Sequence[str]],
    conditions: Mapping[str, Any],
) -> Asked:
    """What the parameters mean: the text looked up, each filter's values once."""
    found = {}
    if query.q is not None and words(query.q):
        found["found"] = {"found": json.dumps(here.index.ids(query.q, catalogue.kind, MOST_FOUND))}
    return Asked(
        language=language,
        filters=tuple((facet, tuple(dict.fromkeys(map(str, values)))) for facet, values in filters.items() if values),
        conditions={**conditions, **found},
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


def page(
    here: Instance,
    catalogue: Catalogue,
    asked: Asked,
    facets: Sequence[FacetName],
    closed: Mapping[FacetName, Sequence[str]],
) -> tuple[Page, Counts | None]:
    """One page with its total, and the counts asked for; of ``closed`` facets all values are shown, in their own order."""
    found = catalogue.page(here.database, asked, here.cursors)
    if not facets:
        return found, None
    return found, {facet.value: _counts(catalogue.facet(here.database, asked, facet.value), closed.get(facet)) for facet in facets}


def _counts(counted: Mapping[str, int], values: Sequence[str] | None) -> list[FacetValue]:
    if values is not None:
        return [FacetValue(value=value, count=counted.get(value, 0)) for value in values]
    most_first = sorted(counted.items(), key=lambda pair: (pair[0] == NOT_STATED, -pair[1], pair[0]))
    return [FacetValue(value=value, count=count) for value, count in most_first]


def body(found: Page, counts: Counts | None) -> str:
    """The answer that carries a page."""
    facets = {name: [each.model_dump() for each in values] for name, values in counts.items()} if counts is not None else None
    return page_body(found.items, found.next, found.total, f',"facets":{json.dumps(facets, ensure_ascii=False)}')
