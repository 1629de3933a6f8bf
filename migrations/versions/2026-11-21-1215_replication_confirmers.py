"""who confirmed a replication, and why it was abandoned"""

import sqlalchemy as sa

from alembic import op

revision = 'b4e81c6f2d95'
down_revision = 'a6d3f9b07e21'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('replication', sa.Column('source_confirmer', sa.String(length=60), nullable=True))
    op.add_column('replication', sa.Column('adopter_confirmer', sa.String(length=60), nullable=True))
    op.add_column('replication', sa.Column('reason', sa.String(length=500), nullable=True))
