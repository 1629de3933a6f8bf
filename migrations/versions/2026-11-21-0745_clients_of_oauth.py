"""partner systems, their secrets, and the assertions they have used"""

import sqlalchemy as sa

from alembic import op

from citypeers.core.dates import UTCDateTime

revision = 'd1f06b83a2e7'
down_revision = 'c80f5a2d9e14'
branch_labels = None
depends_on = None


def choice(name, *values):
    return sa.Enum(*values, name=name, native_enum=False, length=40)


def upgrade() -> None:
    op.create_table('oauth_client',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('state', choice('clientstate', 'active', 'disabled'), nullable=False),
    sa.Column('state_reason', sa.String(length=300), nullable=True),
    sa.Column('scopes', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('bound_kind', sa.String(length=40), nullable=True),
    sa.Column('bound_id', sa.String(length=64), nullable=True),
    sa.Column('jwks', sa.JSON(none_as_null=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_oauth_client'))
    )
    op.create_table('oauth_client_secret',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('client_id', sa.String(length=32), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('expires_at', UTCDateTime(), nullable=True),
    sa.Column('last_used_at', UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['client_id'], ['oauth_client.id'], name=op.f('fk_oauth_client_secret_client_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_oauth_client_secret'))
    )
    op.create_index(op.f('ix_oauth_client_secret_client_id'), 'oauth_client_secret', ['client_id'], unique=False)
    op.create_table('used_assertion',
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('until', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_used_assertion'))
    )
    op.create_index(op.f('ix_used_assertion_until'), 'used_assertion', ['until'], unique=False)
