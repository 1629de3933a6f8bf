"""What every command has in common: the instance's database, and refusals as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from pydantic import ValidationError
from rich.console import Console

from citypeers.core.db import Database
from citypeers.core.problems import Problem, document, saying
from citypeers.core.settings import Settings

console = Console(stderr=True)
FILE_REFUSED = 2
"""Exit status where a file, a row or a value was refused."""
ROWS_KEPT = 3
"""Exit status where all went well, but some records were left as they are although the file says something else."""


@contextmanager
def database_here(threads: int = 2) -> Iterator[Database]:
    """The instance's database, for one command."""
    database = Database(Settings().database_url, threads)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def values() -> Iterator[None]:
    """Print what is wrong with what was given, and end with its status."""
    try:
        yield
    except ValidationError as error:
        for each in error.errors():
            console.print(f"{each['loc'][0]}: {saying(each['type'], 'en')}", highlight=False)
        raise typer.Exit(FILE_REFUSED) from None


@contextmanager
def refusals() -> Iterator[None]:
    """Print a refusal as a sentence and end with its status."""
    try:
        yield
    except Problem as problem:
        refused = document(problem, "en", None)
        console.print(f"{refused['title']}. {refused['detail']}", highlight=False)
        for each in refused["errors"]:
            console.print(f"{each['pointer']}: {each['detail']}", highlight=False)
        raise typer.Exit(FILE_REFUSED) from None
