"""The worker as a companion of the server: started with it, started again if it falls, ended with it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

PAUSE_SECONDS = 1.0
log = structlog.get_logger()


@contextmanager
def worker() -> Iterator[None]:
    """Keep one worker process running meanwhile."""
    stop = threading.Event()
    thread = threading.Thread(target=_keep, args=(stop,), name="worker-keeper")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _keep(stop: threading.Event) -> None:
    while not stop.is_set():
        command = [sys.executable, "-m", "citypeers", "worker", "--beside", str(os.getpid())]
        process = subprocess.Popen(command)  # noqa: S603  # our own program
        while process.poll() is None and not stop.wait(0.2):
            pass
        if process.poll() is None:
            process.terminate()
            process.wait()
            return
        log.error("worker.ended", status=process.returncode)
        stop.wait(PAUSE_SECONDS)
