"""Public reads of topics."""

from collections.abc import Sequence

from citypeers.core import rendered
from citypeers.core.cursors import Cursors
from citypeers.core.db import METADATA, Database
from citypeers.core.pages import Asked, Catalogue, Page
from citypeers.core.problems import NotFound
from citypeers.domain.topics.models import KIND, Topic

CATALOGUE = Catalogue(KIND, METADATA.tables[str(Topic.__tablename__)], sorts=(), conditions={})


def page(database: Database, cursors: Cursors, schemes: Sequence[str], language: str, limit: int, cursor: str | None) -> Page:
    """Topics of the wanted schemes, in the schemes' order."""
    filters = (("scheme", tuple(schemes)),) if schemes else ()
    return CATALOGUE.page(database, Asked(language=language, filters=filters, limit=limit, cursor=cursor), cursors)


def one(database: Database, id: str, language: str) -> tuple[bytes, str]:
    """One topic as it is served, with its entity tag."""
    found = rendered.whole(database, KIND, id, language)
    if found is None:
        raise NotFound
    return found
