"""records found by their slug"""

from alembic import op

revision = '7d2e9b41c6a5'
down_revision = '99dce0cf7a6d'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('ix_rendered_slug', 'rendered', ['kind', 'slug'], unique=False)
