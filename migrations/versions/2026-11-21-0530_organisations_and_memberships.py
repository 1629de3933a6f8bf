"""organisations and memberships"""

import json
import re
import unicodedata
from datetime import UTC, datetime

import sqlalchemy as sa

from alembic import op

from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Json

revision = 'b3a1d47e6c52'
down_revision = '7d2e9b41c6a5'
branch_labels = None
depends_on = None

KINDS = ('municipality', 'county', 'region', 'state', 'national_ministry', 'public_agency', 'association', 'research', 'company', 'ngo', 'network', 'other')
MEMBER_KINDS = ('municipality', 'county', 'region', 'state', 'ministry', 'association', 'company', 'research', 'other')
STATES = ('invited', 'applied', 'active', 'refused', 'observer', 'suspended', 'former')


def choice(name, *values):
    return sa.Enum(*values, name=name, native_enum=False, length=40)


def upgrade() -> None:
    op.create_table('organisation',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('label', Json, nullable=False),
    sa.Column('kind', choice('organisationkind', *KINDS), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=True),
    sa.Column('aliases', Json, nullable=False),
    sa.Column('latitude', sa.Float(), nullable=True),
    sa.Column('longitude', sa.Float(), nullable=True),
    sa.Column('population', sa.Integer(), nullable=True),
    sa.Column('geonames_id', sa.Integer(), nullable=True),
    sa.Column('website', sa.String(length=300), nullable=True),
    sa.Column('parent_id', sa.String(length=32), nullable=True),
    sa.Column('successor_id', sa.String(length=32), nullable=True),
    sa.Column('sources', Json, nullable=False),
    sa.ForeignKeyConstraint(['parent_id'], ['organisation.id'], name=op.f('fk_organisation_parent_id')),
    sa.ForeignKeyConstraint(['successor_id'], ['organisation.id'], name=op.f('fk_organisation_successor_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation')),
    sa.UniqueConstraint('slug', name=op.f('uq_organisation_slug'))
    )
    for column in ('country', 'kind', 'parent_id', 'population', 'successor_id'):
        op.create_index(op.f(f'ix_organisation_{column}'), 'organisation', [column], unique=False)
    op.create_table('organisation_name',
    sa.Column('organisation_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', Json, nullable=False),
    sa.Column('kind', choice('namekind', 'official', 'short', 'former'), nullable=False),
    sa.Column('valid_from', sa.String(10), nullable=True),
    sa.Column('valid_to', sa.String(10), nullable=True),
    sa.Column('observed_on', sa.String(10), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_organisation_name_organisation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('organisation_id', 'position', name=op.f('pk_organisation_name'))
    )
    op.create_table('organisation_spelling',
    sa.Column('folded', sa.String(length=300), nullable=False),
    sa.Column('organisation_id', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_organisation_spelling_organisation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('folded', 'organisation_id', name=op.f('pk_organisation_spelling'))
    )
    op.create_index(op.f('ix_organisation_spelling_organisation_id'), 'organisation_spelling', ['organisation_id'], unique=False)
    op.create_table('membership',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('network_id', sa.String(length=32), nullable=False),
    sa.Column('organisation_id', sa.String(length=32), nullable=True),
    sa.Column('party', choice('party', 'organisation', 'country'), nullable=False),
    sa.Column('position', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=True),
    sa.Column('kind', choice('memberkind', *MEMBER_KINDS), nullable=False),
    sa.Column('role', sa.String(length=60), nullable=True),
    sa.Column('state', choice('membershipstate', *STATES), nullable=False),
    sa.Column('valid_from', sa.String(10), nullable=True),
    sa.Column('valid_to', sa.String(10), nullable=True),
    sa.Column('observed_on', sa.String(10), nullable=True),
    sa.Column('decision', Json, nullable=True),
    sa.Column('sources', Json, nullable=False),
    sa.CheckConstraint("party = 'organisation' OR country IS NOT NULL", name=op.f('ck_membership_party_country')),
    sa.CheckConstraint("state IN ('invited', 'applied', 'refused') OR valid_from IS NOT NULL OR observed_on IS NOT NULL", name=op.f('ck_membership_begins')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_membership_network_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_membership_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_membership'))
    )
    for column in ('country', 'organisation_id'):
        op.create_index(op.f(f'ix_membership_{column}'), 'membership', [column], unique=False)
    op.create_index('ix_membership_network_id_position', 'membership', ['network_id', 'position'], unique=False)
    _take_over()
    op.drop_table('network_member')
    op.drop_table('municipality_spelling')
    op.drop_table('municipality')


def _take_over() -> None:
    """Municipalities become organisations, members become memberships that the survey of 2023 saw."""
    connection = op.get_bind()
    now = datetime.now(UTC)
    meta = sa.MetaData()
    organisation, spelling, membership = (sa.Table(name, meta, autoload_with=connection) for name in ('organisation', 'organisation_spelling', 'membership'))
    slugs: set[str] = set()
    dated = {'version': 1, 'created_at': now, 'updated_at': now}
    if connection.dialect.name == 'sqlite':
        dated |= {'created_at': now.replace(tzinfo=None), 'updated_at': now.replace(tzinfo=None)}
    for row in connection.execute(sa.text('SELECT * FROM municipality ORDER BY name, country')).mappings().all():
        slug = _slug(row['name'])
        slug = f"{slug}-{row['country'].lower()}" if slug in slugs else slug
        slugs.add(slug)
        aliases = json.loads(row['aliases']) if isinstance(row['aliases'], str) else row['aliases']
        connection.execute(organisation.insert().values({**row, **dated, 'aliases': aliases, 'slug': slug, 'label': {'en': row['name']}, 'kind': 'municipality', 'sources': []}))
    for row in connection.execute(sa.text('SELECT folded, municipality_id FROM municipality_spelling')).all():
        connection.execute(spelling.insert().values(folded=row[0], organisation_id=row[1]))
    for row in connection.execute(sa.text('SELECT * FROM network_member')).mappings().all():
        fields = {**row, **dated, 'organisation_id': row['municipality_id'], 'party': 'organisation', 'state': 'active', 'observed_on': '2023', 'sources': []}
        del fields['municipality_id']
        connection.execute(membership.insert().values(fields))


def _slug(name: str) -> str:
    german = unicodedata.normalize('NFC', name).lower().translate(str.maketrans({'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'ß': 'ss', 'ł': 'l'}))
    plain = ''.join(char for char in unicodedata.normalize('NFKD', german) if not unicodedata.combining(char))
    return re.sub('[^a-z0-9]+', '-', plain).strip('-')
