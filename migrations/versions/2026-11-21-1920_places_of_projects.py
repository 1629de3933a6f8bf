"""projects are listed under their places, so that a map counts them"""

import json
from collections import Counter

import sqlalchemy as sa

from alembic import op

revision = "d41f7b9c02e8"
down_revision = "d4b81f6a2c93"
branch_labels = None
depends_on = None

TEXTS = ("kind", "facet", "value", "language", "key", "id")
LISTING = sa.table("listing", *(sa.column(name, sa.String) for name in TEXTS))
COUNTS = sa.table("listing_count", *(sa.column(name, sa.String) for name in TEXTS[:3]), sa.column("count", sa.Integer))
RENDERED = sa.table("rendered", *(sa.column(name, sa.String) for name in ("kind", "id", "item")))
AT_ONCE = 500


def upgrade() -> None:
    connection = op.get_bind()
    counted, last = Counter(), ""
    while True:
        following = sa.select(RENDERED.c.id, RENDERED.c.item).where(RENDERED.c.kind == "project", RENDERED.c.id > last)
        found = connection.execute(following.order_by(RENDERED.c.id).limit(AT_ONCE)).all()
        if not found:
            break
        last = found[-1].id
        values = {row.id: places(json.loads(row.item)) for row in found}
        here = (LISTING.c.kind == "project", LISTING.c.facet == "all", LISTING.c.id.in_(list(values)))
        rows = [
            {"kind": "project", "facet": "place", "value": value, "language": language, "key": key, "id": id}
            for id, language, key in connection.execute(sa.select(LISTING.c.id, LISTING.c.language, LISTING.c.key).where(*here))
            for value in values[id]
        ]
        if rows:
            connection.execute(sa.insert(LISTING), rows)
        counted.update(value for some in values.values() for value in some)
    if counted:
        rows = [{"kind": "project", "facet": "place", "value": value, "count": count} for value, count in sorted(counted.items())]
        connection.execute(sa.insert(COUNTS), rows)


def places(project: dict) -> set[str]:
    """The values that a project is listed under."""
    known = [place for place in project["places"] if place["latitude"] is not None]
    return {
        f"{place['country']}_{degrees(place['latitude'])}_{degrees(place['longitude'])}_{place['name'][:100]}" for place in known
    } or {"not_stated"}


def degrees(number: float) -> str:
    return f"{round(number, 3) + 0.0:.3f}"
