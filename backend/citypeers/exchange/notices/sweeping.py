"""What the worker removes once its time is over."""

import threading
from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import Session, col

from citypeers.core import audit, clock, outbox
from citypeers.core.db import Database
from citypeers.core.settings import Settings
from citypeers.exchange.notices import delivery, service
from citypeers.identity.idempotency import KEPT as ANSWERS_KEPT
from citypeers.identity.models import Export, IdempotentAnswer, OneTimeLink
from citypeers.identity.notices import service as notices

EVERY_SECONDS = 3600.0
LOG_KEPT = timedelta(days=30)
"""How far the log of events reaches back; an index further behind is built anew."""
LINKS_KEPT = timedelta(days=30)


def sweep(session: Session, settings: Settings) -> None:
    """Remove what nobody needs any more: old letters, notices, links, archives, answers, events."""
    now = clock.now()
    service.sweep(session, delivery.KEPT)
    notices.sweep(session)
    session.execute(delete(Export).where(col(Export.expires_at) <= now))
    session.execute(delete(OneTimeLink).where(col(OneTimeLink.expires_at) <= now - LINKS_KEPT))
    session.execute(delete(IdempotentAnswer).where(col(IdempotentAnswer.at) <= now - ANSWERS_KEPT))
    outbox.prune(session, now - LOG_KEPT)
    audit.prune(session, now - timedelta(days=settings.audit_days))


def follow(database: Database, settings: Settings, stop: threading.Event) -> None:
    """Sweep every hour until told to stop."""

    def work() -> None:
        with database.transaction() as session:
            sweep(session, settings)

    clock.every(EVERY_SECONDS, stop, "sweep", work)
