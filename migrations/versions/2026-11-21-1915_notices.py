"""what people are told in the program, and how each of them wants to be told"""

import sqlalchemy as sa

from alembic import op
from citypeers.core.dates import UTCDateTime

revision = 'd4b81f6a2c93'
down_revision = 'd4f1b07c93a8'
branch_labels = None
depends_on = None

WAY = sa.Enum('at_once', 'digest', 'in_app', name='way', native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        'notice',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('account_id', sa.String(length=32), nullable=False),
        sa.Column('letter', sa.String(length=60), nullable=False),
        sa.Column('title', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('text', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('link', sa.String(length=500), nullable=True),
        sa.Column('about', sa.String(length=64), nullable=True),
        sa.Column('waits', sa.Boolean(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('read_at', UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_notice_account_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_notice')),
    )
    op.create_index(op.f('ix_notice_account_id_created_at'), 'notice', ['account_id', 'created_at'])
    op.create_index(op.f('ix_notice_waits_account_id'), 'notice', ['waits', 'account_id'])
    op.create_index(op.f('ix_notice_about'), 'notice', ['about'])
    op.create_index(op.f('ix_notice_read_at'), 'notice', ['read_at'])
    op.create_table(
        'notice_way',
        sa.Column('account_id', sa.String(length=32), nullable=False),
        sa.Column('group_name', sa.String(length=60), nullable=False),
        sa.Column('way', WAY, nullable=False),
        sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_notice_way_account_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('account_id', 'group_name', name=op.f('pk_notice_way')),
    )
    op.create_table(
        'notice_hour',
        sa.Column('account_id', sa.String(length=32), nullable=False),
        sa.Column('hour', sa.Integer(), nullable=False),
        sa.Column('zone', sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_notice_hour_account_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('account_id', name=op.f('pk_notice_hour')),
    )
