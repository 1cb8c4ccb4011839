"""The turn whose reply ended by asking what a bare "off" would answer."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a column: an older program goes on beside it."""
    none = sa.Column("asked_off", sa.Integer, nullable=False, server_default="0")
    op.add_column("conversation", none)
