"""ids of served forms by hash"""

from alembic import op

revision = "3b7e21c90d54"
down_revision = "e5a19c4d7f20"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":  # SQLite has no such index
        op.create_index("ix_rendered_id", "rendered", ["id"], postgresql_using="hash")
