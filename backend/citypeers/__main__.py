"""Where the program begins, and each process of it that serves."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from citypeers.core.garbage import uncollected

if TYPE_CHECKING:
    from fastapi import FastAPI


@contextmanager
def _for_good() -> Iterator[None]:
    """Read modules without the collector, which would go over them again and again, and have it leave them alone later."""
    with uncollected():
        yield
        gc.freeze()


def main() -> None:
    """The command line."""
    with _for_good():
        from citypeers.cli import run
    run()


def application() -> "FastAPI":
    """The application, in a process that may have been started for it alone."""
    with _for_good():
        from citypeers.main import create_app
    return create_app()


if __name__ == "__main__":
    main()
