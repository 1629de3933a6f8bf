"""What the edge knows of one request: the instance's parts, and the caller's language."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any, ParamSpec, TypeVar, get_origin
from urllib.parse import parse_qsl

from anyio import CapacityLimiter
from fastapi import Depends, Header, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from sqlmodel import Session

from citypeers.core.cursors import Cursors
from citypeers.core.db import Database
from citypeers.core.files.scanning import Scanner
from citypeers.core.index import TextIndex
from citypeers.core.marks import Marks
from citypeers.core.problems import Forbidden, PreconditionRequired, Unavailable
from citypeers.core.settings import Settings
from citypeers.core.storage import Storage
from citypeers.core.text import negotiate

SEARCHERS = 1
"""Searches at a time in one process."""
HASHERS = 1
"""Hashes of passwords at a time in one process; each takes 64 MiB and a tenth of a second, and memory that others wait for."""
JUDGES = 1
"""Uploaded files that are looked at in one process at a time; a picture takes up to 400 MB unfolded."""
PATIENCE_SECONDS = 20.0
"""How long a request waits for its turn to have a password hashed."""
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Instance:
    """The parts that every request of one process shares."""

    settings: Settings
    database: Database
    index: TextIndex
    cursors: Cursors
    storage: Storage
    scanner: Scanner
    marks: Marks = field(default_factory=Marks)
    searchers: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(SEARCHERS))
    """Searches wait for one another rather than keep the short reads waiting for the interpreter."""
    judges: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(JUDGES))
    """Uploaded files wait for one another rather than unfold side by side."""
    hashers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(HASHERS, "in-line"))

    async def in_line(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Do what hashes a password when its turn comes; those who wait for theirs keep no thread from other requests."""
        turn = self.hashers.submit(copy_context().run, partial(work, *given, **named))
        done = asyncio.wrap_future(turn)
        try:
            return await asyncio.wait_for(asyncio.shield(done), PATIENCE_SECONDS)
        except TimeoutError:
            if turn.cancel():
                raise Unavailable from None
        return await done


AT_ONCE: dict[Callable[..., Any], Callable[[Request], Any]] = {}
"""Dependencies that are read off a request at once, by themselves, and how."""


def at_once(read: Callable[[Request], T]) -> Callable[[Request], Awaitable[T]]:
    """A dependency that ``read`` gives, whatever else an operation takes."""

    async def dependency(request: Request) -> T:
        return read(request)

    AT_ONCE[dependency] = read
    return dependency


def _instance(request: Request) -> Instance:
    instance: Instance = request.app.state.instance
    return instance


async def _language(accept_language: Annotated[str | None, Header(description="en, de, es or pt")] = None) -> str:
    return negotiate(accept_language)


AT_ONCE[_language] = lambda request: negotiate(request.headers.get("accept-language"))


class ForeignOrigin(Forbidden):
    name = "foreign-origin"


def _transaction(request: Request) -> Iterator[Session]:
    with request.app.state.instance.database.transaction() as session:
        yield session


def _reading(request: Request) -> Iterator[Session]:
    with request.app.state.instance.database.reading() as session:
        yield session


def _version(if_match: Annotated[str | None, Header(description="the entity tag of what is changed")] = None) -> str:
    if if_match is None:
        raise PreconditionRequired
    return if_match


Here = Annotated[Instance, Depends(at_once(_instance))]
Writing = Annotated[Session, Depends(_transaction, scope="function")]
"""The one transaction of a request that writes; it is committed before the answer is sent."""
Reading = Annotated[Session, Depends(_reading, scope="function")]
"""One transaction that reads one state of the database."""
IfMatch = Annotated[str, Depends(_version)]
"""The entity tag that a change says it is made to; 428 without."""
Language = Annotated[str, Depends(_language)]

Model = TypeVar("Model", bound=BaseModel)
QUERIES: dict[str, type[BaseModel]] = {}
"""The query models that are read by :func:`queried`, for the contract."""


def queried(model: type[Model]) -> Callable[[Request], Awaitable[Model]]:
    """A dependency that reads a whole query model in one step.

    The framework's own way looks at the type of every field at every request, which took a third of a list's time.
    The operation says ``openapi_extra=asks(model)``, so that the contract shows the parameters all the same.
    """
    lists = {name for name, field in model.model_fields.items() if get_origin(field.annotation) in (list, tuple)}
    QUERIES[model.__name__] = model

    def read(request: Request) -> Model:
        given: dict[str, Any] = {}
        for name, value in parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True):
            if name in lists:
                given.setdefault(name, []).append(value)
            else:
                given[name] = value
        try:
            return model.model_validate(given)
        except ValidationError as error:
            raise RequestValidationError([{**each, "loc": ("query", *each["loc"])} for each in error.errors()]) from None

    return at_once(read)


def asks(model: type[BaseModel]) -> dict[str, Any]:
    """What an operation that is asked by a :func:`queried` model adds to the contract."""
    return {"x-query": model.__name__}
