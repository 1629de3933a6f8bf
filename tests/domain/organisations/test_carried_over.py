"""A database of the first release keeps its municipalities and members when they become organisations and memberships."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from citypeers import migrating
from citypeers.core.db import Database
from citypeers.core.principal import OPERATOR
from citypeers.exchange.imports import service as imports
from tests.conftest import BACKENDS, DATA, _create

FIRST = "99dce0cf7a6d"
NETWORK = """INSERT INTO network (id, version, created_at, updated_at, slug, state, life, origin, name, label, summary,
 name_variants, keywords, category, founding_type, geographic_scope, work_formats, funding, outputs, emails, websites,
 result_links, profile, sources) VALUES ('n1', 1, '2026-01-01', '2026-01-01', 'old-net', 'published', 'active',
 'public_source', '{"en": "Old"}', '{"en": "Old"}', '{"en": "Old"}', '[]', '[]', 'national', 'top_down', 'germany', '[]',
 '[]', '[]', '[]', '[]', '[]', '[]', '[]')"""
BEFORE = (
    NETWORK,
    "INSERT INTO municipality (id, name, country, aliases, latitude) VALUES ('m1', 'München', 'DE', '[\"Munich\"]', 48.1)",
    "INSERT INTO municipality (id, name, country, aliases) VALUES ('m2', 'Halle', 'DE', '[]')",
    "INSERT INTO municipality (id, name, country, aliases) VALUES ('m3', 'Halle', 'BE', '[]')",
    "INSERT INTO municipality_spelling (folded, municipality_id) VALUES ('munich', 'm1')",
    "INSERT INTO network_member (id, network_id, position, name, country, kind, municipality_id)"
    " VALUES ('x1', 'n1', 0, 'Munich', 'DE', 'municipality', 'm1')",
    "INSERT INTO network_member (id, network_id, position, name, kind) VALUES ('x2', 'n1', 1, 'A club', 'association')",
)


@pytest.fixture(params=BACKENDS)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database in which nothing has happened."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path}/empty.db", 2)
    else:
        database = Database(_create(request.getfixturevalue("postgres"), f"c{abs(hash(tmp_path)):x}"), 2)
    yield database
    database.close()


def test_municipalities_and_members_of_the_first_release_are_carried_over(empty: Database) -> None:
    command.upgrade(migrating.configuration(empty), FIRST)
    with empty.transaction() as session:
        for statement in BEFORE:
            session.connection().exec_driver_sql(statement)
    migrating.upgrade(empty)
    with empty.reading() as session:
        organisations = session.execute(text("SELECT id, slug, name, kind FROM organisation ORDER BY id")).all()
        members = session.execute(text("SELECT id, organisation_id, party, state, observed_on FROM membership ORDER BY id")).all()
        spelled = session.execute(text("SELECT folded, organisation_id FROM organisation_spelling")).all()
    assert [tuple(row) for row in organisations] == [
        ("m1", "muenchen", "München", "municipality"),
        ("m2", "halle-de", "Halle", "municipality"),
        ("m3", "halle", "Halle", "municipality"),
    ]
    assert [tuple(row) for row in members] == [
        ("x1", "m1", "organisation", "active", "2023"),
        ("x2", None, "organisation", "active", "2023"),
    ]
    assert [tuple(row) for row in spelled] == [("munich", "m1")]
    report = imports.run(
        empty,
        OPERATOR,
        imports.ORGANISATIONS,
        imports.records(imports.ORGANISATIONS, DATA / "organisations.json"),
        False,
        False,
        lambda *_: None,
    )
    assert (report.refused, report.changed) == (0, 2)
