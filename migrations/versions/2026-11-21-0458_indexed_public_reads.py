"""indexes for every public read: records by slug; lists joined under one collation"""

from alembic import op

revision = '7d2e9b41c6a5'
down_revision = '99dce0cf7a6d'
branch_labels = None
depends_on = None

SHORT_FIRST = ('kind', 'id', 'slug', 'version', 'digest', 'item', 'display_en', 'display_de', 'display_es', 'display_pt', 'whole')
"""A list reads no page of the long text behind the short ones."""
COMPARED = {'kind': 40, 'facet': 40, 'value': 200, 'language': 8, 'id': 64}


def upgrade() -> None:
    if op.get_bind().dialect.name == 'sqlite':  # PostgreSQL keeps long texts apart by itself
        with op.batch_alter_table('rendered', recreate='always', partial_reordering=[SHORT_FIRST]):
            pass
    else:  # SQLite has one collation for all
        changes = (f'ALTER COLUMN {name} TYPE VARCHAR({length}) COLLATE "default"' for name, length in COMPARED.items())
        op.execute(f'ALTER TABLE listing {", ".join(changes)}')
    op.create_index('ix_rendered_slug', 'rendered', ['kind', 'slug'], unique=False)
