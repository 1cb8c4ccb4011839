"""From when on a person's words are read again, and whose lock what is due is done under."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds columns that may be empty: an older program goes on working beside it."""
    op.add_column("person", sa.Column("read_since", sa.BigInteger, nullable=True))
    op.add_column("due", sa.Column("person", sa.Text, nullable=False, server_default=""))
