"""weights of matching and matching rounds"""

import sqlalchemy as sa

from alembic import op
from citypeers.core.dates import UTCDateTime

revision = 'a4f07c26d9e3'
down_revision = 'd18c3a7be503'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('coaching_weights',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('network_id', sa.String(length=32), nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('topics', sa.Integer(), nullable=False),
        sa.Column('evidence', sa.Integer(), nullable=False),
        sa.Column('languages', sa.Integer(), nullable=False),
        sa.Column('office_hours', sa.Integer(), nullable=False),
        sa.Column('similar_city', sa.Integer(), nullable=False),
        sa.Column('free_capacity', sa.Integer(), nullable=False),
        sa.Column('since', UTCDateTime(), nullable=False),
        sa.Column('decided_by', sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_coaching_weights_network_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coaching_weights')),
        sa.UniqueConstraint('network_id', 'number', name=op.f('uq_coaching_weights_network_id_number'))
    )
    op.create_table('matching_round',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('state', sa.Enum('draft', 'confirmed', 'undone', 'discarded', name='roundstate', native_enum=False, length=40), nullable=False),
        sa.Column('computed_at', UTCDateTime(), nullable=False),
        sa.Column('computed_by', sa.String(length=60), nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('confirmed_at', UTCDateTime(), nullable=True),
        sa.Column('undone_at', UTCDateTime(), nullable=True),
        sa.Column('reason', sa.String(length=500), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_matching_round'))
    )
    op.create_index(op.f('ix_matching_round_state'), 'matching_round', ['state'], unique=False)
    op.create_table('matching_place',
        sa.Column('round_id', sa.String(length=32), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('position', sa.Integer(), nullable=False),
        sa.Column('places', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['request_id'], ['coaching_request.id'], name=op.f('fk_matching_place_request_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['round_id'], ['matching_round.id'], name=op.f('fk_matching_place_round_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('round_id', 'request_id', name=op.f('pk_matching_place'))
    )
    op.create_index(op.f('ix_matching_place_request_id'), 'matching_place', ['request_id'], unique=False)
    op.create_table('matching_assignment',
        sa.Column('round_id', sa.String(length=32), nullable=False),
        sa.Column('way', sa.Enum('together', 'one_by_one', name='way', native_enum=False, length=40), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('offer_id', sa.String(length=32), nullable=False),
        sa.Column('points', sa.Integer(), nullable=False),
        sa.Column('invitation_id', sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(['invitation_id'], ['coaching_invitation.id'], name=op.f('fk_matching_assignment_invitation_id'), ondelete='SET NULL'),
        sa.ForeignKeyConstraint(['offer_id'], ['offer.id'], name=op.f('fk_matching_assignment_offer_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['request_id'], ['coaching_request.id'], name=op.f('fk_matching_assignment_request_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['round_id'], ['matching_round.id'], name=op.f('fk_matching_assignment_round_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('round_id', 'way', 'request_id', 'offer_id', name=op.f('pk_matching_assignment'))
    )
    op.create_index(op.f('ix_matching_assignment_request_id'), 'matching_assignment', ['request_id'], unique=False)
    op.create_index(op.f('ix_matching_assignment_offer_id'), 'matching_assignment', ['offer_id'], unique=False)
