"""What the worker does because time has passed."""

import threading

from citypeers.core import clock
from citypeers.core.db import Database
from citypeers.core.storage import Storage
from citypeers.domain.projects.attachments import removing
from citypeers.domain.projects.editing import ageing

EVERY_SECONDS = 600.0


def run(database: Database) -> None:
    """Everything that is due now."""
    while True:
        with database.transaction() as session:
            if not ageing.age(session):
                return


def follow(database: Database, storage: Storage, stop: threading.Event) -> None:
    """Do what is due, every ten minutes, until told to stop."""

    def due() -> None:
        run(database)
        removing.remove(database, storage)

    clock.every(EVERY_SECONDS, stop, "deadlines", due)
