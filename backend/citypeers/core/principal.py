"""Who acts: a visitor of the public pages, a person signed in, a partner system, or the operator at the command line."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    visitor = "visitor"
    member = "member"
    municipal_representative = "municipal_representative"
    national_representative = "national_representative"
    steward = "steward"
    secretariat = "secretariat"
    administrator = "administrator"
    client = "client"


OF_EVERYTHING = frozenset({Role.visitor, Role.secretariat, Role.administrator})
"""Roles that count for every thing where they hold everywhere; the others count for a thing only where they are held on it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role on one thing, today."""

    role: Role
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Principal:
    """The actor of one request or command; ``name`` is what histories show, a reference and never a person's name."""

    name: str
    roles: frozenset[Role]
    """Roles that hold everywhere."""
    account: str | None = None
    held: frozenset[Held] = frozenset()
    scopes: frozenset[str] = frozenset()
    """What a partner system may do."""
    bound: tuple[str, str] | None = None
    """The kind and id of the one thing that a partner system speaks for; None where it is not bound to one."""

    def acting_on(self, kind: str, id: str) -> frozenset[Role]:
        """Every role that counts for one thing."""
        return (self.roles & OF_EVERYTHING) | {each.role for each in self.held if (each.kind, each.id) == (kind, id)}


VISITOR = Principal("visitor", frozenset({Role.visitor}))
OPERATOR = Principal("operator", frozenset({Role.administrator}))
CLOCK = Principal("clock", frozenset())
"""Time itself, which takes steps of its own."""
