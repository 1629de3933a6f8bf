"""directory of networks"""

import sqlalchemy as sa

from alembic import op

from citypeers.core.dates import UTCDateTime
from citypeers.core.rows import Json

revision = '99dce0cf7a6d'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('counter',
    sa.Column('name', sa.String(length=20), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_counter'))
    )
    op.create_table('listing',
    sa.Column('kind', sa.String(40), nullable=False),
    sa.Column('facet', sa.String(40), nullable=False),
    sa.Column('value', sa.String(200), nullable=False),
    sa.Column('language', sa.String(8), nullable=False),
    sa.Column('key', sa.String(80), nullable=False),
    sa.Column('id', sa.String(64), nullable=False),
    sa.PrimaryKeyConstraint('kind', 'facet', 'value', 'language', 'key', 'id', name=op.f('pk_listing')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('listing', schema=None) as batch_op:
        batch_op.create_index('ix_listing_record', ['kind', 'id'], unique=False)

    op.create_table('listing_count',
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('facet', sa.String(length=40), nullable=False),
    sa.Column('value', sa.String(length=200), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('kind', 'facet', 'value', name=op.f('pk_listing_count'))
    )
    op.create_table('municipality',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=False),
    sa.Column('aliases', Json, nullable=False),
    sa.Column('latitude', sa.Float(), nullable=True),
    sa.Column('longitude', sa.Float(), nullable=True),
    sa.Column('population', sa.Integer(), nullable=True),
    sa.Column('geonames_id', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_municipality')),
    sa.UniqueConstraint('name', 'country', name=op.f('uq_municipality_name_country'))
    )
    op.create_table('network',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('state', sa.Enum('draft', 'in_review', 'published', 'needs_update', 'archived', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('life', sa.Enum('planned', 'active', 'dormant', 'ended', 'merged_into', 'succeeded_by', name='life', native_enum=False, length=40), nullable=False),
    sa.Column('origin', sa.Enum('public_source', 'member', name='origin', native_enum=False, length=40), nullable=False),
    sa.Column('published_at', UTCDateTime(), nullable=True),
    sa.Column('name', Json, nullable=False),
    sa.Column('long_name', Json, nullable=True),
    sa.Column('label', Json, nullable=False),
    sa.Column('summary', Json, nullable=False),
    sa.Column('abbreviation', sa.String(length=60), nullable=True),
    sa.Column('name_variants', Json, nullable=False),
    sa.Column('keywords', Json, nullable=False),
    sa.Column('category', sa.Enum('national', 'european_international_smart_city', 'european_thematic', 'cities_and_regions', name='category', native_enum=False, length=40), nullable=False),
    sa.Column('founding_type', sa.Enum('top_down', 'bottom_up', name='foundingtype', native_enum=False, length=40), nullable=False),
    sa.Column('typology', sa.Enum('funding_programme', 'policy_initiative', 'eu_project_city_network', 'exchange_between_projects', 'association_or_research', 'topic_umbrella', 'other', name='typology', native_enum=False, length=40), nullable=True),
    sa.Column('founded', sa.String(length=10), nullable=True),
    sa.Column('founded_year', sa.Integer(), nullable=True),
    sa.Column('end_year', sa.Integer(), nullable=True),
    sa.Column('duration_kind', sa.Enum('limited', 'unlimited', name='durationkind', native_enum=False, length=40), nullable=True),
    sa.Column('geographic_scope', sa.Enum('germany', 'europe', 'eu', 'worldwide', 'other', name='scope', native_enum=False, length=40), nullable=False),
    sa.Column('member_count', sa.Integer(), nullable=True),
    sa.Column('member_count_qualifier', sa.Enum('exact', 'about', 'over', 'counted', name='qualifier', native_enum=False, length=40), nullable=True),
    sa.Column('countries_reached', sa.Integer(), nullable=True),
    sa.Column('work_formats', Json, nullable=False),
    sa.Column('funding', Json, nullable=False),
    sa.Column('outputs', Json, nullable=False),
    sa.Column('emails', Json, nullable=False),
    sa.Column('websites', Json, nullable=False),
    sa.Column('result_links', Json, nullable=False),
    sa.Column('founding_place', Json, nullable=True),
    sa.Column('profile', Json, nullable=False),
    sa.Column('sources', Json, nullable=False),
    sa.CheckConstraint('(member_count IS NULL) = (member_count_qualifier IS NULL)', name=op.f('ck_network_qualified_count')),
    sa.CheckConstraint('end_year IS NULL OR founded_year IS NULL OR end_year >= founded_year', name=op.f('ck_network_years')),
    sa.CheckConstraint('length(slug) BETWEEN 2 AND 120', name=op.f('ck_network_slug_length')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_network')),
    sa.UniqueConstraint('slug', name=op.f('uq_network_slug'))
    )
    with op.batch_alter_table('network', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_network_founded_year'), ['founded_year'], unique=False)
        batch_op.create_index(batch_op.f('ix_network_member_count'), ['member_count'], unique=False)
        batch_op.create_index(batch_op.f('ix_network_state'), ['state'], unique=False)

    op.create_table('outbox',
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('topic', sa.String(length=60), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('subject', sa.String(length=64), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('position', name=op.f('pk_outbox'))
    )
    op.create_table('rendered',
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=16), nullable=False),
    sa.Column('item', sa.Text(), nullable=False),
    sa.Column('whole', sa.Text(), nullable=False),
    sa.Column('display_en', sa.Text(), nullable=False),
    sa.Column('display_de', sa.Text(), nullable=False),
    sa.Column('display_es', sa.Text(), nullable=False),
    sa.Column('display_pt', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('kind', 'id', name=op.f('pk_rendered'))
    )
    op.create_table('rendered_part',
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('part_kind', sa.String(length=40), nullable=False),
    sa.Column('part_id', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('kind', 'id', 'part_kind', 'part_id', name=op.f('pk_rendered_part'))
    )
    with op.batch_alter_table('rendered_part', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rendered_part_part_id'), ['part_id'], unique=False)

    op.create_table('topic_scheme',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', Json, nullable=False),
    sa.Column('description', Json, nullable=False),
    sa.Column('uri', sa.String(length=300), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_topic_scheme'))
    )
    op.create_table('municipality_spelling',
    sa.Column('folded', sa.String(length=120), nullable=False),
    sa.Column('municipality_id', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipality.id'], name=op.f('fk_municipality_spelling_municipality_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('folded', 'municipality_id', name=op.f('pk_municipality_spelling'))
    )
    op.create_table('network_member',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('network_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=True),
    sa.Column('kind', sa.Enum('municipality', 'county', 'region', 'state', 'ministry', 'association', 'company', 'research', 'other', name='memberkind', native_enum=False, length=40), nullable=False),
    sa.Column('role', sa.String(length=60), nullable=True),
    sa.Column('municipality_id', sa.String(length=32), nullable=True),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipality.id'], name=op.f('fk_network_member_municipality_id')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_network_member_network_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_network_member'))
    )
    with op.batch_alter_table('network_member', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_network_member_municipality_id'), ['municipality_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_network_member_network_id'), ['network_id'], unique=False)

    op.create_table('network_relation',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('network_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('initiated_by', 'spun_off_from', 'operated_by', 'led_by', 'supported_by', 'observer', 'umbrella_of', 'successor_of', 'cooperates_with', name='relationkind', native_enum=False, length=40), nullable=False),
    sa.Column('target_id', sa.String(length=32), nullable=True),
    sa.Column('organisation', Json, nullable=True),
    sa.Column('note', Json, nullable=True),
    sa.CheckConstraint('(target_id IS NULL) <> (organisation IS NULL)', name=op.f('ck_network_relation_one_target')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_network_relation_network_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['target_id'], ['network.id'], name=op.f('fk_network_relation_target_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_network_relation'))
    )
    with op.batch_alter_table('network_relation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_network_relation_network_id'), ['network_id'], unique=False)
        batch_op.create_index('ix_network_relation_target_id', ['target_id'], unique=False)

    op.create_table('network_revision',
    sa.Column('network_id', sa.String(length=32), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.Column('actor', sa.String(length=60), nullable=False),
    sa.Column('state', sa.Enum('draft', 'in_review', 'published', 'needs_update', 'archived', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('reason', sa.String(length=500), nullable=True),
    sa.Column('document', Json, nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_network_revision_network_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('network_id', 'number', name=op.f('pk_network_revision'))
    )
    op.create_table('network_slug',
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('network_id', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_network_slug_network_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('slug', name=op.f('pk_network_slug'))
    )
    with op.batch_alter_table('network_slug', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_network_slug_network_id'), ['network_id'], unique=False)

    op.create_table('topic',
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.Column('updated_at', UTCDateTime(), nullable=False),
    sa.Column('scheme_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('notation', sa.String(length=20), nullable=True),
    sa.Column('label', Json, nullable=False),
    sa.Column('definition', Json, nullable=True),
    sa.Column('broader_id', sa.String(length=64), nullable=True),
    sa.Column('guiding_questions', Json, nullable=False),
    sa.Column('matches', Json, nullable=False),
    sa.Column('uris', Json, nullable=False),
    sa.Column('keywords', Json, nullable=False),
    sa.Column('source_terms', Json, nullable=False),
    sa.ForeignKeyConstraint(['broader_id'], ['topic.id'], name=op.f('fk_topic_broader_id')),
    sa.ForeignKeyConstraint(['scheme_id'], ['topic_scheme.id'], name=op.f('fk_topic_scheme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_topic'))
    )
    with op.batch_alter_table('topic', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_topic_scheme_id'), ['scheme_id'], unique=False)

    op.create_table('network_topic',
    sa.Column('network_id', sa.String(length=32), nullable=False),
    sa.Column('topic_id', sa.String(length=64), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_network_topic_network_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['topic_id'], ['topic.id'], name=op.f('fk_network_topic_topic_id')),
    sa.PrimaryKeyConstraint('network_id', 'topic_id', name=op.f('pk_network_topic'))
    )
    with op.batch_alter_table('network_topic', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_network_topic_topic_id'), ['topic_id'], unique=False)


    counter = sa.table('counter', sa.column('name', sa.String), sa.column('value', sa.Integer))
    op.bulk_insert(counter, [{'name': 'outbox', 'value': 0}, {'name': 'public', 'value': 0}])
