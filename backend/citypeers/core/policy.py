"""Permissions as SQL: a rule maps a principal to a condition, so lists and single rows agree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, false, or_, select, true
from sqlalchemy.orm import Mapped
from sqlmodel import Session, SQLModel

from citypeers.core.principal import Principal, Role
from citypeers.core.problems import Forbidden, NotFound

Row = TypeVar("Row", bound=SQLModel)


@dataclass(frozen=True)
class Rule:
    """Which rows a principal may act on."""

    where: Callable[[Principal], ColumnElement[bool]]

    def __or__(self, other: "Rule") -> "Rule":
        return Rule(lambda who: or_(self.where(who), other.where(who)))


def role(needed: Role) -> Rule:
    """Every row, for those who hold the role."""
    return Rule(lambda who: true() if needed in who.roles else false())


def holds(needed: Role, kind: str, on: "Mapped[str]") -> Rule:
    """The things on which the principal holds the role today; ``on`` is the column of their ids."""
    return Rule(lambda who: on.in_([each.id for each in who.held if each.role is needed and each.kind == kind]))


def scoped(scope: str, bound_to: "Mapping[str, Mapped[Any]]") -> Rule:
    """The things of what a partner system with the scope is bound to; ``bound_to`` has the column of each kind's ids."""

    def where(who: Principal) -> ColumnElement[bool]:
        kind, id = who.bound or ("", "")
        return bound_to[kind] == id if scope in who.scopes and kind in bound_to else false()

    return Rule(where)


@dataclass(frozen=True)
class Policy(Generic[Row]):
    """The rules of one noun."""

    model: type[Row]
    see: Rule
    change: Rule

    def find(self, session: Session, who: Principal, *where: ColumnElement[bool], to: Rule | None = None) -> Row:
        """The one row that ``where`` names: 404 if not visible to ``who``, 403 if ``to`` is not allowed."""
        row = session.scalars(select(self.model).where(*where, self.see.where(who))).one_or_none()
        if row is None:
            raise NotFound
        if to is not None and session.scalars(select(self.model).where(*where, to.where(who))).one_or_none() is None:
            raise Forbidden
        return row
