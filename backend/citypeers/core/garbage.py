"""When the interpreter looks for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """While a great many objects are made that are all needed until the end: the collector would walk through them in vain.

    It stands still for the whole process, so this is for a part that ends soon.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
