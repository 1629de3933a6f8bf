"""imports: files in parts, what became of their rows, mappings that are kept"""

import sqlalchemy as sa

from alembic import op

from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Json

revision = 'c7a2e90d41f8'
down_revision = 'c7d20a9e5b13'
branch_labels = None
depends_on = None

STATES = ('open', 'checking', 'checked', 'committing', 'committed', 'undoing', 'undone', 'cancelled', 'failed')


def upgrade() -> None:
    op.create_table('import_run',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('owner', sa.String(length=60), nullable=False),
    sa.Column('noun', sa.String(length=40), nullable=False),
    sa.Column('source', sa.String(length=60), nullable=False),
    sa.Column('publishes', sa.Boolean(), nullable=False),
    sa.Column('file_name', sa.String(length=300), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum(*STATES, name='importstate', native_enum=False, length=40), nullable=False),
    sa.Column('reading', Json, nullable=False),
    sa.Column('seen', Json, nullable=False),
    sa.Column('partly', sa.Boolean(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('created', sa.Integer(), nullable=False),
    sa.Column('changed', sa.Integer(), nullable=False),
    sa.Column('unchanged', sa.Integer(), nullable=False),
    sa.Column('kept', sa.Integer(), nullable=False),
    sa.Column('skipped', sa.Integer(), nullable=False),
    sa.Column('refused', sa.Integer(), nullable=False),
    sa.Column('put_back', sa.Integer(), nullable=False),
    sa.Column('left', sa.Integer(), nullable=False),
    sa.Column('failure', sa.String(length=60), nullable=True),
    sa.Column('committed_at', UTCDateTime(), nullable=True),
    sa.Column('ended_at', UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_run'))
    )
    op.create_index('ix_import_run_owner_created_at', 'import_run', ['owner', 'created_at'], unique=False)
    op.create_index(op.f('ix_import_run_state'), 'import_run', ['state'], unique=False)
    op.create_index(op.f('ix_import_run_ended_at'), 'import_run', ['ended_at'], unique=False)
    op.create_table('import_part',
    sa.Column('import_id', sa.String(length=32), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['import_run.id'], name=op.f('fk_import_part_import_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('import_id', 'number', name=op.f('pk_import_part'))
    )
    op.create_table('import_row',
    sa.Column('import_id', sa.String(length=32), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('line', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=200), nullable=False),
    sa.Column('outcome', sa.String(length=40), nullable=False),
    sa.Column('wrong', Json, nullable=False),
    sa.Column('candidates', Json, nullable=False),
    sa.Column('project_id', sa.String(length=32), nullable=True),
    sa.Column('project_version', sa.Integer(), nullable=True),
    sa.Column('before', Json, nullable=True),
    sa.Column('key_source', sa.String(length=60), nullable=True),
    sa.ForeignKeyConstraint(['import_id'], ['import_run.id'], name=op.f('fk_import_row_import_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('import_id', 'number', name=op.f('pk_import_row'))
    )
    op.create_index(op.f('ix_import_row_project_id'), 'import_row', ['project_id'], unique=False)
    op.create_table('import_mapping',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('owner', sa.String(length=60), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('reading', Json, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_mapping'))
    )
    op.create_index('uq_import_mapping_owner_name', 'import_mapping', ['owner', 'name'], unique=True)
