"""Who acts: a visitor of the public pages, or the operator at the command line."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    visitor = "visitor"
    administrator = "administrator"


@dataclass(frozen=True, slots=True)
class Principal:
    """The actor of one request or command; ``name`` is what histories show."""

    name: str
    role: Role


VISITOR = Principal("visitor", Role.visitor)
OPERATOR = Principal("operator", Role.administrator)
