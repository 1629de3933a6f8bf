"""offers, needs, coaching requests and invitations"""

import sqlalchemy as sa

from alembic import op
from citypeers.core.dates import UTCDateTime

revision = 'd18c3a7be502'
down_revision = 'c7d2a90e41b6'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('need',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=False),
        sa.Column('topic', sa.String(length=80), nullable=False),
        sa.Column('note', sa.JSON(none_as_null=True), nullable=True),
        sa.Column('state', sa.Enum('open', 'met', 'ended', name='needstate', native_enum=False, length=40), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_need_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_need'))
    )
    op.create_index(op.f('ix_need_organisation_id'), 'need', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_need_topic'), 'need', ['topic'], unique=False)
    op.create_index('uq_need_open', 'need', ['organisation_id', 'topic'], unique=True, sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))
    op.create_table('offer',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=False),
        sa.Column('person_id', sa.String(length=32), nullable=False),
        sa.Column('state', sa.Enum('unlisted', 'listed', 'ended', name='offerstate', native_enum=False, length=40), nullable=False),
        sa.Column('topics', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('evidence', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('languages', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('formats', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('capacity', sa.Integer(), nullable=False),
        sa.Column('blackouts', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('note', sa.JSON(none_as_null=True), nullable=True),
        sa.Column('consented_at', UTCDateTime(), nullable=True),
        sa.Column('consented_by', sa.String(length=60), nullable=True),
        sa.CheckConstraint('capacity BETWEEN 0 AND 50', name=op.f('ck_offer_capacity')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_offer_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_offer'))
    )
    op.create_index(op.f('ix_offer_organisation_id'), 'offer', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_offer_person_id'), 'offer', ['person_id'], unique=False)
    op.create_index(op.f('ix_offer_state'), 'offer', ['state'], unique=False)
    op.create_index('uq_offer_open', 'offer', ['organisation_id', 'person_id'], unique=True, sqlite_where=sa.text("state <> 'ended'"), postgresql_where=sa.text("state <> 'ended'"))
    op.create_table('coaching_request',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('year', sa.Integer(), nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('network_id', sa.String(length=32), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=False),
        sa.Column('state', sa.Enum('draft', 'open', 'proposed', 'accepted', 'scheduled', 'in_progress', 'reporting', 'completed', 'completed_early', 'expired', 'on_hold', 'withdrawn', 'cancelled', name='requeststate', native_enum=False, length=40), nullable=False),
        sa.Column('created_by', sa.String(length=60), nullable=False),
        sa.Column('title', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('challenge', sa.JSON(none_as_null=True), nullable=True),
        sa.Column('tried', sa.JSON(none_as_null=True), nullable=True),
        sa.Column('wished', sa.JSON(none_as_null=True), nullable=True),
        sa.Column('questions', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('topics', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('project_id', sa.String(length=32), nullable=True),
        sa.Column('format', sa.Enum('online', 'visit_out', 'visit_in', 'sounding_board', 'webinar', 'joint_event', 'group', name='coachingformat', native_enum=False, length=40), nullable=True),
        sa.Column('languages', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('urgency', sa.Enum('low', 'normal', 'high', name='urgency', native_enum=False, length=40), nullable=False),
        sa.Column('window_from', sa.String(length=10).with_variant(sa.VARCHAR(length=10, collation='C'), 'postgresql'), nullable=True),
        sa.Column('window_to', sa.String(length=10).with_variant(sa.VARCHAR(length=10, collation='C'), 'postgresql'), nullable=True),
        sa.Column('places', sa.Integer(), nullable=False),
        sa.Column('confidentiality', sa.Enum('parties', 'network', name='confidentiality', native_enum=False, length=40), nullable=False),
        sa.Column('accessibility', sa.JSON(none_as_null=True), nullable=True),
        sa.Column('interpretation', sa.Boolean(), nullable=False),
        sa.Column('travel', sa.Enum('not_covered', 'requester', 'coach', 'shared', 'network', name='travel', native_enum=False, length=40), nullable=False),
        sa.Column('answer_by', UTCDateTime(), nullable=True),
        sa.Column('stepped_at', UTCDateTime(), nullable=False),
        sa.Column('nudges', sa.Integer(), nullable=False),
        sa.Column('held_from', sa.Enum('draft', 'open', 'proposed', 'accepted', 'scheduled', 'in_progress', 'reporting', 'completed', 'completed_early', 'expired', 'on_hold', 'withdrawn', 'cancelled', name='requeststate', native_enum=False, length=40), nullable=True),
        sa.Column('held_at', UTCDateTime(), nullable=True),
        sa.Column('held_until', sa.String(length=10).with_variant(sa.VARCHAR(length=10, collation='C'), 'postgresql'), nullable=True),
        sa.Column('agreed_verb', sa.String(length=40), nullable=True),
        sa.Column('agreed_by', sa.String(length=20), nullable=True),
        sa.Column('reporting_since', UTCDateTime(), nullable=True),
        sa.Column('ended_at', UTCDateTime(), nullable=True),
        sa.Column('outcome', sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint('places BETWEEN 1 AND 6', name=op.f('ck_coaching_request_places')),
        sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_coaching_request_network_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_coaching_request_organisation_id')),
        sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_coaching_request_project_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coaching_request')),
        sa.UniqueConstraint('year', 'number', name=op.f('uq_coaching_request_year_number'))
    )
    op.create_index(op.f('ix_coaching_request_network_id'), 'coaching_request', ['network_id'], unique=False)
    op.create_index(op.f('ix_coaching_request_organisation_id'), 'coaching_request', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_coaching_request_project_id'), 'coaching_request', ['project_id'], unique=False)
    op.create_index('ix_coaching_request_state_answer_by', 'coaching_request', ['state', 'answer_by'], unique=False)
    op.create_index(op.f('ix_coaching_request_stepped_at'), 'coaching_request', ['stepped_at'], unique=False)
    op.create_table('coaching_event',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('position', sa.Integer(), nullable=False),
        sa.Column('at', UTCDateTime(), nullable=False),
        sa.Column('verb', sa.String(length=40), nullable=False),
        sa.Column('actor', sa.String(length=60), nullable=False),
        sa.Column('side', sa.String(length=20), nullable=False),
        sa.Column('before', sa.Enum('draft', 'open', 'proposed', 'accepted', 'scheduled', 'in_progress', 'reporting', 'completed', 'completed_early', 'expired', 'on_hold', 'withdrawn', 'cancelled', name='requeststate', native_enum=False, length=40), nullable=True),
        sa.Column('after', sa.Enum('draft', 'open', 'proposed', 'accepted', 'scheduled', 'in_progress', 'reporting', 'completed', 'completed_early', 'expired', 'on_hold', 'withdrawn', 'cancelled', name='requeststate', native_enum=False, length=40), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=True),
        sa.Column('reason', sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_coaching_event_organisation_id')),
        sa.ForeignKeyConstraint(['request_id'], ['coaching_request.id'], name=op.f('fk_coaching_event_request_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coaching_event'))
    )
    op.create_index(op.f('ix_coaching_event_request_id'), 'coaching_event', ['request_id'], unique=False)
    op.create_table('coaching_invitation',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('request_id', sa.String(length=32), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=False),
        sa.Column('offer_id', sa.String(length=32), nullable=False),
        sa.Column('state', sa.Enum('invited', 'accepted', 'reserve', 'declined', 'lapsed', 'recalled', 'released', name='invitationstate', native_enum=False, length=40), nullable=False),
        sa.Column('invited_by', sa.String(length=60), nullable=False),
        sa.Column('invited_at', UTCDateTime(), nullable=False),
        sa.Column('answer_by', UTCDateTime(), nullable=False),
        sa.Column('reminders', sa.Integer(), nullable=False),
        sa.Column('answered_at', UTCDateTime(), nullable=True),
        sa.Column('accepted_at', UTCDateTime(), nullable=True),
        sa.Column('reason', sa.String(length=500), nullable=True),
        sa.Column('score', sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(['offer_id'], ['offer.id'], name=op.f('fk_coaching_invitation_offer_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_coaching_invitation_organisation_id')),
        sa.ForeignKeyConstraint(['request_id'], ['coaching_request.id'], name=op.f('fk_coaching_invitation_request_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coaching_invitation'))
    )
    op.create_index('ix_coaching_invitation_offer_id_accepted_at', 'coaching_invitation', ['offer_id', 'accepted_at'], unique=False)
    op.create_index(op.f('ix_coaching_invitation_organisation_id'), 'coaching_invitation', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_coaching_invitation_request_id'), 'coaching_invitation', ['request_id'], unique=False)
    op.create_index('ix_coaching_invitation_state_answer_by', 'coaching_invitation', ['state', 'answer_by'], unique=False)
    op.create_index('uq_coaching_invitation_open', 'coaching_invitation', ['request_id', 'organisation_id'], unique=True, sqlite_where=sa.text("state IN ('invited', 'accepted', 'reserve')"), postgresql_where=sa.text("state IN ('invited', 'accepted', 'reserve')"))
