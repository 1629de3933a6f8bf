"""What the worker does because time has passed."""

import threading
from collections.abc import Callable, Sequence

from sqlmodel import Session

from citypeers.core import clock
from citypeers.core.cursors import Cursors
from citypeers.core.db import Database
from citypeers.core.index import TextIndex
from citypeers.core.settings import Settings
from citypeers.core.storage import storage_of
from citypeers.domain.coaching.requests import deadlines as coaching
from citypeers.domain.coaching.results import deadlines as results
from citypeers.domain.following import digests, news
from citypeers.domain.projects.attachments import removing
from citypeers.domain.projects.editing import ageing
from citypeers.domain.rooms import documents
from citypeers.identity.notices import gathering

EVERY_SECONDS = 600.0


def run(database: Database, settings: Settings) -> None:
    """Everything that is due now."""
    cursors = Cursors(settings.secret_key.get_secret_value())
    found = news.found_by(TextIndex(settings.index_dir))
    works: Sequence[Callable[[Session], int]] = (
        ageing.age,
        coaching.run,
        results.run,
        lambda session: digests.send(session, found, cursors),
        lambda session: gathering.send(session, cursors),
    )
    for work in works:
        _all(database, work)
    removing.remove(database, storage_of(settings))
    documents.sweep(database, storage_of(settings))


def _all(database: Database, work: Callable[[Session], int]) -> None:
    """Do some of a work in one transaction after the other until nothing of it is left."""
    while True:
        with database.transaction() as session:
            if not work(session):
                return


def follow(database: Database, settings: Settings, stop: threading.Event) -> None:
    """Do what is due, every ten minutes, until told to stop."""
    clock.every(EVERY_SECONDS, stop, "deadlines", lambda: run(database, settings))
