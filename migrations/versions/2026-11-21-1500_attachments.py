"""files of projects"""

import sqlalchemy as sa

from alembic import op

from citypeers.core.dates import UTCDateTime

revision = 'c7d20a9e5b13'
down_revision = 'b4e81c6f2d95'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'project_file',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('project_id', sa.String(length=32), nullable=False),
        sa.Column('sha256', sa.String(length=64), nullable=False),
        sa.Column('size', sa.Integer(), nullable=False),
        sa.Column('media_type', sa.String(length=100), nullable=False),
        sa.Column('name', sa.String(length=120), nullable=False),
        sa.Column('width', sa.Integer(), nullable=True),
        sa.Column('height', sa.Integer(), nullable=True),
        sa.Column('uploaded_by', sa.String(length=60), nullable=False),
        sa.Column('uploaded_at', UTCDateTime(), nullable=False),
        sa.Column('is_stored', sa.Boolean(), nullable=False),
        sa.Column('unnamed_since', UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_file_project_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_project_file')),
    )
    op.create_index(op.f('ix_project_file_project_id'), 'project_file', ['project_id'], unique=False)
    op.create_index(op.f('ix_project_file_unnamed_since'), 'project_file', ['unnamed_since'], unique=False)
    # What is served of projects says from now on that it has no attachments; another body has another entity tag.
    op.execute(
        "UPDATE rendered SET whole = substr(whole, 1, length(whole) - 1) || ',\"attachments\":[]}', "
        "digest = substr(digest, 2) || substr(digest, 1, 1) WHERE kind = 'project'"
    )
