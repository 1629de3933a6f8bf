"""the record of what was done, and letters to people"""

import sqlalchemy as sa

from alembic import op

from citypeers.core.dates import UTCDateTime

revision = 'd4b7e1c90a35'
down_revision = 'f3b81d60c9a4'
branch_labels = None
depends_on = None

KEPT = "the record of what was done only grows"
REFUSALS = {
    'sqlite': [
        f"CREATE TRIGGER audit_event_changed BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, '{KEPT}'); END",
        f"CREATE TRIGGER audit_value_changed BEFORE UPDATE ON audit_value BEGIN SELECT RAISE(ABORT, '{KEPT}'); END",
        f"""CREATE TRIGGER audit_event_removed BEFORE DELETE ON audit_event
            WHEN OLD.position > coalesce((SELECT max(position) FROM audit_seal), 0)
            BEGIN SELECT RAISE(ABORT, '{KEPT}'); END""",
    ],
    'postgresql': [
        f"""CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '{KEPT}'; END $$""",
        f"""CREATE FUNCTION audit_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF OLD.position > coalesce((SELECT max(position) FROM audit_seal), 0) THEN RAISE EXCEPTION '{KEPT}'; END IF;
              RETURN OLD;
            END $$""",
        "CREATE TRIGGER audit_event_changed BEFORE UPDATE ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
        "CREATE TRIGGER audit_value_changed BEFORE UPDATE ON audit_value FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
        "CREATE TRIGGER audit_event_removed BEFORE DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_sealed()",
    ],
}


def choice(name, *values):
    return sa.Enum(*values, name=name, native_enum=False, length=40)


def upgrade() -> None:
    op.create_table('audit_event',
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.Column('actor', sa.String(length=60), nullable=False),
    sa.Column('request_id', sa.String(length=64), nullable=False),
    sa.Column('verb', sa.String(length=60), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('subject', sa.String(length=64), nullable=False),
    sa.Column('changes', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('previous', sa.String(length=64), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('position', name=op.f('pk_audit_event'))
    )
    op.create_index(op.f('ix_audit_event_actor'), 'audit_event', ['actor'], unique=False)
    op.create_index(op.f('ix_audit_event_at'), 'audit_event', ['at'], unique=False)
    op.create_index('ix_audit_event_subject', 'audit_event', ['kind', 'subject'], unique=False)
    op.create_table('audit_value',
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('field', sa.String(length=60), nullable=False),
    sa.Column('about', sa.String(length=64), nullable=False),
    sa.Column('salt', sa.String(length=32), nullable=False),
    sa.Column('before', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('after', sa.JSON(none_as_null=True), nullable=True),
    sa.PrimaryKeyConstraint('position', 'field', name=op.f('pk_audit_value'))
    )
    op.create_index(op.f('ix_audit_value_about'), 'audit_value', ['about'], unique=False)
    op.create_table('audit_seal',
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('position', name=op.f('pk_audit_seal'))
    )
    for statement in REFUSALS[op.get_bind().dialect.name]:
        op.execute(statement)
    counter = sa.table('counter', sa.column('name', sa.String), sa.column('value', sa.Integer))
    op.bulk_insert(counter, [{'name': 'audit', 'value': 0}])
    op.create_table('mail',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('to_address', sa.String(length=254), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('letter', sa.String(length=60), nullable=False),
    sa.Column('values', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('about', sa.String(length=64), nullable=True),
    sa.Column('state', choice('mailstate', 'queued', 'sending', 'sent', 'dead'), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('next_at', UTCDateTime(), nullable=False),
    sa.Column('last_error', sa.String(length=200), nullable=True),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('sent_at', UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mail'))
    )
    op.create_index(op.f('ix_mail_about'), 'mail', ['about'], unique=False)
    op.create_index(op.f('ix_mail_created_at'), 'mail', ['created_at'], unique=False)
    op.create_index('ix_mail_state_next_at', 'mail', ['state', 'next_at'], unique=False)
