"""What the edge knows of one request: the instance's parts, and the caller's language."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header, Request

from citypeers.core.cursors import Cursors
from citypeers.core.db import Database
from citypeers.core.index import TextIndex
from citypeers.core.problems import Invalid
from citypeers.core.settings import Settings
from citypeers.core.text import negotiate


@dataclass(frozen=True)
class Instance:
    """The parts that every request of one process shares."""

    settings: Settings
    database: Database
    index: TextIndex
    cursors: Cursors


async def _instance(request: Request) -> Instance:
    instance: Instance = request.app.state.instance
    return instance


async def _language(accept_language: Annotated[str | None, Header(description="en, de, es or pt")] = None) -> str:
    return negotiate(accept_language)


async def only_known_parameters(request: Request) -> None:
    """Refuse any query parameter where an operation takes none; those that take some refuse the others themselves."""
    if request.scope["query_string"] and not request.scope["route"].dependant.query_params:
        raise Invalid([(f"query:{name}", "extra_forbidden") for name in sorted(request.query_params)])


Here = Annotated[Instance, Depends(_instance)]
Language = Annotated[str, Depends(_language)]
