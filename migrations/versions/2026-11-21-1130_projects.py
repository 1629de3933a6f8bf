"""projects"""

import sqlalchemy as sa

from alembic import op

from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Json

revision = 'a6d3f9b07e21'
down_revision = 'e5c2a8d7f416'
branch_labels = None
depends_on = None

STATES = ('draft', 'submitted', 'changes_requested', 'approved', 'published', 'needs_update', 'archived')


def choice(name, *values):
    return sa.Enum(*values, name=name, native_enum=False, length=40)


def upgrade() -> None:
    op.create_table('project',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('organisation_id', sa.String(length=32), nullable=False),
    sa.Column('origin', choice('origin', 'public_source', 'member'), nullable=False),
    sa.Column('start', sa.String(10), nullable=True),
    sa.Column('end', sa.String(10), nullable=True),
    sa.Column('published_at', UTCDateTime(), nullable=True),
    sa.Column('reviewed_at', UTCDateTime(), nullable=True),
    sa.Column('live_state', choice('state', *STATES), nullable=True),
    sa.Column('live', Json, nullable=True),
    sa.Column('work_state', choice('state', *STATES), nullable=True),
    sa.Column('work', Json, nullable=True),
    sa.Column('publishes_itself', sa.Boolean(), nullable=False),
    sa.Column('created_by', sa.String(length=60), nullable=False),
    sa.CheckConstraint('(live_state IS NULL) = (live IS NULL)', name=op.f('ck_project_live')),
    sa.CheckConstraint('(work_state IS NULL) = (work IS NULL)', name=op.f('ck_project_work')),
    sa.CheckConstraint('live IS NOT NULL OR work IS NOT NULL', name=op.f('ck_project_something')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_project_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project'))
    )
    op.create_index(op.f('ix_project_organisation_id'), 'project', ['organisation_id'], unique=False)
    op.create_index('ix_project_reviewed_at', 'project', ['live_state', 'reviewed_at'], unique=False)
    op.create_index(op.f('ix_project_work_state'), 'project', ['work_state'], unique=False)
    op.create_table('project_key',
    sa.Column('source', sa.String(length=60), nullable=False),
    sa.Column('key', sa.String(length=200), nullable=False),
    sa.Column('project_id', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_key_project_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('source', 'key', name=op.f('pk_project_key'))
    )
    op.create_index(op.f('ix_project_key_project_id'), 'project_key', ['project_id'], unique=False)
    op.create_table('project_revision',
    sa.Column('project_id', sa.String(length=32), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.Column('actor', sa.String(length=60), nullable=False),
    sa.Column('state', choice('state', *STATES), nullable=False),
    sa.Column('reason', sa.String(length=500), nullable=True),
    sa.Column('document', Json, nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_revision_project_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('project_id', 'number', name=op.f('pk_project_revision'))
    )
    op.create_table('replication',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('source_id', sa.String(length=32), nullable=False),
    sa.Column('organisation_id', sa.String(length=32), nullable=False),
    sa.Column('project_id', sa.String(length=32), nullable=True),
    sa.Column('state', choice('adoption', 'interested', 'exploring', 'adapting', 'piloting', 'adopted', 'abandoned'), nullable=False),
    sa.Column('origin', choice('origin', 'public_source', 'member'), nullable=False),
    sa.Column('kept', Json, nullable=True),
    sa.Column('changed', Json, nullable=True),
    sa.Column('missing', Json, nullable=True),
    sa.Column('confirmed_by_source_at', UTCDateTime(), nullable=True),
    sa.Column('confirmed_by_adopter_at', UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_replication_organisation_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_replication_project_id')),
    sa.ForeignKeyConstraint(['source_id'], ['project.id'], name=op.f('fk_replication_source_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_replication'))
    )
    op.create_index(op.f('ix_replication_organisation_id'), 'replication', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_replication_project_id'), 'replication', ['project_id'], unique=False)
    op.create_index(op.f('ix_replication_source_id'), 'replication', ['source_id'], unique=False)
    op.create_index('uq_replication_open', 'replication', ['source_id', 'organisation_id'], unique=True, sqlite_where=sa.text("state NOT IN ('adopted', 'abandoned')"), postgresql_where=sa.text("state NOT IN ('adopted', 'abandoned')"))
    op.create_table('review_comment',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('project_id', sa.String(length=32), nullable=False),
    sa.Column('pointer', sa.String(length=200), nullable=False),
    sa.Column('text', sa.String(length=2000), nullable=False),
    sa.Column('written_by', sa.String(length=60), nullable=False),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_review_comment_project_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_comment'))
    )
    op.create_index(op.f('ix_review_comment_project_id'), 'review_comment', ['project_id'], unique=False)

