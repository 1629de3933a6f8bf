"""Public lists of any noun: filters, order, keyset pages, exact totals and facet counts over the narrow table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Self

from sqlalchemy import (
    BindParameter,
    Boolean,
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    column,
    exists,
    false,
    func,
    or_,
    select,
    table,
    tuple_,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from citypeers.core.cursors import Cursors, Values
from citypeers.core.db import Database, Prepared
from citypeers.core.listing import ALL
from citypeers.core.problems import Invalid
from citypeers.core.rendered import utf8, with_display

NAME = "name"
"""The order every list has, in the reader's language."""
EXPORT_PAGE = 500

_LISTING = table("listing", *(column(name) for name in ("kind", "facet", "value", "language", "key", "id")))
_COUNT = table("listing_count", *(column(name) for name in ("kind", "facet", "value", "count")))


class _IsOneOf(FunctionElement[bool]):
    inherit_cache = True
    type = Boolean()

    def self_group(self, against: Any = None) -> Self:
        """As it is: compared with 1, as a boolean is on SQLite otherwise, it would use no index."""
        return self


def is_one_of(expression: ColumnElement[str], strings: BindParameter[str]) -> ColumnElement[bool]:
    """Whether a column holds one of the strings of a JSON array that is bound as one parameter."""
    return _IsOneOf(expression, strings)


@compiles(_IsOneOf, "sqlite")
def _sqlite(element: _IsOneOf, compiler: Any, **options: Any) -> str:
    expression, strings = (compiler.process(each, **options) for each in element.clauses)
    return f"{expression} IN (SELECT value FROM json_each({strings}))"  # noqa: S608  # compiled SQL, no values


@compiles(_IsOneOf, "postgresql")
def _postgresql(element: _IsOneOf, compiler: Any, **options: Any) -> str:
    expression, strings = (compiler.process(each, **options) for each in element.clauses)
    return f"{expression} IN (SELECT jsonb_array_elements_text(CAST({strings} AS jsonb)))"


@dataclass(frozen=True)
class Asked:
    """What a caller wants of a list; facet values and conditions are known to be allowed."""

    language: str
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Facet and its wanted values: any of the values, all of the facets."""
    conditions: Mapping[str, Any] = field(default_factory=dict)
    """Named conditions of the noun, with the values of their parameters."""
    sort: tuple[tuple[str, bool], ...] = ((NAME, False),)
    """Orders and whether they descend."""
    limit: int = 25
    cursor: str | None = None

    @property
    def bounded(self) -> bool:
        """Whether the page is one short walk along an index, whatever the number of records."""
        return (
            self.sort == ((NAME, False),)
            and not self.conditions
            and (not self.filters or (len(self.filters) == 1 and len(self.filters[0][1]) == 1))
        )


@dataclass(frozen=True)
class Page:
    """One page of rendered items."""

    items: list[bytes]
    digests: list[str]
    """What the items' records are digested to, in the same order."""
    next: str | None
    total: int


@dataclass(frozen=True)
class _Shape:
    """Everything that changes the text of a page's statement."""

    language: str
    filters: tuple[tuple[str, int], ...]
    conditions: tuple[str, ...]
    sort: tuple[tuple[str, bool], ...]
    after: tuple[bool, ...] | None
    """For each sort value of the cursor, whether it is null."""
    body: str


class Catalogue:
    """The public list of one noun."""

    def __init__(
        self,
        kind: str,
        noun: Table,
        sorts: Sequence[str],
        conditions: Mapping[str, ColumnElement[bool]],
        called: str = NAME,
    ) -> None:
        self.kind = kind
        self.noun = noun
        self.sorts = (called, *sorts)
        """What a caller may order by; the first, whatever a noun calls it, is the order every list has."""
        self.conditions = conditions
        """Conditions on the noun's own columns or on the id, with the parameters they bind."""
        self._page = lru_cache(maxsize=512)(lambda shape: Prepared(self._build(shape)))
        self._total = lru_cache(maxsize=512)(lambda shape: Prepared(self._build_total(shape)))
        self._passing = lru_cache(maxsize=16)(
            lambda names: Prepared(select(noun.c.id).where(*(conditions[name] for name in names)))
        )

    def order(self, sort: str) -> tuple[tuple[str, bool], ...]:
        """Read ``-updated_at,name``; refused if it names what is not offered."""
        order = [(name.removeprefix("-"), name.startswith("-")) for name in sort.split(",")]
        if len(order) > len(self.sorts) or any(name not in self.sorts for name, _ in order):
            raise Invalid([("query:sort", "sort")])
        return tuple((NAME if name == self.sorts[0] else name, descends) for name, descends in order)

    def page(self, database: Database, asked: Asked, cursors: Cursors, body: str = "item", total: int | None = None) -> Page:
        """One page of ``item`` or ``whole`` forms with the exact total, which is counted where it is not given."""
        order = f"{self.kind}:{asked.language}:{asked.sort}"
        after = cursors.read(order, asked.cursor) if asked.cursor else None
        if after is not None and len(after) != len(asked.sort) + 1:
            raise Invalid([("query:cursor", "cursor")])
        if total == 0:
            return Page(items=[], digests=[], next=None, total=0)
        shape = self._shape(asked, body, after)
        parameters = self._parameters(asked)
        if after is not None:
            parameters |= {f"after_{index}": value for index, value in enumerate(after)}
        rows = database.rows(self._page(shape), parameters | {"size": asked.limit + 1})
        if total is None:
            total = rows[0][0] if rows and rows[0][0] is not None else self.total(database, asked)
        more = len(rows) > asked.limit
        rows = rows[: asked.limit]
        return Page(
            items=[with_display(row[3], row[4]) for row in rows],
            digests=[row[2] for row in rows],
            next=cursors.write(order, [*map(_plain, rows[-1][5:]), rows[-1][1]]) if more else None,
            total=total,
        )

    def every(self, database: Database, asked: Asked, cursors: Cursors) -> Iterator[bytes]:
        """The full forms of the whole filtered set, in order, a bounded number at a time."""
        asked, total = replace(asked, limit=EXPORT_PAGE, cursor=None), None
        while True:
            page = self.page(database, asked, cursors, body="whole", total=total)
            yield from page.items
            if page.next is None:
                return
            asked, total = replace(asked, cursor=page.next), page.total

    def total(self, database: Database, asked: Asked) -> int:
        """How many records pass the filters."""
        rows = database.rows(self._total(self._shape(asked, "item", None)), self._parameters(asked))
        return int(rows[0][0] or 0)

    def passing(self, database: Database, conditions: Mapping[str, Any]) -> list[str]:
        """The ids of the records, public or not, that pass some conditions."""
        parameters = {name: value for bound in conditions.values() for name, value in bound.items()}
        return [id for (id,) in database.rows(self._passing(tuple(conditions)), parameters)]

    def _shape(self, asked: Asked, body: str, after: Values | None) -> _Shape:
        return _Shape(
            language=asked.language,
            filters=tuple((facet, len(values)) for facet, values in asked.filters),
            conditions=tuple(asked.conditions),
            sort=asked.sort,
            after=None if after is None else tuple(value is None for value in after),
            body=body,
        )

    def _parameters(self, asked: Asked) -> dict[str, Any]:
        parameters: dict[str, Any] = {"kind": self.kind, "language": asked.language}
        for facet, values in asked.filters:
            parameters |= {f"{facet}_{index}": value for index, value in enumerate(values)}
        for values in asked.conditions.values():
            parameters |= values
        return parameters

    # -- statements, built once a shape

    def _driver(self, shape: _Shape) -> tuple[ColumnElement[bool], tuple[tuple[str, int], ...]]:
        """The facet value whose rows are walked, and the filters left to check on each."""
        single = next((each for each in shape.filters if each[1] == 1), None)
        if single is None:
            return and_(_LISTING.c.facet == ALL[0], _LISTING.c.value == ALL[1]), shape.filters
        walked = and_(_LISTING.c.facet == single[0], _LISTING.c.value == bindparam(f"{single[0]}_0"))
        return walked, tuple(each for each in shape.filters if each is not single)

    def _where(self, shape: _Shape, walked: ColumnElement[bool], checked: tuple[tuple[str, int], ...]) -> ColumnElement[bool]:
        clauses = [_LISTING.c.kind == bindparam("kind"), walked, _LISTING.c.language == bindparam("language")]
        for facet, number in checked:
            other = _LISTING.alias(f"by_{facet}")
            clauses.append(
                exists().where(
                    other.c.kind == bindparam("kind"),
                    other.c.facet == facet,
                    other.c.value.in_([bindparam(f"{facet}_{index}") for index in range(number)]),
                    other.c.language == bindparam("language"),
                    other.c.key == _LISTING.c.key,
                    other.c.id == _LISTING.c.id,
                )
            )
        clauses += [self.conditions[name] for name in shape.conditions]
        return and_(*clauses)

    def _from(self, shape: _Shape) -> FromClause:
        if shape.conditions or any(name != NAME for name, _ in shape.sort):
            return _LISTING.join(self.noun, self.noun.c.id == _LISTING.c.id)
        return _LISTING

    def _counted(self, shape: _Shape) -> ColumnElement[int] | None:
        """The kept count, where one row of it is the total."""
        _, checked = self._driver(shape)
        if checked or shape.conditions:
            return None
        facet, value = (shape.filters[0][0], bindparam(f"{shape.filters[0][0]}_0")) if shape.filters else ALL
        return (
            select(_COUNT.c.count)
            .where(_COUNT.c.kind == bindparam("kind"), _COUNT.c.facet == facet, _COUNT.c.value == value)
            .scalar_subquery()
        )

    def _build_total(self, shape: _Shape) -> Select[Any]:
        kept = self._counted(shape)
        if kept is not None:
            return select(kept)
        return select(func.count()).select_from(self._from(shape)).where(self._where(shape, *self._driver(shape)))

    def _build(self, shape: _Shape) -> Select[Any]:
        display = f"display_{shape.language}"
        forms = table("rendered", *(column(name) for name in ("kind", "id", "digest", shape.body, display)))
        total = self._counted(shape)
        keys = [(_LISTING.c.key if name == NAME else self.noun.c[name], descends) for name, descends in shape.sort]
        where = self._where(shape, *self._driver(shape))
        if shape.after is not None:
            where = and_(where, _behind([*keys, (_LISTING.c.id, False)], shape.after))
        page = (
            select(
                (total if total is not None else func.nullif(0, 0)).label("total"),
                _LISTING.c.id,
                forms.c.digest,
                utf8(forms.c[shape.body]),
                utf8(forms.c[display]),
                *(key for key, _ in keys),
            )
            .select_from(self._from(shape).join(forms, and_(forms.c.kind == _LISTING.c.kind, forms.c.id == _LISTING.c.id)))
            .where(where)
            .limit(bindparam("size"))
        )
        for (name, _), (key, descends) in zip(shape.sort, keys, strict=True):
            if name != NAME:
                page = page.order_by(key.is_(None))
            page = page.order_by(key.desc() if descends else key)
        return page.order_by(_LISTING.c.id)


def _plain(value: Any) -> str | int | None:
    """A sort value as JSON holds it; PostgreSQL reads instants as objects and takes them back as text."""
    return value.isoformat() if isinstance(value, datetime) else value


def _behind(keys: Sequence[tuple[ColumnElement[Any], bool]], nulls: tuple[bool, ...]) -> ColumnElement[bool]:
    """Rows after the cursor's, nulls last in either direction."""
    binds: list[BindParameter[Any]] = [bindparam(f"after_{index}") for index in range(len(keys))]
    if not any(nulls) and not any(descends for _, descends in keys) and len(keys) == 2 and keys[0][0] is _LISTING.c.key:
        return tuple_(*(key for key, _ in keys)) > tuple_(*binds)
    steps = []
    for index, (key, descends) in enumerate(keys):
        same = [earlier.is_(None) if nulls[place] else earlier == binds[place] for place, (earlier, _) in enumerate(keys[:index])]
        if nulls[index]:
            later: ColumnElement[bool] = false()
        else:
            later = or_(key < binds[index] if descends else key > binds[index], key.is_(None))
        steps.append(and_(*same, later))
    return or_(*steps)
