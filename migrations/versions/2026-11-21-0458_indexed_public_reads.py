"""indexes for every public read: records by slug; lists joined under one collation"""

from alembic import op

revision = '7d2e9b41c6a5'
down_revision = '99dce0cf7a6d'
branch_labels = None
depends_on = None

COMPARED = {'kind': 40, 'facet': 40, 'value': 200, 'language': 8, 'id': 64}


def upgrade() -> None:
    op.create_index('ix_rendered_slug', 'rendered', ['kind', 'slug'], unique=False)
    if op.get_bind().dialect.name == 'postgresql':  # SQLite has one collation for all
        changes = (f'ALTER COLUMN {name} TYPE VARCHAR({length}) COLLATE "default"' for name, length in COMPARED.items())
        op.execute(f'ALTER TABLE listing {", ".join(changes)}')
