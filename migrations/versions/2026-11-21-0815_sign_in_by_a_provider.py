"""people at an OpenID Connect provider, and the sessions that were opened by it"""

import sqlalchemy as sa

from alembic import op

from citypeers.core.dates import UTCDateTime

revision = 'f3b81d60c9a4'
down_revision = 'e2a9c47d51b8'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('provider_link',
    sa.Column('issuer', sa.String(length=300), nullable=False),
    sa.Column('subject', sa.String(length=255), nullable=False),
    sa.Column('account_id', sa.String(length=32), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_provider_link_account_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('issuer', 'subject', name=op.f('pk_provider_link'))
    )
    op.create_index(op.f('ix_provider_link_account_id'), 'provider_link', ['account_id'], unique=False)
    op.add_column('browser_session', sa.Column('provider', sa.String(length=300), nullable=True))
