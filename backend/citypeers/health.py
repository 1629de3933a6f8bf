"""Whether this process is alive, and whether it is ready: migrated, loaded and searchable."""

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from citypeers.core.caller import Here
from citypeers.core.forms import Form
from citypeers.core.problems import Unavailable
from citypeers.core.rendered import Rendered
from citypeers.migrating import is_current

router = APIRouter(include_in_schema=False)


class Health(Form):
    """A word for a person, beside the status for a machine."""

    status: str


@router.get("/healthz")
async def alive() -> Health:
    """200 while the process answers."""
    return Health(status="alive")


@router.get("/readyz")
def ready(here: Here) -> Health:
    """200 once the database is migrated and holds data, and the index has begun; 503 before."""
    try:
        with here.database.reading() as session:
            loaded = is_current(session) and session.scalar(select(col(Rendered.id)).limit(1)) is not None
        if loaded and here.index.position() > 0:
            return Health(status="ready")
    except SQLAlchemyError:
        pass
    raise Unavailable
