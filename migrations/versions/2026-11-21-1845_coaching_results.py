"""reports, action items, follow-ups and what was made of a coaching"""

import sqlalchemy as sa

from alembic import op
from citypeers.core.dates import UTCDateTime

revision = 'd18c3a7be503'
down_revision = 'd18c3a7be502'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('coaching_action',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=False),
        sa.Column('text', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('due', sa.String(length=10).with_variant(sa.VARCHAR(length=10, collation='C'), 'postgresql'), nullable=False),
        sa.Column('done_at', UTCDateTime(), nullable=True),
        sa.Column('reminded_at', UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_coaching_action_organisation_id')),
        sa.ForeignKeyConstraint(['request_id'], ['coaching_request.id'], name=op.f('fk_coaching_action_request_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coaching_action'))
    )
    op.create_index(op.f('ix_coaching_action_request_id'), 'coaching_action', ['request_id'], unique=False)
    op.create_table('coaching_harvest',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('kind', sa.Enum('lesson', 'practice', 'replication', name='harvestkind', native_enum=False, length=40), nullable=False),
        sa.Column('subject', sa.String(length=64), nullable=False),
        sa.Column('part', sa.String(length=32), nullable=True),
        sa.Column('made_by', sa.String(length=60), nullable=False),
        sa.Column('made_at', UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(['request_id'], ['coaching_request.id'], name=op.f('fk_coaching_harvest_request_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coaching_harvest'))
    )
    op.create_index(op.f('ix_coaching_harvest_request_id'), 'coaching_harvest', ['request_id'], unique=False)
    op.create_index(op.f('ix_coaching_harvest_subject'), 'coaching_harvest', ['subject'], unique=False)
    op.create_table('coaching_report',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=False),
        sa.Column('written_by', sa.String(length=60), nullable=False),
        sa.Column('written_at', UTCDateTime(), nullable=False),
        sa.Column('learned', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('missing', sa.JSON(none_as_null=True), nullable=True),
        sa.Column('usefulness', sa.Integer(), nullable=False),
        sa.Column('would_again', sa.Boolean(), nullable=False),
        sa.CheckConstraint('usefulness BETWEEN 1 AND 5', name=op.f('ck_coaching_report_usefulness')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_coaching_report_organisation_id')),
        sa.ForeignKeyConstraint(['request_id'], ['coaching_request.id'], name=op.f('fk_coaching_report_request_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coaching_report')),
        sa.UniqueConstraint('request_id', 'organisation_id', name=op.f('uq_coaching_report_request_id_organisation_id'))
    )
    op.create_table('follow_up',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=False),
        sa.Column('months', sa.Integer(), nullable=False),
        sa.Column('due_at', UTCDateTime(), nullable=False),
        sa.Column('asked_at', UTCDateTime(), nullable=True),
        sa.Column('answered_at', UTCDateTime(), nullable=True),
        sa.Column('change', sa.Enum('yes', 'partly', 'no', 'too_early', name='change', native_enum=False, length=40), nullable=True),
        sa.Column('text', sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_follow_up_organisation_id')),
        sa.ForeignKeyConstraint(['request_id'], ['coaching_request.id'], name=op.f('fk_follow_up_request_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_follow_up')),
        sa.UniqueConstraint('request_id', 'organisation_id', 'months', name=op.f('uq_follow_up_request_id_organisation_id_months'))
    )
    op.create_index('ix_follow_up_asked_at_due_at', 'follow_up', ['asked_at', 'due_at'], unique=False)
    op.create_index(op.f('ix_follow_up_organisation_id'), 'follow_up', ['organisation_id'], unique=False)
