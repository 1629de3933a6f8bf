"""office hours of organisations, times that cities can meet at, sessions, and appointments that go with letters"""

import sqlalchemy as sa

from alembic import op
from citypeers.core.dates import UTCDateTime

revision = 'e4b81f6c2a90'
down_revision = 'd18c3a7be503'
branch_labels = None
depends_on = None

ANSWER = sa.Enum('yes', 'if_need_be', 'no', name='availability', native_enum=False, length=40)
WAY = sa.Enum('call', 'link', 'place', 'event', name='sessionway', native_enum=False, length=40)
STATE = sa.Enum('planned', 'held', 'no_show', 'cancelled', name='sessionstate', native_enum=False, length=40)


def upgrade() -> None:
    op.add_column('mail', sa.Column('calendar', sa.JSON(none_as_null=True), nullable=True))
    op.create_table(
        'coaching_hours',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=False),
        sa.Column('zone', sa.String(length=60), nullable=True),
        sa.Column('hours', sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['organisation_id'], ['organisation.id'], name=op.f('fk_coaching_hours_organisation_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coaching_hours')),
        sa.UniqueConstraint('organisation_id', name=op.f('uq_coaching_hours_organisation_id')),
    )
    op.create_table(
        'session_slot',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('starts_at', UTCDateTime(), nullable=False),
        sa.Column('minutes', sa.Integer(), nullable=False),
        sa.Column('proposed_by', sa.String(length=32), nullable=False),
        sa.Column('proposed_at', UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ['request_id'], ['coaching_request.id'], name=op.f('fk_session_slot_request_id'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(
            ['proposed_by'], ['organisation.id'], name=op.f('fk_session_slot_proposed_by'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_session_slot')),
        sa.UniqueConstraint('request_id', 'starts_at', 'minutes', name=op.f('uq_session_slot_request_id_starts_at_minutes')),
    )
    op.create_index(op.f('ix_session_slot_request_id'), 'session_slot', ['request_id'], unique=False)
    op.create_table(
        'session_answer',
        sa.Column('slot_id', sa.String(length=32), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=False),
        sa.Column('answer', ANSWER, nullable=False),
        sa.Column('answered_at', UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(['slot_id'], ['session_slot.id'], name=op.f('fk_session_answer_slot_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(
            ['organisation_id'], ['organisation.id'], name=op.f('fk_session_answer_organisation_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('slot_id', 'organisation_id', name=op.f('pk_session_answer')),
    )
    op.create_table(
        'coaching_session',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('starts_at', UTCDateTime(), nullable=False),
        sa.Column('zone', sa.String(length=60), nullable=False),
        sa.Column('minutes', sa.Integer(), nullable=False),
        sa.Column('way', WAY, nullable=False),
        sa.Column('place', sa.String(length=300), nullable=True),
        sa.Column('link', sa.String(length=500), nullable=True),
        sa.Column('state', STATE, nullable=False),
        sa.Column('sequence', sa.Integer(), nullable=False),
        sa.Column('outside', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('missing', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('reason', sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(
            ['request_id'], ['coaching_request.id'], name=op.f('fk_coaching_session_request_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coaching_session')),
    )
    op.create_index(op.f('ix_coaching_session_request_id'), 'coaching_session', ['request_id'], unique=False)
