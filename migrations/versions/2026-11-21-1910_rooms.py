"""rooms: who is in them, what lies in them, and their shared notes change by change"""

import sqlalchemy as sa

from alembic import op
from citypeers.core.dates import UTCDateTime

revision = 'd4f1b07c93a8'
down_revision = 'd8b15f7e2a90'
branch_labels = None
depends_on = None

ROOM_KIND = sa.Enum('coaching', 'meeting', 'group', name='roomkind', native_enum=False, length=40)


def _record() -> list[sa.Column]:
    return [
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
    ]


def _of_room(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(['room_id'], ['room.id'], name=op.f(f'fk_{table}_room_id'), ondelete='CASCADE')


def _of_account(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f(f'fk_{table}_account_id'), ondelete='CASCADE')


def upgrade() -> None:
    op.create_table(
        'room',
        *_record(),
        sa.Column('kind', ROOM_KIND, nullable=False),
        sa.Column('about_kind', sa.String(length=40), nullable=False),
        sa.Column('about_id', sa.String(length=64), nullable=False),
        sa.Column('title', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('closed_at', UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_room')),
        sa.UniqueConstraint('about_kind', 'about_id', name=op.f('uq_room_about_kind_about_id')),
    )
    op.create_table(
        'room_member',
        sa.Column('room_id', sa.String(length=32), nullable=False),
        sa.Column('account_id', sa.String(length=32), nullable=False),
        sa.Column('since', UTCDateTime(), nullable=False),
        sa.Column('until', UTCDateTime(), nullable=True),
        _of_room('room_member'),
        _of_account('room_member'),
        sa.PrimaryKeyConstraint('room_id', 'account_id', name=op.f('pk_room_member')),
    )
    op.create_index(op.f('ix_room_member_account_id'), 'room_member', ['account_id'])
    op.create_table(
        'room_agenda_item',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('room_id', sa.String(length=32), nullable=False),
        sa.Column('place', sa.Integer(), nullable=False),
        sa.Column('text', sa.String(length=300), nullable=False),
        sa.Column('minutes', sa.Integer(), nullable=True),
        _of_room('room_agenda_item'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_room_agenda_item')),
    )
    op.create_index(op.f('ix_room_agenda_item_room_id'), 'room_agenda_item', ['room_id'])
    op.create_table(
        'room_task',
        *_record(),
        sa.Column('room_id', sa.String(length=32), nullable=False),
        sa.Column('text', sa.String(length=300), nullable=False),
        sa.Column('owner_account_id', sa.String(length=32), nullable=True),
        sa.Column('owner_organisation_id', sa.String(length=32), nullable=True),
        sa.Column('due', sa.String(length=10), nullable=True),
        sa.Column('done_at', UTCDateTime(), nullable=True),
        _of_room('room_task'),
        sa.ForeignKeyConstraint(
            ['owner_account_id'], ['account.id'], name=op.f('fk_room_task_owner_account_id'), ondelete='SET NULL'
        ),
        sa.ForeignKeyConstraint(['owner_organisation_id'], ['organisation.id'], name=op.f('fk_room_task_owner_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_room_task')),
    )
    op.create_index(op.f('ix_room_task_room_id'), 'room_task', ['room_id'])
    op.create_index(op.f('ix_room_task_owner_account_id'), 'room_task', ['owner_account_id'])
    op.create_table(
        'room_document',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('room_id', sa.String(length=32), nullable=False),
        sa.Column('sha256', sa.String(length=64), nullable=False),
        sa.Column('size', sa.Integer(), nullable=False),
        sa.Column('media_type', sa.String(length=100), nullable=False),
        sa.Column('name', sa.String(length=120), nullable=False),
        sa.Column('uploaded_by', sa.String(length=60), nullable=False),
        sa.Column('uploaded_at', UTCDateTime(), nullable=False),
        sa.Column('is_stored', sa.Boolean(), nullable=False),
        _of_room('room_document'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_room_document')),
    )
    op.create_index(op.f('ix_room_document_room_id'), 'room_document', ['room_id'])
    op.create_table(
        'private_note',
        *_record(),
        sa.Column('room_id', sa.String(length=32), nullable=False),
        sa.Column('account_id', sa.String(length=32), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        _of_room('private_note'),
        _of_account('private_note'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_private_note')),
        sa.UniqueConstraint('room_id', 'account_id', name=op.f('uq_private_note_room_id_account_id')),
    )
    op.create_index(op.f('ix_private_note_account_id'), 'private_note', ['account_id'])
    op.create_table(
        'room_note',
        sa.Column('room_id', sa.String(length=32), nullable=False),
        sa.Column('position', sa.Integer(), nullable=False),
        sa.Column('content', sa.LargeBinary(), nullable=False),
        _of_room('room_note'),
        sa.PrimaryKeyConstraint('room_id', name=op.f('pk_room_note')),
    )
    op.create_table(
        'room_update',
        sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('room_id', sa.String(length=32), nullable=False),
        sa.Column('at', UTCDateTime(), nullable=False),
        sa.Column('content', sa.LargeBinary(), nullable=False),
        _of_room('room_update'),
        sa.PrimaryKeyConstraint('position', name=op.f('pk_room_update')),
    )
    op.create_index('ix_room_update_room', 'room_update', ['room_id', 'position'])
    count = op.create_table(
        'room_update_count',
        sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('value', sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_room_update_count')),
    )
    op.bulk_insert(count, [{'id': 1, 'value': 0}])
    op.create_table(
        'note_ticket',
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('room_id', sa.String(length=32), nullable=False),
        sa.Column('account_id', sa.String(length=32), nullable=False),
        sa.Column('session_id', sa.String(length=32), nullable=False),
        sa.Column('expires_at', UTCDateTime(), nullable=False),
        _of_room('note_ticket'),
        _of_account('note_ticket'),
        sa.PrimaryKeyConstraint('digest', name=op.f('pk_note_ticket')),
    )
    op.create_index(op.f('ix_note_ticket_account_id'), 'note_ticket', ['account_id'])
    op.create_index(op.f('ix_note_ticket_expires_at'), 'note_ticket', ['expires_at'])
