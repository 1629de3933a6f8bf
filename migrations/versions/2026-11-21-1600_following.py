"""what people follow, the searches they keep, and how often they are written to about it"""

import sqlalchemy as sa

from alembic import op
from citypeers.core.dates import UTCDateTime

revision = 'c7d2a90e41b6'
down_revision = 'c7a2e90d41f8'
branch_labels = None
depends_on = None

FOLLOWED = sa.Enum('project', 'organisation', 'network', 'topic', name='followed', native_enum=False, length=40)
SEARCHED = sa.Enum('projects', name='searched', native_enum=False, length=40)
RHYTHM = sa.Enum('off', 'daily', 'weekly', name='rhythm', native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        'follow',
        sa.Column('account_id', sa.String(length=32), nullable=False),
        sa.Column('kind', FOLLOWED, nullable=False),
        sa.Column('subject', sa.String(length=64), nullable=False),
        sa.Column('followed_at', UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_follow_account_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('account_id', 'kind', 'subject', name=op.f('pk_follow')),
    )
    op.create_table(
        'saved_search',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('account_id', sa.String(length=32), nullable=False),
        sa.Column('noun', SEARCHED, nullable=False),
        sa.Column('query', sa.String(length=1000), nullable=False),
        sa.Column('name', sa.String(length=120), nullable=False),
        sa.Column('saved_at', UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_saved_search_account_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_search')),
        sa.UniqueConstraint('account_id', 'noun', 'query', name=op.f('uq_saved_search_account_id_noun_query')),
    )
    op.create_table(
        'attention',
        sa.Column('account_id', sa.String(length=32), nullable=False),
        sa.Column('rhythm', RHYTHM, nullable=False),
        sa.Column('told_at', UTCDateTime(), nullable=False),
        sa.Column('seen_at', UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_attention_account_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('account_id', name=op.f('pk_attention')),
    )
    op.create_index(op.f('ix_attention_told_at'), 'attention', ['told_at'])
