"""seats, governance rules, applications, invitations, links in letters, contacts, exports, and kept answers"""

import sqlalchemy as sa

from alembic import op

from citypeers.core.dates import UTCDateTime
from citypeers.core.text import fold

revision = 'e5c2a8d7f416'
down_revision = 'd4b7e1c90a35'
branch_labels = None
depends_on = None

ROLES = ('visitor', 'member', 'municipal_representative', 'national_representative', 'steward', 'secretariat', 'administrator', 'client')


def choice(name, *values):
    return sa.Enum(*values, name=name, native_enum=False, length=40)


def day():
    return sa.String(length=10).with_variant(sa.VARCHAR(length=10, collation='C'), 'postgresql')


def upgrade() -> None:
    op.create_table('idempotent_answer',
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('body_digest', sa.String(length=64), nullable=False),
    sa.Column('status', sa.Integer(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_idempotent_answer'))
    )
    op.create_index(op.f('ix_idempotent_answer_at'), 'idempotent_answer', ['at'], unique=False)
    op.create_table('one_time_link',
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('purpose', choice('purpose', 'invitation', 'recovery', 'application', 'export'), nullable=False),
    sa.Column('subject', sa.String(length=64), nullable=False),
    sa.Column('expires_at', UTCDateTime(), nullable=False),
    sa.Column('used_at', UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('digest', name=op.f('pk_one_time_link'))
    )
    op.create_index('ix_one_time_link_subject', 'one_time_link', ['purpose', 'subject'], unique=False)
    op.create_table('contact',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('account_id', sa.String(length=32), nullable=False),
    sa.Column('kind', choice('contactkind', 'name', 'email', 'phone', 'position', 'website'), nullable=False),
    sa.Column('value', sa.String(length=300), nullable=False),
    sa.Column('audience', choice('audience', 'public', 'members', 'secretariat'), nullable=False),
    sa.Column('consented_at', UTCDateTime(), nullable=False),
    sa.Column('withdrawn_at', UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_contact_account_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact'))
    )
    op.create_index(op.f('ix_contact_account_id'), 'contact', ['account_id'], unique=False)
    op.create_table('data_export',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('account_id', sa.String(length=32), nullable=False),
    sa.Column('made_at', UTCDateTime(), nullable=False),
    sa.Column('expires_at', UTCDateTime(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_data_export_account_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_export'))
    )
    op.create_index(op.f('ix_data_export_account_id'), 'data_export', ['account_id'], unique=False)
    op.create_index(op.f('ix_data_export_expires_at'), 'data_export', ['expires_at'], unique=False)
    op.create_table('governance_rules',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('network_id', sa.String(length=32), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('valid_from', day(), nullable=False),
    sa.Column('bounds', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('decided_by', sa.String(length=60), nullable=False),
    sa.Column('sources', sa.JSON(none_as_null=True), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_governance_rules_network_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_governance_rules')),
    sa.UniqueConstraint('network_id', 'number', name=op.f('uq_governance_rules_network_id_number'))
    )
    op.create_index(op.f('ix_governance_rules_network_id'), 'governance_rules', ['network_id'], unique=False)
    op.create_table('invitation',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=True),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('role', choice('role', *ROLES), nullable=False),
    sa.Column('on_kind', sa.String(length=40), nullable=False),
    sa.Column('on_id', sa.String(length=64), nullable=False),
    sa.Column('invited_by', sa.String(length=60), nullable=False),
    sa.Column('state', choice('invitationstate', 'open', 'accepted', 'revoked'), nullable=False),
    sa.Column('expires_at', UTCDateTime(), nullable=False),
    sa.Column('account_id', sa.String(length=32), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_invitation_account_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation'))
    )
    op.create_index(op.f('ix_invitation_account_id'), 'invitation', ['account_id'], unique=False)
    op.create_table('seat',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('network_id', sa.String(length=32), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=False),
    sa.Column('kind', choice('seatkind', 'national', 'municipal'), nullable=False),
    sa.Column('organisation_id', sa.String(length=32), nullable=True),
    sa.Column('state', choice('seatstate', 'vacant', 'nominated', 'confirmed', 'on_leave'), nullable=False),
    sa.Column('valid_from', day(), nullable=True),
    sa.Column('valid_to', day(), nullable=True),
    sa.Column('observed_on', day(), nullable=True),
    sa.Column('sources', sa.JSON(none_as_null=True), nullable=False),
    sa.CheckConstraint('valid_from IS NOT NULL OR observed_on IS NOT NULL', name=op.f('ck_seat_begins')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_seat_network_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_seat_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_seat'))
    )
    op.create_index('ix_seat_network_id_country', 'seat', ['network_id', 'country'], unique=False)
    op.create_index(op.f('ix_seat_organisation_id'), 'seat', ['organisation_id'], unique=False)
    op.create_table('application',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('network_id', sa.String(length=32), nullable=False),
    sa.Column('organisation_id', sa.String(length=32), nullable=True),
    sa.Column('organisation_name', sa.String(length=300), nullable=False),
    sa.Column('organisation_key', sa.String(length=600), nullable=False),
    sa.Column('organisation_kind', choice('organisationkind', 'municipality', 'county', 'region', 'state', 'national_ministry', 'public_agency', 'association', 'research', 'company', 'ngo', 'network', 'other'), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=False),
    sa.Column('name', sa.String(length=300), nullable=True),
    sa.Column('email', sa.String(length=254), nullable=True),
    sa.Column('email_key', sa.String(length=254), nullable=True),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('motivation', sa.String(length=4000), nullable=True),
    sa.Column('state', choice('applicationstate', 'unconfirmed', 'open', 'admitted', 'refused', 'withdrawn'), nullable=False),
    sa.Column('membership_id', sa.String(length=32), nullable=True),
    sa.Column('decided_at', UTCDateTime(), nullable=True),
    sa.Column('decided_by', sa.String(length=60), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=True),
    sa.ForeignKeyConstraint(['membership_id'], ['membership.id'], name=op.f('fk_application_membership_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_application_network_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_application_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_application')),
    sa.UniqueConstraint('membership_id', name=op.f('uq_application_membership_id'))
    )
    op.create_index(op.f('ix_application_email_key'), 'application', ['email_key'], unique=False)
    op.create_index(op.f('ix_application_network_id'), 'application', ['network_id'], unique=False)
    op.create_index(op.f('ix_application_organisation_id'), 'application', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_application_organisation_key'), 'application', ['organisation_key'], unique=False)
    op.create_index(op.f('ix_application_state'), 'application', ['state'], unique=False)
    op.create_table('representative',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('seat_id', sa.String(length=32), nullable=False),
    sa.Column('is_deputy', sa.Boolean(), nullable=False),
    sa.Column('is_focal_point', sa.Boolean(), nullable=False),
    sa.Column('state', choice('personstate', 'nominated', 'confirmed', 'refused', 'ended'), nullable=False),
    sa.Column('name', sa.String(length=300), nullable=True),
    sa.Column('email', sa.String(length=254), nullable=True),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('invitation_id', sa.String(length=32), nullable=True),
    sa.Column('nominated_by', sa.String(length=60), nullable=False),
    sa.Column('confirmed_by', sa.String(length=60), nullable=True),
    sa.Column('valid_from', day(), nullable=True),
    sa.Column('valid_to', day(), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=True),
    sa.ForeignKeyConstraint(['invitation_id'], ['invitation.id'], name=op.f('fk_representative_invitation_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['seat_id'], ['seat.id'], name=op.f('fk_representative_seat_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_representative'))
    )
    op.create_index(op.f('ix_representative_invitation_id'), 'representative', ['invitation_id'], unique=False)
    op.create_index('ix_representative_seat_id_state', 'representative', ['seat_id', 'state'], unique=False)
    op.create_index('uq_representative_present', 'representative', ['seat_id', 'is_deputy'], unique=True, sqlite_where=sa.text("state IN ('nominated', 'confirmed')"), postgresql_where=sa.text("state IN ('nominated', 'confirmed')"))
    op.add_column('account', sa.Column('name_key', sa.String(length=600), nullable=False, server_default=''))
    account = sa.table('account', sa.column('id', sa.String), sa.column('name', sa.String), sa.column('name_key', sa.String))
    connection = op.get_bind()
    for id, name in connection.execute(sa.select(account.c.id, account.c.name)).all():
        connection.execute(account.update().where(account.c.id == id).values(name_key=fold(name)))
