"""Pages of rows that were made or changed last, by keyset: a row that comes meanwhile moves no page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar, cast

from sqlalchemy import Select, and_, func, or_
from sqlalchemy.orm import Mapped, QueryableAttribute
from sqlmodel import Session, col

from citypeers.core.cursors import Cursors


class Row(Protocol):
    """A row that can be put in this order."""

    id: str


class Asked(Protocol):
    """How much of a list is asked for, and from where on."""

    @property
    def limit(self) -> int: ...

    @property
    def cursor(self) -> str | None: ...


R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Newest(Generic[R]):
    """A page, the cursor of the next, and how many rows there are on all pages."""

    rows: Sequence[R]
    next: str | None
    total: int


def page(
    session: Session, statement: Select[R], kind: type[R], at: "Mapped[datetime]", asked: Asked, cursors: Cursors
) -> Newest[R]:
    """The rows of a statement, those with the latest ``at`` first, and of the same instant by id."""
    id = col(kind.id)
    total = session.execute(statement.with_only_columns(func.count(id))).scalar_one()
    order = str(at)
    if asked.cursor:
        instant, last = cursors.read(order, asked.cursor)
        seen = datetime.fromisoformat(str(instant))
        statement = statement.where(or_(at < seen, and_(at == seen, id > last)))
    found = session.scalars(statement.order_by(at.desc(), id).limit(asked.limit + 1)).unique().all()
    shown = found[: asked.limit]
    more = None
    if len(found) > len(shown):
        last_at: datetime = getattr(shown[-1], cast("QueryableAttribute[datetime]", at).key)
        more = cursors.write(order, [last_at.isoformat(), shown[-1].id])
    return Newest(shown, more, total)
