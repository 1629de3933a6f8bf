"""What time it is for all that is kept, so that tests can set it; signed tokens hold by the time that their library asks for."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import structlog

log = structlog.get_logger()


def now() -> datetime:
    """The current instant in UTC."""
    return datetime.now(UTC)


def every(seconds: float, stop: threading.Event, task: str, work: Callable[[], None]) -> None:
    """Work again and again until told to stop; a failure is logged, and the next turn comes all the same."""
    while True:
        try:
            work()
        except Exception:
            log.exception("worker.failed", task=task)
        if stop.wait(seconds):
            return
