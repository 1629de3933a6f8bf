"""practices and policies that organisations hand on"""

import sqlalchemy as sa

from alembic import op
from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Json

revision = 'd8b15f7e2a90'
down_revision = 'a4f07c26d9e3'
branch_labels = None
depends_on = None

KINDS = ('good_practice', 'policy', 'charter', 'guide', 'study', 'report', 'checklist', 'media')


def choice(name, *values):
    return sa.Enum(*values, name=name, native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        'practice',
        sa.Column('id', sa.String(length=32), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('created_at', UTCDateTime(), nullable=False),
        sa.Column('updated_at', UTCDateTime(), nullable=False),
        sa.Column('organisation_id', sa.String(length=32), nullable=True),
        sa.Column('publisher', sa.String(length=300), nullable=True),
        sa.Column('kind', choice('practicekind', *KINDS), nullable=False),
        sa.Column('title', Json, nullable=False),
        sa.Column('summary', Json, nullable=True),
        sa.Column('year', sa.Integer(), nullable=True),
        sa.Column('languages', Json, nullable=False),
        sa.Column('licence', sa.String(length=300), nullable=True),
        sa.Column('link', sa.String(length=300), nullable=True),
        sa.Column('topics', Json, nullable=False),
        sa.Column('review_on', sa.String(10), nullable=True),
        sa.Column('origin', choice('origin', 'public_source', 'member'), nullable=False),
        sa.Column('provenance_kind', sa.String(length=40), nullable=True),
        sa.Column('provenance_id', sa.String(length=64), nullable=True),
        sa.Column('state', choice('practicestate', 'draft', 'published', 'archived'), nullable=False),
        sa.Column('reason', sa.String(length=500), nullable=True),
        sa.Column('published_at', UTCDateTime(), nullable=True),
        sa.Column('created_by', sa.String(length=60), nullable=False),
        sa.CheckConstraint('organisation_id IS NOT NULL OR publisher IS NOT NULL', name=op.f('ck_practice_some_publisher')),
        sa.CheckConstraint('(provenance_kind IS NULL) = (provenance_id IS NULL)', name=op.f('ck_practice_provenance')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_practice_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_practice')),
    )
    op.create_index(op.f('ix_practice_organisation_id'), 'practice', ['organisation_id'])
    op.create_index('ix_practice_provenance', 'practice', ['provenance_kind', 'provenance_id'])
